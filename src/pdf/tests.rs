//! What is found in whole files, and in damaged ones of which all is still there.

use lopdf::{Dictionary, Object, Stream, dictionary, text_string};

use crate::pdf::samples::{Draft, flyer, hex, shown};
use crate::pdf::{Contents, Inspection, inspect};

fn contents(bytes: Vec<u8>) -> Contents {
    match inspect(bytes) {
        Inspection::Read(contents) => contents,
        other => panic!("it could not be read: {other:?}"),
    }
}

fn text(content: &str) -> String {
    let mut draft = Draft::new();
    draft.page(content);
    contents(draft.bytes()).text.to_string()
}

#[test]
fn what_a_file_says_about_itself_is_known() {
    for bytes in [flyer().bytes(), flyer().packed()] {
        let found = contents(bytes);
        assert!(found.tagged);
        assert_eq!(found.language.as_deref(), Some("ja-JP"));
        assert_eq!(found.title.as_deref(), Some("講演会のちらし"));
        assert_eq!((found.pages, found.scanned), (2, vec![2]));
        let lines = "講演会「人生会議」\n日時 令和8年12月5日(土)14時から\n会場 見本区民センター\n";
        assert_eq!(&*found.text, lines);
    }
}

#[test]
fn what_a_file_does_not_say_is_missing() {
    let mut draft = flyer();
    let catalog = draft.catalog;
    draft.remove(catalog, b"StructTreeRoot");
    draft.remove(catalog, b"Lang");
    draft.document.trailer.remove(b"Info");
    let found = contents(draft.bytes());
    assert!(!found.tagged);
    assert_eq!((found.language, found.title), (None, None));
}

#[test]
fn a_line_is_whole_however_many_pieces_it_is_drawn_in() {
    let pieces = format!(
        "q 1 0 0 1 0 700 cm BT /F1 10 Tf 1 0 0 1 72 0 Tm {} Tj ET BT /F1 10 Tf 1 0 0 1 92 0 Tm [{} -3 {}] TJ ET Q \
        BT /F1 10 Tf 300 700 Td {} Tj 0 -20 Td {} Tj ET",
        hex("令和"),
        hex("8"),
        hex("年"),
        hex("定員"),
        hex("50人"),
    );
    assert_eq!(text(&pieces), "令和8年 定員\n50人\n");
}

#[test]
fn numbers_with_a_gap_between_them_are_two() {
    let pieces = format!(
        "BT /F1 10 Tf 72 700 Td [{} -333 {} -3 {}] TJ ET",
        hex("14:00"),
        hex("15:3"),
        hex("0")
    );
    assert_eq!(text(&pieces), "14:00 15:30\n");
}

#[test]
fn characters_that_fonts_mix_up_are_put_right() {
    assert_eq!(text(&shown(&["１２⽉５⽇、区⺠"])), "12月5日、区民\n");
}

#[test]
fn text_in_forms_and_behind_pictures_is_read() {
    let mut draft = Draft::new();
    let form = dictionary! { "Type" => "XObject", "Subtype" => "Form" };
    let form = Stream::new(form, shown(&["中"]).into_bytes());
    let form = draft.document.add_object(form);
    let resources = draft.resources;
    draft.set(resources, "XObject", dictionary! { "Fm0" => form });
    let picture = "BI /W 1 /H 1 /BPC 8 /CS /G /F /Fl ID \x01\x02)\x03 EI";
    draft.page(format!("{picture} /Fm0 Do {}", shown(&["外"])));
    let found = contents(draft.bytes());
    assert_eq!((&*found.text, found.scanned), ("中外\n", vec![]));
}

#[test]
fn fonts_that_are_missing_or_say_nothing_are_known() {
    let mut draft = Draft::new();
    draft.page(format!("BT /F2 12 Tf 0 0 Td {} Tj ET", hex("日時")));
    let found = contents(draft.bytes());
    assert_eq!((found.drawn, found.lost), (2, 2));
    assert_eq!(found.loose_fonts, ["MS-Mincho".into()]);
}

#[test]
fn old_japanese_fonts_are_read_by_their_encoding() {
    let mut draft = Draft::new();
    let font = |encoding: &str| {
        dictionary! { "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "MS-Gothic", "Encoding" => encoding }
    };
    let fonts = dictionary! { "F1" => font("90ms-RKSJ-H"), "F2" => font("UniJIS-UCS2-H"),
    "F3" => dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding" } };
    let resources = draft.resources;
    draft.set(resources, "Font", fonts);
    draft.page(format!(
        "BT /F1 9 Tf <93FA8E9E> Tj /F2 9 Tf {} Tj /F3 9 Tf (06-0000-0101) Tj ET",
        hex("電話")
    ));
    let found = contents(draft.bytes());
    assert_eq!(&*found.text, "日時電話06-0000-0101\n");
    assert_eq!(found.loose_fonts, ["MS-Gothic".into()]);
}

#[test]
fn letters_made_outlines_are_no_text_and_an_empty_page_is_no_picture() {
    let mut draft = Draft::new();
    draft.page("0 0 m 1 1 l S ".repeat(60));
    draft.page("");
    assert_eq!(contents(draft.bytes()).scanned, [1]);
}

#[test]
fn a_title_of_its_metadata_is_a_title() {
    let mut draft = flyer();
    draft
        .document
        .trailer
        .set("Info", dictionary! { "Title" => text_string(" ") });
    let xmp = "<dc:title><rdf:Alt><rdf:li xml:lang=\"ja\">講演会</rdf:li></rdf:Alt></dc:title>";
    let xmp = Stream::new(Dictionary::new(), xmp.into());
    let xmp = draft.document.add_object(xmp);
    let catalog = draft.catalog;
    draft.set(catalog, "Metadata", xmp);
    assert_eq!(contents(draft.bytes()).title.as_deref(), Some("講演会"));
}

#[test]
fn a_file_with_a_wrong_table_is_still_read() {
    let mut bytes = flyer().bytes();
    let name = b"startxref";
    let start = bytes.windows(name.len()).position(|part| part == name);
    let start = start.expect("the sample says where its table is") + name.len();
    let digits = bytes[start..]
        .iter_mut()
        .filter(|byte| byte.is_ascii_digit());
    digits.for_each(|digit| *digit = b'7');
    assert_eq!(contents(bytes).pages, 2);
}

#[test]
fn what_is_no_file_of_pages_is_broken() {
    let whole = flyer().bytes();
    for bytes in [b"".as_slice(), b"%PDF-1.7\n", b"PK\x03\x04", &whole[..200]] {
        assert_eq!(inspect(bytes.to_vec()), Inspection::Broken);
    }
    assert_eq!(inspect(Draft::new().bytes()), Inspection::Broken);
}

#[test]
fn an_encrypted_file_is_known_and_not_read() {
    for (password, pages) in [("", Some(2)), ("himitsu", None)] {
        let mut draft = flyer();
        let id = Object::string_literal("0123456789abcdef");
        draft.document.trailer.set("ID", vec![id.clone(), id]);
        let mut document = draft.finish();
        let version = lopdf::EncryptionVersion::V2 {
            document: &document,
            owner_password: "owner",
            user_password: password,
            key_length: 128,
            permissions: lopdf::Permissions::all(),
        };
        let state = version.try_into().expect("the sample can be encrypted");
        document
            .encrypt(&state)
            .expect("the sample can be encrypted");
        let mut bytes = Vec::new();
        document
            .save_to(&mut bytes)
            .expect("memory can be written to");
        assert_eq!(inspect(bytes), Inspection::Locked { pages });
    }
}
