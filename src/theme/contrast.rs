//! The contrast of a theme's colours (WCAG 2.2, 1.4.3 and 1.4.11): design tokens and the table of their pairs go in, diagnostics come out.
//!
//! Invariant: every pair is measured as every reader may see it: light, dark, with more contrast, printed.
//! Invariant: a colour that the table does not name is a fault, so that none can be forgotten.

mod table;

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Where};
use crate::source::Sources;
use crate::theme::contrast::table::{Need, Row, Word};
use crate::theme::faults;
use crate::theme::styles::tokens::{Rgb, Token, Value};

/// The table of a theme.
const TABLE: &str = "contrast.txt";

/// What a reader's machine may ask of the style sheet.
#[derive(Clone, Copy)]
struct Scheme {
    label: &'static str,
    dark: bool,
    more: bool,
    print: bool,
}

/// Forced colours are not among them: there the system chooses.
const SCHEMES: &[Scheme] = &[
    scheme("明るい配色", false, false, false),
    scheme("暗い配色", true, false, false),
    scheme("コントラストを上げた明るい配色", false, true, false),
    scheme("コントラストを上げた暗い配色", true, true, false),
    scheme("印刷", false, false, true),
    scheme("暗い配色からの印刷", true, false, true),
];

const fn scheme(label: &'static str, dark: bool, more: bool, print: bool) -> Scheme {
    Scheme {
        label,
        dark,
        more,
        print,
    }
}

/// Everything that is wrong with the colours of the theme in `folder`, which ends with `/`.
pub fn check(sources: &Sources, folder: &str, tokens: &[Token]) -> Vec<Diagnostic> {
    let path = format!("{folder}{TABLE}");
    let palette = Palette { tokens };
    let Some(source) = sources.find(&path) else {
        let title = "色の組み合わせの表がありません";
        let help =
            format!("{path} を作り、1行に1つずつ「文字 --色 : --背景」の形で書いてください。");
        let at = Where::Path(path);
        let missing = Diagnostic::error(faults::CONTRAST, at, title).help(help);
        return palette.colours().take(1).map(|_| missing.clone()).collect();
    };
    let (rows, mut found) = table::read(source, sources.text(source));
    let measured = rows.iter().flat_map(|row| palette.row(row));
    found.extend(measured);
    let named: BTreeSet<&str> = rows.iter().flat_map(Row::names).collect();
    found.extend(palette.forgotten(&named, &path));
    found
}

struct Palette<'a> {
    tokens: &'a [Token],
}

impl<'a> Palette<'a> {
    /// The tokens that are colours, by their first declarations.
    fn colours(&self) -> impl Iterator<Item = &'a Token> {
        let mut seen = BTreeSet::new();
        let first = self
            .tokens
            .iter()
            .filter(move |token| seen.insert(&token.name));
        first.filter(|token| matches!(token.value, Value::Colour { .. }))
    }

    fn forgotten(&self, named: &BTreeSet<&str>, path: &str) -> Vec<Diagnostic> {
        let unnamed = self
            .colours()
            .filter(|token| !named.contains(token.name.as_str()));
        let fault = |token: &Token| {
            let title = "対比を確かめる組み合わせが決められていない色です";
            let name = &token.name;
            let help = format!(
                "{path} に「文字 {name} : --背景」のように書いてください。意味を伝えない色なら「飾り {name}」と書きます。"
            );
            Diagnostic::error(faults::CONTRAST, token.at.clone(), title).help(help)
        };
        unnamed.map(fault).collect()
    }

    fn row(&self, row: &Row) -> Vec<Diagnostic> {
        let mut found: Vec<Diagnostic> =
            row.words().filter_map(|word| self.unknown(word)).collect();
        let Some(need) = &row.need else {
            return found;
        };
        for colour in &row.colours {
            for ground in &row.grounds {
                found.extend(self.pair(need, colour, ground));
            }
        }
        found
    }

    /// What is wrong with a pair, once for the declarations that several schemes share.
    fn pair(&self, need: &Need, colour: &Word, ground: &Word) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let mut measured = BTreeSet::new();
        for scheme in SCHEMES {
            let pair = (self.value(colour, *scheme), self.value(ground, *scheme));
            let (Some((colour, front)), Some((ground, behind))) = pair else {
                continue;
            };
            if !measured.insert((&colour.at, front, &ground.at, behind)) {
                continue;
            }
            if let Some(ratio) = need.unmet(front, behind) {
                found.push(alike(need, &ratio, scheme.label, colour, ground));
            }
        }
        found
    }

    /// Says that a word of the table is no colour of the theme.
    fn unknown(&self, word: &Word) -> Option<Diagnostic> {
        let all = SCHEMES
            .iter()
            .all(|scheme| self.value(word, *scheme).is_some());
        let title = match self.tokens.iter().any(|token| token.name == word.name) {
            _ if all => return None,
            true => "対比を計算できない値の色です",
            false => "テーマのスタイルにない色の名前です",
        };
        let help = "「:root」に、透けない色として「--名前: #1a1a1a;」のように書かれた名前を使ってください。";
        Some(Diagnostic::error(faults::CONTRAST, word.at.clone(), title).help(help))
    }

    /// The colour a word stands for in a scheme, and the declaration it is from.
    fn value(&self, word: &Word, scheme: Scheme) -> Option<(&'a Token, Rgb)> {
        let mut name = word.name.as_str();
        // Tokens that stand for each other in a circle have no value; a chain is never longer than the list.
        for _ in 0..self.tokens.len() {
            let declared = |token: &&Token| token.name == name && scheme.sees(token);
            let token = self.tokens.iter().rev().find(declared)?;
            match &token.value {
                Value::Colour { dark, .. } if scheme.dark && !scheme.print => {
                    return Some((token, *dark));
                }
                Value::Colour { light, .. } => return Some((token, *light)),
                Value::Same(other) => name = other,
                Value::Other => return None,
            }
        }
        None
    }
}

impl Scheme {
    fn sees(self, token: &Token) -> bool {
        token.media.iter().all(|query| self.answers(query))
    }

    /// Whether a media query holds; one about sizes may always do.
    fn answers(self, query: &str) -> bool {
        let asks = |words: &str| query.contains(words);
        let on_paper = asks("print") && !asks("not print");
        let on_screen = asks("not print") || asks("screen");
        (!on_paper || self.print)
            && (!on_screen || !self.print)
            && (!asks("prefers-color-scheme:dark") || self.dark)
            && (!asks("prefers-color-scheme:light") || !self.dark)
            && (!asks("prefers-contrast:more") || self.more)
            && !asks("prefers-contrast:less")
            && !asks("forced-colors")
    }
}

fn alike(need: &Need, measured: &str, scheme: &str, colour: &Token, behind: &Token) -> Diagnostic {
    let title = format!("{}の対比が足りません", need.subject);
    let needed = need.ratio();
    Diagnostic::error(faults::CONTRAST, colour.at.clone(), title)
        .label(format!("{measured}（{scheme}、背景は {}）", behind.name))
        .help(format!(
            "{needed} 以上になるように、{} か {} の色を変えてください。",
            colour.name, behind.name
        ))
        .related(behind.at.clone(), "この色を背景にしています")
}

#[cfg(test)]
mod tests;
