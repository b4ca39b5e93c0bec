//! A seat in a class elsewhere: what happened and waits, what could be done with its legality card, messages, the team and the
//! evidence on one page, and the map on another. Narrower than the desk of a game in this window: all that is said is the host's.

use std::collections::BTreeMap;

use bevy_egui::egui::{self, CollapsingHeader, RichText, ScrollArea, TextEdit, Ui, vec2};

use crate::agents::Mandate;
use crate::console::away::Away;
use crate::console::clock;
use crate::console::look;
use crate::console::screens::desk::{Board, acts};
use crate::console::screens::join::drafting::{question, ways};
use crate::console::screens::join::listed;
use crate::console::screens::join::map::Map;
use crate::console::theme::Tone;
use crate::law::Overall;
use crate::server::white_cell::VERDICTS;
use crate::session::desk::{Millis, Moment};
use crate::session::room::Clock;
use crate::session::wish::{LONGEST_MESSAGE, LONGEST_WORD};
use crate::wire::api::{
    Appeal, Draft, Menu, MoreTime, Order, Pending, Prepared, Proposed, Ready, SeatView, Standing, StandingOrders,
    Voice, Way, Write,
};
use crate::words::{Card, Words};

/// What is being done on the page.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Whether one looks at the map.
    shows_map: bool,
    map: Map,
    board: Board,
    draft: Option<Draft>,
    search: String,
    to: Vec<String>,
    text: String,
    looks: bool,
    appeal: String,
    words: BTreeMap<u16, String>,
}

impl Page {
    /// A new morning has come: what was being drafted, and what was being said on drafts, is of yesterday. A letter is not.
    pub(super) fn morning(&mut self) {
        self.draft = None;
        self.words.clear();
        self.board = Board::default();
        self.map.morning();
    }

    /// Draws the page; says whether one wants to leave.
    pub(super) fn ui(&mut self, ui: &mut Ui, words: &Words, away: &mut Away) -> bool {
        let mut leaves = false;
        let (Some(seat), Some(menu)) = (away.seat.clone(), away.menu.clone()) else {
            look::waiting(ui, &words.say("con-join-waiting"));
            lost(ui, away);
            return ui.button(words.say("con-away-leave")).clicked();
        };
        if let Some(draft) = &self.draft {
            away.consult(draft);
        }
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(&seat.game.title).size(18.0).strong());
            let place = seat.state.clone().unwrap_or_else(|| words.say("press-title"));
            ui.label(RichText::new(place).size(18.0));
            let office = words.say_with("office", &[("office", (&seat.office).into())]);
            ui.label(format!("{} ({office})", seat.name));
            let (turn, turns) = (u32::from(seat.game.turn + 1), u32::from(seat.game.turns));
            let turn = [("turn", turn.min(turns).into()), ("turns", turns.into())];
            ui.label(words.say_with("seat-turn", &turn));
            if seat.game.over {
                ui.strong(words.say("seat-over"));
            } else {
                look::clock(ui, words, face(&seat.game, away.since), clock::now());
            }
            leaves = ui.button(words.say("con-away-leave")).clicked();
            // At the end, where it moves no button from under the pointer.
            if away.is_waiting() {
                ui.add(egui::Spinner::new().size(16.0));
            }
        });
        lost(ui, away);
        if let Some(drawn) = away.drawn.clone() {
            let faces = [(false, words.say("con-away-table")), (true, words.say("con-map"))];
            look::choices(ui, &mut self.shows_map, &faces);
            if self.shows_map {
                self.map.ui(ui, words, &drawn);
                return leaves;
            }
        }
        let wide = ui.available_width();
        if wide < 860.0 {
            ScrollArea::vertical().id_salt("away").auto_shrink(false).show(ui, |ui| {
                self.left(ui, words, away, (&seat, &menu));
                self.middle(ui, words, away, (&seat, &menu));
                self.right(ui, words, away, (&seat, &menu));
            });
            return leaves;
        }
        let (left, right, high) = (wide * 0.3, wide * 0.3, ui.available_height());
        ui.horizontal_top(|ui| {
            column(ui, "left", left - 8.0, high, |ui| self.left(ui, words, away, (&seat, &menu)));
            column(ui, "middle", wide - left - right - 16.0, high, |ui| {
                self.middle(ui, words, away, (&seat, &menu));
            });
            column(ui, "right", right - 8.0, high, |ui| self.right(ui, words, away, (&seat, &menu)));
        });
        leaves
    }

    fn left(&mut self, ui: &mut Ui, words: &Words, away: &mut Away, (seat, menu): (&SeatView, &Menu)) {
        if seat.game.clock == "waiting" && !seat.game.over {
            look::card(ui, |ui| prepared(ui, words, away, seat.prepared));
        }
        if !seat.briefing.is_empty() {
            look::card(ui, |ui| {
                look::heading(ui, &words.say("seat-now"));
                seat.briefing.iter().for_each(|text| _ = ui.label(text));
            });
        }
        listed(ui, &words.say("play-came"), &seat.came);
        let groups = [
            ("wait-mine", &seat.waiting.mine),
            ("wait-theirs", &seat.waiting.theirs),
            ("wait-expired", &seat.waiting.expired),
        ];
        look::card(ui, |ui| {
            look::heading(ui, &words.say("wait-title"));
            if groups.iter().all(|(_, group)| group.is_empty()) {
                look::empty(ui, &words.say("wait-none"));
            }
            for (heading, group) in groups.into_iter().filter(|(_, group)| !group.is_empty()) {
                ui.strong(words.say_with(heading, &[("count", group.len().into())]));
                for (nth, one) in group.iter().enumerate() {
                    ui.push_id((heading, nth), |ui| self.pending(ui, words, one));
                }
            }
        });
        orders(ui, words, away, seat);
        if seat.game.over || seat.state.is_none() {
            return;
        }
        let mut search = std::mem::take(&mut self.search);
        let families = menu.acts.chunk_by(|one, other| one.family == other.family);
        let families = families.map(|family| (family[0].family.as_str(), family));
        look::card(ui, |ui| acts(ui, words, &mut search, families, &mut |ui, way| self.way(ui, words, way)));
        self.search = search;
    }

    fn way(&mut self, ui: &mut Ui, words: &Words, way: &Way) {
        let chosen = self.draft.as_ref().is_some_and(|draft| draft.act == way.act && usize::from(draft.way) == way.way);
        let verdict = words.say_with("con-verdict", &[("verdict", (&way.verdict).into())]);
        if look::row(ui, &way.says, &verdict, chosen).clicked() {
            self.take(&way.act, way.way);
        }
    }

    fn take(&mut self, act: &str, way: usize) {
        let way = u16::try_from(way).unwrap_or_default();
        self.draft = Some(Draft { act: act.to_owned(), way, answers: BTreeMap::new() });
    }

    fn pending(&mut self, ui: &mut Ui, words: &Words, one: &Pending) {
        ui.label(&one.says);
        if let Some(days) = one.days_left {
            let (id, days) = if days < 0 { ("wait-ago", days) } else { ("wait-days", days) };
            look::label(ui, &words.say_with(id, &[("days", days.unsigned_abs().into())]));
        }
        if let Some(instead) = &one.instead_of {
            look::faint(ui, &instead.offer);
            for changed in &instead.changed {
                let text =
                    format!("{}: {} {} {}", changed.term, changed.now, words.say("wait-instead-of"), changed.before);
                look::point(ui, &text);
            }
        }
        for answer in &one.acts {
            if look::row(ui, &answer.says, "", false).clicked() {
                self.take(&answer.act, answer.way);
            }
        }
    }

    fn middle(&mut self, ui: &mut Ui, words: &Words, away: &mut Away, (seat, menu): (&SeatView, &Menu)) {
        let hue = ui.visuals().error_fg_color;
        if let Some(trouble) = &away.trouble {
            look::card(ui, |ui| _ = ui.colored_label(hue, trouble));
        }
        let Some(draft) = &mut self.draft else {
            look::card(ui, |ui| {
                look::heading(ui, &words.say("play-what"));
                look::empty(ui, &words.say(if seat.game.over { "seat-over" } else { "con-desk-none" }));
            });
            return;
        };
        let way = menu.acts.iter().find(|way| way.act == draft.act && way.way == usize::from(draft.way));
        if let Some(way) = way {
            look::card(ui, |ui| {
                ui.label(RichText::new(&way.says).size(18.0).strong());
                way.asked.keys().for_each(|name| question(ui, words, draft, name, way));
            });
        }
        let Some((opinion, is_newest)) = away.opinion.clone() else {
            look::card(ui, |ui| look::waiting(ui, &words.say("con-desk-thinking")));
            return;
        };
        look::card(ui, |ui| {
            if !is_newest {
                ui.set_opacity(0.6);
            }
            look::label(ui, &words.say("act-law"));
            let rows = opinion.rows.iter().map(|[name, text]| (name.clone(), text.clone()));
            let card = Card { headline: opinion.headline.clone(), rows: rows.collect() };
            let overall = VERDICTS.into_iter().find(|one| one.word() == opinion.verdict);
            look::legality(ui, &card, overall.unwrap_or(Overall::Undetermined));
        });
        let mut aside = false;
        look::card(ui, |ui| {
            look::label(ui, &words.say("act-means"));
            ui.label(&opinion.consequences);
            if let Some(why) = &opinion.why_not {
                ui.colored_label(Tone::of(ui).palette().warn, words.say_with("seat-not-now", &[("why", why.into())]));
            }
            let order =
                Order { turn: seat.game.turn, act: draft.act.clone(), way: draft.way, answers: draft.answers.clone() };
            let may = is_newest && opinion.feasible && !away.is_waiting() && !seat.game.over;
            ui.horizontal_wrapped(|ui| {
                if look::primary(ui, &words.say("con-desk-order"), may && seat.may_order).clicked() {
                    away.send("POST", "orders".to_owned(), Some(&order));
                }
                if ui.add_enabled(may, egui::Button::new(words.say("team-propose"))).clicked() {
                    away.send("POST", "drafts".to_owned(), Some(&order));
                }
                aside = ui.button(words.say("con-desk-drop")).clicked();
            });
        });
        if aside {
            self.draft = None;
        }
    }

    fn right(&mut self, ui: &mut Ui, words: &Words, away: &mut Away, (seat, menu): (&SeatView, &Menu)) {
        for draft in &seat.drafts {
            ui.push_id(draft.draft, |ui| look::card(ui, |ui| self.laid(ui, words, away, seat, draft)));
        }
        match away.drawn.clone() {
            Some(drawn) => {
                Board::how(ui, words, &drawn.incidents);
                for incident in &drawn.incidents {
                    let ways = |card, place| (!seat.game.over).then(|| ways(menu, incident, card, place));
                    let drafted = ui.push_id(incident.id, |ui| self.board.ui(ui, words, incident, &ways)).inner;
                    if let Some((act, way)) = drafted {
                        self.take(&act, way);
                    }
                }
            }
            None => listed(ui, &words.say("con-shelf-evidence"), &seat.evidence),
        }
        if seat.state.is_some() && !seat.game.over {
            look::card(ui, |ui| standing(ui, words, away, &seat.standing_orders));
        }
        look::card(ui, |ui| {
            look::heading(ui, &words.say("seat-messages"));
            if seat.messages.is_empty() {
                look::empty(ui, &words.say("seat-messages-none"));
            }
            for letter in &seat.messages {
                let to: Vec<String> = letter.to.iter().map(|name| called(words, name)).collect();
                let (from, to) = (called(words, &letter.from), words.list("list-and", &to));
                let turn = ("turn", (u32::from(letter.turn) + 1).into());
                let head = [("from", (&from).into()), ("to", (&to).into()), turn];
                look::label(ui, &words.say_with("seat-message", &head));
                ui.label(&letter.text);
            }
        });
        if !seat.game.over {
            look::card(ui, |ui| self.write(ui, words, away, seat));
            CollapsingHeader::new(words.say("seat-appeal")).show(ui, |ui| {
                let name = ui.label(words.say("seat-appeal-text"));
                ui.add(TextEdit::multiline(&mut self.appeal).desired_rows(2).desired_width(f32::INFINITY))
                    .labelled_by(name.id);
                let fits = !self.appeal.trim().is_empty() && !away.is_waiting();
                if ui.add_enabled(fits, egui::Button::new(words.say("seat-appeal-go"))).clicked() {
                    let text = std::mem::take(&mut self.appeal);
                    away.send("POST", "appeals".to_owned(), Some(&Appeal { text }));
                }
            });
        }
        look::faint(ui, &words.say_with("con-away-back", &[("code", (&away.joined.reentry).into())]));
    }

    fn laid(&mut self, ui: &mut Ui, words: &Words, away: &mut Away, seat: &SeatView, draft: &Proposed) {
        look::label(ui, &words.say("team-title"));
        ui.strong(&draft.says);
        look::label(ui, &words.say_with("team-by", &[("name", (&draft.by).into())]));
        for said in &draft.voices {
            let voice =
                if said.approves { crate::session::desk::Voice::Approve } else { crate::session::desk::Voice::Object };
            ui.label(words.voiced(&said.name, voice, &said.word));
        }
        if draft.held {
            ui.colored_label(Tone::of(ui).palette().warn, words.say("team-held"));
        }
        match draft.fate.as_str() {
            "sent" => return look::faint(ui, &words.say("team-sent")),
            "withdrawn" => return look::faint(ui, &words.say("team-withdrawn")),
            _ => {}
        }
        let word = self.words.entry(draft.draft).or_default();
        let name = ui.label(words.say("team-word"));
        ui.add(look::field(word).char_limit(LONGEST_WORD).desired_width(f32::INFINITY)).labelled_by(name.id);
        let (idle, turn) = (!away.is_waiting(), seat.game.turn);
        ui.horizontal_wrapped(|ui| {
            let mut says = None;
            if look::primary(ui, &words.say("team-approve"), idle).clicked() {
                says = Some(true);
            }
            if ui.add_enabled(idle, egui::Button::new(words.say("team-object"))).clicked() {
                says = Some(false);
            }
            if let Some(approve) = says {
                let voice = Voice { turn, approve, word: std::mem::take(word) };
                away.send("POST", format!("drafts/{}/voices", draft.draft), Some(&voice));
            }
            if ui.add_enabled(idle, egui::Button::new(words.say("team-withdraw"))).clicked() {
                away.send("DELETE", format!("drafts/{}?turn={turn}", draft.draft), None::<&Ready>);
            }
        });
    }

    fn write(&mut self, ui: &mut Ui, words: &Words, away: &mut Away, seat: &SeatView) {
        look::heading(ui, &words.say("seat-write"));
        let who = words.list("list-and", &self.to);
        let fits = !self.to.is_empty() && (1..=LONGEST_MESSAGE).contains(&self.text.trim().chars().count());
        if self.looks && fits {
            ui.strong(words.say_with("act-seen-shared", &[("who", (&who).into())]));
            ui.label(&self.text);
            let sends = words.say_with("seat-write-send", &[("who", (&who).into())]);
            ui.horizontal_wrapped(|ui| {
                if look::primary(ui, &sends, !away.is_waiting()).clicked() {
                    let write = Write { to: self.to.clone(), text: std::mem::take(&mut self.text) };
                    away.send("POST", "messages".to_owned(), Some(&write));
                    self.looks = false;
                }
                if ui.button(words.say("act-change")).clicked() {
                    self.looks = false;
                }
            });
            return;
        }
        look::label(ui, &words.say("seat-write-to"));
        let others = seat.game.states.iter().filter(|name| seat.state.as_ref() != Some(name));
        let others: Vec<String> = if seat.state.is_none() {
            others.cloned().chain(["everybody".to_owned()]).collect()
        } else {
            others.cloned().collect()
        };
        ui.horizontal_wrapped(|ui| {
            for other in &others {
                let shown = if other == "everybody" { words.say("plans-everybody") } else { other.clone() };
                let is_in = self.to.contains(other);
                if ui.selectable_label(is_in, shown).clicked() {
                    if is_in { self.to.retain(|name| name != other) } else { self.to.push(other.clone()) }
                }
            }
        });
        let name = ui.label(words.say("seat-write-text"));
        ui.add(TextEdit::multiline(&mut self.text).desired_rows(3).desired_width(f32::INFINITY)).labelled_by(name.id);
        look::faint(ui, &words.say("seat-write-hint"));
        if ui.add_enabled(fits, egui::Button::new(words.say("seat-write-look"))).clicked() {
            self.looks = true;
        }
    }
}

/// Who writes or reads, by the name that the interface for programs gives them: those who are no State have none of their own there.
fn called(words: &Words, name: &str) -> String {
    match name {
        "facilitator" => words.say("inbox-desk"),
        "everybody" => words.say("public-everybody"),
        "press" => words.say("press-title"),
        state => state.to_owned(),
    }
}

/// What the clock shows by now.
fn face(game: &Standing, since: Moment) -> Clock {
    let left = Millis(game.left_seconds.unwrap_or(0).saturating_mul(1000));
    match game.clock.as_str() {
        "runs" => Clock::Runs(since.after(left)),
        "stands" => Clock::Stands(left),
        _ => Clock::Waiting,
    }
}

fn lost(ui: &mut Ui, away: &Away) {
    let hue = ui.visuals().error_fg_color;
    if let Some(why) = &away.lost {
        look::card(ui, |ui| _ = ui.colored_label(hue, why));
    }
}

/// Before the class begins: whether one has read who one is.
fn prepared(ui: &mut Ui, words: &Words, away: &mut Away, is_prepared: bool) {
    look::heading(ui, &words.say("lobby-title"));
    ui.label(words.say(if is_prepared { "lobby-you-are" } else { "lobby-read" }));
    let idle = !away.is_waiting();
    let pressed = if is_prepared {
        ui.add_enabled(idle, egui::Button::new(words.say("lobby-not-ready")))
    } else {
        look::primary(ui, &words.say("lobby-ready"), idle)
    };
    if pressed.clicked() {
        away.send("PUT", "prepared".to_owned(), Some(&Prepared { ready: !is_prepared }));
    }
}

fn orders(ui: &mut Ui, words: &Words, away: &mut Away, seat: &SeatView) {
    if seat.state.is_none() {
        return;
    }
    let (idle, turn) = (!away.is_waiting() && !seat.game.over, seat.game.turn);
    look::card(ui, |ui| {
        look::heading(ui, &words.say("seat-orders"));
        if seat.orders.is_empty() {
            look::empty(ui, &words.say("seat-orders-none"));
        }
        for order in &seat.orders {
            ui.horizontal_top(|ui| {
                let told = words.say_with("play-drop", &[("act", (&order.says).into())]);
                let back = ui.add_enabled(idle, egui::Button::new("✖").small());
                back.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, idle, &told));
                if back.on_hover_text(&told).clicked() {
                    away.send("DELETE", format!("orders/{}?turn={turn}", order.place), None::<&Ready>);
                }
                ui.vertical(|ui| ui.label(&order.says));
            });
        }
        if seat.secret_orders > 0 {
            look::empty(ui, &words.say_with("office-secret", &[("count", seat.secret_orders.into())]));
        }
        let points = [("points", seat.attention.max(0).unsigned_abs().into())];
        look::faint(ui, &words.say_with("seat-points-left", &points));
        ui.horizontal_wrapped(|ui| {
            let id = if seat.ready { "seat-not-ready" } else { "seat-ready" };
            if ui.add_enabled(idle, egui::Button::new(words.say(id))).clicked() {
                away.send("PUT", "ready".to_owned(), Some(&Ready { turn, ready: !seat.ready }));
            }
            let may = idle && seat.game.clock == "runs" && seat.more_time.is_none();
            if ui.add_enabled(may, egui::Button::new(words.say("time-ask"))).clicked() {
                away.send("POST", "more-time".to_owned(), Some(&MoreTime { turn }));
            }
        });
        match seat.more_time.as_deref() {
            Some("asked") => look::faint(ui, &words.say("time-asked")),
            Some("denied") => look::faint(ui, &words.say("time-denied")),
            _ => {}
        }
    });
}

fn standing(ui: &mut Ui, words: &Words, away: &mut Away, now: &StandingOrders) {
    look::heading(ui, &words.say("standing-title"));
    let tempers = crate::content::tempers::slugs();
    let options = tempers.iter().enumerate().map(|(nth, slug)| (Some(nth), words.temper(Some(slug))));
    let options: Vec<_> = std::iter::once((None, words.temper(None))).chain(options).collect();
    let mut temper = now.temper.as_ref().and_then(|temper| tempers.iter().position(|slug| slug == temper));
    let mandates = Mandate::ALL.map(|mandate| (mandate, words.mandate(mandate)));
    let mut mandate = now.mandate;
    let mut changed = look::pick(ui, &words.say("standing-ask-temper"), &mut temper, &options);
    changed |= look::pick(ui, &words.say("standing-ask-mandate"), &mut mandate, &mandates);
    if changed {
        let temper = temper.map(|nth| tempers[nth].clone());
        let left = StandingOrders { temper, mandate };
        away.send("PUT", "standing-orders".to_owned(), Some(&left));
    }
}

fn column(ui: &mut Ui, name: &str, wide: f32, high: f32, add: impl FnOnce(&mut Ui)) {
    ui.allocate_ui(vec2(wide, high), |ui| {
        ui.set_width(wide);
        ScrollArea::vertical().id_salt(name).auto_shrink(false).max_height(high).show(ui, |ui| {
            ui.set_width(wide - 10.0);
            ui.vertical(add);
        });
    });
}
