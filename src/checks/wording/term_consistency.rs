//! `term-consistency`: one word written in two ways in one document.
//!
//! 「申込書を下さい」 asks for a thing and is a word of its own. Names keep their own way: 障害者総合支援法, 子ども・子育て支援, and what stands in quotation marks, links and quotations.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::checks::{CheckRow, Input, Origin, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Role;
use crate::text::japanese::is_kanji;
use crate::text::runs::before;

pub const ROW: CheckRow = CheckRow {
    code: "term-consistency",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Passages(Signs::ANY, check)),
    detects: "一つの原稿で二通りに書かれた同じ言葉を見つけます。",
    why: "書き方が違うと別のものに見え、検索でも片方しか見つかりません。",
    source: "公用文作成の考え方（文化審議会建議、令和4年1月7日）",
    bad: &[
        "障がいのある人が対象です。障害のある人の家族も参加できます。",
        "担当のケアマネジャーに伝えてください。\n\nケアマネージャーが訪問します。",
        "電話してください。\n\n- 早めにお越し下さい。",
    ],
    good: &[
        "障がいのある人が対象です。障害者総合支援法に基づく支援です。意識障害のある人を除きます。",
        "子どもの予防接種です。北区子供会が開きます。",
        "申込書を下さい。電話してください。",
        "> 障害のある人の権利\n\n障がいのある人が対象です。",
        "「子供の科学」を読む子どもが集まります。",
    ],
};

/// Ways to write one word; the first is the one to keep where both are as frequent.
const TERMS: &[&[Form]] = &[
    &[free("障がい"), free("障害"), free("障碍")],
    &[free("子ども"), free("子供")],
    &[plain("ケアマネジャー"), plain("ケアマネージャー")],
    &[plain("ホームヘルパー"), plain("ホームヘルパ")],
    &[
        plain("デイサービス"),
        plain("デーサービス"),
        plain("ディサービス"),
    ],
    &[plain("ファクス"), plain("ファックス")],
    &[
        plain("ウェブサイト"),
        plain("ウエブサイト"),
        plain("Webサイト"),
        plain("WEBサイト"),
    ],
    &[plain("コンピューター"), plain("コンピュータ")],
    &[plain("かかりつけ医"), plain("かかり付け医")],
    &[plain("ください"), plain("下さい")],
    &[plain("できます"), plain("出来ます")],
    &[plain("及び"), plain("および")],
    &[plain("又は"), plain("または")],
    &[plain("皆さま"), plain("皆様"), plain("みなさま")],
    &[
        plain("一人ひとり"),
        plain("一人一人"),
        plain("ひとりひとり"),
    ],
    &[
        plain("一人暮らし"),
        plain("ひとり暮らし"),
        plain("独り暮らし"),
    ],
    &[plain("看取り"), plain("看とり")],
    &[plain("分かりやすい"), plain("わかりやすい")],
    &[
        plain("在宅医療・介護連携相談支援室"),
        plain("在宅医療介護連携相談支援室"),
    ],
];

/// One way to write a word.
#[derive(Clone, Copy)]
struct Form {
    written: &'static str,
    /// Whether it counts only outside of compounds.
    is_free: bool,
}

const fn plain(written: &'static str) -> Form {
    Form {
        written,
        is_free: false,
    }
}

const fn free(written: &'static str) -> Form {
    Form {
        written,
        is_free: true,
    }
}

/// All forms, and what finds them in one walk.
struct Table {
    finder: AhoCorasick,
    /// Each with the number of its word.
    forms: Vec<(usize, Form)>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let words = TERMS.iter().enumerate();
    let forms = words.flat_map(|(word, forms)| forms.iter().map(move |form| (word, *form)));
    let forms: Vec<(usize, Form)> = forms.collect();
    let finder = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(forms.iter().map(|(_, form)| form.written))
        .expect("a table of a few words is small enough for an automaton");
    Table { finder, forms }
});

/// A form in a text.
struct Use<'a> {
    passage: &'a Passage,
    range: Range<usize>,
    word: usize,
    form: &'static str,
}

fn check(passages: &[Passage], _: &Input) -> Vec<Diagnostic> {
    let quoted = Origin::Body(Role::Quotation);
    let own = passages.iter().filter(|passage| passage.origin != quoted);
    let mut all: Vec<Use> = own.flat_map(uses).collect();
    all.sort_by_key(|one| one.word);
    let words = all.chunk_by(|one, other| one.word == other.word);
    words.flat_map(mixed).collect()
}

/// The findings for one word, given everywhere it stands.
fn mixed(uses: &[Use]) -> Vec<Diagnostic> {
    let forms = uses.first().and_then(|one| TERMS.get(one.word));
    let forms = forms.copied().unwrap_or_default();
    let count = |form: &Form| {
        let same = uses.iter().filter(|one| one.form == form.written);
        same.count()
    };
    // `max_by_key` takes the last of equals.
    let Some(kept) = forms.iter().rev().max_by_key(|form| count(form)) else {
        return Vec::new();
    };
    let odd = uses.iter().filter(|one| one.form != kept.written);
    let found = odd.map(|one| {
        let at = one.passage.at(one.range.clone());
        Diagnostic::warning(ROW.code, at, "同じ言葉の書き方がそろっていません")
            .label(format!("ほかでは「{}」と書かれています", kept.written))
            .help(format!("「{}」にそろえてください。", kept.written))
    });
    found.collect()
}

fn uses(passage: &Passage) -> impl Iterator<Item = Use<'_>> {
    let text = passage.text.as_str();
    let table = &*TABLE;
    table.finder.find_iter(text).filter_map(move |place| {
        let (word, form) = *table.forms.get(place.pattern().as_usize())?;
        let range = place.range();
        let is_other = form.is_free && is_compound(text, &range);
        let is_thing = form.written == "下さい" && before(text, range.start) == Some('を');
        let is_theirs = passage.is_linked(range.start) || is_quoted(text, range.start);
        let found = Use {
            passage,
            range,
            word,
            form: form.written,
        };
        (!is_other && !is_thing && !is_theirs).then_some(found)
    })
}

/// Whether the word is part of a longer one, as in 意識障害, 障害者手帳 and 子ども・子育て; 障害者 alone is none.
fn is_compound(text: &str, range: &Range<usize>) -> bool {
    let behind = text.get(range.end..).unwrap_or_default();
    let behind = behind.strip_prefix(['者', '児']).unwrap_or(behind);
    let next = behind.chars().next();
    let joins = |sign: char| is_kanji(sign) || matches!(sign, 'ァ'..='ヺ' | '・');
    before(text, range.start).is_some_and(joins) || next.is_some_and(joins)
}

/// Whether byte `at` stands inside quotation marks.
fn is_quoted(text: &str, at: usize) -> bool {
    let ahead = text.get(..at).unwrap_or_default();
    let opens = ahead.matches(['「', '『']).count();
    opens > ahead.matches(['」', '』']).count()
}
