//! Which pages a test looks at: one of every template, then others by lot, as JIS X 8341-3:2016, 附属書JB.1 permits.
//!
//! Invariant: the lots depend on the seed and the paths alone, not on the order of anything.

use std::collections::BTreeSet;

use crate::audit::Choice;
use crate::model::address::OutputPath;
use crate::model::settings::Settings;
use crate::outputs::Plan;

/// A page of the site and the template it is drawn with.
#[derive(Clone, Copy)]
pub struct SitePage<'a> {
    pub path: &'a OutputPath,
    pub template: &'static str,
}

/// A page that was chosen, and why.
pub struct Sampled<'a> {
    pub path: &'a OutputPath,
    /// It stands for all pages of its template; the others were drawn by lot.
    pub represents: bool,
}

impl Sampled<'_> {
    /// With scheme and host, as people open it.
    pub fn address(&self, settings: &Settings) -> String {
        let path = self.path.as_str();
        let open = path.strip_suffix("index.html").unwrap_or(path);
        format!(
            "{}{}{open}",
            settings.base_url.origin, settings.base_url.path
        )
    }
}

pub fn pages(plan: &Plan) -> Vec<SitePage<'_>> {
    let page = |(path, job): (_, &crate::outputs::Job)| {
        job.template.map(|template| SitePage { path, template })
    };
    plan.jobs.iter().filter_map(page).collect()
}

/// First one page of every template, then lots until there are enough; each part in the order of paths.
pub fn choose<'a>(pages: &[SitePage<'a>], choice: Choice) -> Vec<Sampled<'a>> {
    let mut drawn = pages.to_vec();
    drawn.sort_by_cached_key(|page| (lot(choice.seed, page.path), page.path));
    let mut seen = BTreeSet::new();
    let (first, others): (Vec<_>, Vec<_>) = drawn
        .into_iter()
        .partition(|page| seen.insert(page.template));
    let more = choice.pages.saturating_sub(first.len());
    let part = |mut part: Vec<SitePage<'a>>, represents| {
        part.sort_by_key(|page| page.path);
        part.into_iter().map(move |page| Sampled {
            path: page.path,
            represents,
        })
    };
    let others = others.into_iter().take(more).collect();
    part(first, true).chain(part(others, false)).collect()
}

fn lot(seed: u64, path: &OutputPath) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&seed.to_le_bytes());
    hasher.update(path.as_str().as_bytes());
    *hasher.finalize().as_bytes()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{SitePage, choose};
    use crate::audit::Choice;
    use crate::model::address::OutputPath;

    fn paths(count: usize) -> Vec<OutputPath> {
        (0..count)
            .map(|number| OutputPath::new(&format!("{number}/index.html")).expect("a path"))
            .collect()
    }

    fn chosen(paths: &[OutputPath], pages: usize, seed: u64) -> Vec<(String, bool)> {
        let templates = ["a.html", "b.html", "c.html"];
        let pages_of_site: Vec<SitePage> = paths
            .iter()
            .zip(templates.iter().cycle())
            .map(|(path, template)| SitePage { path, template })
            .collect();
        choose(&pages_of_site, Choice { pages, seed })
            .into_iter()
            .map(|page| (page.path.as_str().to_owned(), page.represents))
            .collect()
    }

    #[test]
    fn every_template_has_a_page_and_the_rest_is_drawn_once_each() {
        let paths = paths(30);
        let all = chosen(&paths, 10, 1);
        let different: BTreeSet<_> = all.iter().map(|(path, _)| path).collect();
        assert_eq!((all.len(), different.len()), (10, 10));
        let represent = all.iter().filter(|(_, represents)| *represents);
        let templates: BTreeSet<usize> = represent
            .map(|(path, _)| {
                let number = path.split('/').next().unwrap_or_default();
                number.parse::<usize>().expect("a number") % 3
            })
            .collect();
        assert_eq!(templates.len(), 3);
    }

    #[test]
    fn few_pages_still_show_every_template_and_many_are_all_there_are() {
        let paths = paths(30);
        assert_eq!(chosen(&paths, 1, 1).len(), 3);
        assert_eq!(chosen(&paths, 500, 1).len(), 30);
        assert!(chosen(&[], 40, 1).is_empty());
    }

    #[test]
    fn a_seed_always_draws_the_same_and_another_seed_others() {
        let paths = paths(30);
        assert_eq!(chosen(&paths, 10, 7), chosen(&paths, 10, 7));
        assert_ne!(chosen(&paths, 10, 7), chosen(&paths, 10, 8));
    }
}
