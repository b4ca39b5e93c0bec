//! What stands between states: pairs, measures, undertakings, notes.

use crate::ensemble::scribe::{Book, count, day, word};
use crate::ensemble::tables::{self, Rows};
use crate::law::Overall;
use crate::sim::legal::Matter;

pub(super) fn write(book: &Book<'_>, rows: &mut Rows) {
    rows.measures.extend(measures(book));
    rows.undertakings.extend(book.end().undertakings.iter().map(|undertaking| tables::Undertaking {
        scenario: book.slug(),
        run: book.run,
        undertaking: count(undertaking.id.index()),
        kind: word(undertaking.kind),
        from: book.code(undertaking.from),
        to: book.code(undertaking.to),
        content: word(undertaking.content),
        incident: undertaking.incident.map(|incident| count(incident.index())),
        after: undertaking.after.map(|word| count(word.index())),
        sequel: undertaking.sequel.map(|sequel| book.card(sequel.card)),
        made: day(undertaking.made),
        due: undertaking.due.map(day),
        status: word(undertaking.status),
        broken_by: i64::from(undertaking.broken_by.len()),
    }));
    rows.notes.extend(book.end().notes.iter().map(|note| tables::Note {
        scenario: book.slug(),
        run: book.run,
        note: count(note.id.index()),
        from: book.code(note.from),
        to: book.code(note.to),
        kind: word(note.kind),
        incident: note.about.map(|incident| count(incident.index())),
        day: day(note.day),
        public: note.known_to.is_public(),
    }));
}

fn measures(book: &Book<'_>) -> impl Iterator<Item = tables::Measure> {
    book.end().measures.iter().map(|measure| {
        let rulings = || {
            let all = book.game.turns.iter().flat_map(|turn| &turn.rulings);
            all.filter(|ruling| ruling.matter == Matter::Measure(measure.id)).map(|ruling| ruling.verdict)
        };
        tables::Measure {
            scenario: book.slug(),
            run: book.run,
            measure: count(measure.id.index()),
            state: book.code(measure.by),
            against: book.code(measure.against),
            act: book.card(measure.card),
            incident: measure.about.map(|incident| count(incident.index())),
            basis: word(measure.basis),
            level: word(measure.level),
            began: day(measure.began),
            ended: measure.ended.map(day),
            status: word(measure.status),
            verdict: rulings().next().map(|verdict| verdict.word().to_owned()),
            last_verdict: rulings().next_back().map(|verdict| verdict.word().to_owned()),
            unlawful_turns: count(rulings().filter(|verdict| *verdict == Overall::Unlawful).count()),
        }
    })
}
