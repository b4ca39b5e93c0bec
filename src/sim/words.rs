//! The one macro of this room: closed lists of words that rows, cards and orders are written in.

/// Declares a closed list of words, mildest first; the first is the default. Files write them in `snake_case`.
///
/// The order of the words is meaningful (`max` is the graver) and part of digests: add at the end, or bump the rulebook.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident {
        $(#[$first_doc:meta])* $first:ident, $($(#[$word_doc:meta])* $word:ident,)*
    }) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $(#[$first_doc])*
            #[default]
            $first,
            $($(#[$word_doc])* $word,)*
        }

        impl $name {
            /// Every word of the list, in order.
            pub const ALL: &'static [Self] = &[Self::$first, $(Self::$word,)*];
        }
    };
}

pub(super) use words;
