//! Ordered numbers that name simulated things. They are dense: the nth thing of a kind has id n.

/// Declares an id newtype: ordered, copyable, written to files as a bare number.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident($repr:ty);)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub $repr);

        impl $name {
            /// Position in the dense list of its kind, from 0.
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// The id at a position.
            ///
            /// # Panics
            /// If the position does not fit: a run would need more things of a kind than its id can name.
            pub fn at(index: usize) -> Self {
                Self(<$repr>::try_from(index).expect("fewer things of a kind than its id can name"))
            }
        }
    )*};
}

ids! {
    /// A state, in the order of the scenario. At most 256.
    StateId(u8);
    /// A body of assets of one sector in one state.
    AssetId(u16);
    /// An actor that is no state: a proxy, a gang, a security firm.
    ActorId(u16);
    /// A covert operation.
    OperationId(u32);
    /// What a victim notices.
    IncidentId(u32);
    /// An item of evidence; copies handed on are items of their own.
    EvidenceId(u32);
    /// A promise, treaty, ultimatum or offer.
    UndertakingId(u32);
    /// A measure in force between two states.
    MeasureId(u32);
    /// A wrong found, and what has been demanded and paid for it.
    WrongId(u32);
    /// A diplomatic note.
    NoteId(u32);
    /// An expulsion of diplomats.
    ExpulsionId(u32);
    /// A draft resolution before the Security Council or the General Assembly.
    ResolutionId(u16);
    /// What somebody has said or done about the reading of a norm.
    StanceId(u16);
    /// A standing of a reading that practice has moved.
    DoctrineId(u16);
}
