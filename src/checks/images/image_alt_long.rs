//! `image-alt-long`: a text alternative of more than 120 characters.
//!
//! Why: it is read without a pause and cannot be skipped or searched; long explanations belong in the text, where everybody
//! can read them (WCAG SC 1.1.1, JIS X 8341-3; domain §3.4 E `img-alt-long`).
//!
//! Bad: a whole programme inside `![…]`. Good: `![当日の流れ。くわしくは下の表](programme.png)` and a table.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};

const LONGEST: usize = 120;

pub const ROW: CheckRow = CheckRow {
    code: "image-alt-long",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "120文字を超える代替テキストを見つけます。",
    why: "代替テキストは、途中で止めたり、表のように読み返したりできません。長い説明は、だれでも読める本文に書きます。",
    source: "JIS X 8341-3:2016 1.1.1",
    bad: &[
        "![講演会のちらし。日時は令和8年12月5日土曜日の14時から15時30分まで、会場は見本区民センター2階の大会議室、対象は区内にお住まいの方とお勤めの方、定員は50人で先着順、費用は無料、申込みは電話かファクスかメールで11月30日までに北区役所の保健福祉課へ](chirashi.png)",
    ],
    good: &["![講演会のちらし。内容は下の本文と同じです](chirashi.png)"],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let images = writing.body.images.iter();
    let counted = images.map(|image| (image.alt.chars().count(), image));
    counted
        .filter(|(count, _)| *count > LONGEST)
        .map(|(count, image)| {
            let span = input.find(writing.source, image.span, &image.alt);
            Diagnostic::warning(
                "image-alt-long",
                at(writing.source, span),
                "代替テキストが長すぎます",
            )
            .label(format!("{count}文字あります"))
            .help(format!(
                "{LONGEST}文字までで要点だけを書き、詳しい説明は画像の下の本文に書いてください。"
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::Sample;
    use crate::model::body::Image;

    fn count(length: usize) -> usize {
        let mut sample = Sample::new();
        let written = "あ".repeat(length);
        sample.add("guides/start", &format!("題名\n{written}"), |draft| {
            let span = draft.span(&written);
            let alt = written.as_str().into();
            draft.document.body.images.push(Image { alt, span });
        });
        sample.found(Rule::Writing(super::check)).len()
    }

    #[test]
    fn up_to_120_characters_are_fine() {
        assert_eq!((count(120), count(121)), (0, 1));
    }
}
