//! The kinds of tokens and the parts that rules about them need.

use crate::model::date::{Date, Era, Weekday};
use crate::text::span::Span;

/// What a token is. A `Span` in it counts bytes of the text of the passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `https://…`.
    Url,
    /// `name@example.jp`.
    Email,
    /// The name of a file, or a path.
    File,
    /// The name of a standard, a size of paper or another name with Latin letters and digits: `JIS X 8341-3:2016`, `A4`, `N95`.
    Standard,
    /// A number that names something: 法人番号, 内線, an unbroken run of many digits.
    Code,
    /// A number in an order: 第2回, 別表1, 議案第1号, 1.2.3.
    Item,
    /// Where a house stands: 1丁目2番3号, 1-2-3.
    Lot,
    /// Where something is in a house: 101号室, 3階, 2番出口.
    Room,
    Postal(Postal),
    Phone(Phone),
    /// 1/2, 3分の2, 24/7.
    Fraction,
    /// 3:1, 3対1.
    Ratio,
    Money(Money),
    Quantity(Quantity),
    Day(Day),
    Time(Time),
}

impl Kind {
    /// Whether every character of it must stay as it is written, because a machine or a register knows it so.
    pub fn is_fixed(self) -> bool {
        match self {
            Self::Url | Self::Email | Self::File => true,
            Self::Standard
            | Self::Code
            | Self::Item
            | Self::Lot
            | Self::Room
            | Self::Postal(_)
            | Self::Phone(_)
            | Self::Fraction
            | Self::Ratio
            | Self::Money(_)
            | Self::Quantity(_)
            | Self::Day(_)
            | Self::Time(_) => false,
        }
    }
}

impl Kind {
    pub fn day(self) -> Option<Day> {
        if let Self::Day(day) = self {
            return Some(day);
        }
        None
    }

    pub fn time(self) -> Option<Time> {
        if let Self::Time(time) = self {
            return Some(time);
        }
        None
    }

    pub fn phone(self) -> Option<Phone> {
        if let Self::Phone(phone) = self {
            return Some(phone);
        }
        None
    }

    pub fn postal(self) -> Option<Postal> {
        if let Self::Postal(postal) = self {
            return Some(postal);
        }
        None
    }

    pub fn money(self) -> Option<Money> {
        if let Self::Money(money) = self {
            return Some(money);
        }
        None
    }

    /// A quantity, or money as a quantity of its unit.
    pub fn amount(self) -> Option<Quantity> {
        if let Self::Quantity(quantity) = self {
            return Some(quantity);
        }
        let money = self.money()?;
        Some(Quantity {
            number: money.number,
            unit: money.unit,
        })
    }
}

/// 〒553-0007.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Postal {
    pub digits: usize,
    pub has_mark: bool,
    /// Whether a dash stands behind the third digit, whichever dash it is.
    pub is_split: bool,
    /// The digits and what stands between them.
    pub number: Span,
}

/// A telephone or fax number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phone {
    pub digits: usize,
    pub line: Line,
    /// Whether 電話, FAX or the like stands before it.
    pub is_named: bool,
}

/// How a telephone number is put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// 06-0000-0101, with any dash.
    Dashes,
    /// 06（0000）0101 or （06）0000-0101.
    Brackets,
    /// 06 0000 0101.
    Blanks,
    /// 0600000101.
    Joined,
    /// 0000-0101, without the area.
    Local,
    /// +81-6-0000-0101.
    Abroad,
}

/// 1,000円, ￥1,000, 3千円.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    pub has_sign: bool,
    pub number: Span,
    /// What stands between the number and its end: 円, 万円, or nothing behind ￥.
    pub unit: Span,
}

/// A number and what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    pub number: Span,
    /// The unit directly behind it, empty when there is none that is known.
    pub unit: Span,
}

/// A day, a month or a year; every part as it was written, possible or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    pub form: Form,
    pub year: Option<Written>,
    /// The same year in the other calendar, in brackets.
    pub twin: Option<Written>,
    /// Whether the year is a 年度.
    pub fiscal: bool,
    pub month: Option<u32>,
    pub day: Option<u32>,
    pub weekday: Option<Named>,
    /// The day without its weekday.
    pub span: Span,
}

impl Day {
    /// The day, when it is written whole and exists.
    pub fn date(self) -> Option<Date> {
        Date::new(self.year?.western()?, self.month?, self.day?)
    }
}

/// What a day is written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// 令和8年10月1日.
    Words,
    /// 2026/10/1.
    Slash,
    /// 2026.10.1.
    Dot,
    /// 2026-10-01.
    Hyphen,
}

/// A year as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    pub era: Option<Era>,
    /// The year of the era, or the western one.
    pub number: u32,
    /// Whether the era is a letter, R8.
    pub is_letter: bool,
    /// Whether the first year is written 元.
    pub is_first: bool,
    pub span: Span,
}

impl Written {
    /// The western year; `None` for two digits without an era, which may be of either calendar.
    pub fn western(self) -> Option<i32> {
        let number = i32::try_from(self.number).ok()?;
        match self.era {
            Some(era) => era.first_year().checked_add(number)?.checked_sub(1),
            None => (number >= 1000).then_some(number),
        }
    }
}

/// A weekday behind a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    pub weekday: Weekday,
    /// 火曜日, 火曜 or 火.
    pub span: Span,
    /// Whether it is one sign.
    pub is_short: bool,
}

/// A time of day as it was written, possible or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    pub half: Option<Half>,
    pub hour: u32,
    pub minute: u32,
    /// Whether it is written 13:30.
    pub has_colon: bool,
    /// Whether it is written 13時半.
    pub is_half_past: bool,
}

/// 午前 or 午後.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    Morning,
    Afternoon,
}
