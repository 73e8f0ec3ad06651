//! `link-file-meta`, `link-external-mark`, `link-new-window`: what is written by hand in brackets at a link and is said by the site itself,
//! or is not true.
//!
//! Why: kind and size of a file stand behind every link to one, and links out of the site say so; written by hand as well, readers hear it
//! twice, and the size is wrong as soon as the file changes (domain §3.4 C `link-file-meta`, `link-external-mark`, `link-new-window`).

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at, location};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Link;
use crate::model::document::Target;
use crate::text::span::Span;

pub const FILE_META: CheckRow = CheckRow {
    code: "link-file-meta",
    severity: Severity::Warning,
    fixes: true,
    finds: Stage::Checking(Rule::Writing(check_files)),
    detects: "添付ファイルへのリンクのそばに、手で書かれた種類や大きさを見つけます。",
    why: "ファイルの種類と大きさは、リンクの終わりに自動で付きます。手でも書くと2度読まれ、ファイルを差し替えたときに違う大きさが残ります。",
    source: "",
    bad: &[
        "[講演会のちらし](chirashi.pdf)（PDF：545KB）をご覧ください。",
        "[講演会のちらし（PDF形式：1.2MB）](chirashi.pdf)",
        "[講演会のちらし [PDFファイル/573KB]](chirashi.pdf)",
        "[講演会のちらし](chirashi.pdf)（PDF）",
        "---\n題名: お知らせの見本\n添付: chirashi.pdf：講演会のちらし（PDF：545KB）\n---\n本文",
    ],
    good: &[
        "[講演会のちらし](chirashi.pdf)をご覧ください。",
        "[講演会のちらし](chirashi.pdf)（令和8年度版）",
        "[講演会のちらし（A4、2ページ）](chirashi.pdf)",
        "[はじめての方へ](/guides/start/)（PDFもあります）",
        "[厚生労働省の手引き](https://www.mhlw.go.jp/a.pdf)（PDF：545KB）",
        "---\n題名: お知らせの見本\n添付: chirashi.pdf：講演会のちらし（裏面は申込書）\n---\n本文",
    ],
};

pub const EXTERNAL_MARK: CheckRow = CheckRow {
    code: "link-external-mark",
    severity: Severity::Info,
    fixes: true,
    finds: Stage::Checking(Rule::Writing(check_outside)),
    detects: "ほかのサイトへのリンクのそばに、手で書かれた「（外部サイト）」などを見つけます。",
    why: "ほかのサイトへのリンクには「（外部サイト）」が自動で付きます。手でも書くと2度読まれます。",
    source: "",
    bad: &[
        "[厚生労働省「人生会議」](https://www.mhlw.go.jp/)（外部サイト）をご覧ください。",
        "[厚生労働省「人生会議」（外部リンク）](https://www.mhlw.go.jp/)",
    ],
    good: &[
        "[厚生労働省「人生会議」](https://www.mhlw.go.jp/)をご覧ください。",
        "[厚生労働省](https://www.mhlw.go.jp/)（国の機関）",
        "[はじめての方へ](/guides/start/)（外部サイトへのリンクの一覧です）",
    ],
};

pub const NEW_WINDOW: CheckRow = CheckRow {
    code: "link-new-window",
    severity: Severity::Warning,
    fixes: true,
    finds: Stage::Checking(Rule::Writing(check_windows)),
    detects: "「新しいウィンドウで開きます」と書かれたリンクを見つけます。",
    why: "このサイトのリンクは、どれも同じウィンドウで開きます。違うことを知らせると、戻り方を間違えるもとになります。",
    source: "JIS X 8341-3:2016 3.2.5",
    bad: &[
        "[厚生労働省「人生会議」](https://www.mhlw.go.jp/)（新しいウィンドウで開きます）",
        "[講演会のちらし（別ウィンドウで開く）](chirashi.pdf)",
    ],
    good: &[
        "[厚生労働省「人生会議」](https://www.mhlw.go.jp/)",
        "[窓口の案内](/kita/)（窓を開けて換気しています）",
    ],
};

fn check_files(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let is_file = |target: &Target| writing.file(input, target).is_some();
    let said = |found: Diagnostic| {
        found
            .label("種類と大きさは自動で付きます")
            .help("このかっこを消してください。")
    };
    let diagnostic = |span: Span| {
        let place = at(writing.source, span);
        let title = "ファイルの種類や大きさが手で書かれています";
        said(Diagnostic::warning("link-file-meta", place, title))
            .fix(location(writing.source, span), "")
    };
    let text = input.text(writing.source);
    let lines = writing
        .facets
        .into_iter()
        .flat_map(|facets| &facets.attachments);
    let lines = lines.filter_map(|line| bracket_at_end(text, line.span, is_meta));
    let lines = lines.map(diagnostic);
    let links = brackets(writing, text, is_file, is_meta).map(diagnostic);
    lines.chain(links).collect()
}

fn check_outside(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let is_outside = |target: &Target| matches!(target, Target::External(_));
    let words = |inner: &str| {
        let sites = [
            "外部サイト",
            "外部リンク",
            "外部サイトへリンク",
            "外部サイトへのリンク",
            "外部ページ",
        ];
        sites.contains(&inner)
    };
    brackets(writing, input.text(writing.source), is_outside, words)
        .map(|span| {
            Diagnostic::info(
                "link-external-mark",
                at(writing.source, span),
                "外部サイトの印が手で書かれています",
            )
            .label("同じ印が自動で付きます")
            .help("このかっこを消してください。")
            .fix(location(writing.source, span), "")
        })
        .collect()
}

fn check_windows(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let words = |inner: &str| {
        let window = [
            "新しいウィンドウ",
            "新しいウインドウ",
            "別ウィンドウ",
            "別ウインドウ",
            "新規ウィンドウ",
            "新しいタブ",
            "別タブ",
        ];
        let is_window = window.iter().any(|window| inner.starts_with(window));
        is_window && (inner.contains('開') || inner.ends_with(['ウ', 'ブ']))
    };
    brackets(writing, input.text(writing.source), |_| true, words)
        .map(|span| {
            Diagnostic::warning(
                "link-new-window",
                at(writing.source, span),
                "リンクの開き方の説明が違います",
            )
            .label("同じウィンドウで開きます")
            .help("このかっこを消してください。")
            .fix(location(writing.source, span), "")
        })
        .collect()
}

/// The brackets at the end of the words of a link or directly behind it, whose words are as `wanted`.
fn brackets<'a>(
    writing: &'a Writing<'a>,
    text: &'a str,
    of: impl Fn(&Target) -> bool + 'a,
    wanted: impl Fn(&str) -> bool + Copy + 'a,
) -> impl Iterator<Item = Span> + 'a {
    let links = writing.links().filter(move |(_, target)| of(target));
    links.filter_map(move |(link, _)| {
        let inside = words_of(text, link).and_then(|words| bracket_at_end(text, words, wanted));
        inside.or_else(|| bracket_behind(text, link.span, wanted))
    })
}

/// Where the words of a link stand, when it is written `[words](address)`.
fn words_of(text: &str, link: &Link) -> Option<Span> {
    let written = link.span.of(text);
    let end = written.rfind("](")?;
    written.starts_with('[').then(|| link.span.part(1..end))
}

const OPENING: [char; 4] = ['（', '(', '[', '［'];
const CLOSING: [char; 4] = ['）', ')', ']', '］'];

/// The last bracket of `words`, when they end with it.
fn bracket_at_end(text: &str, words: Span, wanted: impl Fn(&str) -> bool) -> Option<Span> {
    let written = words.of(text);
    let inner = written.strip_suffix(CLOSING)?;
    let start = inner.rfind(OPENING)?;
    let bracket = inner.get(start..)?.trim_start_matches(OPENING);
    // What would be left must still be words.
    let before = inner.get(..start)?.trim_end();
    (!before.is_empty() && wanted(bracket.trim())).then(|| words.part(before.len()..written.len()))
}

/// The bracket directly behind a link.
fn bracket_behind(text: &str, link: Span, wanted: impl Fn(&str) -> bool) -> Option<Span> {
    let end = link.range().end;
    let line = text.get(end..)?.lines().next()?;
    let rest = line.trim_start_matches([' ', '　']);
    let inner = rest.strip_prefix(OPENING)?;
    let close = inner.find(CLOSING)?;
    let closed = inner.get(close..)?.chars().next()?;
    let is_meant = wanted(inner.get(..close)?.trim());
    let length = line.len() - inner.len() + close + closed.len_utf8();
    is_meant.then(|| Span::new(end..end + length))
}

/// `PDF`, `PDF：545KB`, `PDF形式 1.2MB`, `Wordファイル/20キロバイト`, `545KB`.
fn is_meta(inner: &str) -> bool {
    const KINDS: [&str; 14] = [
        "PDF",
        "WORD",
        "EXCEL",
        "POWERPOINT",
        "CSV",
        "DOCX",
        "DOC",
        "XLSX",
        "XLS",
        "PPTX",
        "PPT",
        "ZIP",
        "エクセル",
        "ワード",
    ];
    let folded = inner.to_uppercase();
    let after = KINDS.iter().find_map(|kind| folded.strip_prefix(kind));
    let rest = after.unwrap_or(&folded);
    let rest = ["ファイル", "形式", "文書", "版"]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest);
    if rest.is_empty() {
        return after.is_some();
    }
    is_size(rest.trim_start_matches([' ', '　', ':', '：', '/', '／', '、', ',', '・']))
}

/// `545KB`, `1.2 MB`, `20キロバイト`.
fn is_size(words: &str) -> bool {
    let unit =
        words.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '.' || sign == ',');
    let units = ["KB", "MB", "GB", "B", "キロバイト", "メガバイト", "バイト"];
    unit.len() < words.len() && units.contains(&unit.trim())
}
