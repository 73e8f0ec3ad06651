//! A small site in memory: the files of `tests/cases/base`, changed by each test, built by the same `build()` as the program's.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kairan::assemble::Wish;
use kairan::model::address::OutputPath;
use kairan::model::blob::Blob;
use kairan::model::date::Date;
use kairan::outputs::{Make, Plan};
use kairan::pdf::Inspection;
use kairan::report::{Format, render};
use kairan::source::{Content, FontFile, Source, Sources};
use kairan::{Outcome, Request, build};
use sha2::{Digest, Sha256};

/// The day the tests are built for, a Sunday.
pub const TODAY: &str = "2026-11-22";

pub fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// The files below `folder`, by path relative to it.
pub fn files_below(folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("the folder of a case can be listed") {
            let path = entry.expect("the entry of a case can be read").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let below = path
                .strip_prefix(folder)
                .expect("the walk stays below its folder");
            let name = below.to_string_lossy().replace('\\', "/");
            let bytes = fs::read(&path).expect("the file of a case can be read");
            // What is no text is only compared.
            let text = String::from_utf8(bytes)
                .unwrap_or_else(|error| format!("{:x?}", error.into_bytes()));
            files.insert(name, text);
        }
    }
    files
}

/// A site a test can change.
#[derive(Clone)]
pub struct TestSite {
    files: BTreeMap<String, String>,
    /// Files of which only the size is known.
    sizes: BTreeMap<String, u64>,
    /// What was found in some of them.
    inspections: BTreeMap<String, Inspection>,
    /// What may be printed with.
    fonts: Option<Vec<FontFile>>,
    pub request: Request,
}

impl TestSite {
    /// Two wards, a word list, the holidays of two years and one guide of the city, with the standard theme.
    pub fn base() -> Self {
        let mut files = files_below(&cases().join("base"));
        let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/standard");
        for (path, text) in files_below(&theme) {
            files.insert(format!("themes/standard/{path}"), text);
        }
        let wish = Wish {
            today: Date::from_iso(TODAY).expect("a day"),
            base_url: None,
            unpublished: false,
        };
        let request = Request {
            wish,
            keep_going: false,
        };
        Self {
            files,
            sizes: BTreeMap::new(),
            inspections: BTreeMap::new(),
            fonts: None,
            request,
        }
    }

    pub fn with(mut self, path: &str, text: &str) -> Self {
        self.files.insert(path.to_owned(), text.to_owned());
        self
    }

    /// The same without its wards and what stands in them.
    pub fn without_wards() -> Self {
        let mut site = Self::base();
        site.files
            .retain(|path, _| !path.starts_with("content/wards/"));
        site
    }

    /// The same site with more at the end of its settings.
    pub fn with_settings(mut self, more: &str) -> Self {
        let settings = self.files.get_mut("content/site.yaml");
        settings.expect("the site has settings").push_str(more);
        self
    }

    /// A file beside a manuscript that only claims to have `bytes`, so that large ones cost nothing.
    pub fn with_file(mut self, path: &str, bytes: u64) -> Self {
        self.sizes.insert(path.to_owned(), bytes);
        self
    }

    /// The same with what was found in it.
    pub fn with_pdf(mut self, path: &str, bytes: u64, inspection: Inspection) -> Self {
        self.inspections.insert(path.to_owned(), inspection);
        self.with_file(path, bytes)
    }

    /// The same on a computer with these fonts.
    pub fn with_fonts(mut self, fonts: Vec<FontFile>) -> Self {
        self.fonts = Some(fonts);
        self
    }

    pub fn sources(&self) -> Sources {
        let is_text = |path: &str| {
            !path.starts_with("content/")
                || path.ends_with(".md")
                || path.ends_with(".yaml")
                || path == "content/calendar/holidays.csv"
        };
        let is_table = |path: &str| {
            let is_form = path.ends_with(".csv") || path.ends_with(".xlsx");
            is_form && path.starts_with("content/wards/") && path.matches('/').count() == 3
        };
        let files = self.files.iter().map(|(path, text)| {
            if is_text(path) {
                Source::text_file(path, text.as_str())
            } else if is_table(path) {
                Source {
                    path: path.as_str().into(),
                    content: Content::Table(text.as_bytes().into()),
                }
            } else {
                attachment(path, text)
            }
        });
        let claimed = self.sizes.iter().map(|(path, bytes)| {
            let blob = Blob {
                file: PathBuf::from(path),
                bytes: *bytes,
                digest: *blake3::hash(path.as_bytes()).as_bytes(),
                pdf: self.inspections.get(path).cloned().map(Arc::new),
                sha256: [0; 32],
            };
            Source {
                path: path.as_str().into(),
                content: Content::Binary(blob),
            }
        });
        let mut sources = Sources::new(files.chain(claimed), Vec::new());
        sources.fonts.clone_from(&self.fonts);
        sources
    }

    pub fn build(&self) -> Built {
        let sources = self.sources();
        let Outcome { diagnostics, plan } = build(&sources, &self.request, &mut |_| {});
        let said = render(&diagnostics, &sources, Format::Human, false);
        let codes = diagnostics.iter().map(|found| found.code).collect();
        let mended = diagnostics
            .iter()
            .filter(|found| found.sure_fix().is_some());
        Built {
            said,
            codes,
            mended: mended.map(|found| found.code).collect(),
            plan,
        }
    }

    /// Writes the files of the site to a folder on disk.
    pub fn save(&self, root: &Path) {
        for (path, text) in &self.files {
            let file = root.join(path);
            fs::create_dir_all(file.parent().expect("a file lies in a folder"))
                .expect("a temporary folder can be made");
            fs::write(file, text).expect("a temporary file can be written");
        }
    }
}

/// A file that is only copied, as the disk would hand it out.
fn attachment(path: &str, text: &str) -> Source {
    let blob = Blob {
        file: PathBuf::from(path),
        bytes: text.len() as u64,
        digest: *blake3::hash(text.as_bytes()).as_bytes(),
        pdf: None,
        sha256: Sha256::digest(text.as_bytes()).into(),
    };
    Source {
        path: path.into(),
        content: Content::Binary(blob),
    }
}

/// What came of building a test site.
pub struct Built {
    /// All findings as a person sees them.
    pub said: String,
    pub codes: Vec<&'static str>,
    /// The codes that came with an edit to make without asking.
    pub mended: BTreeSet<&'static str>,
    pub plan: Option<Plan>,
}

impl Built {
    /// The text of one output file.
    pub fn file(&self, path: &str) -> String {
        String::from_utf8(self.bytes(path)).expect("pages are UTF-8")
    }

    /// The bytes of one output file that is made and not copied.
    pub fn bytes(&self, path: &str) -> Vec<u8> {
        let plan = self
            .plan
            .as_ref()
            .unwrap_or_else(|| panic!("nothing was planned:\n{}", self.said));
        let path = OutputPath::new(path).expect("a test asks for a safe path");
        let job = plan
            .jobs
            .get(&path)
            .unwrap_or_else(|| panic!("{path} is not planned; there are {:?}", self.paths()));
        let Make::Bytes(make) = &job.make else {
            panic!("{path} is a copy");
        };
        make().expect("the file can be made")
    }

    pub fn paths(&self) -> Vec<&str> {
        let plan = self.plan.as_ref();
        let plan = plan.unwrap_or_else(|| panic!("nothing was planned:\n{}", self.said));
        plan.jobs.keys().map(OutputPath::as_str).collect()
    }

    /// The `<main>` element of a page, without the shell around it.
    pub fn main(&self, path: &str) -> String {
        let page = self.file(path);
        let start = page.find("<main").expect("a page has a main element");
        let end = page.find("</main>").expect("a page has a main element");
        page[start..end + "</main>".len()].to_owned()
    }
}
