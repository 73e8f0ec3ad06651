//! What is found in the shape of front matter and in the names of its fields.

use crate::checks::{CheckRow, Stage};
use crate::diag::Severity;

pub const ROWS: &[CheckRow] = &[
    CheckRow {
        code: "front-matter-missing",
        severity: Severity::Error,
        fixes: false,
        finds: Stage::Parsing,
        detects: "1行目からの、「---」で囲んだ項目がない原稿を見つけます。",
        why: "題名や日時は、項目から一覧やカレンダーにも載ります。項目がない原稿は、どこにも載せられません。",
        source: "",
        bad: &[],
        good: &[],
    },
    CheckRow {
        code: "front-matter-unclosed",
        severity: Severity::Error,
        fixes: false,
        finds: Stage::Parsing,
        detects: "項目の終わりの「---」がない原稿を見つけます。",
        why: "どこまでが項目で、どこからが本文かが分からないため、ページを作れません。",
        source: "",
        bad: &[
            "---\n題名: 年末年始の窓口のお知らせ\n\n12月29日から1月3日まで、窓口はお休みです。\n",
        ],
        good: &[
            "---\n題名: 年末年始の窓口のお知らせ\n---\n12月29日から1月3日まで、窓口はお休みです。\n",
        ],
    },
    CheckRow {
        code: "front-matter-slip",
        severity: Severity::Error,
        fixes: true,
        finds: Stage::Parsing,
        detects: "項目に打ち込まれた全角のコロンや空白、読まれない「#」などを見つけます。",
        why: "全角のコロンや空白は、見た目では分かりにくい打ち間違いです。そのままでは、書いた項目がページに出ません。",
        source: "",
        bad: &[
            "---\n題名：年末年始の窓口のお知らせ\n---\n",
            "---\n題名: 年末年始の窓口のお知らせ\n見本:はい\n---\n",
        ],
        good: &[
            "---\n題名: 「人生会議」：はじめの一歩\n見本: はい\n---\n",
            "---\n題名: \"お知らせ #1\"\n---\n",
        ],
    },
    CheckRow {
        code: "front-matter-yaml",
        severity: Severity::Error,
        fixes: true,
        finds: Stage::Parsing,
        detects: "項目の書き方が崩れていて読み取れない原稿を見つけます。",
        why: "項目を読み取れないと、題名も日時も分からず、ページを作れません。",
        source: "",
        bad: &["---\n題名: \"年末年始の窓口のお知らせ\n見本: はい\n---\n"],
        good: &["---\n題名: \"年末年始の窓口のお知らせ\"\n見本: はい\n---\n"],
    },
    CheckRow {
        code: "front-matter-shape",
        severity: Severity::Error,
        fixes: true,
        finds: Stage::Parsing,
        detects: "項目の内容の中に、もう一段の項目がある原稿を見つけます。",
        why: "途中に半角のコロンと空白があると、その前が項目の名前とみなされ、書いた内容がページに出ません。",
        source: "",
        bad: &["---\n題名: 見本のお知らせ\n出典:\n  - 厚生労働省: 感染対策の手引き\n---\n"],
        good: &["---\n題名: 見本のお知らせ\n出典:\n  - 厚生労働省「感染対策の手引き」\n---\n"],
    },
    CheckRow {
        code: "field-unknown",
        severity: Severity::Error,
        fixes: false,
        finds: Stage::Parsing,
        detects: "決められていない項目の名前を見つけます。",
        why: "名前の違う項目は読まれません。会場や締切を書いたつもりでも、ページに出ないままになります。",
        source: "",
        bad: &[
            "---\n題名: 講演会「人生会議をはじめてみませんか」\n日時: 令和8年12月5日（土曜日）14時から\n会揚: 見本区民センター\n---\n",
        ],
        good: &[
            "---\n題名: 講演会「人生会議をはじめてみませんか」\n会場: 見本区民センター\n---\n",
            "---\n題名: 講演会「人生会議をはじめてみませんか」\nところ: 見本区民センター\n---\n",
        ],
    },
    CheckRow {
        code: "field-not-here",
        severity: Severity::Error,
        fixes: false,
        finds: Stage::Parsing,
        detects: "その種類の原稿では使わない項目を見つけます。",
        why: "その種類のページには出ない項目です。書いたことが住民に伝わりません。",
        source: "",
        bad: &[
            "---\n題名: 講演会「人生会議をはじめてみませんか」\n講師: 見本 太郎\n受入先: 見本クリニック\n---\n",
        ],
        good: &["---\n題名: 年末年始の窓口のお知らせ\n対象: 区内にお住まいの方\n---\n本文です。\n"],
    },
    CheckRow {
        code: "field-twice",
        severity: Severity::Error,
        fixes: false,
        finds: Stage::Parsing,
        detects: "同じ項目が2回書かれた原稿を見つけます。",
        why: "どちらが正しいか、読む人にも決められません。前の行事の原稿を書き換えたときに、古い項目が残りがちです。",
        source: "",
        bad: &[
            "---\n題名: 講演会「人生会議をはじめてみませんか」\n会場: 見本区民センター\n場所: 見本会館\n---\n",
        ],
        good: &[
            "---\n題名: 講演会「人生会議をはじめてみませんか」\n会場: 見本区民センター\n住所: 大阪市北区見本町1丁目2番3号\n---\n",
        ],
    },
    CheckRow {
        code: "field-many",
        severity: Severity::Error,
        fixes: false,
        finds: Stage::Parsing,
        detects: "1つだけ書く項目に、いくつも書かれた値を見つけます。",
        why: "1つだけ載せる項目なので、2つ目からはページに出ません。",
        source: "",
        bad: &[
            "---\n題名: 年末年始の窓口のお知らせ\n主催:\n  - 見本区役所\n  - 見本区医師会\n---\n本文です。\n",
        ],
        good: &[
            "---\n題名: 年末年始の窓口のお知らせ\n主催: 見本区役所\n共催:\n  - 見本区医師会\n  - 見本区薬剤師会\n---\n本文です。\n",
        ],
    },
    CheckRow {
        code: "field-empty",
        severity: Severity::Warning,
        fixes: false,
        finds: Stage::Parsing,
        detects: "値が書かれていない項目を見つけます。",
        why: "書きかけのまま公開すると、参加を考えている人が大事なことを知らずに終わります。",
        source: "",
        bad: &["---\n題名: 年末年始の窓口のお知らせ\n対象:\n---\n本文です。\n"],
        good: &["---\n題名: 年末年始の窓口のお知らせ\n対象: 区内にお住まいの方\n---\n本文です。\n"],
    },
    CheckRow {
        code: "field-missing",
        severity: Severity::Error,
        fixes: false,
        finds: Stage::Parsing,
        detects: "必要な項目がない原稿を見つけます。",
        why: "いつ、どこで、だれが、いくらで、どう申し込むのかが分からないと、参加したい人が電話で確かめることになります。",
        source: "政府相互運用性フレームワーク（GIF）DS-43C",
        bad: &[
            "---\n題名: 講演会「人生会議をはじめてみませんか」\n日時: 令和8年12月5日（土曜日）14時から\n会場: 見本区民センター\n対象: 区内にお住まいの方\n申込: 不要\n---\n",
        ],
        good: &[
            "---\n題名: 講演会「人生会議をはじめてみませんか」\n日時: 令和8年12月5日（土曜日）14時から\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n",
            "---\n題名: 講演会「人生会議をはじめてみませんか」\n日時: 令和8年12月5日（土曜日）14時から\nオンライン: Zoom\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n",
        ],
    },
];
