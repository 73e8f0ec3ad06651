//! Values with parts (phase `parse`): speakers, attachments, sources, topics, and how to take part from elsewhere.

use std::ops::Range;

use crate::diag::Findings;
use crate::model::facet::{AttachmentLine, Online, Other, Reference, Speaker, Url, Words};
use crate::model::names::Text;
use crate::parse::contacts::{unreadable_url, url_of};
use crate::parse::values::{Background, Fault, Line, read};
use crate::text::span::Spanned;

/// 講師 in one line: a name with the role in brackets, or several of them.
pub fn speakers(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Vec<Spanned<Speaker>> {
    let read = read(value, background, findings, |line, _| {
        let parts = line.folded.split(|sign| sign == '、');
        let all_have_roles = parts
            .iter()
            .all(|part| line.folded.text(part.clone()).ends_with(')'));
        let parts = match parts.len() > 1 && all_have_roles {
            true => parts,
            false => vec![line.whole()],
        };
        parts.into_iter().map(|part| speaker(line, part)).collect()
    });
    read.map_or_else(Vec::new, |speakers: Spanned<Vec<_>>| speakers.value)
}

fn speaker(line: &Line<'_>, part: Range<usize>) -> Result<Spanned<Speaker>, Fault> {
    let fault = |at: Range<usize>, label: &str| {
        Fault::new("speaker-unreadable", at, "講師を読み取れません")
            .label(label)
            .help("名前を書き、かっこの中に肩書きを書いてください。")
    };
    let signs: Vec<char> = line.folded.text(part.clone()).chars().collect();
    let open = signs.iter().position(|sign| *sign == '(');
    let depth = signs.iter().try_fold(0_usize, |depth, sign| match sign {
        '(' => Some(depth + 1),
        ')' => depth.checked_sub(1),
        _ => Some(depth),
    });
    if depth != Some(0) {
        let at = open.map_or(part.clone(), |open| part.start + open..part.end);
        return Err(fault(at, "かっこが組になっていません"));
    }
    let (name, role) = match (open, signs.last()) {
        (Some(open), Some(')')) => {
            let open = part.start + open;
            (part.start..open, Some(open + 1..part.end - 1))
        }
        _ => (part.clone(), None),
    };
    let name = line
        .words(name)
        .ok_or_else(|| fault(part.clone(), "名前がありません"))?;
    let role = role
        .and_then(|role| line.words(role))
        .map(|role| role.value);
    Ok(Spanned::new(
        Speaker {
            name: name.value,
            role,
        },
        line.place(part),
    ))
}

/// 添付: a file name, and what a reader is told it is.
pub fn attachment(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Spanned<AttachmentLine>> {
    read(value, background, findings, |line, _| {
        let (file, label) = file_and_label(line);
        let fault = Fault::new(
            "attachment-name",
            file.clone(),
            "ファイルの名前を読み取れません",
        );
        let written = line.words(file.clone());
        let is_path = line.raw.contains('\\') || line.written(file).contains('/');
        let Some(file) = written.filter(|_| !is_path) else {
            let label = match is_path {
                true => "フォルダーの名前は書けません",
                false => "ファイルの名前がありません",
            };
            return Err(fault.label(label).help(
                "原稿と同じ名前のフォルダーにファイルを入れ、ファイルの名前だけを書いてください。",
            ));
        };
        let label = line.words(label).map(|label| label.value);
        Ok(AttachmentLine {
            file: file.value,
            label,
        })
    })
}

/// 駐車場：3台: what it is about, and what is said of it.
pub fn other(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Spanned<Other>> {
    read(value, background, findings, |line, _| {
        let mut cursor = line.folded.cursor();
        let label = 0..cursor.take_while(|sign| sign != ':');
        let behind = (label.end + 1).min(line.folded.len())..line.folded.len();
        match (line.words(label), line.words(behind)) {
            (Some(label), Some(text)) => Ok(Other {
                label: label.value,
                text: text.value,
            }),
            (_, _) => Err(Fault::new(
                "other-unreadable",
                line.whole(),
                "見出しと内容に分けられません",
            )
            .label("「見出し：内容」の形ではありません")
            .help("何についてのことかを先に書き、「：」で区切ってください。")),
        }
    })
}

/// The part before a colon and the one behind it; without a colon, a blank behind an extension parts them.
fn file_and_label(line: &Line<'_>) -> (Range<usize>, Range<usize>) {
    let signs: Vec<char> = line.folded.text(line.whole()).chars().collect();
    let end = signs.len();
    if let Some(colon) = signs.iter().position(|sign| *sign == ':') {
        return (0..colon, colon + 1..end);
    }
    let after_extension = |blank: usize| {
        let before = signs.iter().take(blank).rev();
        let extension = before
            .take_while(|sign| sign.is_ascii_alphanumeric())
            .count();
        let has_dot = extension < blank && signs.get(blank - extension - 1) == Some(&'.');
        (2..=5).contains(&extension) && has_dot
    };
    let blanks = signs.iter().enumerate().filter(|(_, sign)| **sign == ' ');
    let parting = blanks
        .map(|(at, _)| at)
        .find(|blank| after_extension(*blank));
    let at = parting.unwrap_or(end);
    (0..at, at..end)
}

/// 出典: words with at most one address anywhere among them.
pub fn reference(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Spanned<Reference>> {
    read(value, background, findings, |line, _| {
        let words = || {
            Text::new(line.raw)
                .ok_or_else(|| Fault::new("url-unreadable", line.whole(), "出典を読み取れません"))
        };
        let Some(at) = address(line) else {
            return Ok(Reference {
                text: words()?,
                url: None,
            });
        };
        let Some(url) = Url::new(line.written(at.clone())) else {
            return Err(unreadable_url(line, at));
        };
        let before = line.written(0..at.start);
        let behind = line.written(at.end..line.folded.len());
        let rest = match (
            before.trim_end().chars().last(),
            behind.trim_start().chars().next(),
        ) {
            (Some('（' | '(' | '<' | '＜'), Some('）' | ')' | '>' | '＞')) => {
                let before = before.trim_end().trim_end_matches(['（', '(', '<', '＜']);
                let behind = behind
                    .trim_start()
                    .trim_start_matches(['）', ')', '>', '＞']);
                format!("{}{behind}", before.trim_end())
            }
            _ => format!("{} {}", before.trim(), behind.trim()),
        };
        let text = Text::new(&rest).map_or_else(words, Ok)?;
        Ok(Reference {
            text,
            url: Some(url),
        })
    })
}

/// The signs of the first address in a value; it ends at a blank or at a bracket or stop that belongs to the sentence.
fn address(line: &Line<'_>) -> Option<Range<usize>> {
    let mut cursor = line.folded.cursor();
    loop {
        let start = cursor.at();
        if cursor.eat_any(&["https://", "http://"]).is_some() {
            cursor.take_while(|sign| !" )」』、。<>\"'`".contains(sign));
            return Some(start..cursor.at());
        }
        cursor.bump()?;
    }
}

/// 分野: names in one line, parted by 、.
pub fn topics(value: &Spanned<String>, background: Background<'_>) -> Vec<Words> {
    let line = Line::new(value, background);
    let parts = line.folded.split(|sign| matches!(sign, '、' | ','));
    parts
        .into_iter()
        .filter_map(|part| line.words(part))
        .collect()
}

/// オンライン: words, or an address alone.
pub fn online(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Spanned<Online>> {
    read(value, background, findings, |line, _| {
        let has_space = line.raw.trim().contains(char::is_whitespace);
        let is_address = address(line).is_some_and(|at| at.start == 0) && !has_space;
        match (is_address, Text::new(line.raw)) {
            (false, Some(text)) => Ok(Online::Text(text)),
            (true, _) | (false, None) => url_of(line).map(Online::Url),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{attachment, online, reference, speakers, topics};
    use crate::model::facet::Online;
    use crate::parse::values::trial::outcome;

    #[test]
    fn the_role_of_a_speaker_stands_in_brackets() {
        let read = |value: &str| {
            outcome(value, |value, background, findings| {
                let speakers = speakers(value, background, findings);
                let shown = speakers.iter().map(|speaker| {
                    let role = speaker.value.role.as_ref().map(|role| format!("/{role}"));
                    format!("{}{}", speaker.value.name, role.unwrap_or_default())
                });
                shown.collect::<Vec<_>>().join(" + ")
            })
        };
        for (value, said) in [
            ("見本 太郎（見本病院 医師）", "見本 太郎/見本病院 医師"),
            ("見本 太郎 (医師(内科))", "見本 太郎/医師(内科)"),
            ("見本 太郎", "見本 太郎"),
            (
                "見本 太郎（医師）、見本 花子（看護師）",
                "見本 太郎/医師 + 見本 花子/看護師",
            ),
            ("見本病院 医師、見本 太郎", "見本病院 医師、見本 太郎"),
            ("見本 太郎（）", "見本 太郎"),
            ("（医師）", "speaker-unreadable「（医師）」"),
            ("見本 太郎（医師", "speaker-unreadable「（医師」"),
        ] {
            assert_eq!(read(value), said, "{value}");
        }
    }

    #[test]
    fn a_file_is_named_before_a_colon_and_explained_behind_it() {
        let read = |value: &str| {
            outcome(value, |value, background, findings| {
                attachment(value, background, findings).map_or_else(String::new, |line| {
                    let label = line.value.label.map(|label| format!("|{label}"));
                    format!("{}{}", line.value.file, label.unwrap_or_default())
                })
            })
        };
        for (value, said) in [
            ("flyer.pdf：講演会のちらし", "flyer.pdf|講演会のちらし"),
            ("flyer.pdf: 講演会: 表", "flyer.pdf|講演会: 表"),
            ("flyer.pdf", "flyer.pdf"),
            ("flyer.pdf：", "flyer.pdf"),
            ("flyer.pdf　ちらし", "flyer.pdf|ちらし"),
            ("講演会 ちらし.pdf", "講演会 ちらし.pdf"),
            (
                "files/flyer.pdf：ちらし",
                "attachment-name「files/flyer.pdf」",
            ),
            (r"C:\ちらし.pdf", "attachment-name「C」"),
            ("：ちらし", "attachment-name「」"),
        ] {
            assert_eq!(read(value), said, "{value}");
        }
    }

    #[test]
    fn the_address_of_a_source_is_found_among_its_words() {
        let read = |value: &str| {
            outcome(value, |value, background, findings| {
                reference(value, background, findings).map_or_else(String::new, |reference| {
                    let url = reference
                        .value
                        .url
                        .map(|url| format!(" <{}>", url.as_str()));
                    format!("{}{}", reference.value.text, url.unwrap_or_default())
                })
            })
        };
        for (value, said) in [
            (
                "大阪市「報告」 https://example.jp/a",
                "大阪市「報告」 <https://example.jp/a>",
            ),
            (
                "大阪市「報告」（https://example.jp/a）2版",
                "大阪市「報告」2版 <https://example.jp/a>",
            ),
            (
                "https://example.jp/a",
                "https://example.jp/a <https://example.jp/a>",
            ),
            ("大阪市「報告」（令和6年版）", "大阪市「報告」（令和6年版）"),
            ("大阪市 https://", "url-unreadable「https://」"),
        ] {
            assert_eq!(read(value), said, "{value}");
        }
    }

    #[test]
    fn topics_in_one_line_are_parted_but_not_inside_a_name() {
        let read = outcome(
            "人生会議（ACP）、医療・介護の連携",
            |value, background, _| {
                let topics = topics(value, background);
                let names = topics.iter().map(|topic| topic.span.of(&value.value));
                names.collect::<Vec<_>>().join("|")
            },
        );
        assert_eq!(read, "人生会議（ACP）|医療・介護の連携");
    }

    #[test]
    fn taking_part_online_is_an_address_or_words() {
        let read = |value: &str| {
            outcome(value, |value, background, findings| {
                match online(value, background, findings).map(|online| online.value) {
                    Some(Online::Text(text)) => format!("words {text}"),
                    Some(Online::Url(url)) => format!("address {}", url.as_str()),
                    None => String::new(),
                }
            })
        };
        assert_eq!(read("Zoom"), "words Zoom");
        assert_eq!(
            read("https://example.jp/live"),
            "address https://example.jp/live"
        );
        assert_eq!(
            read("Zoom https://example.jp/live"),
            "words Zoom https://example.jp/live"
        );
        assert_eq!(read("https://"), "url-unreadable「https://」");
    }
}
