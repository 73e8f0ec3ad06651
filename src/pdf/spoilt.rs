//! Files that were made to do harm, and files that were damaged: every one of them is answered.

use lopdf::{Dictionary, Object, Stream, dictionary};

use crate::pdf::samples::{Draft, flyer, shown};
use crate::pdf::{Inspection, inspect};

/// A file of which only the objects are given; its table is missing.
fn raw(objects: &str) -> Vec<u8> {
    format!("%PDF-1.7\n{objects}\ntrailer << /Root 1 0 R /Size 100 >>\nstartxref\n0\n%%EOF").into()
}

const ROOT: &str = "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n";

#[test]
fn circles_end() {
    let tree = "2 0 obj << /Type /Pages /Kids [3 0 R 2 0 R 3 0 R] /Count 2 >> endobj\n";
    let page = "3 0 obj << /Type /Page /Parent 4 0 R /Contents [5 0 R] >> endobj\n4 0 obj << /Parent 3 0 R >> endobj\n5 0 obj 5 0 R endobj";
    let found = inspect(raw(&format!("{ROOT}{tree}{page}")));
    assert!(found.pages().is_some_and(|pages| pages < 10), "{found:?}");
}

#[test]
fn a_form_that_draws_itself_ends() {
    let mut draft = Draft::new();
    let form = draft.document.new_object_id();
    let own = dictionary! { "XObject" => dictionary! { "Fm0" => form } };
    let body = dictionary! { "Type" => "XObject", "Subtype" => "Form", "Resources" => own };
    let body = Stream::new(body, "/Fm0 Do ".repeat(1000).into());
    draft.document.objects.insert(form, body.into());
    let resources = draft.resources;
    draft.set(resources, "XObject", dictionary! { "Fm0" => form });
    draft.page("/Fm0 Do ".repeat(1000));
    assert_eq!(inspect(draft.bytes()).pages(), Some(1));
}

#[test]
fn a_tree_without_end_is_cut() {
    let mut tree = String::new();
    for level in 2..5000 {
        let next = level + 1;
        tree.push_str(&format!(
            "{level} 0 obj << /Type /Pages /Kids [{next} 0 R {next} 0 R] >> endobj\n"
        ));
    }
    let found = inspect(raw(&format!("{ROOT}{tree}")));
    assert!(matches!(
        found,
        Inspection::Broken | Inspection::TooMuch | Inspection::Read(_)
    ));
}

#[test]
fn nesting_without_end_takes_no_stack() {
    for open in ["[", "<<", "<< /A [", "("] {
        let deep = format!("{ROOT}2 0 obj {} endobj", open.repeat(200_000));
        assert_eq!(inspect(raw(&deep)).pages(), None);
    }
    let mut draft = Draft::new();
    draft.page(format!("{} {}", "[".repeat(200_000), shown(&["日"])));
    draft.page("q ".repeat(200_000));
    assert_eq!(inspect(draft.bytes()).pages(), Some(2));
}

#[test]
fn a_stream_that_grows_is_not_unpacked_whole() {
    let mut draft = Draft::new();
    for _ in 0..4 {
        draft.page(vec![b' '; 64 * 1024 * 1024]);
    }
    let bytes = draft.bytes();
    assert!(bytes.len() < 1024 * 1024);
    assert_eq!(inspect(bytes).pages(), Some(4));
}

/// An object stream whose index names one large object over and over.
#[test]
fn an_object_stream_that_repeats_itself_is_given_up() {
    let index = "9 0 ".repeat(100_000);
    let large = format!("[{}]", "0 ".repeat(100_000));
    let (first, length) = (index.len(), index.len() + large.len());
    let stream = format!(
        "5 0 obj << /Type /ObjStm /N 100000 /First {first} /Length {length} >> stream\n{index}{large}\nendstream endobj"
    );
    assert_eq!(
        inspect(raw(&format!("{ROOT}{stream}"))),
        Inspection::TooMuch
    );
}

#[test]
fn an_object_that_the_table_names_over_and_over_is_given_up() {
    let mut bytes = format!("%PDF-1.7\n1 0 obj [{}] endobj\n", "0 ".repeat(100_000)).into_bytes();
    let start = bytes.len();
    bytes.extend(b"xref\n0 50000\n");
    bytes.extend("0000000009 00000 n \n".repeat(50_000).into_bytes());
    bytes.extend(
        format!("trailer << /Root 1 0 R /Size 50000 >>\nstartxref\n{start}\n%%EOF").into_bytes(),
    );
    assert_eq!(inspect(bytes), Inspection::TooMuch);
}

#[test]
fn millions_of_objects_are_given_up_before_they_are_made() {
    let bytes = raw(&format!(
        "{ROOT}2 0 obj [{}] endobj",
        "0 ".repeat(4_000_000)
    ));
    assert_eq!(inspect(bytes), Inspection::TooMuch);
}

#[test]
fn a_map_of_all_characters_is_not_written_down() {
    let mut draft = Draft::new();
    let map = b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange".to_vec();
    let map = draft
        .document
        .add_object(Stream::new(Dictionary::new(), map));
    let font = dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "ToUnicode" => map };
    let resources = draft.resources;
    draft.set(resources, "Font", dictionary! { "F1" => font });
    draft.page("BT /F1 1 Tf (\\001) Tj ET");
    assert!(
        matches!(inspect(draft.bytes()), Inspection::Read(contents) if &*contents.text == "B\n")
    );
}

/// Numbers that follow from each other without a pattern (xorshift, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).expect("a small number"))
            .expect("below a small number")
    }
}

/// Changes a few bytes, numbers and stretches of a file.
fn spoil(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.below(4) {
        if bytes.len() < 64 {
            return;
        }
        let at = dice.below(bytes.len() - 32);
        match dice.below(6) {
            0 => bytes[at] = u8::try_from(dice.below(256)).expect("a byte"),
            1 => bytes.truncate(at + 16),
            2 => drop(bytes.drain(at..at + 16)),
            3 => {
                let part = bytes[at..at + 32].to_vec();
                let to = dice.below(bytes.len());
                bytes.splice(to..to, part);
            }
            4 => {
                let digits = bytes
                    .iter()
                    .enumerate()
                    .filter(|(_, byte)| byte.is_ascii_digit());
                let digits: Vec<usize> = digits.map(|(place, _)| place).collect();
                for place in digits
                    .get(dice.below(digits.len().max(1))..)
                    .unwrap_or_default()
                    .iter()
                    .take(1 + dice.below(12))
                {
                    bytes[*place] = b'0' + u8::try_from(dice.below(10)).expect("a digit");
                }
            }
            _ => {
                let numbers: [&[u8]; 4] =
                    [b"4294967295", b"-1", b"9223372036854775807", b"[[[[<<(("];
                let number = numbers[dice.below(4)];
                bytes.splice(at..at, number.iter().copied());
            }
        }
    }
}

#[test]
fn a_damaged_file_is_answered() {
    let whole = [flyer().bytes(), flyer().packed()];
    let mut dice = Dice(0x5EED);
    let mut read = 0;
    for round in 0..64 {
        let mut bytes = whole[round % 2].clone();
        spoil(&mut bytes, &mut dice);
        read += usize::from(inspect(bytes).pages().is_some());
    }
    // Most damage is small, and most of it can be read over.
    assert!(read > 16, "{read} of 64 could be read");
}

#[test]
fn a_value_of_the_wrong_kind_is_no_value() {
    let wrong = [
        Object::Null,
        Object::Integer(-1),
        Object::Array(vec![]),
        Object::string_literal("\u{1}"),
    ];
    for value in wrong {
        let mut draft = flyer();
        let (catalog, resources) = (draft.catalog, draft.resources);
        for key in ["Lang", "MarkInfo", "StructTreeRoot", "Metadata"] {
            draft.set(catalog, key, value.clone());
        }
        draft.set(resources, "Font", value.clone());
        draft.set(resources, "XObject", value.clone());
        assert_eq!(inspect(draft.bytes()).pages(), Some(2));
    }
}
