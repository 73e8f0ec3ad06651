//! `link-scheme`: a link that no reader can follow, such as a path of somebody's computer, or that runs a script.
//!
//! Why: staff paste addresses of shared folders, which work only for themselves (domain §3.4 C `url-scheme`).
//!
//! Bad: `[申込書](C:\Users\kita\moushikomi.pdf)`, `[開く](javascript:alert(1))`. Good: `[申込書](moushikomi.pdf)` with the file in the
//! document's folder.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Target;

pub const ROW: CheckRow = CheckRow {
    code: "link-scheme",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "読む人が開けない、パソコンの中のファイルなどへのリンクを見つけます。",
    why: "職場のパソコンや共有フォルダーのファイルは、書いた人にしか開けません。内部のサーバーの名前も知られてしまいます。",
    source: "",
    bad: &[
        "[申込書](C:\\Users\\kita\\moushikomi.docx)",
        "[申込書](\\\\fs01\\kyoyu\\moushikomi.docx)",
        "[申込書](file:///C:/kyoyu/moushikomi.docx)",
        "[印刷する](javascript:print)",
    ],
    good: &[
        "[申込書](youshiki.pdf)",
        "[お電話](tel:06-0000-0101)",
        "[厚生労働省](https://www.mhlw.go.jp/)",
        "`\\\\fs01\\kyoyu`のような書き方は使えません。",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let links = writing.body.links.iter().zip(writing.targets);
    links
        // An image that is pasted into the text is `img-data-uri`.
        .filter(|(link, _)| !(link.is_image && link.target.starts_with("data:")))
        .filter(|(_, target)| **target == Target::Forbidden)
        .map(|(link, _)| {
            let span = input.find_last(writing.source, link.span, &link.target);
            Diagnostic::error(
                "link-scheme",
                at(writing.source, span),
                "読む人が開けないリンクです",
            )
            .label("このアドレスは使えません")
            .help(help(&link.target))
        })
        .collect()
}

fn help(target: &str) -> String {
    let file = target.rsplit(['/', '\\']).next().unwrap_or_default();
    let lower = target.to_ascii_lowercase();
    let is_file = target.contains('\\') || lower.starts_with("file:");
    if is_file && file.contains('.') {
        return format!(
            "ファイルを原稿と同じ名前のフォルダーに入れて、「{file}」と書いてください。"
        );
    }
    if target.starts_with("//") {
        return format!("「https:{target}」と書いてください。");
    }
    "「https://」で始まるアドレスか、「/guides/jinsei-kaigi/」のようなサイトのアドレスを書いてください。".to_owned()
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::Sample;
    use crate::model::document::Target;

    fn remedy(address: &str) -> String {
        let mut sample = Sample::new();
        let written = format!("[開く]({address})");
        sample.add("guides/start", &format!("題名\n{written}"), |draft| {
            draft.link(&written, Target::Forbidden);
        });
        assert_eq!(sample.marked(Rule::Writing(super::check)), [address]);
        let found = sample.found(Rule::Writing(super::check));
        found.into_iter().map(|found| found.help).collect()
    }

    #[test]
    fn each_way_out_of_the_web_has_its_remedy() {
        assert!(remedy("C:\\a\\b.pdf").contains("「b.pdf」"));
        assert!(remedy("file:///a/b.pdf").contains("「b.pdf」"));
        assert!(remedy("//example.jp/a").contains("「https://example.jp/a」"));
        assert!(remedy("javascript:void").contains("「https://」"));
    }
}
