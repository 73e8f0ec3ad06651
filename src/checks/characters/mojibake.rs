//! Recognises Japanese text that was read in the wrong encoding.

/// How hiragana and katakana in UTF-8 look when they are read as Shift_JIS.
const AS_SHIFT_JIS: &str = "縺繧繝";

/// Whether a text looks like one: characters that hardly anybody writes, more than once.
pub fn is_mojibake(text: &str) -> bool {
    first(text).is_some()
}

/// Where the first such character stands.
pub fn first(text: &str) -> Option<(usize, char)> {
    let shift_jis = |sign: char, next: Option<char>| {
        // 縺れる and 繧繝 are words.
        AS_SHIFT_JIS.contains(sign)
            && !matches!((sign, next), ('縺', Some('れ')) | ('繧', Some('繝')))
    };
    let latin = |sign: char, next: Option<char>| {
        sign == 'ã' && next.is_some_and(|next| !next.is_alphabetic() && !next.is_whitespace())
    };
    let mut signs = text.char_indices().peekable();
    let mut found = None;
    let mut count = 0;
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next);
        if shift_jis(sign, next) || latin(sign, next) {
            count += 1;
            found = found.or(Some((at, sign)));
        }
    }
    found.filter(|_| count > 1)
}
