//! The family of rules about images and colour (domain §3.4 E).

use crate::checks::CheckRow;

mod bold_paragraph;
mod color_only;
mod image_alt;
mod image_alt_long;
mod img_alt_generic;
mod img_alt_same_as_text;
mod img_data_uri;
mod img_huge;
mod img_text_in_image;
mod media_alt;

pub const ROWS: &[CheckRow] = &[
    image_alt::ROW,
    image_alt_long::ROW,
    img_alt_generic::ROW,
    img_alt_same_as_text::ROW,
    img_data_uri::ROW,
    img_huge::ROW,
    img_text_in_image::ROW,
    media_alt::ROW,
    color_only::ROW,
    bold_paragraph::ROW,
];
