//! `kanji-run`: so many Chinese characters in a row that one cannot see where the words end.
//!
//! Why so many are allowed: names of laws, schemes, offices and certificates are long, and nobody may shorten them.

use std::ops::Range;

use crate::checks::{CheckRow, Input, Origin, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Role;
use crate::text::japanese::is_kanji;
use crate::text::runs::{after, before, runs};

/// The longest run, in characters.
const LONGEST: usize = 9;

pub const ROW: CheckRow = CheckRow {
    code: "kanji-run",
    severity: Severity::Info,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(Signs::ANY, check)),
    detects: "制度や組織の名前ではない、10文字以上続く漢字を見つけます。",
    why: "言葉の切れ目が分からず、読み上げでも聞き取りにくくなります。",
    source: "公用文作成の考え方（文化審議会建議、令和4年1月7日）",
    bad: &[
        "参加申込受付開始予定日時は後日お知らせします。",
        "研修内容理解度確認用紙を配ります。",
    ],
    good: &[
        "参加の申込みを受け付け始める日時は、後日お知らせします。",
        "大阪市在宅医療連携拠点事業の相談員が話します。",
        "在宅医療・介護連携相談支援室に相談してください。",
        "後期高齢者医療被保険者証をお持ちください。",
        "介護予防日常生活支援総合事業の案内です。",
        "会場は大阪府大阪市北区扇町二丁目にあります。",
        "令和六年十一月三十日土曜日に開きました。",
        "改訂長谷川式簡易知能評価スケールは、30点満点です。",
        "<div lang=\"zh\">\n\n请打电话给区役所保健福祉课在宅医疗咨询窗口。\n\n</div>",
    ],
};

/// How names end that nobody may shorten.
const ENDS: &[&str] = &[
    "法",
    "法律",
    "条例",
    "規則",
    "要綱",
    "要領",
    "基準",
    "制度",
    "事業",
    "事業所",
    "計画",
    "証",
    "書",
    "票",
    "費",
    "料",
    "金",
    "税",
    "室",
    "課",
    "係",
    "部",
    "局",
    "署",
    "所",
    "院",
    "校",
    "館",
    "園",
    "会",
    "議",
    "団",
    "団体",
    "機関",
    "施設",
    "法人",
    "機構",
    "組合",
    "連盟",
    "士",
    "師",
    "医",
    "員",
    "者",
    "長",
    "病",
    "症",
    "群",
    "科",
    "学",
    "薬",
    "剤",
    "券",
    "手帳",
    "資格",
    "保険",
    "年金",
    "手当",
    "給付",
    "支援",
    "区",
    "市",
    "府",
    "県",
    "拠点",
    "中央",
    "大学",
    "委員",
    "推進",
    "対策",
    "講習",
    "調査",
    "統計",
    "検査",
    "指針",
    "要項",
    "名簿",
    "台帳",
    "療法",
];

/// Parts that only names and addresses have.
const PARTS: &[&str] = &[
    "都",
    "道府",
    "府",
    "県",
    "市",
    "区",
    "町",
    "村",
    "丁目",
    "国民",
    "厚生",
    "労働省",
    "後期高齢者",
    "介護保険",
    "医療保険",
    "株式会社",
    "法人",
    "平成",
    "令和",
    "昭和",
    "一般",
    "公益",
];

fn check(passage: &Passage, input: &Input) -> Vec<Diagnostic> {
    let is_prose = matches!(
        passage.origin,
        Origin::Body(Role::Paragraph | Role::Item | Role::Description | Role::Script)
    );
    if !is_prose || passage.is_foreign {
        return Vec::new();
    }
    let long = runs(&passage.text, is_kanji).filter(|run| run.len() > LONGEST * '一'.len_utf8());
    let unknown = long.filter(|run| !is_name(passage, input, run));
    let found = unknown.map(|run| {
        let count = passage.part(run.clone()).chars().count();
        Diagnostic::info(ROW.code, passage.at(run), "漢字が続いています")
            .label(format!("{count}文字続いています"))
            .help("「の」や「を」を補うか、言い換えて、言葉の切れ目が分かるようにしてください。")
    });
    found.collect()
}

fn is_name(passage: &Passage, input: &Input, run: &Range<usize>) -> bool {
    let words = passage.part(run.clone());
    let text = passage.text.as_str();
    let is_quoted = matches!(before(text, run.start), Some('「' | '『' | '（'));
    // Names of tests, schemes and firms go on in katakana: 改訂長谷川式簡易知能評価スケール.
    let is_katakana = after(text, run.end).is_some_and(|sign| matches!(sign, 'ァ'..='ヺ'));
    let is_number = words.contains(|sign: char| "一二三四五六七八九十〇".contains(sign));
    let is_part = PARTS.iter().any(|part| words.contains(part));
    let is_end = ENDS.iter().any(|end| words.ends_with(end));
    let known = &input.site.words;
    is_quoted
        || is_katakana
        || is_number
        || is_part
        || is_end
        || known.iter().any(|word| words.contains(word.word.as_str()))
}
