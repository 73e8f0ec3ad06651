//! `link-http`: an `http://` link to a host that other links of the site reach by `https://`.
//!
//! Why: what goes over `http` can be read and changed on its way (domain §3.4 C `link-http`). Whether a host answers to `https` cannot be
//! known without asking it, so only hosts are taken whose `https` address somebody has written already.

use std::collections::BTreeSet;

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at, location};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Link;

pub const ROW: CheckRow = CheckRow {
    code: "link-http",
    severity: Severity::Warning,
    fixes: true,
    finds: Stage::Checking(Rule::Site(check)),
    detects: "「https://」でつながる相手への「http://」のリンクを見つけます。",
    why: "「http://」で送られる内容は、途中で読まれたり書き換えられたりするおそれがあります。",
    source: "",
    bad: &[
        "[人生会議](http://www.mhlw.go.jp/a)と[在宅医療](https://www.mhlw.go.jp/b)のページがあります。",
    ],
    good: &[
        "[人生会議](https://www.mhlw.go.jp/a)と[在宅医療](https://www.mhlw.go.jp/b)のページがあります。",
        "[昔の記録](http://www.example.jp/)と[在宅医療](https://www.mhlw.go.jp/)のページがあります。",
    ],
};

fn check(input: &Input) -> Vec<Diagnostic> {
    let open = |link: &Link| link.target.starts_with("http://");
    if !input.writings().any(|one| one.body.links.iter().any(open)) {
        return Vec::new();
    }
    let known: BTreeSet<&str> = input.writings().flat_map(secure_hosts).collect();
    let writings = input.writings();
    writings
        .flat_map(|writing| {
            let links = writing.links().map(|(link, _)| link);
            let links = links.filter(|link| {
                host(&link.target, "http://").is_some_and(|host| known.contains(host))
            });
            links.map(move |link| (writing, link))
        })
        .map(|(writing, link)| diagnostic(&writing, input, link))
        .collect()
}

fn secure_hosts<'a>(writing: Writing<'a>) -> impl Iterator<Item = &'a str> {
    let links = writing
        .links()
        .filter_map(|(link, _)| host(&link.target, "https://"));
    let references = writing
        .facets
        .into_iter()
        .flat_map(|facets| &facets.references);
    let references = references.filter_map(|reference| reference.value.url.as_ref());
    links.chain(references.filter_map(|url| host(url.as_str(), "https://")))
}

fn host<'a>(address: &'a str, scheme: &str) -> Option<&'a str> {
    address.strip_prefix(scheme)?.split(['/', '?', '#']).next()
}

fn diagnostic(writing: &Writing, input: &Input, link: &Link) -> Diagnostic {
    let secure = link.target.replacen("http://", "https://", 1);
    let span = input.find_last(writing.source, link.span, &link.target);
    let is_exact = span.of(input.text(writing.source)) == &*link.target;
    let found = Diagnostic::warning(
        "link-http",
        at(writing.source, span),
        "「http://」のリンクです",
    )
    .label("この相手には「https://」でつながります")
    .help(format!("「{secure}」と書いてください。"));
    // Words that spell the address must not go on saying another.
    match is_exact && link.text != link.target {
        true => found.fix(
            location(writing.source, span.part(0.."http".len())),
            "https",
        ),
        false => found,
    }
}
