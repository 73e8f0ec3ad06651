//! `kairan serve`: read, build, swap the plan, wait. A request runs the one job of its path; nothing is written.
//!
//! Invariant: this is the only module that names the web server, its runtime and the watcher of files.

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use axum::extract::State;
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use kairan::assemble::Wish;
use kairan::disk::file;
use kairan::model::date::Date;
use kairan::report::{self, Format};
use kairan::source::FontFile;
use kairan::{Request, build};
use notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};
use tokio::sync::watch;

use crate::cli;
use crate::cmd::serve::respond::{Body, Current, EVENTS, REPORT, Reply, respond};
use crate::cmd::{Failure, Verdict, colour, day, fonts, printable_sources, root, say};

mod respond;

/// An editor saves in several steps; a build between two of them would show an error that is none.
const DEBOUNCE_MS: u64 = 150;

/// A waiting page asks again before anything between it and us gives up.
const WAIT_S: u64 = 25;

type Shown = watch::Receiver<Arc<Current>>;

pub fn run(arguments: &cli::Serve) -> Result<Verdict, Failure> {
    let root = root(arguments.root.as_deref())?;
    let listener = listen(arguments.port)?;
    let options = Options {
        root,
        today: arguments.today,
        unpublished: arguments.unpublished,
        fonts: fonts(),
    };
    // Before the first build, so that no change falls between the two.
    let changes = watch_files(&options.root);
    let first = next(&options, None)?;
    let url = format!("http://127.0.0.1:{}{}", arguments.port, first.base);
    let (sender, shown) = watch::channel(Arc::new(first));
    std::thread::spawn(move || rebuild(&options, &changes, &sender));
    say(&format!(
        "{url} で見られます。指摘の一覧は http://127.0.0.1:{}{REPORT} です。終わるときは Ctrl+C を押します。",
        arguments.port
    ));
    if arguments.open {
        open(&url);
    }
    answer(listener, shown)
        .map_err(|error| Failure::new(format!("プレビューを続けられません（{error}）。")))?;
    Ok(Verdict::Clean)
}

struct Options {
    root: PathBuf,
    today: Option<Date>,
    unpublished: bool,
    /// Found once: they do not change while somebody writes.
    fonts: Vec<FontFile>,
}

fn listen(port: u16) -> Result<TcpListener, Failure> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let listener = listener.and_then(|listener| {
        listener.set_nonblocking(true)?;
        Ok(listener)
    });
    listener.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => Failure::new(format!(
            "ポート {port} は、ほかのソフトが使っています。「--port {}」のように、別の番号を書いてください。",
            port.checked_add(1).unwrap_or(4321)
        )),
        _ => Failure::new(format!(
            "ポート {port} を使えません（{error}）。「--port 4322」のように、別の番号を書いてください。"
        )),
    })
}

/// One turn of the loop: what is shown from now on, after what was shown before.
fn next(options: &Options, before: Option<&Current>) -> Result<Current, Failure> {
    let start = Instant::now();
    let sources = printable_sources(&options.root, options.fonts.clone())?;
    let wish = Wish {
        today: day(options.today)?,
        base_url: None,
        unpublished: options.unpublished,
    };
    let request = Request {
        wish,
        keep_going: false,
    };
    let outcome = build(&sources, &request, &mut |_| {});
    let found = &outcome.diagnostics;
    if found.is_empty() {
        let seconds = start.elapsed().as_secs_f32();
        say(&format!("作りました（{seconds:.2}秒）。"));
    } else {
        say(report::render(found, &sources, Format::Human, colour()).trim_end());
    }
    let base = outcome.plan.as_ref().map(|plan| plan.base_path.to_string());
    let is_faulty = outcome.plan.is_none();
    let plan = outcome.plan.map(Arc::new);
    let version = before.map_or_else(first_version, |before| before.version + 1);
    Ok(Current {
        version,
        base: base
            .or_else(|| before.map(|before| before.base.clone()))
            .unwrap_or_else(|| "/".to_owned()),
        plan: plan.or_else(|| before.and_then(|before| before.plan.clone())),
        report: report::page(found, &sources),
        is_faulty,
    })
}

/// Different at every start, so that a page left open by an earlier run loads again.
fn first_version() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs() * 1_000)
}

/// Builds after every change, for as long as the program runs.
fn rebuild(options: &Options, changes: &Changes, sender: &watch::Sender<Arc<Current>>) {
    while changes.came.recv().is_ok() {
        // What came while the last build ran is part of this one.
        while changes.came.try_recv().is_ok() {}
        let before = sender.borrow().clone();
        match next(options, Some(&before)) {
            Ok(current) => {
                sender.send_replace(Arc::new(current));
            }
            Err(failure) => say(&failure.to_string()),
        }
    }
}

/// The changes of files below a root.
struct Changes {
    came: mpsc::Receiver<()>,
    /// Watches for as long as it lives.
    _watcher: Option<Debouncer<RecommendedWatcher, RecommendedCache>>,
}

/// Watches the manuscripts and the themes. Without it the preview still shows what was there at the start.
fn watch_files(root: &Path) -> Changes {
    let (sender, came) = mpsc::channel();
    let on_change = move |events: DebounceEventResult| {
        // Reading a file is an event too, and a build reads them all.
        let matters = match events {
            Ok(events) => events
                .iter()
                .any(|event| !matches!(event.kind, EventKind::Access(_))),
            Err(_) => true,
        };
        if matters {
            // Nobody listens only when the program ends.
            let _ = sender.send(());
        }
    };
    let mut watcher = new_debouncer(Duration::from_millis(DEBOUNCE_MS), None, on_change).ok();
    let folders = ["content", "themes"].map(|folder| root.join(folder));
    let folders = folders.iter().filter(|folder| file::is_folder(folder));
    let unwatched = match &mut watcher {
        Some(watcher) => folders
            .map(|folder| watcher.watch(folder, RecursiveMode::Recursive))
            .filter(Result::is_err)
            .count(),
        None => 1,
    };
    if unwatched > 0 {
        say(UNWATCHED);
    }
    Changes {
        came,
        _watcher: watcher,
    }
}

const UNWATCHED: &str =
    "原稿の変更に気づけません。原稿を直したら、「kairan serve」を動かし直してください。";

/// Answers requests until the program ends.
fn answer(listener: TcpListener, shown: Shown) -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let router = axum::Router::new().fallback(request).with_state(shown);
        axum::serve(listener, router).await
    })
}

async fn request(State(mut shown): State<Shown>, method: Method, uri: Uri) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    if uri.path() == EVENTS {
        return wait(&mut shown, uri.query().unwrap_or_default()).await;
    }
    let current = shown.borrow().clone();
    let target = uri
        .path_and_query()
        .map_or("/", |target| target.as_str())
        .to_owned();
    // A job computes; meanwhile other requests are answered.
    let made = tokio::task::spawn_blocking(move || {
        let reply = respond(&current, &target);
        let bytes = bytes(&reply.body);
        (reply, bytes)
    });
    match made.await {
        Ok((reply, Ok(bytes))) => response(&reply, bytes),
        Ok((_, Err(_))) => StatusCode::NOT_FOUND.into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn bytes(body: &Body) -> std::io::Result<Vec<u8>> {
    match body {
        Body::Bytes(bytes) => Ok(bytes.clone()),
        Body::File(path) => file::bytes(Path::new(path)),
    }
}

fn response(reply: &Reply, bytes: Vec<u8>) -> Response {
    let status = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = [
        (header::CONTENT_TYPE, reply.content_type),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    let mut response = (status, headers, bytes).into_response();
    let location = reply.location.as_deref().map(HeaderValue::from_str);
    if let Some(Ok(location)) = location {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

/// One event for the page that shows version `query`, as soon as another is there; the page then asks again. A finished answer each time
/// keeps nothing open for pages that were closed.
async fn wait(shown: &mut Shown, query: &str) -> Response {
    let known = query
        .strip_prefix("v=")
        .and_then(|version| version.parse().ok());
    let is_new = |current: &Arc<Current>| Some(current.version) != known;
    let newer = shown.wait_for(is_new);
    let came = tokio::time::timeout(Duration::from_secs(WAIT_S), newer).await;
    let event = match came {
        Ok(Ok(_)) => "retry: 300\ndata: reload\n\n",
        Ok(Err(_)) | Err(_) => "retry: 300\n\n",
    };
    let headers = [
        (header::CONTENT_TYPE, "text/event-stream"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, event).into_response()
}

/// Shows the address in the browser of this computer.
fn open(url: &str) {
    let (program, words): (&str, &[&str]) = if cfg!(target_os = "windows") {
        ("cmd", &["/C", "start", ""])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let started = std::process::Command::new(program)
        .args(words)
        .arg(url)
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn();
    if started.is_err() {
        say(&format!("ブラウザーを開けません。{url} を開いてください。"));
    }
}
