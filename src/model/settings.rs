//! What holds for the whole site: `site.yaml` and `words.yaml`.

use crate::model::accessibility::Accessibility;
use crate::model::date::{Clock, Date, EraYear, FiscalYear, Weekday};
use crate::model::facet::Url;
use crate::model::identity::Identity;
use crate::model::month::Month;
use crate::model::names::{Slug, Text};
use crate::model::ward::Contact;
use crate::text::span::SourceId;

/// `site.yaml`.
#[derive(Clone, Debug)]
pub struct Settings {
    pub source: SourceId,
    /// BLAKE3 of the text of the file.
    pub digest: [u8; 32],
    pub title: Text,
    pub tagline: Option<Text>,
    pub base_url: BaseUrl,
    /// What identifiers are made from; never from an address the site is built for.
    pub identity: Identity,
    /// A sample site says so on every page and asks search engines to stay away.
    pub sample: bool,
    pub licence: Option<Text>,
    pub municipality: Municipality,
    /// The first is the default. Not empty.
    pub contacts: Vec<Contact>,
    pub topics: Vec<Topic>,
    /// The order in which wards are listed; wards that are not named follow by folder name.
    pub ward_order: Vec<Slug>,
    /// Documents on one page of a list.
    pub per_page: usize,
    pub accessibility: Accessibility,
    pub style: Style,
    /// The first day of the weeks of calendars.
    pub week_starts: Weekday,
}

/// How days and times are written, on pages and in the texts of authors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    pub hours: Hours,
    pub years: Years,
}

/// The clock of times of day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hours {
    /// 13時30分.
    #[default]
    TwentyFour,
    /// 午後1時30分.
    Twelve,
}

/// The calendar of years.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Years {
    /// 令和8年.
    #[default]
    Era,
    /// 2026年.
    Western,
}

impl Style {
    /// `令和8年10月1日` or `2026年10月1日`.
    pub fn day(self, date: Date) -> String {
        match self.years {
            Years::Era => date.to_string(),
            Years::Western => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        }
    }

    /// The same with `（木曜日）`.
    pub fn with_weekday(self, date: Date) -> String {
        format!("{}（{}）", self.day(date), date.weekday().label())
    }

    /// `令和8年11月` or `2026年11月`. A month in which an era begins is named by the era of its first day.
    pub fn month(self, month: Month) -> String {
        format!("{}{}月", self.year(month), month.number())
    }

    /// The year of a month for those who count the other way: `2026年` or `令和8年`.
    pub fn other_year(self, month: Month) -> String {
        let years = match self.years {
            Years::Era => Years::Western,
            Years::Western => Years::Era,
        };
        Self { years, ..self }.year(month)
    }

    /// The year of a month: `令和8年` or `2026年`.
    pub fn year(self, month: Month) -> String {
        let (era, year) = month.first_day().era();
        match self.years {
            Years::Era => EraYear(era, year).to_string(),
            Years::Western => format!("{}年", month.year()),
        }
    }

    /// `令和6年度（2024年度）` or `2024年度（令和6年度）`: both are in use for one year, so neither is left out.
    pub fn fiscal_year(self, year: FiscalYear) -> String {
        match (self.years, year.in_era()) {
            (Years::Western, Some(era)) => format!("{}年度（{era}度）", year.0),
            (Years::Era | Years::Western, _) => year.to_string(),
        }
    }

    /// `13時30分`, or `午後1時30分` and `正午` (公用文 writes midday so, because 午後0時 is misread).
    /// The end of a day stays 24時: as 午前0時 of the same day it would be a day too early.
    pub fn clock(self, clock: Clock) -> String {
        let (hour, minute) = (clock.hour(), clock.minute());
        let words = match (self.hours, hour, minute) {
            (Hours::TwentyFour, _, _) | (_, 24, _) => return clock.to_string(),
            (Hours::Twelve, 12, 0) => return "正午".to_owned(),
            (Hours::Twelve, 0..12, _) => format!("午前{hour}時"),
            (Hours::Twelve, _, _) => format!("午後{}時", hour.saturating_sub(12)),
        };
        match minute {
            0 => words,
            minute => format!("{words}{minute}分"),
        }
    }
}

/// The city the wards belong to.
#[derive(Clone, Debug)]
pub struct Municipality {
    pub name: Text,
    pub reading: Option<Text>,
    pub roman: Option<Text>,
    /// 全国地方公共団体コード (JIS X 0402 with check digit), six digits.
    pub code: Option<Text>,
    /// The department that publishes the site.
    pub office: Text,
}

/// 分野.
#[derive(Clone, Debug)]
pub struct Topic {
    pub id: Slug,
    pub name: Text,
    pub description: Option<Text>,
}

/// One entry of the glossary.
#[derive(Clone, Debug)]
pub struct Word {
    /// Where it stands on the page of the glossary.
    pub anchor: Box<str>,
    pub word: Text,
    /// In hiragana.
    pub reading: Text,
    pub meaning: Text,
    /// What to write instead where a plain word will do.
    pub plain: Option<Text>,
    pub aliases: Vec<Text>,
    pub source: Option<Text>,
}

impl Word {
    /// The anchor of a word: an id that stays the same when words are added before it.
    pub fn anchor_of(word: &Text) -> Box<str> {
        let hash = blake3::hash(word.as_str().as_bytes()).to_hex();
        format!("word-{}", hash.get(..8).unwrap_or_default()).into()
    }
}

/// Where the site will live: scheme and host, and the path below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    /// `https://example.jp`, no slash at the end.
    pub origin: Box<str>,
    /// `/` or `/sub/path/`.
    pub path: Box<str>,
}

impl BaseUrl {
    /// `None` unless it is an absolute `http(s)` address without query and fragment.
    pub fn new(raw: &str) -> Option<Self> {
        let url = Url::new(raw)?;
        let raw = url.as_str();
        if raw.contains(['?', '#']) {
            return None;
        }
        let host_start = raw.find("://")? + 3;
        let host_end = raw
            .get(host_start..)?
            .find('/')
            .map_or(raw.len(), |slash| host_start + slash);
        let (origin, path) = raw.split_at_checked(host_end)?;
        let path = path.trim_matches('/');
        let path = if path.is_empty() {
            "/".to_owned()
        } else {
            format!("/{path}/")
        };
        Some(Self {
            origin: origin.into(),
            path: path.into(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{BaseUrl, Hours, Style, Years};
    use crate::model::date::{Clock, Date, FiscalYear};

    #[test]
    fn days_and_times_follow_the_house_style() {
        let day = Date::from_iso("2026-10-01").expect("a day");
        let clock = |hour, minute| Clock::new(hour, minute).expect("a time");
        let style = Style {
            hours: Hours::Twelve,
            years: Years::Western,
        };
        assert_eq!(style.with_weekday(day), "2026年10月1日（木曜日）");
        assert_eq!(style.clock(clock(13, 30)), "午後1時30分");
        assert_eq!(style.clock(clock(12, 0)), "正午");
        assert_eq!(style.clock(clock(12, 30)), "午後0時30分");
        assert_eq!(style.clock(clock(9, 0)), "午前9時");
        assert_eq!(style.clock(clock(24, 0)), "24時");
        assert_eq!(style.fiscal_year(FiscalYear(2026)), "2026年度（令和8年度）");
        assert_eq!(
            Style::default().fiscal_year(FiscalYear(2026)),
            "令和8年度（2026年度）"
        );
        assert_eq!(Style::default().day(day), "令和8年10月1日");
        assert_eq!(Style::default().clock(clock(13, 30)), "13時30分");
    }

    #[test]
    fn a_base_url_is_an_origin_and_a_path() {
        let parts =
            |raw| BaseUrl::new(raw).map(|url| (url.origin.to_string(), url.path.to_string()));
        let pair = |origin: &str, path: &str| Some((origin.to_owned(), path.to_owned()));
        assert_eq!(parts("https://example.jp"), pair("https://example.jp", "/"));
        assert_eq!(
            parts("https://example.jp/a/b"),
            pair("https://example.jp", "/a/b/")
        );
        assert_eq!(parts("https://example.jp/?q"), None);
        assert_eq!(parts("example.jp"), None);
    }
}
