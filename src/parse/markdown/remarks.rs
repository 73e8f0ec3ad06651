//! What is said to authors about the Markdown of a text.
//!
//! Invariant: the number of findings of one text is limited, so that a broken file cannot fill the memory with advice.

use crate::diag::{Diagnostic, Findings};
use crate::text::span::Span;

/// Nobody reads more than this about one file before putting the first ones right.
const MOST: usize = 200;

pub struct Remarks<'f> {
    findings: &'f mut Findings,
    left: usize,
}

impl<'f> Remarks<'f> {
    pub fn new(findings: &'f mut Findings) -> Self {
        Self {
            findings,
            left: MOST,
        }
    }

    pub fn too_deep(&mut self, span: Span) {
        self.error(
            "nesting-deep",
            span,
            "引用や箇条書きの入れ子が深すぎます",
            |d| {
                d.label("ここで深さが64段を超えています")
                    .help("引用（>）や箇条書き（-）の入れ子は、3段までにしてください。")
            },
        );
    }

    pub fn heading_id(&mut self, span: Span, id: &str) {
        let title = "見出しのIDに使えない文字があります";
        self.error("heading-id", span, title, |d| {
            d.label(format!("「{id}」は使えません")).help(
                "IDは半角の英数字とハイフンで「{#what-is}」のように書いてください。IDがなくてもよければ消してください。",
            )
        });
    }

    pub fn heading_id_reserved(&mut self, span: Span, id: &str) {
        let title = "この見出しのIDは自動で付くIDと重なります";
        self.error("heading-id", span, title, |d| {
            d.label(format!("「{id}」は自動で付けるIDの形です"))
                .help("内容を表すIDを「{#what-is}」のように書いてください。")
        });
    }

    pub fn heading_attributes(&mut self, span: Span) {
        let title = "見出しに付けられるのはIDだけです";
        self.error("heading-id", span, title, |d| {
            d.label("ID以外の指定があります")
                .help("中かっこの中はIDだけにして「{#what-is}」のように書いてください。")
        });
    }

    pub fn heading_id_twice(&mut self, span: Span, id: &str, first: Span) {
        let first = self.findings.at(first);
        let title = "同じIDの見出しが2つあります";
        self.error("heading-id-twice", span, title, |d| {
            d.label(format!("「{id}」は前の見出しで使っています"))
                .help(format!("「{{#{id}-2}}」のように、別のIDにしてください。"))
                .related(first, "先に使っている見出しです")
        });
    }

    pub fn ruby_empty(&mut self, span: Span, base: &str) {
        let title = "ふりがなが空です";
        self.warning("ruby-empty", span, title, |d| {
            d.label("《》の中に読みがありません").help(format!(
                "「｜{}《ふりがな》」のように、《》の中に読みを書いてください。",
                base.trim_start_matches(['｜', '|'])
            ))
        });
    }

    pub fn emphasis_broken(&mut self, span: Span) {
        let title = "「**」が太字にならずに残っています";
        self.warning("emphasis-broken", span, title, |d| {
            d.label("この「**」がそのまま表示されます").help(
                "太字にする言葉のすぐ前とすぐ後ろに「**」を書いてください。記号として見せるときは「\\*\\*」と書いてください。",
            )
        });
    }

    pub fn footnote_missing(&mut self, span: Span, label: &str) {
        let title = "注の説明がありません";
        self.error("footnote-missing", span, title, |d| {
            d.label(format!("「{label}」の説明が見つかりません"))
                .help(format!(
                    "原稿の終わりに「[^{label}]: 説明の文」と書いてください。"
                ))
        });
    }

    pub fn footnote_unused(&mut self, span: Span, label: &str) {
        let title = "本文から使われていない注があります";
        self.warning("footnote-unused", span, title, |d| {
            d.label(format!("「{label}」を指す印が本文にありません"))
                .help(format!(
                    "注を付ける言葉のすぐ後ろに「[^{label}]」と書くか、この注を消してください。"
                ))
        });
    }

    pub fn footnote_twice(&mut self, span: Span, label: &str, first: Span) {
        let first = self.findings.at(first);
        let title = "同じ名前の注が2つあります";
        self.error("footnote-twice", span, title, |d| {
            d.label(format!("「{label}」の説明は前にもあります"))
                .help(format!(
                    "どちらかの名前を「[^{label}-2]」のように変えてください。"
                ))
                .related(first, "先に書いた説明です")
        });
    }

    /// `what` was taken out, as 「<font>」.
    pub fn html_removed(&mut self, span: Span, what: &str, help: &str) {
        let title = "使えないHTMLを取り除きました";
        self.warning("html-removed", span, title, |d| {
            d.label(format!("{what}を取り除きました")).help(help)
        });
    }

    pub fn html_unclosed(&mut self, span: Span, name: &str) {
        let title = "HTMLのタグが閉じられていません";
        self.warning("html-unclosed", span, title, |d| {
            d.label(format!("</{name}> がありません")).help(format!(
                "同じ段落の中の、終わる所に「</{name}>」と書いてください。"
            ))
        });
    }

    fn error(
        &mut self,
        code: &'static str,
        span: Span,
        title: &str,
        words: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        if self.left > 0 {
            let at = self.findings.at(span);
            self.push(words(Diagnostic::error(code, at, title)));
        }
    }

    fn warning(
        &mut self,
        code: &'static str,
        span: Span,
        title: &str,
        words: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        if self.left > 0 {
            let at = self.findings.at(span);
            self.push(words(Diagnostic::warning(code, at, title)));
        }
    }

    fn push(&mut self, diagnostic: Diagnostic) {
        self.left -= 1;
        self.findings.push(diagnostic);
    }
}
