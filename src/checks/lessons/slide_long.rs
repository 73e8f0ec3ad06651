//! `slide-long`: a slide with far more words than a screen shows in large letters.
//!
//! Why: a slide of 16:9 in 24 point has room for about ten lines of 28 characters, and people who listen cannot read so much at once. What
//! the speaker says and the source of the slide are not counted.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::{PartKind, Passage, Role};
use crate::model::lesson::{Parting, SOURCE_MARKS, Sheet};

/// The most characters of a slide besides its heading.
const MOST: usize = 200;

pub const ROW: CheckRow = CheckRow {
    code: "slide-long",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "文字の多すぎるスライドを見つけます。",
    why: "200文字を超えると、大きな文字では1枚に収まりません。聞く人は、話を聞きながら長い文を読むことができません。",
    source: "",
    bad: &[
        "---\n題名: 教材の見本\n確認日: 令和8年11月1日\n版: 第1版\n---\nはじめに\n\n---\n\n## 標準予防策\n\n標準予防策は、感染症があるかどうかにかかわらず、すべての方に行う対策です。血液、体液、便や尿、傷のある皮膚、口や鼻の中の粘膜は、感染の可能性があるものとして扱います。手をきれいにすること、手袋やマスクを使うこと、せきやくしゃみのときに口と鼻を覆うこと、使った器具や洗濯物やごみを適切に扱うこと、針などの鋭いものでけがをしないようにすることが、主な内容です。ご本人とご家族にも、分かりやすい言葉で伝えます。",
    ],
    good: &[
        "---\n題名: 教材の見本\n確認日: 令和8年11月1日\n版: 第1版\n---\nはじめに\n\n---\n\n## 標準予防策\n\nすべての方に行う対策です。\n\n> 台本：標準予防策は、感染症があるかどうかにかかわらず、すべての方に行う対策です。血液、体液、便や尿、傷のある皮膚、口や鼻の中の粘膜は、感染の可能性があるものとして扱います。手をきれいにすること、手袋やマスクを使うこと、せきやくしゃみのときに口と鼻を覆うこと、使った器具や洗濯物やごみを適切に扱うこと、針などの鋭いものでけがをしないようにすることが、主な内容です。ご本人とご家族にも、分かりやすい言葉で伝えます。",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let body = writing.body;
    let Some(parting) = writing.kind.and_then(|kind| Parting::of(kind, body)) else {
        return Vec::new();
    };
    let text = input.text(writing.source);
    let mut counts = vec![0; body.breaks.len() + 1];
    for passage in body
        .passages
        .iter()
        .filter(|passage| is_shown(passage, text))
    {
        let part = passage.parts.first().map(|part| body.part_of(part.span));
        if let Some(count) = part.and_then(|part| counts.get_mut(part)) {
            *count += characters(passage, text);
        }
    }
    let long = counts
        .iter()
        .enumerate()
        .filter(|(part, count)| parting.part_sheet(*part) == Sheet::Slides && **count > MOST);
    let found = long.filter_map(|(part, count)| {
        let title = parting.title(part)?;
        let span = input.find(writing.source, title.span, &title.text);
        let found = Diagnostic::warning(
            "slide-long",
            at(writing.source, span),
            "スライドの文字が多すぎます",
        );
        Some(found.label(format!("見出しのほかに{count}文字あります")).help(format!(
            "{MOST}文字までにしてください。残りは「---」で次のスライドに分けるか、「> 台本：」に続けて、話す言葉として書いてください。"
        )))
    });
    found.collect()
}

/// Whether a passage is read on the screen itself.
fn is_shown(passage: &Passage, text: &str) -> bool {
    let is_heading = match passage.role {
        Role::Heading | Role::Script | Role::Note => true,
        Role::Paragraph
        | Role::Item
        | Role::Header
        | Role::Cell
        | Role::Term
        | Role::Description
        | Role::Quotation => false,
    };
    let first = passage.parts.first().map(|part| part.span.of(text));
    let is_source =
        first.is_some_and(|words| SOURCE_MARKS.iter().any(|mark| words.starts_with(mark)));
    !is_heading && !is_source
}

fn characters(passage: &Passage, text: &str) -> usize {
    let words = passage.parts.iter().filter(|part| match part.kind {
        PartKind::Words | PartKind::Reference | PartKind::Code => true,
        PartKind::Image | PartKind::Space | PartKind::Break | PartKind::Tag | PartKind::Mark => {
            false
        }
    });
    words.map(|part| part.span.of(text).chars().count()).sum()
}
