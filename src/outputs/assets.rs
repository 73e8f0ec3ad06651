//! The style sheet and the fixed files of the theme.

use std::sync::Arc;

use crate::model::address::OutputPath;
use crate::outputs::Job;
use crate::outputs::frame::Frame;
use crate::theme::StaticFile;

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let (path, style) = frame.theme.stylesheet();
    let statics = frame.theme.static_files().map(|(path, file)| {
        let job = match file {
            StaticFile::Text(text) => Job::known(text.as_bytes().to_vec()),
            StaticFile::Copy(blob) => Job::copy(blob),
        };
        (path.clone(), job)
    });
    std::iter::once((path.clone(), Job::known(style.to_vec())))
        .chain(statics)
        .collect()
}
