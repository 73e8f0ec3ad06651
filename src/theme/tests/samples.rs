//! Hand-made views of every template, full and minimal, for the tests. Nothing in them is real.

mod months;

use serde::Serialize;

use crate::theme::view::catalogue::{CataloguePage, CheckView, FamilyView};
use crate::theme::view::desks::{CountView, DeskView, DesksPage};
use crate::theme::view::messages::{MessagesPage, MessagesView, PlaceMessages};
use crate::theme::view::reference::{
    AccessibilityPage, NotFoundPage, PolicyView, SitemapPage, SitemapSection, WordRow, WordView,
    WordsPage,
};
use crate::theme::view::{
    ActionsView, AttachmentView, CardView, CityPage, ContactView, ContentsView, Crumb, DayView,
    DocumentPage, FactLine, FactView, GroupView, HeadView, LabelledDay, LinkView, ListPage,
    PaginationView, PlaceView, ReferenceView, SiteView, StageView, StateView, TopicPage,
    TopicSummary, TopicsPage, WardLink, WardPage, WhenView,
};
use crate::theme::{PageView, Shared, Theme};

const WARDS: &[(&str, &str, &str)] = &[
    ("kita", "北区", "きたく"),
    ("miyakojima", "都島区", "みやこじまく"),
    ("fukushima", "福島区", "ふくしまく"),
    ("konohana", "此花区", "このはなく"),
    ("chuo", "中央区", "ちゅうおうく"),
    ("nishi", "西区", "にしく"),
    ("minato", "港区", "みなとく"),
    ("taisho", "大正区", "たいしょうく"),
    ("tennoji", "天王寺区", "てんのうじく"),
    ("naniwa", "浪速区", "なにわく"),
    ("nishiyodogawa", "西淀川区", "にしよどがわく"),
    ("yodogawa", "淀川区", "よどがわく"),
    ("higashiyodogawa", "東淀川区", "ひがしよどがわく"),
    ("higashinari", "東成区", "ひがしなりく"),
    ("ikuno", "生野区", "いくのく"),
    ("asahi", "旭区", "あさひく"),
    ("joto", "城東区", "じょうとうく"),
    ("tsurumi", "鶴見区", "つるみく"),
    ("abeno", "阿倍野区", "あべのく"),
    ("suminoe", "住之江区", "すみのえく"),
    ("sumiyoshi", "住吉区", "すみよしく"),
    ("higashisumiyoshi", "東住吉区", "ひがしすみよしく"),
    ("hirano", "平野区", "ひらのく"),
    ("nishinari", "西成区", "にしなりく"),
];

const NAV: &[(&str, &str)] = &[
    ("notices", "お知らせ"),
    ("lectures", "講演会"),
    ("trainings", "研修会"),
    ("events", "催し"),
    ("meetings", "会議"),
    ("visits", "同行訪問研修"),
    ("flyers", "周知ビラ"),
    ("guides", "読みもの"),
    ("materials", "教材"),
];

const BODY: &str = r##"<h2 id="what">人生会議とは</h2>
<p>人生会議は、もしものときに備えて、大切にしていることや望む医療とケアについて、<ruby>前<rp>（</rp><rt>まえ</rt><rp>）</rp></ruby>もって考え、家族や信頼する人、医療と介護の人たちと<strong>くり返し話し合う</strong>ことです。<a href="https://example.jp/guide">厚生労働省の案内</a>もご覧ください。話したくないときは、話さなくてもかまいません<sup class="k-footnote-ref"><a id="fnref-1" href="#fn-1" aria-label="注1">注1</a></sup>。</p>
<aside class="k-note k-note--note" role="note">
<p class="k-note__label">補足</p>
<p>気持ちは変わるものです。いつでも、何度でも話し合えます。</p>
</aside>
<aside class="k-note k-note--warning" role="note">
<p class="k-note__label">ご注意ください</p>
<p>急に具合が悪くなったときは、119番に電話してください。</p>
</aside>
<h2 id="steps">話し合いの進め方</h2>
<ol>
<li>大切にしていることを考えます。
<ul>
<li>好きなこと、続けたいこと</li>
<li>してほしくないこと</li>
</ul>
</li>
<li>信頼できる人を決めます。</li>
<li>医療や介護の人に聞きます。</li>
</ol>
<h3 id="who">誰に相談するか</h3>
<div class="k-table" role="region" tabindex="0" aria-label="区ごとの相談の件数">
<table>
<caption>区ごとの相談の件数</caption>
<thead><tr><th scope="col">区</th><th scope="col">電話の相談</th><th scope="col">来所の相談</th><th scope="col">訪問の相談</th><th scope="col">研修の回数</th><th scope="col">参加した人</th></tr></thead>
<tbody>
<tr><th scope="row">北区</th><td>120件</td><td>35件</td><td>18件</td><td>4回</td><td class="k-align-right">156人</td></tr>
<tr><th scope="row">西区</th><td>98件</td><td>41件</td><td>12件</td><td>3回</td><td>102人</td></tr>
</tbody>
</table>
</div>
<h2 id="words">ことばの説明</h2>
<dl>
<dt><a class="k-term" href="/words/#word-1" aria-describedby="k-term-note">看取り</a></dt>
<dd>人生の最終の時期を、その人らしく過ごせるように支えることです。</dd>
</dl>
<blockquote>
<p>話し合いは、何度でもやり直せます。</p>
</blockquote>
<ul>
<li class="k-task"><input type="checkbox" disabled checked aria-label="済"> 話し合った日を書く</li>
<li class="k-task"><input type="checkbox" disabled aria-label="未"> 家族に伝える</li>
</ul>
<section class="k-footnotes" aria-labelledby="footnotes">
<h2 id="footnotes" class="k-footnotes__title">注</h2>
<ol>
<li id="fn-1"><p>国のガイドラインも、無理に話し合わないよう求めています。 <a class="k-footnotes__back" href="#fnref-1" aria-label="注1から本文へ戻る">本文へ戻る</a></p></li>
</ol>
</section>"##;

fn text(text: &str) -> String {
    text.to_owned()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn link(label: &str, href: &str) -> LinkView {
    LinkView {
        label: text(label),
        href: text(href),
    }
}

fn day(iso: &str, label: &str) -> DayView {
    DayView {
        iso: text(iso),
        label: text(label),
    }
}

fn dated(label: &str, iso: &str, day_label: &str) -> LabelledDay {
    LabelledDay {
        label: text(label),
        day: day(iso, day_label),
    }
}

fn contact() -> ContactView {
    ContactView {
        name: text("北区役所 福祉課 在宅医療担当（見本）"),
        phone: Some(link("06-0000-0101", "tel:0600000101")),
        fax: some("06-0000-0301"),
        email: Some(link("kita@example.jp", "mailto:kita@example.jp")),
        hours: some("平日 9時から17時30分まで（土曜日、日曜日、祝日、年末年始を除く）"),
        note: some("電話がつながりにくいときは、少し時間をおいておかけ直しください。"),
    }
}

fn bare_contact() -> ContactView {
    ContactView {
        name: text("見本の担当"),
        phone: None,
        fax: some("06-0000-0301"),
        email: None,
        hours: None,
        note: None,
    }
}

fn site() -> SiteView {
    let ward = |(id, name, reading): &(&str, &str, &str)| WardLink {
        id: text(id),
        name: text(name),
        reading: text(reading),
        href: format!("/{id}/"),
    };
    SiteView {
        title: text("大阪市の在宅医療と人生会議"),
        tagline: some("住み慣れた地域で、自分らしく暮らし続けるための情報をお届けします。"),
        municipality: text("大阪市"),
        office: text("大阪市健康局（見本）"),
        href: text("/"),
        stylesheet: text("/site.css"),
        script: some("/site.js"),
        sample: true,
        licence: some("CC BY 4.0"),
        wards: WARDS.iter().map(ward).collect(),
        footer: vec![
            link("用語集", "/words/"),
            link("分野の一覧", "/topics/"),
            link("サイトマップ", "/sitemap/"),
        ],
    }
}

fn place(id: &str, name: &str) -> PlaceView {
    let base = if id.is_empty() {
        text("/")
    } else {
        format!("/{id}/")
    };
    let nav = NAV
        .iter()
        .map(|(kind, label)| link(label, &format!("{base}{kind}/")));
    PlaceView {
        name: text(name),
        ward: text(id),
        nav: nav.collect(),
        feed: link(name, &format!("{base}feed.xml")),
        contact: contact(),
        href: base,
    }
}

fn card(title: &str, kind_label: &str) -> CardView {
    CardView {
        href: text("/kita/lectures/2026-10-15-acp/"),
        title: text(title),
        kind: text("lectures"),
        kind_label: text(kind_label),
        place: some("北区"),
        day: Some(WhenView {
            iso: text("2026-12-05"),
            parts: vec![
                text("令和8年12月5日（土曜日）"),
                text("14時から15時30分まで"),
            ],
        }),
        venue: some("見本区民センター 2階 大会議室"),
        dated: None,
        summary: some(
            "もしものときに備えて、大切にしたいことを話し合う「人生会議」を、医師がやさしくお話しします。",
        ),
        stage: Some(stage("open", "受付中")),
        sample: true,
    }
}

fn stage(id: &str, label: &str) -> StageView {
    StageView {
        id: text(id),
        label: text(label),
        text: None,
        since: None,
        steps: text("2026-12-05T00:00+09:00 running 開催中|2026-12-06T00:00+09:00 ended 終了"),
    }
}

fn state(id: &str, label: &str) -> StateView {
    StateView {
        id: text(id),
        label: text(label),
        note: some("大雨の見込みのため中止します。日を改めてお知らせします。"),
    }
}

fn cards() -> Vec<CardView> {
    let mut cancelled = card("在宅医療を知る区民のつどい", "催し");
    cancelled.stage = Some(stage("cancelled", "中止"));
    let mut full = card("感染対策の基本を学ぶ研修会（訪問介護の方向け）", "研修会");
    full.stage = Some(stage("full", "満員"));
    full.sample = false;
    let mut postponed = card("看取りを考える講演会", "講演会");
    postponed.stage = Some(stage("postponed", "延期"));
    let mut ended = card("家で暮らし続けるための講座", "講演会");
    ended.stage = Some(stage("ended", "終了"));
    let mut soon = card("もしものときの話し合いを学ぶ会", "催し");
    soon.stage = Some(stage("closing-soon", "まもなく締切"));
    let mut guide = card("人生会議のはじめ方", "読みもの");
    guide.day = None;
    guide.venue = None;
    guide.sample = false;
    guide.dated = Some(dated("確認日", "2026-10-01", "令和8年10月1日"));
    let first = card("講演会「これからの暮らしと人生会議」", "講演会");
    vec![first, cancelled, full, postponed, ended, soon, guide]
}

fn bare_card() -> CardView {
    CardView {
        href: text("/a/"),
        title: text("題名だけの文書"),
        kind: text("notices"),
        kind_label: text("お知らせ"),
        place: None,
        day: None,
        venue: None,
        dated: None,
        summary: None,
        stage: None,
        sample: false,
    }
}

fn group(heading: &str, id: &str, cards: Vec<CardView>) -> GroupView {
    GroupView {
        heading: text(heading),
        id: text(id),
        cards,
        more: Some(link(&format!("{heading}をもっと見る"), "/lectures/")),
    }
}

fn line(text_of_line: &str) -> FactLine {
    FactLine {
        label: None,
        text: text(text_of_line),
        parts: Vec::new(),
        href: None,
        datetime: None,
        note: None,
    }
}

fn fact(id: &str, label: &str, lines: Vec<FactLine>) -> FactView {
    FactView {
        id: text(id),
        label: text(label),
        lines,
    }
}

fn facts() -> Vec<FactView> {
    let linked = |label: &str, href: &str| FactLine {
        href: some(href),
        ..line(label)
    };
    vec![
        schedule(),
        fact("doors", "開場", vec![line("13時30分")]),
        fact(
            "venue",
            "会場",
            vec![
                line("見本区民センター 2階 大会議室"),
                line("大阪市北区見本町1丁目2番3号"),
            ],
        ),
        fact("audience", "対象", vec![line("どなたでも")]),
        fact("capacity", "定員", vec![line("50人（先着順）")]),
        fact("fee", "費用", vec![line("無料")]),
        fact(
            "apply_by",
            "申込方法",
            vec![
                linked("06-0000-0101", "tel:0600000101"),
                linked("申込フォーム", "https://example.jp/form"),
            ],
        ),
        fact(
            "apply_deadline",
            "申込締切",
            vec![line("令和8年11月30日（月曜日）17時")],
        ),
        fact("speakers", "講師", vec![line("見本 太郎（見本病院 医師）")]),
        fact("support", "配慮", vec![line("手話通訳"), line("車いす席")]),
        fact(
            "agenda",
            "議題",
            vec![
                line("在宅医療連携拠点事業について"),
                line("令和9年度の計画について"),
            ],
        ),
        fact("attendance", "出席", vec![line("第1回 19区39人")]),
    ]
}

fn schedule() -> FactView {
    let session = |label: &str, iso: &str, when: &str, note: Option<String>| FactLine {
        label: some(label),
        text: text(when),
        parts: when.split_inclusive('）').map(text).collect(),
        href: None,
        datetime: some(iso),
        note,
    };
    fact(
        "schedule",
        "日時",
        vec![
            session(
                "第1回",
                "2026-12-05T14:00",
                "令和8年12月5日（土曜日）14時から15時30分まで",
                None,
            ),
            session(
                "第2回",
                "2026-12-12T14:00",
                "令和8年12月12日（土曜日）14時から15時30分まで",
                some("（Web開催）"),
            ),
        ],
    )
}

fn contents() -> Vec<ContentsView> {
    let entry = |id: &str, words: &str, children| ContentsView {
        id: text(id),
        text: text(words),
        children,
    };
    let child = entry("who", "誰に相談するか", Vec::new());
    vec![
        entry("what", "人生会議とは", Vec::new()),
        entry("steps", "話し合いの進め方", vec![child]),
        entry("words", "ことばの説明", Vec::new()),
    ]
}

fn whole_stage() -> StageView {
    StageView {
        text: some("申込みは、令和8年11月30日（月曜日）17時までです。"),
        since: Some(day("2026-10-19", "令和8年10月19日")),
        ..stage("open", "受付中")
    }
}

fn actions() -> ActionsView {
    ActionsView {
        calendar: some("/kita/lectures/2026-10-15-acp/event.ics"),
        form: some("https://forms.example.jp/acp"),
        phone: Some(link("06-0000-0101", "tel:0600000101")),
        email: Some(link("mihon@example.jp", "mailto:mihon@example.jp")),
    }
}

fn document(kind: &str, kind_label: &str) -> DocumentPage {
    DocumentPage {
        kind: text(kind),
        kind_label: text(kind_label),
        title: text("講演会「これからの暮らしと人生会議」を開きます"),
        summary_html: some(
            "もしものときに備えて、大切にしたいことを話し合う「人生会議」を、医師がやさしくお話しします。ご家族といっしょにお越しください。",
        ),
        sample: true,
        state: None,
        stage: Some(whole_stage()),
        expired: None,
        dates: vec![
            dated("掲載日", "2026-10-15", "令和8年10月15日"),
            dated("更新日", "2026-11-01", "令和8年11月1日"),
        ],
        facts: facts(),
        actions: Some(actions()),
        contents: contents(),
        body_html: text(BODY),
        has_ruby: true,
        has_terms: true,
        attachments: vec![
            AttachmentView {
                href: text("leaflet.pdf"),
                label: text("講演会のビラ"),
                format: text("PDF"),
                size: text("545KB"),
            },
            AttachmentView {
                href: text("form.xlsx"),
                label: text("ファクス用の申込書"),
                format: text("Excel"),
                size: text("32KB"),
            },
        ],
        references: vec![
            ReferenceView {
                text: text(
                    "厚生労働省「人生の最終段階における医療・ケアの決定プロセスに関するガイドライン」（平成30年3月改訂）",
                ),
                href: some("https://example.jp/guideline"),
            },
            ReferenceView {
                text: text("見本の本「在宅医療の手引き」（令和7年）"),
                href: None,
            },
        ],
        topics: vec![
            link("人生会議（ACP）", "/topics/acp/"),
            link("在宅医療", "/topics/home-care/"),
        ],
        contact: contact(),
        previous: Some(link("在宅医療を知る区民のつどい", "/kita/lectures/a/")),
        next: Some(link("看取りを考える講演会", "/kita/lectures/b/")),
        list: link("北区の講演会", "/kita/lectures/"),
        original: Some(link("大阪市のページを見る", "/lectures/c/")),
    }
}

fn troubled_document() -> DocumentPage {
    DocumentPage {
        state: Some(state("cancelled", "中止")),
        stage: None,
        expired: Some(day("2026-11-01", "令和8年11月1日")),
        ..document("events", "催し")
    }
}

fn bare_document(kind: &str, kind_label: &str) -> DocumentPage {
    DocumentPage {
        kind: text(kind),
        kind_label: text(kind_label),
        title: text("題名だけの文書"),
        summary_html: None,
        sample: false,
        state: None,
        stage: None,
        expired: None,
        dates: Vec::new(),
        facts: Vec::new(),
        actions: None,
        contents: Vec::new(),
        body_html: String::new(),
        has_ruby: false,
        has_terms: false,
        attachments: Vec::new(),
        references: Vec::new(),
        topics: Vec::new(),
        contact: bare_contact(),
        previous: None,
        next: None,
        list: link("お知らせ", "/notices/"),
        original: None,
    }
}

fn list(groups: Vec<GroupView>, current: usize) -> ListPage {
    let wards = WARDS
        .iter()
        .map(|(id, name, _)| link(&format!("{name}の講演会"), &format!("/{id}/lectures/")));
    ListPage {
        title: text("講演会"),
        kind: text("lectures"),
        kind_label: text("講演会"),
        intro: text("どなたでも聞いていただける、住民のみなさん向けの講演会です。"),
        groups,
        nothing_ahead: false,
        pagination: Some(PaginationView {
            current,
            total: 3,
            previous: (current > 1).then(|| link("前のページ", "/lectures/")),
            next: (current < 3).then(|| link("次のページ", "/lectures/3/")),
        }),
        file: Some(months::file()),
        wards: wards.collect(),
        all: None,
    }
}

fn bare_list() -> ListPage {
    ListPage {
        pagination: None,
        file: None,
        wards: Vec::new(),
        all: Some(link("大阪市のすべての講演会を見る", "/lectures/")),
        ..list(Vec::new(), 1)
    }
}

fn city() -> CityPage {
    CityPage {
        title: text("大阪市の在宅医療と人生会議"),
        welcome_html: text(
            "<p>病気や障がいがあっても、住み慣れた家で暮らし続けたい。そう願う方とご家族のために、24の区役所と健康局が、講演会や相談窓口の情報をまとめています。</p>",
        ),
        has_ruby: false,
        has_terms: false,
        groups: vec![
            group("これからの催し", "coming", cards()),
            group("読みもの", "reading", vec![bare_card()]),
        ],
        topics: vec![
            link("人生会議（ACP）", "/topics/acp/"),
            link("在宅医療", "/topics/home-care/"),
            link("感染対策", "/topics/infection/"),
            link("看取り", "/topics/end-of-life/"),
            link("相談窓口", "/topics/consultation/"),
        ],
    }
}

fn ward() -> WardPage {
    WardPage {
        title: text("北区の在宅医療と人生会議"),
        welcome_title: some("北区のみなさんへ"),
        welcome_html: text(
            "<p>北区役所では、医療と介護の人たちといっしょに、家で安心して暮らし続けられるまちづくりを進めています。</p>",
        ),
        has_ruby: false,
        has_terms: false,
        groups: vec![group("これからの催し", "coming", cards())],
        office: text("北区役所"),
        hours: some("平日 9時から17時30分まで（見本）"),
        desk: Some(desk("北区")),
    }
}

fn desk(ward: &str) -> DeskView {
    DeskView {
        ward: link(ward, "/kita/"),
        contact: ContactView {
            name: text("北区在宅医療・介護連携相談支援室（見本）"),
            ..contact()
        },
        weekly: some("週20時間"),
        coordinators: vec![text("（ア）保健師、看護師など 1人")],
        asks: vec![text("退院するときの、在宅医療への引継ぎ")],
        all: link("大阪市の相談支援室の一覧を見る", "/desks/"),
    }
}

fn desks() -> DesksPage {
    let count = |label: &str, count: &str| CountView {
        label: text(label),
        count: text(count),
    };
    DesksPage {
        title: text("相談支援室"),
        desks: vec![desk("北区"), desk("西区")],
        has_people: true,
        missing: vec![link("中央区", "/chuo/")],
        bands: vec![count("週20時間以上", "15区")],
        qualifications: vec![count("（ア）保健師、看護師など", "2人")],
    }
}

fn checks() -> CataloguePage {
    let check = |code: &str, severity: &str, examples: &[&str]| CheckView {
        code: text(code),
        severity: text(severity),
        severity_label: text("誤り"),
        detects: text("半角のかたかなを見つけます。"),
        why: text("読み上げソフトが正しく読めないことがあります。"),
        source: text("JIS X 8341-3:2016"),
        bad: examples.iter().map(|example| text(example)).collect(),
        good: vec![text("区民センター")],
        fixes: severity == "error",
    };
    CataloguePage {
        title: text("検査の一覧"),
        count: 2,
        families: vec![FamilyView {
            id: text("family-characters"),
            label: text("文字"),
            checks: vec![
                check("ja-one", "error", &["区民ｾﾝﾀｰ", "- 一\n- <b>二</b>"]),
                check("ja-two", "warning", &[]),
            ],
        }],
    }
}

fn messages() -> MessagesPage {
    MessagesPage {
        places: vec![PlaceMessages {
            id: text("place-kita"),
            name: text("北区"),
            documents: vec![MessagesView {
                title: text("【中止】【見本】講演会「これからの暮らしと人生会議」"),
                href: text("/kita/lectures/a/"),
                day: Some(WhenView {
                    iso: text("2026-12-05"),
                    parts: vec![text("令和8年12月5日（土曜日）"), text("14時から")],
                }),
                message: text("/kita/lectures/a/message.txt"),
                bulletin: text("/kita/lectures/a/koho.txt"),
            }],
        }],
        ..bare_messages()
    }
}

fn bare_messages() -> MessagesPage {
    MessagesPage {
        title: text("お知らせ用の文章"),
        limits: [500, 200],
        places: Vec::new(),
    }
}

fn words() -> WordsPage {
    let row = |heading: &str, id: &str, word: &str, reading: &str| WordRow {
        heading: text(heading),
        id: text(id),
        words: vec![
            WordView {
                id: format!("{id}-1"),
                word: text(word),
                reading: text(reading),
                meaning: text("人生の最終の時期を、その人らしく過ごせるように支えることです。"),
                plain: some("最期まで支えること"),
                aliases: vec![text("ACP"), text("見送り")],
                source: some("見本の辞典"),
            },
            WordView {
                id: format!("{id}-2"),
                word: text("見本のことば"),
                reading: text("みほんのことば"),
                meaning: text("見本です。"),
                plain: None,
                aliases: Vec::new(),
                source: None,
            },
        ],
    };
    WordsPage {
        title: text("用語集"),
        rows: vec![
            row("さ行", "row-sa", "人生会議", "じんせいかいぎ"),
            row("ま行", "row-ma", "看取り", "みとり"),
        ],
    }
}

fn topics() -> TopicsPage {
    let topic = |label: &str, count| TopicSummary {
        label: text(label),
        href: text("/topics/acp/"),
        description: some("もしものときのために、前もって話し合うことです。"),
        count,
    };
    TopicsPage {
        title: text("分野の一覧"),
        topics: vec![
            topic("人生会議（ACP）", 12),
            topic("在宅医療", 8),
            topic("感染対策", 0),
        ],
    }
}

fn accessibility() -> AccessibilityPage {
    let point = |label: &str, lines: &[&str]| PolicyView {
        label: text(label),
        lines: lines.iter().map(|line| text(line)).collect(),
    };
    AccessibilityPage {
        title: text("ウェブアクセシビリティ方針"),
        policy: vec![
            point("目標とする対応度", &["まだ決めていません。"]),
            point("把握している問題点", &["古い添付ファイル", "動画の字幕"]),
        ],
    }
}

fn sitemap() -> SitemapPage {
    let section = |label: &str, href: &str| SitemapSection {
        heading: link(label, href),
        links: NAV
            .iter()
            .map(|(kind, name)| link(name, &format!("{href}{kind}/")))
            .collect(),
    };
    SitemapPage {
        title: text("サイトマップ"),
        sections: vec![section("大阪市", "/"), section("北区", "/kita/")],
    }
}

/// What a page is rendered with besides its own view.
struct Frame<'a> {
    theme: &'a Theme,
    site: Shared,
    city: Shared,
    ward: Shared,
}

impl Frame<'_> {
    fn render(&self, name: &str, template: &str, page: &impl Serialize) -> Rendered {
        let in_ward = name.starts_with("ward") || name.starts_with("kinds");
        let head = HeadView {
            title: text("講演会「これからの暮らしと人生会議」 | 北区 | 大阪市の在宅医療と人生会議"),
            description: some("説明です。\"引用符\"と<記号>も安全に入ります。"),
            name: text("講演会「これからの暮らしと人生会議」"),
            canonical: format!("https://kairan.example.jp/{name}/"),
            noindex: true,
            is_article: true,
            feed: Some(link(
                "北区の講演会（大阪市の在宅医療と人生会議）",
                "/kita/lectures/feed.xml",
            )),
            json_ld_html: some(r#"{"@context":"https://schema.org","@graph":[]}"#),
        };
        let mut crumbs = vec![
            Crumb {
                label: text("大阪市"),
                href: some("/"),
            },
            Crumb {
                label: text("このページ"),
                href: None,
            },
        ];
        if template == "pages/city.html" {
            crumbs.remove(0);
        }
        let view = PageView {
            template,
            site: &self.site,
            place: if in_ward { &self.ward } else { &self.city },
            address: &head.canonical,
            head: &head,
            crumbs: &crumbs,
            page,
        };
        (name.replace('/', "-"), self.theme.render(&view))
    }
}

fn least_head(title: &str) -> HeadView {
    HeadView {
        title: text(title),
        description: None,
        name: text(title),
        canonical: text("https://kairan.example.jp/"),
        noindex: false,
        is_article: false,
        feed: None,
        json_ld_html: None,
    }
}

/// The digests of pages that differ in one thing each.
pub fn digests(theme: &Theme) -> Vec<[u8; 32]> {
    let page = |title: &str| NotFoundPage { title: text(title) };
    let crumb = [Crumb {
        label: text("大阪市"),
        href: None,
    }];
    let site = Theme::share(&site());
    let city = Theme::share(&place("", "大阪市"));
    let ward = Theme::share(&place("kita", "北区"));
    let (plain, other) = (least_head("題名"), least_head("別の題名"));
    let (lost, found) = (page("ありません"), page("あります"));
    let base = || PageView {
        template: "pages/404.html",
        site: &site,
        place: &city,
        address: "https://example.jp/",
        head: &plain,
        crumbs: &[],
        page: &lost,
    };
    let views = [
        base(),
        PageView {
            template: "pages/list.html",
            ..base()
        },
        PageView {
            site: &city,
            ..base()
        },
        PageView {
            place: &ward,
            ..base()
        },
        PageView {
            address: "https://example.jp/kita/",
            ..base()
        },
        PageView {
            head: &other,
            ..base()
        },
        PageView {
            crumbs: &crumb,
            ..base()
        },
        PageView {
            page: &found,
            ..base()
        },
    ];
    views.iter().map(|view| theme.digest(view)).collect()
}

/// A name for a page and what came of rendering it.
fn lost() -> NotFoundPage {
    NotFoundPage {
        title: text("ページが見つかりません"),
    }
}

pub type Rendered = (String, Result<Vec<u8>, String>);

/// Every template with a full view, and those with optional parts with a minimal one.
pub fn render_all(theme: &Theme, kinds: &[(&str, &str)]) -> Vec<Rendered> {
    let frame = Frame {
        theme,
        site: Theme::share(&site()),
        city: Theme::share(&place("", "大阪市")),
        ward: Theme::share(&place("kita", "北区")),
    };
    let groups = || vec![group("これから", "coming", cards())];
    let topic = TopicPage {
        title: text("人生会議（ACP）"),
        description: some("もしものときのために、前もって話し合うことです。"),
        groups: groups(),
        pagination: None,
    };
    let bare_topic = TopicPage {
        title: text("感染対策"),
        description: None,
        groups: Vec::new(),
        pagination: None,
    };
    let mut pages = vec![
        frame.render("city", "pages/city.html", &city()),
        frame.render("ward", "pages/ward.html", &ward()),
        frame.render("list", "pages/list.html", &list(groups(), 2)),
        frame.render("list-bare", "pages/list.html", &bare_list()),
        frame.render("calendar", "pages/calendar.html", &months::calendar()),
        frame.render(
            "ward-calendar-bare",
            "pages/calendar.html",
            &months::bare_calendar(),
        ),
        frame.render("ward-month", "pages/month.html", &months::page()),
        frame.render("topic", "pages/topic.html", &topic),
        frame.render("topic-bare", "pages/topic.html", &bare_topic),
        frame.render("topics", "pages/topics.html", &topics()),
        frame.render("words", "pages/words.html", &words()),
        frame.render("desks", "pages/desks.html", &desks()),
        frame.render("checks", "pages/checks.html", &checks()),
        frame.render("messages", "pages/messages.html", &messages()),
        frame.render("messages-bare", "pages/messages.html", &bare_messages()),
        frame.render(
            "accessibility",
            "pages/accessibility.html",
            &accessibility(),
        ),
        frame.render("sitemap", "pages/sitemap.html", &sitemap()),
        frame.render("404", "pages/404.html", &lost()),
        frame.render("kinds-troubled", "kinds/events.html", &troubled_document()),
    ];
    for (kind, label) in kinds {
        let template = format!("kinds/{kind}.html");
        let full = format!("kinds/{kind}");
        let bare = format!("kinds/{kind}-bare");
        pages.push(frame.render(&full, &template, &document(kind, label)));
        pages.push(frame.render(&bare, &template, &bare_document(kind, label)));
    }
    pages
}
