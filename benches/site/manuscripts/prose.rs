//! The words that made manuscripts are put together from.

use kairan::model::field::{Field, Taught};

use crate::manuscripts::Draw;

/// What a manuscript is about, and how its summary goes on.
pub const SUBJECTS: &[(&str, &str)] = &[
    (
        "人生会議をはじめる",
        "やさしくお話しします。ご家族での参加もお待ちしています。",
    ),
    (
        "家で療養する",
        "医師と看護師が説明します。質問の時間もあります。",
    ),
    ("口から食べる", "歯科医師と管理栄養士がお伝えします。"),
    (
        "急変時の備え",
        "連絡先の決め方と、ふだんの準備を紹介します。",
    ),
    ("手洗いと消毒", "訪問の現場で役立つ手順を確かめます。"),
    ("退院の前の準備", "病院と地域の職員が一緒に考えます。"),
    (
        "看取りを支える",
        "家族と職員の役割を、事例をもとに学びます。",
    ),
    (
        "薬との付き合い方",
        "薬剤師が、飲み残しを減らす工夫を話します。",
    ),
    ("認知症と暮らす", "本人の思いを聞き取る方法を学びます。"),
    ("介護する家族の休み方", "使える制度と相談先を案内します。"),
    (
        "情報を分かち合う",
        "職種の違いを越えた連絡の方法を確かめます。",
    ),
    (
        "ひとり暮らしの安心",
        "見守りと緊急時の連絡について説明します。",
    ),
];

pub const FEES: &[&str] = &["無料", "500円（資料代）", "1,000円（資料代と茶菓代）"];

/// Fields that say what the reference gives as an example.
pub const EXAMPLES: &[Field] = &[
    Field::Doors,
    Field::Access,
    Field::Online,
    Field::Host,
    Field::Audience,
    Field::Taught(Taught::Edition),
];

/// Other fields that say the same in every manuscript.
pub const LINES: &[(Field, &[&str])] = &[
    (Field::Sample, &["はい"]),
    // Hugo makes no flyers; `--flyers` takes this line away.
    (Field::Flyer, &["なし"]),
    (Field::Application, &["必要"]),
    (Field::ApplyBy, &["電話", "ファクス", "申込フォーム"]),
    (Field::ApplyUrl, &["https://forms.example.jp/kairan"]),
    (
        Field::Speakers,
        &[
            "見本 太郎（見本病院 医師）",
            "見本 花子（見本訪問看護ステーション 看護師）",
        ],
    ),
    (
        Field::Programme,
        &[
            "14時 開会のあいさつ",
            "14時10分 お話",
            "15時10分 質問の時間",
        ],
    ),
    (Field::Belongings, &["筆記用具", "眼鏡（必要な方）"]),
    (Field::Support, &["手話通訳", "要約筆記", "車いす席"]),
    (
        Field::Agenda,
        &[
            "前回の確認",
            "今年度の取組について",
            "情報の共有の方法について",
        ],
    ),
    (Field::CoOrganizers, &["見本地域包括支援センター"]),
    (
        Field::References,
        &[
            "厚生労働省「『人生会議』してみませんか」（ウェブページ） https://www.mhlw.go.jp/stf/newpage_02783.html",
        ],
    ),
];

const HEADINGS: &[&str] = &[
    "どんな内容か",
    "知っておきたいこと",
    "準備すること",
    "当日の流れ",
    "よくある質問",
    "これまでの取組",
    "参加した人の声",
    "次に行うこと",
];

const SENTENCES: &[&str] = &[
    "住み慣れた地域で暮らし続けるために、医療と介護の職員が力を合わせています。",
    "話し合いの内容は、いつでも変えることができます。",
    "はじめての方にも分かるように、言葉の説明から始めます。",
    "分からないことがあれば、その場で職員に聞いてください。",
    "ふだんの様子を書きとめておくと、相談するときに役立ちます。",
    "気になることがあるときは、早めにかかりつけ医に相談しましょう。",
    "訪問看護師は、体の状態を確かめ、医師と連絡を取り合います。",
    "ケアマネジャーは、暮らしに合わせた計画を一緒に考えます。",
    "薬剤師が自宅を訪ね、薬の飲み方を確かめることもできます。",
    "家族だけで抱え込まず、使える制度を組み合わせることが大切です。",
    "話したくないという気持ちも、大切な思いとして受けとめます。",
    "夜間や休日の連絡先は、電話のそばに貼っておくと安心です。",
    "手を洗うときは、指先、指の間、手首の順に、時間をかけて洗います。",
    "集まった意見は、次の会議でまとめて報告します。",
    "会場には段差がなく、車いすのまま入ることができます。",
    "資料は当日お渡しします。読み上げが必要な方はお知らせください。",
];

const ITEMS: &[&str] = &[
    "家で療養している方と、その家族",
    "医療や介護の仕事をしている方",
    "地域の見守りに関わっている方",
    "これからのことを考え始めた方",
    "相談の窓口を知りたい方",
    "連絡先を一つにまとめておきたい方",
];

const ROWS: &[[&str; 3]] = &[
    ["受付", "名前の確認", "区役所の職員"],
    ["はじめに", "今日の内容の説明", "区役所の職員"],
    ["お話", "基本の考え方と事例", "見本 太郎"],
    ["話し合い", "小さな組に分かれた話し合い", "参加した方"],
    ["質問", "前もって届いた質問への答え", "見本 花子"],
    ["まとめ", "次回の案内", "区役所の職員"],
];

pub fn pick<'a>(draw: &mut Draw, from: &[&'a str]) -> &'a str {
    from[draw.below(from.len())]
}

/// Three sections of different shapes, and the links.
pub fn body(draw: &mut Draw, links: &[(String, String)]) -> String {
    let mut text = paragraph(draw);
    let first = draw.below(HEADINGS.len());
    for section in 0..3 {
        // 3 and the number of headings share no divisor, so no heading comes twice.
        let heading = HEADINGS[(first + 3 * section) % HEADINGS.len()];
        text += &format!("\n## {heading}\n\n{}\n", paragraph(draw));
        text += &match section {
            0 => list(draw),
            1 => table(draw),
            _ => note(draw),
        };
    }
    if !links.is_empty() {
        text += "\n## あわせてお読みください\n\n";
        for (title, address) in links {
            text += &format!("- [{title}]({address})\n");
        }
    }
    text
}

fn paragraph(draw: &mut Draw) -> String {
    let first = draw.below(SENTENCES.len());
    let sentences =
        (0..2 + draw.below(2)).map(|number| SENTENCES[(first + 5 * number) % SENTENCES.len()]);
    let mut text: String = sentences.collect();
    text.push('\n');
    text
}

fn list(draw: &mut Draw) -> String {
    let first = draw.below(ITEMS.len());
    let item = |number: usize| format!("- {}\n", ITEMS[(first + number) % ITEMS.len()]);
    (0..3).map(item).collect()
}

fn table(draw: &mut Draw) -> String {
    let mut text = String::from("表：時間と内容\n\n| 時間 | 内容 | 担当 |\n| --- | --- | --- |\n");
    let last = 3 + draw.below(3);
    for row in &ROWS[..last] {
        text += &format!("| {} |\n", row.join(" | "));
    }
    text
}

fn note(draw: &mut Draw) -> String {
    let (first, second) = (pick(draw, SENTENCES), pick(draw, ITEMS));
    format!("> [!NOTE]\n> **{second}**は、前もってお知らせください。{first}\n")
}
