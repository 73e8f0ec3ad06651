//! Names that outlive addresses: what readers' programs know a document by, even when the site moves to another host.
//!
//! Invariant: nothing here depends on the base URL a site is built for, on the content of a document, or on the clock.

use crate::model::address::Address;
use crate::model::date::Date;
use crate::model::settings::BaseUrl;

/// The tagging entity of RFC 4151, section 2.1: a domain, and a year on whose first day it belonged to the publisher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    domain: Domain,
    since: Since,
}

impl Identity {
    pub fn new(domain: Domain, since: Since) -> Self {
        Self { domain, since }
    }

    /// The part after the `@` of identifiers that have one, such as the UID of RFC 5545.
    pub fn domain(&self) -> &str {
        &self.domain.0
    }

    /// The first day of the year: nothing that is known by a tag is older.
    pub fn first_day(&self) -> Date {
        self.since.0
    }

    /// The tag URI of a page: `tag:kairan.example.jp,2026:/kita/guides/start/`. Addresses of pages are ASCII letters, digits, hyphens
    /// and slashes, all of which RFC 4151 allows.
    pub fn tag(&self, address: &Address) -> String {
        format!("tag:{},{}:{address}", self.domain.0, self.since.0.year())
    }
}

/// A name of a host in lower case, as RFC 4151 asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Domain(Box<str>);

impl Domain {
    /// `None` unless it is ASCII labels joined by dots (RFC 1123, section 2.1).
    pub fn new(raw: &str) -> Option<Self> {
        let is_label = |label: &str| {
            let signs = label.bytes();
            let is_sign = |sign: u8| sign.is_ascii_alphanumeric() || sign == b'-';
            (1..=63).contains(&label.len())
                && signs.into_iter().all(is_sign)
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        (raw.len() <= 253 && raw.split('.').all(is_label))
            .then(|| Self(raw.to_ascii_lowercase().into()))
    }

    /// The host of an address, without a port; `None` where it is not a name in ASCII.
    pub fn of(base_url: &BaseUrl) -> Option<Self> {
        let (_, authority) = base_url.origin.split_once("://")?;
        let host = authority.rsplit('@').next()?;
        let host = host.rsplit_once(':').map_or(host, |(host, _)| host);
        Self::new(host)
    }
}

/// A year, by its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Since(Date);

impl Since {
    /// `None` unless it is four digits; domains have been given out since 1985.
    pub fn new(raw: &str) -> Option<Self> {
        let year = raw.parse().ok().filter(|year| *year >= 1985)?;
        (raw.len() == 4).then(|| Date::new(year, 1, 1).map(Self))?
    }
}

impl Default for Since {
    /// The year in which the first sites were made with this program.
    fn default() -> Self {
        Self(Date::new(2026, 1, 1).expect("every year has a first day"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Domain, Identity, Since};
    use crate::model::address::Address;
    use crate::model::settings::BaseUrl;

    #[test]
    fn a_tag_names_the_domain_the_year_and_the_page() {
        let domain = Domain::new("Kairan.Example.JP").expect("a domain");
        let identity = Identity::new(domain, Since::new("2027").expect("a year"));
        let page = Address::page(&["kita", "guides", "start"]);
        assert_eq!(
            identity.tag(&page),
            "tag:kairan.example.jp,2027:/kita/guides/start/"
        );
        assert_eq!(identity.domain(), "kairan.example.jp");
    }

    #[test]
    fn a_domain_is_the_host_of_an_address_without_its_port() {
        let host = |raw| {
            let base_url = BaseUrl::new(raw).expect("an address");
            Domain::of(&base_url).map(|domain| domain.0.to_string())
        };
        let host_is = |raw, name: &str| assert_eq!(host(raw).as_deref(), Some(name));
        host_is("https://kairan.example.jp/sub/", "kairan.example.jp");
        host_is("http://localhost:4321/", "localhost");
        host_is("https://user:word@Example.jp:8443", "example.jp");
        assert_eq!(host("https://大阪.example.jp/"), None);
        assert_eq!(host("https://[::1]/"), None);
    }

    #[test]
    fn what_a_tag_cannot_carry_is_no_domain() {
        for bad in [
            "",
            "a..b",
            "-a.jp",
            "a-.jp",
            "a b.jp",
            "a,b",
            "https://a.jp",
        ] {
            assert_eq!(Domain::new(bad), None, "{bad}");
        }
        for bad in ["26", "02026", "令和8年", "1984", "2026-01"] {
            assert_eq!(Since::new(bad), None, "{bad}");
        }
    }
}
