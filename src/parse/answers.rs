//! Values that choose (phase `parse`): yes or no, 申込, 状態 and 掲載する区.

use crate::diag::Findings;
use crate::model::facet::{Need, State, WardChoice};
use crate::model::flyer::{FlyerChoice, FlyerDesign};
use crate::model::names::Text;
use crate::parse::values::{Background, Fault, Line, read};
use crate::text::nearest::nearest;
use crate::text::span::Spanned;

/// はい or いいえ.
pub fn yes_or_no(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Spanned<bool>> {
    read(value, background, findings, |line, _| {
        match folded(line).trim_end_matches('。') {
            "はい" | "yes" | "true" | "on" | "○" | "〇" | "◯" | "有" | "あり" => Ok(true),
            "いいえ" | "no" | "false" | "off" | "×" | "✕" | "無" | "なし" => Ok(false),
            _ => Err(Fault::new(
                "answer-unreadable",
                line.whole(),
                "「はい」か「いいえ」ではありません",
            )
            .label("どちらか分かりません")
            .help("「はい」か「いいえ」と書いてください。")
            .without_example()),
        }
    })
}

/// 申込: whether one must apply; the rest of the words is kept.
pub fn need(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Spanned<Need>> {
    read(value, background, findings, |line, _| {
        let folded = folded(line);
        let sentence = folded.split(['。', '(', '、']).next().unwrap_or_default();
        let about = SUBJECTS.iter().any(|word| sentence.starts_with(word));
        let says = |words: &[&str]| {
            let mut words = words.iter();
            words.any(|word| sentence.starts_with(word) || about && sentence.contains(word))
        };
        let required = !says(NOT_REQUIRED);
        let text = Text::new(line.raw).filter(|_| !required || says(REQUIRED));
        text.map(|text| Need { required, text }).ok_or_else(|| {
            Fault::new(
                "need-unreadable",
                line.whole(),
                "申込みが必要かどうか分かりません",
            )
            .label("「必要」か「不要」で始まっていません")
            .help("「必要」か「不要」で始めてください。申込みのしかたは「申込方法」に書きます。")
            .without_example()
        })
    })
}

/// What a sentence about applying begins with, as in 事前の申込みは不要です.
const SUBJECTS: &[&str] = &[
    "事前",
    "申込",
    "申し込み",
    "お申",
    "参加申",
    "予約",
    "要事前",
];

/// 必要ありません begins with 必要, so what says that nothing is needed is looked for first.
#[rustfmt::skip]
const NOT_REQUIRED: &[&str] = &[
    "不要", "必要ありません", "必要なし", "必要ない", "必要はありません", "必要はない", "いりません", "要りません", "いらない", "要らない",
    "なし", "無し", "いいえ", "no", "false", "×", "✕",
];

#[rustfmt::skip]
const REQUIRED: &[&str] = &[
    "必要", "必須", "要", "申込制", "申込み制", "申し込み制", "予約制", "いります", "あり", "はい", "yes", "true", "○", "〇", "◯",
];

/// 状態: one word; the reason has its own field.
pub fn state(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Spanned<State>> {
    read(value, background, findings, |line, _| {
        let folded = folded(line);
        let word = folded.trim_end_matches(['。', '!']);
        if let Some((_, state)) = STATES.iter().find(|(name, _)| *name == word) {
            return Ok(*state);
        }
        let fault = Fault::new(
            "state-unknown",
            line.whole(),
            "状態の言葉が決まったものではありません",
        )
        .without_example();
        let begun = STATES.iter().find(|(name, _)| word.starts_with(name));
        if let Some((name, state)) = begun {
            let tail = name.chars().count()..line.folded.len();
            return Err(Fault { at: tail, ..fault }
                .label("ここには1語だけを書きます")
                .help(format!(
                    "「状態: {}」と書き、理由は「状態の説明」に書いてください。",
                    state.label()
                )));
        }
        let meant = (folded.len() < 60)
            .then(|| nearest(word, STATES.iter().map(|(name, _)| *name)))
            .flatten();
        let fault = fault.label("「中止」「延期」「満員」のどれでもありません");
        let closed = ["受付", "募集", "締切", "締め切"];
        Err(match meant {
            _ if closed.iter().any(|begin| word.starts_with(begin)) => fault.help(
                "定員に達したなら「満員」と書いてください。締切を過ぎただけなら、「申込締切」に日付を書いて、この行を消してください。",
            ),
            Some(meant) if meant.starts_with(word) => {
                fault.help("予定どおりなら、この行を消してください。")
            }
            Some(meant) => fault.help(format!("「{meant}」のことなら、「{meant}」と書いてください。")),
            None => fault.help("予定どおりなら、この行を消してください。"),
        })
    })
}

/// ちらし: one of the designs, or なし.
pub fn flyer(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Spanned<FlyerChoice>> {
    read(value, background, findings, |line, _| {
        let folded = folded(line);
        let word = folded.trim_end_matches('。');
        if let Some((_, choice)) = FLYERS.iter().find(|(name, _)| *name == word) {
            return Ok(*choice);
        }
        let fault = Fault::new("flyer-unknown", line.whole(), "ちらしの形が分かりません")
            .label("決まった言葉ではありません")
            .without_example();
        let names = FLYERS.iter().map(|(name, _)| *name);
        let meant = nearest(word, names).filter(|_| folded.len() < 60);
        let choices = "「標準」「大きな文字」「ファクス申込書」「なし」のどれかを書いてください。";
        Err(match meant {
            Some(meant) => fault.help(format!(
                "「{meant}」のことなら、「{meant}」と書いてください。"
            )),
            None => fault.help(choices),
        })
    })
}

const FLYERS: &[(&str, FlyerChoice)] = &[
    ("標準", FlyerChoice::Design(FlyerDesign::Standard)),
    ("ふつう", FlyerChoice::Design(FlyerDesign::Standard)),
    ("大きな文字", FlyerChoice::Design(FlyerDesign::Large)),
    ("大きい文字", FlyerChoice::Design(FlyerDesign::Large)),
    ("大活字", FlyerChoice::Design(FlyerDesign::Large)),
    ("ファクス申込書", FlyerChoice::Design(FlyerDesign::FaxForm)),
    (
        "ファックス申込書",
        FlyerChoice::Design(FlyerDesign::FaxForm),
    ),
    ("fax申込書", FlyerChoice::Design(FlyerDesign::FaxForm)),
    ("なし", FlyerChoice::Without),
    ("無し", FlyerChoice::Without),
    ("作らない", FlyerChoice::Without),
];

const STATES: &[(&str, State)] = &[
    ("中止", State::Cancelled),
    ("開催中止", State::Cancelled),
    ("中止します", State::Cancelled),
    ("中止しました", State::Cancelled),
    ("中止になりました", State::Cancelled),
    ("延期", State::Postponed),
    ("開催延期", State::Postponed),
    ("延期します", State::Postponed),
    ("延期しました", State::Postponed),
    ("延期になりました", State::Postponed),
    ("満員", State::Full),
    ("満席", State::Full),
    ("満員です", State::Full),
    ("満席です", State::Full),
    ("満員になりました", State::Full),
    ("満席になりました", State::Full),
    ("定員に達しました", State::Full),
];

/// 掲載する区: all, none, or names in one line or in several.
pub fn wards(
    values: &[Spanned<String>],
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<WardChoice> {
    let mut names = Vec::new();
    for value in values {
        let line = Line::new(value, background);
        let whole = folded(&line);
        let choice = match whole.as_str() {
            "すべて" | "全て" | "すべての区" | "全区" | "24区" | "all" => {
                Some(WardChoice::All)
            }
            "なし" | "無し" | "none" => Some(WardChoice::None),
            _ => None,
        };
        match choice {
            Some(choice) if values.len() == 1 => return Some(choice),
            Some(_) => {
                let fault = Fault::new(
                    "wards-mixed",
                    line.whole(),
                    "「掲載する区」が1つに決まりません",
                )
                .label("区の名前と一緒には書けません")
                .help("この行を消すか、ほかの区の名前を消してください。")
                .without_example();
                line.report(fault, findings);
            }
            None => {
                let parts = line.folded.split(|sign| "、,・/ ".contains(sign));
                names.extend(parts.into_iter().filter_map(|part| line.words(part)));
            }
        }
    }
    (!names.is_empty()).then_some(WardChoice::Named(names))
}

/// The value folded, trimmed and in lower case.
fn folded(line: &Line<'_>) -> String {
    line.folded.text(line.whole()).trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{need, state, wards, yes_or_no};
    use crate::model::facet::WardChoice;
    use crate::parse::values::trial::outcome;

    #[test]
    fn yes_and_no_have_many_forms() {
        let answer = |value: &str| {
            outcome(value, |value, background, findings| {
                yes_or_no(value, background, findings)
                    .map_or_else(String::new, |answer| answer.value.to_string())
            })
        };
        for (value, said) in [
            ("はい", "true"),
            ("○", "true"),
            ("Ｙｅｓ", "true"),
            ("いいえ", "false"),
            ("no", "false"),
            ("たぶん", "answer-unreadable「たぶん」"),
        ] {
            assert_eq!(answer(value), said, "{value}");
        }
    }

    #[test]
    fn a_need_is_told_by_how_it_begins() {
        let required = |value: &str| {
            outcome(value, |value, background, findings| {
                need(value, background, findings)
                    .map_or_else(String::new, |need| need.value.required.to_string())
            })
        };
        for (value, said) in [
            ("必要", "true"),
            ("要", "true"),
            ("必要です。お電話ください。", "true"),
            ("要事前申込", "true"),
            ("はい", "true"),
            ("不要", "false"),
            ("不要（直接会場へ）", "false"),
            ("必要ありません。", "false"),
            ("事前の申込みは不要です。", "false"),
            ("申込みの必要はありません", "false"),
            ("事前に申込みが必要です", "true"),
            ("必要（団体は不要）", "true"),
            ("いいえ", "false"),
            ("要りません", "false"),
            ("直接会場へ", "need-unreadable「直接会場へ」"),
        ] {
            assert_eq!(required(value), said, "{value}");
        }
    }

    #[test]
    fn a_state_is_one_known_word() {
        let state = |value: &str| {
            outcome(value, |value, background, findings| {
                state(value, background, findings)
                    .map_or_else(String::new, |state| state.value.label().to_owned())
            })
        };
        for (value, said) in [
            ("中止", "中止"),
            ("延期", "延期"),
            ("満席", "満員"),
            ("定員に達しました。", "満員"),
            ("中止（台風のため）", "state-unknown「（台風のため）」"),
            ("中正", "state-unknown「中正」"),
        ] {
            assert_eq!(state(value), said, "{value}");
        }
    }

    #[test]
    fn wards_are_all_none_or_named() {
        let choice = |value: &str| {
            outcome(value, |value, background, findings| {
                let values = [value.clone()];
                match wards(&values, background, findings) {
                    Some(WardChoice::All) => "all".to_owned(),
                    Some(WardChoice::None) => "none".to_owned(),
                    Some(WardChoice::Named(names)) => {
                        let names = names.iter().map(|name| name.span.of(&value.value));
                        names.collect::<Vec<_>>().join("|")
                    }
                    None => String::new(),
                }
            })
        };
        assert_eq!(choice("すべて"), "all");
        assert_eq!(choice("なし"), "none");
        assert_eq!(choice("北区、港区・西区　旭区"), "北区|港区|西区|旭区");
    }
}
