//! Where something lies on the map.

use std::fmt;

/// A point in Japan, by latitude and longitude in WGS 84 (JGD2011 for all that a visitor can see).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub latitude: Degrees,
    pub longitude: Degrees,
}

impl Position {
    /// `None` outside of 20 to 46 degrees north and 122 to 154 degrees east, the ends of Japan (国土地理院「日本の東西南北端点の経度緯度」).
    pub fn new(latitude: Degrees, longitude: Degrees) -> Option<Self> {
        let is_within = |degrees: Degrees, from: u32, to: u32| {
            (from * MILLION..=to * MILLION).contains(&degrees.millionths)
        };
        (is_within(latitude, 20, 46) && is_within(longitude, 122, 154)).then_some(Self {
            latitude,
            longitude,
        })
    }
}

/// `34.7055, 135.4983`.
impl fmt::Display for Position {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}, {}", self.latitude, self.longitude)
    }
}

/// Degrees, to a millionth: 11 cm on the ground, and the digits RFC 5545 asks for (section 3.8.1.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Degrees {
    millionths: u32,
}

const MILLION: u32 = 1_000_000;

impl Degrees {
    /// Reads `135.4983`; digits beyond the sixth are dropped.
    pub fn new(text: &str) -> Option<Self> {
        let (whole, rest) = text.split_once('.').unwrap_or((text, "0"));
        let is_number =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(whole) || !is_number(rest) {
            return None;
        }
        let whole: u32 = whole.parse().ok().filter(|whole| *whole <= 180)?;
        let rest: String = rest.chars().chain("000000".chars()).take(6).collect();
        Some(Self {
            millionths: whole * MILLION + rest.parse::<u32>().ok()?,
        })
    }
}

/// `135.4983`, `135.0`.
impl fmt::Display for Degrees {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rest = format!("{:06}", self.millionths % MILLION);
        let rest = rest.trim_end_matches('0');
        let rest = if rest.is_empty() { "0" } else { rest };
        write!(formatter, "{}.{rest}", self.millionths / MILLION)
    }
}
