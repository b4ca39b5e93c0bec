//! The canonical bytes of rows, from which digests are made.
//!
//! One serialiser for every row, so that no field can be forgotten: integers as variable-length base 128 (signed ones
//! zigzag), enum variants and options by number, lists with their length, names nowhere. The form is for digests alone and
//! is never read back; changing it changes every digest and wants a new journal version.

use std::fmt;

use serde::ser::{self, Serialize};

/// Appends the canonical bytes of a value. Rows hold integers, booleans, options, lists and closed enums only.
///
/// # Panics
/// If a value holds anything else: a row with text or a float is a broken invariant of the room.
pub fn write<T: Serialize + ?Sized>(value: &T, into: &mut Vec<u8>) {
    if let Err(fault) = value.serialize(&mut Canon(into)) {
        panic!("a row has a canonical form: {fault}");
    }
}

struct Canon<'a>(&'a mut Vec<u8>);

impl Canon<'_> {
    fn unsigned(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.0.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.0.push(value as u8);
    }

    fn signed(&mut self, value: i64) {
        self.unsigned(((value << 1) ^ (value >> 63)) as u64);
    }
}

/// Why a value has no canonical form.
#[derive(Debug)]
struct Formless(String);

impl fmt::Display for Formless {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Formless {}

impl ser::Error for Formless {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

fn formless<T>(what: &str) -> Result<T, Formless> {
    Err(Formless(format!("{what} may not stand in a row")))
}

macro_rules! integers {
    ($($name:ident: $type:ty => $form:ident as $wide:ty;)*) => {$(
        fn $name(self, value: $type) -> Result<(), Formless> {
            self.$form(value as $wide);
            Ok(())
        }
    )*};
}

impl ser::Serializer for &mut Canon<'_> {
    type Ok = ();
    type Error = Formless;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = ser::Impossible<(), Formless>;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    integers! {
        serialize_u8: u8 => unsigned as u64;
        serialize_u16: u16 => unsigned as u64;
        serialize_u32: u32 => unsigned as u64;
        serialize_u64: u64 => unsigned as u64;
        serialize_i8: i8 => signed as i64;
        serialize_i16: i16 => signed as i64;
        serialize_i32: i32 => signed as i64;
        serialize_i64: i64 => signed as i64;
        serialize_bool: bool => unsigned as u64;
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    fn serialize_f32(self, _: f32) -> Result<(), Formless> {
        formless("a float")
    }
    fn serialize_f64(self, _: f64) -> Result<(), Formless> {
        formless("a float")
    }
    fn serialize_char(self, _: char) -> Result<(), Formless> {
        formless("text")
    }
    fn serialize_str(self, _: &str) -> Result<(), Formless> {
        formless("text")
    }
    fn serialize_bytes(self, _: &[u8]) -> Result<(), Formless> {
        formless("a run of bytes")
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Formless> {
        formless("a map")
    }

    fn serialize_none(self) -> Result<(), Formless> {
        self.unsigned(0);
        Ok(())
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Formless> {
        self.unsigned(1);
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<(), Formless> {
        Ok(())
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Formless> {
        Ok(())
    }
    fn serialize_unit_variant(self, _: &'static str, variant: u32, _: &'static str) -> Result<(), Formless> {
        self.unsigned(u64::from(variant));
        Ok(())
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Formless> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        variant: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Formless> {
        self.unsigned(u64::from(variant));
        value.serialize(self)
    }
    fn serialize_seq(self, length: Option<usize>) -> Result<Self, Formless> {
        match length {
            Some(length) => {
                self.unsigned(length as u64);
                Ok(self)
            }
            None => formless("a list of unknown length"),
        }
    }
    fn serialize_tuple(self, _: usize) -> Result<Self, Formless> {
        Ok(self)
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Formless> {
        Ok(self)
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        variant: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Formless> {
        self.unsigned(u64::from(variant));
        Ok(self)
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Formless> {
        Ok(self)
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        variant: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Formless> {
        self.unsigned(u64::from(variant));
        Ok(self)
    }
}

macro_rules! compounds {
    ($($kind:ident::$method:ident($($name:ty)?);)*) => {$(
        impl ser::$kind for &mut Canon<'_> {
            type Ok = ();
            type Error = Formless;
            fn $method<T: Serialize + ?Sized>(&mut self, $(_: $name,)? value: &T) -> Result<(), Formless> {
                value.serialize(&mut **self)
            }
            fn end(self) -> Result<(), Formless> {
                Ok(())
            }
        }
    )*};
}

compounds! {
    SerializeSeq::serialize_element();
    SerializeTuple::serialize_element();
    SerializeTupleStruct::serialize_field();
    SerializeTupleVariant::serialize_field();
    SerializeStruct::serialize_field(&'static str);
    SerializeStructVariant::serialize_field(&'static str);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::StateSet;
    use crate::base::id::StateId;
    use crate::sim::knowledge::Question;

    fn bytes<T: Serialize>(value: &T) -> Vec<u8> {
        let mut into = Vec::new();
        write(value, &mut into);
        into
    }

    #[test]
    fn the_form_is_the_same_for_ever() {
        assert_eq!(bytes(&300_u32), [0xAC, 0x02]);
        assert_eq!(bytes(&-2_i32), [3]);
        assert_eq!(bytes(&Some(5_u8)), [1, 5]);
        assert_eq!(bytes(&vec![1_u16, 2]), [2, 1, 2]);
        assert_eq!(bytes(&Question::Author(StateId(7))), [0, 7]);
        assert_eq!(bytes(&StateSet::of(StateId(65))), [0, 2, 0, 0]);
    }

    #[test]
    #[should_panic(expected = "text may not stand in a row")]
    fn text_has_no_place_in_a_row() {
        bytes(&"name");
    }
}
