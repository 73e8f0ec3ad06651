//! Lines of 日時 that repeat (phase `parse`): a rule, hours, the days between which it holds, and the days that are left out.
//!
//! Invariant: nothing of a line is passed over; what cannot be told of a calendar is a fault or a note.

use crate::model::date::Clock;
use crate::model::facet::When;
use crate::model::names::Text;
use crate::model::repeat::{Hours, Rule};
use crate::parse::hours::{JOINTS, closing, joint, next_day, opening, unclear};
use crate::parse::labels::NO_TIME_YET;
use crate::parse::values::{Fault, Line, Reading};
use crate::text::japanese::Cursor;

use pauses::pauses;
use rules::{rules, unknown_rule, unreadable};
use terms::Terms;

mod pauses;
mod ranges;
pub mod rules;
mod terms;

/// What a line with a repetition says.
pub struct Repeated {
    /// One for each rule.
    pub whens: Vec<When>,
    pub note: Option<Text>,
}

/// Whether a rule stands here, with what may stand before it.
pub fn begins(cursor: Cursor<'_>) -> bool {
    let mut ahead = cursor;
    pauses(&mut ahead);
    !matches!(rules(&mut ahead), Ok(None))
}

/// Whether a rule stands near behind a place; far behind it, it belongs to something else.
pub fn stands_in(mut cursor: Cursor<'_>) -> bool {
    for _ in 0..40 {
        if begins(cursor) || unknown_rule(&mut cursor.clone()).is_some() {
            return true;
        }
        cursor.bump();
    }
    false
}

/// What is wrong behind a rule that leaves out days there.
pub fn left_out(line: &Line<'_>, cursor: Cursor<'_>) -> Option<Fault> {
    let at = line.folded.trimmed(cursor.at()..line.folded.len());
    let is_left_out = ["除く", "除き", "休み", "休講"];
    let text = line.folded.text(at.clone());
    let fault = unreadable(at)
        .label("休む日を読み取れません")
        .help("行わない日は「除外日: 令和9年1月12日」のように、項目「除外日」に1日に1行で並べてください。祝日は「（祝日を除く）」、年末年始は「（年末年始を除く）」と書けます。");
    is_left_out
        .iter()
        .any(|word| text.contains(word))
        .then_some(fault)
}

/// What is wrong with a line that repeats in a way no rule can say.
pub fn unknown(line: &Line<'_>) -> Option<Fault> {
    let at = unknown_rule(&mut line.folded.cursor())?;
    let fault = unreadable(at.clone()).label("この書き方では、行う日が決まりません");
    Some(match line.folded.text(at) == "平日" {
        true => fault
            .help("「毎週月曜日から金曜日まで（祝日・年末年始を除く）」のように書いてください。"),
        false => fault
            .help("「毎月第2火曜日」や「毎週水曜日」のように書くか、1日に1行で並べてください。"),
    })
}

/// Takes a rule with all that belongs to it; nothing where the line has none.
pub fn repeated(
    cursor: &mut Cursor<'_>,
    line: &Line<'_>,
    faults: &mut Vec<Fault>,
) -> Reading<Repeated> {
    let mut ahead = *cursor;
    let mut said = Vec::new();
    let mut terms = Terms::default();
    while let Ok(true) = terms.take(&mut ahead, line, &mut said) {}
    let Some(first) = rules(&mut ahead)? else {
        return Ok(None);
    };
    let mut items = vec![Item::new(first)];
    loop {
        *cursor = ahead;
        let is_more = next_item(&mut ahead, &mut items)?
            || terms.take(&mut ahead, line, &mut said)?
            || terms.take_bracket(&mut ahead, line, &mut said)?
            || filler(&mut ahead, &mut terms);
        if !is_more {
            break;
        }
    }
    faults.append(&mut said);
    share_hours(&mut items, line)?;
    let items = items.into_iter();
    let rules = items.flat_map(|item| item.rules.into_iter().map(move |rule| (rule, item.hours)));
    let whens = rules.map(|(rule, hours)| terms.when(rule, hours, line));
    Ok(Some(Repeated {
        whens: whens.collect::<Result<_, Fault>>()?,
        note: Text::new(&terms.notes.join("、")),
    }))
}

/// Rules with the hours that apply to them.
#[derive(Clone, Debug)]
struct Item {
    rules: Vec<Rule>,
    hours: Option<Hours>,
}

impl Item {
    fn new(rules: Vec<Rule>) -> Self {
        Self { rules, hours: None }
    }
}

/// Takes hours, or a further rule or further hours behind a joint.
fn next_item(cursor: &mut Cursor<'_>, items: &mut Vec<Item>) -> Result<bool, Fault> {
    let Some(last) = items.last_mut() else {
        return Ok(false);
    };
    let mut ahead = *cursor;
    ahead.spaces();
    let is_joined = ahead.eat_any(JOINTS).is_some();
    if is_joined && let Some(rules) = rules(&mut ahead)? {
        items.push(Item::new(rules));
        *cursor = ahead;
        return Ok(true);
    }
    if last.hours.is_some() && !is_joined {
        return Ok(false);
    }
    let Some(hours) = hours(&mut ahead)? else {
        return Ok(false);
    };
    match last.hours {
        None => last.hours = Some(hours),
        Some(_) => {
            let rules = last.rules.clone();
            let hours = Some(hours);
            items.push(Item { rules, hours });
        }
    }
    *cursor = ahead;
    Ok(true)
}

/// Takes 14時から15時30分まで or 午後2時から.
fn hours(cursor: &mut Cursor<'_>) -> Reading<Hours> {
    cursor.spaces();
    cursor.eat_any(&["の", "、"]);
    let Some(start) = opening(cursor)? else {
        return Ok(None);
    };
    let mut end: Option<Clock> = None;
    let mut ahead = *cursor;
    if joint(&mut ahead) {
        *cursor = ahead;
        let from = ahead.at();
        if next_day(&mut ahead) {
            return Err(unreadable(from..ahead.at())
                .label("次の日に終わるものは、くり返しでは書けません")
                .help("「12月8日22時から12月9日6時まで」のように、1日に1行で並べてください。"));
        }
        end = closing(&mut ahead, Some(&start))?;
        if end.is_some() {
            *cursor = ahead;
        }
    }
    Ok(Some(Hours {
        start: start.clock,
        end,
    }))
}

/// Takes signs and words that change nothing.
fn filler(cursor: &mut Cursor<'_>, terms: &mut Terms) -> bool {
    cursor.spaces();
    if cursor.eat_any(NO_TIME_YET).is_some() {
        terms.notes.push("時刻は未定".to_owned());
        return true;
    }
    cursor
        .eat_any(&["。", "、", ",", "終日", "に開催", "開催"])
        .is_some()
}

/// Hours at the end of a list of rules apply to all of them.
fn share_hours(items: &mut [Item], line: &Line<'_>) -> Result<(), Fault> {
    let with_hours = items.iter().filter(|item| item.hours.is_some()).count();
    let shared = items.last().and_then(|item| item.hours);
    if with_hours == 0 || with_hours == items.len() {
        return Ok(());
    }
    if with_hours > 1 || shared.is_none() {
        return Err(unclear(line.whole()));
    }
    for item in items {
        item.hours = shared;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::model::date::Clock;
    use crate::model::facet::{Session, When};
    use crate::model::repeat::Repeat;
    use crate::model::settings::{Hours, Style, Years};
    use crate::parse::schedule::sessions;
    use crate::parse::schedule::trial::shown;
    use crate::parse::values::trial::finding;
    use crate::present::wording;

    /// `毎月第2火曜日 2026-11-10~2027-03-09 T14:00..T15:30 -holidays (note)`, the first two as pages say them.
    fn read(value: &str) -> String {
        shown(value, show)
    }

    fn show(session: &Session) -> String {
        let When::Repeated(repeat) = session.when else {
            return "no repetition".to_owned();
        };
        let clock = |clock: Clock| format!("T{}", clock.iso());
        let hours = repeat.hours.map(|hours| {
            let end = hours.end.map(clock).unwrap_or_default();
            format!(" {}..{end}", clock(hours.start))
        });
        let until = repeat.until.map(|until| until.iso());
        let label = session.label.as_ref().map(|label| format!("[{label}]"));
        let note = session.note.as_ref().map(|note| format!(" ({note})"));
        let pauses = repeat.pauses;
        [
            label.unwrap_or_default(),
            format!("{} {}~", wording::rule(repeat.rule), repeat.from.iso()),
            until.unwrap_or_default(),
            hours.unwrap_or_default(),
            if pauses.holidays { " -祝日" } else { "" }.to_owned(),
            if pauses.year_end {
                " -年末年始"
            } else {
                ""
            }
            .to_owned(),
            note.unwrap_or_default(),
        ]
        .concat()
    }

    #[test]
    fn rules_are_read_in_every_form_people_use() {
        for (value, rule) in [
            ("毎月第2火曜日", "毎月第2火曜日 2026-11-10~"),
            ("毎月第２火曜日", "毎月第2火曜日 2026-11-10~"),
            ("毎月第二火曜日", "毎月第2火曜日 2026-11-10~"),
            ("毎月の第2火曜", "毎月第2火曜日 2026-11-10~"),
            ("毎月、第2(火)", "毎月第2火曜日 2026-11-10~"),
            ("第2火曜日", "毎月第2火曜日 2026-11-10~"),
            ("第二日曜日", "毎月第2日曜日 2026-11-08~"),
            ("毎月第2・第4火曜日", "毎月第2・第4火曜日 2026-11-10~"),
            ("第2、第4火曜", "毎月第2・第4火曜日 2026-11-10~"),
            ("第2・4火曜日", "毎月第2・第4火曜日 2026-11-10~"),
            ("第1と第3土曜日", "毎月第1・第3土曜日 2026-11-07~"),
            ("第5日曜日", "毎月第5日曜日 2026-11-29~"),
            ("毎月最終金曜日", "毎月最終金曜日 2026-11-27~"),
            ("最終日曜日", "毎月最終日曜日 2026-11-29~"),
            ("毎月末の金曜日", "毎月最終金曜日 2026-11-27~"),
            ("毎月第1・最終金曜日", "毎月第1・最終金曜日 2026-11-06~"),
            (
                "第2火・木曜日",
                "毎月第2火曜日 2026-11-10~ + 毎月第2木曜日 2026-11-12~",
            ),
            ("毎週水曜日", "毎週水曜日 2026-11-04~"),
            ("毎週（水）", "毎週水曜日 2026-11-04~"),
            ("毎週火・木曜日", "毎週火・木曜日 2026-11-03~"),
            ("毎週火曜日と木曜日", "毎週火・木曜日 2026-11-03~"),
            ("毎週火木曜日", "毎週火・木曜日 2026-11-03~"),
            ("毎週（火・木）", "毎週火・木曜日 2026-11-03~"),
            ("毎週土・日", "毎週土・日曜日 2026-11-01~"),
            (
                "毎週月曜日から金曜日まで",
                "毎週月・火・水・木・金曜日 2026-11-02~",
            ),
            ("毎週月〜金曜日", "毎週月・火・水・木・金曜日 2026-11-02~"),
            ("毎日", "毎週月・火・水・木・金・土・日曜日 2026-11-01~"),
            ("毎月15日", "毎月15日 2026-11-15~"),
            ("毎月三十一日", "毎月31日 2026-12-31~"),
            (
                "毎月5日・20日",
                "毎月5日 2026-11-05~ + 毎月20日 2026-11-20~",
            ),
            ("毎月1、15日", "毎月1日 2026-11-01~ + 毎月15日 2026-11-15~"),
            (
                "第1火曜日と第3木曜日",
                "毎月第1火曜日 2026-11-03~ + 毎月第3木曜日 2026-11-19~",
            ),
            ("12月2日から隔週水曜日", "隔週水曜日 2026-12-02~"),
        ] {
            assert_eq!(read(value), rule, "{value}");
        }
    }

    #[test]
    fn hours_are_read_behind_a_rule() {
        for (value, hours) in [
            ("毎週水曜日 14時から15時30分まで", " T14:00..T15:30"),
            ("毎週水曜日14:00〜15:30", " T14:00..T15:30"),
            ("毎週水曜日、午後2時から3時30分", " T14:00..T15:30"),
            ("毎週水曜日の14時～15時半", " T14:00..T15:30"),
            ("毎週水曜 14時から", " T14:00.."),
            ("毎週水曜日 午後2時から", " T14:00.."),
            ("毎週水 14時〜", " T14:00.."),
            ("毎週水曜日（終日）", " (終日)"),
            ("毎週水曜日 20時から24時まで", " T20:00..T24:00"),
            ("毎週水曜日 時間未定", " (時刻は未定)"),
        ] {
            assert_eq!(
                read(value),
                format!("毎週水曜日 2026-11-04~{hours}"),
                "{value}"
            );
        }
        assert_eq!(
            read("毎週水曜日 10時から12時、13時から15時"),
            "毎週水曜日 2026-11-04~ T10:00..T12:00 + 毎週水曜日 2026-11-04~ T13:00..T15:00"
        );
        assert_eq!(
            read("毎週火曜日 10時から12時、毎週木曜日 14時から"),
            "毎週火曜日 2026-11-03~ T10:00..T12:00 + 毎週木曜日 2026-11-05~ T14:00.."
        );
        assert_eq!(
            read("第1火曜日と第3木曜日 14時から"),
            "毎月第1火曜日 2026-11-03~ T14:00.. + 毎月第3木曜日 2026-11-19~ T14:00.."
        );
    }

    #[test]
    fn the_days_between_which_a_rule_holds_may_stand_on_any_side() {
        for value in [
            "令和8年12月8日から令和9年3月9日まで 毎月第2火曜日 14時から15時まで",
            "12月8日（火）〜3月9日の毎月第2火曜日 14時から15時まで",
            "12月8日から翌年3月9日まで、第2火曜日の14時から15時",
            "12月8日（火曜日）から毎月第2火曜日 14時から15時まで（3月9日まで）",
            "毎月第2火曜日 14時から15時まで（令和8年12月8日から令和9年3月9日まで）",
            "毎月第2火曜日（12月8日〜3月9日） 14時から15時まで",
            "毎月第2火曜日 12月8日から3月9日まで 14時から15時まで",
            "毎月第2火曜日 14時から15時まで、12月4日から3月9日まで",
        ] {
            let said = "毎月第2火曜日 2026-12-08~2027-03-09 T14:00..T15:00";
            assert_eq!(read(value), said, "{value}");
        }
        for (value, days) in [
            (
                "令和8年12月から令和9年3月まで 毎月第2火曜日",
                "2026-12-08~2027-03-31",
            ),
            ("12月から翌年3月まで毎月第2火曜日", "2026-12-08~2027-03-31"),
            ("12月から3月末まで 毎月第2火曜日", "2026-12-08~2027-03-31"),
            ("10月～2月 毎月第2火曜日", "2026-10-13~2027-02-28"),
            ("毎月第2火曜日（3月9日まで）", "2026-11-10~2027-03-09"),
            ("毎月第2火曜日（9月末まで）", "2026-11-10~2027-09-30"),
            ("3月まで 毎月第2火曜日", "2026-11-10~2027-03-31"),
            ("4月1日から毎月第2火曜日", "2027-04-13~"),
            ("毎月第2火曜日（12月4日から）", "2026-12-08~"),
        ] {
            assert_eq!(read(value), format!("毎月第2火曜日 {days}"), "{value}");
        }
    }

    #[test]
    fn days_of_closing_are_left_out_and_other_notes_stay() {
        for (value, said) in [
            ("毎週月曜日（祝日を除く）", " -祝日"),
            ("毎週月曜日（祝日はお休み）", " -祝日"),
            ("毎週月曜日（祝日は休みです。）", " -祝日"),
            ("毎週月曜日（ただし、祝日を除く）", " -祝日"),
            ("毎週月曜日 ※祝日を除きます", " -祝日"),
            ("毎週月曜日（月曜日が祝日の場合は休み）", " -祝日"),
            ("祝日を除く毎週月曜日", " -祝日"),
            ("毎週月曜日（年末年始を除く）", " -年末年始"),
            (
                "毎週月曜日（年末年始（12月29日から1月3日まで）はお休み）",
                " -年末年始",
            ),
            ("毎週月曜日（祝日・年末年始を除く）", " -祝日 -年末年始"),
            ("毎週月曜日（祝日、年末年始は除く）", " -祝日 -年末年始"),
            ("毎週月曜日（祝日と年末年始を除く）", " -祝日 -年末年始"),
            ("毎週月曜日（祝日を除く）（予約制）", " -祝日 (予約制)"),
            ("毎週月曜日（予約制、祝日を除く）", " -祝日 (予約制)"),
            (
                "毎週月曜日（祝日を除く。予約制、電話で受付）",
                " -祝日 (予約制、電話で受付)",
            ),
            ("毎週月曜日（祝日も行います）", " (祝日も行います)"),
            ("毎週月曜日（祝日の場合は翌日）", " (祝日の場合は翌日)"),
            ("毎週月曜日（8月を除く）", " (8月を除く)"),
            ("毎週月曜日（第3週を除く）", " (第3週を除く)"),
            (
                "毎週月曜日（3月は会場が変わります）",
                " (3月は会場が変わります)",
            ),
            ("毎週月曜日（12月1日から受付）", " (12月1日から受付)"),
            (
                "毎週月曜日（年末年始（12月28日から1月4日まで）を除く）",
                " (年末年始（12月28日から1月4日まで）を除く)",
            ),
        ] {
            assert_eq!(
                read(value),
                format!("毎週月曜日 2026-11-02~{said}"),
                "{value}"
            );
        }
    }

    #[test]
    fn labels_stand_before_a_rule() {
        for (value, label) in [
            ("相談会 毎週水曜日", "相談会"),
            ("相談会：毎週水曜日", "相談会"),
            ("【午前の部】毎週水曜日", "午前の部"),
            ("① 毎週水曜日", "①"),
            ("第1部 毎週水曜日", "第1部"),
            ("日時：毎週水曜日", "日時"),
        ] {
            assert_eq!(
                read(value),
                format!("[{label}]毎週水曜日 2026-11-04~"),
                "{value}"
            );
        }
    }

    #[test]
    fn what_cannot_be_a_rule_is_marked() {
        for (value, said) in [
            ("隔週水曜日", "repeat-unreadable「隔週水曜日」"),
            (
                "12月から隔週水曜日",
                "repeat-unreadable「12月から隔週水曜日」",
            ),
            (
                "12月1日から隔週水曜日",
                "repeat-unreadable「12月1日から隔週水曜日」",
            ),
            ("毎月第6火曜日", "repeat-unreadable「第6」"),
            ("第6日曜日", "repeat-unreadable「第6」"),
            ("毎月第0火曜日", "repeat-unreadable「第0」"),
            ("毎月32日", "repeat-unreadable「32日」"),
            ("毎月0日", "repeat-unreadable「0日」"),
            ("毎月末日", "repeat-unreadable「毎月末日」"),
            ("毎月第2日", "repeat-unreadable「毎月」"),
            ("毎月1回", "repeat-unreadable「毎月」"),
            ("毎週 10時から", "repeat-unreadable「毎週」"),
            ("毎週土・日・祝 10時から", "repeat-unreadable「毎週」"),
            ("第2週の火曜日", "repeat-unreadable「第2週の火曜日」"),
            (
                "第1火曜日と木曜日",
                "repeat-unreadable「第1火曜日と木曜日」",
            ),
            ("隔月第2火曜日", "repeat-unreadable「隔月」"),
            ("平日 9時から17時まで", "repeat-unreadable「平日」"),
            (
                "毎週水曜日 22時から翌朝6時まで",
                "repeat-unreadable「翌朝」",
            ),
            (
                "毎週水曜日（12月2日から）（12月9日から）",
                "repeat-unreadable「12月9日から」",
            ),
            (
                "毎週火曜日 10時から、毎週木曜日、毎週金曜日 14時から",
                "schedule-split「毎週火曜日 10時から、毎週木曜日、毎週金曜日 14時から」",
            ),
        ] {
            assert_eq!(read(value), said, "{value}");
        }
    }

    #[test]
    fn what_stands_around_a_rule_and_cannot_be_read_is_marked() {
        for (value, said) in [
            ("毎週水曜日 雨天中止", "schedule-unreadable「雨天中止」"),
            ("火曜日 10時から", "repeat-unreadable「火曜日」"),
            (
                "12月3日から2週間ごとの木曜日",
                "schedule-unreadable「から2週間ごとの木曜日」",
            ),
            (
                "毎週金曜日、日・祝を除く",
                "repeat-unreadable「日・祝を除く」",
            ),
            (
                "毎月第2火曜日 1月12日を除く",
                "repeat-unreadable「1月12日を除く」",
            ),
            ("12月8日 毎週火曜日", "schedule-unreadable「毎週火曜日」"),
            ("毎週水曜日（2月30日まで）", "date-impossible「2月30日」"),
            (
                "12月8日（水）から毎月第2火曜日",
                "毎月第2火曜日 2026-12-08~ date-weekday「水」",
            ),
        ] {
            assert_eq!(read(value), said, "{value}");
        }
    }

    #[test]
    fn what_only_looks_like_a_rule_is_left_to_labels() {
        let label = |value: &str| {
            shown(value, |session| {
                let label = session.label.as_ref();
                label.map_or_else(String::new, ToString::to_string)
            })
        };
        assert_eq!(label("第2回 11月30日"), "第2回");
        assert_eq!(label("第2日 11月30日"), "第2日");
        assert_eq!(label("最終日 11月30日"), "最終日");
        assert_eq!(label("平日コース 11月30日"), "平日コース");
        assert_eq!(label("日曜の部 11月30日"), "日曜の部");
    }

    #[test]
    fn a_fault_says_what_to_type() {
        let help = |value| {
            finding(value, |value, background, findings| {
                sessions(value, background, findings);
                String::new()
            })
            .help
        };
        for (value, typed) in [
            ("隔週水曜日", "「12月2日から隔週水曜日」"),
            ("毎月第6火曜日", "「毎月最終火曜日」"),
            ("第2週の金曜日", "「毎月第2金曜日」"),
            ("毎月32日", "「毎月15日」"),
            ("平日 9時から17時まで", "「毎週月曜日から金曜日まで"),
            ("12月8日 毎週火曜日", "「12月8日から毎月第2火曜日"),
            ("12月3日から2週間ごとの木曜日", "「12月8日から毎月第2火曜日"),
            ("火曜日 10時から", "「毎週水曜日」"),
            ("毎月第2火曜日 1月12日を除く", "「除外日: 令和9年1月12日」"),
        ] {
            assert!(help(value).contains(typed), "{value}: {}", help(value));
        }
    }

    /// What pages print of a value that was read, or of the only one of its sessions.
    fn printed(repeat: Repeat, style: Style) -> String {
        wording::when(When::Repeated(repeat), style)
    }

    #[test]
    fn what_pages_print_reads_back_as_the_same() {
        let styles = [
            Style::default(),
            Style {
                hours: Hours::Twelve,
                years: Years::Western,
            },
        ];
        for value in [
            "令和8年12月8日から令和9年3月9日まで 毎月第2火曜日 14時から15時30分まで（祝日を除く）",
            "12月2日から隔週水曜日 午前10時から正午まで（年末年始を除く）",
            "毎週月・木曜日 18時から（祝日・年末年始を除く）",
            "第1・第3・最終日曜日",
            "毎月31日 20時から24時まで（3月まで）",
            "毎日 0時から",
        ] {
            for style in styles {
                let text = |value: &str| {
                    shown(value, |session| {
                        let repeat = session.when.repeat();
                        repeat.map_or_else(String::new, |repeat| printed(repeat, style))
                    })
                };
                let once = text(value);
                assert!(once.contains('（'), "{once}");
                assert_eq!(text(&once), once, "{value}");
                assert_eq!(read(&once), read(value), "{once}");
            }
        }
    }
}
