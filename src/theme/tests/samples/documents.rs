//! Documents: with everything, with trouble, and with nothing but a title.

use super::lists::{stage, state};
use super::teaching::{editions, files, old_edition};
use super::{bare_contact, contact, dated, day, link, some, text};
use crate::theme::view::figures::{FigureList, FigurePart, FigureRow, FigureSection, FigureTable};
use crate::theme::view::{
    ActionsView, AttachmentView, ContentsView, DocumentPage, FactLine, FactView, FlyerLink,
    ReferenceView, StageView,
};

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

pub fn line(text_of_line: &str) -> FactLine {
    FactLine {
        label: None,
        text: text(text_of_line),
        parts: Vec::new(),
        href: None,
        datetime: None,
        note: None,
    }
}

pub fn fact(id: &str, label: &str, lines: Vec<FactLine>) -> FactView {
    FactView {
        id: text(id),
        label: text(label),
        lines,
    }
}

pub fn facts() -> Vec<FactView> {
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

pub fn schedule() -> FactView {
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

pub fn contents() -> Vec<ContentsView> {
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

pub fn whole_stage() -> StageView {
    StageView {
        text: some("申込みは、令和8年11月30日（月曜日）17時までです。"),
        since: Some(day("2026-10-19", "令和8年10月19日")),
        ..stage("open", "受付中")
    }
}

pub fn actions() -> ActionsView {
    ActionsView {
        calendar: some("/kita/lectures/2026-10-15-acp/event.ics"),
        form: some("https://forms.example.jp/acp"),
        phone: Some(link("06-0000-0101", "tel:0600000101")),
        email: Some(link("mihon@example.jp", "mailto:mihon@example.jp")),
    }
}

fn figures() -> Vec<FigureSection> {
    vec![FigureSection {
        id: text("ward-offices"),
        heading: text("区役所の取組"),
        parts: vec![FigurePart {
            id: text("trainings"),
            level: 3,
            heading: some("研修会"),
            text: some("研修会の数です。"),
            tables: vec![FigureTable {
                caption: text("研修会の開催状況"),
                columns: vec![text("開催状況"), text("区の数")],
                rows: vec![FigureRow {
                    span: 1,
                    cells: vec![text("開催予定あり"), text("9区")],
                    marks: some("※1"),
                    bar: Some(100),
                    is_total: false,
                }],
                source: text("各区の情報を集計したものです。"),
                is_long: false,
            }],
            list: Some(FigureList {
                lead: some("主なテーマは、次のとおりです。"),
                items: vec![text("人生会議")],
                source: some("報告の作成者が記載したものです。"),
            }),
            notes: vec![text("※1 注です。")],
            link: Some(link("会議のページを見る", "/meetings/2026-11-01-a/")),
        }],
    }]
}

pub fn document(kind: &str, kind_label: &str) -> DocumentPage {
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
        dates: vec![dated("更新日", "2026-11-01", "令和8年11月1日")],
        facts: facts(),
        actions: Some(actions()),
        contents: contents(),
        body_html: text(BODY),
        lesson: Some(super::lessons::links()),
        figures: figures(),
        figures_file: some("/reports/2024/report.xlsx"),
        has_ruby: true,
        has_terms: true,
        attachments: attachments(),
        flyer: Some(FlyerLink {
            href: text("flyer.pdf"),
            picture: text("flyer.png"),
            design: some("大きな文字"),
        }),
        files: Some(files()),
        editions: Some(editions()),
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

fn attachments() -> Vec<AttachmentView> {
    vec![
        AttachmentView {
            href: text("leaflet.pdf"),
            label: text("講演会のビラ"),
            format: text("PDF"),
            size: text("545KB"),
            pages: Some("2ページ".to_owned()),
        },
        AttachmentView {
            href: text("form.xlsx"),
            label: text("ファクス用の申込書"),
            format: text("Excel"),
            size: text("32KB"),
            pages: None,
        },
    ]
}

pub fn troubled_document() -> DocumentPage {
    DocumentPage {
        state: Some(state("cancelled", "中止")),
        stage: None,
        expired: Some(day("2026-11-01", "令和8年11月1日")),
        editions: Some(old_edition()),
        ..document("events", "催し")
    }
}

pub fn bare_document(kind: &str, kind_label: &str) -> DocumentPage {
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
        lesson: None,
        figures: Vec::new(),
        figures_file: None,
        has_ruby: false,
        has_terms: false,
        attachments: Vec::new(),
        flyer: None,
        files: None,
        editions: None,
        references: Vec::new(),
        topics: Vec::new(),
        contact: bare_contact(),
        previous: None,
        next: None,
        list: link("お知らせ", "/notices/"),
        original: None,
    }
}
