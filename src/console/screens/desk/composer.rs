//! The move composer: what a draft leaves to its seat.

use bevy_egui::egui::{self, DragValue, Ui};

use crate::console::look;
use crate::console::sheet::Sheet;
use crate::sim::council::Operative;
use crate::sim::operations::Basis;
use crate::sim::order::{Level, Publicity};
use crate::view::{Asked, Draft, asked, contents, readings};
use crate::words::Words;

/// What a draft leaves to its seat.
pub(super) fn questions(ui: &mut Ui, words: &Words, sheet: &Sheet, draft: &mut Draft) {
    let view = &sheet.view;
    let before = *draft;
    let outlook = sheet.outlook(words);
    for one in asked(view, &before) {
        let name = outlook.question(one);
        let terms = &mut draft.order.terms;
        match one {
            Asked::Target => {
                let others = view.ties().map(|tie| Some(tie.other(view.seat)));
                let options: Vec<_> = others
                    .map(|state| (state, state.map(|state| outlook.telling.state(state)).unwrap_or_default()))
                    .collect();
                look::pick(ui, &name, &mut terms.target, &options);
            }
            Asked::Level => {
                let options: Vec<_> = Level::ALL.iter().map(|level| (*level, outlook.level(*level))).collect();
                let mut now = terms.level();
                look::label(ui, &name);
                if look::choices(ui, &mut now, &options) {
                    terms.level = Some(now);
                }
            }
            Asked::Publicity => {
                let all = std::iter::once(None).chain(Publicity::ALL.iter().copied().map(Some));
                let options: Vec<_> = all.map(|one| (one, outlook.publicity(one))).collect();
                look::label(ui, &name);
                look::choices(ui, &mut terms.publicity, &options);
            }
            Asked::Basis => {
                let options: Vec<_> = Basis::ALL.iter().map(|basis| (*basis, outlook.basis(*basis))).collect();
                look::pick(ui, &name, &mut terms.basis, &options);
            }
            Asked::Operative => {
                let options: Vec<_> = Operative::ALL.iter().map(|one| (Some(*one), outlook.operative(*one))).collect();
                look::pick(ui, &name, &mut terms.operative, &options);
            }
            Asked::Reading => {
                let options: Vec<_> =
                    readings(view).into_iter().map(|one| (Some(one), outlook.reading(Some(one)))).collect();
                look::pick(ui, &name, &mut terms.reading, &options);
            }
            Asked::Content => {
                let options: Vec<_> =
                    contents(view).into_iter().map(|one| (Some(one), outlook.telling.content(one))).collect();
                look::pick(ui, &name, &mut terms.content, &options);
            }
            Asked::ByItself | Asked::Grants => {
                let answer = if one == Asked::ByItself { &mut terms.by_itself } else { &mut terms.grants };
                let mut now = *answer == Some(true);
                look::label(ui, &name);
                if look::choices(ui, &mut now, &[true, false].map(|yes| (yes, outlook.answer(yes)))) {
                    *answer = Some(now);
                }
            }
            Asked::Days => {
                look::label(ui, &name);
                let mut days = terms.days.unwrap_or(0);
                let field = ui.add(DragValue::new(&mut days).range(0..=3650));
                field.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::DragValue, true, &name));
                if field.changed() {
                    terms.days = (days > 0).then_some(days);
                }
            }
        }
    }
    let options: Vec<_> = (0..=5_u8).map(|step| (step, outlook.estimate(step))).collect();
    let mut sure = draft.order.terms.lawful_estimate.unwrap_or(0);
    if look::pick(ui, &words.say("con-desk-sure"), &mut sure, &options) {
        draft.order.terms.lawful_estimate = (sure > 0).then_some(sure);
    }
}
