//! The style sheet, the script and the fixed files of the theme.

use std::sync::Arc;

use crate::model::address::OutputPath;
use crate::outputs::Job;
use crate::outputs::frame::Frame;
use crate::theme::StaticFile;

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let bundles = std::iter::once(frame.theme.stylesheet()).chain(frame.theme.script());
    let statics = frame.theme.static_files().map(|(path, file)| {
        let job = match file {
            StaticFile::Text(text) => Job::known(text.as_bytes().to_vec()),
            StaticFile::Copy(blob) => Job::copy(blob),
        };
        (path.clone(), job)
    });
    bundles
        .map(|(path, bytes)| (path.clone(), Job::known(bytes.to_vec())))
        .chain(statics)
        .collect()
}
