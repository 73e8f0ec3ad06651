//! The success criteria of JIS X 8341-3:2016 at levels A and AA, which are those of WCAG 2.0, and how each is looked at.

use crate::audit::looks::{self, Look};
use crate::model::accessibility::Level;

/// One row of the table of 附属書JB.
pub struct Criterion {
    pub number: &'static str,
    pub name: &'static str,
    pub level: Level,
    pub look: Look,
}

const fn a(number: &'static str, name: &'static str, look: Look) -> Criterion {
    Criterion {
        number,
        name,
        level: Level::SingleA,
        look,
    }
}

const fn aa(number: &'static str, name: &'static str, look: Look) -> Criterion {
    Criterion {
        number,
        name,
        level: Level::DoubleA,
        look,
    }
}

/// Sound, film and what could hold them.
const MEDIA: Look = Look::Absent {
    selector: "audio, video, object, embed, iframe",
    what: "音声、動画、埋め込み",
};

/// What is filled in and sent.
const FORM: Look = Look::Absent {
    selector: "form, textarea, select, input:not([type=checkbox]):not([type=radio])",
    what: "入力して送る欄",
};

/// What changes when people choose or type.
const FIELDS: Look = Look::Absent {
    selector: "form, input:not([disabled]), textarea, select",
    what: "入力や選択の欄",
};

/// What could move, flash or set a limit of time.
const MOTION: Look = Look::Each {
    what: "動く要素（marquee、blink）、動画、埋め込み、動きうる画像（GIF）がないか（スクリプトの働きは見ていません）",
    check: looks::motion,
};

#[rustfmt::skip]
pub const CRITERIA: &[Criterion] = &[
    a("1.1.1", "非テキストコンテンツ", Look::Each { what: "画像に代替テキスト（alt）の指定があるか、図形（svg）に名前があるか", check: looks::alternatives }),
    a("1.2.1", "音声だけ及び映像だけ（収録済み）", MEDIA),
    a("1.2.2", "キャプション（収録済み）", MEDIA),
    a("1.2.3", "音声解説又はメディアに対する代替コンテンツ（収録済み）", MEDIA),
    aa("1.2.4", "キャプション（ライブ）", MEDIA),
    aa("1.2.5", "音声解説（収録済み）", MEDIA),
    a("1.3.1", "情報及び関係性", Look::Each { what: "大見出し（h1）が一つか、見出しの段階が飛んでいないか、表に見出しのセルがあるか", check: looks::structure }),
    a("1.3.2", "意味のある順序", Look::Person("読み上げの順に読んで、意味が通るか")),
    a("1.3.3", "感覚的な特徴", Look::Person("「右の」「赤い」など、形、位置、色だけに頼った説明がないか")),
    a("1.4.1", "色の使用", Look::Person("色だけで伝えている情報がないか")),
    a("1.4.2", "音声の制御", MEDIA),
    aa("1.4.3", "コントラスト（最低限レベル）", Look::Person("文字と背景の明るさの比が4.5対1（大きな文字は3対1）以上か。デザインの色の組は、サイトを作るときに計算で確認済み。図や写真の中の文字を見る")),
    aa("1.4.4", "テキストのサイズ変更", Look::Each { what: "拡大を禁じる指定（user-scalable、maximum-scale）がないか", check: looks::zoom }),
    aa("1.4.5", "文字画像", Look::Absent { selector: "img, picture, canvas, svg image", what: "画像" }),
    a("2.1.1", "キーボード", Look::Each { what: "マウスだけで動く属性がないか、キーボードで選べない要素に操作が付いていないか", check: looks::mouse_only }),
    a("2.1.2", "キーボードトラップなし", Look::Person("Tabキーだけで入って出られない場所がないか")),
    a("2.2.1", "タイミング調整可能", Look::Absent { selector: "meta[http-equiv=refresh], script, iframe", what: "自動の更新やスクリプト" }),
    a("2.2.2", "一時停止、停止及び非表示", MOTION),
    a("2.3.1", "3回のせん（閃）光、又はいき（閾）値以下", MOTION),
    a("2.4.1", "ブロックスキップ", Look::Each { what: "最初のリンクが、ページの中の本文に進むリンクか", check: looks::skip_link }),
    a("2.4.2", "ページタイトル", Look::Together { what: "題名（title）があり、ページごとに違うか", check: looks::titles }),
    a("2.4.3", "フォーカス順序", Look::Each { what: "順序を変える指定（1以上のtabindex）がないか", check: looks::focus_order }),
    a("2.4.4", "リンクの目的（コンテキスト内）", Look::Each { what: "リンクに言葉があるか、「こちら」のような行き先の分からない言葉だけでないか", check: looks::link_words }),
    aa("2.4.5", "複数の手段", Look::Each { what: "案内の一覧（nav）とサイトマップへのリンクがあるか", check: looks::ways }),
    aa("2.4.6", "見出し及びラベル", Look::Each { what: "空の見出しがないか", check: looks::headings }),
    aa("2.4.7", "フォーカスの可視化", Look::Person("Tabキーで進んだとき、今の場所が見て分かるか")),
    a("3.1.1", "ページの言語", Look::Each { what: "ページに日本語（lang=\"ja\"）の指定があるか", check: looks::language }),
    aa("3.1.2", "一部分の言語", Look::Person("外国語の文に、その言語の指定があるか")),
    a("3.2.1", "フォーカス時", Look::Each { what: "選んだだけで動く指定（onfocus、autofocus）がないか", check: looks::on_focus }),
    a("3.2.2", "入力時", FIELDS),
    aa("3.2.3", "一貫したナビゲーション", Look::Person("繰り返し出てくる案内が、どのページでも同じ順に並ぶか")),
    aa("3.2.4", "一貫した識別性", Look::Person("同じ働きのものに、どのページでも同じ名前が付いているか")),
    a("3.3.1", "エラーの特定", FORM),
    a("3.3.2", "ラベル又は説明", Look::Each { what: "入力や選択の欄に名前があるか", check: looks::labels }),
    aa("3.3.3", "エラー修正の提案", FORM),
    aa("3.3.4", "エラー回避（法的、金融及びデータ）", FORM),
    a("4.1.1", "構文解析", Look::Each { what: "HTMLの書き方に誤りがないか、同じidが二つ以上ないか", check: looks::syntax }),
    a("4.1.2", "名前（name）、役割（role）及び値（value）", Look::Each { what: "リンク、ボタン、開閉の見出し、入力の欄に名前があるか", check: looks::names }),
];

#[cfg(test)]
mod tests {
    use super::CRITERIA;
    use crate::model::accessibility::Level;

    #[test]
    fn level_a_has_25_criteria_and_level_aa_13_more() {
        let of = |level| CRITERIA.iter().filter(|row| row.level == level).count();
        assert_eq!((of(Level::SingleA), of(Level::DoubleA)), (25, 13));
        assert!(CRITERIA.is_sorted_by(|one, next| one.number < next.number));
    }
}
