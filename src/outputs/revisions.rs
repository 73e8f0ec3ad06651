//! What a build remembers of every public manuscript, so that the next one can name those that changed without a new 更新日.

use std::collections::BTreeMap;

use crate::model::date::Date;
use crate::model::site::Site;
use crate::outputs::Fingerprint;
use crate::text::span::SourceId;

/// A manuscript as it was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Of its text.
    pub digest: Fingerprint,
    /// The day that readers' programs are told: 更新日, else 確認日 or 掲載日.
    pub changed: Date,
}

/// The revisions of all public documents that have such a day, by the path of the manuscript.
pub fn revisions<'a>(
    site: &Site,
    path: impl Fn(SourceId) -> &'a str,
) -> BTreeMap<Box<str>, Revision> {
    let public = site.documents.iter().filter(|document| document.public);
    public
        .filter_map(|document| {
            let revision = Revision {
                digest: document.digest,
                changed: document.changed()?,
            };
            Some((path(document.source).into(), revision))
        })
        .collect()
}

/// The manuscripts whose text is another than in `before` and whose day is not a later one, unless that day is `today` and cannot be later.
pub fn unraised(
    before: &BTreeMap<Box<str>, Revision>,
    now: &BTreeMap<Box<str>, Revision>,
    today: Date,
) -> Vec<Box<str>> {
    let is_unraised = |path: &str, now: &Revision| {
        before.get(path).is_some_and(|before| {
            before.digest != now.digest && now.changed <= before.changed && now.changed < today
        })
    };
    now.iter()
        .filter(|(path, now)| is_unraised(path, now))
        .map(|(path, _)| path.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Revision, unraised};
    use crate::model::date::Date;

    fn revisions(digest: u8, changed: &str) -> BTreeMap<Box<str>, Revision> {
        let changed = Date::from_iso(changed).expect("a day");
        let revision = Revision {
            digest: [digest; 32],
            changed,
        };
        BTreeMap::from([("content/a.md".into(), revision)])
    }

    #[test]
    fn a_text_that_changed_must_say_when() {
        let today = Date::from_iso("2026-11-22").expect("a day");
        let named = |before: (u8, &str), now: (u8, &str)| {
            let (before, now) = (revisions(before.0, before.1), revisions(now.0, now.1));
            unraised(&before, &now, today)
        };
        assert_eq!(
            named((1, "2026-11-01"), (2, "2026-11-01")),
            ["content/a.md".into()]
        );
        assert!(named((1, "2026-11-01"), (2, "2026-11-22")).is_empty());
        assert!(named((1, "2026-11-01"), (1, "2026-11-01")).is_empty());
        // Programs that know the later day take nothing with an earlier one for news.
        assert_eq!(
            named((1, "2026-11-10"), (2, "2026-11-01")),
            ["content/a.md".into()]
        );
        // Changed again on the day of the change.
        assert!(named((1, "2026-11-22"), (2, "2026-11-22")).is_empty());
        assert!(unraised(&BTreeMap::new(), &revisions(1, "2026-11-01"), today).is_empty());
    }
}
