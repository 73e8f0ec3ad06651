//! The wards of a site and the ways in which tables name them.

use crate::diag::Findings;
use crate::model::names::Slug;
use crate::parse::paths::{Role, role};
use crate::parse::{ParsedWard, settings};
use crate::source::Sources;
use crate::text::japanese::{fold, squeezed};

pub struct Wards(Vec<ParsedWard>);

impl Wards {
    pub fn of(sources: &Sources) -> Self {
        let wards = sources.below("content/wards/").filter_map(|(id, source)| {
            let mut findings = Findings::new(id);
            let path = source.path.strip_prefix("content/")?;
            let Ok(Role::Ward(ward)) = role(path, &findings.file()) else {
                return None;
            };
            settings::ward(source.text()?, id, ward, &mut findings)
        });
        Self(wards.collect())
    }

    /// By folder, name with or without 区 and the city before it, reading, or code with or without its check digit.
    pub fn find(&self, words: &str) -> Option<Slug> {
        let folded: String = squeezed(words).chars().map(fold).collect();
        let word = folded.rsplit('市').next().unwrap_or_default();
        let is_it = |ward: &&ParsedWard| {
            let name = ward.name.as_str();
            let code = ward.code.as_ref().map_or("", |code| code.as_str());
            let is_code = word.len() >= 5 && (word == code || code.get(..5) == Some(word));
            !word.is_empty()
                && (name == word
                    || name.strip_suffix('区') == Some(word)
                    || ward.reading.as_str() == word
                    || ward.id.as_str() == word
                    || is_code)
        };
        self.0.iter().find(is_it).map(|ward| ward.id.clone())
    }

    /// 06 for the wards of Osaka (JIS X 0402: 27100 to 27199), whose local numbers have eight digits.
    pub fn area(&self, id: &Slug) -> Option<&'static str> {
        let ward = self.0.iter().find(|ward| ward.id == *id)?;
        ward.code
            .as_ref()?
            .as_str()
            .starts_with("271")
            .then_some("06")
    }

    pub fn names(&self) -> String {
        let names: Vec<&str> = self.0.iter().map(|ward| ward.name.as_str()).collect();
        names.join("、")
    }
}
