//! Rust text as the rules need it: comments and literals blanked, tests apart, imports spelled out.

/// The code of one file; every line stands where it stood.
#[derive(Default)]
pub struct Code {
    /// With comments and the insides of literals made blank.
    pub all: String,
    /// The same up to the tests at the bottom of the file.
    pub program: String,
}

/// A path into the crate, and the line it stands on.
#[derive(Debug, PartialEq, Eq)]
pub struct Import {
    pub line: usize,
    /// `["model", "site", "Site"]`.
    pub parts: Vec<String>,
}

impl Code {
    pub fn of(text: &str) -> Self {
        let all = blanked(text);
        let program = before_tests(&all);
        Self { all, program }
    }
}

/// The lines before `#[cfg(test)] mod tests {`.
fn before_tests(code: &str) -> String {
    let lines: Vec<&str> = code.lines().collect();
    let opens = |pair: &[&str]| {
        pair[0].trim() == "#[cfg(test)]" && pair[1].starts_with("mod ") && pair[1].ends_with('{')
    };
    let end = lines.windows(2).position(opens).unwrap_or(lines.len());
    lines[..end].join("\n")
}

/// The text with comments and the insides of string and character literals replaced by spaces.
fn blanked(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < characters.len() {
        let length = blank_length(&characters, at);
        let blank = |character: &char| if *character == '\n' { '\n' } else { ' ' };
        if length == 0 {
            out.push(characters[at]);
            at += 1;
        } else {
            out.extend(characters[at..at + length].iter().map(blank));
            at += length;
        }
    }
    out
}

/// How many characters from `at` on are a comment or a literal; 0 for code.
fn blank_length(text: &[char], at: usize) -> usize {
    let is = |offset: usize, wanted: char| text.get(at + offset) == Some(&wanted);
    match text[at] {
        '/' if is(1, '/') => text[at..].iter().take_while(|one| **one != '\n').count(),
        '/' if is(1, '*') => block_comment(&text[at..]),
        'r' if !continues_word(text, at) => raw_string(&text[at..]),
        '"' => quoted(&text[at..], '"'),
        '\'' if is(1, '\\') || is(2, '\'') => quoted(&text[at..], '\''),
        _ => 0,
    }
}

/// Whether the character at `at` is inside a word; the `b` of `br"…"` is not part of one.
fn continues_word(text: &[char], at: usize) -> bool {
    let is_word = |index: usize| text[index].is_alphanumeric() || text[index] == '_';
    match at {
        0 => false,
        1 => is_word(0) && text[0] != 'b',
        _ => is_word(at - 1) && (text[at - 1] != 'b' || is_word(at - 2)),
    }
}

fn block_comment(text: &[char]) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at + 1 < text.len() {
        match (text[at], text[at + 1]) {
            ('/', '*') => depth += 1,
            ('*', '/') => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// The length of `r"…"` or `r##"…"##`; 0 for another word that begins with `r`.
fn raw_string(text: &[char]) -> usize {
    let hashes = text[1..].iter().take_while(|one| **one == '#').count();
    if text.get(1 + hashes) != Some(&'"') {
        return 0;
    }
    let start = 2 + hashes;
    let closes = |at: &usize| {
        let rest = &text[at + 1..];
        text[*at] == '"' && rest.len() >= hashes && rest[..hashes].iter().all(|one| *one == '#')
    };
    let end = (start..text.len()).find(closes);
    end.map_or(text.len(), |end| end + 1 + hashes)
}

fn quoted(text: &[char], quote: char) -> usize {
    let mut at = 1;
    while at < text.len() {
        match text[at] {
            '\\' => at += 2,
            one if one == quote => return at + 1,
            _ => at += 1,
        }
    }
    text.len()
}

/// Every path of the code that begins with `crate::`, or with `super::` seen from a file in the module `parent`.
pub fn imports(code: &str, parent: &[String]) -> Vec<Import> {
    let mut found = Vec::new();
    for (start, base) in [("crate::", &[][..]), ("super::", parent)] {
        for (at, _) in code.match_indices(start) {
            if code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_') {
                continue;
            }
            let line = code[..at].matches('\n').count() + 1;
            let mut paths = Vec::new();
            tree(&code[at + start.len()..], base, &mut paths);
            found.extend(paths.into_iter().map(|parts| Import { line, parts }));
        }
    }
    found
}

/// Reads one tree of a `use`, `a::{b, c::d}`, adds its paths and returns what follows it.
fn tree<'a>(text: &'a str, base: &[String], paths: &mut Vec<Vec<String>>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = rest.trim_start_matches(|one: char| one == ',' || one.is_whitespace());
            match rest.strip_prefix('}') {
                Some(after) => return after,
                None if rest.is_empty() => return rest,
                None => {
                    let before = rest.len();
                    rest = tree(rest, base, paths);
                    if rest.len() == before {
                        return "";
                    }
                }
            }
        }
    }
    let is_part = |one: char| one.is_alphanumeric() || "_*".contains(one);
    let length = text.find(|one: char| !is_part(one)).unwrap_or(text.len());
    let (part, rest) = text.split_at(length);
    let mut path = base.to_vec();
    path.push(part.to_owned());
    if let Some(deeper) = rest.strip_prefix("::") {
        return tree(deeper, &path, paths);
    }
    paths.push(path);
    skip_alias(rest)
}

/// Passes over ` as name`.
fn skip_alias(rest: &str) -> &str {
    match rest.strip_prefix(" as ") {
        Some(alias) => alias.trim_start_matches(|one: char| one.is_alphanumeric() || one == '_'),
        None => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, blanked, imports};

    fn paths(code: &str) -> Vec<String> {
        let parent = ["outputs".to_owned()];
        let found = imports(code, &parent).into_iter();
        found.map(|import| import.parts.join("/")).collect()
    }

    #[test]
    fn comments_and_literals_are_blank_and_lines_stay() {
        let code = "a // x\nb /* y /* z */ */ c\n\"q\\\"\n\" d r#\"e\"#\n'f' '\\'' g<'h>(br\"i\")";
        let kept: String = blanked(code).split_whitespace().collect();
        assert_eq!(kept, "abcdg<'h>(b)");
        assert_eq!(blanked(code).lines().count(), code.lines().count());
    }

    #[test]
    fn the_program_ends_where_its_tests_begin() {
        let code =
            Code::of("fn a() {}\n#[cfg(test)]\nmod samples;\n#[cfg(test)]\nmod tests {\n}\n");
        assert!(code.program.ends_with("mod samples;"));
        assert!(code.all.contains("mod tests"));
    }

    #[test]
    fn trees_of_imports_are_spelled_out() {
        let code = "use crate::a::{B, c::{D, E as F}, g};\nlet h = crate::i::j(super::k::l);";
        assert_eq!(
            paths(code),
            ["a/B", "a/c/D", "a/c/E", "a/g", "i/j", "outputs/k/l"]
        );
        assert_eq!(imports(code, &[])[4].line, 2);
    }

    #[test]
    fn broken_code_ends() {
        for broken in [
            "use crate::{",
            "use crate::{a, ;",
            "use crate::",
            "r#\"",
            "'",
            "/*",
        ] {
            imports(&blanked(broken), &[]);
        }
    }
}
