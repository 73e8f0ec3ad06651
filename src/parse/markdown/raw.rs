//! Raw HTML: each tag is judged by itself, written anew when allowed, and closed at the latest with what surrounds it.
//!
//! Invariant: nothing an author wrote is copied as markup, and a tag never closes what another element has opened.

use std::ops::Range;

use crate::parse::markdown::Writer;
use crate::parse::markdown::run::Run;
use crate::parse::markdown::sanitize::{self, Allowed, Role};
use crate::text::span::Span;

/// More open tags in one element than anybody writes; it keeps looking for the one to close short.
const MOST_OPEN: usize = 32;

/// A raw tag waiting for its end.
pub struct OpenTag {
    name: &'static str,
    role: Role,
    span: Span,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Among the words of a block.
    Words,
    /// Between blocks.
    Blocks,
}

/// What raw HTML is made of, with the place of each part.
#[derive(Debug, PartialEq, Eq)]
enum Token<'a> {
    Words(&'a str),
    Start {
        name: String,
        raw: &'a str,
    },
    End {
        name: String,
    },
    /// Not shown; authors leave remarks in it.
    Comment,
    /// Declarations, instructions, and comments without an end.
    Other,
}

impl Writer<'_, '_> {
    pub fn inline_html(&mut self, html: &str, range: Range<usize>) {
        if self.open.image.is_some() {
            return;
        }
        let span = self.span(&range);
        for (token, _) in tokens(html) {
            self.token(token, span, Place::Words, None);
        }
    }

    /// Writes the HTML block gathered in the run.
    pub fn html_block(&mut self) {
        let run: Run = std::mem::take(&mut self.run);
        let tokens = tokens(run.text());
        let mut tokens = tokens.into_iter().peekable();
        while let Some((token, range)) = tokens.next() {
            let span = self.span(&run.span(range).range());
            if let Token::Start { name, .. } = &token
                && is_dropped_whole(name)
            {
                let name = name.clone();
                while tokens
                    .next_if(
                        |(token, _)| !matches!(token, Token::End { name: end } if *end == name),
                    )
                    .is_some()
                {}
            }
            tokens.next_if(|(next, _)| is_blank(next) && token.is_start_of("details"));
            let next = tokens.peek().map(|(token, _)| token);
            self.token(token, span, Place::Blocks, next);
        }
        self.close_words();
        self.fresh_line();
    }

    /// Closes all tags above the first `base`.
    pub fn close_tags(&mut self, base: usize) {
        while self.open.tags.len() > base {
            self.close_last(None);
        }
    }

    fn token(&mut self, token: Token<'_>, span: Span, place: Place, next: Option<&Token<'_>>) {
        match token {
            Token::Words(words) => sanitize::words(&mut self.out, words),
            Token::Start { name, raw } => match sanitize::find(&name) {
                Some(allowed) if allowed.name == "details" && !starts_summary(next) => {
                    let help = "「<details><summary>見出し</summary>」と続けて書いてください。";
                    self.remarks.html_removed(span, "<details> ", help);
                }
                Some(allowed) => self.start_tag(allowed, raw, span, place),
                None => {
                    let what = format!("<{name}> ");
                    let help = sanitize::advice(&name);
                    self.remarks.html_removed(span, &what, help);
                }
            },
            Token::End { name } => {
                if let Some(allowed) = sanitize::find(&name) {
                    self.end_tag(allowed, span);
                }
            }
            Token::Comment => {}
            Token::Other => {
                let help = "この部分を消してください。";
                self.remarks.html_removed(span, "この部分", help);
            }
        }
    }

    fn start_tag(&mut self, allowed: &'static Allowed, raw: &str, span: Span, place: Place) {
        let base = self.open.bases.last().copied().unwrap_or_default();
        self.close_implied(allowed.role, base);
        let parent = self.open.tags.get(base..).and_then(<[OpenTag]>::last);
        let depth = self.open.tags.len().saturating_sub(base);
        let is_first = self.out.ends_with("<details>") || self.out.ends_with("<details open=\"\">");
        let answer = match allowed.role {
            Role::Summary if !is_first => {
                Err("<summary> は <details> のすぐ後ろに書いてください。")
            }
            _ => fits(allowed, parent, place, depth),
        };
        if let Err(help) = answer {
            let what = format!("<{}> ", allowed.name);
            self.remarks.html_removed(span, &what, help);
            return;
        }
        let (tag, removed) = sanitize::start_tag(allowed, raw);
        for name in removed {
            let what = format!("属性 {name} ");
            let help = sanitize::attribute_advice(&name);
            self.remarks.html_removed(span, &what, help);
        }
        self.out.push_str(&tag);
        if allowed.role != Role::Void {
            self.open.tags.push(OpenTag {
                name: allowed.name,
                role: allowed.role,
                span,
            });
        }
    }

    fn end_tag(&mut self, allowed: &Allowed, span: Span) {
        let base = self.open.bases.last().copied().unwrap_or_default();
        let here = self.open.tags.get(base..).unwrap_or_default();
        match here.iter().rposition(|tag| tag.name == allowed.name) {
            Some(at) => {
                while self.open.tags.len() > base + at {
                    self.close_last(Some(allowed.name));
                }
            }
            None => {
                let what = format!("</{}> ", allowed.name);
                let help = "この場所に対応する始まりのタグがありません。消してください。";
                self.remarks.html_removed(span, &what, help);
            }
        }
    }

    /// Closes the last open tag; its author has written the end of `written`.
    fn close_last(&mut self, written: Option<&str>) {
        let Some(tag) = self.open.tags.pop() else {
            return;
        };
        self.out.push_str(&format!("</{}>", tag.name));
        let may_omit = matches!(tag.role, Role::Reading | Role::Term | Role::Description);
        if written != Some(tag.name) && !may_omit {
            self.remarks.html_unclosed(tag.span, tag.name);
        }
    }

    /// Closes what ends where a tag with `role` begins, as HTML allows to leave these ends out.
    fn close_implied(&mut self, role: Role, base: usize) {
        let last = self.open.tags.get(base..).and_then(<[OpenTag]>::last);
        let ends = last.is_some_and(|last| match role {
            Role::Reading => last.role == Role::Reading,
            Role::Term | Role::Description => {
                matches!(last.role, Role::Term | Role::Description)
            }
            Role::Void | Role::Words | Role::Blocks | Role::Summary | Role::Pairs => false,
        });
        if ends {
            self.close_last(None);
        }
    }

    /// Closes everything from the first tag on that cannot hold the blocks which may follow.
    pub fn close_words(&mut self) {
        let base = self.open.bases.last().copied().unwrap_or_default();
        let here = self.open.tags.get(base..).unwrap_or_default();
        if let Some(at) = here.iter().position(|tag| tag.role != Role::Blocks) {
            self.close_tags(base + at);
        }
    }
}

impl Token<'_> {
    fn is_start_of(&self, wanted: &str) -> bool {
        matches!(self, Self::Start { name, .. } if name == wanted)
    }
}

fn starts_summary(token: Option<&Token<'_>>) -> bool {
    token.is_some_and(|token| token.is_start_of("summary"))
}

fn is_blank(token: &Token<'_>) -> bool {
    match token {
        Token::Words(words) => words.trim().is_empty(),
        Token::Comment => true,
        Token::Start { .. } | Token::End { .. } | Token::Other => false,
    }
}

/// Elements whose content is not for readers.
fn is_dropped_whole(name: &str) -> bool {
    matches!(name, "script" | "style")
}

/// Whether a tag may stand inside `parent`; if not, what to do about it.
fn fits(
    allowed: &Allowed,
    parent: Option<&OpenTag>,
    place: Place,
    depth: usize,
) -> Result<(), &'static str> {
    if depth >= MOST_OPEN {
        return Err("タグの入れ子が深すぎます。減らしてください。");
    }
    let parent_name = parent.map(|tag| tag.name);
    let parent_role = parent.map(|tag| tag.role);
    let among_blocks = matches!(parent_role, None | Some(Role::Blocks | Role::Description));
    let (is_fit, help) = match allowed.role {
        Role::Void | Role::Words => (
            parent_role != Some(Role::Pairs),
            "<dl> のすぐ中には <dt> と <dd> だけを書いてください。",
        ),
        Role::Blocks | Role::Pairs => (
            place == Place::Blocks && among_blocks,
            "このタグは文の途中では使えません。前後に空行を入れて、行の始めに書いてください。",
        ),
        Role::Summary => (
            parent_name == Some("details") && place == Place::Blocks,
            "<summary> は <details> のすぐ後ろに書いてください。",
        ),
        Role::Term | Role::Description => (
            parent_role == Some(Role::Pairs),
            "<dt> と <dd> は <dl> の中に書いてください。",
        ),
        Role::Reading => (
            parent_name == Some("ruby"),
            "ふりがなは「｜漢字《かんじ》」と書いてください。",
        ),
    };
    if is_fit { Ok(()) } else { Err(help) }
}

/// Cuts raw HTML into its parts. A tag without an end makes the rest words, so every byte is looked at a limited number of times.
fn tokens(html: &str) -> Vec<(Token<'_>, Range<usize>)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    let mut words_from = 0;
    while let Some(found) = html.get(at..).and_then(|rest| rest.find('<')) {
        let start = at + found;
        let rest = html.get(start..).unwrap_or_default();
        let Some((token, length)) = markup(rest) else {
            if begins_tag(rest) {
                break;
            }
            at = start + 1;
            continue;
        };
        if let Some(words) = html
            .get(words_from..start)
            .filter(|words| !words.is_empty())
        {
            tokens.push((Token::Words(words), words_from..start));
        }
        tokens.push((token, start..start + length));
        at = start + length;
        words_from = at;
    }
    if let Some(words) = html.get(words_from..).filter(|words| !words.is_empty()) {
        tokens.push((Token::Words(words), words_from..html.len()));
    }
    tokens
}

fn begins_tag(rest: &str) -> bool {
    match rest.as_bytes() {
        [b'<', b'/', first, ..] | [b'<', first, ..] => first.is_ascii_alphabetic(),
        _ => false,
    }
}

/// The tag or comment at the beginning of `rest`, and its length.
fn markup(rest: &str) -> Option<(Token<'_>, usize)> {
    if let Some(comment) = rest.strip_prefix("<!--") {
        return Some(match comment.find("-->") {
            Some(length) => (Token::Comment, "<!---->".len() + length),
            None => (Token::Other, rest.len()),
        });
    }
    if rest.starts_with("<!") || rest.starts_with("<?") {
        let length = rest.find('>').map_or(rest.len(), |at| at + 1);
        return Some((Token::Other, length));
    }
    let (is_end, inner) = match rest.strip_prefix("</") {
        Some(inner) => (true, inner),
        None => (false, rest.strip_prefix('<')?),
    };
    let name: String = inner
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect::<String>()
        .to_ascii_lowercase();
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    let length = tag_length(rest)?;
    let raw = rest.get(..length)?;
    let token = if is_end {
        Token::End { name }
    } else {
        Token::Start { name, raw }
    };
    Some((token, length))
}

/// As far as the first `>` outside quotes.
fn tag_length(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}
