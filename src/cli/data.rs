//! The arguments of the commands that take tables in and give data out.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use kairan::model::date::Date;

use super::{HELP_WITH_WORDS, date};

#[derive(Args)]
#[command(help_template = HELP_WITH_WORDS)]
pub struct Import {
    /// 取り込むファイル
    #[arg(value_name = "ファイル")]
    pub file: PathBuf,
    /// 区の名前かフォルダー（例: 北区、kita）
    #[arg(
        long,
        value_name = "区",
        required_unless_present = "ward_column",
        conflicts_with = "ward_column"
    )]
    pub ward: Option<String>,
    /// 区の名前が書かれた列の見出し
    #[arg(long, value_name = "見出し")]
    pub ward_column: Option<String>,
    /// 何として取り込むか: resources、hospitals、events、lecturesなど（ふだんは見出しから決めます）
    #[arg(long = "as", value_name = "種類か名簿")]
    pub target: Option<String>,
    /// シートの名前（ふだんはすべてのシート）
    #[arg(long, value_name = "名前")]
    pub sheet: Option<String>,
    /// 書き込まずに、結果だけを出します
    #[arg(long)]
    pub dry_run: bool,
    /// 新しい原稿の掲載日（例: 2026-11-22。ふだんは今日）
    #[arg(long, value_name = "年-月-日", value_parser = date)]
    pub today: Option<Date>,
    /// サイトのフォルダー（ふだんは今いるフォルダー）
    #[arg(long, value_name = "フォルダー")]
    pub root: Option<PathBuf>,
}

#[derive(Args)]
#[command(help_template = HELP_WITH_WORDS)]
pub struct Export {
    /// データ: events、hospitals、resources、facilities
    #[arg(value_name = "データ")]
    pub set: String,
    /// 書き方: csv、xlsx、json、geojson
    #[arg(long, value_enum, default_value_t = ExportFormat::Csv, hide_default_value = true, hide_possible_values = true, value_name = "書き方")]
    pub format: ExportFormat,
    /// CSVの文字コード: utf8（BOM付き）、cp932
    #[arg(long, value_enum, default_value_t = ExportEncoding::Utf8, hide_default_value = true, hide_possible_values = true, value_name = "文字コード")]
    pub encoding: ExportEncoding,
    /// 列の決まり: standard（自治体標準オープンデータセット）、recommended（推奨データセット）
    #[arg(long, value_enum, default_value_t = ExportEdition::Standard, hide_default_value = true, hide_possible_values = true, value_name = "決まり")]
    pub edition: ExportEdition,
    /// サイトのフォルダー（ふだんは今いるフォルダー）
    #[arg(long, value_name = "フォルダー")]
    pub root: Option<PathBuf>,
    /// この日のサイトとして出します（例: 2026-11-22。ふだんは今日）
    #[arg(long, value_name = "年-月-日", value_parser = date)]
    pub today: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    Csv,
    Xlsx,
    Json,
    Geojson,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportEncoding {
    Utf8,
    Cp932,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportEdition {
    Standard,
    Recommended,
}

#[derive(Args)]
#[command(help_template = HELP_WITH_WORDS)]
pub struct Report {
    /// 年度（例: 令和6年度は 2024）
    #[arg(value_name = "年度", value_parser = clap::value_parser!(i32).range(1990..2200))]
    pub year: i32,
    /// 書き方: text（人が読む形）、csv、json、xlsx
    #[arg(long, value_enum, default_value_t = ReportFormat::Text, hide_default_value = true, hide_possible_values = true, value_name = "書き方")]
    pub format: ReportFormat,
    /// サイトのフォルダー（ふだんは今いるフォルダー）
    #[arg(long, value_name = "フォルダー")]
    pub root: Option<PathBuf>,
    /// この日から見て数えます（例: 2026-11-22。ふだんは今日）
    #[arg(long, value_name = "年-月-日", value_parser = date)]
    pub today: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    Text,
    Csv,
    Json,
    Xlsx,
}

#[derive(Args)]
#[command(help_template = HELP_WITH_WORDS)]
pub struct Template {
    /// 種類か名簿（例: lectures、hospitals、resources）
    #[arg(value_name = "種類か名簿")]
    pub what: String,
    /// 書き出すファイル（ふだんは「<種類か名簿>.xlsx」）
    #[arg(long, value_name = "ファイル")]
    pub out: Option<PathBuf>,
}
