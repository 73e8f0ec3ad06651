//! Small files for the tests of this layer.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary, text_string};

/// A file while it is made: tagged, in Japanese and with a title, unless a test changes it.
pub struct Draft {
    pub document: Document,
    pub catalog: ObjectId,
    pub tree: ObjectId,
    pub resources: ObjectId,
    pub kids: Vec<Object>,
}

/// What the character map of the font `/F1` says: codes are UTF-16.
const MAP: &[u8] = b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
    1 beginbfrange <0000> <FFFF> <0000> endbfrange";

impl Draft {
    /// `/F1` can be read and is part of the file; `/F2` is neither; `/Im0` is a picture.
    pub fn new() -> Self {
        let mut document = Document::with_version("1.7");
        let map = document.add_object(Stream::new(Dictionary::new(), MAP.to_vec()));
        let file = document.add_object(Stream::new(Dictionary::new(), b"font".to_vec()));
        let good = font("ABCDEF+BIZUDPGothic", Some(file));
        let mut good = good;
        good.set("ToUnicode", map);
        let picture = dictionary! { "Type" => "XObject", "Subtype" => "Image", "Width" => 1, "Height" => 1,
        "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8 };
        let picture = document.add_object(Stream::new(picture, vec![0]));
        let resources = document.add_object(dictionary! {
            "Font" => dictionary! { "F1" => good, "F2" => font("MS-Mincho", None) },
            "XObject" => dictionary! { "Im0" => picture },
        });
        let tree = document.new_object_id();
        let structure = document
            .add_object(dictionary! { "Type" => "StructTreeRoot", "K" => Vec::<Object>::new() });
        let catalog = document.add_object(dictionary! {
            "Type" => "Catalog", "Pages" => tree, "Lang" => Object::string_literal("ja-JP"),
            "MarkInfo" => dictionary! { "Marked" => true }, "StructTreeRoot" => structure,
        });
        let information =
            document.add_object(dictionary! { "Title" => text_string("講演会のちらし") });
        document.trailer.set("Root", catalog);
        document.trailer.set("Info", information);
        Self {
            document,
            catalog,
            tree,
            resources,
            kids: Vec::new(),
        }
    }

    pub fn page(&mut self, content: impl Into<Vec<u8>>) -> ObjectId {
        let mut content = Stream::new(Dictionary::new(), content.into());
        content.compress().expect("memory can be written to");
        let content = self.document.add_object(content);
        let page = self.document.add_object(dictionary! {
            "Type" => "Page", "Parent" => self.tree, "Resources" => self.resources, "Contents" => content,
        });
        self.kids.push(page.into());
        page
    }

    pub fn set(&mut self, object: ObjectId, key: &str, value: impl Into<Object>) {
        let dictionary = self.document.get_dictionary_mut(object);
        dictionary.expect("it was just added").set(key, value);
    }

    pub fn remove(&mut self, object: ObjectId, key: &[u8]) {
        let dictionary = self.document.get_dictionary_mut(object);
        dictionary.expect("it was just added").remove(key);
    }

    pub fn finish(mut self) -> Document {
        let count = i64::try_from(self.kids.len()).expect("few pages");
        let tree = dictionary! { "Type" => "Pages", "Kids" => self.kids, "Count" => count };
        self.document.objects.insert(self.tree, tree.into());
        self.document
    }

    pub fn bytes(self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut document = self.finish();
        document
            .save_to(&mut bytes)
            .expect("memory can be written to");
        bytes
    }

    /// The same with objects in streams.
    pub fn packed(self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut document = self.finish();
        document
            .save_modern(&mut bytes)
            .expect("memory can be written to");
        bytes
    }
}

/// A flyer of two pages, the second of them a picture.
pub fn flyer() -> Draft {
    let mut draft = Draft::new();
    draft.page(shown(&[
        "講演会「人生会議」",
        "日時 令和8年12月5日（土）14時から",
        "会場 見本区民センター",
    ]));
    draft.page("q 595 0 0 842 0 0 cm /Im0 Do Q");
    draft
}

/// Lines of text in `/F1`.
pub fn shown(lines: &[&str]) -> String {
    let mut content = String::from("BT /F1 12 Tf 14 TL 72 700 Td ");
    for line in lines {
        content.push_str(&format!("{} Tj T* ", hex(line)));
    }
    content.push_str("ET");
    content
}

/// A text as the font `/F1` has it.
pub fn hex(text: &str) -> String {
    let codes = text.encode_utf16().map(|code| format!("{code:04X}"));
    format!("<{}>", codes.collect::<String>())
}

fn font(name: &str, file: Option<ObjectId>) -> Dictionary {
    let mut descriptor = dictionary! { "Type" => "FontDescriptor", "FontName" => name };
    if let Some(file) = file {
        descriptor.set("FontFile2", file);
    }
    let system = dictionary! { "Registry" => Object::string_literal("Adobe"), "Ordering" => Object::string_literal("Identity"),
    "Supplement" => 0 };
    let descendant = dictionary! { "Type" => "Font", "Subtype" => "CIDFontType2", "BaseFont" => name,
    "CIDSystemInfo" => system, "FontDescriptor" => descriptor };
    dictionary! { "Type" => "Font", "Subtype" => "Type0", "BaseFont" => name, "Encoding" => "Identity-H",
    "DescendantFonts" => vec![descendant.into()] }
}
