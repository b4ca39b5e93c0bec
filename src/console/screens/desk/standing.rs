//! Standing orders: what a State leaves to the agent that plays it while it is silent.

use bevy_egui::egui::{self, Ui};

use crate::agents::Mandate;
use crate::console::look;
use crate::console::seat::Seat;
use crate::console::sheet::Sheet;
use crate::session::desk::StandingOrders;
use crate::words::Words;

/// What is being chosen: a place among the tempers, and a mandate.
#[derive(Debug, Default)]
pub(super) struct Standing(Option<(usize, Mandate)>);

impl Standing {
    /// Draws the shelf.
    pub(super) fn ui(&mut self, ui: &mut Ui, words: &Words, seat: &mut Seat, sheet: &Sheet) {
        let around = &sheet.around;
        look::card(ui, |ui| {
            look::heading(ui, &words.say("standing-title"));
            ui.label(&around.standing.1);
            if !around.rights.instructs {
                return;
            }
            let now = &around.standing.0;
            let place = around.tempers.iter().position(|(temper, _)| *temper == now.temper).unwrap_or(0);
            let (mut temper, mut mandate) = self.0.unwrap_or((place, now.mandate));
            let tempers: Vec<(usize, String)> =
                around.tempers.iter().enumerate().map(|(nth, (_, text))| (nth, text.clone())).collect();
            let mut changed = look::pick(ui, &words.say("standing-ask-temper"), &mut temper, &tempers);
            changed |= look::pick(ui, &words.say("standing-ask-mandate"), &mut mandate, &around.mandates);
            if changed {
                self.0 = Some((temper, mandate));
            }
            let orders = StandingOrders { temper: around.tempers.get(temper).and_then(|one| one.0.clone()), mandate };
            let may = orders != *now && !seat.is_waiting();
            ui.add_space(4.0);
            if ui.add_enabled(may, egui::Button::new(words.say("standing-go"))).clicked() {
                seat.instruct(orders);
                self.0 = None;
            }
        });
    }
}
