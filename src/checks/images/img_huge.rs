//! `img-huge`: an image of more than 500 KB shown in the text.
//!
//! Photographs straight from a camera take long on a phone and cost those who pay for their data (domain §3.4 E `img-huge`).
//! Files that are only offered for download may be larger.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};

const LARGEST_BYTES: u64 = 500 * 1024;

pub const ROW: CheckRow = CheckRow {
    code: "img-huge",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "本文に出す、500KBを超える画像を見つけます。",
    why: "大きな写真は、携帯電話では表示に時間がかかり、通信の料金もかさみます。",
    source: "",
    bad: &[],
    good: &["![会場までの地図](chizu.png)"],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let links = writing.body.links.iter().zip(writing.targets);
    let images = links.filter(|(link, _)| link.is_image);
    let files = images.filter_map(|(link, target)| Some((link, writing.file(input, target)?)));
    files
        .filter(|(_, file)| file.blob.bytes > LARGEST_BYTES)
        .map(|(link, file)| {
            let span = input.find_last(writing.source, link.span, &link.target);
            let title = "画像のファイルが大きすぎます";
            Diagnostic::warning("img-huge", at(writing.source, span), title)
                .label(format!("{}KBあります", file.blob.bytes / 1024))
                .help("画像の横の長さを1,600ピクセルほどに縮め、500KBまでのファイルに置き換えてください。")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::Sample;
    use crate::model::document::Target;

    fn marked(written: &str, bytes: u64) -> Vec<String> {
        let mut sample = Sample::new();
        sample.add("guides/start", &format!("題名\n{written}"), |draft| {
            draft.attachment("kaijo.jpg", 9).blob.bytes = bytes;
            draft.link(written, Target::Attachment(0));
        });
        sample.marked(Rule::Writing(super::check))
    }

    #[test]
    fn an_image_of_the_text_has_at_most_500_kilobytes() {
        let image = "![会場の入口](kaijo.jpg)";
        assert_eq!(marked(image, 512_001), ["kaijo.jpg"]);
        assert!(marked(image, 512_000).is_empty());
    }

    #[test]
    fn a_file_to_download_may_be_larger() {
        assert!(marked("[会場の写真](kaijo.jpg)", 9_000_000).is_empty());
    }
}
