//! Addresses of pages and paths of the files that serve them.

use std::fmt;

/// The address of a page or a file below the base URL: starts with `/`; a page's ends with `/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Box<str>);

impl Address {
    /// The page at `/a/b/` for the parts `["a", "b"]`; no parts make the top page `/`.
    pub fn page(parts: &[&str]) -> Self {
        let mut address = String::from("/");
        for part in parts {
            address.push_str(part);
            address.push('/');
        }
        Self(address.into())
    }

    /// The page `parts` below this one.
    pub fn child(&self, part: &str) -> Self {
        Self(format!("{}{part}/", self.0).into())
    }

    /// The file `name` below this page.
    pub fn file(&self, name: &str) -> Self {
        Self(format!("{}{name}", self.0).into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where the bytes behind this address are written.
    pub fn output(&self) -> OutputPath {
        let relative = self.0.trim_start_matches('/');
        if self.0.ends_with('/') {
            OutputPath(format!("{relative}index.html").into())
        } else {
            OutputPath(relative.into())
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A file below the output folder; `/` between folders, never absolute, no `.` or `..` part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutputPath(Box<str>);

impl OutputPath {
    /// `None` for a path that could leave the output folder.
    pub fn new(path: &str) -> Option<Self> {
        let safe = |part: &str| {
            !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', ':', '\0'])
        };
        path.split('/').all(safe).then(|| Self(path.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// What kind of file it is, by the ending of its name; what is not known is only downloaded.
pub fn media_type(path: &str) -> &'static str {
    let ending = path.rsplit('.').next().unwrap_or_default();
    match ending.to_ascii_lowercase().as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "geojson" => "application/geo+json; charset=utf-8",
        "jsonld" => "application/ld+json; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "mp3" => "audio/mpeg",
        "mp4" => "video/mp4",
        "vtt" => "text/vtt; charset=utf-8",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, OutputPath};

    #[test]
    fn pages_are_folders_with_an_index() {
        let page = Address::page(&["kita", "guides"]).child("start");
        assert_eq!(page.as_str(), "/kita/guides/start/");
        assert_eq!(page.output().as_str(), "kita/guides/start/index.html");
        assert_eq!(
            page.file("a.csv").output().as_str(),
            "kita/guides/start/a.csv"
        );
        assert_eq!(Address::page(&[]).output().as_str(), "index.html");
    }

    #[test]
    fn output_paths_stay_inside() {
        for bad in ["", "/a", "a/../b", "a//b", "C:/a", "a\\b", "."] {
            assert!(OutputPath::new(bad).is_none(), "{bad}");
        }
    }
}
