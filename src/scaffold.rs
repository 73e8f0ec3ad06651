//! `scaffold`: a kind and a day → the text of a new manuscript, or of one that starts from another manuscript.
//!
//! Invariant: every value in a new manuscript is valid as it stands, so that its author sees only what is still to be written.
//! Invariant: nothing of a copied manuscript is lost; what must not be carried over stays as a comment.

use crate::model::date::{Date, Weekday};
use crate::model::field::{FIELDS, Facet, Field, FieldRow};
use crate::model::kind::{Dating, Kind};
use crate::model::names::Text;

pub mod blank;
mod copy;

pub use copy::{Target, copy_of};

/// Begins a line that explains; a field that is not used begins with `# ` and only waits for that to be deleted.
const NOTE: &str = "#: ";

/// A manuscript of `kind` published on `date`, with every field the kind takes: required ones filled in, the others as comments.
/// An empty title stands for the example.
pub fn manuscript(kind: Kind, date: Date, title: &str) -> String {
    let mut text = format!(
        "---\n{NOTE}{}の原稿です。「#:」で始まる行は説明で、ページには出ません。\n\
         {NOTE}「# 」で始まる項目は、使うときに先頭の「# 」を消して書きかえます。使わない項目は、そのままでかまいません。\n\
         {NOTE}1つの項目にいくつも書くときは、次のように並べます。\n{NOTE}  配慮:\n{NOTE}    - 手話通訳\n{NOTE}    - 車いす席\n",
        kind.label
    );
    let title = Text::new(title).map(|title| (Field::Title, scalar(&title)));
    let values: Vec<(Field, String)> = Days::after(date)
        .values()
        .into_iter()
        .chain(title)
        .collect();
    for row in FIELDS.iter().filter(|row| kind.takes(row.field)) {
        let value = values.iter().find(|(field, _)| *field == row.field);
        let value = value.map_or(row.example, |(_, value)| value);
        let off = if is_needed(kind, row) { "" } else { "# " };
        let (help, label) = (row.help, row.label);
        text.push_str(&format!("\n{NOTE}{help}\n{off}{label}: {value}\n"));
    }
    text.push_str("---\n\n");
    text.push_str(body(kind));
    text
}

/// The days of a happening that is announced on a given day, for examples that agree with each other.
#[derive(Clone, Copy, Debug)]
pub struct Days {
    pub published: Date,
    /// The first Monday after it is announced.
    pub opens: Date,
    /// The Monday before the happening.
    pub deadline: Date,
    /// A Saturday three or four weeks after it is announced.
    pub session: Date,
    /// The last day of the fiscal year of the happening.
    pub expires: Date,
}

impl Days {
    pub fn after(published: Date) -> Self {
        let saturdays = days_from(published).filter(|day| day.weekday() == Weekday::Saturday);
        let session = saturdays.take(4).last().unwrap_or(published);
        let mondays = || days_from(published).filter(|day| day.weekday() == Weekday::Monday);
        let deadline = mondays().take_while(|day| *day < session).last();
        let expires = Date::new(session.fiscal_year().0 + 1, 3, 31);
        Self {
            published,
            opens: mondays().next().unwrap_or(published),
            deadline: deadline.unwrap_or(published),
            session,
            expires: expires.unwrap_or(session),
        }
    }

    /// 日時 as it is written in a manuscript.
    pub fn schedule(self) -> String {
        format!("{}14時から15時30分まで", self.session.with_weekday())
    }

    /// The fields that are days, in place of the examples of `FIELDS`.
    fn values(self) -> [(Field, String); 6] {
        let opens = format!("{}9時", self.opens.with_weekday());
        let deadline = format!("{}17時", self.deadline.with_weekday());
        [
            (Field::Schedule, self.schedule()),
            (Field::ApplyOpens, opens),
            (Field::ApplyDeadline, deadline),
            (Field::Reviewed, self.published.to_string()),
            (Field::Updated, self.published.to_string()),
            (Field::Expires, self.expires.to_string()),
        ]
    }
}

/// The days after `date`; they end where the calendar does.
fn days_from(date: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(date), |day| {
        let (year, month) = (day.year(), day.month());
        Date::new(year, month, day.day() + 1)
            .or_else(|| Date::new(year, month + 1, 1))
            .or_else(|| Date::new(year + 1, 1, 1))
    })
    .skip(1)
    // Longer than any of the stretches asked for.
    .take(60)
}

/// Whether a manuscript of the kind starts with the field: the first field of a facet stands for it, and whoever must apply must know how.
fn is_needed(kind: Kind, row: &FieldRow) -> bool {
    let first = FIELDS.iter().find(|other| other.facet == row.facet);
    let stands_for_facet = first.is_some_and(|first| first.field == row.field);
    kind.requires(row.facet) && (stands_for_facet || row.field == Field::ApplyBy)
}

/// A skeleton of the text; the fields say when and where, so that the text need not.
fn body(kind: Kind) -> &'static str {
    match kind.dating {
        Dating::Dated if kind.has(Facet::Minutes) => {
            "## 会議の目的\n\n何について話し合う会議かを書きます。\n\n## 主な意見\n\n- 終わったあとで、主な意見を書きます。\n"
        }
        Dating::Dated if kind.requires(Facet::Schedule) => {
            "## 内容\n\nどのような話や活動があるかを書きます。専門の言葉には、やさしい説明をつけます。\n\n## 参加される方へ\n\n来る前に知っておいてほしいことを書きます。\n"
        }
        Dating::Dated => {
            "## お知らせの内容\n\nいちばん伝えたいことを、はじめの1文に書きます。\n\n## くわしい説明\n\n知っておいてほしいことを、短い文で書きます。\n"
        }
        Dating::Undated => {
            "## はじめに {#introduction}\n\nだれのための、何の説明かを書きます。\n\n## 大切なこと {#points}\n\n専門の言葉には、やさしい説明をつけます。\n\n## 相談するところ {#consultation}\n\n分からないことや心配なことがあるときに、相談できるところを書きます。\n"
        }
        Dating::FiscalYear => {
            "## 1年のまとめ\n\nこの年度に行ったことを、短く書きます。\n\n## 次の年度に向けて\n\n課題と、これからの予定を書きます。\n"
        }
    }
}

/// The text as a YAML value, in double quotes only where it needs them (YAML 1.2.2, 7.3.3).
pub fn scalar(text: &Text) -> String {
    let line: String = text.as_str().chars().filter(|c| !c.is_control()).collect();
    let opens_something = line.starts_with(|first| "-?:,[]{}#&*!|>'\"%@`~".contains(first));
    let is_key = line.contains(": ") || line.ends_with(':');
    let words = ["true", "false", "null", "yes", "no", "on", "off"];
    let is_other_type =
        line.parse::<f64>().is_ok() || words.contains(&line.to_ascii_lowercase().as_str());
    if !(opens_something || is_key || is_other_type || line.contains(" #")) {
        return line;
    }
    let escaped = line.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}

#[cfg(test)]
mod tests {
    use super::{Days, manuscript, scalar};
    use crate::model::date::Date;
    use crate::model::field::FIELDS;
    use crate::model::kind::Kind;
    use crate::model::names::Text;

    fn date(iso: &str) -> Date {
        Date::from_iso(iso).expect("the sample is a day")
    }

    fn lecture(title: &str) -> String {
        let kind = Kind::with_id("lectures").expect("there are lectures");
        manuscript(kind, date("2026-11-22"), title)
    }

    #[test]
    fn every_field_of_the_kind_stands_once_with_its_explanation_and_no_other() {
        for kind in Kind::all() {
            let text = manuscript(kind, date("2026-11-22"), "");
            for row in FIELDS {
                let plain = format!("\n#: {}\n{}: ", row.help, row.label);
                let off = format!("\n#: {}\n# {}: ", row.help, row.label);
                let count = text.matches(&plain).count() + text.matches(&off).count();
                let expected = usize::from(kind.takes(row.field));
                assert_eq!(count, expected, "{} of {}", row.id, kind.id);
            }
            assert!(
                text.starts_with("---\n") && text.contains("\n---\n\n## "),
                "{text}"
            );
        }
    }

    #[test]
    fn required_fields_are_filled_in_and_the_others_wait() {
        let text = lecture("在宅医療の話");
        for filled in [
            "\n題名: 在宅医療の話\n",
            "\n日時: 令和8年12月19日（土曜日）14時から15時30分まで\n",
            "\n会場: 見本区民センター 2階 大会議室\n",
            "\n対象: 区内にお住まいの方、お勤めの方\n",
            "\n費用: 無料\n",
            "\n申込: 必要\n",
            "\n申込方法: 電話",
            "\n# 配慮: 手話通訳\n",
            "\n# 申込締切: 令和8年12月14日（月曜日）17時\n",
            "\n# 状態: 延期\n",
        ] {
            assert!(text.contains(filled), "{filled}: {text}");
        }
    }

    #[test]
    fn the_days_of_an_announcement_agree_with_each_other() {
        let mut day = date("2026-01-01");
        for _ in 0..400 {
            let days = Days::after(day);
            assert!(days.published < days.opens && days.opens < days.deadline);
            assert!(days.deadline < days.session && days.session < days.expires);
            day = super::days_from(day).next().expect("the calendar goes on");
        }
        let last = date("9999-12-31");
        assert_eq!(Days::after(last).session, last);
    }

    #[test]
    fn a_title_stays_one_value_whatever_is_in_it() {
        let value = |title| scalar(&Text::new(title).expect("the sample has words"));
        assert_eq!(value("講演会「人生会議」"), "講演会「人生会議」");
        assert_eq!(value("a: b"), r#""a: b""#);
        assert_eq!(value("- \"x\" \\"), r#""- \"x\" \\""#);
        assert_eq!(value("2026"), r#""2026""#);
        assert_eq!(value("一 #二"), r#""一 #二""#);
        assert_eq!(value("一\n---\n二"), "一 --- 二");
    }
}
