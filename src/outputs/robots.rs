//! `robots.txt` (RFC 9309): a sample site asks search engines to stay away.

use std::sync::Arc;

use crate::model::address::{Address, OutputPath};
use crate::outputs::Job;
use crate::outputs::frame::Frame;

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let site = &frame.site;
    let top = Address::page(&[]);
    let text = if site.settings.sample {
        "User-agent: *\nDisallow: /\n".to_owned()
    } else {
        format!(
            "User-agent: *\nAllow: /\n\nSitemap: {}\n",
            site.absolute(&top.file("sitemap.xml"))
        )
    };
    vec![(
        top.file("robots.txt").output(),
        Job::known(text.into_bytes()),
    )]
}
