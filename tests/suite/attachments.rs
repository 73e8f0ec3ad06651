//! Attached PDF files on a real disk: they are looked into when the site is read, and readers are told how many pages they have.

use std::fs;

use kairan::build;
use kairan::disk::read::read;
use kairan::outputs::Make;
use lopdf::{Document, Object, dictionary};

use crate::site::TestSite;

const NOTICE: &str = "content/wards/kita/notices/2026-11-01-news";

/// A file of empty pages.
fn pdf(pages: usize) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let tree = document.new_object_id();
    let page = dictionary! { "Type" => "Page", "Parent" => tree };
    let kids = (0..pages).map(|_| document.add_object(page.clone()).into());
    let kids: Vec<Object> = kids.collect();
    let kids = dictionary! { "Type" => "Pages", "Kids" => kids };
    document.objects.insert(tree, kids.into());
    let root = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", root);
    let mut bytes = Vec::new();
    document
        .save_to(&mut bytes)
        .expect("memory can be written to");
    bytes
}

#[test]
fn readers_are_told_the_pages_of_a_pdf_that_can_be_read() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let text = "---\n題名: お知らせの見本\n添付:\n  - a.pdf：ちらし\n  - b.pdf：申込書\n---\n窓口は区役所の2階です。申込みは、電話か、申込書を窓口に出す方法で、月曜日から金曜日までの9時から17時30分まで受け付けます。[ちらし](a.pdf)をご覧ください。\n";
    let site = TestSite::base().with(&format!("{NOTICE}.md"), text);
    site.save(root.path());
    let folder = root.path().join(NOTICE);
    fs::create_dir_all(&folder).expect("a folder can be made");
    fs::write(folder.join("a.pdf"), pdf(2)).expect("a file can be written");
    fs::write(folder.join("b.pdf"), b"%PDF-1.7").expect("a file can be written");
    let sources = read(root.path(), &[]).expect("the content can be listed");
    let outcome = build(&sources, &site.request, &mut |_| {});
    let codes: Vec<&str> = outcome.diagnostics.iter().map(|found| found.code).collect();
    assert!(
        codes.contains(&"pdf-unreadable") && codes.contains(&"pdf-untagged"),
        "{codes:?}"
    );
    let plan = outcome
        .plan
        .expect("warnings keep nothing from being published");
    let mut jobs = plan.jobs.iter();
    let page = jobs.find(|(path, _)| path.as_str() == "kita/notices/2026-11-01-news/index.html");
    let Some(Make::Bytes(make)) = page.map(|(_, job)| &job.make) else {
        panic!("the notice has a page");
    };
    let page = String::from_utf8(make().expect("the page can be made")).expect("pages are UTF-8");
    assert_eq!(page.matches("バイト、2ページ）").count(), 2, "{page}");
    assert!(page.contains("申込書（PDF、8バイト）"), "{page}");
}
