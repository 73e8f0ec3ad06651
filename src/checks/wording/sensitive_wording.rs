//! `sensitive-wording`: words that hurt or are out of date, and pages about the end of life that name nobody to talk to.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::checks::{CheckRow, Input, OBJECT, Origin, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Role;
use crate::model::field::Field;
use crate::text::japanese::is_kanji;
use crate::text::runs::{after, before};

pub const ROW: CheckRow = CheckRow {
    code: "sensitive-wording",
    severity: Severity::Info,
    fixes: false,
    finds: Stage::Checking(Rule::Passages(Signs::ANY, check)),
    detects: "人を傷つけるおそれのある言葉や古い呼び方と、相談先や配慮の言葉のない看取りや余命のページを見つけます。",
    why: "読む人の中には、当事者やその家族がいます。知りたくない人、話したくない人への配慮も要ります。",
    source: "人生の最終段階における医療・ケアの決定プロセスに関するガイドライン（厚生労働省、平成30年3月改訂）",
    bad: &[
        "痴呆の人を支える講座です。",
        "看護婦が自宅を訪ねます。",
        "寝たきり老人の家族が集まります。",
        "## 余命を告げられたとき\n\n残された時間の過ごし方を説明します。",
    ],
    good: &[
        "認知症の人を支える講座です。",
        "特別養護老人ホームと老人福祉センターの見学会です。",
        "外国人の相談窓口です。",
        "## 余命を告げられたとき\n\n話したくないときは、無理に話さなくてかまいません。",
        "## 看取りの支援\n\n相談支援室にお電話ください。",
        "「痴呆」は「認知症」に改められました。",
    ],
};

/// Words and what to write instead.
const WORDS: &[(&str, &str)] = &[
    ("痴呆", "認知症"),
    ("看護婦", "看護師"),
    ("保健婦", "保健師"),
    ("助産婦", "助産師"),
    ("保母", "保育士"),
    ("父兄", "保護者"),
    ("寝たきり老人", "寝たきりの高齢者"),
    ("精神分裂病", "統合失調症"),
    ("身障者", "身体に障がいのある人"),
    ("健常者", "障がいのない人"),
    ("植物人間", "意識の戻らない状態の人"),
    ("欠損家庭", "ひとり親家庭"),
    ("母子家庭の子", "ひとり親家庭の子ども"),
    ("登校拒否", "不登校"),
    ("外人", "外国人"),
    ("ボケ老人", "認知症の高齢者"),
    ("片手落ち", "不公平"),
    ("気違い", "別の言葉"),
];

static FINDER: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::new(WORDS.iter().map(|(word, _)| *word))
        .expect("a table of a few words is small enough for an automaton")
});

const TOPICS: [&str; 4] = ["余命", "看取り", "死期", "延命"];

/// Words by which a page shows consideration or names somebody to talk to.
const CARE: [&str; 9] = [
    "相談",
    "問い合わせ",
    "問合せ",
    "電話",
    "無理に",
    "話したくない",
    "知りたくない",
    "いつでも",
    "気持ち",
];

fn check(passages: &[Passage], _: &Input) -> Vec<Diagnostic> {
    let own = passages
        .iter()
        .filter(|passage| passage.origin != Origin::Body(Role::Quotation));
    let mut found: Vec<Diagnostic> = own.flat_map(words).collect();
    found.extend(lonely(passages));
    found
}

fn words(passage: &Passage) -> impl Iterator<Item = Diagnostic> {
    let text = passage.text.as_str();
    FINDER.find_iter(text).filter_map(move |place| {
        let (_, better) = WORDS.get(place.pattern().as_usize())?;
        if is_part(text, &place.range()) {
            return None;
        }
        let at = passage.at(place.range());
        let found = Diagnostic::info(ROW.code, at, "配慮の要る言葉です")
            .label("古い呼び方か、傷つく人のいる言葉です")
            .help(format!("「{better}」などの言葉を使ってください。"));
        Some(found)
    })
}

/// Whether a word is quoted as a word, or part of a longer one.
fn is_part(text: &str, range: &Range<usize>) -> bool {
    let ahead = before(text, range.start);
    ahead.is_some_and(|sign| is_kanji(sign) || matches!(sign, '「' | '『' | OBJECT))
        || matches!(after(text, range.end), Some('」' | '』'))
}

/// A title or heading about the end of life in a text that has neither care nor a contact.
fn lonely(passages: &[Passage]) -> Option<Diagnostic> {
    let is_head = |passage: &&Passage| {
        matches!(
            passage.origin,
            Origin::Field(Field::Title) | Origin::Body(Role::Heading)
        )
    };
    let heads = passages.iter().filter(is_head);
    let mut places = heads.filter_map(|head| {
        let topic = TOPICS.iter().find(|topic| head.text.contains(**topic))?;
        let at = head.text.find(topic)?;
        Some((head, at..at + topic.len()))
    });
    let (head, range) = places.next()?;
    let cares = |passage: &Passage| {
        let is_contact = matches!(
            passage.origin,
            Origin::Field(Field::Contact | Field::ApplyTo)
        );
        is_contact || CARE.iter().any(|word| passage.text.contains(word))
    };
    if passages.iter().any(cares) {
        return None;
    }
    let found = Diagnostic::info(ROW.code, head.at(range), "相談先も配慮の言葉もありません")
        .label("人生の終わりに関わる内容です")
        .help("相談できる窓口と、「話したくないときは、無理に話さなくてかまいません」のような言葉を添えてください。");
    Some(found)
}
