//! The rows of what is found before the rules run: while files are read, manuscripts parsed, the site assembled and the theme made ready.

pub mod front_matter;
pub mod markdown;
pub mod reading;
pub mod site;
pub mod times;
pub mod values;
