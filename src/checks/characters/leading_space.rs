//! `ja-leading-space`: a line that begins with full-width blanks to look indented or centred.

use crate::checks::{CheckRow, Input, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::text::japanese::is_blank;
use crate::text::runs::runs;

pub const ROW: CheckRow = CheckRow {
    code: "ja-leading-space",
    severity: Severity::Warning,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(Signs::WIDE_SPACE, check)),
    detects: "字下げや位置合わせのために行の始めに置いた全角の空白を見つけます。",
    why: "位置は画面の幅や文字の大きさで変わり、空白ではそろいません。読み上げや検索の妨げにもなります。",
    source: "JIS X 8341-3:2016 1.3.2（WCAG 2.2 達成基準1.3.2 失敗例F33、F34）",
    bad: &[
        "　講演会を開きます。",
        "講演会を開きます。\n　　　　　北区役所 保健福祉課",
        "| 日 | 内容 |\n| --- | --- |\n|　5日 | 講演 |\n",
    ],
    good: &[
        "講演会を開きます。\n\n北区役所 保健福祉課",
        "講師　見本　太郎",
        "```\n　1行目\n```\n",
    ],
};

fn check(passage: &Passage, input: &Input) -> Vec<Diagnostic> {
    let text = input.text(passage.source);
    let blanks = runs(&passage.text, is_blank);
    let wide = blanks.filter(|run| passage.part(run.clone()).contains('\u{3000}'));
    let leading =
        wide.filter(|run| passage.opens_line(run.start, text) && run.end < passage.text.len());
    let found = leading.filter_map(|run| {
        let at = passage.exact(run.clone())?;
        let found =
            Diagnostic::warning(ROW.code, passage.at(run), "行が全角の空白で始まっています")
                .label("字下げのための空白です")
                .help("空白を取ってください。段落の間は空行で、並びは「- 」の箇条書きで表します。")
                .fix(at, "");
        Some(found)
    });
    found.collect()
}
