//! The review as one self-contained HTML file: no script, no network, printable, in light and dark.

use maud::{DOCTYPE, Markup, PreEscaped, html as markup};

use crate::report::page::{Block, Cell, Exhibit, Frame, Line, Page, Section, SightKind, Table};
use crate::words::Card;

const STYLE: &str = include_str!("report.css");

/// Writes the page.
pub fn html(page: &Page) -> String {
    markup! {
        (DOCTYPE)
        html lang=(page.furniture.language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (typeset(&page.title)) " · " (page.kind) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a class="skip" href="#review" { (page.furniture.skip) }
                header {
                    p class="kind" { (page.kind) }
                    h1 { (typeset(&page.title)) }
                    @for line in &page.lead { p { (typeset(line)) } }
                }
                nav aria-labelledby="contents" {
                    h2 id="contents" { (page.furniture.contents) }
                    ol {
                        @for section in &page.sections {
                            li { a href={ "#" (section.id) } { (typeset(&section.title)) } }
                        }
                    }
                }
                main id="review" tabindex="-1" {
                    @for section in &page.sections { (panel(section)) }
                }
                footer { p { (typeset(&page.colophon)) } }
            }
        }
    }
    .into_string()
}

fn panel(section: &Section) -> Markup {
    let heading = format!("{}-heading", section.id);
    markup! {
        section id=(section.id) aria-labelledby=(heading) {
            h2 id=(heading) { (typeset(&section.title)) }
            @for block in &section.blocks { (piece(block)) }
        }
    }
}

fn piece(block: &Block) -> Markup {
    match block {
        Block::Text(text) => markup! { p { (typeset(text)) } },
        Block::Key(text) => markup! { p class="key" { (typeset(text)) } },
        Block::Heading(text) => markup! { h3 { (typeset(text)) } },
        Block::Label(text) => markup! { h4 { (typeset(text)) } },
        Block::List(items) => markup! { ul { @for item in items { li { (typeset(item)) } } } },
        Block::Steps(items) => markup! { ol class="steps" { @for item in items { li { (typeset(item)) } } } },
        Block::Film(frames) => film(frames),
        Block::Seen(lines) => seen(lines),
        Block::Folded(summary, lines) => markup! { details { summary { (typeset(summary)) } (seen(lines)) } },
        Block::Chart(chart) => markup! {
            figure {
                div class="scroll" tabindex="0" role="group" aria-label=(chart.caption) { (PreEscaped(chart.svg())) }
                figcaption { (chart.caption) }
            }
        },
        Block::Curve(curve) => markup! {
            figure {
                div class="scroll" tabindex="0" role="group" aria-label=(curve.caption) { (PreEscaped(curve.svg())) }
                figcaption { (curve.caption) }
            }
        },
        Block::Table(table) => tabled(table),
        Block::Exhibit(exhibit) => exhibited(exhibit),
    }
}

fn film(frames: &[Frame]) -> Markup {
    markup! {
        ol class="film" {
            @for frame in frames {
                li {
                    p class="when" { (typeset(&frame.when)) }
                    p class="headline" { (typeset(&frame.headline)) }
                    p class="step" { (typeset(&frame.step)) }
                }
            }
        }
    }
}

fn seen(lines: &[Line]) -> Markup {
    markup! {
        ul class="seen" {
            @for line in lines {
                li {
                    span class={ "sight " (class(line.sight.kind)) } {
                        span aria-hidden="true" { (line.sight.kind.sign()) } " " (typeset(&line.sight.text))
                    }
                    span class="told" {
                        (typeset(&line.text))
                        @if let Some(why) = &line.why { span class="why" { (typeset(why)) } }
                    }
                }
            }
        }
    }
}

const fn class(kind: SightKind) -> &'static str {
    match kind {
        SightKind::Public => "public",
        SightKind::Shared => "shared",
        SightKind::Own => "own",
        SightKind::Hidden => "hidden",
    }
}

fn tabled(table: &Table) -> Markup {
    let number = |row: &Vec<Cell>, column: usize| matches!(row.get(column), Some(Cell::Number(_)));
    let is_number = |column: usize| !table.rows.is_empty() && table.rows.iter().all(|row| number(row, column));
    markup! {
        div class="scroll" tabindex="0" role="group" aria-label=(typeset(&table.caption)) {
            table {
                caption { span { (typeset(&table.caption)) } }
                thead { tr {
                    @for (column, head) in table.head.iter().enumerate() {
                        th scope="col" class=[is_number(column).then_some("number")] { (typeset(head)) }
                    }
                } }
                tbody {
                    @for row in &table.rows {
                        tr {
                            @for (column, cell) in row.iter().enumerate() {
                                @if column == 0 { th scope="row" { (inside(cell)) } }
                                @else { td class=[matches!(cell, Cell::Number(_)).then_some("number")] { (inside(cell)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn inside(cell: &Cell) -> Markup {
    match cell {
        Cell::Text(text) => markup! { (typeset(text)) },
        Cell::Number(number) => markup! { (number) },
        Cell::Lines(lines) if lines.len() == 1 => markup! { (typeset(&lines[0])) },
        Cell::Lines(lines) => markup! { ul { @for line in lines { li { (typeset(line)) } } } },
        Cell::Share(share, text) => markup! {
            span class="share" aria-hidden="true" { span style={ "width:" (share / 10) "%" } {} }
            (typeset(text))
        },
        // The shade goes with the number, never instead of it, and stays light enough to read on.
        Cell::Shade(share, text) => markup! {
            span class="shade" style={ "--share:" (share.clamp(&0, &1000) / 10) "%" } { (text) }
        },
    }
}

fn exhibited(exhibit: &Exhibit) -> Markup {
    markup! {
        article class="exhibit" {
            h3 { (typeset(&exhibit.title)) }
            p class="key" { (typeset(&exhibit.act)) }
            p { (typeset(&exhibit.why)) }
            div class="cards" {
                (carded(&exhibit.truth.0, &exhibit.truth.1))
                @if let Some((heading, card)) = &exhibit.seat { (carded(heading, card)) }
            }
            p class="remark" { (typeset(&exhibit.remark)) }
        }
    }
}

fn carded(heading: &str, card: &Card) -> Markup {
    markup! {
        div class="card" {
            h4 { (typeset(heading)) }
            p class="verdict" { (typeset(&card.headline)) }
            dl {
                @for (label, text) in &card.rows {
                    dt { (label) }
                    dd { (typeset(text)) }
                }
            }
        }
    }
}

/// Text as a printer would set it: apostrophes curl.
fn typeset(text: &str) -> String {
    let mut set = String::with_capacity(text.len() + 8);
    let mut last = ' ';
    for letter in text.chars() {
        set.push(if letter == '\'' && last.is_alphanumeric() { '’' } else { letter });
        last = letter;
    }
    set
}
