//! The design tokens of a style sheet: the custom properties that stand on `:root`, with their colours and places.
//!
//! Invariant: tokens come in the order of the cascade, so of two that apply together the later one counts.
//! Invariant: a colour is opaque sRGB; what cannot be brought to that is `Value::Other`.

use lightningcss::properties::Property;
use lightningcss::properties::custom::{
    CustomPropertyName, Token as Word, TokenList, TokenOrValue,
};
use lightningcss::rules::style::StyleRule;
use lightningcss::rules::{CssRule, CssRuleList};
use lightningcss::stylesheet::{PrinterOptions, StyleSheet};
use lightningcss::traits::{Parse, ToCss};
use lightningcss::values::color::CssColor;

use crate::diag::Where;
use crate::source::Sources;
use crate::theme::faults;

/// Red, green and blue of sRGB, 0 to 255.
pub type Rgb = [u8; 3];

/// One declaration of a token.
#[derive(Clone, Debug)]
pub struct Token {
    /// With its two hyphens: `--k-ink`.
    pub name: String,
    /// The media queries it stands in, from the outside, in the shortest spelling: `(prefers-color-scheme:dark)`.
    pub media: Vec<String>,
    pub value: Value,
    pub at: Where,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// The two are the same unless `light-dark()` says otherwise.
    Colour { light: Rgb, dark: Rgb },
    /// `var(--k-ink)`, by the name of the other token.
    Same(String),
    /// A size, a font, or a colour that depends on what lies behind it.
    Other,
}

/// All tokens of a bundled sheet.
pub fn find(sources: &Sources, sheet: &StyleSheet) -> Vec<Token> {
    let mut search = Search {
        sources,
        files: &sheet.sources,
        media: Vec::new(),
        found: Vec::new(),
    };
    search.rules(&sheet.rules);
    search.found
}

struct Search<'a> {
    sources: &'a Sources,
    /// Paths, by the index that rules name.
    files: &'a [String],
    media: Vec<String>,
    found: Vec<Token>,
}

impl Search<'_> {
    fn rules(&mut self, rules: &CssRuleList) {
        for rule in &rules.0 {
            match rule {
                CssRule::Media(media) => {
                    self.media.push(shortest(&media.query));
                    self.rules(&media.rules);
                    self.media.pop();
                }
                CssRule::Supports(supports) => self.rules(&supports.rules),
                CssRule::LayerBlock(layer) => self.rules(&layer.rules),
                CssRule::Style(style) if shortest(&style.selectors) == ":root" => self.style(style),
                _ => {}
            }
        }
    }

    fn style(&mut self, style: &StyleRule) {
        let path = usize::try_from(style.loc.source_index)
            .ok()
            .and_then(|index| self.files.get(index));
        let path = path.map_or("", String::as_str);
        let line = (style.loc.line as usize).saturating_add(1);
        for (property, _) in style.declarations.iter() {
            let Property::Custom(custom) = property else {
                continue;
            };
            let CustomPropertyName::Custom(name) = &custom.name else {
                continue;
            };
            self.found.push(Token {
                name: name.0.to_string(),
                media: self.media.clone(),
                value: value(&custom.value),
                at: faults::at_declaration(self.sources, path, line, &name.0),
            });
        }
    }
}

fn shortest(part: &impl ToCss) -> String {
    let options = PrinterOptions {
        minify: true,
        ..PrinterOptions::default()
    };
    part.to_css_string(options).unwrap_or_default()
}

fn value(list: &TokenList) -> Value {
    let mut parts = list.0.iter().filter(|part| !part.is_whitespace());
    match (parts.next(), parts.next()) {
        (Some(TokenOrValue::Color(colour)), None) => opaque(colour).unwrap_or(Value::Other),
        // The names of colours stay words, because a token may mean anything.
        (Some(TokenOrValue::Token(Word::Ident(word))), None) => CssColor::parse_string(word)
            .ok()
            .and_then(|colour| opaque(&colour))
            .unwrap_or(Value::Other),
        (Some(TokenOrValue::Var(variable)), None) => Value::Same(variable.name.ident.0.to_string()),
        _ => Value::Other,
    }
}

fn opaque(colour: &CssColor) -> Option<Value> {
    let (light, dark) = match colour {
        CssColor::LightDark(light, dark) => (light.as_ref(), dark.as_ref()),
        both => (both, both),
    };
    Some(Value::Colour {
        light: rgb(light)?,
        dark: rgb(dark)?,
    })
}

fn rgb(colour: &CssColor) -> Option<Rgb> {
    match colour.to_rgb() {
        Ok(CssColor::RGBA(rgba)) if rgba.alpha == u8::MAX => {
            Some([rgba.red, rgba.green, rgba.blue])
        }
        Ok(_) | Err(()) => None,
    }
}
