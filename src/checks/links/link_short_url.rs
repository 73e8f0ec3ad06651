//! `link-short-url`: a link through a service that shortens addresses.
//!
//! Why: nobody can see where it leads, and whoever owns the service or takes over an old address can lead readers anywhere (domain §3.4 C
//! `link-short-url`).

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};

/// Services that shorten addresses, some of them closed by now.
const SERVICES: [&str; 20] = [
    "amzn.to",
    "bit.ly",
    "bitly.com",
    "buff.ly",
    "cutt.ly",
    "db.tt",
    "goo.gl",
    "is.gd",
    "j.mp",
    "lnkd.in",
    "msng.link",
    "ow.ly",
    "qr.paps.jp",
    "rb.gy",
    "s.id",
    "t.co",
    "t.ly",
    "tiny.cc",
    "tinyurl.com",
    "x.gd",
];

pub const ROW: CheckRow = CheckRow {
    code: "link-short-url",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "短縮サービスのアドレスへのリンクを見つけます。",
    why: "短縮されたアドレスは、開くまで行き先が分かりません。サービスが終わると開けなくなり、別のページに変えられるおそれもあります。",
    source: "",
    bad: &[
        "[申込みのフォーム](https://bit.ly/3abcdef)",
        "申込みはhttps://tinyurl.com/mihon です。",
        "[人生会議の動画](https://www.t.co/AbCdEf)",
    ],
    good: &[
        "[申込みのフォーム](https://www.example.jp/form)",
        "[地図](https://maps.gsi.go.jp/)",
        "[案内](https://orbit.ly.example.jp/)",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    writing
        .links()
        .filter(|(link, _)| is_shortened(&link.target))
        .map(|(link, _)| {
            let span = input.find_last(writing.source, link.span, &link.target);
            Diagnostic::warning(
                "link-short-url",
                at(writing.source, span),
                "短縮したアドレスへのリンクです",
            )
            .label("行き先が分かりません")
            .help("このアドレスを開き、開いた先のアドレスに書き換えてください。")
        })
        .collect()
}

fn is_shortened(target: &str) -> bool {
    let Some((_, rest)) = target.split_once("://") else {
        return false;
    };
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host
        .strip_prefix("www.")
        .unwrap_or(host)
        .to_ascii_lowercase();
    SERVICES.contains(&host.as_str())
}
