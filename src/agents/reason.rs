//! Why an agent chose an act: a plain value that reads as one sentence.

use std::fmt;

use crate::law::act::Aim;
use crate::sim::order::Ballot;
use crate::view::Calling;

/// A reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Something called for an act, and the act serves an aim.
    Serves(Calling, Aim),
    /// A measure of its own has done its work.
    WrongEnded,
    /// It gave its word.
    WordGiven,
    /// An operation is not worth the reproach.
    NotWorthIt,
    /// It was accused of what it did not do.
    NotUs,
    /// It was accused of what it did, and will not say so.
    NotAdmitted,
    /// It was accused of what it did, and says so.
    Owned,
    /// It was accused and does not know.
    WillLook,
    /// It was accused and turns the charge round.
    TurnsRound,
    /// It was accused of what a group at home did.
    HandsOver,
    /// It was accused of what it did not do, and lets a court say so.
    Submits,
    /// Its people were listed, and a court may strike them off.
    Challenges,
    /// An offer is better than the quarrel.
    OfferTaken,
    /// What an ultimatum asks can be given.
    GivesWay,
    /// An offer is not good enough.
    OfferRefused,
    /// An offer would do on other terms.
    OfferCountered,
    /// A draft is to be voted on.
    Votes(Ballot),
    /// What both accepted is made binding.
    Concludes,
    /// An agreement was broken by the other side.
    Denounces,
    /// Two others are at odds, and it can talk to both.
    Mediates,
    /// It would have its neighbours deal with the matter.
    Consults,
    /// It helps where it was asked or is bound to.
    Helps,
    /// It wants better relations.
    Mends,
    /// It presses before it acts.
    Presses,
    /// It thought several courses through, and the one with this act came out best.
    Foresees(Foresight),
    /// It was drawn by lot.
    Lot,
    /// It stands in a script.
    Script,
}

/// How far an agent looked ahead before it acted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Foresight {
    /// What called for the act, and the aim it serves, if that is why it was thought of.
    pub serves: Option<(Calling, Aim)>,
    /// How many courses it compared.
    pub courses: u8,
    /// How many turns it followed each.
    pub turns: u8,
}

impl fmt::Display for Foresight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((calling, aim)) = self.serves {
            write!(f, "{}, it {}, and of", because(calling), wants(aim))?;
        } else {
            f.write_str("Of")?;
        }
        let turns = if self.turns == 1 { "turn" } else { "turns" };
        write!(f, " {} courses followed for {} {turns} the one with this act promised most.", self.courses, self.turns)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Serves(calling, aim) => write!(f, "{}, and it {}.", because(*calling), wants(*aim)),
            Self::WrongEnded => f.write_str("What the measure answered has ended, so the measure ends too."),
            Self::WordGiven => f.write_str("It gave its word, and keeps it."),
            Self::NotWorthIt => f.write_str("It is under reproach, and the operation is not worth the quarrel."),
            Self::NotUs => f.write_str("It is accused of what it did not do, and says so."),
            Self::NotAdmitted => f.write_str("It is accused of what it may have done, and does not mean to admit it."),
            Self::Owned => f.write_str("It did what it is accused of, and hopes to end the matter by saying so."),
            Self::WillLook => {
                f.write_str("It is accused and promises to look into the matter, which buys time and trust.")
            }
            Self::TurnsRound => f.write_str("It is accused and answers the charge with a charge."),
            Self::HandsOver => f.write_str("It was done from its territory by people it does not protect."),
            Self::Submits => {
                f.write_str("It has nothing to hide, and would rather have a court say so than quarrel on.")
            }
            Self::Challenges => {
                f.write_str("Its people are listed, and the courts there are free enough to strike them off.")
            }
            Self::OfferTaken => f.write_str("The offer is worth more to it than going on with the quarrel."),
            Self::GivesWay => f.write_str("It can do what it is asked to do, and would rather have peace."),
            Self::OfferRefused => f.write_str("The offer gives less than it hopes to gain by holding out."),
            Self::OfferCountered => f.write_str("It would agree, but on other terms."),
            Self::Votes(Ballot::For) => {
                f.write_str("It stands with those who brought the draft, or holds the charge for true.")
            }
            Self::Votes(Ballot::Against) => {
                f.write_str("It stands by the state that the draft names, or has reason to spare it.")
            }
            Self::Votes(Ballot::Abstain) => f.write_str("It has no reason to take a side on the draft."),
            Self::Concludes => f.write_str("Both sides have accepted it, and it wants it in writing."),
            Self::Denounces => f.write_str("The other side has broken the agreement, so it binds no more."),
            Self::Consults => f.write_str("It complained in vain, and would have the neighbours deal with it."),
            Self::Mediates => f.write_str("Two others are at odds, and it can talk to both."),
            Self::Helps => f.write_str("It was asked for help, or is bound to give it, and can."),
            Self::Mends => f.write_str("Relations are worse than it wants them to be."),
            Self::Presses => f.write_str("It wants the other side to know what will follow before it has to follow."),
            Self::Foresees(foresight) => foresight.fmt(f),
            Self::Lot => f.write_str("It was drawn by lot from everything that could be done."),
            Self::Script => f.write_str("It stands in the script."),
        }
    }
}

const fn because(calling: Calling) -> &'static str {
    match calling {
        Calling::Injury => "Its own systems were hit",
        Calling::Haven => "What hit it came through the other's territory",
        Calling::FriendHurt => "A friend was hit",
        Calling::AllyWronged => "An ally was wronged, and it believes that it knows by whom",
        Calling::Expelled => "The other has sent its diplomats home",
        Calling::Partner => "Its own systems were hit, and a friend could help",
        Calling::Reproach => "It stands accused",
        Calling::Request => "It was asked for help, or the harm passed through its networks",
        Calling::Offer => "An offer lies on its table",
        Calling::OwnWord => "Its own word stands",
        Calling::OwnMeasure => "A measure of its own is in force",
        Calling::UnderMeasure => "A measure is in force against it",
        Calling::OwnOperation => "An operation of its own is under way",
        Calling::Friction => "The tie between the two is tense",
        Calling::Brink => "The two are in a crisis that words have not ended",
        Calling::Rivalry => "It would rather see the other weaker",
        Calling::Curiosity => "It does not know what the other is up to",
        Calling::Friendship => "It wants the other's friendship",
        Calling::OwnHouse => "Its own networks lie open",
        Calling::Ballot => "A draft is to be voted on",
        Calling::Accord => "An agreement with the other stands or is ready",
        Calling::Quarrel => "Two others that it has to do with are at odds",
    }
}

const fn wants(aim: Aim) -> &'static str {
    match aim {
        Aim::Information => "wants to know more",
        Aim::Evidence => "wants proof before it answers",
        Aim::StopHarm => "wants the harm to stop",
        Aim::Signal => "wants the other side to see how seriously it takes the matter",
        Aim::Pressure => "wants to press the other side to give way",
        Aim::Punish => "wants the other side to feel it",
        Aim::Leverage => "wants something to hold for later",
        Aim::Profit => "sees something to gain",
        Aim::Influence => "wants to win minds",
        Aim::Settle => "wants the matter settled",
        Aim::Resilience => "wants to be harder to hurt",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_one_plain_sentence() {
        let aims = [
            Aim::Information,
            Aim::Evidence,
            Aim::StopHarm,
            Aim::Signal,
            Aim::Pressure,
            Aim::Punish,
            Aim::Leverage,
            Aim::Profit,
            Aim::Influence,
            Aim::Settle,
            Aim::Resilience,
        ];
        let serves = Calling::ALL.into_iter().flat_map(|calling| aims.map(|aim| Reason::Serves(calling, aim)));
        let others = [Reason::WrongEnded, Reason::WordGiven, Reason::NotWorthIt, Reason::NotUs, Reason::NotAdmitted];
        let more = [Reason::Owned, Reason::WillLook, Reason::TurnsRound, Reason::OfferTaken, Reason::OfferRefused];
        let rest = [Reason::Helps, Reason::Mends, Reason::Presses, Reason::Lot, Reason::Script];
        let new = [Reason::OfferCountered, Reason::Concludes, Reason::Denounces, Reason::Mediates, Reason::Consults];
        let law = [Reason::HandsOver, Reason::Submits, Reason::Challenges, Reason::GivesWay];
        let votes = Ballot::ALL.iter().map(|ballot| Reason::Votes(*ballot));
        let foresight = |serves, turns| Reason::Foresees(Foresight { serves, courses: 12, turns });
        let ahead = [foresight(None, 1), foresight(Some((Calling::Injury, Aim::Evidence)), 3)];
        for reason in serves.chain(others).chain(more).chain(rest).chain(new).chain(law).chain(votes).chain(ahead) {
            let text = reason.to_string();
            assert!(text.ends_with('.') && text.matches('.').count() == 1, "{text}");
            assert!(text.starts_with(char::is_uppercase) && text.len() > 20, "{text}");
        }
    }
}
