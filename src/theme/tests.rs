//! The standard theme as it is on disk, with hand-made views.

use super::Theme;
