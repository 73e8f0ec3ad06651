//! The allow-list of raw HTML, and the only place that names ammonia: it reads the attributes of a tag as browsers do.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::Builder;

use crate::parse::markdown::escape;

/// A tag authors may write.
pub struct Allowed {
    pub name: &'static str,
    pub role: Role,
    attributes: &'static [&'static str],
}

/// What an element may stand in and hold (HTML standard, section 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Has no end tag.
    Void,
    /// Holds words; may stand among words.
    Words,
    /// Holds blocks, Markdown as well.
    Blocks,
    /// `summary`: the first thing in `details`.
    Summary,
    /// `dl`, which holds nothing but pairs of `dt` and `dd`.
    Pairs,
    Term,
    Description,
    /// `rt` and `rp`, which stand in `ruby`.
    Reading,
}

const fn allowed(name: &'static str, role: Role, attributes: &'static [&'static str]) -> Allowed {
    Allowed {
        name,
        role,
        attributes,
    }
}

const ALLOWED: &[Allowed] = &[
    allowed("abbr", Role::Words, &["title", "lang"]),
    allowed("br", Role::Void, &[]),
    allowed("dd", Role::Description, &[]),
    allowed("details", Role::Blocks, &["open"]),
    allowed("div", Role::Blocks, &["lang"]),
    allowed("dl", Role::Pairs, &[]),
    allowed("dt", Role::Term, &[]),
    allowed("kbd", Role::Words, &[]),
    allowed("rp", Role::Reading, &[]),
    allowed("rt", Role::Reading, &[]),
    allowed("ruby", Role::Words, &[]),
    allowed("samp", Role::Words, &[]),
    allowed("small", Role::Words, &[]),
    allowed("span", Role::Words, &["lang"]),
    allowed("sub", Role::Words, &[]),
    allowed("summary", Role::Summary, &[]),
    allowed("sup", Role::Words, &[]),
    allowed("wbr", Role::Void, &[]),
];

/// The row of `name`, which is in lower case.
pub fn find(name: &str) -> Option<&'static Allowed> {
    ALLOWED.iter().find(|allowed| allowed.name == name)
}

/// What to write instead of a tag that is not allowed.
pub fn advice(name: &str) -> &'static str {
    match name {
        "a" => "リンクは「[リンクの言葉](アドレス)」と書いてください。",
        "img" => "画像は「![画像の説明](ファイル名)」と書いてください。",
        "b" | "strong" => "太字は「**言葉**」と書いてください。",
        "i" | "em" => "強調は「*言葉*」と書いてください。",
        "s" | "del" | "strike" => "取り消し線は「~~言葉~~」と書いてください。",
        "p" => "段落は、前後に空行を入れて文だけを書いてください。",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "見出しは「## 見出し」と書いてください。",
        "ul" | "ol" | "li" => "箇条書きは、行の始めに「- 」か「1. 」を付けて書いてください。",
        "table" | "thead" | "tbody" | "tr" | "td" | "th" | "caption" => {
            "表は「| 列1 | 列2 |」の形で書いてください。"
        }
        "blockquote" => "引用は、行の始めに「> 」を付けて書いてください。",
        "hr" => "区切り線は、空行の間に「---」と書いてください。",
        "code" | "pre" => "そのまま見せる文字は「`文字`」と書いてください。",
        "rb" => "ふりがなは「｜漢字《かんじ》」と書いてください。",
        "font" | "center" | "u" | "big" | "style" | "marquee" | "blink" => {
            "色や大きさなどの見た目は、原稿では指定できません。タグを消してください。"
        }
        "o" | "v" | "w" | "st1" => "ワープロソフトから写したときに入ったタグです。消してください。",
        "iframe" | "video" | "audio" | "embed" | "object" => {
            "ほかのサイトの動画や地図は埋め込めません。「[動画の題名](アドレス)」とリンクにしてください。"
        }
        _ => "このタグを消してください。",
    }
}

/// What to do about an attribute that is left out.
pub fn attribute_advice(name: &str) -> &'static str {
    match name {
        "align" | "bgcolor" | "border" | "class" | "color" | "face" | "height" | "size"
        | "style" | "valign" | "width" => {
            "色や大きさや位置などの見た目は、原稿では指定できません。ワープロソフトから写したときに入ることもあります。消してください。"
        }
        "target" => "リンクは、どれも同じウィンドウで開きます。消してください。",
        _ => "この指定は使えません。消してください。",
    }
}

/// The start tag of `allowed` written anew from `raw`, and the names of the attributes that are left out.
pub fn start_tag(allowed: &Allowed, raw: &str) -> (String, Vec<String>) {
    let wanted = attribute_names(raw);
    let bare = format!("<{}>", allowed.name);
    let is_kept = |name: &String| allowed.attributes.contains(&name.as_str());
    if !wanted.iter().any(is_kept) {
        return (bare, wanted);
    }
    let cleaned = CLEANER.clean(&raw.replace('\0', "\u{FFFD}")).to_string();
    let end = format!("</{}>", allowed.name);
    let tag = match cleaned.strip_suffix(&end) {
        Some(tag) if tag.starts_with(&format!("<{} ", allowed.name)) => tag.to_owned(),
        _ => bare,
    };
    let kept = attribute_names(&tag);
    let removed = wanted
        .into_iter()
        .filter(|name| !kept.contains(name))
        .collect();
    (tag, removed)
}

/// Words in raw HTML: character references keep their meaning, unknown ones are shown as they are.
pub fn words(out: &mut String, words: &str) {
    if !words.contains('&') {
        escape::text(out, words);
        return;
    }
    let mut escaped = String::new();
    for (index, piece) in words.split('&').enumerate() {
        if index > 0 {
            escaped.push('&');
        }
        escape::text(&mut escaped, piece);
    }
    out.push_str(&CLEANER.clean(&escaped).to_string());
}

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let tags: HashSet<&str> = ALLOWED.iter().map(|allowed| allowed.name).collect();
    let attributes: HashMap<&str, HashSet<&str>> = ALLOWED
        .iter()
        .filter(|allowed| !allowed.attributes.is_empty())
        .map(|allowed| (allowed.name, allowed.attributes.iter().copied().collect()))
        .collect();
    let mut cleaner = Builder::empty();
    cleaner
        .tags(tags)
        .tag_attributes(attributes)
        .generic_attributes(HashSet::new())
        .link_rel(None)
        .attribute_filter(|_, attribute, value| match attribute {
            "lang" if !is_language(value) => None,
            _ => Some(value.into()),
        });
    cleaner
});

/// The shape of a language tag (BCP 47), as `en` and `zh-Hans`.
fn is_language(value: &str) -> bool {
    let is_word = |word: &str| {
        (1..=8).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let first = value.split('-').next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && value.split('-').all(is_word)
}

/// The names of the attributes of a start tag, in lower case and as browsers tell them apart (HTML standard, section 13.2.5).
fn attribute_names(raw: &str) -> Vec<String> {
    let is_space = |character: char| character.is_ascii_whitespace() || character == '/';
    let inner = raw.strip_prefix('<').unwrap_or(raw);
    let inner = inner.strip_suffix('>').unwrap_or(inner);
    let mut rest = inner
        .find(is_space)
        .and_then(|at| inner.get(at..))
        .unwrap_or_default();
    let mut names = Vec::new();
    loop {
        rest = rest.trim_start_matches(is_space);
        if rest.is_empty() {
            return names;
        }
        let end = rest
            .char_indices()
            .skip(1)
            .find(|(_, character)| is_space(*character) || *character == '=')
            .map_or(rest.len(), |(at, _)| at);
        let (name, after) = rest.split_at(end);
        names.push(name.to_ascii_lowercase());
        let after_space = after.trim_start_matches(|c: char| c.is_ascii_whitespace());
        rest = match after_space.strip_prefix('=') {
            Some(value) => after_value(value),
            None => after,
        };
    }
}

fn after_value(value: &str) -> &str {
    let value = value.trim_start_matches(|character: char| character.is_ascii_whitespace());
    let quote = value
        .chars()
        .next()
        .filter(|first| matches!(first, '"' | '\''));
    let rest = match quote {
        Some(quote) => value
            .get(1..)
            .and_then(|inner| inner.split_once(quote))
            .map(|(_, rest)| rest),
        None => value
            .find(|character: char| character.is_ascii_whitespace())
            .and_then(|at| value.get(at..)),
    };
    rest.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{attribute_names, find, start_tag, words};

    fn cleaned(raw: &str) -> String {
        let name: String = raw
            .chars()
            .skip(1)
            .take_while(char::is_ascii_alphabetic)
            .collect();
        let allowed = find(&name).expect("the sample uses allowed tags");
        let (tag, removed) = start_tag(allowed, raw);
        format!("{tag} -{}", removed.join(","))
    }

    #[test]
    fn only_listed_attributes_with_proper_values_stay() {
        assert_eq!(cleaned("<span lang=en>"), "<span lang=\"en\"> -");
        assert_eq!(
            cleaned("<span lang='zh-Hans' onclick=x>"),
            "<span lang=\"zh-Hans\"> -onclick"
        );
        assert_eq!(cleaned("<span lang=\"日本\">"), "<span> -lang");
        assert_eq!(cleaned("<span style='a b=c'>"), "<span> -style");
        assert_eq!(
            cleaned("<abbr title=\"a>&quot;\">"),
            "<abbr title=\"a&gt;&quot;\"> -"
        );
        assert_eq!(cleaned("<details open>"), "<details open=\"\"> -");
    }

    #[test]
    fn attribute_names_are_read_as_browsers_do() {
        let names = attribute_names("<a/HREF = 'x y'b=c d  e=\"f>g\" =h>");
        assert_eq!(names, ["href", "b", "d", "e", "=h"]);
    }

    #[test]
    fn references_keep_their_meaning_and_nothing_else_does() {
        let mut out = String::new();
        words(&mut out, "1 &lt; 2 &copy; &nosuch; < & \0");
        assert_eq!(out, "1 &lt; 2 © &amp;nosuch; &lt; &amp; \u{FFFD}");
    }
}
