//! `color-only`: words that point at something by its colour or its place on the page alone.
//!
//! Who cannot see the page, sees no colours, or reads on a phone, where nothing is on the right, does not find what is meant (WCAG SC
//! 1.3.3, 1.4.1, domain §3.4 E `color-only`). What stands above or below is fine: that order is also the order of reading.

use crate::checks::{CheckRow, Input, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};

const COLOURS: [&str; 12] = [
    "黄緑",
    "赤",
    "青",
    "黄",
    "緑",
    "橙",
    "紫",
    "桃",
    "水",
    "オレンジ",
    "ピンク",
    "グレー",
];

/// What joins a colour and a thing, the longest first.
const JOINTS: [&str; 6] = ["色の", "色い", "色", "い", "の", ""];

const COLOURED: [&str; 12] = [
    "部分",
    "箇所",
    "か所",
    "項目",
    "枠",
    "欄",
    "下線",
    "網掛け",
    "セル",
    "文字",
    "日付",
    "日は",
];

/// Things people look at themselves, not on the page: 皮膚の赤い部分, 床の青い枠.
const SEEN_THINGS: [&str; 16] = [
    "皮膚",
    "肌",
    "便",
    "尿",
    "たん",
    "血",
    "床",
    "褥瘡",
    "爪",
    "舌",
    "歯",
    "目の",
    "検査",
    "キット",
    "駐車",
    "容器",
];

/// 赤字 is also a loss of money, so only what a page says of its own letters.
const LETTERS: [&str; 3] = ["赤字", "青字", "色文字"];

const OF_LETTERS: [&str; 16] = [
    "の部分",
    "の箇所",
    "の項目",
    "の欄",
    "の日",
    "の施設",
    "の医療機関",
    "のところ",
    "のもの",
    "で示",
    "で表示",
    "で記載",
    "で書",
    "は必須",
    "は、必須",
    "は変更",
];

const POSITIONS: [&str; 10] = [
    "右上", "右下", "左上", "左下", "右側", "左側", "右横", "左横", "右", "左",
];

const PLACED: [&str; 15] = [
    "図",
    "表",
    "写真",
    "地図",
    "イラスト",
    "画像",
    "ボタン",
    "メニュー",
    "バナー",
    "欄",
    "QRコード",
    "二次元コード",
    "フォーム",
    "リンク",
    "グラフ",
];

/// What makes another word of a thing: 右の図書館, 左の表示, 右の写真館.
const OTHER_WORDS: [&str; 11] = [
    "記号", "書", "示", "札", "面", "門", "玄", "館", "店", "診断", "干",
];

/// Machines have buttons on the right too.
const MACHINES: [&str; 6] = [
    "エレベーター",
    "電話機",
    "リモコン",
    "装置",
    "AED",
    "インターホン",
];

/// Written as they are.
const MARKED: [&str; 14] = [
    "下線部",
    "下線の部分",
    "下線の箇所",
    "下線を引いた",
    "太字の部分",
    "太字の箇所",
    "太字の項目",
    "網掛けの部分",
    "網かけの部分",
    "網掛け部分",
    "網かけ部分",
    "色の付いた部分",
    "色のついた部分",
    "色付きの部分",
];

pub const ROW: CheckRow = CheckRow {
    code: "color-only",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(Signs::ANY, check)),
    detects: "「赤字の部分」や「右の図」のように、色や位置だけで指す言葉を見つけます。",
    why: "画面を見られない人や色の区別がつきにくい人には伝わりません。携帯電話では、右や左に置いたものが下に並びます。",
    source: "JIS X 8341-3:2016 1.3.3、1.4.1",
    bad: &[
        "赤字の部分は、前の回から変わったところです。",
        "赤色の項目は、必ず書いてください。",
        "青い枠の中をお読みください。",
        "下線部が改正したところです。",
        "右の図のように、指の間を洗います。",
        "左のメニューから選んでください。",
        "くわしくは、右下の二次元コードから申し込めます。",
        "左記の電話番号にご連絡ください。",
        "右図の順に進んでください。",
    ],
    good: &[
        "「必須」と書いた項目は、必ず書いてください。",
        "次の図のように、指の間を洗います。下の表もご覧ください。",
        "会場は、入口を入って右側の図書館の2階です。左の表示に従ってください。右の地図記号は病院です。",
        "麻痺のある右の手は、左の手で支えます。右上肢に力が入らないことがあります。",
        "便に赤い部分があるときや、皮膚の赤い部分が消えないときは、看護師に知らせます。",
        "令和7年度は赤字になりました。赤字の解消に取り組みます。",
        "エレベーターは、右のボタンを押してください。",
        "みどりの日は休みです。赤十字と青色申告のご案内です。",
        "緊急のときは、赤いボタンを押すとつながります。",
    ],
};

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let text = passage.text.as_str();
    let mut found = Vec::new();
    let mut done = 0;
    for (start, sign) in text.char_indices().filter(|(_, sign)| begins(*sign)) {
        let rest = text.get(start..).unwrap_or_default();
        let before = text.get(..start).unwrap_or_default();
        let Some((length, help)) = pointing(sign, rest, text) else {
            continue;
        };
        let is_part = start < done || (before.ends_with('左') && sign == '右');
        done = done.max(start + length);
        if !is_part {
            let place = passage.at(start..start + length);
            found.push(
                Diagnostic::warning("color-only", place, "色や位置だけで指しています")
                    .label("見えない人や、携帯電話で読む人に伝わりません")
                    .help(help),
            );
        }
    }
    found
}

/// Whether a table has words that begin with this character.
fn begins(sign: char) -> bool {
    matches!(
        sign,
        '赤' | '青'
            | '黄'
            | '緑'
            | '橙'
            | '紫'
            | '桃'
            | '水'
            | 'オ'
            | 'ピ'
            | 'グ'
            | '右'
            | '左'
            | '下'
            | '太'
            | '網'
            | '色'
    )
}

/// How many bytes at the start of `rest` point at something, and what to write instead.
fn pointing(sign: char, rest: &str, text: &str) -> Option<(usize, &'static str)> {
    const BY_NAME: &str =
        "「『必須』と書いた項目」のように、色や線のほかに言葉でも分かるようにしてください。";
    const BY_ORDER: &str = "「次の図」や「図1」のように、順番か名前で書いてください。";
    match sign {
        '右' | '左' => Some((placed(rest, text)?, BY_ORDER)),
        '下' | '太' | '網' => Some((one_of(&MARKED, rest)?, BY_NAME)),
        _ => {
            let marked = || one_of(&MARKED, rest);
            let length = letters(rest)
                .or_else(marked)
                .or_else(|| coloured(rest, text))?;
            Some((length, BY_NAME))
        }
    }
}

/// 右の図, 左記.
fn placed(rest: &str, text: &str) -> Option<usize> {
    if rest.starts_with("右記") || rest.starts_with("左記") {
        return Some("右記".len());
    }
    let joined = ["右図", "左図", "右写真", "左写真"];
    if let Some(length) = one_of(&joined, rest) {
        let behind = rest.get(length..)?;
        return one_of(&OTHER_WORDS, behind).is_none().then_some(length);
    }
    let position = one_of(&POSITIONS, rest)?;
    let joint = one_of(
        &["にある", "に示す", "に示した", "の"],
        rest.get(position..)?,
    )?;
    let thing = rest.get(position + joint..)?;
    let length = one_of(&PLACED, thing)?;
    let behind = thing.get(length..)?;
    let is_other = one_of(&OTHER_WORDS, behind).is_some();
    let is_machine = thing.starts_with("ボタン") && MACHINES.iter().any(|word| text.contains(word));
    (!is_other && !is_machine).then_some(position + joint + length)
}

/// 赤字の部分.
fn letters(rest: &str) -> Option<usize> {
    let letters = one_of(&LETTERS, rest)?;
    let said = one_of(&OF_LETTERS, rest.get(letters..)?)?;
    let behind = rest.get(letters + said..)?;
    // 赤字で「必須」と書いた項目 says it in words as well.
    let is_named = behind.starts_with('「') || rest.get(letters..)?.starts_with("で「");
    (!is_named).then_some(letters + said)
}

/// 青い枠.
fn coloured(rest: &str, text: &str) -> Option<usize> {
    let colour = one_of(&COLOURS, rest)?;
    let joined = rest.get(colour..)?;
    let joint = JOINTS.into_iter().find(|joint| {
        let thing = joined.strip_prefix(joint);
        thing.is_some_and(|thing| one_of(&COLOURED, thing).is_some())
    })?;
    let thing = one_of(&COLOURED, joined.strip_prefix(joint)?)?;
    let is_seen = SEEN_THINGS.iter().any(|word| text.contains(word));
    (!is_seen).then_some(colour + joint.len() + thing)
}

/// The bytes of the word that `text` begins with.
fn one_of(words: &[&str], text: &str) -> Option<usize> {
    let word = words.iter().find(|word| text.starts_with(**word))?;
    Some(word.len())
}
