//! `link-adjacent-dup`: two links to the same place with nothing between them.
//!
//! Why: the same page is offered twice, and people who use the keyboard or hear the page must pass both (WCAG technique H2; domain §3.4 C
//! `link-adjacent-dup`). It comes of editing, where a link is cut in two.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at, location};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Link;
use crate::text::span::Span;

pub const ROW: CheckRow = CheckRow {
    code: "link-adjacent-dup",
    severity: Severity::Warning,
    fixes: true,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "同じ行き先のリンクが、すぐ隣に2つ続いている所を見つけます。",
    why: "読み上げソフトでは同じリンクを2度聞くことになり、キーボードでは2度押して通り過ぎることになります。",
    source: "JIS X 8341-3:2016 2.4.4",
    bad: &[
        "[在宅医療](/guides/start/)[のはじめ方](/guides/start/)をご覧ください。",
        "[はじめての方へ](/guides/start/) [はじめての方へ](/guides/start/)",
        "[![在宅医療の図](map.png)](/guides/start/)[はじめての方へ](/guides/start/)",
    ],
    good: &[
        "[在宅医療のはじめ方](/guides/start/)をご覧ください。",
        "[北区](/kita/) [西区](/nishi/)",
        "[はじめての方へ](/guides/start/)を読み、[窓口](/guides/start/)にたずねてください。",
        "- [はじめての方へ](/guides/start/)\n- [窓口の案内](/guides/start/)",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let text = input.text(writing.source);
    let links: Vec<_> = writing.links().map(|(link, _)| link).collect();
    let pairs = links.windows(2);
    pairs
        .filter_map(|pair| match pair {
            [first, second] if first.target == second.target => {
                let between = first.span.end..second.span.start;
                let between = Span::new(between.start as usize..between.end as usize);
                let is_empty = first.span.end <= second.span.start
                    && between
                        .of(text)
                        .chars()
                        .all(|sign| matches!(sign, ' ' | '　'));
                is_empty.then(|| diagnostic(writing, text, first, second))
            }
            _ => None,
        })
        .collect()
}

fn diagnostic(writing: &Writing, text: &str, first: &Link, second: &Link) -> Diagnostic {
    let found = Diagnostic::warning(
        "link-adjacent-dup",
        at(writing.source, second.span),
        "同じ行き先のリンクが続いています",
    )
    .label("すぐ前のリンクと同じ行き先です");
    let ending = format!("]({})", first.target);
    let is_plain = |link: &Link| {
        let written = link.span.of(text);
        written.starts_with('[') && written.ends_with(&ending) && !written.contains("![")
    };
    if !is_plain(first) || !is_plain(second) {
        return found.help("2つを1つのリンクにまとめてください。");
    }
    let seam = first.span.range().end;
    if first.text == second.text {
        let span = Span::new(seam..second.span.range().end);
        return found
            .help("2つ目のリンクを消してください。")
            .fix(location(writing.source, span), "");
    }
    let between = text
        .get(seam..second.span.range().start)
        .unwrap_or_default();
    let span = Span::new(seam - ending.len()..second.span.range().start + "[".len());
    found
        .help(format!(
            "「[{}{between}{}]({})」と、1つのリンクにしてください。",
            first.text, second.text, first.target
        ))
        .fix(location(writing.source, span), between)
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::Sample;
    use crate::model::document::Target;

    fn fixed(second: &str) -> String {
        let mut sample = Sample::new();
        let first = "[在宅医療](/a/)";
        let text = format!("題名\n{first}{second}を読む");
        sample.add("guides/start", &text, |draft| {
            draft.link(first, Target::Broken);
            draft.link(second, Target::Broken);
        });
        sample.fixed(Rule::Writing(super::check))
    }

    #[test]
    fn two_halves_become_one_link() {
        let whole = "題名\n[在宅医療の手引き](/a/)を読む";
        assert_eq!(fixed("[の手引き](/a/)"), whole);
    }
}
