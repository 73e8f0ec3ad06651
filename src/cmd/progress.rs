//! How far a long step has come, for the person at a terminal.
//!
//! Invariant: this is the only module that names the library that draws bars; on anything but a terminal nothing is drawn.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// One step of known length. It may be advanced from any thread.
pub struct Progress(ProgressBar);

impl Progress {
    /// A bar for `total` pieces of the work `label` on standard error.
    pub fn start(label: &'static str, total: u64) -> Self {
        let target = match std::io::stderr().is_terminal() {
            true => ProgressDrawTarget::stderr(),
            false => ProgressDrawTarget::hidden(),
        };
        let bar = ProgressBar::with_draw_target(Some(total), target);
        // The template is ours; were it wrong, the library's own would serve.
        if let Ok(style) = ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len}") {
            bar.set_style(style.progress_chars("=> "));
        }
        bar.set_message(label);
        Self(bar)
    }

    pub fn advance(&self) {
        self.0.inc(1);
    }

    /// Takes the bar off the terminal.
    pub fn finish(self) {
        self.0.finish_and_clear();
    }
}
