//! ウェブアクセシビリティ方針: what the city has decided, what helps readers, and whom to tell of a problem.
//!
//! Invariant: what `site.yaml` does not say is shown as not decided; the page promises nothing by itself.

use std::sync::Arc;

use crate::model::accessibility::Goal;
use crate::model::address::{Address, OutputPath};
use crate::model::names::Text;
use crate::model::site::Site;
use crate::model::ward::Place;
use crate::outputs::Job;
use crate::outputs::frame::{Frame, Page, Title, job};
use crate::theme::view::reference::{AccessibilityPage, PolicyView};

const TITLE: &str = "ウェブアクセシビリティ方針";

const UNDECIDED: &str = "まだ決めていません。";

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    vec![job(frame, Place::City, &address(), view)]
}

fn address() -> Address {
    Address::page(&["accessibility"])
}

fn view(frame: &Frame) -> Page<AccessibilityPage> {
    let title = Title {
        title: TITLE,
        description: Some(
            "このサイトのアクセシビリティの目標、読みやすくするための機能、困ったときの連絡先です。"
                .to_owned(),
        ),
        canonical: address(),
        noindex: false,
        steps: Vec::new(),
    };
    let page = AccessibilityPage {
        title: TITLE.to_owned(),
        policy: policy(&frame.site),
    };
    frame.page("pages/accessibility.html", Place::City, title, page)
}

/// The points that 「ウェブアクセシビリティ方針策定ガイドライン」 of the Web Accessibility Infrastructure Committee asks for.
fn policy(site: &Site) -> Vec<PolicyView> {
    let decided = &site.settings.accessibility;
    let everything = || {
        let top = site.absolute(&Address::page(&[]));
        format!("{top} から始まるアドレスの、すべてのページと添付ファイル")
    };
    let level = format!("{}のレベル{}", decided.standard, decided.level.letters());
    vec![
        point("対象範囲", text(&decided.scope).unwrap_or_else(everything)),
        point("目標とする適合レベル", level),
        point(
            "目標とする対応度",
            decided.goal.map_or(UNDECIDED, Goal::label).to_owned(),
        ),
        point(
            "目標を達成する期限",
            text(&decided.deadline).unwrap_or_else(|| UNDECIDED.to_owned()),
        ),
        points("例外とするもの", &decided.exceptions, "定めていません。"),
        points("追加する達成基準", &decided.criteria, "定めていません。"),
        points(
            "把握している問題点",
            &decided.issues,
            "公表しているものはありません。まだ見つかっていない問題があるかもしれません。",
        ),
        point(
            "試験の結果",
            text(&decided.tested).unwrap_or_else(|| "まだ公表していません。".to_owned()),
        ),
        point("担当", site.settings.municipality.office.to_string()),
    ]
}

fn text(decided: &Option<Text>) -> Option<String> {
    decided.as_ref().map(ToString::to_string)
}

fn point(label: &str, line: String) -> PolicyView {
    PolicyView {
        label: label.to_owned(),
        lines: vec![line],
    }
}

fn points(label: &str, decided: &[Text], none: &str) -> PolicyView {
    let lines = match decided {
        [] => vec![none.to_owned()],
        decided => decided.iter().map(ToString::to_string).collect(),
    };
    PolicyView {
        label: label.to_owned(),
        lines,
    }
}
