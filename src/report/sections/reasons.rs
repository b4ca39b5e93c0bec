//! Why the seats acted, in their own sentences.

use crate::report::desk::Desk;
use crate::report::page::{Block, Cell, Section, Table};

pub(super) fn section(desk: &Desk<'_>) -> Option<Section> {
    let mut blocks = vec![Block::Text(desk.say("reasons-lead"))];
    for (place, played) in desk.history.turns.iter().enumerate() {
        let own = desk.history.remarks.iter().filter(|remark| remark.turn == played.record.turn);
        let rows: Vec<Vec<Cell>> = own
            .map(|remark| {
                let order = desk.telling_of(played).order(&remark.order);
                vec![Cell::Text(order), Cell::Text(remark.reason.clone())]
            })
            .collect();
        if !rows.is_empty() {
            let turn = desk.turn(place);
            blocks.push(Block::Table(Table {
                caption: desk.with("reasons-caption", &[("turn", (&turn).into())]),
                head: desk.head(&["reasons-order", "reasons-why"]),
                rows,
            }));
        }
    }
    (blocks.len() > 1).then(|| Section { id: "reasons", title: desk.say("reasons"), blocks })
}
