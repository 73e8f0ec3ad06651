//! The tables of a yearly report: numbers beside those of the year before, and what they come from.

use crate::model::field::Figure;
use crate::model::figures::{Count, PartRow, part};
use crate::model::names::Text;
use crate::present::figures::Report;
use crate::theme::view::figures::{FigureRow, FigureTable};

const DECLARED: &str = "この報告の作成者が記載したものです。";
const COUNTED: &str = "このサイトに掲載している各区の情報を集計したものです。";
/// Desks and registers know no year.
const CURRENT: &str = "このサイトに掲載している各区の最新の情報を集計したものです。この年度の状況とは違うことがあります。";
/// Stands where one of two years says nothing.
const NOTHING: &str = "情報なし";
const NO_DIFFERENCE: &str = "不明";

impl Report<'_> {
    pub(super) fn counts(&self, field: Figure) -> Option<FigureTable> {
        let row = part(field)?;
        let figures = &self.published.figures;
        let rows = figures.rows(field);
        let before = self.before(row);
        let most = rows.iter().map(|count| count.number).max()?;
        let mut lines: Vec<FigureRow> = rows
            .iter()
            .map(|count| line(count, before, row.unit, most))
            .collect();
        lines.extend(
            before
                .into_iter()
                .flat_map(|before| gone(rows, before, row.unit)),
        );
        let is_long = field == Figure::InstitutionCounts;
        if is_long && before.is_some() {
            // Wards that only one of the years knows stand among the others.
            lines.sort_by_key(|line| self.position(line));
        }
        if is_long {
            lines.push(self.total(rows, before, row.unit));
        }
        let is_of_day = row.is_state && !self.published.counted.contains(&field);
        let as_of = figures.as_of.filter(|_| is_of_day);
        let as_of = as_of.map(|day| format!("（{}現在）", self.site.settings.style.day(day)));
        let second = match row.unit {
            "人" => "人数",
            "" => "医療機関数",
            _ => "区の数",
        };
        let mut columns = vec![row.what.to_owned(), second.to_owned()];
        if before.is_some() {
            columns.extend(["前年度", "増減"].map(str::to_owned));
        }
        Some(FigureTable {
            caption: format!("{}{}", row.caption, as_of.unwrap_or_default()),
            columns,
            rows: lines,
            source: self.sources(row),
            is_long: is_long && before.is_none(),
        })
    }

    /// The rows of the year before; none where they would be what desks and registers say now.
    fn before(&self, row: &PartRow) -> Option<&[Count]> {
        let before = self.before.as_ref()?;
        let is_of_now = row.is_state && before.counted.contains(&row.field);
        let rows = before.figures.rows(row.field);
        (!is_of_now && !rows.is_empty()).then_some(rows)
    }

    /// What a table comes from, and the numbers of the year before where that is something else.
    fn sources(&self, row: &PartRow) -> String {
        let own = self.source(row.field);
        let is_counted = self.published.counted.contains(&row.field);
        let before = self.before.as_ref().filter(|_| self.before(row).is_some());
        match before.map(|before| before.counted.contains(&row.field)) {
            Some(true) if !is_counted => format!("{own}前年度の数は、{COUNTED}"),
            Some(false) if is_counted => {
                format!("{own}前年度の数は、前年度の報告の作成者が記載したものです。")
            }
            Some(_) | None => own,
        }
    }

    /// What a table or a list of this year comes from.
    pub(super) fn source(&self, field: Figure) -> String {
        if !self.published.counted.contains(&field) {
            return DECLARED.to_owned();
        }
        let is_state = part(field).map_or(field == Figure::Measures, |row| row.is_state);
        if !is_state {
            return COUNTED.to_owned();
        }
        let (all, behind) = (self.site.wards.len(), self.site.wards_behind(field));
        let some = (behind < all).then(|| format!("{all}区のうち{behind}区の情報です。"));
        let day = self.site.newest_confirmation();
        let day = day.filter(|_| field == Figure::InstitutionCounts);
        let day = day.map(|day| {
            let day = self.site.settings.style.day(day);
            format!("名簿で最も新しい確認日は、{day}です。")
        });
        let more: String = some.into_iter().chain(day).collect();
        format!("{CURRENT}{more}")
    }

    /// Where the ward of a row stands among the wards.
    fn position(&self, row: &FigureRow) -> usize {
        let mut wards = self.site.wards.iter();
        let name = row.cells.first().map(String::as_str);
        let position = wards.position(|ward| Some(ward.name.as_str()) == name);
        position.unwrap_or(usize::MAX)
    }

    fn total(&self, rows: &[Count], before: Option<&[Count]>, unit: &str) -> FigureRow {
        let all = self.site.wards.len();
        let sum = |rows: &[Count]| rows.iter().map(|count| count.number).sum::<u32>();
        let label = match rows.len() < all {
            true => format!("{all}区のうち{}区の合計", rows.len()),
            false => "合計".to_owned(),
        };
        let mut cells = vec![label, format!("{}{unit}", sum(rows))];
        if let Some(before) = before {
            let wards = before.len();
            let some = (wards < all).then(|| format!("（{wards}区の合計）"));
            cells.push(format!("{}{unit}{}", sum(before), some.unwrap_or_default()));
            let is_same = wards == rows.len() && gone(rows, before, unit).next().is_none();
            cells.push(match is_same {
                true => difference(sum(rows), sum(before), unit),
                false => "区が違います".to_owned(),
            });
        }
        FigureRow {
            span: 1,
            cells,
            marks: None,
            bar: None,
            is_total: true,
        }
    }

    /// めざすべき姿 or 取組項目 with everything that is done towards it.
    pub(super) fn measures(&self, division: &str, caption: &str, aim: &str) -> Option<FigureTable> {
        let measures = self.published.figures.measures.iter();
        let own: Vec<_> = measures
            .filter(|one| one.division.as_str().contains(division))
            .collect();
        let mut aims: Vec<&Text> = Vec::new();
        for measure in &own {
            if !aims.contains(&&measure.aim) {
                aims.push(&measure.aim);
            }
        }
        let rows = aims.into_iter().flat_map(|aim| {
            let actions: Vec<_> = own.iter().filter(|one| one.aim == *aim).collect();
            let count = actions.len();
            actions
                .into_iter()
                .enumerate()
                .map(move |(position, one)| FigureRow {
                    span: if position == 0 { count } else { 0 },
                    cells: vec![one.aim.to_string(), one.action.to_string()],
                    marks: None,
                    bar: None,
                    is_total: false,
                })
        });
        let rows: Vec<FigureRow> = rows.collect();
        (!rows.is_empty()).then(|| FigureTable {
            caption: caption.to_owned(),
            columns: vec![aim.to_owned(), "取組内容".to_owned()],
            rows,
            source: self.source(Figure::Measures),
            is_long: false,
        })
    }
}

/// A number with its bar, `most` being the longest, and beside it that of the year before.
fn line(count: &Count, before: Option<&[Count]>, unit: &str, most: u32) -> FigureRow {
    let marks: Vec<String> = count.notes.iter().map(|note| format!("※{note}")).collect();
    let mut cells = vec![count.label.to_string(), format!("{}{unit}", count.number)];
    if let Some(before) = before {
        cells.extend(compared(count, before, unit));
    }
    FigureRow {
        span: 1,
        cells,
        marks: (!marks.is_empty()).then(|| marks.join("、")),
        bar: (count.number * 100).checked_div(most),
        is_total: false,
    }
}

/// What only the year before has.
fn gone<'a>(
    rows: &'a [Count],
    before: &'a [Count],
    unit: &'a str,
) -> impl Iterator<Item = FigureRow> + 'a {
    let is_gone = |old: &&Count| !rows.iter().any(|count| count.is_same(old));
    before.iter().filter(is_gone).map(move |old| FigureRow {
        span: 1,
        cells: vec![
            old.label.to_string(),
            NOTHING.to_owned(),
            format!("{}{unit}", old.number),
            NO_DIFFERENCE.to_owned(),
        ],
        marks: None,
        bar: None,
        is_total: false,
    })
}

/// The number of the year before and the difference, in words.
fn compared(count: &Count, before: &[Count], unit: &str) -> [String; 2] {
    match before.iter().find(|other| other.is_same(count)) {
        Some(other) => [
            format!("{}{unit}", other.number),
            difference(count.number, other.number, unit),
        ],
        None => [NOTHING, NO_DIFFERENCE].map(str::to_owned),
    }
}

fn difference(now: u32, before: u32, unit: &str) -> String {
    match now.cmp(&before) {
        std::cmp::Ordering::Equal => "同じ".to_owned(),
        std::cmp::Ordering::Greater => format!("{}{unit}増えた", now - before),
        std::cmp::Ordering::Less => format!("{}{unit}減った", before - now),
    }
}
