//! `katakana-jargon`: a loan word of offices for which there is a plain one.
//!
//! Quiet where the glossary or the text explains the word, and where it is part of a name.

use std::ops::Range;

use crate::checks::{CheckRow, Input, Origin, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Role;
use crate::model::field::Field;
use crate::text::japanese::is_kanji;
use crate::text::runs::{after, before, runs};

pub const ROW: CheckRow = CheckRow {
    code: "katakana-jargon",
    severity: Severity::Info,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(Signs::ANY, check)),
    detects: "分かりやすい言い換えのあるカタカナ語を見つけます。",
    why: "なじみのない外来語は、高齢の人や日本語を学んでいる人に伝わりません。",
    source: "公用文作成の考え方（文化審議会建議、令和4年1月7日）",
    bad: &[
        "エビデンスに基づいて説明します。",
        "関係者のコンセンサスを得ました。",
    ],
    good: &[
        "根拠に基づいて説明します。",
        "エビデンス（科学的な根拠）に基づいて説明します。",
        "根拠（エビデンス）に基づいて説明します。",
        "フォローアップ研修を開きます。",
        "講演「レジリエンスを育む」を聞きます。",
        "アセスメントの結果を伝えます。",
        "コーディネーターに相談してください。",
        "表：言い換えの例\n\n| 言葉 | 言い換え |\n| --- | --- |\n| エビデンス | 根拠 |",
    ],
};

/// Loan words and what to write instead.
const WORDS: &[(&str, &str)] = &[
    ("アウトカム", "成果"),
    ("アウトソーシング", "外部への委託"),
    ("アカウンタビリティ", "説明する責任"),
    ("アサイン", "割り当て"),
    ("アジェンダ", "議題"),
    ("イシュー", "課題"),
    ("イニシアティブ", "主導"),
    ("イノベーション", "新しい仕組みや技術"),
    ("インセンティブ", "やる気につながるもの"),
    ("エビデンス", "根拠"),
    ("エンパワーメント", "力を引き出すこと"),
    ("エンパワメント", "力を引き出すこと"),
    ("オーソライズ", "承認"),
    ("キックオフ", "開始"),
    ("キャパシティ", "受け入れられる量"),
    ("コミットメント", "約束、関わり"),
    ("コンセンサス", "合意"),
    ("コンプライアンス", "法令を守ること"),
    ("サステナビリティ", "持続できること"),
    ("シームレス", "切れ目のない"),
    ("スキーム", "仕組み"),
    ("ステークホルダー", "関係者"),
    ("ソリューション", "解決の方法"),
    ("ダイバーシティ", "多様性"),
    ("タスクフォース", "作業班"),
    ("ディスカッション", "話し合い"),
    ("ファシリテーション", "話し合いの進行"),
    ("フィードバック", "結果を伝えること"),
    ("フォローアップ", "その後の支援や確認"),
    ("プライオリティ", "優先順位"),
    ("ブラッシュアップ", "改善"),
    ("フレームワーク", "枠組み"),
    ("プレゼンス", "存在感"),
    ("ベストプラクティス", "優れた取組"),
    ("ペンディング", "保留"),
    ("ボトルネック", "妨げ"),
    ("マイルストーン", "節目"),
    ("モチベーション", "意欲"),
    ("リスクヘッジ", "危険への備え"),
    ("リスケ", "日程の変更"),
    ("レジリエンス", "立ち直る力"),
    ("ロードマップ", "工程表"),
    ("ワーキンググループ", "作業部会"),
];

fn check(passage: &Passage, input: &Input) -> Vec<Diagnostic> {
    let is_asked = matches!(
        passage.origin,
        Origin::Field(Field::Summary)
            | Origin::Body(Role::Paragraph | Role::Item | Role::Description | Role::Script)
    );
    if !is_asked {
        return Vec::new();
    }
    let loans = runs(&passage.text, |sign| {
        matches!(sign, 'ァ'..='ヺ' | 'ー' | '・')
    });
    let found = loans.filter_map(|run| {
        let word = passage.part(run.clone());
        let (word, plain) = WORDS.iter().find(|(loan, _)| *loan == word)?;
        let is_explained = is_named(passage, &run) || is_known(input, word);
        let found = Diagnostic::info(ROW.code, passage.at(run), "分かりにくいカタカナ語です")
            .label("言い換えられます")
            .help(format!(
                "「{plain}」などの言葉にするか、すぐ後に（ ）で意味を書いてください。"
            ));
        (!is_explained).then_some(found)
    });
    found.collect()
}

/// Whether the word is part of a name, in quotation marks, or has its meaning beside it.
fn is_named(passage: &Passage, run: &Range<usize>) -> bool {
    let text = passage.text.as_str();
    let ahead = text.get(..run.start).unwrap_or_default();
    let is_quoted = ["「」", "『』"].iter().any(|pair| {
        let count = |sign: Option<char>| sign.map_or(0, |sign| ahead.matches(sign).count());
        count(pair.chars().next()) > count(pair.chars().next_back())
    });
    let joins =
        |sign: char| is_kanji(sign) || matches!(sign, '（' | '(') || sign.is_ascii_alphanumeric();
    let is_joined =
        before(text, run.start).is_some_and(joins) || after(text, run.end).is_some_and(joins);
    is_quoted || is_joined
}

fn is_known(input: &Input, word: &str) -> bool {
    let words = input.site.words.iter();
    let mut names = words.flat_map(|known| known.aliases.iter().chain([&known.word]));
    names.any(|name| name.as_str() == word)
}
