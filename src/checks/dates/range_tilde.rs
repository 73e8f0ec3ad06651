//! `ja-range-tilde`: a wave or a dash between two days, times or numbers.

use crate::checks::dates::house::{tokens, written};
use crate::checks::{CheckRow, Input, Kind, Passage, Rule, Signs, Stage, Token};
use crate::diag::{Diagnostic, Severity};
use crate::text::japanese::{fold, is_kanji};

pub const ROW: CheckRow = CheckRow {
    code: "ja-range-tilde",
    severity: Severity::Warning,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(
        Signs::WAVE
            .or(Signs::DASH)
            .or(Signs::HYPHEN)
            .or(Signs::PUNCTUATION),
        check,
    )),
    detects: "日付、時刻、数の間の「～」を見つけます。",
    why: "読み上げソフトは「～」を読み飛ばすことがあり、いつからいつまでかが伝わりません。",
    source: "",
    bad: &[
        "14時～15時30分",
        "受付は令和8年11月2日〜令和8年11月30日です。",
        "10月1日（木曜日）～3日（土曜日）",
        "9:00-17:30",
        "定員は10～20人です。",
        "受付は13:30～です。",
        "月曜日～金曜日の9時から開きます。",
        "受付：月～金（祝日を除く）",
    ],
    good: &[
        "14時から15時30分まで",
        "受付は令和8年11月2日から令和8年11月30日までです。",
        "電話は06-0000-0101、住所は1-2-3です。",
        "「～だ」を「～である」に改めます。大阪～京都",
        "文書番号は第10-20号です。",
        "「～今日～」と題した会です。12時～昼のつどい～を開きます。",
    ],
};

/// What a token bounds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    Moment,
    Number,
}

fn check(passage: &Passage, input: &Input) -> Vec<Diagnostic> {
    let pairs = tokens(passage).windows(2);
    let pairs = pairs.filter_map(|pair| match pair {
        [start, end] => diagnostic(passage, input, start, end),
        _ => None,
    });
    let open = tokens(passage).iter();
    let open = open.filter_map(|start| open_end(passage, input, start));
    pairs.chain(open).chain(weekdays(passage)).collect()
}

/// 13:30～, from a time on without an end.
fn open_end(passage: &Passage, input: &Input, start: &Token) -> Option<Diagnostic> {
    start.kind.time()?;
    let behind = passage.part(start.range.end..passage.text.len());
    let wave = behind.chars().next().filter(|sign| fold(*sign) == '~')?;
    let rest = behind.get(wave.len_utf8()..)?;
    let is_end = rest.is_empty()
        || rest.starts_with(['。', '、', '（', '(', '\n'])
        || rest.starts_with("です");
    if !is_end {
        return None;
    }
    let range = start.range.end..start.range.end + wave.len_utf8();
    let time = written(passage, start, input.site.settings.style);
    let found = Diagnostic::warning(
        ROW.code,
        passage.at(range.clone()),
        "始まりが記号で書かれています",
    )
    .label("「から」と読まれません")
    .help(format!("「{time}から」と書いてください。"));
    Some(match passage.exact(range) {
        Some(at) => found.fix(at, "から"),
        None => found,
    })
}

/// 月曜日～金曜日, 月～金.
fn weekdays(passage: &Passage) -> impl Iterator<Item = Diagnostic> {
    let text = passage.text.as_str();
    let waves = text.match_indices(['～', '〜', '~']);
    waves.filter_map(move |(at, wave)| {
        let start = weekday(text.get(..at)?.chars().rev())?;
        let end = weekday(text.get(at + wave.len()..)?.chars())?;
        let help = format!("「{start}曜日から{end}曜日まで」のように書いてください。");
        let found = Diagnostic::warning(
            ROW.code,
            passage.at(at..at + wave.len()),
            "範囲が記号で書かれています",
        )
        .label("「から」と読まれません")
        .help(help);
        Some(found)
    })
}

/// The weekday that signs begin with, in either direction, as one sign or with 曜 or 曜日.
fn weekday(signs: impl Iterator<Item = char>) -> Option<char> {
    let word: Vec<char> = signs.take_while(|sign| is_kanji(*sign)).take(4).collect();
    let day = match word.as_slice() {
        [day] | [day, '曜'] | ['曜', day] | [day, '曜', '日'] | ['日', '曜', day] => *day,
        _ => return None,
    };
    "月火水木金土日".contains(day).then_some(day)
}

fn diagnostic(passage: &Passage, input: &Input, start: &Token, end: &Token) -> Option<Diagnostic> {
    let joint = start.range.end..end.range.start;
    let written_joint = passage.part(joint.clone());
    let mut signs = written_joint.trim().chars().map(fold);
    let (sign, None) = (signs.next()?, signs.next()) else {
        return None;
    };
    let (one, other) = (bound(start.kind)?, bound(end.kind)?);
    let is_moment = one == Bound::Moment && other == Bound::Moment;
    if sign != '~' && !(sign == '-' && is_moment) {
        return None;
    }
    let first = written(passage, start, input.site.settings.style);
    let second = written(passage, end, input.site.settings.style);
    let help = match (is_moment, number_and_unit(passage, end)) {
        (false, Some((_, unit))) if start_is_bare(start) => narrow(&format!(
            "「{first}{unit}から{second}まで」のように書いてください。"
        )),
        (_, _) => narrow(&format!(
            "「{first}から{second}まで」のように書いてください。"
        )),
    };
    let place = start_of_sign(written_joint, joint.start);
    let at = passage.at(place);
    let title = "範囲が記号で書かれています";
    let found = match is_moment {
        true => Diagnostic::warning(ROW.code, at, title),
        false => Diagnostic::info(ROW.code, at, title),
    };
    let found = found.label("「から」と読まれません").help(help);
    let range = joint.start..end.range.end;
    Some(
        match (is_moment, tail(passage, end), passage.exact(range)) {
            (true, Some(tail), Some(at)) => found.fix(at, format!("から{second}{tail}")),
            (_, _, _) => found,
        },
    )
}

/// The digits half-width, as `ja-fullwidth-alnum` leaves them.
fn narrow(help: &str) -> String {
    let digit = |sign| match sign {
        '０'..='９' => fold(sign),
        _ => sign,
    };
    help.chars().map(digit).collect()
}

fn bound(kind: Kind) -> Option<Bound> {
    match kind {
        Kind::Day(_) | Kind::Time(_) => Some(Bound::Moment),
        Kind::Quantity(_) | Kind::Money(_) => Some(Bound::Number),
        Kind::Url
        | Kind::Email
        | Kind::File
        | Kind::Standard
        | Kind::Code
        | Kind::Item
        | Kind::Lot
        | Kind::Room
        | Kind::Postal(_)
        | Kind::Phone(_)
        | Kind::Fraction
        | Kind::Ratio => None,
    }
}

fn start_is_bare(start: &Token) -> bool {
    let amount = start.kind.amount();
    amount.is_some_and(|amount| amount.unit.range().is_empty())
}

fn number_and_unit<'a>(passage: &'a Passage, end: &Token) -> Option<(&'a str, &'a str)> {
    let amount = end.kind.amount()?;
    Some((
        passage.part(amount.number.range()),
        passage.part(amount.unit.range()),
    ))
}

/// Where the sign stands, without the blanks around it.
fn start_of_sign(joint: &str, at: usize) -> std::ops::Range<usize> {
    let start = at + joint.len() - joint.trim_start().len();
    start..start + joint.trim().len()
}

/// What has to follow the end of the range: まで, unless it is there; `None` where another word would have to change too.
fn tail(passage: &Passage, end: &Token) -> Option<&'static str> {
    let behind = passage.part(end.range.end..passage.text.len());
    if behind.starts_with("まで") {
        return Some("");
    }
    let is_end = behind
        .chars()
        .next()
        .is_none_or(|next| "、。（(）)」】\n 　・の／/".contains(next));
    let is_sentence = ["です", "とします"]
        .iter()
        .any(|words| behind.starts_with(words));
    (is_end || is_sentence).then_some("まで")
}

#[cfg(test)]
mod tests {
    use super::ROW;
    use crate::checks::Stage;
    use crate::checks::testing::Sample;
    use crate::model::body::{Part, PartKind, Passage, Role};

    fn fixed(line: &str) -> Vec<Option<String>> {
        let mut sample = Sample::new();
        sample.add("notices/2026-11-01-a", &format!("題名\n{line}"), |draft| {
            let part = Part {
                span: draft.span(line),
                kind: PartKind::Words,
                strong: false,
                linked: false,
            };
            draft.document.body.passages.push(Passage {
                role: Role::Paragraph,
                parts: vec![part],
            });
        });
        let Stage::Checking(rule) = ROW.finds else {
            return Vec::new();
        };
        let found = sample.found(rule).into_iter();
        let found = found.map(|found| {
            let fix = found.fix?;
            let mut text = sample.texts[3].clone();
            text.replace_range(fix.at.span.range(), &fix.replacement);
            Some(text.trim_start_matches("題名\n").to_owned())
        });
        found.collect()
    }

    #[test]
    fn a_range_is_put_in_words_with_its_end_as_other_rules_leave_it() {
        let some = |text: &str| vec![Some(text.to_owned())];
        assert_eq!(fixed("14時～15時"), some("14時から15時まで"));
        assert_eq!(fixed("14時 〜 15時までの間"), some("14時から15時までの間"));
        assert_eq!(fixed("9時-17:30です"), some("9時から17時30分までです"));
        assert_eq!(
            fixed("12月1日～12/5（土）、"),
            some("12月1日から12月5日（土曜日）まで、")
        );
        assert_eq!(
            fixed("9時～17時（祝日を除く）"),
            some("9時から17時まで（祝日を除く）")
        );
        assert_eq!(fixed("12月1日～5日に開く"), [None]);
        assert_eq!(fixed("10～20人"), [None]);
    }
}
