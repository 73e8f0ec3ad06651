//! `ja-interword-space`: blanks between the characters of one word, put there to make labels equally wide.
//!
//! Why the list: a name has a blank between its parts too, so a chain of single characters counts only when it is a known word, or
//! when it fills 【】, a header cell or a term.

use crate::checks::{CheckRow, Input, Origin, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Role;
use crate::text::japanese::{is_blank, is_kana, is_kanji};
use crate::text::runs::{after, before, runs};

pub const ROW: CheckRow = CheckRow {
    code: "ja-interword-space",
    severity: Severity::Error,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(Signs::WIDE_SPACE.or(Signs::SPACE), check)),
    detects: "「日　時」「会　場」のように、単語の中に入った空白を見つけます。",
    why: "読み上げソフトは「日　時」を「ひ、とき」、「会　場」を「かい、ば」と読みます。検索でも見つからなくなります。",
    source: "JIS X 8341-3:2016 1.3.2（WCAG 2.2 達成基準1.3.2 失敗例F32）",
    bad: &[
        "日　時：令和8年12月5日（土曜日）14時から",
        "会 場　北区役所 会議室",
        "## 対　象　者",
        "お 知 ら せ",
        "北　区　長",
        "【定 員】20人",
        "■　休　業　期　間\n\n本文",
        "| 演 目 | 時 刻 |\n| --- | --- |\n| 講演 | 14時 |\n",
        "---\n題名: 講演会のお 知 ら せ\n---\n東　京から講師を招きます。\n",
    ],
    good: &[
        "日時：令和8年12月5日（土曜日）14時から",
        "講師　見本　太郎（見本病院 医師）",
        "司会は 林 豊 さんです。",
        "北区役所 保健福祉課",
        "令和　　年　　月　　日",
        "【主催 北区役所】",
        "【林 太郎】",
        "| 土　日 | 男 女 |\n| --- | --- |\n| 休み | 1人 |\n",
        "きょう は いい てんき です。",
        "時間 場所 内容の順に書きます。",
    ],
};

/// Labels of leaflets and minutes, as they are without blanks.
const WORDS: &[&str] = &[
    "日時",
    "日程",
    "期日",
    "期間",
    "期限",
    "時間",
    "時刻",
    "日付",
    "曜日",
    "年度",
    "会場",
    "場所",
    "会期",
    "内容",
    "対象",
    "対象者",
    "定員",
    "費用",
    "料金",
    "金額",
    "合計",
    "主催",
    "主催者",
    "共催",
    "後援",
    "協力",
    "協賛",
    "氏名",
    "名前",
    "住所",
    "所在",
    "所在地",
    "電話",
    "講師",
    "演題",
    "演者",
    "演目",
    "題名",
    "題目",
    "議題",
    "議事",
    "議事録",
    "議長",
    "出席",
    "出席者",
    "欠席",
    "参加",
    "参加費",
    "参加者",
    "申込",
    "申込先",
    "申込書",
    "申込方法",
    "申込期限",
    "問合",
    "問合先",
    "問合せ",
    "問合せ先",
    "問い合わせ",
    "問い合わせ先",
    "お問い合わせ",
    "お問い合わせ先",
    "お問合せ",
    "お問合せ先",
    "お申込み",
    "お申し込み",
    "申込み",
    "申込み先",
    "申し込み",
    "お知らせ",
    "ご案内",
    "御案内",
    "案内",
    "持物",
    "持ち物",
    "交通",
    "備考",
    "担当",
    "担当課",
    "担当者",
    "連絡",
    "連絡先",
    "開場",
    "開会",
    "開始",
    "開催",
    "閉会",
    "終了",
    "受付",
    "締切",
    "締め切り",
    "目的",
    "目次",
    "概要",
    "注意",
    "司会",
    "座長",
    "挨拶",
    "講演",
    "講演会",
    "講話",
    "講座",
    "研修",
    "研修会",
    "会議",
    "年齢",
    "性別",
    "所属",
    "職種",
    "職名",
    "役職",
    "部署",
    "課長",
    "区長",
    "市長",
    "会長",
    "委員",
    "委員長",
    "事務局",
    "件名",
    "宛先",
    "名称",
    "項目",
    "区分",
    "番号",
    "種類",
    "回数",
    "人数",
    "総数",
    "小計",
    "総計",
    "単位",
    "資料",
    "資格",
    "募集",
    "提出",
    "送付",
    "配布",
    "配付",
    "以上",
    "記入",
    "記載",
    "署名",
    "印鑑",
    "大阪",
    "大阪市",
    "大阪府",
    "東京",
    "東京都",
    "京都",
    "京都市",
    "京都府",
    "神戸",
    "区民",
    "区役所",
    "市役所",
    "住民",
    "病院",
    "医師",
    "医院",
    "医療",
    "介護",
    "看護",
    "看護師",
    "薬局",
    "福祉",
    "相談",
    "窓口",
];

/// So many characters in a row with a word among them are one word spread out: 休　業　期　間.
const SPREAD: usize = 3;

/// Rows of one-character words that stand side by side on purpose.
const LISTINGS: &[&str] = &[
    "月火水木金土日祝",
    "春夏秋冬",
    "東西南北中央",
    "男女計",
    "大中小",
    "上中下",
    "左右前後",
    "甲乙丙丁",
    "有無",
    "可否",
    "年月日時分",
    "朝昼夕夜晩",
    "父母子兄弟姉妹",
    "市区町村",
    "優良可",
    "松竹梅",
    "一二三四五六七八九十",
];

fn check(passage: &Passage, input: &Input) -> Vec<Diagnostic> {
    let text = passage.text.as_str();
    let mut found = Vec::new();
    let mut done = 0;
    for blanks in runs(text, is_blank) {
        if blanks.start < done {
            continue;
        }
        let chain = chain(text, blanks.start);
        if let Some((sign, at)) = chain.last() {
            done = at + sign.len_utf8();
            found.extend(words(passage, input, &chain));
        }
    }
    found
}

/// The characters around the blank at byte `at`, each with its place, as far as one blank after the other parts them; empty for a
/// blank between words.
fn chain(text: &str, at: usize) -> Vec<(char, usize)> {
    let Some(first) = before(text, at).filter(|sign| is_letter(*sign)) else {
        return Vec::new();
    };
    let start = at - first.len_utf8();
    if !before(text, start).is_none_or(is_edge) {
        return Vec::new();
    }
    let mut chain = vec![(first, start)];
    let mut blank = at;
    loop {
        let rest = text.get(blank..).unwrap_or_default();
        let next = text.len() - rest.trim_start_matches(is_blank).len();
        let Some(sign) = after(text, next).filter(|sign| is_letter(*sign)) else {
            break;
        };
        let end = next + sign.len_utf8();
        let behind = after(text, end);
        let ends =
            behind.is_none_or(is_edge) || (is_kanji(sign) && behind.is_some_and(is_hiragana));
        if !ends {
            break;
        }
        chain.push((sign, next));
        if !behind.is_some_and(is_blank) {
            break;
        }
        blank = end;
    }
    match chain.len() {
        0 | 1 => Vec::new(),
        _ => chain,
    }
}

/// The findings in one chain: the longest known words, or all of it where it fills a label.
fn words(passage: &Passage, input: &Input, chain: &[(char, usize)]) -> Vec<Diagnostic> {
    let joined = |part: &[(char, usize)]| part.iter().map(|(sign, _)| sign).collect::<String>();
    let mut found = Vec::new();
    let mut at = 0;
    while at + 1 < chain.len() {
        let ends = (at + 2..=chain.len()).rev();
        let parts = ends.filter_map(|end| chain.get(at..end));
        let mut known = parts.map(|part| (part, joined(part)));
        let known = known.find(|(_, word)| is_word(word, input));
        at += known.as_ref().map_or(1, |(part, _)| part.len());
        found.extend(known.map(|(part, word)| diagnostic(passage, part, &word)));
    }
    let is_spread = chain.len() >= SPREAD && !found.is_empty();
    let fills = |passage: &Passage| is_label(passage, chain) && found.is_empty();
    match (is_spread && are_kanji(chain)) || fills(passage) {
        true => vec![diagnostic(passage, chain, &joined(chain))],
        false => found,
    }
}

fn is_word(word: &str, input: &Input) -> bool {
    let mut wards = input.ward_names.iter();
    WORDS.contains(&word)
        || wards.any(|(name, _)| {
            let rest = word.strip_prefix(name);
            rest.is_some_and(|rest| ["", "長", "民", "内", "役所"].contains(&rest))
        })
}

/// Whether the chain is all of a header cell, a term or the words in 【】, and no row of one-character words.
fn is_label(passage: &Passage, chain: &[(char, usize)]) -> bool {
    let text = passage.text.as_str();
    let (Some((_, start)), Some((last, end))) = (chain.first(), chain.last()) else {
        return false;
    };
    let end = end + last.len_utf8();
    let in_brackets = before(text, *start) == Some('【') && after(text, end) == Some('】');
    let is_frame = matches!(passage.origin, Origin::Body(Role::Header | Role::Term));
    let fills = passage.part(*start..end) == text.trim();
    let is_listing = LISTINGS
        .iter()
        .any(|listing| chain.iter().all(|(sign, _)| listing.contains(*sign)));
    (in_brackets || (is_frame && fills)) && are_kanji(chain) && !is_listing
}

fn are_kanji(chain: &[(char, usize)]) -> bool {
    chain.iter().all(|(sign, _)| is_kanji(*sign))
}

fn diagnostic(passage: &Passage, part: &[(char, usize)], word: &str) -> Diagnostic {
    let start = part.first().map_or(0, |(_, at)| *at);
    let end = part.last().map_or(0, |(sign, at)| at + sign.len_utf8());
    let found = Diagnostic::error(ROW.code, passage.at(start..end), "単語の中に空白があります")
        .label("別々の言葉として読み上げられます")
        .help(format!(
            "空白を取って「{word}」と書いてください。幅をそろえるための空白は要りません。"
        ));
    match passage.exact(start..end) {
        Some(at) => found.fix(at, word),
        None => found,
    }
}

fn is_letter(sign: char) -> bool {
    is_kanji(sign) || is_hiragana(sign)
}

fn is_hiragana(sign: char) -> bool {
    matches!(sign, 'ぁ'..='ゖ')
}

fn is_edge(sign: char) -> bool {
    !is_kanji(sign) && !is_kana(sign) && !sign.is_alphanumeric()
}
