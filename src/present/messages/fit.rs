//! Making a text short enough: items are said in shorter words or left out, one after the other, and never cut.
//!
//! Invariant: the outcome has at most as many characters as allowed, whatever the items are.

/// Something to say, in the words that say most and in fewer; the last may be none at all.
pub struct Item {
    /// Not empty, from the longest to the shortest.
    words: Vec<String>,
    /// Of each step to fewer words; the steps with the smallest number are taken first.
    ranks: Vec<usize>,
    /// Stands before it unless it is the first.
    lead: &'static str,
}

impl Item {
    /// What is said in any case, as long as anything is.
    pub fn firm(lead: &'static str, words: String) -> Self {
        Self::elastic(lead, 0, vec![words])
    }

    /// What can be left out.
    pub fn loose(lead: &'static str, rank: usize, words: String) -> Self {
        Self::elastic(lead, rank, vec![words, String::new()])
    }

    /// What can be said in fewer words.
    pub fn elastic(lead: &'static str, rank: usize, words: Vec<String>) -> Self {
        let ranks = vec![rank; words.len().saturating_sub(1)];
        Self { words, ranks, lead }
    }

    /// What can be said in fewer words step by step, each with its rank; no step may have a smaller one than the step before it.
    pub fn stepwise(lead: &'static str, words: String, steps: Vec<(usize, String)>) -> Self {
        let (ranks, shorter): (Vec<_>, Vec<_>) = steps.into_iter().unzip();
        debug_assert!(ranks.is_sorted(), "a step cannot be taken before another");
        let words = std::iter::once(words).chain(shorter).collect();
        Self { words, ranks, lead }
    }
}

/// The items in their order, with as much of them as has room; `None` where not even the least has.
pub fn fit(items: &[Item], limit: usize) -> Option<String> {
    let mut chosen = vec![0; items.len()];
    let steps = items.iter().enumerate().flat_map(|(index, item)| {
        let shorter = (1..item.words.len()).zip(&item.ranks);
        shorter.map(move |(words, rank)| (*rank, index, words))
    });
    let mut steps: Vec<(usize, usize, usize)> = steps.collect();
    steps.sort_unstable();
    let mut steps = steps.into_iter();
    loop {
        if length(items, &chosen) <= limit {
            return Some(text(items, &chosen));
        }
        let (_, index, words) = steps.next()?;
        chosen[index] = words;
    }
}

/// The first text that has room; nothing where none has.
pub fn first_short<const N: usize>(texts: [String; N], limit: usize) -> String {
    let is_short = |text: &String| text.chars().count() <= limit;
    texts.into_iter().find(is_short).unwrap_or_default()
}

/// The whole text, then ever fewer of its sentences, then none. Only as much as could have room is looked at.
pub fn sentences(text: &str, limit: usize) -> Vec<String> {
    let mut shorter = vec![String::new()];
    let mut so_far = String::new();
    let mut room = limit;
    for sentence in text.split_inclusive('。') {
        let Some(left) = room.checked_sub(sentence.chars().count()) else {
            break;
        };
        room = left;
        so_far.push_str(sentence);
        shorter.push(so_far.clone());
    }
    shorter.reverse();
    shorter
}

fn length(items: &[Item], chosen: &[usize]) -> usize {
    let said = said(items, chosen);
    said.map(|(lead, words)| lead.chars().count() + words.chars().count())
        .sum()
}

fn text(items: &[Item], chosen: &[usize]) -> String {
    said(items, chosen).fold(String::new(), |text, (lead, words)| text + lead + words)
}

fn said<'a>(
    items: &'a [Item],
    chosen: &'a [usize],
) -> impl Iterator<Item = (&'static str, &'a str)> {
    let words = items.iter().zip(chosen).filter_map(|(item, chosen)| {
        let words = item.words.get(*chosen)?;
        (!words.is_empty()).then_some((item.lead, words.as_str()))
    });
    let is_first = std::iter::once(true).chain(std::iter::repeat(false));
    words
        .zip(is_first)
        .map(|((lead, words), is_first)| (if is_first { "" } else { lead }, words))
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::{Item, first_short, fit, sentences};

    fn owned(words: &[&str]) -> Vec<String> {
        words.iter().map(|words| (*words).to_owned()).collect()
    }

    #[test]
    fn items_of_the_lowest_rank_go_first_and_the_order_stays() {
        let items = [
            Item::firm("", "題".to_owned()),
            Item::loose("／", 1, "大切なこと".to_owned()),
            Item::elastic("／", 2, owned(&["長い会場", "会場"])),
            Item::loose("／", 0, "細かなこと".to_owned()),
        ];
        let fitted = |limit| fit(&items, limit);
        assert_eq!(
            fitted(18).as_deref(),
            Some("題／大切なこと／長い会場／細かなこと")
        );
        assert_eq!(fitted(17).as_deref(), Some("題／大切なこと／長い会場"));
        assert_eq!(fitted(11).as_deref(), Some("題／長い会場"));
        assert_eq!(fitted(5).as_deref(), Some("題／会場"));
        assert_eq!(fitted(3), None);
    }

    #[test]
    fn a_summary_ends_where_a_sentence_ends() {
        assert_eq!(
            sentences("一。二。三", 9),
            owned(&["一。二。三", "一。二。", "一。", ""])
        );
        assert_eq!(sentences("一。二。三", 4), owned(&["一。二。", "一。", ""]));
    }

    #[test]
    fn what_has_no_room_at_all_is_not_said() {
        assert_eq!(first_short(["長い題".to_owned(), "題".to_owned()], 2), "題");
        assert_eq!(first_short(["長い題".to_owned()], 2), "");
    }

    proptest! {
        #[test]
        fn no_text_is_longer_than_it_may_be_and_no_item_is_cut(
            words in vec(("[あ-ん😀a]{1,30}", 0..5_usize), 0..12),
            limit in 0..120_usize,
        ) {
            let mut items = vec![Item::firm("", "題".to_owned())];
            items.extend(words.iter().map(|(words, rank)| Item::loose("／", *rank, words.clone())));
            let text = fit(&items, limit);
            prop_assert_eq!(text.is_some(), limit >= 1);
            let Some(text) = text else {
                return Ok(());
            };
            prop_assert!(text.chars().count() <= limit);
            let mut said = text.split('／');
            prop_assert_eq!(said.next(), Some("題"));
            let mut left = words.iter();
            for part in said {
                prop_assert!(left.any(|(words, _)| words == part), "{} is cut or out of order", part);
            }
        }
    }
}
