//! `link-url-text`: an address spelt out in the middle of a sentence.
//!
//! Why: read aloud it is a long row of letters, and it says nothing about the page (JIS X 8341-3:2016 2.4.4; domain §3.4 C
//! `link-url-text`). Where an address is given as such, as in a list of sources, nothing is found.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Link;

pub const ROW: CheckRow = CheckRow {
    code: "link-url-text",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "文の途中に、アドレスがそのまま書かれているリンクを見つけます。",
    why: "アドレスは1文字ずつ読み上げられ、聞いても何のページか分かりません。印刷した紙には、リンクのアドレスが自動で添えられます。",
    source: "JIS X 8341-3:2016 2.4.4",
    bad: &[
        "くわしくはhttps://www.mhlw.go.jp/をご覧ください。",
        "申込みは https://www.example.jp/form から受け付けます。",
        "厚生労働省のページ（https://www.mhlw.go.jp/）をご覧ください。",
        "くわしくは[https://www.mhlw.go.jp/](https://www.mhlw.go.jp/)で確かめてください。",
    ],
    good: &[
        "くわしくは[厚生労働省のページ](https://www.mhlw.go.jp/)をご覧ください。",
        "出典：厚生労働省「人生会議」（https://www.mhlw.go.jp/）",
        "- 厚生労働省「人生会議」 https://www.mhlw.go.jp/\n- アドレス：https://www.example.jp/",
        "https://www.mhlw.go.jp/",
        "指針があります。[^1]\n\n[^1]: https://www.mhlw.go.jp/ で見られます。",
        "`https://www.example.jp/`と書きます。",
        "| 名称 | アドレス |\n|--|--|\n| 厚生労働省 | https://www.mhlw.go.jp/ |",
        "メールは[mihon@example.jp](mailto:mihon@example.jp)へお送りください。",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let text = input.text(writing.source);
    writing
        .links()
        .filter(|(link, _)| is_address(&link.text) && is_in_sentence(link, text))
        .filter(|(link, _)| !is_note(text, link))
        .map(|(link, _)| {
            let span = input.find(writing.source, link.span, &link.text);
            Diagnostic::warning(
                "link-url-text",
                at(writing.source, span),
                "アドレスがそのまま文に入っています",
            )
            .label("1文字ずつ読み上げられます")
            .help(format!(
                "「[行き先の題名]({})」のように、題名をリンクにしてください。",
                right_form(input, &link.target)
            ))
        })
        .collect()
}

/// The address to write in brackets: that of a page of the site without the part all its pages share.
fn right_form<'a>(input: &Input, target: &'a str) -> &'a str {
    let base = &input.site.settings.base_url;
    let own = target.strip_prefix(&*base.origin);
    let own = own.and_then(|rest| rest.strip_prefix(base.path.trim_end_matches('/')));
    own.filter(|path| path.starts_with('/')).unwrap_or(target)
}

fn is_address(text: &str) -> bool {
    let is_spelt = ["https://", "http://", "www."]
        .iter()
        .any(|start| text.starts_with(start));
    is_spelt && text.is_ascii()
}

/// Whether a sentence goes on behind the link, as in 「…をご覧ください」.
fn is_in_sentence(link: &Link, text: &str) -> bool {
    let rest = text.get(link.span.range().end..).unwrap_or_default();
    let rest = rest.trim_start_matches(['）', ')', '」', '＞', '>', ' ', '　']);
    rest.starts_with(|sign: char| matches!(sign, 'ぁ'..='ん'))
}

/// Whether the line of the link is the text of a note or of a quotation.
fn is_note(text: &str, link: &Link) -> bool {
    let before = text.get(..link.span.range().start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.starts_with("[^") || line.starts_with('>')
}
