//! A deck and its questions, full and minimal.

use super::text;
use crate::theme::view::lessons::{LessonView, SheetLink};

pub fn links() -> LessonView {
    let link = |href: &str, count| SheetLink {
        href: text(href),
        count,
    };
    LessonView {
        slides: Some(link("/materials/acp/slides/", 22)),
        check: Some(link("/materials/acp/check/", 6)),
    }
}
