//! A request of the preview → what is sent back, without network and clock.
//!
//! Invariant: a request names a job of the plan or nothing; no path of a request ever reaches the disk.

use std::io::Cursor;
use std::path::PathBuf;
use std::sync::Arc;

use kairan::disk::pack;
use kairan::model::address::{OutputPath, media_type};
use kairan::outputs::{Job, Make, Plan};
use percent_encoding::percent_decode_str;

/// What the preview shows until the next build.
pub struct Current {
    /// Grows with every build, so that a page knows whether it is the newest.
    pub version: u64,
    /// Where the site lives: `/` or `/sub/path/`.
    pub base: String,
    /// The last site that could be made.
    pub plan: Option<Arc<Plan>>,
    /// The page that lists the findings of the last build.
    pub report: String,
    /// Whether the last build had errors, so that `plan` is older than the manuscripts.
    pub is_faulty: bool,
}

pub struct Reply {
    pub status: u16,
    pub content_type: &'static str,
    pub body: Body,
    /// Where else to look, with status 302.
    pub location: Option<String>,
}

pub enum Body {
    Bytes(Vec<u8>),
    /// A file of the content that is published as it is.
    File(PathBuf),
}

/// The page of findings.
pub const REPORT: &str = "/__kairan/report";

/// Where a page waits for the next build.
pub const EVENTS: &str = "/__kairan/events";

/// In the query of a request for the last good page while the last build has errors.
const LAST_GOOD: &str = "last-good";

/// The answer to a request for `target`, a path with or without a query.
pub fn respond(current: &Current, target: &str) -> Reply {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    if path == REPORT {
        return report(current, &current.base);
    }
    let is_above = path == "/" && current.base != "/";
    if is_above || format!("{path}/") == current.base {
        return redirect(current.base.clone());
    }
    let key = key(current, path);
    let is_page = key.as_deref().is_none_or(|key| key.ends_with(".html"));
    if current.is_faulty && is_page && query != LAST_GOOD {
        return report(current, path);
    }
    let plan = current.plan.as_deref();
    let job = |key: &str| plan?.jobs.get(&OutputPath::new(key)?);
    let Some(key) = key else {
        return not_found(current, job("404.html"));
    };
    if let Some(job) = job(&key) {
        return run(current, &key, job, 200);
    }
    match job(&format!("{key}/index.html")) {
        Some(_) => redirect(format!("{path}/")),
        None if current.is_faulty && query != LAST_GOOD => report(current, path),
        None => not_found(current, job("404.html")),
    }
}

/// The path of the output a request is for; `None` when it lies outside the site or is no text.
fn key(current: &Current, path: &str) -> Option<String> {
    let inside = path.strip_prefix(current.base.as_str())?;
    let inside = percent_decode_str(inside).decode_utf8().ok()?;
    Some(match inside.is_empty() || inside.ends_with('/') {
        true => format!("{inside}index.html"),
        false => inside.into_owned(),
    })
}

fn run(current: &Current, key: &str, job: &Job, status: u16) -> Reply {
    let content_type = media_type(key);
    let body = match &job.make {
        Make::Copy(blob) => Body::File(blob.file.clone()),
        Make::Bytes(make) => match make() {
            Ok(bytes) if content_type == HTML => Body::Bytes(live(current, bytes)),
            Ok(bytes) => Body::Bytes(bytes),
            Err(words) => return broken(current, &words),
        },
        Make::Pack(pack) => {
            let mut bytes = Cursor::new(Vec::new());
            match pack::zip(pack, &mut bytes) {
                Ok(()) => Body::Bytes(bytes.into_inner()),
                Err(fault) => return broken(current, &fault.to_string()),
            }
        }
        Make::Sums(pack) => match pack::sums(pack) {
            Ok(sums) => Body::Bytes(sums.into_bytes()),
            Err(fault) => return broken(current, &fault.to_string()),
        },
    };
    Reply {
        status,
        content_type,
        body,
        location: None,
    }
}

fn report(current: &Current, path: &str) -> Reply {
    let link = match &current.plan {
        Some(_) if current.is_faulty => {
            let path = escape(path);
            format!("<p><a href=\"{path}?{LAST_GOOD}\">誤りが出る前のページを見る</a></p>\n")
        }
        _ => String::new(),
    };
    let page = insert_before(&current.report, "</main>", &link);
    html(200, live(current, page.into_bytes()))
}

fn not_found(current: &Current, job: Option<&Job>) -> Reply {
    match job {
        Some(job) => run(current, "404.html", job, 404),
        None => html(
            404,
            live(current, simple_page("ページがありません", "").into_bytes()),
        ),
    }
}

/// A page whose job failed, for the person who changes the theme.
fn broken(current: &Current, words: &str) -> Reply {
    let page = simple_page("ページを作れません", words);
    html(500, live(current, page.into_bytes()))
}

fn simple_page(title: &str, words: &str) -> String {
    let words = escape(words);
    format!(
        "<!doctype html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<pre>{words}</pre>\n</main>\n</body>\n</html>\n"
    )
}

fn html(status: u16, bytes: Vec<u8>) -> Reply {
    Reply {
        status,
        content_type: HTML,
        body: Body::Bytes(bytes),
        location: None,
    }
}

fn redirect(location: String) -> Reply {
    Reply {
        status: 302,
        content_type: "text/plain; charset=utf-8",
        body: Body::Bytes(Vec::new()),
        location: Some(location),
    }
}

/// The page with the script that loads it again after the next build. A hidden page does not wait, because browsers open only a few
/// connections to one place.
fn live(current: &Current, page: Vec<u8>) -> Vec<u8> {
    let script = format!(
        "<script>(()=>{{let s;const stop=()=>{{if(s)s.close();s=null}};\
         const sync=()=>{{if(document.hidden)stop();else if(!s){{s=new EventSource(\"{EVENTS}?v={}\");s.onmessage=()=>location.reload()}}}};\
         document.addEventListener(\"visibilitychange\",sync);addEventListener(\"pagehide\",stop);addEventListener(\"pageshow\",sync);sync()}})()</script>\n",
        current.version
    );
    match String::from_utf8(page) {
        Ok(page) => insert_before(&page, "</body>", &script).into_bytes(),
        Err(page) => page.into_bytes(),
    }
}

fn insert_before(page: &str, tag: &str, words: &str) -> String {
    match page.rsplit_once(tag) {
        Some((before, after)) => format!("{before}{words}{tag}{after}"),
        None => format!("{page}{words}"),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

const HTML: &str = "text/html; charset=utf-8";

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kairan::model::address::OutputPath;
    use kairan::model::blob::Blob;
    use kairan::outputs::{Job, Make, Plan};

    use super::{Body, Current, Reply, respond};

    /// A site with one page a path, whose text is its path; `bad.html` cannot be made and `a.pdf` is copied.
    fn site(base: &str, is_faulty: bool) -> Current {
        let page = |path: &'static str| {
            Make::Bytes(Box::new(move || {
                Ok(format!("<body>{path}</body>").into_bytes())
            }))
        };
        let mut plan = Plan::default();
        let mut put = |path: &'static str, make: Make| {
            let path = OutputPath::new(path).expect("the sample is a path");
            let fingerprint = [0; 32];
            plan.jobs.insert(
                path,
                Job {
                    fingerprint,
                    template: None,
                    make,
                },
            );
        };
        for path in [
            "index.html",
            "kita/index.html",
            "404.html",
            "assets/a.css",
            "kita/日.csv",
        ] {
            put(path, page(path));
        }
        put(
            "bad.html",
            Make::Bytes(Box::new(|| Err("<型>の誤り".to_owned()))),
        );
        let (file, bytes, digest) = ("/site/a.pdf".into(), 1, [0; 32]);
        put(
            "kita/a.pdf",
            Make::Copy(Blob {
                file,
                bytes,
                digest,
                pdf: None,
                sha256: [0; 32],
            }),
        );
        Current {
            version: 7,
            base: base.to_owned(),
            plan: Some(Arc::new(plan)),
            report: "<body><main>指摘</main></body>".to_owned(),
            is_faulty,
        }
    }

    fn text(reply: &Reply) -> String {
        match &reply.body {
            Body::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            Body::File(file) => file.display().to_string(),
        }
    }

    #[test]
    fn a_request_runs_the_job_of_its_path() {
        let site = site("/", false);
        let cases = [
            ("/", 200, "text/html; charset=utf-8", "index.html"),
            ("/kita/", 200, "text/html; charset=utf-8", "kita/index.html"),
            (
                "/kita/?q=1",
                200,
                "text/html; charset=utf-8",
                "kita/index.html",
            ),
            (
                "/assets/a.css",
                200,
                "text/css; charset=utf-8",
                "assets/a.css",
            ),
            (
                "/kita/%E6%97%A5.csv",
                200,
                "text/csv; charset=utf-8",
                "kita/日.csv",
            ),
            ("/kita/a.pdf", 200, "application/pdf", "/site/a.pdf"),
            ("/none/", 404, "text/html; charset=utf-8", "404.html"),
            (
                "/bad.html",
                500,
                "text/html; charset=utf-8",
                "&lt;型&gt;の誤り",
            ),
        ];
        for (path, status, content_type, words) in cases {
            let reply = respond(&site, path);
            assert_eq!(
                (reply.status, reply.content_type),
                (status, content_type),
                "{path}"
            );
            assert!(text(&reply).contains(words), "{path}: {}", text(&reply));
        }
    }

    #[test]
    fn pages_wait_for_the_next_build_and_other_files_are_as_they_are() {
        let site = site("/", false);
        let page = text(&respond(&site, "/"));
        assert!(
            page.starts_with("<body>index.html<script>") && page.ends_with("</script>\n</body>"),
            "{page}"
        );
        assert!(page.contains("/__kairan/events?v=7"), "{page}");
        assert_eq!(
            text(&respond(&site, "/assets/a.css")),
            "<body>assets/a.css</body>"
        );
    }

    #[test]
    fn nothing_outside_the_plan_is_reached() {
        let site = site("/", false);
        for path in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "//etc/passwd",
            "/kita/..%2f..%2fx",
            "/%ff",
            "/C:/x",
            "/kita\\a.pdf",
            "kita/",
        ] {
            assert_eq!(respond(&site, path).status, 404, "{path}");
        }
    }

    #[test]
    fn a_folder_without_its_slash_and_a_place_outside_the_base_lead_on() {
        let location = |site: &Current, path: &str| respond(site, path).location;
        let top = site("/", false);
        assert_eq!(location(&top, "/kita").as_deref(), Some("/kita/"));
        let below = site("/sub/path/", false);
        assert_eq!(location(&below, "/").as_deref(), Some("/sub/path/"));
        assert_eq!(location(&below, "/sub/path").as_deref(), Some("/sub/path/"));
        assert!(text(&respond(&below, "/sub/path/kita/")).contains("kita/index.html"));
        assert_eq!(respond(&below, "/kita/").status, 404);
    }

    #[test]
    fn while_errors_stand_pages_show_them_and_the_last_good_page_is_one_step_away() {
        let site = site("/", true);
        for path in ["/", "/kita/", "/none/", "/none", "/__kairan/report"] {
            let reply = respond(&site, path);
            assert_eq!(reply.status, 200, "{path}");
            assert!(text(&reply).contains("指摘"), "{path}");
            assert!(text(&reply).contains("?last-good\">"), "{path}");
        }
        assert!(text(&respond(&site, "/kita/?last-good")).contains("kita/index.html"));
        assert_eq!(
            text(&respond(&site, "/assets/a.css")),
            "<body>assets/a.css</body>"
        );
        let attack = text(&respond(&site, "/\"><script>x"));
        assert!(!attack.contains("<script>x"), "{attack}");
        let never_good = Current { plan: None, ..site };
        assert!(!text(&respond(&never_good, "/")).contains("last-good"));
        assert_eq!(respond(&never_good, "/?last-good").status, 404);
    }
}
