//! All acts that there are, by family, with search: on the desk of this window and at the table of a class elsewhere.

use bevy_egui::egui::collapsing_header::CollapsingState;
use bevy_egui::egui::{Ui, WidgetInfo, WidgetType};

use crate::console::look;
use crate::console::sheet::Line;
use crate::wire::api::Way;
use crate::words::Words;
use crate::words::text::folded;

/// Something in the list.
pub(in crate::console::screens) trait Choice {
    /// Whether a word that is sought, folded, is in it.
    fn holds(&self, word: &str) -> bool;

    /// Whether it can be ordered now.
    fn is_open(&self) -> bool;
}

impl Choice for Line {
    fn holds(&self, word: &str) -> bool {
        self.sought.contains(word)
    }

    fn is_open(&self) -> bool {
        self.why_not.is_none()
    }
}

impl Choice for Way {
    fn holds(&self, word: &str) -> bool {
        folded(&self.says).contains(word) || folded(&self.family).contains(word)
    }

    fn is_open(&self) -> bool {
        true
    }
}

/// Draws the list. The first family in which something can be ordered shows how they are; the others stay folded until they are opened, or hold what is sought. Acts whose
/// family nobody names stand there as they are.
pub(in crate::console::screens) fn list<'a, T: Choice>(
    ui: &mut Ui,
    words: &Words,
    search: &mut String,
    families: impl Iterator<Item = (&'a str, &'a [T])>,
    row: &mut dyn FnMut(&mut Ui, &'a T),
) {
    look::heading(ui, &words.say("act-all-title"));
    look::search(ui, &words.say("act-search"), search);
    let wanted: Vec<String> = search.split_whitespace().map(folded).collect();
    let fits = |one: &&T| wanted.iter().all(|word| one.holds(word));
    let found = families.map(|(name, all)| (name, all.iter().filter(fits).collect::<Vec<&'a T>>()));
    let found: Vec<_> = found.filter(|(_, all)| !all.is_empty()).collect();
    let count: usize = found.iter().map(|(_, all)| all.len()).sum();
    look::faint(ui, &words.say_with("act-found", &[("count", count.into())]));
    let is_sought = !wanted.is_empty();
    let example = found.iter().position(|(_, all)| all.iter().any(|one| one.is_open())).unwrap_or(0);
    for (nth, (name, all)) in found.into_iter().enumerate() {
        if name.is_empty() {
            for one in all {
                row(ui, one);
            }
            continue;
        }
        let open = all.iter().filter(|one| one.is_open()).count();
        let title = words.say_with("con-desk-family", &[("family", name.into()), ("open", open.into())]);
        // What a search opens is folded again after it.
        if is_unfolded(ui, &title, (name, is_sought), is_sought || nth == example) {
            for one in all {
                row(ui, one);
            }
        }
    }
}

/// The heading of a family, which folds and unfolds it; says how it is. Unlike egui's own it breaks where the column is narrow.
fn is_unfolded(ui: &mut Ui, title: &str, id: (&str, bool), at_first: bool) -> bool {
    let id = ui.make_persistent_id(id);
    let mut state = CollapsingState::load_with_default_open(ui.ctx(), id, at_first);
    let sign = if state.is_open() { "⏷" } else { "⏵" };
    let heading = look::row(ui, &format!("{sign}  {title}"), "", false);
    heading.widget_info(|| WidgetInfo::selected(WidgetType::CollapsingHeader, true, state.is_open(), title));
    if heading.clicked() {
        state.toggle(ui);
    }
    state.store(ui.ctx());
    state.is_open()
}
