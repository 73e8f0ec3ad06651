//! `ruby-error`: a reading that is none, or one over what everybody can read.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Ruby;
use crate::text::japanese::{is_blank, is_kana};

pub const ROW: CheckRow = CheckRow {
    code: "ruby-error",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "かなでない読みのふりがなと、かなの上のふりがなを見つけます。",
    why: "ふりがなは、漢字の読めない人が頼りにします。読み上げソフトが読みの方を読むこともあります。",
    source: "在留支援のためのやさしい日本語ガイドライン（出入国在留管理庁・文化庁、2020年8月）",
    bad: &[
        "｜人生会議《人生かいぎ》を始めます。",
        "｜人生会議《ACP》を始めます。",
        "｜もしも《もしも》のとき",
    ],
    good: &[
        "｜人生会議《じんせいかいぎ》を始めます。",
        "｜ACP《エーシーピー》を始めます。",
        "｜在宅医療・介護《ざいたくいりょう・かいご》の相談",
        "｜申し込み《もうしこみ》の方法",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let text = input.text(writing.source);
    let rubies = writing.body.rubies.iter();
    rubies
        .filter_map(|ruby| diagnostic(writing, *ruby, text))
        .collect()
}

fn diagnostic(writing: &Writing, ruby: Ruby, text: &str) -> Option<Diagnostic> {
    let reading = ruby.reading.of(text);
    let base = ruby.base.of(text);
    if reading.is_empty() || base.is_empty() {
        return None;
    }
    let is_sound =
        |sign: char| is_kana(sign) || is_blank(sign) || matches!(sign, '・' | '゠' | 'ゝ' | 'ヽ');
    if !reading.chars().all(is_sound) {
        let found = Diagnostic::warning(
            ROW.code,
            at(writing.source, ruby.reading),
            "ふりがながかなではありません",
        )
        .label("読みではありません")
        .help("《 》の中には、ひらがなかカタカナで読みを書いてください。説明なら（ ）で書きます。");
        return Some(found);
    }
    let found = Diagnostic::warning(
        ROW.code,
        at(writing.source, ruby.base),
        "かなにふりがなが付いています",
    )
    .label("そのまま読める言葉です")
    .help("《 》と中の読みを消してください。");
    base.chars().all(is_kana).then_some(found)
}
