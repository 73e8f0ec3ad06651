//! What the bytes of a text on a page say: a font and its bytes in, characters out.

use encoding_rs::{EUC_JP, SHIFT_JIS, UTF_16BE};
use lopdf::{Dictionary, Document, Encoding, Object};

use crate::pdf::cmap::CharacterMap;
use crate::pdf::pages::{Budget, deref, dictionary};

/// How the codes of a font become characters.
pub enum Decoder<'a> {
    /// By its own map; codes have two bytes in composite fonts and one in others.
    Map(CharacterMap, Codes),
    /// Codes are characters in an encoding of texts.
    Text(&'static encoding_rs::Encoding),
    /// By an encoding of one byte a character.
    Simple(Encoding<'a>),
    /// Only programs that know the collection of glyphs of Japanese fonts can tell.
    Glyphs,
    /// Nobody can tell.
    Lost(Codes),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codes {
    OneByte,
    TwoBytes,
}

/// What was drawn.
#[derive(Clone, Copy, Debug, Default)]
pub struct Drawn {
    /// Characters that are no blanks.
    pub characters: usize,
    /// Those of them that nothing is known of.
    pub lost: usize,
    /// About how wide it is, in the size of the font.
    pub width: f32,
}

impl<'a> Decoder<'a> {
    /// The decoder of a font (ISO 32000-1, 9.10.2).
    pub fn new(document: &'a Document, font: &'a Dictionary, budget: &mut Budget) -> Self {
        let is_composite = matches!(font.get(b"Subtype").and_then(Object::as_name), Ok(b"Type0"));
        let codes = match is_composite {
            true => Codes::TwoBytes,
            false => Codes::OneByte,
        };
        let map = deref(document, font, b"ToUnicode").and_then(|map| map.as_stream().ok());
        if let Some(map) = map.and_then(|map| budget.unpack(map)) {
            return Self::Map(CharacterMap::read(&map), codes);
        }
        if is_composite {
            return Self::composite(document, font);
        }
        // Without a map, the library has nothing to unpack for it.
        match font.get_font_encoding_with_limit(document, 0) {
            Ok(encoding) => Self::Simple(encoding),
            Err(_) => Self::Lost(codes),
        }
    }

    /// By the name of its predefined map (ISO 32000-1, 9.7.5.2).
    fn composite(document: &'a Document, font: &'a Dictionary) -> Self {
        let name = deref(document, font, b"Encoding").and_then(|name| name.as_name().ok());
        let name = String::from_utf8_lossy(name.unwrap_or_default()).into_owned();
        if name.contains("UCS2") || name.contains("UTF16") {
            return Self::Text(UTF_16BE);
        }
        if name.contains("RKSJ") {
            return Self::Text(SHIFT_JIS);
        }
        if name.starts_with("EUC-") {
            return Self::Text(EUC_JP);
        }
        let descendant = descendant(document, font);
        let system = descendant.and_then(|font| dictionary(document, font, b"CIDSystemInfo"));
        let ordering = system.and_then(|system| deref(document, system, b"Ordering"));
        match ordering.and_then(|ordering| ordering.as_str().ok()) {
            None | Some(b"Identity") => Self::Lost(Codes::TwoBytes),
            Some(_) => Self::Glyphs,
        }
    }

    /// Adds the characters of a text.
    pub fn decode(&self, bytes: &[u8], out: &mut String) -> Drawn {
        let before = out.len();
        let mut lost = 0;
        match self {
            Self::Map(map, codes) => {
                let size = codes.size();
                for code in bytes.chunks(size) {
                    let code = code
                        .iter()
                        .fold(0, |code, byte| code << 8 | u32::from(*byte));
                    lost += usize::from(!map.add(code, out));
                }
            }
            Self::Text(encoding) => {
                let (text, _) = encoding.decode_without_bom_handling(bytes);
                out.push_str(&text);
            }
            Self::Simple(encoding) => {
                if encoding.write_to_string(bytes, out).is_err() {
                    lost = bytes.len();
                }
            }
            Self::Glyphs => {
                let characters = bytes.len() / 2;
                return Drawn {
                    characters,
                    lost: 0,
                    width: width('字') * characters as f32,
                };
            }
            Self::Lost(codes) => lost = bytes.len() / codes.size(),
        }
        let added = out.get(before..).unwrap_or_default();
        let known = added.chars().filter(|one| !one.is_whitespace()).count();
        Drawn {
            characters: known + lost,
            lost,
            width: added.chars().map(width).sum::<f32>() + lost as f32,
        }
    }
}

impl Codes {
    fn size(self) -> usize {
        match self {
            Self::OneByte => 1,
            Self::TwoBytes => 2,
        }
    }
}

/// The font that a composite font is made of (ISO 32000-1, 9.7.6.1).
pub fn descendant<'a>(document: &'a Document, font: &'a Dictionary) -> Option<&'a Dictionary> {
    let fonts = deref(document, font, b"DescendantFonts")?.as_array().ok()?;
    let (_, font) = document.dereference(fonts.first()?).ok()?;
    font.as_dict().ok()
}

/// Half for Latin letters, digits and half-width kana, which is right for most Japanese fonts and near for others.
fn width(character: char) -> f32 {
    match character {
        '\0'..='\u{24F}' | '\u{FF61}'..='\u{FF9F}' => 0.5,
        _ => 1.0,
    }
}
