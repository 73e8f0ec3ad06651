//! `attach-size`: an attachment that takes long to load.
//!
//! Why: on a telephone away from home ten megabytes take minutes and money (domain §3.4 C `attach-size`).

use crate::checks::{CheckRow, Input, Rule, Stage, at, offered};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;

const MEGABYTE: u64 = 1024 * 1024;

/// From here on it is large.
const LARGE: u64 = 3 * MEGABYTE;

/// From here on it is too large.
const TOO_LARGE: u64 = 10 * MEGABYTE;

pub const ROW: CheckRow = CheckRow {
    code: "attach-size",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "3MBを超える、大きな添付ファイルを見つけます。",
    why: "大きなファイルは、外出先のスマートフォンでは開くのに何分もかかり、通信料もかさみます。",
    source: "",
    bad: &[
        "[冊子](sasshi.pdf)をご覧ください。",
        "[動画のスライド](slides.pdf)をご覧ください。",
    ],
    good: &["[ちらし](chirashi.pdf)をご覧ください。"],
};

fn check(document: &Document, _: &Input) -> Vec<Diagnostic> {
    let files = offered(document).into_iter();
    files
        .filter_map(|(file, span)| {
            let bytes = file.blob.bytes;
            if bytes <= LARGE {
                return None;
            }
            let place = at(document.source, span);
            let found = match bytes <= TOO_LARGE {
                true => Diagnostic::warning("attach-size", place, "添付ファイルが大きいです"),
                false => Diagnostic::error("attach-size", place, "添付ファイルが大きすぎます"),
            };
            let size = bytes.div_ceil(MEGABYTE);
            Some(found.label(format!("約{size}MBあります")).help(
                "写真を縮めて書き出し直すか、章ごとのファイルに分けて、3MBまでにしてください。",
            ))
        })
        .collect()
}
