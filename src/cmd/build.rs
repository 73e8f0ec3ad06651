//! `kairan build`: from the manuscripts to the folder that is put on the web.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use kairan::assemble::Wish;
use kairan::diag::has_errors;
use kairan::disk::file;
use kairan::disk::write::{Failure as Stop, Written, write};
use kairan::model::date::Date;
use kairan::outputs::Plan;
use kairan::report::{self, Format};
use kairan::{Outcome, Request};

use crate::cli;
use crate::cmd::{Failure, Progress, Verdict, colour, day, fonts, printable_sources, root, say};

pub fn run(arguments: &cli::Build) -> Result<Verdict, Failure> {
    let Some(jobs) = arguments.jobs else {
        return run_here(arguments);
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build();
    let pool = pool.map_err(|error| {
        Failure::new(format!(
            "{jobs}個の仕事を同時に進める用意ができません（{error}）。"
        ))
    })?;
    pool.install(|| run_here(arguments))
}

fn run_here(arguments: &cli::Build) -> Result<Verdict, Failure> {
    let root = root(arguments.root.as_deref())?;
    let out = arguments.out.clone().unwrap_or_else(|| root.join("public"));
    refuse_sources(&root, &out)?;
    let request = Request {
        wish: Wish {
            today: day(arguments.today)?,
            base_url: arguments.base_url.clone(),
            unpublished: arguments.unpublished,
        },
        keep_going: arguments.keep_going,
    };
    let mut timings = Timings::start("ファイルの読み込み");
    let sources = printable_sources(&root, fonts())?;
    let Outcome { diagnostics, plan } =
        kairan::build(&sources, &request, &mut |step| timings.next(step.label()));
    if !diagnostics.is_empty() {
        say(report::render(&diagnostics, &sources, Format::Human, colour()).trim_end());
    }
    let Some(plan) = plan else {
        say(match arguments.keep_going {
            true => {
                "サイト全体にかかわる誤りがあるため、何も書き出していません。先に誤りを直してください。"
            }
            false => {
                "誤りがあるため、何も書き出していません。誤りのある原稿だけを除いて作るには「--keep-going」を付けてください。"
            }
        });
        return Ok(Verdict::Faulty);
    };
    timings.next("書き出し");
    let written = publish(&plan, &out)?;
    timings.finish(arguments.timings);
    say(&summary(&plan, &written, &out));
    if !written.unraised.is_empty() {
        say(&unraised(&written.unraised, request.wish.today));
    }
    if let Some(next) = &plan.next {
        say(&format!(
            "{}そのあとで、もう一度作ってください。",
            next.words
        ));
    }
    Ok(match has_errors(&diagnostics) {
        true => Verdict::Faulty,
        false => Verdict::Clean,
    })
}

/// The output folder must not be where the manuscripts are: pages would be taken for manuscripts.
fn refuse_sources(root: &Path, out: &Path) -> Result<(), Failure> {
    let place = file::resolved(out);
    let is_source = ["content", "themes"]
        .into_iter()
        .any(|folder| place.starts_with(file::resolved(&root.join(folder))));
    if is_source || file::resolved(root).starts_with(&place) {
        let words =
            " は、原稿の入っているフォルダーです。「--out」には別のフォルダーを書いてください。";
        return Err(Failure::new(format!("{}{words}", out.display())));
    }
    Ok(())
}

fn publish(plan: &Plan, out: &Path) -> Result<Written, Failure> {
    let progress = Progress::start("ページを作っています", plan.jobs.len() as u64);
    let written = write(plan, out, &|| progress.advance());
    progress.finish();
    written.map_err(|stop| match stop {
        Stop::Page { path, reason } => Failure::new(format!(
            "{path} を作れませんでした。{reason}何も書き出していません。"
        )),
        Stop::Link { path } => Failure::new(format!(
            "{} はリンク（ショートカット）で、書き出すフォルダーの外に出ます。リンクを消してください。",
            path.display()
        )),
        Stop::Source { path, error } => Failure::of_file(&path, "読め", &error),
        Stop::Disk { path, error } => Failure::of_file(&path, "書け", &error),
    })
}

/// What is changed and does not say so: readers' programs are told by 更新日, not by the text.
fn unraised(paths: &[Box<str>], today: Date) -> String {
    let paths: Vec<String> = paths.iter().map(|path| format!("  {path}")).collect();
    format!(
        "次の原稿は、前に作ったときから変わりましたが、「更新日」が新しくなっていません。\n{}\nお知らせの内容が変わったときは「更新日: {}」と書いてください。書かないと、カレンダーやフィードで読む人に伝わりません。誤字を直しただけなら、このままでかまいません。",
        paths.join("\n"),
        today.with_weekday(),
    )
}

fn summary(plan: &Plan, written: &Written, out: &Path) -> String {
    let Written {
        written,
        unchanged,
        removed,
        ..
    } = written;
    let place: PathBuf = out.to_path_buf();
    format!(
        "{} に、{}個のファイルがあります（新しく書いたもの {written}、変わらないもの {unchanged}、消したもの {removed}）。",
        place.display(),
        plan.jobs.len(),
    )
}

/// How long each step took.
struct Timings {
    steps: Vec<(&'static str, Duration)>,
    current: &'static str,
    since: Instant,
}

impl Timings {
    fn start(first: &'static str) -> Self {
        Self {
            steps: Vec::new(),
            current: first,
            since: Instant::now(),
        }
    }

    fn next(&mut self, label: &'static str) {
        self.steps.push((self.current, self.since.elapsed()));
        self.current = label;
        self.since = Instant::now();
    }

    fn finish(mut self, show: bool) {
        self.next("");
        if !show {
            return;
        }
        for (label, duration) in &self.steps {
            say(&format!(
                "{:>9.1} ミリ秒  {label}",
                duration.as_secs_f64() * 1000.0
            ));
        }
        let total: Duration = self.steps.iter().map(|(_, duration)| *duration).sum();
        say(&format!(
            "{:>9.1} ミリ秒  合計",
            total.as_secs_f64() * 1000.0
        ));
    }
}
