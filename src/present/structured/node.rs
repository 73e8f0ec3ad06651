//! JSON-LD as text for a script element: things of schema.org in, one finished graph out. The only place here that names the library.
//!
//! Invariant: no text of a manuscript can end the script element or begin a comment in it; what could is written as `\uXXXX`.

use std::io::{self, Write};

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::ser::Formatter;

/// A thing and what is known of it, in the order in which it is written.
#[derive(Clone, Debug)]
pub struct Node(Vec<(&'static str, Value)>);

/// What can be known of a thing.
#[derive(Clone, Debug)]
pub enum Value {
    Text(String),
    Number(u32),
    Flag(bool),
    Node(Node),
    List(Vec<Value>),
}

impl Node {
    /// A thing of a type of schema.org.
    pub fn new(kind: &'static str) -> Self {
        Self(vec![("@type", kind.into())])
    }

    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.0.push((name, value.into()));
        self
    }

    /// Says nothing where nothing is known.
    pub fn with_known(self, name: &'static str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Nothing for none, the value itself for one, a list for more.
    pub fn with_each<V: Into<Value>>(
        self,
        name: &'static str,
        values: impl IntoIterator<Item = V>,
    ) -> Self {
        let mut values: Vec<Value> = values.into_iter().map(Into::into).collect();
        match values.len() {
            0 | 1 => self.with_known(name, values.pop()),
            _ => self.with(name, Value::List(values)),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Self {
        Self::Node(node)
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Node(node) => node.serialize(serializer),
            Self::List(values) => serializer.collect_seq(values),
        }
    }
}

/// What stands between the tags of the script element.
pub fn script(graph: Vec<Node>) -> String {
    let graph = graph.into_iter().map(Value::Node).collect();
    let all = Node(vec![
        ("@context", "https://schema.org".into()),
        ("@graph", Value::List(graph)),
    ]);
    let mut bytes = Vec::with_capacity(2048);
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Guarded);
    let written = all.serialize(&mut serializer);
    debug_assert!(written.is_ok(), "texts, numbers and lists are JSON");
    String::from_utf8(bytes).unwrap_or_default()
}

/// Writes what a script element must not hold as escapes: the end of the element and comments begin with `<` (HTML standard, section
/// 13.1.2.6), `&` and `>` are for those who read the page as XML, and the two line ends are none in JSON but are in older scripts.
struct Guarded;

impl Formatter for Guarded {
    fn write_string_fragment<W: Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(['<', '>', '&', '\u{2028}', '\u{2029}']) {
            let (before, from) = rest.split_at(at);
            writer.write_all(before.as_bytes())?;
            let mut signs = from.chars();
            if let Some(sign) = signs.next() {
                write!(writer, "\\u{:04x}", u32::from(sign))?;
            }
            rest = signs.as_str();
        }
        writer.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::{Node, script};

    #[test]
    fn no_text_can_leave_the_script_element() {
        let hostile = "</script><script>alert(1)</script><!-- & \u{2028}\u{2029} \"\\";
        let written = script(vec![Node::new("Thing").with("name", hostile)]);
        for part in ["<", ">", "&", "\u{2028}", "\u{2029}"] {
            assert!(!written.contains(part), "{part:?}: {written}");
        }
        let read: serde_json::Value = serde_json::from_str(&written).expect("it is JSON");
        assert_eq!(read["@graph"][0]["name"], hostile);
    }

    #[test]
    fn one_value_stands_alone_and_none_is_left_out() {
        let node = Node::new("Thing")
            .with_each("one", ["a"])
            .with_each("two", ["a", "b"])
            .with_each("none", [] as [&str; 0]);
        assert_eq!(
            script(vec![node]),
            r#"{"@context":"https://schema.org","@graph":[{"@type":"Thing","one":"a","two":["a","b"]}]}"#
        );
    }
}
