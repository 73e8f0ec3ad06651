//! The next change of a site in words, for whoever decides when to build it again.

use crate::model::change::{Cause, NextChange};
use crate::model::document::DocumentIndex;
use crate::model::site::Site;

/// `令和8年11月27日（金曜日）0時に、「…」（北区）の表示が「まもなく締切」に変わります。`
pub fn words(site: &Site, change: NextChange) -> String {
    let document = |index: DocumentIndex| {
        let document = site.document(index);
        format!(
            "「{}」（{}）",
            document.title,
            site.place_name(document.place)
        )
    };
    let what = match change.cause {
        Cause::Published(index) => format!("{}が公開になります", document(index)),
        Cause::Stage(index, Some(stage)) => {
            format!(
                "{}の表示が「{}」に変わります",
                document(index),
                stage.label()
            )
        }
        Cause::Stage(index, None) | Cause::Time(index) => {
            format!("{}の表示が変わります", document(index))
        }
        Cause::Expired(index) => format!("{}が一覧から外れます", document(index)),
        Cause::CalendarEnds => {
            "祝日の一覧（content/calendar/holidays.csv）が終わり、予定表に出る範囲が変わります"
                .to_owned()
        }
    };
    format!(
        "{}0時に、{what}。",
        site.settings.style.with_weekday(change.day)
    )
}
