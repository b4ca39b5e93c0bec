//! The review as Markdown.

use std::fmt::Write as _;

use crate::report::page::{Block, Cell, Exhibit, Line, Page, Table};
use crate::words::Card;

/// Writes the page.
pub fn markdown(page: &Page) -> String {
    let mut text = format!("# {}: {}\n\n", page.title, page.kind);
    for line in &page.lead {
        paragraph(&mut text, line);
    }
    for section in &page.sections {
        let _ = write!(text, "## {}\n\n", section.title);
        for block in &section.blocks {
            piece(&mut text, block);
        }
    }
    let _ = writeln!(text, "---\n\n{}", page.colophon);
    text
}

fn paragraph(text: &mut String, line: &str) {
    text.push_str(line);
    text.push_str("\n\n");
}

fn items(text: &mut String, lines: impl IntoIterator<Item = String>) {
    for line in lines {
        let _ = writeln!(text, "- {line}");
    }
    text.push('\n');
}

fn piece(text: &mut String, block: &Block) {
    match block {
        Block::Text(line) => paragraph(text, line),
        Block::Key(line) => paragraph(text, &format!("> {line}")),
        Block::Heading(line) => paragraph(text, &format!("### {line}")),
        Block::Label(line) => paragraph(text, &format!("#### {line}")),
        Block::List(lines) => items(text, lines.iter().cloned()),
        Block::Steps(lines) => {
            for (nth, line) in lines.iter().enumerate() {
                let _ = writeln!(text, "{}. {line}", nth + 1);
            }
            text.push('\n');
        }
        Block::Film(frames) => {
            let lines = frames.iter().map(|frame| format!("{}: **{}**. {}", frame.when, frame.headline, frame.step));
            items(text, lines);
        }
        Block::Seen(lines) => items(text, lines.iter().map(seen)),
        Block::Folded(summary, lines) => {
            paragraph(text, &format!("<details><summary>{summary}</summary>"));
            items(text, lines.iter().map(seen));
            paragraph(text, "</details>");
        }
        Block::Chart(chart) => paragraph(text, &chart.alternative),
        Block::Curve(curve) => paragraph(text, &curve.alternative),
        Block::Table(table) => tabled(text, table),
        Block::Exhibit(exhibit) => exhibited(text, exhibit),
    }
}

fn seen(line: &Line) -> String {
    let why = line.why.as_ref().map(|why| format!(" {why}")).unwrap_or_default();
    format!("{} *({})*{why}", line.text, line.sight.text)
}

fn tabled(text: &mut String, table: &Table) {
    paragraph(text, &format!("**{}**", table.caption));
    let _ = writeln!(text, "| {} |", table.head.join(" | "));
    let number = |column: usize| table.rows.iter().all(|row| matches!(row.get(column), Some(Cell::Number(_))));
    let rule = (0..table.head.len()).map(|column| if number(column) { "--:" } else { "---" });
    let _ = writeln!(text, "|{}|", rule.collect::<Vec<_>>().join("|"));
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(inside).collect();
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    }
    text.push('\n');
}

fn inside(cell: &Cell) -> String {
    let flat = match cell {
        Cell::Text(text) | Cell::Number(text) | Cell::Share(_, text) | Cell::Shade(_, text) => text.clone(),
        Cell::Lines(lines) => lines.join("; "),
    };
    flat.replace('|', "\\|").replace('\n', " ")
}

fn exhibited(text: &mut String, exhibit: &Exhibit) {
    paragraph(text, &format!("### {}", exhibit.title));
    paragraph(text, &format!("> {}", exhibit.act));
    paragraph(text, &exhibit.why);
    carded(text, &exhibit.truth.0, &exhibit.truth.1);
    if let Some((heading, card)) = &exhibit.seat {
        carded(text, heading, card);
    }
    paragraph(text, &format!("*{}*", exhibit.remark));
}

fn carded(text: &mut String, heading: &str, card: &Card) {
    paragraph(text, &format!("**{heading}**"));
    paragraph(text, &card.headline);
    items(text, card.rows.iter().map(|(label, line)| format!("**{label}**: {line}")));
}
