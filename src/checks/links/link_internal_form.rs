//! `link-internal-form`: a page of the site linked by its whole address, by `index.html`, or by the address of the preview.
//!
//! Why: links within the site lead to the reader's own ward and still work when the site moves; an address of the preview opens nothing for
//! anybody else (domain §3.4 C `link-internal-form`).

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at, location};
use crate::diag::{Diagnostic, Severity};

/// Hosts that mean the computer of whoever looks at them.
const OWN_COMPUTER: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

pub const ROW: CheckRow = CheckRow {
    code: "link-internal-form",
    severity: Severity::Error,
    fixes: true,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "サイトの中のページへの、完全なアドレスや下見用のアドレスなどで書かれたリンクを見つけます。",
    why: "サイトの中のアドレスで書くと、読む人の区のページにつながり、サイトの引っ越しでも切れません。下見用のアドレスは、ほかの人には開けません。",
    source: "",
    bad: &[
        "[はじめての方へ](https://kairan.example.jp/guides/start/)",
        "[はじめての方へ](/guides/start/index.html)",
        "[はじめての方へ](http://localhost:4321/guides/start/)",
        "[知ること](http://127.0.0.1:4321/guides/start/#learn)",
    ],
    good: &[
        "[はじめての方へ](/guides/start/)",
        "[知ること](/guides/start/#learn)",
        "[見本市のページ](https://www.example.jp/guides/start/)",
        "[よその手引き](https://kairan.example.jp.example.com/index.html)",
        "サイトのアドレス\n: https://kairan.example.jp/",
        "`http://localhost:4321/`で下見できます。",
    ],
};

/// What is wrong with an address, and how it should be.
struct Form {
    is_preview: bool,
    /// `None` when only a person can tell.
    right: Option<String>,
}

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    writing
        .links()
        .filter_map(|(link, _)| {
            let form = form(input, &link.target)?;
            // An address that is spelt out is `link-url-text`, unless nobody can open it.
            let is_spelt = link.text == link.target;
            if is_spelt && !form.is_preview {
                return None;
            }
            let span = input.find_last(writing.source, link.span, &link.target);
            let found = if form.is_preview {
                Diagnostic::error(
                    "link-internal-form",
                    at(writing.source, span),
                    "下見用のアドレスへのリンクです",
                )
                .label("ほかの人のパソコンでは開けません")
            } else {
                Diagnostic::warning(
                    "link-internal-form",
                    at(writing.source, span),
                    "サイトの中のページへのリンクの書き方が違います",
                )
                .label("サイトの中のページです")
            };
            let written = link.span.of(input.text(writing.source));
            Some(match form.right {
                Some(right) if written.starts_with('[') && span != link.span => found
                    .help(format!("「{right}」と書いてください。"))
                    .fix(location(writing.source, span), right),
                Some(right) => found.help(format!("「[行き先の題名]({right})」と書いてください。")),
                None => found.help("公開されるアドレスを書いてください。"),
            })
        })
        .collect()
}

fn form(input: &Input, target: &str) -> Option<Form> {
    let base = &input.site.settings.base_url;
    let own = target
        .strip_prefix(&*base.origin)
        .and_then(|rest| below(rest, &base.path));
    if let Some(path) = own {
        return Some(Form {
            is_preview: false,
            right: Some(without_index(path).to_owned()),
        });
    }
    if let Some(path) = of_preview(target) {
        let path = below(path, &base.path);
        return Some(Form {
            is_preview: true,
            right: path.map(|path| without_index(path).to_owned()),
        });
    }
    let is_inside = target.starts_with('/') && !target.starts_with("//");
    let right = without_index(target);
    (is_inside && right != target).then(|| Form {
        is_preview: false,
        right: Some(right.to_owned()),
    })
}

/// What follows the path of the site, beginning with `/`.
fn below<'a>(rest: &'a str, path: &str) -> Option<&'a str> {
    let rest = rest.strip_prefix(path.trim_end_matches('/'))?;
    match rest {
        "" => Some("/"),
        rest => rest.starts_with('/').then_some(rest),
    }
}

/// What follows host and port, where the host is the author's own computer.
fn of_preview(target: &str) -> Option<&str> {
    let rest = target
        .strip_prefix("http://")
        .or_else(|| target.strip_prefix("https://"))?;
    let host = OWN_COMPUTER.iter().find(|host| rest.starts_with(**host))?;
    let rest = rest.strip_prefix(*host)?;
    let rest = match rest.strip_prefix(':') {
        Some(port) => port.trim_start_matches(|sign: char| sign.is_ascii_digit()),
        None => rest,
    };
    (rest.is_empty() || rest.starts_with('/')).then_some(rest)
}

/// Without `index.html` at its end, where no mark of a heading follows.
fn without_index(path: &str) -> &str {
    match path.strip_suffix("index.html") {
        Some(folder) if folder.ends_with('/') => folder,
        _ => path,
    }
}
