//! The order of findings: by path, place and code, so that two builds say the same in the same order.

use crate::diag::{Diagnostic, Where};
use crate::source::Sources;

/// Sorts by path, line, column, code and words; a finding about a whole file comes before those in its text.
pub fn sort(diagnostics: &mut [Diagnostic], sources: &Sources) {
    diagnostics.sort_by(|left, right| {
        let words = |diagnostic: &Diagnostic| (diagnostic.title.clone(), diagnostic.label.clone());
        key(left, sources)
            .cmp(&key(right, sources))
            .then_with(|| words(left).cmp(&words(right)))
    });
}

/// Bytes order like lines and columns do, and need no counting.
fn key<'a>(
    diagnostic: &'a Diagnostic,
    sources: &'a Sources,
) -> (&'a str, Option<(u32, u32)>, &'static str) {
    let (path, place) = match &diagnostic.at {
        Where::Path(path) => (path.as_str(), None),
        Where::File(source) => (sources.path(*source), None),
        Where::Text(location) => {
            let span = location.span;
            (sources.path(location.source), Some((span.start, span.end)))
        }
    };
    (path, place, diagnostic.code)
}

#[cfg(test)]
mod tests {
    use super::sort;
    use crate::diag::{Diagnostic, Where};
    use crate::report::places::tests::{sources, words};

    #[test]
    fn findings_stand_in_the_order_of_the_files() {
        let sources = sources(&[("a.md", "題名\n日時"), ("b.md", "会場")]);
        let file = |path| Where::File(sources.find(path).expect("the sample has the file"));
        let mut found = vec![
            Diagnostic::error("z", words(&sources, "b.md", "会場"), "6"),
            Diagnostic::error("z", words(&sources, "a.md", "日時"), "4"),
            Diagnostic::error("b", words(&sources, "a.md", "題名"), "3"),
            Diagnostic::error("a", words(&sources, "a.md", "題名"), "2"),
            Diagnostic::error("z", file("a.md"), "1"),
            Diagnostic::error("z", Where::Path("aa.md".to_owned()), "5"),
        ];
        sort(&mut found, &sources);
        let titles: String = found.iter().map(|found| found.title.as_str()).collect();
        assert_eq!(titles, "123456");
    }
}
