//! Questions for the debrief: three that always help, and those that this game raises by itself.

use crate::report::desk::{Authorship, Desk};
use crate::report::page::{Block, Section};
use crate::report::sections::audit::charges;
use crate::report::sections::deeds::is_false_denial;
use crate::report::sections::exhibits::Chosen;
use crate::report::sections::ladder::highest;
use crate::report::sections::measures::overdue;

pub(super) fn section(desk: &Desk<'_>, chosen: &Chosen<'_>) -> Section {
    let (history, telling) = (desk.history, &desk.telling);
    let mut asked = vec![desk.say("question-plan"), desk.say("question-fact")];
    let wrong =
        |accused, incident| matches!(desk.authorship(accused, incident), Authorship::Other | Authorship::Nobody);
    let charges = charges(desk);
    let charge =
        (charges.iter().find(|charge| wrong(charge.to, charge.incident)).map(|charge| (charge, "question-wrong")))
            .or_else(|| charges.first().map(|charge| (charge, "question-right")));
    if let Some((charge, id)) = charge {
        let (accuser, accused) = (telling.state(charge.from), telling.state(charge.to));
        asked.push(desk.with(id, &[("accuser", (&accuser).into()), ("accused", (&accused).into())]));
    }
    let unwise = chosen.unwise.as_ref().map(|(one, _)| *one);
    for (one, id) in [(unwise, "question-unwise"), (chosen.split, "question-split")] {
        if let Some(one) = one {
            let act = desk.act(one);
            let act = act.trim_end_matches('.');
            asked.push(desk.with(id, &[("act", act.into())]));
        }
    }
    if let Some(measure) = history.end().measures.iter().find(|measure| overdue(desk, measure).is_some()) {
        let measure = telling.measure(measure.id);
        asked.push(desk.with("question-measure", &[("measure", (&measure).into())]));
    }
    if let Some(note) = history.end().notes.iter().find(|note| is_false_denial(desk, note)) {
        let state = telling.state(note.from);
        asked.push(desk.with("question-denial", &[("state", (&state).into())]));
    }
    let tops: Vec<u8> = history.turns.iter().map(|played| highest(&played.after)).collect();
    if let Some(peak) = tops.iter().copied().max().filter(|peak| *peak > 0)
        && let Some(place) = tops.iter().position(|step| *step == peak)
    {
        let turn = desk.turn(place);
        asked.push(desk.with("question-peak", &[("turn", (&turn).into()), ("name", telling.step(peak).into())]));
    }
    asked.push(desk.say("question-fixes"));
    Section { id: "questions".into(), title: desk.say("questions"), blocks: vec![Block::Steps(asked)] }
}
