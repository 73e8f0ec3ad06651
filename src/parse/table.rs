//! A table of `name: value` pairs as settings are written in: a node of YAML in, one value after another out.
//!
//! Invariant: each key is handed out once, and what is wrong with a key or a value is said where it stands.

use crate::diag::{Diagnostic, Findings};
use crate::model::names::Text;
use crate::parse::yaml::Node;
use crate::text::nearest::nearest;
use crate::text::span::{Span, Spanned};

/// A table of settings that hands out each key once and says what is wrong with it.
pub(super) struct Table<'f> {
    pairs: Vec<(Spanned<String>, Node)>,
    span: Span,
    pub findings: &'f mut Findings,
}

impl<'f> Table<'f> {
    pub fn new(node: Node, keys: &[&'static str], findings: &'f mut Findings) -> Option<Self> {
        let span = node.span();
        let Node::Map(pairs, _) = node else {
            findings.push(
                Diagnostic::error(
                    "setting-invalid",
                    findings.at(span),
                    "「名前: 内容」の組を書くところです",
                )
                .help(format!(
                    "{} を「名前: 内容」の形で書いてください。",
                    keys.join("、")
                )),
            );
            return None;
        };
        for (key, _) in &pairs {
            if !keys.contains(&key.value.as_str()) {
                let mut diagnostic = Diagnostic::error(
                    "setting-unknown",
                    findings.at(key.span),
                    format!("「{}」という設定はありません", key.value),
                );
                diagnostic = match nearest(&key.value, keys.iter().copied()) {
                    Some(known) => diagnostic
                        .label(format!("「{known}」のことですか"))
                        .help(format!("「{known}」と書いてください。")),
                    None => diagnostic.help(format!("使えるのは {} です。", keys.join("、"))),
                };
                findings.push(diagnostic);
            }
        }
        Some(Self {
            pairs,
            span,
            findings,
        })
    }

    /// The whole table.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Whether something is written for a key, right or wrong.
    pub fn has(&self, key: &str) -> bool {
        let mut pairs = self.pairs.iter();
        pairs.any(|(name, node)| name.value == key && !matches!(node, Node::Empty(_)))
    }

    fn take(&mut self, key: &str) -> Option<Node> {
        let at = self.pairs.iter().position(|(name, _)| name.value == key)?;
        Some(self.pairs.swap_remove(at).1)
    }

    pub fn missing(&mut self, key: &str, help: &str) {
        let start = Span::new(self.span.start as usize..self.span.start as usize);
        self.findings.push(
            Diagnostic::error(
                "setting-missing",
                self.findings.at(start),
                format!("「{key}」がありません"),
            )
            .help(help),
        );
    }

    pub fn text(&mut self, key: &str) -> Option<Text> {
        self.value(key, "", Text::new)
    }

    pub fn required(&mut self, key: &str) -> Option<Text> {
        self.required_as(key, "…", Text::new)
    }

    pub fn required_as<T>(
        &mut self,
        key: &str,
        example: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        if self.has(key) {
            return self.value(key, example, read);
        }
        self.missing(key, &format!("「{key}: {example}」の形で書いてください。"));
        None
    }

    pub fn value<T>(
        &mut self,
        key: &str,
        example: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let node = self.take(key)?;
        let span = node.span();
        if matches!(node, Node::Empty(_)) {
            return None;
        }
        let value = scalar(node).and_then(|raw| read(raw.value.trim()));
        if value.is_none() {
            let title = format!("「{key}」の書き方が違います");
            let help = if example.is_empty() {
                "1行の文字で書いてください。".to_owned()
            } else {
                format!("「{key}: {example}」のように書いてください。")
            };
            self.findings.push(
                Diagnostic::error("setting-invalid", self.findings.at(span), title).help(help),
            );
        }
        value
    }

    pub fn flag(&mut self, key: &str) -> bool {
        let read = |raw: &str| match raw {
            "true" | "はい" => Some(true),
            "false" | "いいえ" => Some(false),
            _ => None,
        };
        self.value(key, "true", read).unwrap_or(false)
    }

    pub fn table(&mut self, key: &str) -> Option<Node> {
        self.take(key)
            .filter(|node| !matches!(node, Node::Empty(_)))
    }

    /// What `read` makes of each entry of a list.
    pub fn each<T>(
        &mut self,
        key: &str,
        read: impl Fn(Node, &mut Findings) -> Option<T>,
    ) -> Vec<T> {
        let nodes = self.list(key).into_iter();
        nodes.filter_map(|node| read(node, self.findings)).collect()
    }

    pub fn list(&mut self, key: &str) -> Vec<Node> {
        match self.take(key) {
            None | Some(Node::Empty(_)) => Vec::new(),
            Some(Node::List(nodes, _)) => nodes,
            Some(single @ (Node::Scalar(_) | Node::Map(..))) => vec![single],
        }
    }
}

pub(super) fn scalar(node: Node) -> Option<Spanned<String>> {
    match node {
        Node::Scalar(scalar) => Some(scalar),
        Node::Empty(_) | Node::List(..) | Node::Map(..) => None,
    }
}
