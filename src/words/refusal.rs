//! Why something asked of a hosted game is not done, as a sentence on a page.

use crate::session::game::MOST_ORDERS;
use crate::session::plan::{LONGEST_TEXT, MOST_PLANS};
use crate::session::wish::{LONGEST_MESSAGE, LONGEST_NAME, LONGEST_WORD, MOST_MESSAGES, No};
use crate::words::Words;

/// Says it in the reader's language.
pub fn refusal(words: &Words, no: No) -> String {
    let most = |id: &str, most: usize| words.say_with(id, &[("most", most.into())]);
    match no {
        No::NotSeated => words.say("no-not-seated"),
        No::NotHead => words.say("no-not-head"),
        No::NeedsTeam => words.say("no-needs-team"),
        No::NotYours => words.say("no-not-yours"),
        No::Held => words.say("no-held"),
        No::Decided => words.say("no-decided"),
        No::NotFacilitator => words.say("no-not-facilitator"),
        No::NotBegun => words.say("no-not-begun"),
        No::Begun => words.say("no-begun"),
        No::TurnOver => words.say("no-turn-over"),
        No::Over => words.say("no-over"),
        No::WithAgent => words.say("no-with-agent"),
        No::TooMany => most("no-too-many", MOST_ORDERS),
        No::Nothing => words.say("no-nothing"),
        No::Name => most("no-name", LONGEST_NAME),
        No::NameTaken => words.say("no-name-taken"),
        No::Full => words.say("no-full"),
        No::Text => most("no-text", LONGEST_MESSAGE),
        No::Word => most("no-word", LONGEST_WORD),
        No::TooManyMessages => most("no-too-many-messages", MOST_MESSAGES),
        No::NoReader => words.say("no-reader"),
        No::Clock => words.say("no-clock"),
        No::Temper => words.say("no-temper"),
        No::NoHurry => words.say("no-hurry"),
        No::AskedBefore => words.say("no-asked-before"),
        No::NothingPlayed => words.say("no-nothing-played"),
        No::NothingToUndo => words.say("no-nothing-to-undo"),
        No::Reason => most("no-reason", LONGEST_TEXT),
        No::Unplanned(place, why) => {
            words.say_with("no-unplanned", &[("place", place.into()), ("why", (&why.to_string()).into())])
        }
        No::TooManyPlans => most("no-too-many-plans", MOST_PLANS),
        No::NotWaiting => words.say("no-not-waiting"),
        No::Key => words.say("no-key"),
    }
}
