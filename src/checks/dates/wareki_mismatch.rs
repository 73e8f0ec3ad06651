//! `ja-wareki-mismatch`: a year of an era that is not the western year beside it, or that the era never had.

use crate::checks::dates::house::days;
use crate::checks::{CheckRow, Day, Form, Input, Passage, Rule, Signs, Stage, Written};
use crate::diag::{Diagnostic, Severity};
use crate::model::date::{Date, Era, EraYear};

pub const ROW: CheckRow = CheckRow {
    code: "ja-wareki-mismatch",
    severity: Severity::Error,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(Signs::DIGIT.or(Signs::WIDE_ALNUM), check)),
    detects: "「令和6年（2023年）」「平成32年」のように、元号と合わない年を見つけます。",
    why: "どちらの年が正しいか分からず、読む人が1年違えて覚えてしまいます。",
    source: "元号法（昭和54年法律第43号）",
    bad: &[
        "令和6年（2023年）に始まりました。",
        "2024年（令和5年）に始まりました。",
        "令和6年度（2025年度）の計画です。",
        "計画は平成32年3月に終わりました。",
        "平成31年5月1日に始まりました。",
        "令和1年に始まりました。",
    ],
    good: &[
        "令和6年（2024年）に始まりました。",
        "2024年（令和6年）10月に始まりました。",
        "令和6年度（2024年度）の計画です。",
        "平成32年度を目標年度とした前の計画を見直しました。",
        "平成31年4月30日まで使いました。令和元年（2019年）5月1日から変わりました。",
        "昭和64年1月7日までに生まれた方。平成30年11月30日に決まりました。",
    ],
};

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let days = days(passage).filter_map(|(_, day)| Some((day, day.year?)));
    days.filter_map(|(day, year)| {
        twins(passage, day, year)
            .or_else(|| outside(passage, day, year))
            .or_else(|| first(passage, day, year))
    })
    .collect()
}

/// 令和6年（2023年）.
fn twins(passage: &Passage, day: Day, year: Written) -> Option<Diagnostic> {
    let twin = day.twin?;
    let (one, other) = (year.western()?, twin.western()?);
    if one == other || year.era.is_some() == twin.era.is_some() {
        return None;
    }
    let (era, western) = match year.era {
        Some(_) => (one, other),
        None => (other, one),
    };
    let both = |number: i32| {
        let date = Date::new(number, 12, 31)?;
        let (era, count) = date.era();
        Some(format!("「{}（{number}年）」", EraYear(era, count)))
    };
    Some(
        Diagnostic::error(
            ROW.code,
            passage.at(twin.span.range()),
            "元号の年と西暦の年が合っていません",
        )
        .label(match year.era {
            Some(_) => format!("{era}年のはずです"),
            None => format!("西暦{western}年と合いません"),
        })
        .help(format!(
            "{}か{}のどちらかにしてください。",
            both(era)?,
            both(western)?
        )),
    )
}

/// 平成32年, 平成31年5月1日. A 年度 of an era that has ended is a name that old plans have.
fn outside(passage: &Passage, day: Day, year: Written) -> Option<Diagnostic> {
    let era = year.era.filter(|_| !day.fiscal)?;
    let western = year.western()?;
    let last = Date::new(western, day.month.unwrap_or(12), day.day.unwrap_or(28));
    let first = Date::new(western, day.month.unwrap_or(1), day.day.unwrap_or(1));
    // 2019年 has days of two eras; it is enough that one of them fits.
    let (first, last) = first.zip(last)?;
    let is_of_era = [first, last].iter().any(|date| date.era().0 == era);
    if year.number > 0 && is_of_era {
        return None;
    }
    let (right, count) = last.era();
    let right = EraYear(right, count);
    let found = Diagnostic::error(
        ROW.code,
        passage.at(year.span.range()),
        "元号と年が合っていません",
    );
    Some(match (year.number, era) {
        (0, era) => found.help(format!(
            "{}は元年から始まります。正しい年を書いてください。",
            era.label()
        )),
        (_, Era::Meiji | Era::Taisho | Era::Showa | Era::Heisei | Era::Reiwa) => found
            .label(format!("この年は{right}です"))
            .help(format!("「{right}」と書いてください。")),
    })
}

/// 令和1年.
fn first(passage: &Passage, day: Day, year: Written) -> Option<Diagnostic> {
    let era = year.era?;
    if year.number != 1 || year.is_first || year.is_letter || day.form != Form::Words {
        return None;
    }
    let words = format!("{}元", era.label());
    let found = Diagnostic::info(
        ROW.code,
        passage.at(year.span.range()),
        "元号の最初の年は元年と書きます",
    )
    .help(format!("「{words}年」と書いてください。"));
    Some(match passage.exact(year.span.range()) {
        Some(at) => found.fix(at, words),
        None => found,
    })
}
