//! The YAML door: text in, keys and values with their places out.
//!
//! Front matter is nearly always plain, so `plain` is asked first and everything else goes to the full YAML parser; a test holds the
//! two together.
//! Invariant: this is the only module that names the YAML library; its limits keep hostile input small (no aliases, no deep nesting).

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::diag::{Diagnostic, Findings};
use crate::parse::plain::plain_entries;
use crate::parse::slips::{slips, stumble};
use crate::parse::values::Entry;
use crate::text::span::{Span, Spanned};

/// A YAML value; scalars keep the characters the author wrote.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    Empty(Span),
    Scalar(Spanned<String>),
    List(Vec<Node>, Span),
    Map(Vec<(Spanned<String>, Node)>, Span),
}

impl Node {
    pub fn span(&self) -> Span {
        match self {
            Self::Scalar(scalar) => scalar.span,
            Self::Empty(span) | Self::List(_, span) | Self::Map(_, span) => *span,
        }
    }
}

/// The entries of the front matter in `text[within]`. A fault of form is one diagnostic and `None`.
pub fn entries(text: &str, within: Range<usize>, findings: &mut Findings) -> Option<Vec<Entry>> {
    if let Some(entries) = plain_entries(text, within.clone()) {
        return Some(entries);
    }
    let slips = slips(text, within.clone(), findings);
    if !slips.is_empty() {
        slips.into_iter().for_each(|slip| findings.push(slip));
        return None;
    }
    match parse(text, within, findings)? {
        Node::Empty(_) => Some(Vec::new()),
        Node::Map(pairs, _) => pairs
            .into_iter()
            .map(|(key, node)| entry(text, key, node, findings))
            .collect(),
        Node::Scalar(_) | Node::List(..) => {
            findings.push(
                Diagnostic::error("front-matter-shape", findings.at(Span::new(0..0)), "原稿の始めの部分が「項目: 内容」の形になっていません")
                    .help("「題名: 講演会のお知らせ」のように、項目の名前、半角のコロン、空白、内容の順に1行ずつ書いてください。"),
            );
            None
        }
    }
}

/// Any YAML text, for settings files. `None` after a diagnostic.
pub fn parse(text: &str, within: Range<usize>, findings: &mut Findings) -> Option<Node> {
    let yaml = text.get(within.clone()).unwrap_or_default();
    if yaml
        .lines()
        .all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
    {
        return Some(Node::Empty(Span::new(within)));
    }
    let options = serde_yaml::options! {
        duplicate_keys: serde_yaml::DuplicateKeyPolicy::LastWins,
        budget: serde_yaml::budget! { max_aliases: 0, max_anchors: 0, max_depth: 16, max_nodes: 200_000 },
        with_snippet: false,
    };
    match serde_yaml::from_str_with_options::<serde_yaml::Spanned<Raw>>(yaml, options) {
        Ok(raw) => Some(node(raw, text, within.start)),
        Err(error) => {
            findings.push(fault(&error, yaml, within.start, findings));
            None
        }
    }
}

/// What the library read, before positions and original characters are put in.
enum Raw {
    Empty,
    Scalar(Option<String>),
    List(Vec<serde_yaml::Spanned<Raw>>),
    Map(Vec<(serde_yaml::Spanned<Raw>, serde_yaml::Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a YAML value")
    }

    // Numbers and booleans keep the characters that were written: their text is taken from the source.
    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Scalar(None))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Scalar(None))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Scalar(None))
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Scalar(None))
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Scalar(None))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Scalar(None))
    }

    fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
        Ok(Raw::Scalar(Some(value.to_owned())))
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Empty)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(pair) = pairs.next_entry()? {
            map.push(pair);
        }
        Ok(Raw::Map(map))
    }
}

fn node(raw: serde_yaml::Spanned<Raw>, text: &str, base: usize) -> Node {
    let span = position(raw.referenced, text, base);
    match raw.value {
        Raw::Empty => Node::Empty(span),
        Raw::Scalar(Some(value)) => Node::Scalar(Spanned::new(value, span)),
        Raw::Scalar(None) => Node::Scalar(Spanned::new(span.of(text).to_owned(), span)),
        Raw::List(items) => Node::List(
            items
                .into_iter()
                .map(|item| node(item, text, base))
                .collect(),
            span,
        ),
        Raw::Map(pairs) => {
            let pair = |(key, value)| {
                (
                    key_text(node(key, text, base), text),
                    node(value, text, base),
                )
            };
            Node::Map(pairs.into_iter().map(pair).collect(), span)
        }
    }
}

fn key_text(key: Node, text: &str) -> Spanned<String> {
    match key {
        Node::Scalar(scalar) => scalar,
        Node::Empty(span) | Node::List(_, span) | Node::Map(_, span) => {
            Spanned::new(span.of(text).to_owned(), span)
        }
    }
}

/// The bytes of a location, without white space and line ends at its end.
fn position(location: serde_yaml::Location, text: &str, base: usize) -> Span {
    let span = location.span();
    let offset = |number: Option<u64>| {
        number
            .and_then(|number| usize::try_from(number).ok())
            .unwrap_or(0)
    };
    let start = base + offset(span.byte_offset());
    let whole = Span::new(start..start + offset(span.byte_len()));
    let trimmed = whole.of(text).trim_end().len();
    whole.part(0..trimmed)
}

fn fault(error: &serde_yaml::Error, yaml: &str, base: usize, findings: &Findings) -> Diagnostic {
    let line = error.location().map_or(1, |location| {
        usize::try_from(location.line()).unwrap_or(1).max(1)
    });
    let start: usize = yaml
        .split_inclusive('\n')
        .take(line - 1)
        .map(str::len)
        .sum();
    let shown = yaml
        .split_inclusive('\n')
        .nth(line - 1)
        .unwrap_or_default()
        .trim_end();
    if let Some(found) = stumble(shown, base + start, findings) {
        return found;
    }
    let span = Span::new(base + start..base + start + shown.len());
    Diagnostic::error("front-matter-yaml", findings.at(span), "書き方の形が読み取れません")
        .label("このあたりに、閉じていない記号や字下げのずれがあります")
        .help("「項目: 内容」を1行に1つずつ書きます。内容に「: 」や「#」や「[」などの記号があるときは、内容の全体を半角の「\"」で囲んでください。")
}

fn entry(text: &str, key: Spanned<String>, node: Node, findings: &mut Findings) -> Option<Entry> {
    let (nodes, is_list) = match node {
        Node::List(items, _) => (items, true),
        Node::Empty(_) => (Vec::new(), false),
        single @ (Node::Scalar(_) | Node::Map(..)) => (vec![single], false),
    };
    let mut values = Vec::new();
    for node in nodes {
        match node {
            Node::Empty(_) => {}
            Node::Scalar(scalar) => values.extend(lines(text, scalar)),
            Node::List(_, span) | Node::Map(_, span) => {
                findings.push(second_level(text, span, findings));
                return None;
            }
        }
    }
    Some(Entry {
        key,
        values,
        is_list,
    })
}

/// A value that is itself `名前: 内容` or a list; the library knows only where it begins.
fn second_level(text: &str, span: Span, findings: &Findings) -> Diagnostic {
    let rest = text.get(span.start as usize..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default().trim_end();
    let start = span.start as usize;
    let whole = Span::new(start..start + line.len());
    let found = Diagnostic::error(
        "front-matter-shape",
        findings.at(whole),
        "内容の中に、項目がもう一段あります",
    )
    .label("半角のコロンと空白があるため、別の項目として読まれます");
    let is_flow = line.starts_with(['{', '[', '"', '\'']);
    match line.find(": ").filter(|_| !is_flow) {
        Some(colon) => {
            let written = line.replacen(": ", "：", 1);
            let colon = Span::new(start + colon..start + colon + 2);
            found
                .help(format!("「{written}」と、全角のコロンで書いてください。"))
                .fix(findings.location(colon), "：")
        }
        None => found.help(
            "内容の中のコロンは全角の「：」にするか、内容の全体を半角の「\"」で囲んでください。",
        ),
    }
}

/// The lines of a scalar, each at its own place where its characters stand in the source as they are.
fn lines(text: &str, scalar: Spanned<String>) -> Vec<Spanned<String>> {
    let source = scalar.span.of(text);
    let mut from = 0;
    let trimmed = scalar
        .value
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty());
    let place = |line: &str| {
        let found = source.get(from..).and_then(|rest| rest.find(line));
        let Some(at) = found.map(|found| from + found) else {
            return Spanned::new(line.to_owned(), scalar.span);
        };
        from = at + line.len();
        Spanned::new(line.to_owned(), scalar.span.part(at..from))
    };
    trimmed.map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::{entries, parse};
    use crate::diag::{Findings, Where};
    use crate::parse::plain::plain_entries;
    use crate::parse::values::Entry;
    use crate::text::span::SourceId;

    fn read(text: &str) -> (Option<Vec<Entry>>, Vec<(&'static str, String)>) {
        let mut findings = Findings::new(SourceId(0));
        let read = entries(text, 0..text.len(), &mut findings);
        let codes = findings
            .into_vec()
            .into_iter()
            .map(|found| (found.code, found.title))
            .collect();
        (read, codes)
    }

    fn shown(text: &str) -> Vec<String> {
        let (entries, codes) = read(text);
        assert_eq!(codes, [], "{text}");
        let show = |entry: Entry| {
            let values: Vec<String> = entry
                .values
                .iter()
                .map(|value| format!("{}@{}", value.value, value.span.of(text)))
                .collect();
            format!("{}={}", entry.key.value, values.join("|"))
        };
        entries
            .expect("entries were read")
            .into_iter()
            .map(show)
            .collect()
    }

    #[test]
    fn plain_and_full_yaml_give_the_same_entries() {
        let plain = "題名: 講演会：人生会議\n日時:\n  - 14:00〜15:30 令和8年\n- 未定\n# 注\n費用: 無料\r\n定員:\n";
        assert!(plain_entries(plain, 0..plain.len()).is_some());
        let full = "\"題名\": 講演会：人生会議\n日時:\n  - 14:00〜15:30 令和8年\n  - 未定\n# 注\n費用: 無料\r\n定員:\n";
        assert!(plain_entries(full, 0..full.len()).is_none());
        let values = |text: &str| -> Vec<String> {
            shown(text)
                .iter()
                .map(|line| line.split('=').nth(1).unwrap_or_default().to_owned())
                .collect()
        };
        assert_eq!(values(plain), values(full));
    }

    #[test]
    fn values_keep_their_characters_and_places() {
        assert_eq!(
            shown("定員: 050\n見本: true\n版: \"第2版\"\n"),
            ["定員=050@050", "見本=true@true", "版=第2版@第2版"]
        );
        assert_eq!(
            shown("日時: |\n  1行目\n  2行目\n題名: 'あ'\n"),
            ["日時=1行目@1行目|2行目@2行目", "題名=あ@あ"]
        );
    }

    #[test]
    fn keyboard_slips_are_named_and_mended() {
        for slip in [
            "日時:\n  -未定\n",
            "会場: 見本会館 #2\n",
            "電話: #7119\n",
            "題名：講演会\n",
            "題名:講演会\n",
            "日時:\n－ 未定\n",
            "日時:\n\u{3000}- 未定\n",
        ] {
            let (entries, codes) = read(slip);
            assert_eq!(entries, None, "{slip}");
            assert_eq!(
                codes.first().map(|code| code.0),
                Some("front-matter-slip"),
                "{slip}"
            );
        }
    }

    #[test]
    fn a_block_of_text_may_begin_its_lines_as_it_likes() {
        assert_eq!(
            shown("概要: |\n  ・一つ\n  -二つ\n会場: 会館 # 注\n題名: \"1 #2\"\n").len(),
            3
        );
    }

    #[test]
    fn a_stumble_says_what_to_type() {
        for (text, marked, typed) in [
            (
                "題名: [重要] 講演会\n",
                "[重要] 講演会",
                "「題名: \"[重要] 講演会\"」",
            ),
            (
                "概要: 日時: 12月 会場: 館\n",
                "日時: 12月 会場: 館",
                "「概要: \"日時: 12月 会場: 館\"」",
            ),
            (
                "題名: \"重要\"な会\n",
                "\"重要\"な会",
                "「題名: '\"重要\"な会'」",
            ),
            ("題名: \"あ\n", "\"あ", "「題名: \"あ\"」"),
            ("概要: 一\n続きの行\n", "続きの行", "上の行の終わり"),
            (
                "添付:\n  - a.pdf: ちらし\n",
                "a.pdf: ちらし",
                "「a.pdf：ちらし」",
            ),
        ] {
            let mut findings = Findings::new(SourceId(0));
            assert_eq!(entries(text, 0..text.len(), &mut findings), None, "{text}");
            let found = findings.into_vec();
            assert_eq!(found.len(), 1, "{text}");
            let Where::Text(at) = &found[0].at else {
                panic!("{text} has no place")
            };
            assert_eq!(at.span.of(text), marked);
            assert!(found[0].help.contains(typed), "{}", found[0].help);
        }
    }

    #[test]
    fn a_second_level_and_broken_yaml_are_findings() {
        for (text, code) in [
            ("出典:\n  - 厚生労働省: 手引き\n", "front-matter-shape"),
            ("題名: [あ\n", "front-matter-yaml"),
            ("題名: \"あ\n日時: 未定\n", "front-matter-yaml"),
            ("- あ\n- い\n", "front-matter-shape"),
            ("a: &x [1]\nb: *x\n", "front-matter-yaml"),
        ] {
            let (entries, codes) = read(text);
            assert_eq!(entries, None, "{text}");
            assert_eq!(codes.first().map(|found| found.0), Some(code), "{text}");
        }
    }

    #[test]
    fn a_key_written_twice_is_kept_twice() {
        assert_eq!(shown("\"題名\": あ\n題名: い\n").len(), 2);
    }

    #[test]
    fn nesting_without_end_is_refused() {
        let text = "[".repeat(100_000);
        let mut findings = Findings::new(SourceId(0));
        assert_eq!(parse(&text, 0..text.len(), &mut findings), None);
    }
}
