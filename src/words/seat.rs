//! What one seat reads: who it is, what happened, what it knows and how surely, what it could do, and what came of it.

use crate::base::{StateSet, Turn};
use crate::law::Opinion;
use crate::law::score::Record;
use crate::sim::Event;
use crate::sim::effect::Cause;
use crate::sim::event::What;
use crate::sim::incidents::Incident;
use crate::sim::order::Order;
use crate::sim::scenario::{Cast, Goal, Line, Scenario};
use crate::view::{Draft, Obstacle, Seen, View, milder};
use crate::words::events::{Telling, is_said_by_its_order};
use crate::words::text::capitalised;
use crate::words::{Card, Words, brief, card};

/// How many wants and fears are named.
const WANTS: usize = 3;
/// Moves of a gauge below this many thousandths are not worth a line.
const NOTICEABLE: i32 = 10;

/// The names as a view numbers its incidents; one that the scenario does not name is left to its description.
pub fn cast_of(view: &View, cast: &Cast) -> Cast {
    let name = |incident: &Incident| {
        let place = view.cast_place(incident.id);
        place.and_then(|place| cast.incidents.get(place)).cloned().unwrap_or_default()
    };
    Cast { incidents: view.known.incidents.iter().map(name).collect(), ..cast.clone() }
}

/// What a seat reads this turn. The telling speaks in the view's numbers, by [`cast_of`].
#[derive(Clone, Copy)]
pub struct Outlook<'a> {
    /// Names and rows, as the seat knows them.
    pub telling: Telling<'a>,
    /// What it sees.
    pub view: &'a View,
    /// What it is about.
    pub scenario: &'a Scenario,
}

impl<'a> Outlook<'a> {
    /// Everything a seat reads of a view; `cast` is the view's own, `orders` those of the past turn in its numbers.
    pub fn new(words: &'a Words, view: &'a View, cast: &'a Cast, scenario: &'a Scenario, orders: &'a [Order]) -> Self {
        let telling = Telling { words, rules: view.rules(), cast, scene: &view.known, orders };
        Self { telling, view, scenario }
    }

    fn words(&self) -> &'a Words {
        self.telling.words
    }

    /// Who one is, what happened, and what to do: three paragraphs.
    pub fn situation(&self) -> [String; 3] {
        [self.who(), self.happened(), self.now()]
    }

    /// The same after what came of a turn has been told: what is now held about incidents, and what to do.
    pub fn resumed(&self) -> [String; 2] {
        [self.lead(&self.held()), self.now()]
    }

    fn who(&self) -> String {
        let state = self.telling.state(self.view.seat);
        let about = self.telling.cast.states.get(self.view.seat.index());
        let about = about.map(|named| named.about.as_str()).unwrap_or_default();
        let args = [("state", (&state).into()), ("about", about.into())];
        // What the state is like is said once.
        let first = self.view.known.turn == Turn(0);
        let mut told = vec![self.words().say_with(if first { "play-you" } else { "play-you-still" }, &args)];
        let mut wants: Vec<_> = self.view.interests.iter().collect();
        wants.sort_by_key(|want| std::cmp::Reverse(want.weight));
        let goals: Vec<String> = wants.into_iter().take(WANTS).map(|want| self.goal(want.goal)).collect();
        if !goals.is_empty() {
            let goals = self.words().list("list-and", &goals);
            told.push(self.words().say_with("play-wants", &[("goals", (&goals).into())]));
        }
        let lines: Vec<String> = self.view.red_lines.iter().take(WANTS).map(|line| self.line(*line)).collect();
        if !lines.is_empty() {
            let lines = self.words().list("list-or", &lines);
            told.push(self.words().say_with("play-fears", &[("lines", (&lines).into())]));
        }
        told.join(" ")
    }

    /// A want, as a noun.
    fn goal(&self, goal: Goal) -> String {
        let (telling, words) = (&self.telling, self.words());
        let state = |id: &str, state| words.say_with(id, &[("state", (&telling.state(state)).into())]);
        let incident = |id: &str, incident| words.say_with(id, &[("incident", (&telling.incident(incident)).into())]);
        let actor = |id: &str, actor| words.say_with(id, &[("actor", (&telling.actor(actor)).into())]);
        match goal {
            Goal::CalmWith(other) => state("goal-calm-with", other),
            Goal::FriendshipWith(other) => state("goal-friendship-with", other),
            Goal::Legitimacy => words.say("goal-legitimacy"),
            Goal::QuietAtHome => words.say("goal-quiet-at-home"),
            Goal::Prosperity => words.say("goal-prosperity"),
            Goal::Protect(sector) => words.say_with("goal-protect", &[("thing", (&telling.systems(sector)).into())]),
            Goal::KnowTheAuthor(id) => incident("goal-know-the-author", id),
            Goal::Deny(id) => words.say_with("goal-deny", &[("incident", (&telling.operation(id)).into())]),
            Goal::EndOf(id) => incident("goal-end-of", id),
            Goal::Weaken(other) => state("goal-weaken", other),
            Goal::Relief => words.say("goal-relief"),
            Goal::ActorAtWork(id) => actor("goal-actor-at-work", id),
            Goal::ActorShutDown(id) => actor("goal-actor-shut-down", id),
            Goal::InsightInto(other) => state("goal-insight-into", other),
        }
    }

    fn line(&self, line: Line) -> String {
        let (telling, words) = (&self.telling, self.words());
        match line {
            Line::Sector(sector, _) => words.say_with("line-sector", &[("thing", (&telling.systems(sector)).into())]),
            Line::Asset(asset) => words.say_with("line-asset", &[("thing", (&telling.asset(asset)).into())]),
            Line::Casualties => words.say("line-casualties"),
            Line::PublicAccusation => words.say("line-public-accusation"),
            Line::Step(step) => words.say_with("line-step", &[("name", telling.step(step).into())]),
        }
    }

    /// The weightiest things that came to its notice.
    fn happened(&self) -> String {
        let came = self.came();
        // On the first morning there is only history.
        if came.is_empty() { self.lead(&self.history()) } else { self.lead(&came) }
    }

    /// What is known to have happened, the gravest first, with what is held about it.
    fn history(&self) -> Vec<String> {
        let mut known: Vec<&Incident> = self.view.known.incidents.iter().collect();
        known.sort_by_key(|incident| (std::cmp::Reverse(incident.gravity), incident.id));
        let told = |incident: &Incident| {
            let named = capitalised(&self.telling.incident(incident.id));
            let since = incident.noticed.map(|day| self.telling.day(day));
            let args = [
                ("incident", (&named).into()),
                ("since", since.as_deref().unwrap_or_default().into()),
                ("known", if since.is_some() { "yes" } else { "no" }.into()),
                ("over", if incident.ceased.is_some() { "yes" } else { "no" }.into()),
            ];
            let about = self.view_on(incident).unwrap_or_default();
            format!("{} {about}", self.words().say_with("play-happened-incident", &args)).trim_end().to_owned()
        };
        known.into_iter().map(told).collect()
    }

    /// What it holds about every incident it knows of, the latest first.
    fn held(&self) -> Vec<String> {
        let mut known: Vec<&Incident> = self.view.known.incidents.iter().collect();
        known.sort_by_key(|incident| (std::cmp::Reverse(incident.noticed), incident.id));
        known.into_iter().map(|incident| self.about(incident)).collect()
    }

    /// The first two of several things.
    fn lead(&self, told: &[String]) -> String {
        let words = self.words();
        match told {
            [] => words.say("play-happened-nothing"),
            [only] => words.say_with("play-happened", &[("what", only.into())]),
            [first, second, ..] => {
                words.say_with("play-happened-more", &[("first", first.into()), ("second", second.into())])
            }
        }
    }

    fn now(&self) -> String {
        let (telling, known) = (&self.telling, &self.view.known);
        let turn = self.words().say_with("turn-of", &[("turn", (u32::from(known.turn.0) + 1).into())]);
        let (from, to) = (telling.day(known.day), telling.day(known.day.plus(i32::from(known.span.0) - 1)));
        self.words().say_with(
            "play-now",
            &[
                ("turn", (&capitalised(&turn)).into()),
                ("turns", u32::from(self.scenario.turns).into()),
                ("from", (&from).into()),
                ("to", (&to).into()),
                ("points", self.view.attention().max(0).unsigned_abs().into()),
            ],
        )
    }

    /// A draft as a person chooses it: “Lodge a démarche, to Tesk, over the blackout”.
    pub fn choice(&self, draft: &Draft) -> String {
        let (telling, words, terms) = (&self.telling, self.words(), &draft.order.terms);
        let part = |id: &str, name: &str, text: Option<String>| {
            text.map(|text| words.say_with(id, &[(name, (&text).into())])).unwrap_or_default()
        };
        let thing = terms.asset.map(|id| telling.asset(id));
        // An asset says already whose it is.
        let target = terms.target.filter(|_| thing.is_none()).map(|state| telling.state(state));
        let act = telling.choice(draft.order.act);
        let word = terms.undertaking.map(|id| telling.undertaking(id));
        let draft_text = terms.resolution.map(|id| telling.resolution(id));
        let content = terms.content.map(|content| telling.content(content));
        let other = terms.other_move.map(|id| telling.title(id));
        let party = terms.other_party.map(|state| telling.state(state));
        let to = part("choice-to", "target", target)
            + &part("choice-and", "party", party)
            + &part("choice-word", "word", word.or(draft_text))
            + &part("choice-move", "move", other)
            + &part("choice-content", "content", content);
        let at = part("choice-at", "thing", thing);
        let over = part("clause-over", "incident", terms.incident.map(|id| telling.incident(id)));
        words.say_with(
            "choice",
            &[("act", (&act).into()), ("to", (&to).into()), ("at", (&at).into()), ("over", (&over).into())],
        )
    }

    /// Why an act cannot be ordered now, as a clause.
    pub fn obstacle(&self, obstacle: Obstacle) -> String {
        match obstacle {
            Obstacle::Refused(refusal) => self.telling.why(refusal),
            other => other.to_string(),
        }
    }

    /// The legality card on a draft, on what the seat knows.
    pub fn card(&self, draft: &Draft, opinion: &Opinion) -> Card {
        let law = &self.view.rules().law;
        let act = law.act(draft.order.act);
        let milder = milder(self.view, draft, opinion);
        card(self.words(), &law.under(&self.view.known), act, opinion, milder.as_ref())
    }

    /// The same opinion at its full length, as Markdown: every rule raised and how the cost adds up.
    pub fn brief(&self, draft: &Draft, opinion: &Opinion) -> String {
        let law = &self.view.rules().law;
        let act = law.act(draft.order.act);
        let milder = milder(self.view, draft, opinion);
        brief(self.words(), &law.under(&self.view.known), act, opinion, milder.as_ref(), Record::default())
    }

    /// What the seat noticed of the past turn, as events that a telling tells.
    pub fn noticed(&self) -> Vec<Event> {
        let own = StateSet::of(self.view.seat);
        let event = |seen: &Seen| Event {
            phase: seen.phase,
            day: seen.day,
            cause: seen.cause.unwrap_or(Cause::Drift),
            audience: if seen.is_public { StateSet::ALL } else { own },
            what: seen.what,
        };
        self.view.events.iter().map(event).collect()
    }

    /// What came of the past turn, as far as the seat noticed.
    pub fn came(&self) -> Vec<String> {
        let mut told: Vec<String> = Vec::new();
        for event in self.noticed() {
            let is_left_out = match event.what {
                What::Shifted { by, .. } | What::Bent { by, .. } => by.abs() < NOTICEABLE,
                What::Ruled { .. } => true,
                what => is_said_by_its_order(event.cause, what),
            };
            let sentence = self.telling.event(&event);
            if !is_left_out && !told.contains(&sentence) {
                told.push(sentence);
            }
        }
        told
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::StateId;
    use crate::content::library;
    use crate::session::Game;
    use crate::view::menu;

    #[test]
    fn the_first_morning_reads_in_three_paragraphs() {
        let book = library::embedded("first-note").unwrap();
        let game = Game::new(book.stage().unwrap(), &book.source, 7).unwrap();
        let (words, view) = (Words::english().unwrap(), game.view(StateId(0)).unwrap());
        let cast = cast_of(&view, &game.scenario().cast);
        let outlook = Outlook::new(&words, &view, &cast, game.scenario(), &[]);
        let text = outlook.situation().join("\n") + "\n\n" + &outlook.evidence().join("\n");
        insta::assert_snapshot!(text);
        let menu = menu(&view);
        let protest = menu.entries.iter().flat_map(|entry| &entry.candidates);
        let protest = protest.map(|candidate| outlook.choice(&candidate.draft)).find(|act| act.contains("démarche"));
        assert_eq!(protest.as_deref(), Some("Lodge a démarche, to Tesk, over the reading of the ministry's cables"));
        assert!(outlook.came().is_empty(), "nothing has been played");
    }
}
