//! Pictures of sheets as PNG (ISO/IEC 15948). Sheets are black on white, so one value for each point is enough: a third of the bytes, and
//! of the time to press them.

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError};

/// The points of a picture, line by line, as red, green and blue.
///
/// # Errors
/// When a picture has no points.
pub fn encode((width, height): (u32, u32), points: &[[u8; 3]]) -> Result<Vec<u8>, EncodingError> {
    let is_grey = points
        .iter()
        .all(|[red, green, blue]| red == green && green == blue);
    let (color, data): (ColorType, Vec<u8>) = match is_grey {
        true => (
            ColorType::Grayscale,
            points.iter().map(|[grey, ..]| *grey).collect(),
        ),
        false => (ColorType::Rgb, points.iter().flatten().copied().collect()),
    };
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_color(color);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use png::{ColorType, Decoder};

    use super::encode;

    #[test]
    fn points_come_back_as_they_were_in_as_few_values_as_they_need() {
        for (points, color, values) in [
            (
                vec![[0, 0, 0], [255, 255, 255]],
                ColorType::Grayscale,
                vec![0, 255],
            ),
            (
                vec![[0, 0, 0], [255, 0, 9]],
                ColorType::Rgb,
                vec![0, 0, 0, 255, 0, 9],
            ),
        ] {
            let bytes = encode((2, 1), &points).expect("it has points");
            let mut reader = Decoder::new(std::io::Cursor::new(bytes))
                .read_info()
                .expect("it is a PNG");
            let mut read = vec![0; reader.output_buffer_size().expect("it is small")];
            reader.next_frame(&mut read).expect("it has a picture");
            assert_eq!((reader.info().color_type, read), (color, values));
        }
        assert!(encode((0, 0), &[]).is_err());
    }
}
