//! `heading-fake`: a line that looks like a heading and is none: 【…】, ■…, or a paragraph of nothing but bold words.
//!
//! Why: who hears the page goes from heading to heading and never meets it, and it is missing from the contents (JIS X 8341-3:2016 1.3.1;
//! domain §3.4 D `heading-fake`). Bold words may also be a warning or a fact, so only short ones without verb, figure or full stop count.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at, location};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::{Part, PartKind, Passage, Role};
use crate::text::span::Span;

/// Characters of a heading; more is a sentence.
const LONGEST: usize = 30;

/// The first level below the title of the page, and the last there is.
const LEVELS: (u8, u8) = (2, 6);

const MARKS: [char; 12] = ['■', '□', '◆', '◇', '●', '○', '◎', '★', '☆', '▼', '▲', '▶'];

pub const ROW: CheckRow = CheckRow {
    code: "heading-fake",
    severity: Severity::Warning,
    fixes: true,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "【】や■や太字で見出しのように見せている行を見つけます。",
    why: "読み上げソフトでは見出しから見出しへ移って読みたい所を探します。見出しに見えるだけの行は、その一覧にも目次にも出てきません。",
    source: "JIS X 8341-3:2016 1.3.1",
    bad: &[
        "【申込方法】\n\n電話でお申し込みください。",
        "【申込方法】\n電話でお申し込みください。",
        "■ 当日の持ち物\n\n筆記用具をお持ちください。",
        "**申込みのしかた**\n\n電話でお申し込みください。",
        "## 研修\n\n**研修の内容**\n\n- 手洗い\n- 個人防護具",
    ],
    good: &[
        "## 申込みのしかた\n\n電話でお申し込みください。",
        "**申込みは終了しました**\n\nお申込みをありがとうございました。",
        "**令和8年12月5日（土曜日）14時から**\n\n北区役所で開きます。",
        "**06-0000-0101**\n\n平日の9時から17時まで",
        "**大切なお知らせです。**\n\n会場が変わりました。",
        "**見本太郎**\n\n見本クリニックの医師です。",
        "**人生会議**とは、前もって話し合うことです。\n\n本文",
        "【見本】この手引きは見本です。\n\n本文",
        "■印の欄は、必ず書いてください。\n\n本文",
        "> **大切なこと**\n>\n> 話したくない人には、無理に勧めません。",
        "- **手洗い**\n\n  水で流します。",
        "本文です。\n\n**以上**",
        "| 区 | 内容 |\n|--|--|\n| **北区** | 【研修】 |",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let text = input.text(writing.source);
    let passages = writing.body.passages.iter();
    let paragraphs = passages.filter(|passage| passage.role == Role::Paragraph);
    paragraphs
        .filter_map(|passage| {
            let line = first_line(passage, text)?;
            let words = fake(passage, line, text)?;
            let is_bold = line.of(text).starts_with("**");
            Some(diagnostic(writing, line, words, is_bold))
        })
        .collect()
}

/// The first line of a paragraph that begins its line of the source and has something below it that is no heading.
fn first_line(passage: &Passage, text: &str) -> Option<Span> {
    let start = passage.parts.first()?.span.range().start;
    let before = text.get(..start)?;
    let start = start - before.len() + before.trim_end_matches("**").len();
    let is_line_start = start == 0 || text.get(..start)?.ends_with('\n');
    let line = text.get(start..)?.lines().next()?.trim_end();
    let end = start + line.len();
    let mut below = text.get(end..)?.lines().map(str::trim);
    let next = below.find(|line| !line.is_empty())?;
    let is_followed = !next.starts_with('#') && !next.starts_with("---");
    (is_line_start && is_followed).then(|| Span::new(start..end))
}

/// The words of a line that only looks like a heading.
fn fake<'a>(passage: &Passage, line: Span, text: &'a str) -> Option<&'a str> {
    let written = line.of(text);
    let is_alone = passage
        .parts
        .last()
        .is_some_and(|part| part.span.end <= line.end);
    let words = if let Some(words) = written.strip_prefix('【') {
        let words = words.strip_suffix('】')?;
        let is_one = !words.contains(['【', '】']);
        is_one.then_some(words)
    } else if written.starts_with(MARKS) {
        let words = written.trim_matches(MARKS);
        let is_several = text.get(line.range().end..).is_some_and(next_is_marked);
        (is_alone && !is_several && !is_sentence(words)).then_some(words)
    } else {
        let words = written.strip_prefix("**")?.strip_suffix("**")?;
        let is_bold = passage.parts.iter().all(is_bold_words);
        (is_alone && is_bold && is_title(words)).then_some(words)
    };
    let words = words?.trim();
    let is_short = !words.is_empty() && words.chars().count() <= LONGEST;
    (is_short && !words.contains("**")).then_some(words)
}

fn is_bold_words(part: &Part) -> bool {
    part.strong && !part.linked && part.kind == PartKind::Words
}

/// Whether the next line with words begins with a mark too: then they are a list.
fn next_is_marked(rest: &str) -> bool {
    let mut lines = rest.lines().map(str::trim_start);
    lines
        .find(|line| !line.is_empty())
        .is_some_and(|line| line.starts_with(MARKS))
}

/// Whether words say something instead of naming it.
fn is_sentence(words: &str) -> bool {
    let ends = [
        "。", "！", "？", "!", "?", "：", ":", "す", "た", "ん", "い", "う", "る",
    ];
    words.contains('。') || ends.iter().any(|end| words.ends_with(end))
}

/// Whether bold words can be nothing but a heading: they end as titles of sections do and tell no fact.
fn is_title(words: &str) -> bool {
    const ENDS: [&str; 50] = [
        "方法",
        "しかた",
        "仕方",
        "方",
        "内容",
        "概要",
        "目的",
        "対象",
        "対象者",
        "日時",
        "会場",
        "場所",
        "持ち物",
        "費用",
        "定員",
        "講師",
        "申込み",
        "申込",
        "申し込み",
        "問い合わせ",
        "問合せ",
        "問い合わせ先",
        "問合せ先",
        "お願い",
        "注意点",
        "注意事項",
        "流れ",
        "手順",
        "結果",
        "について",
        "とは",
        "ために",
        "こと",
        "もの",
        "背景",
        "まとめ",
        "予定",
        "プログラム",
        "紹介",
        "詳細",
        "ねらい",
        "スケジュール",
        "アクセス",
        "連絡先",
        "相談先",
        "期間",
        "条件",
        "資格",
        "経過",
        "課題",
    ];
    let has_figure = words.chars().any(|sign| sign.is_numeric());
    !has_figure && ENDS.iter().any(|end| words.ends_with(end))
}

fn diagnostic(writing: &Writing, line: Span, words: &str, is_bold: bool) -> Diagnostic {
    let headings = &writing.body.headings;
    let above = headings.partition_point(|heading| heading.span.start < line.start);
    let above = above.checked_sub(1).and_then(|last| headings.get(last));
    let level = above.map_or(LEVELS.0, |heading| {
        (heading.level + 1).clamp(LEVELS.0, LEVELS.1)
    });
    let right = format!("{} {words}", "#".repeat(usize::from(level)));
    let found = Diagnostic::warning(
        "heading-fake",
        at(writing.source, line),
        "見出しに見えるだけの行です",
    )
    .label("見出しになっていません")
    .help(format!("「{right}」と書いてください。"));
    let place = location(writing.source, line);
    // Bold words may have been meant to be heard with weight and nothing else.
    match is_bold {
        true => found.suggest(place, right),
        false => found.fix(place, right),
    }
}
