//! Telephone numbers and addresses in cells, with what people write beside them.

use crate::model::facet::{Email, Phone, Url};
use crate::model::names::Text;
use crate::parse::cells::{FORM, Reading, is_nothing, through};
use crate::parse::contacts;
use crate::text::japanese::Folded;

/// A telephone number and what stands beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    pub phone: Phone,
    /// `123` of 内線123.
    pub extension: Option<Text>,
    /// `お客さまセンター` in brackets, or further numbers.
    pub note: Option<Text>,
}

/// A telephone or fax number. `area` is the area code (`06`) that local numbers of eight digits belong to, where that is known.
pub fn phone(words: &str, area: Option<&str>) -> Reading<Number> {
    const EXAMPLE: &str = "06-0000-0101";
    if is_nothing(words) {
        return Reading::Empty;
    }
    let (first, extension, note) = parts(words);
    let digits: String = first.chars().filter(char::is_ascii_digit).collect();
    let read = |words: &str| through(words, EXAMPLE, contacts::phone).0;
    let number = |phone| Number {
        phone,
        extension: extension.clone(),
        note: note.clone(),
    };
    let fault = match read(&first) {
        Ok(phone) => {
            let to = phone.as_str().to_owned();
            return match note.is_some() {
                true => Reading::repaired(number(phone), to, "番号のほかを備考に分けました", false),
                false => Reading::written(number(phone), to, words, FORM),
            };
        }
        Err(fault) => fault,
    };
    let is_local = digits.len() == 8 && !digits.starts_with('0');
    // A number of nine digits that does not begin with 0 lost it in a spreadsheet.
    let is_cut = matches!(digits.len(), 9 | 10) && !digits.starts_with('0');
    let (whole, why) = match area.filter(|_| is_local) {
        Some(area) => (Some(format!("{area}{digits}")), "市外局番を補いました"),
        None => (
            is_cut.then(|| format!("0{digits}")),
            "始めの「0」を補いました",
        ),
    };
    match whole.and_then(|whole| read(&whole).ok()) {
        Some(phone) => {
            let to = phone.as_str().to_owned();
            Reading::repaired(number(phone), to, why, true)
        }
        None => Reading::Faulty(fault),
    }
}

/// The first number in half-width signs, its extension, and what else is said.
fn parts(words: &str) -> (String, Option<Text>, Option<Text>) {
    let folded = Folded::new(words.trim());
    let whole = folded.text(0..folded.len());
    let is_number = |sign: char| sign.is_ascii_digit() || "-+() .".contains(sign);
    let labels = ["電話", "TEL", "Tel", "tel", "FAX", "Fax", "番号", ":", " "];
    let begin = labels.iter().fold(0, |begin, label| {
        let rest = whole.get(begin..).unwrap_or_default();
        begin + rest.len() - rest.trim_start_matches(label).len()
    });
    let rest = whole.get(begin..).unwrap_or_default();
    let end = rest.find(|sign| !is_number(sign)).unwrap_or(rest.len());
    let (number, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
    let number = number.trim_end_matches(['(', ' ', '-', '.']);
    let is_main = |word: &str| matches!(word, "代表" | "直通" | "代");
    let said = behind.trim_matches(|sign| "()（）、,/; ・".contains(sign));
    let extension = said.strip_prefix("内線").and_then(|rest| {
        let rest = rest.trim_start_matches([':', ' ', '番', '号', '(']);
        Text::new(rest.trim_end_matches([')', '番'])).filter(|_| !rest.is_empty())
    });
    let note = Text::new(said).filter(|note| extension.is_none() && !is_main(note.as_str()));
    (number.to_owned(), extension, note)
}

/// An address for mail.
pub fn email(words: &str) -> Reading<Email> {
    match is_nothing(words) {
        true => Reading::Empty,
        false => through(words, "mihon@example.jp", contacts::email)
            .written(words, |email| email.as_str().to_owned()),
    }
}

/// An address of a page; one that begins with `www.` or was escaped twice is put right.
pub fn url(words: &str) -> Reading<Url> {
    const EXAMPLE: &str = "https://example.jp/";
    if is_nothing(words) {
        return Reading::Empty;
    }
    let read = |words: &str| through(words, EXAMPLE, contacts::url);
    let whole = match words.trim().starts_with("www.") {
        true => format!("http://{}", words.trim()),
        false => words.trim().to_owned(),
    };
    let mut plain = whole.clone();
    while plain.contains("&amp;") {
        plain = plain.replace("&amp;", "&");
    }
    match read(&plain).0 {
        Ok(url) if plain != words.trim() => {
            let to = url.as_str().to_owned();
            let why = match plain == whole {
                true => "「http://」を補いました",
                false => "「&amp;」を「&」に直しました",
            };
            Reading::repaired(url, to, why, true)
        }
        Ok(url) => {
            let to = url.as_str().to_owned();
            Reading::written(url, to, words, FORM)
        }
        Err(fault) => Reading::Faulty(fault),
    }
}

#[cfg(test)]
mod tests {
    use super::{phone, url};
    use crate::parse::cells::Reading;

    fn read(words: &str) -> String {
        match phone(words, Some("06")) {
            Reading::Empty => String::new(),
            Reading::Faulty(_) => "×".to_owned(),
            Reading::Read(number) => number.phone.as_str().to_owned(),
            Reading::Repaired(number, repair) => {
                let parts = [Some(number.phone.as_str().to_owned())].into_iter().chain(
                    [number.extension, number.note].map(|text| text.map(|text| text.to_string())),
                );
                let parts: Vec<String> = parts.flatten().collect();
                format!(
                    "{}{}",
                    parts.join("|"),
                    if repair.is_guess { "?" } else { "!" }
                )
            }
        }
    }

    #[test]
    fn numbers_are_read_in_all_the_forms_of_real_files() {
        for (words, expected) in [
            ("06-0000-0101", "06-0000-0101"),
            ("０６－００００－０１０１", "06-0000-0101!"),
            ("06−0000−0101", "06-0000-0101!"),
            ("06(0000)0101", "06-0000-0101!"),
            ("0600000101", "06-0000-0101!"),
            ("0000-0101", "×"),
            ("6000-0101", "06-6000-0101?"),
            ("600000101", "06-0000-0101?"),
            (
                "06-0000-0101（お客さまセンター）",
                "06-0000-0101|お客さまセンター!",
            ),
            ("06-0000-0101（代表）", "06-0000-0101!"),
            ("06-0000-0101(内線123)", "06-0000-0101|123!"),
            ("TEL 06-0000-0101", "06-0000-0101!"),
            ("06-0000-0101、06-0000-0102", "06-0000-0101|06-0000-0102!"),
            ("電話してください", "×"),
            ("-", ""),
        ] {
            assert_eq!(read(words), expected, "{words}");
        }
        assert!(matches!(phone("6000-0101", None), Reading::Faulty(_)));
    }

    #[test]
    fn addresses_are_repaired_where_that_is_sure() {
        let read = |words| match url(words) {
            Reading::Read(url) => url.as_str().to_owned(),
            Reading::Repaired(url, _) => format!("{}!", url.as_str()),
            Reading::Empty => String::new(),
            Reading::Faulty(_) => "×".to_owned(),
        };
        assert_eq!(
            [
                "https://example.jp/",
                "www.example.jp",
                "http://example.jp/?a=1&amp;amp;b=2",
                "なし",
                "example"
            ]
            .map(read),
            [
                "https://example.jp/",
                "http://www.example.jp!",
                "http://example.jp/?a=1&b=2!",
                "",
                "×"
            ]
        );
    }
}
