//! `image-alt`: an image whose text alternative is empty or says only that it is an image.
//!
//! Why: who cannot see the image hears nothing of what it shows (WCAG SC 1.1.1, JIS X 8341-3; domain §3.4 E `img-alt-missing`,
//! `img-alt-generic`).
//!
//! Bad: `![](map.png)`, `![画像](map.png)`, `![map.png](map.png)`. Good: `![北区役所の3階にある会議室までの地図](map.png)`.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Image;

/// Words that only say that there is an image.
const KINDS_OF_IMAGES: [&str; 14] = [
    "写真",
    "画像",
    "イラスト",
    "図",
    "ロゴ",
    "図版",
    "図表",
    "グラフ",
    "地図",
    "イメージ",
    "アイコン",
    "バナー",
    "image",
    "photo",
];

const FILE_ENDINGS: [&str; 9] = [
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif", ".bmp", ".heic",
];

/// How cameras and phones name their files.
const CAMERA_NAMES: [&str; 5] = ["img_", "dsc_", "dscn", "dscf", "pxl_"];

pub const ROW: CheckRow = CheckRow {
    code: "image-alt",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "何の画像か分からない代替テキストを見つけます。",
    why: "画像を見られない人には、代替テキストだけが伝わります。「写真」やファイル名では、何も分かりません。",
    source: "JIS X 8341-3:2016 1.1.1",
    bad: &[
        "![](chizu.png)",
        "![写真](tearai.jpg)",
        "![図（2）](nagare.png)",
        "![IMG_0123](tearai.jpg)",
        "![chizu.PNG](chizu.png)",
    ],
    good: &[
        "![会場までの地図。見本駅の2番出口から南へ5分](chizu.png)",
        "![北区のロゴ](logo.png)",
        "![手の甲を洗う図](tearai.png)",
        "「図2」と「写真」は、ビラの裏面にあります。",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let images = writing.body.images.iter();
    images
        .filter_map(|image| diagnostic(writing, input, image))
        .collect()
}

fn diagnostic(writing: &Writing, input: &Input, image: &Image) -> Option<Diagnostic> {
    let alt = image.alt.trim();
    let (title, label) = fault(alt)?;
    let span = match alt {
        "" => image.span,
        alt => input.find(writing.source, image.span, alt),
    };
    let found = Diagnostic::error("image-alt", at(writing.source, span), title)
        .label(label)
        .help("画像で伝えたいことを、「![会場までの地図。駅の2番出口から南へ5分](map.png)」のように角かっこの中に書いてください。");
    Some(found)
}

fn fault(alt: &str) -> Option<(&'static str, &'static str)> {
    if alt.is_empty() {
        return Some(("画像に代替テキストがありません", "画像の説明がありません"));
    }
    if is_file_name(alt) {
        return Some((
            "代替テキストがファイル名です",
            "ファイル名では何の画像か分かりません",
        ));
    }
    is_only_a_kind(alt).then_some((
        "代替テキストで何の画像か分かりません",
        "画像の種類だけが書いてあります",
    ))
}

fn is_file_name(alt: &str) -> bool {
    let lower = alt.to_ascii_lowercase();
    let is_ending = FILE_ENDINGS.iter().any(|ending| lower.ends_with(ending));
    let is_camera = |name: &&str| {
        let number = lower.strip_prefix(*name).unwrap_or_default();
        !number.is_empty()
            && number
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'_')
    };
    is_ending || CAMERA_NAMES.iter().any(is_camera)
}

/// `写真`, `写真1`, `図（2）`.
fn is_only_a_kind(alt: &str) -> bool {
    let is_mark = |character: char| {
        character.is_numeric()
            || character.is_whitespace()
            || "（）()．.・-－_:：".contains(character)
    };
    let word = alt.trim_matches(is_mark).to_ascii_lowercase();
    word.is_empty() || KINDS_OF_IMAGES.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::Sample;
    use crate::model::body::Image;

    fn marked(alt: &str) -> Vec<String> {
        let mut sample = Sample::new();
        let written = format!("![{alt}](a.png)");
        sample.add("guides/start", &format!("題名\n{written}"), |draft| {
            let span = draft.span(&written);
            let alt = alt.into();
            draft.document.body.images.push(Image { alt, span });
        });
        sample.marked(Rule::Writing(super::check))
    }

    #[test]
    fn an_empty_alternative_marks_the_image() {
        assert_eq!(marked(""), ["![](a.png)"]);
    }

    #[test]
    fn words_that_say_nothing_are_marked() {
        for alt in [
            "写真",
            "図（2）",
            "ロゴ",
            "1",
            "map.PNG",
            "IMG_0123",
            "Image 3",
        ] {
            assert_eq!(marked(alt), [alt]);
        }
    }

    #[test]
    fn a_description_is_fine() {
        for alt in [
            "会場までの地図",
            "北区のロゴ",
            "講演会の写真。医師が話している",
        ] {
            assert!(marked(alt).is_empty(), "{alt}");
        }
    }
}
