//! The headline of a turn: what a newspaper could have printed, so only what became public.

use crate::base::Turn;
use crate::base::id::{IncidentId, NoteId, StateId, WrongId};
use crate::law::norm::Standing;
use crate::sim::event::What;
use crate::sim::incidents::Incident;
use crate::sim::legal::ClaimStep;
use crate::sim::measures::MeasureStatus;
use crate::sim::relations::{NoteKind, Relations, Sided, UndertakingKind, UndertakingStatus};
use crate::sim::{Event, TurnRecord};
use crate::words::events::{Telling, word};
use crate::words::locale::Arg;
use crate::words::text::capitalised;

/// The step from which the ladder makes the front page by itself.
const GRAVE_STEP: u8 = 6;

impl Telling<'_> {
    /// The public headline of a turn, without full stop: the weightiest public event, and the next weightiest of another
    /// kind where there is one.
    pub fn headline(&self, record: &TurnRecord) -> String {
        self.front_page(record.turn, &record.events)
    }

    /// The same for a turn's events, as far as its reader learnt of them.
    pub fn front_page(&self, turn: Turn, events: &[Event]) -> String {
        let mut stories: Vec<(u8, usize, String)> = Vec::new();
        for (place, event) in events.iter().enumerate().filter(|(_, event)| event.audience.is_public()) {
            if let Some((weight, text)) = self.story(event)
                && stories.iter().all(|(known, ..)| *known != weight)
            {
                stories.push((weight, place, text));
            }
        }
        stories.sort_by_key(|(weight, place, _)| (std::cmp::Reverse(*weight), *place));
        let text = match stories.as_slice() {
            [] => self.quiet(turn),
            [(.., only)] => only.clone(),
            [(.., first), rest @ ..] => {
                // A second story about the same incident would only say it again.
                let told = events.iter().filter_map(|event| self.incident_of(event)).find(|told| first.contains(told));
                match rest.iter().find(|(.., text)| told.as_ref().is_none_or(|told| !text.contains(told))) {
                    Some((.., second)) => {
                        self.say("headline-also", &[("first", first.into()), ("second", second.into())])
                    }
                    None => first.clone(),
                }
            }
        };
        capitalised(&text)
    }

    /// The headline of a turn of which nothing became public: what is still open, or who says nothing. Who knew of an incident on
    /// an earlier day cannot be told from its row, so only the turn before this morning tells of one.
    fn quiet(&self, turn: Turn) -> String {
        let is_last = self.scene.turn.0 == turn.0 + 1;
        let is_open = |row: &&Incident| is_last && row.known_to.is_public() && row.ceased.is_none();
        let n = ("n", u32::from(turn.0 % 3).into());
        // Every other turn: a paper that always writes the same is not read.
        if let Some(row) = self.scene.incidents.iter().rev().find(is_open).filter(|_| turn.0.is_multiple_of(2)) {
            return self.incident_story("headline-quiet-open", row.id).unwrap_or_default();
        }
        match self.scene.ties.iter().max_by_key(|tie| (tie.step, tie.tension, std::cmp::Reverse((tie.low, tie.high)))) {
            Some(tie) => self.pair_story("headline-quiet", Sided { low: tie.low, high: tie.high }, &[n]),
            None => self.say("headline-quiet-nowhere", &[]),
        }
    }

    /// What a court does as a headline.
    fn claim_story(&self, claim: WrongId, step: ClaimStep) -> Option<(u8, String)> {
        let row = self.scene.claims.get(claim.index())?;
        let (claimant, respondent) = (self.state(row.claimant), self.state(row.respondent));
        match step {
            ClaimStep::Indicated => {
                Some((83, self.say("headline-court-order", &[("respondent", (&respondent).into())])))
            }
            ClaimStep::Decided(judgment) => {
                let judgment = word(judgment);
                let args = [
                    ("claimant", (&claimant).into()),
                    ("respondent", (&respondent).into()),
                    ("judgment", (&judgment).into()),
                ];
                Some((84, self.say("headline-judgment", &args)))
            }
            _ => None,
        }
    }

    /// A public event as a headline, and its weight: one story of each weight is enough.
    fn story(&self, event: &Event) -> Option<(u8, String)> {
        Some(match event.what {
            What::RelationsChanged { pair, from, to } => {
                let (weight, id) = match to {
                    Relations::Severed => (95, "headline-severed"),
                    _ if to < from => (60, "headline-mended"),
                    Relations::AmbassadorRecalled => (70, "headline-recalled"),
                    _ => (72, "headline-reduced"),
                };
                (weight, self.pair_story(id, pair, &[]))
            }
            What::Stepped { pair, from, to } => {
                let (weight, id) = match to {
                    _ if to < from => (30, "headline-down"),
                    GRAVE_STEP.. => (90, "headline-war"),
                    _ => (40, "headline-up"),
                };
                let more = [("to", self.step(to).into()), ("n", u32::from(pair.high.0 % 2).into())];
                (weight, self.pair_story(id, pair, &more))
            }
            What::ResolutionDecided { resolution, status } => {
                let (named, status) = (self.resolution(resolution), word(status));
                let args = [("resolution", (&named).into()), ("status", (&status).into())];
                (78, self.say("headline-resolution", &args))
            }
            What::StandingChanged { tenet, to, .. } if to > Standing::Minority => {
                let (norm, _) = self.tenet(tenet);
                (74, self.say("headline-standing", &[("norm", (&norm).into())]))
            }
            What::Reported { resolution } => {
                let about = self.scene.resolutions.get(resolution.index())?.incident.map(|id| self.incident(id));
                let told = about.map_or_else(
                    || self.words.say("headline-reported-bare"),
                    |about| self.say("headline-reported", &[("incident", (&about).into())]),
                );
                (77, told)
            }
            // The same story as relations that are reduced, if they were not before.
            What::DiplomatsExpelled { expulsion } => (72, self.expelled("headline-expelled", expulsion)),
            What::ResolutionTabled { resolution } => {
                let row = self.scene.resolutions.get(resolution.index())?;
                let (by, named) = (self.state(row.by), self.resolution(resolution));
                (62, self.say("headline-tabled", &[("by", (&by).into()), ("resolution", (&named).into())]))
            }
            What::TreatiesAgreed { pair } => (54, self.pair_story("headline-treaty-agreed", pair, &[])),
            What::TreatiesDenounced { pair } => (55, self.pair_story("headline-treaty", pair, &[])),
            What::NoteDelivered { note } => return self.note_story(note),
            What::MeasureImposed { measure } => {
                let row = self.scene.measures.get(measure.index())?;
                let (by, against, deed) = (self.state(row.by), self.state(row.against), self.measure_deed(row));
                let args = [("by", (&by).into()), ("against", (&against).into()), ("deed", (&deed).into())];
                (75, self.say("headline-measure", &args))
            }
            What::MeasureAltered { measure, status: MeasureStatus::Lifted } => {
                let row = self.scene.measures.get(measure.index())?;
                let (by, deed) = (self.state(row.by), self.measure_deed(row));
                (65, self.say("headline-lifted", &[("by", (&by).into()), ("deed", (&deed).into())]))
            }
            What::IncidentLearnt { incident } | What::IncidentNoticed { incident } => {
                (85, self.incident_story("headline-incident", incident)?)
            }
            What::Published { by, incident, names } => {
                let (by, told) = (self.actor(by), self.incident(incident));
                let question = names.map(|question| self.question(question, incident));
                let args = [
                    ("by", (&by).into()),
                    ("incident", (&told).into()),
                    ("question", question.as_deref().unwrap_or_default().into()),
                ];
                let id = if question.is_some() { "headline-published-naming" } else { "headline-published" };
                (86, self.say(id, &args))
            }
            What::ClaimAdvanced { claim, step } => return self.claim_story(claim, step),
            What::Accident { pair, talked_down: false } => (82, self.pair_story("headline-accident", pair, &[])),
            What::IncidentCeased { incident } => (35, self.incident_story("headline-ceased", incident)?),
            What::EvidenceDisclosed { evidence } => {
                let item = self.evidence_at(evidence)?;
                let (holder, kind) = (self.state(item.holder), self.evidence(item));
                (50, self.say("headline-evidence", &[("holder", (&holder).into()), ("evidence", (&kind).into())]))
            }
            What::Pledged { undertaking } => {
                let text = self.pledged(self.scene.undertakings.get(undertaking.index())?);
                (58, self.say("headline-pledge", &[("text", (&text).into())]))
            }
            What::UndertakingResolved { undertaking, status } => {
                let row = self.scene.undertakings.get(undertaking.index())?;
                let (from, to, named) = (self.state(row.from), self.state(row.to), self.undertaking(undertaking));
                let args = [("from", (&from).into()), ("to", (&to).into()), ("undertaking", (&named).into())];
                match status {
                    // What an ultimatum announced makes its own headline.
                    UndertakingStatus::Kept if row.kind == UndertakingKind::Ultimatum => return None,
                    UndertakingStatus::Broken if row.kind == UndertakingKind::Ultimatum => {
                        (79, self.say("headline-bluff", &args))
                    }
                    UndertakingStatus::Accepted | UndertakingStatus::Kept => (80, self.say("headline-agreed", &args)),
                    UndertakingStatus::Denounced => (81, self.say("headline-denounced", &args)),
                    UndertakingStatus::Broken => (82, self.say("headline-broken", &args)),
                    _ => return None,
                }
            }
            _ => return None,
        })
    }

    /// What an event's incident is called, if it is about one.
    fn incident_of(&self, event: &Event) -> Option<String> {
        let id = match event.what {
            What::IncidentLearnt { incident }
            | What::Published { incident, .. }
            | What::IncidentNoticed { incident }
            | What::IncidentCeased { incident } => incident,
            What::NoteDelivered { note } => self.scene.notes.get(note.index())?.about?,
            _ => return None,
        };
        Some(self.incident(id))
    }

    /// The victim is named unless the incident's own name does so.
    fn incident_story(&self, id: &str, incident: IncidentId) -> Option<String> {
        let victim = self.state(self.scene.incidents.get(incident.index())?.victim);
        let incident = self.incident(incident);
        let id = if incident.contains(&victim) { format!("{id}-bare") } else { id.to_owned() };
        Some(self.say(&id, &[("victim", (&victim).into()), ("incident", (&incident).into())]))
    }

    fn pair_story(&self, id: &str, pair: Sided<StateId>, more: &[(&str, Arg<'_>)]) -> String {
        let (one, other) = (self.state(pair.low), self.state(pair.high));
        let mut args = vec![("one", (&one).into()), ("other", (&other).into())];
        args.extend_from_slice(more);
        self.say(id, &args)
    }

    fn note_story(&self, note: NoteId) -> Option<(u8, String)> {
        let note = self.scene.notes.get(note.index())?;
        let (from, to) = (self.state(note.from), self.state(note.to));
        let incident = note.about.map(|id| self.incident(id));
        let args = [
            ("from", (&from).into()),
            ("to", (&to).into()),
            ("incident", incident.as_deref().unwrap_or("none").into()),
        ];
        let (weight, id) = match note.kind {
            NoteKind::Accusation => (88, "headline-accusation"),
            NoteKind::CounterAccusation => (87, "headline-counter-accusation"),
            NoteKind::Denial => (68, "headline-denial"),
            NoteKind::Admission => (92, "headline-admission"),
            NoteKind::Apology => (91, "headline-apology"),
            NoteKind::Surrender => (89, "headline-surrender"),
            NoteKind::Notice => (67, "headline-notice"),
            NoteKind::Warning => (66, "headline-warning"),
            NoteKind::Inquiry => (64, "headline-inquiry"),
            NoteKind::Demand => (57, "headline-demand"),
            NoteKind::Request => (47, "headline-request"),
            NoteKind::Demarche => (45, "headline-demarche"),
            NoteKind::Reassurance => (33, "headline-reassurance"),
        };
        Some((weight, self.say(id, &args)))
    }
}
