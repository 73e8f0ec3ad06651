//! The report as one HTML file, for people to finish and publish: what was seen by the machine, and room for what people decide.
//!
//! Invariant: no words here say that the site meets the standard.

use std::fmt::Write;

use crate::audit::Test;
use crate::audit::criteria::Criterion;
use crate::audit::looks::{Problem, Seen};
use crate::text::escape::escape_into;

/// How many problems of a criterion are told one by one.
const SHOWN: usize = 10;

const STYLE: &str = "body{max-width:70rem;margin:2rem auto;padding:0 1rem;font-family:sans-serif;line-height:1.7}\
table{border-collapse:collapse;width:100%}caption{text-align:start;font-weight:bold}\
th,td{border:1px solid #767676;padding:.4rem .6rem;text-align:start;vertical-align:top}\
thead th{background:#eef3fe;white-space:nowrap}dt{font-weight:bold}li,dd{overflow-wrap:anywhere}\
.open{color:#6b4e00;background:#fff7d6}\
@media print{@page{size:A4 landscape}thead{display:table-header-group}tr{break-inside:avoid}}";

/// Where people write.
const OPEN: &str = "<span class=\"open\">（人が記入します）</span>";

pub fn html(test: &Test) -> String {
    let mut out = String::with_capacity(64 * 1024);
    let title = "アクセシビリティ試験の記録（下書き）";
    let site = escaped(test.settings.title.as_str());
    out.push_str("<!doctype html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    line(&mut out, &format!("<title>{title} | {site}</title>"));
    line(&mut out, &format!("<style>{STYLE}</style>"));
    out.push_str("</head>\n<body>\n<main>\n");
    line(&mut out, &format!("<h1>{title}</h1>"));
    out.push_str(
        "<p>機械の検査で分かったことだけを記入した下書きです。機械で確かめられるのは、達成基準のおよそ3分の1の、それも一部です。\
         問題が見つからなかった達成基準も、人が確かめてから適合を判断してください。</p>\n",
    );
    summary(&mut out, test);
    addresses(&mut out, test);
    table(&mut out, test);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn summary(out: &mut String, test: &Test) {
    let settings = test.settings;
    let decided = &settings.accessibility;
    let first = test.sampled.iter().filter(|page| page.represents).count();
    let others = test.sampled.len() - first;
    out.push_str("<h2>試験の概要</h2>\n<dl>\n");
    let mut entry = |term: &str, words: &str| {
        line(out, &format!("<dt>{term}</dt>\n<dd>{words}</dd>"));
    };
    entry("表明日", OPEN);
    entry("規格の番号と改正年", &escaped(decided.standard.as_str()));
    entry("目標とする適合レベル", decided.level.letters());
    entry("達成した適合レベルと対応度", OPEN);
    let part = format!(
        "{}のページ（{}{} から始まるアドレス、全{}ページ）",
        settings.title, settings.base_url.origin, settings.base_url.path, test.site_pages
    );
    entry("対象のウェブページの説明", &escaped(&part));
    entry("依存するウェブコンテンツ技術", "HTML、CSS");
    let way = format!(
        "ウェブページ一式から、代表するページと、くじで選んだページを合わせて{}ページ選びました。\
         代表するページは、ひな型ごとに1ページ（{first}ページ）です。残りの{others}ページは、種の数{}でくじを引きました。\
         同じ種の数なら、同じページが選ばれます。",
        test.sampled.len(),
        test.choice.seed
    );
    entry("ページの選び方", &way);
    let checked = format!("{}のサイト", settings.style.with_weekday(test.today));
    entry("機械が見たもの", &escaped(&checked));
    entry(
        "人が試験をした期間と環境（ブラウザー、読み上げソフトなど）",
        OPEN,
    );
    out.push_str("</dl>\n");
}

fn addresses(out: &mut String, test: &Test) {
    out.push_str("<h2>試験をしたページ</h2>\n");
    for (represents, heading) in [(true, "代表するページ"), (false, "くじで選んだページ")]
    {
        let pages = test
            .sampled
            .iter()
            .filter(|page| page.represents == represents);
        let pages: Vec<_> = pages.map(|page| page.address(test.settings)).collect();
        if pages.is_empty() {
            continue;
        }
        line(out, &format!("<h3>{heading}</h3>\n<ul>"));
        for address in pages {
            line(out, &format!("<li>{}</li>", link(&address)));
        }
        out.push_str("</ul>\n");
    }
}

fn table(out: &mut String, test: &Test) {
    out.push_str("<h2>達成基準チェックリスト</h2>\n<table>\n");
    out.push_str("<caption>達成基準ごとの結果（附属書JBの様式の下書き）</caption>\n<thead>\n<tr>");
    for heading in ["達成基準", "レベル", "適用", "適合", "注記"] {
        let _ = write!(out, "<th scope=\"col\">{heading}</th>");
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for (criterion, seen) in &test.rows {
        row(out, criterion, seen);
    }
    out.push_str("</tbody>\n</table>\n");
}

fn row(out: &mut String, criterion: &Criterion, seen: &Seen) {
    let applies = match seen {
        Seen::NotApplicable { .. } => "適用なし（機械の判定）",
        Seen::Nothing { .. }
        | Seen::Problems { .. }
        | Seen::Present { .. }
        | Seen::LeftToPeople(_) => OPEN,
    };
    let meets = match seen {
        Seen::NotApplicable { .. } => "－",
        Seen::Nothing { .. }
        | Seen::Problems { .. }
        | Seen::Present { .. }
        | Seen::LeftToPeople(_) => "<span class=\"open\">（人が判断します）</span>",
    };
    let _ = writeln!(
        out,
        "<tr><th scope=\"row\">{} {}</th><td>{}</td><td>{applies}</td><td>{meets}</td><td>{}</td></tr>",
        criterion.number,
        criterion.name,
        criterion.level.letters(),
        note(seen)
    );
}

fn note(seen: &Seen) -> String {
    match seen {
        Seen::Nothing { what, pages } => {
            format!("機械の検査では問題は見つかりませんでした（{pages}ページ）。見たこと: {what}。")
        }
        Seen::Problems {
            what,
            pages,
            problems,
        } => {
            let count = problems.len();
            let list = listed(problems, |problem: &Problem| {
                format!("{}: {}", link(&problem.address), escaped(&problem.words))
            });
            format!(
                "機械の検査で、問題が{count}件見つかりました（{pages}ページのうち）。見たこと: {what}。{list}"
            )
        }
        Seen::NotApplicable { what, pages } => {
            format!("{what}は、見たページ（{pages}ページ）にありませんでした。")
        }
        Seen::Present { what, on } => {
            let list = listed(on, |address: &String| link(address));
            format!(
                "{what}のあるページ（{}ページ）を、人が見てください。{list}",
                on.len()
            )
        }
        Seen::LeftToPeople(what) => format!("人が見ること: {what}。"),
    }
}

/// The first few as a list, and how many more there are.
fn listed<T>(all: &[T], words: impl Fn(&T) -> String) -> String {
    let mut list = String::from("<ul>");
    for one in all.iter().take(SHOWN) {
        let _ = write!(list, "<li>{}</li>", words(one));
    }
    if all.len() > SHOWN {
        let _ = write!(list, "<li>ほか{}件</li>", all.len() - SHOWN);
    }
    list.push_str("</ul>");
    list
}

fn link(address: &str) -> String {
    let address = escaped(address);
    format!("<a href=\"{address}\">{address}</a>")
}

fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    escape_into(words, &mut out);
    out
}

fn line(out: &mut String, words: &str) {
    out.push_str(words);
    out.push('\n');
}
