//! The files beside documents, copied as they are to the document's own address.

use std::sync::Arc;

use crate::model::address::OutputPath;
use crate::outputs::Job;
use crate::outputs::frame::Frame;

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let site = &frame.site;
    let mut jobs = Vec::new();
    for document in site.documents.iter().filter(|document| document.public) {
        let folder = site.own_address(document);
        let copy = |file: &crate::model::document::Attachment| {
            (folder.file(&file.name).output(), Job::copy(&file.blob))
        };
        jobs.extend(document.attachments.iter().map(copy));
    }
    jobs
}
