//! `holidays-missing`: years that calendars show and the list of holidays does not know.
//!
//! Why: holidays would look like working days, and what pauses on them would not pause. The Cabinet Office publishes the list of a year in
//! February of the year before, after the 暦要項 of the first working day of that month has settled the equinoxes; until then a year is
//! only told to be open, and nothing is computed (domain §9).

use crate::checks::{CheckRow, Input, Rule, Stage};
use crate::diag::{Diagnostic, Severity, Where};
use crate::model::date::Date;

pub const ROW: CheckRow = CheckRow {
    code: "holidays-missing",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Site(check)),
    detects: "カレンダーに出る年のうち、calendar/holidays.csv に祝日のない年を見つけます。",
    why: "祝日が平日のように見えます。祝日を除いてくり返す催しも、祝日に行うことになってしまいます。春分の日と秋分の日は前の年の2月に決まるため、計算では出せません。",
    source: "国民の祝日に関する法律、内閣府「国民の祝日について」",
    bad: &[],
    good: &[],
};

const LIST: &str = "content/calendar/holidays.csv";

fn check(input: &Input) -> Vec<Diagnostic> {
    let site = input.site;
    if site.holidays.years().is_none() {
        let found = Diagnostic::warning(ROW.code, place(), "祝日の一覧がありません");
        return vec![found.help(format!(
            "「{LIST}」を作り、1行目に「date,name」と書いてください。{}",
            how(site.today.year())
        ))];
    }
    let public = site.documents.iter().filter(|document| document.public);
    let shown = public.flat_map(|document| document.occurrences.iter());
    let years = shown.map(|time| time.last.year());
    // A year that is further away is a slip, which `date-far` has named.
    let near = years.filter(|year| *year <= site.today.year() + 3);
    let shown = near.max().unwrap_or_default();
    let published = last_published(site.today);
    let missing = |year: &i32| !site.holidays.knows(*year);
    let late: Vec<i32> = (site.today.year()..=published).filter(missing).collect();
    let open: Vec<i32> = (published + 1..=shown).filter(missing).collect();
    let late = late.first().map(|first| {
        let title = format!("{}の祝日が一覧にありません", named(&late));
        Diagnostic::warning(ROW.code, place(), title).help(how(*first))
    });
    let open = open.first().map(|first| {
        let title = format!("{}の祝日が、まだ一覧にありません", named(&open));
        Diagnostic::info(ROW.code, place(), title).help(format!(
            "この年に行う催しがあります。{first}年の祝日は、{}年2月に内閣府が発表します。発表されたら、一覧に書き足してください。",
            first - 1
        ))
    });
    late.into_iter().chain(open).collect()
}

fn place() -> Where {
    Where::Path(LIST.to_owned())
}

/// The last year whose holidays have been published for certain, from 1 March on the next one.
fn last_published(today: Date) -> i32 {
    today.year() + i32::from(today.month() >= 3)
}

/// `2027年`, `2028年から2030年まで`.
fn named(years: &[i32]) -> String {
    match years {
        [] => String::new(),
        [one] => format!("{one}年"),
        [first, .., last] => format!("{first}年から{last}年まで"),
    }
}

fn how(year: i32) -> String {
    format!(
        "内閣府「国民の祝日について」の一覧（https://www8.cao.go.jp/chosei/shukujitsu/syukujitsu.csv）を見て、「{year}-01-01,元日」のように、祝日を1日に1行で書いてください。"
    )
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::{Sample, date, timed, words};
    use crate::model::holidays::Holidays;

    /// What is found on a day with a list of these years and a session on another day.
    fn found(today: &str, listed: &[i32], session: &str) -> Vec<String> {
        let mut sample = Sample::new();
        sample.site.today = date(today);
        let days = listed.iter().map(|year| date(&format!("{year}-01-01")));
        sample.site.holidays = Holidays::new(days.map(|day| (day, words("元日"))));
        sample.add(
            "lectures/2026-11-01-acp",
            "題名\n日時: 開催日",
            |draft| {
                draft.session(timed(session, (14, 0), None), "開催日");
            },
        );
        let found = sample.found(Rule::Site(super::check));
        found.into_iter().map(|found| found.title).collect()
    }

    #[test]
    fn the_list_of_the_next_year_is_expected_from_march_on() {
        let next = ["2027年の祝日が一覧にありません"];
        assert!(found("2026-02-28", &[2026], "2026-12-05").is_empty());
        assert_eq!(found("2026-03-01", &[2026], "2026-12-05"), next);
        assert!(found("2026-03-01", &[2026, 2027], "2026-12-05").is_empty());
        let both = ["2026年から2027年までの祝日が一覧にありません"];
        assert_eq!(found("2026-11-22", &[2025], "2026-12-05"), both);
    }

    #[test]
    fn a_year_that_is_not_published_yet_is_only_told() {
        let open = ["2028年の祝日が、まだ一覧にありません"];
        assert_eq!(found("2026-11-22", &[2026, 2027], "2028-02-05"), open);
    }

    #[test]
    fn a_site_without_a_list_is_told_once() {
        let none = ["祝日の一覧がありません"];
        assert_eq!(found("2026-11-22", &[], "2028-02-05"), none);
    }
}
