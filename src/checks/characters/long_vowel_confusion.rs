//! `ja-long-vowel-confusion`: a long vowel, minus sign or dash in the place of a hyphen, and the other way round.

use unicode_normalization::UnicodeNormalization;

use crate::checks::characters::dashes::{is_look_alike, joined};
use crate::checks::characters::numbers::is_digit;
use crate::checks::{CheckRow, Input, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::text::runs::runs;

pub const ROW: CheckRow = CheckRow {
    code: "ja-long-vowel-confusion",
    severity: Severity::Warning,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(
        Signs::DIGIT
            .or(Signs::WIDE_ALNUM)
            .or(Signs::DASH)
            .or(Signs::HYPHEN)
            .or(Signs::KANJI_NUMBER),
        check,
    )),
    detects: "番号の「-」と、カタカナの「ー」に使われた、形の似た別の文字を見つけます。",
    why: "電話番号や言葉として読み上げられず、検索やコピーもできません。",
    source: "WCAG 2.2 達成基準1.1.1 失敗例F71（形の似た文字）",
    bad: &[
        "大阪市北区見本町1―2―3",
        "デイサ－ビスを利用しています。",
        "区民センタ一で開きます。",
    ],
    good: &[
        "電話：06-0000-0101、0120-11-1234",
        "〒553-0007 大阪市北区見本町1-2-3",
        "人生会議のすすめ―もしものときに―",
        "気温は−5度でした。",
        "2024−2026年度の計画",
        "ケアマネジメント－ステップアップ研修－",
        "サービス、センター、A-1棟",
        "電話は06−0000−0101です。",
    ],
};

/// Words with a long vowel that wards write often.
const WORDS: &[&str] = &[
    "サービス",
    "センター",
    "サポート",
    "サポーター",
    "ケース",
    "テーマ",
    "コース",
    "ホーム",
    "ヘルパー",
    "メール",
    "アンケート",
    "パート",
    "ページ",
    "ボランティアセンター",
    "セミナー",
    "フォーラム",
    "リハビリテーション",
    "ステーション",
    "コミュニケーション",
    "コーディネーター",
    "ケアマネジャー",
    "ケアマネージャー",
    "スタート",
    "データ",
    "ルール",
    "グループ",
    "テーブル",
    "ノート",
    "カード",
    "カレンダー",
    "ホール",
    "フロア",
    "エレベーター",
    "パーセント",
    "メーカー",
    "ニーズ",
    "ワーカー",
    "ワークショップ",
    "キーワード",
    "リーダー",
    "メンバー",
    "オープン",
    "プール",
    "ポスター",
    "スーパー",
    "コーナー",
    "シート",
    "チーム",
    "ネットワーク",
    "パートナー",
    "ユーザー",
    "レポート",
    "ショートステイ",
    "ナースコール",
    "マーク",
    "コーヒー",
    "スポーツ",
    "タクシー",
    "バリアフリー",
    "フリー",
    "インターネット",
];

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let text = passage.text.as_str();
    if !text.contains(|sign| is_look_alike(sign) || matches!(sign, '-' | '一')) {
        return Vec::new();
    }
    let mut found: Vec<Diagnostic> = numbers(passage).collect();
    found.extend(words(passage));
    found
}

fn numbers(passage: &Passage) -> impl Iterator<Item = Diagnostic> {
    let text = passage.text.as_str();
    let numbers = runs(text, is_digit).filter_map(|digits| joined(text, digits));
    let numbers = numbers.filter(|range| !passage.is_dialled(range.clone()));
    numbers.map(|range| {
        let digits = passage.part(range.clone()).chars();
        let right: String = digits
            .map(|sign| if is_look_alike(sign) { '-' } else { sign })
            .nfkc()
            .collect();
        let found = Diagnostic::warning(
            ROW.code,
            passage.at(range.clone()),
            "番号の「-」が別の文字です",
        )
        .label("形の似た別の文字が使われています")
        .help(format!("半角のハイフンで「{right}」と書いてください。"));
        match passage.exact(range) {
            Some(at) => found.fix(at, right),
            None => found,
        }
    })
}

fn words(passage: &Passage) -> impl Iterator<Item = Diagnostic> {
    let text = passage.text.as_str();
    let is_part = |sign: char| matches!(sign, 'ァ'..='ヺ' | '-' | '一') || is_look_alike(sign);
    runs(text, is_part).filter_map(|run| {
        let written = passage.part(run.clone());
        if !written.contains(is_wrong) || !written.starts_with(|sign| matches!(sign, 'ァ'..='ヺ'))
        {
            return None;
        }
        let meant: String = written
            .chars()
            .map(|sign| if is_wrong(sign) { 'ー' } else { sign })
            .collect();
        // Both are equally long in characters, and every character stands at the same number.
        let wrong = written.chars().position(is_wrong)?;
        let word = WORDS.iter().find(|word| covers(&meant, word, wrong))?;
        let found = Diagnostic::warning(
            ROW.code,
            passage.at(run.clone()),
            "のばす音の「ー」が別の文字です",
        )
        .label("形の似た別の文字が使われています")
        .help(format!("「{word}」と打ち直してください。"));
        let is_one = written.chars().filter(|sign| is_wrong(*sign)).count() == 1;
        match passage.exact(run).filter(|_| is_one) {
            Some(at) => Some(found.fix(at, meant)),
            None => Some(found),
        }
    })
}

/// Whether `word` stands in `text` around character number `at`.
fn covers(text: &str, word: &str, at: usize) -> bool {
    let mut places = text.match_indices(word);
    places.any(|(byte, _)| {
        let start = text.get(..byte).unwrap_or_default().chars().count();
        (start..start + word.chars().count()).contains(&at)
    })
}

fn is_wrong(sign: char) -> bool {
    (is_look_alike(sign) && sign != 'ー') || matches!(sign, '-' | '一')
}
