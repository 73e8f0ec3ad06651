//! The encodings of CSV files in use in Japan: UTF-8 and UTF-16 with or without a byte order mark, and CP932.

use std::borrow::Cow;

use encoding_rs::{SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};

use crate::sheet::Unreadable;

/// How a text is written to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// With a byte order mark, by which Excel knows it.
    Utf8,
    /// Shift_JIS as Windows writes it.
    Cp932,
}

const BOM: &[u8] = b"\xEF\xBB\xBF";

/// What is written for a character that CP932 has not (JIS X 0208 has it for that).
const GETA: &str = "〓";

/// The text of bytes. What is UTF-8 is taken for it, as hardly any text in CP932 is by chance.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Unreadable> {
    let encoding = match bytes {
        [0xFF, 0xFE, ..] => UTF_16LE,
        [0xFE, 0xFF, ..] => UTF_16BE,
        _ if bytes.starts_with(BOM) || std::str::from_utf8(bytes).is_ok() => UTF_8,
        _ => SHIFT_JIS,
    };
    let (text, _, is_damaged) = encoding.decode(bytes);
    match is_damaged || text.contains('\0') {
        true => Err(Unreadable::Characters),
        false => Ok(text),
    }
}

/// The bytes of a text, and the characters that were replaced, each once in the order in which they stand.
pub fn encode(text: &str, encoding: Encoding) -> (Vec<u8>, Vec<char>) {
    match encoding {
        Encoding::Utf8 => ([BOM, text.as_bytes()].concat(), Vec::new()),
        Encoding::Cp932 => cp932(text),
    }
}

fn cp932(text: &str) -> (Vec<u8>, Vec<char>) {
    let mut missing = Vec::new();
    let mut kept = String::with_capacity(text.len());
    let mut buffer = [0; 4];
    for sign in text.chars() {
        // The encodings disagree on these four; Windows has the full-width ones.
        let sign = match sign {
            '〜' => '～',
            '−' => '－',
            '‖' => '∥',
            '—' => '―',
            sign => sign,
        };
        let (_, _, is_missing) = SHIFT_JIS.encode(sign.encode_utf8(&mut buffer));
        if !is_missing {
            kept.push(sign);
            continue;
        }
        kept.push_str(GETA);
        if !missing.contains(&sign) {
            missing.push(sign);
        }
    }
    (SHIFT_JIS.encode(&kept).0.into_owned(), missing)
}

#[cfg(test)]
mod tests {
    use super::{Encoding, decode, encode};
    use crate::sheet::Unreadable;

    #[test]
    fn every_encoding_in_use_is_told_by_its_bytes() {
        let text = "名称,髙橋医院①";
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let (cp932, missing) = encode(text, Encoding::Cp932);
        assert!(missing.is_empty());
        for bytes in [
            text.as_bytes().to_vec(),
            encode(text, Encoding::Utf8).0,
            [b"\xFF\xFE".to_vec(), utf16].concat(),
            cp932,
        ] {
            assert_eq!(decode(&bytes).as_deref(), Ok(text));
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        for bytes in [&b"a\0b"[..], &[0x81, 0xFF, 0xFF], &[0x83]] {
            assert_eq!(decode(bytes), Err(Unreadable::Characters));
        }
    }

    #[test]
    fn what_cp932_has_not_is_replaced_and_named() {
        let (bytes, missing) = encode("10〜12時 𠮷野家😀𠮷−", Encoding::Cp932);
        assert_eq!(decode(&bytes).as_deref(), Ok("10～12時 〓野家〓〓－"));
        assert_eq!(missing, ['𠮷', '😀']);
    }
}
