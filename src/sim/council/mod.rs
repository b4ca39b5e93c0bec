//! The Security Council, the General Assembly and the regional body: drafts on the table, votes, and what is decided.
//!
//! Owns the row [`Resolution`]. Mechanics table drafts in `Act` and cast votes in `Speak`; in the `Act` after the turn in
//! which it was tabled a draft is counted. A member that says nothing abstains; a permanent member's vote against is a veto;
//! the parties to a dispute abstain when the Council decides under Chapter VI. A commission that was set up reports in `Detect`. What the Council adopts under Chapter VII binds:
//! `legal` finds there what it authorises and what it forbids.

mod row;
mod rules;
mod systems;

pub use row::{Body, Operative, Resolution, ResolutionStatus};
pub use rules::{body, covers, may_decide, outcome};
pub(super) use systems::plugin;
