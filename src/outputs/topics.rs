//! 分野: a page for each topic and one for all of them.

use std::sync::Arc;

use crate::model::address::{Address, OutputPath};
use crate::model::document::DocumentIndex;
use crate::model::ward::Place;
use crate::outputs::Job;
use crate::outputs::frame::{Frame, Page, Title, job, page_address, pagination};
use crate::present::cards::{Naming, card};
use crate::theme::view::{GroupView, TopicPage, TopicSummary, TopicsPage};

const TITLE: &str = "分野から探す";

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let site = &frame.site;
    let mut jobs = vec![job(frame, Place::City, &all(), topics)];
    for (topic, documents) in site.topics.iter().enumerate() {
        let count = documents.len().div_ceil(site.settings.per_page).max(1);
        for number in 1..=count {
            let address = page_address(&site.topic_address(topic), number);
            jobs.push(job(frame, Place::City, &address, move |frame| {
                view(frame, topic, (number, count))
            }));
        }
    }
    jobs
}

fn all() -> Address {
    Address::page(&["topics"])
}

fn topics(frame: &Frame) -> Page<TopicsPage> {
    let site = &frame.site;
    let summary = |(index, documents): (usize, &Vec<DocumentIndex>)| {
        let topic = site.topic(index);
        TopicSummary {
            label: topic.name.to_string(),
            href: site.href(&site.topic_address(index)),
            description: topic.description.as_ref().map(ToString::to_string),
            count: documents.len(),
        }
    };
    let page = TopicsPage {
        title: TITLE.to_owned(),
        topics: site.topics.iter().enumerate().map(summary).collect(),
    };
    let title = Title {
        title: TITLE,
        description: Some(
            "在宅医療、人生会議、感染対策などの分野から、区役所の催しと読みものを探せます。"
                .to_owned(),
        ),
        canonical: all(),
        noindex: false,
        steps: Vec::new(),
    };
    frame.page("pages/topics.html", Place::City, title, page)
}

fn view(frame: &Frame, topic: usize, (number, count): (usize, usize)) -> Page<TopicPage> {
    let site = &frame.site;
    let about = site.topic(topic);
    let start = (number - 1) * site.settings.per_page;
    let documents: Vec<DocumentIndex> = site.topics[topic]
        .iter()
        .skip(start)
        .take(site.settings.per_page)
        .copied()
        .collect();
    let page = TopicPage {
        title: about.name.to_string(),
        description: about.description.as_ref().map(ToString::to_string),
        groups: by_kind(frame, &documents),
        pagination: pagination(frame, &site.topic_address(topic), number, count),
    };
    let paged = if number == 1 {
        about.name.to_string()
    } else {
        format!("{}（{number}ページ）", about.name)
    };
    let title = Title {
        title: &paged,
        description: page.description.clone(),
        canonical: page_address(&site.topic_address(topic), number),
        noindex: false,
        steps: vec![(TITLE.to_owned(), all())],
    };
    frame.page("pages/topic.html", Place::City, title, page)
}

fn by_kind(frame: &Frame, documents: &[DocumentIndex]) -> Vec<GroupView> {
    let mut groups: Vec<GroupView> = Vec::new();
    for index in documents {
        let document = frame.site.document(*index);
        if groups
            .last()
            .is_none_or(|group| group.id != document.kind.id)
        {
            groups.push(GroupView {
                heading: document.kind.label.to_owned(),
                id: document.kind.id.to_owned(),
                cards: Vec::new(),
                more: None,
            });
        }
        if let Some(group) = groups.last_mut() {
            group
                .cards
                .push(card(&frame.site, document, Place::City, Naming::WithPlace));
        }
    }
    groups
}
