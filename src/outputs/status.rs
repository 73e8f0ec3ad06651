//! 各区の状況: the city and the wards beside each other, for those who look after them. No page leads to it, and search engines are asked
//! to stay away.
//!
//! Invariant: of all pages only this one depends on the day it is made on and on what the checks found; it says which day that was.

use std::sync::Arc;

use crate::model::address::{Address, OutputPath};
use crate::model::ward::Place;
use crate::outputs::Job;
use crate::outputs::frame::{Frame, Page, Title, job};
use crate::present::status;
use crate::theme::view::status::StatusPage;

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    vec![job(frame, Place::City, &address(), view)]
}

fn address() -> Address {
    Address::page(&["status"])
}

fn view(frame: &Frame) -> Page<StatusPage> {
    let title = Title {
        title: status::TITLE,
        description: Some(
            "市と各区の更新、これからの催し、足りないもの、検査の指摘の一覧です。".to_owned(),
        ),
        canonical: address(),
        noindex: true,
        steps: Vec::new(),
    };
    let page = status::page(&frame.site, &frame.tallies);
    frame.page("pages/status.html", Place::City, title, page)
}
