//! The white cell of a class that this program hosts: what its screens show ([`Cell`]), and the post between the screens and
//! the host's own event loop ([`Post`]). It opens to the facilitator's secret of this start and to nothing else.

mod post;
mod sheet;

pub use post::Post;
pub use sheet::{Act, Cell, Event, Letter, Pair, Past, Person, Place, World};
