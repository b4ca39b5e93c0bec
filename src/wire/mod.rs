//! Wire: seats played by outside programs, one JSON document a line.
//!
//! May use every room to its left; never meets the world, files or standard streams: [`Table::answer`] takes a line and
//! gives a line. What a program is told is what its seats may see, as a list of whole numbers ([`fn@features`]) and, if it
//! asks for that, in words with the law's answer on every act. The protocol is described in `docs/protocol.md`.

pub mod api;
mod features;
mod message;
pub mod plan;
pub mod situation;
mod table;

pub use features::features;
pub use message::{Act, Detail, Greeting, PROTOCOL, Reply, Request, Seat, Story, Trouble};
pub use table::{Table, slug};
