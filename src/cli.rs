//! The command line: what may be typed, what it means and what is said about slips, all in Japanese.
//!
//! Invariant: this is the only module that names the argument parser, and none of its English sentences is printed.

mod data;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand};

use kairan::model::date::Date;
use kairan::model::settings::BaseUrl;
use kairan::report::Format;

pub use data::{
    Export, ExportEdition, ExportEncoding, ExportFormat, Import, Report, ReportFormat, Template,
};

/// What the command line asks for.
pub enum Asked {
    Run(Command),
    /// Help or the version.
    Print(String),
    /// Nothing that can be done, and why.
    Wrong(String),
}

/// Reads the command line, whose first word is the program.
pub fn read(words: impl IntoIterator<Item = OsString>) -> Asked {
    let words: Vec<OsString> = words.into_iter().collect();
    let parsed = Arguments::command()
        .try_get_matches_from(words)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    match parsed {
        Ok(arguments) => Asked::Run(arguments.command),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                Asked::Print(error.render().to_string())
            }
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
                Asked::Wrong(Arguments::command().render_help().to_string())
            }
            _ => Asked::Wrong(format!(
                "{}\n使い方は「kairan --help」で見られます。\n",
                slip(&error)
            )),
        },
    }
}

#[derive(Parser)]
#[command(
    name = "kairan",
    version,
    about = "回覧（kairan）は、区役所の原稿からホームページを作ります。",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    arg_required_else_help = true,
    override_usage = "kairan <コマンド> [オプション]",
    help_template = "{about}\n\n使い方: {usage}\n\nコマンド:\n{subcommands}\n\nオプション:\n{options}\n{after-help}",
    after_help = "コマンドごとの説明は「kairan check --help」のように見られます。\n"
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// この説明を出します。
    #[arg(short, long, global = true, action = ArgAction::Help, display_order = 100)]
    help: Option<bool>,
    /// 版の番号を出します。
    #[arg(short = 'V', long, action = ArgAction::Version, display_order = 101)]
    version: Option<bool>,
}

#[derive(Subcommand)]
pub enum Command {
    /// 原稿を検査します。ホームページは作りません。
    #[command(override_usage = "kairan check [オプション]")]
    Check(Check),
    /// ホームページをこのパソコンで見られるようにします。原稿を直すと、すぐに変わります。
    #[command(override_usage = "kairan serve [オプション]")]
    Serve(Serve),
    /// 原稿のひな形を作ります。
    #[command(override_usage = "kairan new <種類> --ward <区> [オプション]")]
    New(New),
    /// 医療機関や事業所の一覧（CSV、XLSX）を、区の名簿に取り込みます。
    #[command(override_usage = "kairan import <ファイル> --ward <区> [オプション]")]
    Import(Import),
    /// ホームページを作って、フォルダーに書き出します。
    #[command(override_usage = "kairan build [オプション]")]
    Build(Build),
    /// 市と各区の状況と、サイトが次に変わる時を調べます。原稿は変えません。
    #[command(override_usage = "kairan status [オプション]")]
    Status(Status),
    /// オープンデータを標準出力に出します。
    #[command(override_usage = "kairan export <データ> [オプション]")]
    Export(Export),
    /// 名簿や原稿を書き込むための、Excelのひな形を作ります。
    #[command(override_usage = "kairan template <種類か名簿> [オプション]")]
    Template(Template),
    /// 年次報告の数を、各区の原稿と名簿からまとめます。
    #[command(override_usage = "kairan report <年度> [オプション]")]
    Report(Report),
    /// 新しいサイトの見本を、空のフォルダーに作ります。
    #[command(override_usage = "kairan init <フォルダー>")]
    Init(Init),
    /// アクセシビリティの試験の記録の下書きを作ります。
    #[command(
        name = "a11y-report",
        override_usage = "kairan a11y-report [オプション]"
    )]
    A11yReport(A11yReport),
}

/// The help of a command that takes only options.
const HELP: &str = "{about}\n\n使い方: {usage}\n\nオプション:\n{options}\n";

/// The help of a command that takes something else first.
const HELP_WITH_WORDS: &str =
    "{about}\n\n使い方: {usage}\n\n書くもの:\n{positionals}\n\nオプション:\n{options}\n";

#[derive(Args)]
#[command(help_template = HELP)]
pub struct Build {
    /// サイトのフォルダー（ふだんは今いるフォルダー）
    #[arg(long, value_name = "フォルダー")]
    pub root: Option<PathBuf>,
    /// 書き出すフォルダー（ふだんはサイトの中の public）
    #[arg(long, value_name = "フォルダー")]
    pub out: Option<PathBuf>,
    /// この日のホームページを作ります（例: 2026-11-22。ふだんは今日）
    #[arg(long, value_name = "年-月-日", value_parser = date)]
    pub today: Option<Date>,
    /// 公開する場所のアドレス（ふだんは site.yaml の base_url）
    #[arg(long, value_name = "アドレス", value_parser = base_url)]
    pub base_url: Option<BaseUrl>,
    /// 掲載日がまだ来ていない原稿も載せます
    #[arg(long)]
    pub unpublished: bool,
    /// 誤りのある原稿だけを除いて作ります
    #[arg(long)]
    pub keep_going: bool,
    /// 同時に進める仕事の数（ふだんは自動）
    #[arg(long, value_name = "数", value_parser = jobs)]
    pub jobs: Option<usize>,
    /// 段階ごとにかかった時間を出します
    #[arg(long)]
    pub timings: bool,
}

#[derive(Args)]
#[command(help_template = HELP)]
pub struct Check {
    /// サイトのフォルダー（ふだんは今いるフォルダー）
    #[arg(long, value_name = "フォルダー")]
    pub root: Option<PathBuf>,
    /// 書き方: human（人が読む）、short（1件1行）、json、github
    #[arg(long, value_name = "書き方", default_value = "human", hide_default_value = true, hide_possible_values = true, value_parser = formats())]
    pub format: Format,
    /// この日のホームページとして検査します（例: 2026-11-22。ふだんは今日）
    #[arg(long, value_name = "年-月-日", value_parser = date)]
    pub today: Option<Date>,
    /// 直し方が一つに決まるものを、原稿の中で直します
    #[arg(long)]
    pub fix: bool,
    /// 直さずに、直すところを差分（unified diff）で出します。--fix と一緒に使います
    #[arg(long, requires = "fix")]
    pub dry_run: bool,
    /// 検査の一覧を出します。原稿は検査しません
    #[arg(long, conflicts_with_all = ["fix", "dry_run"])]
    pub list: bool,
}

#[derive(Args)]
#[command(help_template = HELP)]
pub struct Serve {
    /// サイトのフォルダー（ふだんは今いるフォルダー）
    #[arg(long, value_name = "フォルダー")]
    pub root: Option<PathBuf>,
    /// ポートの番号（ふだんは 4321）
    #[arg(long, value_name = "番号", default_value = "4321", hide_default_value = true, value_parser = port)]
    pub port: u16,
    /// ブラウザーも開きます
    #[arg(long)]
    pub open: bool,
    /// この日のホームページを見せます（例: 2026-11-22。ふだんは今日）
    #[arg(long, value_name = "年-月-日", value_parser = date)]
    pub today: Option<Date>,
    /// 掲載日がまだ来ていない原稿も見せます
    #[arg(long)]
    pub unpublished: bool,
}

#[derive(Args)]
#[command(help_template = HELP_WITH_WORDS)]
pub struct New {
    /// 原稿の種類。「講演会」でも「lectures」でも書けます
    #[arg(value_name = "種類")]
    pub kind: String,
    /// 区の名前かフォルダー（例: 北区、kita）。市の原稿は city
    #[arg(long, value_name = "区")]
    pub ward: String,
    /// 題名
    #[arg(long, value_name = "題名")]
    pub title: Option<String>,
    /// アドレスになる名前（例: acp-lecture。年次報告は年度 2026）
    #[arg(long, value_name = "名前")]
    pub slug: Option<String>,
    /// 掲載日（例: 2026-11-22。ふだんは今日）
    #[arg(long, value_name = "年-月-日", value_parser = date)]
    pub date: Option<Date>,
    /// 写すもとの原稿。ほかの区の原稿でもかまいません
    #[arg(long, value_name = "ファイル")]
    pub from: Option<PathBuf>,
    /// サイトのフォルダー（ふだんは今いるフォルダー）
    #[arg(long, value_name = "フォルダー")]
    pub root: Option<PathBuf>,
}

#[derive(Args)]
#[command(help_template = HELP)]
pub struct Status {
    /// サイトのフォルダー（ふだんは今いるフォルダー）
    #[arg(long, value_name = "フォルダー")]
    pub root: Option<PathBuf>,
    /// 次に変わる時だけを出します（例: 2026-12-01T00:00:00+09:00）
    #[arg(long)]
    pub next: bool,
    /// この日から見て調べます（例: 2026-11-22。ふだんは今日）
    #[arg(long, value_name = "年-月-日", value_parser = date)]
    pub today: Option<Date>,
}

#[derive(Args)]
#[command(help_template = HELP_WITH_WORDS)]
pub struct Init {
    /// 作るフォルダー。まだないか、空のフォルダー
    #[arg(value_name = "フォルダー")]
    pub folder: PathBuf,
}

#[derive(Args)]
#[command(help_template = HELP)]
pub struct A11yReport {
    /// サイトのフォルダー（ふだんは今いるフォルダー）
    #[arg(long, value_name = "フォルダー")]
    pub root: Option<PathBuf>,
    /// 見るページの数（ふだんは 40）。ひな型ごとに1ページは必ず見ます
    #[arg(long, value_name = "数", default_value = "40", hide_default_value = true, value_parser = pages)]
    pub pages: usize,
    /// ページを選ぶくじの種の数（ふだんは日付）。同じ数なら同じページを選びます
    #[arg(long, value_name = "数", value_parser = seed)]
    pub seed: Option<u64>,
    /// 書き出すファイル（ふだんは標準出力）。すでにあるファイルには書きません
    #[arg(long, value_name = "ファイル")]
    pub out: Option<PathBuf>,
    /// この日のホームページを見ます（例: 2026-11-22。ふだんは今日）
    #[arg(long, value_name = "年-月-日", value_parser = date)]
    pub today: Option<Date>,
}

fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(["human", "short", "json", "github"]).map(|name| {
        match name.as_str() {
            "short" => Format::Short,
            "json" => Format::Json,
            "github" => Format::Github,
            _ => Format::Human,
        }
    })
}

fn date(text: &str) -> Result<Date, String> {
    Date::from_iso(text)
        .ok_or_else(|| "「2026-11-22」のように、ある日を書いてください。".to_owned())
}

fn base_url(text: &str) -> Result<BaseUrl, String> {
    BaseUrl::new(text).ok_or_else(|| {
        "「https://example.jp/」のように、「https://」から書いてください。".to_owned()
    })
}

fn jobs(text: &str) -> Result<usize, String> {
    let number = text.parse().ok().filter(|jobs| (1..=256).contains(jobs));
    number.ok_or_else(|| "1から256までの数を書いてください。".to_owned())
}

fn pages(text: &str) -> Result<usize, String> {
    let number = text
        .parse()
        .ok()
        .filter(|pages| (1..=10_000).contains(pages));
    number.ok_or_else(|| "1から10000までの数を書いてください。".to_owned())
}

fn seed(text: &str) -> Result<u64, String> {
    text.parse()
        .map_err(|_| "0以上の整数を書いてください。".to_owned())
}

fn port(text: &str) -> Result<u16, String> {
    let number = text.parse().ok().filter(|port| *port > 0);
    number.ok_or_else(|| "1から65535までの数を書いてください。".to_owned())
}

/// What is wrong with the command line, in one or two sentences.
fn slip(error: &clap::Error) -> String {
    let word = |kind| error.get(kind).map(words).unwrap_or_default();
    let argument = word(ContextKind::InvalidArg);
    let value = word(ContextKind::InvalidValue);
    let meant = |kind| match word(kind) {
        near if near.is_empty() => String::new(),
        near => format!("「{near}」のことですか。"),
    };
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let meant = meant(ContextKind::SuggestedArg);
            format!("「{argument}」という指定はありません。{meant}")
        }
        ErrorKind::InvalidSubcommand => {
            let command = word(ContextKind::InvalidSubcommand);
            let meant = meant(ContextKind::SuggestedSubcommand);
            format!("「{command}」というコマンドはありません。{meant}")
        }
        ErrorKind::MissingRequiredArgument => format!("「{argument}」を書いてください。"),
        ErrorKind::InvalidValue if value.is_empty() => {
            format!("「{argument}」の値を書いてください。")
        }
        ErrorKind::InvalidValue => {
            let valid = word(ContextKind::ValidValue);
            format!("「{argument}」に「{value}」とは書けません。書けるのは{valid}です。")
        }
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(ToString::to_string);
            let reason = reason.unwrap_or_default();
            format!("「{argument}」に「{value}」とは書けません。{reason}")
        }
        ErrorKind::ArgumentConflict => format!("「{argument}」は1回だけ書いてください。"),
        _ => "コマンドの書き方に誤りがあります。".to_owned(),
    }
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(words) => words.join("、"),
        ContextValue::StyledStrs(words) => {
            let words: Vec<String> = words.iter().map(ToString::to_string).collect();
            words.join("、")
        }
        value => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, Command, read};

    fn asked(line: &str) -> Asked {
        read(line.split(' ').map(Into::into))
    }

    fn wrong(line: &str) -> String {
        match asked(line) {
            Asked::Wrong(words) => words,
            Asked::Run(_) | Asked::Print(_) => panic!("{line} is not wrong"),
        }
    }

    fn printed(line: &str) -> String {
        match asked(line) {
            Asked::Print(words) => words,
            Asked::Run(_) | Asked::Wrong(_) => panic!("{line} prints nothing"),
        }
    }

    #[test]
    fn slips_are_explained_in_japanese() {
        let cases = [
            (
                "kairan chekc",
                "「chekc」というコマンドはありません。「check」のことですか。",
            ),
            (
                "kairan check --formt json",
                "「--formt」という指定はありません。「--format」のことですか。",
            ),
            (
                "kairan check --format xml",
                "書けるのはhuman、short、json、githubです。",
            ),
            ("kairan check --format", "の値を書いてください。"),
            ("kairan build --today 2026-02-30", "「2026-11-22」のように"),
            ("kairan build --base-url example.jp", "「https://」から"),
            ("kairan build --jobs 0", "1から256までの数"),
            ("kairan serve --port 70000", "1から65535までの数"),
            ("kairan a11y-report --pages 0", "1から10000までの数"),
            ("kairan a11y-report --seed abc", "0以上の整数"),
            ("kairan new lectures", "「--ward <区>」を書いてください。"),
            ("kairan build --out a --out b", "は1回だけ書いてください。"),
        ];
        for (line, words) in cases {
            let said = wrong(line);
            assert!(said.contains(words), "{line}: {said}");
            for english in ["error", "Usage", "argument", "tip:", "possible"] {
                assert!(!said.contains(english), "{line}: {said}");
            }
        }
    }

    #[test]
    fn help_is_japanese_throughout() {
        for line in [
            "",
            " check",
            " build",
            " serve",
            " new",
            " init",
            " a11y-report",
        ] {
            let help = printed(&format!("kairan{line} --help"));
            assert!(help.contains("使い方: kairan"), "{help}");
            for english in [
                "Usage", "Options", "Print", "COMMAND", "default", "possible",
            ] {
                assert!(!help.contains(english), "{line}: {help}");
            }
        }
        assert!(wrong("kairan").contains("コマンド:"));
        assert_eq!(
            printed("kairan -V"),
            format!("kairan {}\n", env!("CARGO_PKG_VERSION"))
        );
    }

    #[test]
    fn a_command_and_its_options_are_read() {
        let line = "kairan new 講演会 --ward 北区 --date 2026-11-22";
        let Asked::Run(Command::New(new)) = asked(line) else {
            panic!("{line} is a command");
        };
        assert_eq!((new.kind.as_str(), new.ward.as_str()), ("講演会", "北区"));
        assert_eq!(
            new.date.map(|date| date.iso()).as_deref(),
            Some("2026-11-22")
        );
    }
}
