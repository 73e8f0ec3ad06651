//! A manuscript → the text of another that starts from it.

use crate::model::field::Field;
use crate::model::kind::Kind;
use crate::model::names::Text;
use crate::scaffold::{NOTE, scalar};

/// What the copy is for.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    pub kind: Kind,
    /// Replaces the one of the original.
    pub title: Option<&'a str>,
    /// Whether the original belongs to another ward or to the city.
    pub moved: bool,
    /// Whether it is the city's, which alone chooses wards.
    pub city: bool,
}

/// What holds for one happening only and must be written anew.
const RENEWED: &[Field] = &[
    Field::Schedule,
    Field::ApplyOpens,
    Field::ApplyDeadline,
    Field::Updated,
    Field::Reviewed,
    Field::State,
    Field::StateNote,
    Field::Expires,
    Field::Attendance,
];

/// The copy of `original`: text and comments as they are, fields that must not be carried over as comments with a note.
/// A text without front matter is returned as it is; `check` says what it lacks.
pub fn copy_of(original: &str, target: &Target<'_>) -> String {
    let Some((front, rest)) = split(original) else {
        return original.to_owned();
    };
    let line_end = match original.split_inclusive('\n').next() {
        Some(line) if line.ends_with("\r\n") => "\r\n",
        _ => "\n",
    };
    let mut copy = format!("---{line_end}");
    if target.moved {
        copy.push_str(&format!("{NOTE}{MOVED}{line_end}"));
    }
    if let Some(title) = target.title.and_then(Text::new) {
        copy.push_str(&format!("題名: {}{line_end}", scalar(&title)));
    }
    // Whether the lines that go on with the last field are comments now.
    let mut off = false;
    for line in front {
        if let Some(key) = key(line) {
            let fate = fate(key, target);
            if let Some(note) = fate.note {
                copy.push_str(&format!("{NOTE}{note}{line_end}"));
            }
            off = fate.off;
        }
        let stays = !off || line.starts_with('#') || line.trim().is_empty();
        copy.push_str(if stays { "" } else { "# " });
        copy.push_str(line);
    }
    copy.push_str(rest);
    copy
}

const MOVED: &str = "ほかの場所の原稿から写しました。「会場」「住所」「交通」と「問い合わせ先」を、この原稿に合わせて書きかえてください。";

/// What becomes of a field of the original.
struct Fate {
    /// Whether it is only a comment of the copy.
    off: bool,
    note: Option<String>,
}

fn fate(key: &str, target: &Target<'_>) -> Fate {
    let off = |note: &str| Fate {
        off: true,
        note: Some(note.to_owned()),
    };
    match Field::named(key) {
        Some(Field::Title) if target.title.and_then(Text::new).is_some() => off("前の題名です。"),
        Some(field) if !target.kind.takes(field) => {
            off(&format!("「{}」には書かない項目です。", target.kind.label))
        }
        Some(Field::Wards) if !target.city => off("市の原稿だけに書く項目です。"),
        Some(field) if RENEWED.contains(&field) => off(
            "前の原稿の値です。新しい値に書きかえて、行の先頭の「# 」を消してください。要らなければ、そのままでかまいません。",
        ),
        Some(Field::Attachments) => Fate {
            off: false,
            note: Some(
                "ファイルは写していません。使うファイルを、この原稿と同じ名前のフォルダーに入れてください。"
                    .to_owned(),
            ),
        },
        Some(_) | None => Fate {
            off: false,
            note: None,
        },
    }
}

/// The lines of front matter, and the text from the line that closes it.
fn split(text: &str) -> Option<(Vec<&str>, &str)> {
    let mut lines = text.split_inclusive('\n');
    let opening = lines.next().filter(|line| line.trim_end() == "---")?;
    let front: Vec<&str> = lines.take_while(|line| line.trim_end() != "---").collect();
    let length = opening.len() + front.iter().map(|line| line.len()).sum::<usize>();
    let rest = text.get(length..)?;
    (!rest.is_empty()).then_some((front, rest))
}

/// The name of the field that a line of front matter begins; `None` for a comment, a blank line and a line that goes on with a field.
fn key(line: &str) -> Option<&str> {
    if line.starts_with([' ', '\t', '#', '-']) {
        return None;
    }
    let (key, _) = line.split_once([':', '：'])?;
    Some(key.trim().trim_matches(['"', '\'']))
}

#[cfg(test)]
mod tests {
    use super::{Target, copy_of};
    use crate::model::kind::Kind;

    const LECTURE: &str = "---\n# 区の講演会\n題名: 人生会議\n日時:\n  - 第1回 令和8年12月5日（土曜日）14時から\n\n  # 第2回は未定\n  - 第2回 未定\n会場: 会館\n\
        申込締切: 令和8年11月30日（月曜日）\n講師: 見本 太郎\n添付: a.pdf：ちらし\n---\n\n## 内容\n\n日時: 本文です。\n";

    fn target(kind: &str) -> Target<'static> {
        Target {
            kind: Kind::with_id(kind).expect("the sample is a kind"),
            title: None,
            moved: false,
            city: false,
        }
    }

    #[test]
    fn what_held_once_becomes_a_comment_with_all_its_lines() {
        let copy = copy_of(LECTURE, &target("lectures"));
        for kept in [
            "\n# 区の講演会\n題名: 人生会議\n#: 前の",
            "\n会場: 会館\n",
            "\n講師: 見本 太郎\n",
        ] {
            assert!(copy.contains(kept), "{kept}: {copy}");
        }
        let schedule = "\n# 日時:\n#   - 第1回 令和8年12月5日（土曜日）14時から\n\n#   # 第2回は未定\n#   - 第2回 未定\n会場";
        assert!(copy.contains(schedule), "{copy}");
        assert!(copy.contains("\n# 申込締切: "), "{copy}");
        assert!(
            copy.contains("写していません。") && copy.contains("\n添付: a.pdf"),
            "{copy}"
        );
        assert!(
            copy.ends_with("\n---\n\n## 内容\n\n日時: 本文です。\n"),
            "{copy}"
        );
    }

    #[test]
    fn fields_of_another_kind_and_of_the_city_become_comments() {
        let copy = copy_of(LECTURE, &target("notices"));
        assert!(
            copy.contains("\n#: 「お知らせ」には書かない項目です。\n# 会場: 会館\n"),
            "{copy}"
        );
        let city = "---\n題名: あ\n区: なし\n---\n";
        assert!(copy_of(city, &target("notices")).contains("\n# 区: なし\n"));
        let to_city = Target {
            city: true,
            ..target("notices")
        };
        assert_eq!(copy_of(city, &to_city), city);
    }

    #[test]
    fn a_new_title_stands_first_and_the_old_one_stays_as_a_comment() {
        let titled = Target {
            title: Some("新しい: 題"),
            moved: true,
            ..target("notices")
        };
        let copy = copy_of("---\r\n題名: 古い題\r\n---\r\n本文\r\n", &titled);
        assert!(copy.contains("問い合わせ先"), "{copy}");
        assert!(
            copy.contains(
                "\r\n題名: \"新しい: 題\"\r\n#: 前の題名です。\r\n# 題名: 古い題\r\n---\r\n本文\r\n"
            ),
            "{copy}"
        );
        assert!(!copy.replace("\r\n", "").contains('\n'), "{copy}");
    }

    #[test]
    fn a_text_without_front_matter_is_copied_as_it_is() {
        for text in ["", "本文", "---\n題名: あ\n", "\n---\n題名: あ\n---\n"] {
            assert_eq!(copy_of(text, &target("lectures")), text);
        }
    }
}
