//! Briefings at two reading levels, from the scenario's Markdown.

use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use crate::server::pages::seat::{Seat, back};
use crate::server::pages::terms::Terms;

/// At which level a briefing is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::server) enum Reading {
    /// In plain words.
    Plain,
    /// At full length.
    Full,
}

/// A text as HTML. Headings come below the page's own, and markup that the text brings along is left out.
pub(super) fn prose(text: &str, terms: &mut Terms) -> Markup {
    let lower = |level| match level {
        HeadingLevel::H1 => HeadingLevel::H3,
        _ => HeadingLevel::H4,
    };
    let mut in_heading = false;
    let events = Parser::new(text).filter_map(|event| match event {
        // Markup of its own is left out; nothing is fetched from elsewhere, and nobody is led away.
        Event::Html(_)
        | Event::InlineHtml(_)
        | Event::Start(Tag::Link { .. } | Tag::Image { .. })
        | Event::End(TagEnd::Link | TagEnd::Image) => None,
        Event::Start(Tag::Heading { level, .. }) => {
            in_heading = true;
            Some(Event::Start(Tag::Heading { level: lower(level), id: None, classes: Vec::new(), attrs: Vec::new() }))
        }
        Event::End(TagEnd::Heading(level)) => {
            in_heading = false;
            Some(Event::End(TagEnd::Heading(lower(level))))
        }
        // Escaped by the same hand as every page, and with its terms opened.
        Event::Text(text) if !in_heading => Some(Event::InlineHtml(terms.link(&text).0.into())),
        other => Some(other),
    });
    let mut written = String::new();
    pulldown_cmark::html::push_html(&mut written, events);
    PreEscaped(written)
}

/// The briefing at full length.
pub(in crate::server) fn full(seat: &Seat<'_>, texts: &[String]) -> Markup {
    let words = seat.words;
    let title = words.say("seat-briefing-full");
    let mut terms = Terms::new(words);
    seat.page(
        &title,
        &html! {
            (back(words))
            h2 { (title) }
            div class="prose" lang=[words.foreign()] { @for text in texts { (prose(text, &mut terms)) } }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_is_drawn_and_markup_in_it_is_not() {
        let mut terms = Terms::new(&crate::words::Words::english().unwrap());
        let drawn = prose(
            "# Two <b>lines</b>\n\n**bold** & [a link](http://x.test)<script>alert(1)</script>\n\n<div>x</div>",
            &mut terms,
        )
        .0;
        let term = prose("# A breach\n\nno *breach* <", &mut terms).0;
        assert_eq!(
            term,
            "<h3>A breach</h3>\n<p>no <em><a class=\"term\" href=\"/codex#term-breach\">breach</a></em> &lt;</p>\n"
        );
        assert_eq!(drawn, "<h3>Two lines</h3>\n<p><strong>bold</strong> &amp; a linkalert(1)</p>\n");
    }
}
