// Made by gen_rules.py beside this file: the rules of rules.json as a person would write them out.
#[derive(Clone, Copy)]
pub struct Facts {
    pub f000: u8,
    pub f001: u8,
    pub f002: u8,
    pub f003: u8,
    pub f004: u8,
    pub f005: u8,
    pub f006: u8,
    pub f007: u8,
    pub f008: u8,
    pub f009: u8,
    pub f010: u8,
    pub f011: u8,
    pub f012: u8,
    pub f013: u8,
    pub f014: u8,
    pub f015: u8,
    pub f016: u8,
    pub f017: u8,
    pub f018: u8,
    pub f019: u8,
    pub f020: u8,
    pub f021: u8,
    pub f022: u8,
    pub f023: u8,
    pub f024: u8,
    pub f025: u8,
    pub f026: u8,
    pub f027: u8,
    pub f028: u8,
    pub f029: u8,
    pub f030: u8,
    pub f031: u8,
    pub f032: u8,
    pub f033: u8,
    pub f034: u8,
    pub f035: u8,
    pub f036: u8,
    pub f037: u8,
    pub f038: u8,
    pub f039: u8,
    pub f040: u8,
    pub f041: u8,
    pub f042: u8,
    pub f043: u8,
    pub f044: u8,
    pub f045: u8,
    pub f046: u8,
    pub f047: u8,
    pub f048: u8,
    pub f049: u8,
    pub f050: u8,
    pub f051: u8,
    pub f052: u8,
    pub f053: u8,
    pub f054: u8,
    pub f055: u8,
    pub f056: u8,
    pub f057: u8,
    pub f058: u8,
    pub f059: u8,
    pub f060: u8,
    pub f061: u8,
    pub f062: u8,
    pub f063: u8,
    pub f064: u8,
    pub f065: u8,
    pub f066: u8,
    pub f067: u8,
    pub f068: u8,
    pub f069: u8,
    pub f070: u8,
    pub f071: u8,
    pub f072: u8,
    pub f073: u8,
    pub f074: u8,
    pub f075: u8,
    pub f076: u8,
    pub f077: u8,
    pub f078: u8,
    pub f079: u8,
    pub f080: u8,
    pub f081: u8,
    pub f082: u8,
    pub f083: u8,
    pub f084: u8,
    pub f085: u8,
    pub f086: u8,
    pub f087: u8,
    pub f088: u8,
    pub f089: u8,
    pub f090: u8,
    pub f091: u8,
    pub f092: u8,
    pub f093: u8,
    pub f094: u8,
    pub f095: u8,
    pub f096: u8,
    pub f097: u8,
    pub f098: u8,
    pub f099: u8,
}
impl Facts {
    pub fn new(v: &[u8]) -> Self {
        Self { f000: v[0], f001: v[1], f002: v[2], f003: v[3], f004: v[4], f005: v[5], f006: v[6], f007: v[7], f008: v[8], f009: v[9], f010: v[10], f011: v[11], f012: v[12], f013: v[13], f014: v[14], f015: v[15], f016: v[16], f017: v[17], f018: v[18], f019: v[19], f020: v[20], f021: v[21], f022: v[22], f023: v[23], f024: v[24], f025: v[25], f026: v[26], f027: v[27], f028: v[28], f029: v[29], f030: v[30], f031: v[31], f032: v[32], f033: v[33], f034: v[34], f035: v[35], f036: v[36], f037: v[37], f038: v[38], f039: v[39], f040: v[40], f041: v[41], f042: v[42], f043: v[43], f044: v[44], f045: v[45], f046: v[46], f047: v[47], f048: v[48], f049: v[49], f050: v[50], f051: v[51], f052: v[52], f053: v[53], f054: v[54], f055: v[55], f056: v[56], f057: v[57], f058: v[58], f059: v[59], f060: v[60], f061: v[61], f062: v[62], f063: v[63], f064: v[64], f065: v[65], f066: v[66], f067: v[67], f068: v[68], f069: v[69], f070: v[70], f071: v[71], f072: v[72], f073: v[73], f074: v[74], f075: v[75], f076: v[76], f077: v[77], f078: v[78], f079: v[79], f080: v[80], f081: v[81], f082: v[82], f083: v[83], f084: v[84], f085: v[85], f086: v[86], f087: v[87], f088: v[88], f089: v[89], f090: v[90], f091: v[91], f092: v[92], f093: v[93], f094: v[94], f095: v[95], f096: v[96], f097: v[97], f098: v[98], f099: v[99] }
    }
}
#[inline(always)] fn n(a: u8) -> u8 { 2 - a }
#[inline(always)] fn and(a: u8, b: u8) -> u8 { if a < b { a } else { b } }
#[inline(always)] fn or(a: u8, b: u8) -> u8 { if a > b { a } else { b } }
/// straight line, no early exit
#[inline(never)]
pub fn eval(f: &Facts) -> (u32, u32) {
    let (mut lo, mut hi) = (0u32, 0u32);
    let e00 = and(and(or(n(f.f065), f.f053), or(n(f.f050), n(f.f043))), or(f.f042, n(f.f012)));
    let e01 = and(and(and(f.f057, f.f004), n(f.f014)), n(f.f081));
    let e02 = and(and(and(f.f037, or(n(f.f005), f.f068)), f.f058), f.f079);
    let e03 = and(and(f.f052, f.f028), or(f.f041, f.f015));
    let e04 = and(and(f.f076, f.f031), f.f057);
    let e05 = and(and(and(and(f.f047, or(f.f070, f.f099)), f.f038), or(n(f.f046), n(f.f011))), n(f.f012));
    let e06 = and(and(and(f.f008, f.f088), f.f027), n(f.f095));
    let e07 = and(and(or(f.f023, f.f058), or(f.f041, f.f056)), f.f051);
    let e08 = and(and(and(and(or(f.f089, f.f087), n(f.f039)), n(f.f006)), or(f.f016, n(f.f005))), or(f.f010, f.f002));
    let e09 = and(and(and(or(f.f025, n(f.f036)), f.f099), n(f.f008)), f.f026);
    let n00 = and(and(and(f.f002, f.f086), n(f.f036)), n(e09));
    lo += if n00 == 2 { 5 } else { 0 }; hi += if n00 >= 1 { 5 } else { 0 };
    let n01 = and(and(and(and(f.f022, f.f085), n(f.f073)), n(f.f035)), or(f.f027, f.f069));
    lo += if n01 == 2 { 5 } else { 0 }; hi += if n01 >= 1 { 5 } else { 0 };
    let n02 = and(and(and(and(n(f.f036), or(n(f.f019), f.f062)), f.f047), f.f008), f.f078);
    lo += if n02 == 2 { 9 } else { 0 }; hi += if n02 >= 1 { 9 } else { 0 };
    let n03 = and(and(and(and(f.f080, f.f040), n(f.f017)), or(f.f090, f.f014)), f.f065);
    lo += if n03 == 2 { 2 } else { 0 }; hi += if n03 >= 1 { 2 } else { 0 };
    let n04 = and(and(f.f064, f.f043), f.f021);
    lo += if n04 == 2 { 2 } else { 0 }; hi += if n04 >= 1 { 2 } else { 0 };
    let n05 = and(and(and(and(or(f.f091, f.f045), f.f042), f.f053), or(n(f.f044), f.f000)), n(e05));
    lo += if n05 == 2 { 3 } else { 0 }; hi += if n05 >= 1 { 3 } else { 0 };
    let n06 = and(and(and(f.f055, or(n(f.f056), f.f027)), f.f075), n(e07));
    lo += if n06 == 2 { 6 } else { 0 }; hi += if n06 >= 1 { 6 } else { 0 };
    let n07 = and(and(and(f.f069, f.f047), f.f087), f.f055);
    lo += if n07 == 2 { 6 } else { 0 }; hi += if n07 >= 1 { 6 } else { 0 };
    let n08 = and(and(n(f.f007), or(f.f066, n(f.f089))), f.f014);
    lo += if n08 == 2 { 2 } else { 0 }; hi += if n08 >= 1 { 2 } else { 0 };
    let n09 = and(and(and(and(f.f048, f.f016), n(f.f033)), n(f.f072)), n(f.f044));
    lo += if n09 == 2 { 2 } else { 0 }; hi += if n09 >= 1 { 2 } else { 0 };
    let n10 = and(and(and(and(and(and(f.f010, or(f.f077, f.f012)), f.f081), or(f.f091, n(f.f070))), or(f.f068, f.f007)), n(e00)), n(e05));
    lo += if n10 == 2 { 9 } else { 0 }; hi += if n10 >= 1 { 9 } else { 0 };
    let n11 = and(and(f.f006, f.f033), n(f.f026));
    lo += if n11 == 2 { 8 } else { 0 }; hi += if n11 >= 1 { 8 } else { 0 };
    let n12 = and(and(or(n(f.f005), f.f031), f.f028), or(n(f.f034), n(f.f025)));
    lo += if n12 == 2 { 3 } else { 0 }; hi += if n12 >= 1 { 3 } else { 0 };
    let n13 = and(and(n(f.f093), f.f043), f.f039);
    lo += if n13 == 2 { 5 } else { 0 }; hi += if n13 >= 1 { 5 } else { 0 };
    let n14 = and(and(and(f.f070, n(f.f034)), or(f.f007, n(f.f025))), or(f.f084, f.f067));
    lo += if n14 == 2 { 9 } else { 0 }; hi += if n14 >= 1 { 9 } else { 0 };
    let n15 = and(and(and(and(f.f096, f.f024), n(f.f035)), f.f047), n(e04));
    lo += if n15 == 2 { 2 } else { 0 }; hi += if n15 >= 1 { 2 } else { 0 };
    let n16 = and(and(and(and(and(or(f.f002, f.f023), f.f075), f.f087), n(f.f098)), n(e00)), n(e02));
    lo += if n16 == 2 { 1 } else { 0 }; hi += if n16 >= 1 { 1 } else { 0 };
    let n17 = and(and(f.f089, n(f.f081)), f.f050);
    lo += if n17 == 2 { 6 } else { 0 }; hi += if n17 >= 1 { 6 } else { 0 };
    let n18 = and(and(and(f.f068, or(n(f.f003), n(f.f036))), f.f055), n(f.f048));
    lo += if n18 == 2 { 8 } else { 0 }; hi += if n18 >= 1 { 8 } else { 0 };
    let n19 = and(and(and(n(f.f065), n(f.f025)), n(f.f072)), f.f097);
    lo += if n19 == 2 { 7 } else { 0 }; hi += if n19 >= 1 { 7 } else { 0 };
    let n20 = and(and(and(and(f.f061, or(f.f014, f.f074)), n(f.f001)), f.f067), f.f029);
    lo += if n20 == 2 { 5 } else { 0 }; hi += if n20 >= 1 { 5 } else { 0 };
    let n21 = and(and(f.f019, f.f001), f.f096);
    lo += if n21 == 2 { 5 } else { 0 }; hi += if n21 >= 1 { 5 } else { 0 };
    let n22 = and(and(and(and(or(f.f052, f.f013), f.f088), or(f.f089, n(f.f002))), f.f045), n(e09));
    lo += if n22 == 2 { 2 } else { 0 }; hi += if n22 >= 1 { 2 } else { 0 };
    let n23 = and(and(and(n(f.f083), f.f071), f.f037), n(e03));
    lo += if n23 == 2 { 8 } else { 0 }; hi += if n23 >= 1 { 8 } else { 0 };
    let n24 = and(and(and(n(f.f027), or(f.f083, n(f.f093))), n(f.f051)), f.f095);
    lo += if n24 == 2 { 6 } else { 0 }; hi += if n24 >= 1 { 6 } else { 0 };
    let n25 = and(and(and(and(f.f054, or(f.f073, f.f075)), f.f004), or(f.f047, f.f029)), f.f026);
    lo += if n25 == 2 { 6 } else { 0 }; hi += if n25 >= 1 { 6 } else { 0 };
    let n26 = and(and(and(and(n(f.f049), f.f099), or(n(f.f019), n(f.f034))), n(e01)), n(e03));
    lo += if n26 == 2 { 2 } else { 0 }; hi += if n26 >= 1 { 2 } else { 0 };
    let n27 = and(and(and(and(and(f.f041, n(f.f033)), n(f.f096)), f.f062), or(n(f.f027), f.f039)), n(e05));
    lo += if n27 == 2 { 8 } else { 0 }; hi += if n27 >= 1 { 8 } else { 0 };
    let n28 = and(and(and(and(or(f.f003, f.f089), f.f000), f.f082), n(f.f024)), or(f.f052, f.f094));
    lo += if n28 == 2 { 8 } else { 0 }; hi += if n28 >= 1 { 8 } else { 0 };
    let n29 = and(and(and(f.f003, or(f.f091, n(f.f030))), f.f063), or(f.f007, f.f058));
    lo += if n29 == 2 { 7 } else { 0 }; hi += if n29 >= 1 { 7 } else { 0 };
    let n30 = and(and(and(and(and(and(f.f088, or(f.f024, f.f070)), or(f.f049, f.f042)), n(f.f092)), or(f.f033, n(f.f068))), n(e00)), n(e03));
    lo += if n30 == 2 { 5 } else { 0 }; hi += if n30 >= 1 { 5 } else { 0 };
    let n31 = and(and(and(or(f.f096, n(f.f082)), or(f.f076, f.f095)), or(f.f022, f.f066)), or(n(f.f039), n(f.f097)));
    lo += if n31 == 2 { 7 } else { 0 }; hi += if n31 >= 1 { 7 } else { 0 };
    let n32 = and(and(and(and(and(f.f099, f.f018), f.f003), f.f037), or(f.f000, f.f035)), n(e03));
    lo += if n32 == 2 { 9 } else { 0 }; hi += if n32 >= 1 { 9 } else { 0 };
    let n33 = and(and(and(and(and(and(f.f004, n(f.f091)), n(f.f089)), f.f081), or(n(f.f003), f.f092)), n(e02)), n(e03));
    lo += if n33 == 2 { 8 } else { 0 }; hi += if n33 >= 1 { 8 } else { 0 };
    let n34 = and(and(and(f.f095, f.f071), f.f000), f.f063);
    lo += if n34 == 2 { 9 } else { 0 }; hi += if n34 >= 1 { 9 } else { 0 };
    let n35 = and(and(and(and(and(f.f025, n(f.f092)), f.f073), f.f060), f.f036), n(e04));
    lo += if n35 == 2 { 9 } else { 0 }; hi += if n35 >= 1 { 9 } else { 0 };
    let n36 = and(and(and(or(f.f055, f.f098), n(f.f026)), or(f.f049, n(f.f044))), n(e07));
    lo += if n36 == 2 { 3 } else { 0 }; hi += if n36 >= 1 { 3 } else { 0 };
    let n37 = and(and(and(and(f.f084, or(f.f029, f.f037)), or(n(f.f024), f.f015)), f.f032), n(f.f050));
    lo += if n37 == 2 { 6 } else { 0 }; hi += if n37 >= 1 { 6 } else { 0 };
    let n38 = and(and(and(and(or(f.f047, f.f084), or(n(f.f029), f.f018)), f.f093), f.f044), n(f.f094));
    lo += if n38 == 2 { 6 } else { 0 }; hi += if n38 >= 1 { 6 } else { 0 };
    let n39 = and(and(n(f.f014), f.f059), or(f.f001, n(f.f067)));
    lo += if n39 == 2 { 6 } else { 0 }; hi += if n39 >= 1 { 6 } else { 0 };
    let n40 = and(and(and(or(f.f039, n(f.f063)), or(f.f069, f.f028)), f.f031), n(e07));
    lo += if n40 == 2 { 5 } else { 0 }; hi += if n40 >= 1 { 5 } else { 0 };
    let n41 = and(and(and(and(n(f.f036), n(f.f020)), f.f042), f.f088), or(f.f001, f.f064));
    lo += if n41 == 2 { 4 } else { 0 }; hi += if n41 >= 1 { 4 } else { 0 };
    let n42 = and(and(and(and(n(f.f092), f.f080), or(f.f012, f.f097)), n(e03)), n(e05));
    lo += if n42 == 2 { 2 } else { 0 }; hi += if n42 >= 1 { 2 } else { 0 };
    let n43 = and(and(and(and(and(and(or(n(f.f078), f.f040), n(f.f018)), f.f051), or(f.f024, n(f.f089))), n(f.f075)), n(e03)), n(e09));
    lo += if n43 == 2 { 6 } else { 0 }; hi += if n43 >= 1 { 6 } else { 0 };
    let n44 = and(and(and(f.f062, f.f058), f.f044), or(f.f061, f.f023));
    lo += if n44 == 2 { 2 } else { 0 }; hi += if n44 >= 1 { 2 } else { 0 };
    let n45 = and(and(n(f.f010), f.f009), f.f004);
    lo += if n45 == 2 { 5 } else { 0 }; hi += if n45 >= 1 { 5 } else { 0 };
    let n46 = and(and(and(and(and(n(f.f095), f.f099), f.f019), n(f.f091)), n(e05)), n(e07));
    lo += if n46 == 2 { 1 } else { 0 }; hi += if n46 >= 1 { 1 } else { 0 };
    let n47 = and(and(n(f.f075), f.f027), or(f.f050, f.f020));
    lo += if n47 == 2 { 9 } else { 0 }; hi += if n47 >= 1 { 9 } else { 0 };
    let n48 = and(and(or(f.f016, f.f067), or(n(f.f078), f.f053)), f.f087);
    lo += if n48 == 2 { 3 } else { 0 }; hi += if n48 >= 1 { 3 } else { 0 };
    let n49 = and(and(f.f062, f.f026), f.f036);
    lo += if n49 == 2 { 8 } else { 0 }; hi += if n49 >= 1 { 8 } else { 0 };
    let n50 = and(and(and(and(or(f.f081, f.f063), f.f066), or(n(f.f003), f.f061)), n(f.f089)), or(n(f.f065), f.f000));
    lo += if n50 == 2 { 2 } else { 0 }; hi += if n50 >= 1 { 2 } else { 0 };
    let n51 = and(and(and(and(or(f.f062, f.f013), or(n(f.f014), f.f063)), f.f040), or(f.f064, f.f035)), n(e02));
    lo += if n51 == 2 { 6 } else { 0 }; hi += if n51 >= 1 { 6 } else { 0 };
    let n52 = and(and(and(and(or(n(f.f090), f.f053), or(f.f005, f.f001)), n(f.f014)), f.f050), f.f017);
    lo += if n52 == 2 { 9 } else { 0 }; hi += if n52 >= 1 { 9 } else { 0 };
    let n53 = and(and(and(and(and(or(f.f084, f.f046), n(f.f022)), or(f.f003, f.f074)), f.f071), f.f043), n(e08));
    lo += if n53 == 2 { 8 } else { 0 }; hi += if n53 >= 1 { 8 } else { 0 };
    let n54 = and(and(and(f.f021, or(n(f.f026), f.f074)), f.f032), f.f023);
    lo += if n54 == 2 { 3 } else { 0 }; hi += if n54 >= 1 { 3 } else { 0 };
    let n55 = and(and(and(f.f046, f.f085), f.f057), or(n(f.f062), n(f.f091)));
    lo += if n55 == 2 { 7 } else { 0 }; hi += if n55 >= 1 { 7 } else { 0 };
    let n56 = and(and(and(or(f.f004, f.f063), f.f006), f.f081), n(e09));
    lo += if n56 == 2 { 4 } else { 0 }; hi += if n56 >= 1 { 4 } else { 0 };
    let n57 = and(and(and(and(n(f.f094), or(n(f.f011), f.f084)), f.f082), n(f.f009)), f.f020);
    lo += if n57 == 2 { 1 } else { 0 }; hi += if n57 >= 1 { 1 } else { 0 };
    let n58 = and(and(f.f071, f.f096), n(f.f061));
    lo += if n58 == 2 { 1 } else { 0 }; hi += if n58 >= 1 { 1 } else { 0 };
    let n59 = and(and(and(and(f.f070, or(n(f.f086), n(f.f081))), or(f.f020, n(f.f097))), f.f049), or(f.f034, f.f026));
    lo += if n59 == 2 { 4 } else { 0 }; hi += if n59 >= 1 { 4 } else { 0 };
    (lo, hi)
}
/// early exit at the first false term
#[inline(never)]
pub fn eval_early(f: &Facts) -> (u32, u32) {
    let (mut lo, mut hi) = (0u32, 0u32);
    let e00 = 'b: { let mut v = 2u8; { let t = or(n(f.f065), f.f053); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f050), n(f.f043)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f042, n(f.f012)); if t == 0 { break 'b 0; } v = and(v, t); } v };
    let e01 = 'b: { let mut v = 2u8; { let t = f.f057; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f004; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f014); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f081); if t == 0 { break 'b 0; } v = and(v, t); } v };
    let e02 = 'b: { let mut v = 2u8; { let t = f.f037; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f005), f.f068); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f058; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f079; if t == 0 { break 'b 0; } v = and(v, t); } v };
    let e03 = 'b: { let mut v = 2u8; { let t = f.f052; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f028; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f041, f.f015); if t == 0 { break 'b 0; } v = and(v, t); } v };
    let e04 = 'b: { let mut v = 2u8; { let t = f.f076; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f031; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f057; if t == 0 { break 'b 0; } v = and(v, t); } v };
    let e05 = 'b: { let mut v = 2u8; { let t = f.f047; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f070, f.f099); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f038; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f046), n(f.f011)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f012); if t == 0 { break 'b 0; } v = and(v, t); } v };
    let e06 = 'b: { let mut v = 2u8; { let t = f.f008; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f088; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f027; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f095); if t == 0 { break 'b 0; } v = and(v, t); } v };
    let e07 = 'b: { let mut v = 2u8; { let t = or(f.f023, f.f058); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f041, f.f056); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f051; if t == 0 { break 'b 0; } v = and(v, t); } v };
    let e08 = 'b: { let mut v = 2u8; { let t = or(f.f089, f.f087); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f039); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f006); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f016, n(f.f005)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f010, f.f002); if t == 0 { break 'b 0; } v = and(v, t); } v };
    let e09 = 'b: { let mut v = 2u8; { let t = or(f.f025, n(f.f036)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f099; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f008); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f026; if t == 0 { break 'b 0; } v = and(v, t); } v };
    let n00 = 'b: { let mut v = 2u8; { let t = f.f002; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f086; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f036); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e09)); v };
    if n00 > 0 { hi += 5; if n00 == 2 { lo += 5; } }
    let n01 = 'b: { let mut v = 2u8; { let t = f.f022; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f085; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f073); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f035); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f027, f.f069); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n01 > 0 { hi += 5; if n01 == 2 { lo += 5; } }
    let n02 = 'b: { let mut v = 2u8; { let t = n(f.f036); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f019), f.f062); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f047; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f008; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f078; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n02 > 0 { hi += 9; if n02 == 2 { lo += 9; } }
    let n03 = 'b: { let mut v = 2u8; { let t = f.f080; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f040; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f017); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f090, f.f014); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f065; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n03 > 0 { hi += 2; if n03 == 2 { lo += 2; } }
    let n04 = 'b: { let mut v = 2u8; { let t = f.f064; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f043; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f021; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n04 > 0 { hi += 2; if n04 == 2 { lo += 2; } }
    let n05 = 'b: { let mut v = 2u8; { let t = or(f.f091, f.f045); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f042; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f053; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f044), f.f000); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e05)); v };
    if n05 > 0 { hi += 3; if n05 == 2 { lo += 3; } }
    let n06 = 'b: { let mut v = 2u8; { let t = f.f055; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f056), f.f027); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f075; if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e07)); v };
    if n06 > 0 { hi += 6; if n06 == 2 { lo += 6; } }
    let n07 = 'b: { let mut v = 2u8; { let t = f.f069; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f047; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f087; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f055; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n07 > 0 { hi += 6; if n07 == 2 { lo += 6; } }
    let n08 = 'b: { let mut v = 2u8; { let t = n(f.f007); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f066, n(f.f089)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f014; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n08 > 0 { hi += 2; if n08 == 2 { lo += 2; } }
    let n09 = 'b: { let mut v = 2u8; { let t = f.f048; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f016; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f033); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f072); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f044); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n09 > 0 { hi += 2; if n09 == 2 { lo += 2; } }
    let n10 = 'b: { let mut v = 2u8; { let t = f.f010; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f077, f.f012); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f081; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f091, n(f.f070)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f068, f.f007); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e00)); v = and(v, n(e05)); v };
    if n10 > 0 { hi += 9; if n10 == 2 { lo += 9; } }
    let n11 = 'b: { let mut v = 2u8; { let t = f.f006; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f033; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f026); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n11 > 0 { hi += 8; if n11 == 2 { lo += 8; } }
    let n12 = 'b: { let mut v = 2u8; { let t = or(n(f.f005), f.f031); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f028; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f034), n(f.f025)); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n12 > 0 { hi += 3; if n12 == 2 { lo += 3; } }
    let n13 = 'b: { let mut v = 2u8; { let t = n(f.f093); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f043; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f039; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n13 > 0 { hi += 5; if n13 == 2 { lo += 5; } }
    let n14 = 'b: { let mut v = 2u8; { let t = f.f070; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f034); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f007, n(f.f025)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f084, f.f067); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n14 > 0 { hi += 9; if n14 == 2 { lo += 9; } }
    let n15 = 'b: { let mut v = 2u8; { let t = f.f096; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f024; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f035); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f047; if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e04)); v };
    if n15 > 0 { hi += 2; if n15 == 2 { lo += 2; } }
    let n16 = 'b: { let mut v = 2u8; { let t = or(f.f002, f.f023); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f075; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f087; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f098); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e00)); v = and(v, n(e02)); v };
    if n16 > 0 { hi += 1; if n16 == 2 { lo += 1; } }
    let n17 = 'b: { let mut v = 2u8; { let t = f.f089; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f081); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f050; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n17 > 0 { hi += 6; if n17 == 2 { lo += 6; } }
    let n18 = 'b: { let mut v = 2u8; { let t = f.f068; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f003), n(f.f036)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f055; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f048); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n18 > 0 { hi += 8; if n18 == 2 { lo += 8; } }
    let n19 = 'b: { let mut v = 2u8; { let t = n(f.f065); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f025); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f072); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f097; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n19 > 0 { hi += 7; if n19 == 2 { lo += 7; } }
    let n20 = 'b: { let mut v = 2u8; { let t = f.f061; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f014, f.f074); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f001); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f067; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f029; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n20 > 0 { hi += 5; if n20 == 2 { lo += 5; } }
    let n21 = 'b: { let mut v = 2u8; { let t = f.f019; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f001; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f096; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n21 > 0 { hi += 5; if n21 == 2 { lo += 5; } }
    let n22 = 'b: { let mut v = 2u8; { let t = or(f.f052, f.f013); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f088; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f089, n(f.f002)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f045; if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e09)); v };
    if n22 > 0 { hi += 2; if n22 == 2 { lo += 2; } }
    let n23 = 'b: { let mut v = 2u8; { let t = n(f.f083); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f071; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f037; if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e03)); v };
    if n23 > 0 { hi += 8; if n23 == 2 { lo += 8; } }
    let n24 = 'b: { let mut v = 2u8; { let t = n(f.f027); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f083, n(f.f093)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f051); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f095; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n24 > 0 { hi += 6; if n24 == 2 { lo += 6; } }
    let n25 = 'b: { let mut v = 2u8; { let t = f.f054; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f073, f.f075); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f004; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f047, f.f029); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f026; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n25 > 0 { hi += 6; if n25 == 2 { lo += 6; } }
    let n26 = 'b: { let mut v = 2u8; { let t = n(f.f049); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f099; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f019), n(f.f034)); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e01)); v = and(v, n(e03)); v };
    if n26 > 0 { hi += 2; if n26 == 2 { lo += 2; } }
    let n27 = 'b: { let mut v = 2u8; { let t = f.f041; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f033); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f096); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f062; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f027), f.f039); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e05)); v };
    if n27 > 0 { hi += 8; if n27 == 2 { lo += 8; } }
    let n28 = 'b: { let mut v = 2u8; { let t = or(f.f003, f.f089); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f000; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f082; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f024); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f052, f.f094); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n28 > 0 { hi += 8; if n28 == 2 { lo += 8; } }
    let n29 = 'b: { let mut v = 2u8; { let t = f.f003; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f091, n(f.f030)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f063; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f007, f.f058); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n29 > 0 { hi += 7; if n29 == 2 { lo += 7; } }
    let n30 = 'b: { let mut v = 2u8; { let t = f.f088; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f024, f.f070); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f049, f.f042); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f092); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f033, n(f.f068)); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e00)); v = and(v, n(e03)); v };
    if n30 > 0 { hi += 5; if n30 == 2 { lo += 5; } }
    let n31 = 'b: { let mut v = 2u8; { let t = or(f.f096, n(f.f082)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f076, f.f095); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f022, f.f066); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f039), n(f.f097)); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n31 > 0 { hi += 7; if n31 == 2 { lo += 7; } }
    let n32 = 'b: { let mut v = 2u8; { let t = f.f099; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f018; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f003; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f037; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f000, f.f035); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e03)); v };
    if n32 > 0 { hi += 9; if n32 == 2 { lo += 9; } }
    let n33 = 'b: { let mut v = 2u8; { let t = f.f004; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f091); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f089); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f081; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f003), f.f092); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e02)); v = and(v, n(e03)); v };
    if n33 > 0 { hi += 8; if n33 == 2 { lo += 8; } }
    let n34 = 'b: { let mut v = 2u8; { let t = f.f095; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f071; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f000; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f063; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n34 > 0 { hi += 9; if n34 == 2 { lo += 9; } }
    let n35 = 'b: { let mut v = 2u8; { let t = f.f025; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f092); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f073; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f060; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f036; if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e04)); v };
    if n35 > 0 { hi += 9; if n35 == 2 { lo += 9; } }
    let n36 = 'b: { let mut v = 2u8; { let t = or(f.f055, f.f098); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f026); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f049, n(f.f044)); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e07)); v };
    if n36 > 0 { hi += 3; if n36 == 2 { lo += 3; } }
    let n37 = 'b: { let mut v = 2u8; { let t = f.f084; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f029, f.f037); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f024), f.f015); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f032; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f050); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n37 > 0 { hi += 6; if n37 == 2 { lo += 6; } }
    let n38 = 'b: { let mut v = 2u8; { let t = or(f.f047, f.f084); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f029), f.f018); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f093; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f044; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f094); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n38 > 0 { hi += 6; if n38 == 2 { lo += 6; } }
    let n39 = 'b: { let mut v = 2u8; { let t = n(f.f014); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f059; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f001, n(f.f067)); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n39 > 0 { hi += 6; if n39 == 2 { lo += 6; } }
    let n40 = 'b: { let mut v = 2u8; { let t = or(f.f039, n(f.f063)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f069, f.f028); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f031; if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e07)); v };
    if n40 > 0 { hi += 5; if n40 == 2 { lo += 5; } }
    let n41 = 'b: { let mut v = 2u8; { let t = n(f.f036); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f020); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f042; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f088; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f001, f.f064); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n41 > 0 { hi += 4; if n41 == 2 { lo += 4; } }
    let n42 = 'b: { let mut v = 2u8; { let t = n(f.f092); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f080; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f012, f.f097); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e03)); v = and(v, n(e05)); v };
    if n42 > 0 { hi += 2; if n42 == 2 { lo += 2; } }
    let n43 = 'b: { let mut v = 2u8; { let t = or(n(f.f078), f.f040); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f018); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f051; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f024, n(f.f089)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f075); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e03)); v = and(v, n(e09)); v };
    if n43 > 0 { hi += 6; if n43 == 2 { lo += 6; } }
    let n44 = 'b: { let mut v = 2u8; { let t = f.f062; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f058; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f044; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f061, f.f023); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n44 > 0 { hi += 2; if n44 == 2 { lo += 2; } }
    let n45 = 'b: { let mut v = 2u8; { let t = n(f.f010); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f009; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f004; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n45 > 0 { hi += 5; if n45 == 2 { lo += 5; } }
    let n46 = 'b: { let mut v = 2u8; { let t = n(f.f095); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f099; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f019; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f091); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e05)); v = and(v, n(e07)); v };
    if n46 > 0 { hi += 1; if n46 == 2 { lo += 1; } }
    let n47 = 'b: { let mut v = 2u8; { let t = n(f.f075); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f027; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f050, f.f020); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n47 > 0 { hi += 9; if n47 == 2 { lo += 9; } }
    let n48 = 'b: { let mut v = 2u8; { let t = or(f.f016, f.f067); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f078), f.f053); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f087; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n48 > 0 { hi += 3; if n48 == 2 { lo += 3; } }
    let n49 = 'b: { let mut v = 2u8; { let t = f.f062; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f026; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f036; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n49 > 0 { hi += 8; if n49 == 2 { lo += 8; } }
    let n50 = 'b: { let mut v = 2u8; { let t = or(f.f081, f.f063); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f066; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f003), f.f061); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f089); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f065), f.f000); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n50 > 0 { hi += 2; if n50 == 2 { lo += 2; } }
    let n51 = 'b: { let mut v = 2u8; { let t = or(f.f062, f.f013); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f014), f.f063); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f040; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f064, f.f035); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e02)); v };
    if n51 > 0 { hi += 6; if n51 == 2 { lo += 6; } }
    let n52 = 'b: { let mut v = 2u8; { let t = or(n(f.f090), f.f053); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f005, f.f001); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f014); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f050; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f017; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n52 > 0 { hi += 9; if n52 == 2 { lo += 9; } }
    let n53 = 'b: { let mut v = 2u8; { let t = or(f.f084, f.f046); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f022); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f003, f.f074); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f071; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f043; if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e08)); v };
    if n53 > 0 { hi += 8; if n53 == 2 { lo += 8; } }
    let n54 = 'b: { let mut v = 2u8; { let t = f.f021; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f026), f.f074); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f032; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f023; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n54 > 0 { hi += 3; if n54 == 2 { lo += 3; } }
    let n55 = 'b: { let mut v = 2u8; { let t = f.f046; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f085; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f057; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f062), n(f.f091)); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n55 > 0 { hi += 7; if n55 == 2 { lo += 7; } }
    let n56 = 'b: { let mut v = 2u8; { let t = or(f.f004, f.f063); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f006; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f081; if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e09)); v };
    if n56 > 0 { hi += 4; if n56 == 2 { lo += 4; } }
    let n57 = 'b: { let mut v = 2u8; { let t = n(f.f094); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f011), f.f084); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f082; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f009); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f020; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n57 > 0 { hi += 1; if n57 == 2 { lo += 1; } }
    let n58 = 'b: { let mut v = 2u8; { let t = f.f071; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f096; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f061); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n58 > 0 { hi += 1; if n58 == 2 { lo += 1; } }
    let n59 = 'b: { let mut v = 2u8; { let t = f.f070; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f086), n(f.f081)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f020, n(f.f097)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f049; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f034, f.f026); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n59 > 0 { hi += 4; if n59 == 2 { lo += 4; } }
    (lo, hi)
}
/// early exit, and a structured explanation of every norm that is not false
#[inline(never)]
pub fn eval_explain(f: &Facts, out: &mut super::Trace) -> (u32, u32) {
    out.clear(); let (mut lo, mut hi) = (0u32, 0u32);
    let e00 = 'b: { let mut v = 2u8; { let t = or(n(f.f065), f.f053); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f050), n(f.f043)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f042, n(f.f012)); if t == 0 { break 'b 0; } v = and(v, t); } v };
    let e01 = 'b: { let mut v = 2u8; { let t = f.f057; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f004; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f014); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f081); if t == 0 { break 'b 0; } v = and(v, t); } v };
    let e02 = 'b: { let mut v = 2u8; { let t = f.f037; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f005), f.f068); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f058; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f079; if t == 0 { break 'b 0; } v = and(v, t); } v };
    let e03 = 'b: { let mut v = 2u8; { let t = f.f052; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f028; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f041, f.f015); if t == 0 { break 'b 0; } v = and(v, t); } v };
    let e04 = 'b: { let mut v = 2u8; { let t = f.f076; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f031; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f057; if t == 0 { break 'b 0; } v = and(v, t); } v };
    let e05 = 'b: { let mut v = 2u8; { let t = f.f047; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f070, f.f099); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f038; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f046), n(f.f011)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f012); if t == 0 { break 'b 0; } v = and(v, t); } v };
    let e06 = 'b: { let mut v = 2u8; { let t = f.f008; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f088; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f027; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f095); if t == 0 { break 'b 0; } v = and(v, t); } v };
    let e07 = 'b: { let mut v = 2u8; { let t = or(f.f023, f.f058); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f041, f.f056); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f051; if t == 0 { break 'b 0; } v = and(v, t); } v };
    let e08 = 'b: { let mut v = 2u8; { let t = or(f.f089, f.f087); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f039); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f006); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f016, n(f.f005)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f010, f.f002); if t == 0 { break 'b 0; } v = and(v, t); } v };
    let e09 = 'b: { let mut v = 2u8; { let t = or(f.f025, n(f.f036)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f099; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f008); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f026; if t == 0 { break 'b 0; } v = and(v, t); } v };
    let n00 = 'b: { let mut v = 2u8; { let t = f.f002; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f086; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f036); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e09)); v };
    if n00 > 0 { hi += 5; if n00 == 2 { lo += 5; } out.push(10, n00, &[(2, f.f002), (86, f.f086), (36, f.f036)], &[(9, e09)]); }
    let n01 = 'b: { let mut v = 2u8; { let t = f.f022; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f085; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f073); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f035); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f027, f.f069); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n01 > 0 { hi += 5; if n01 == 2 { lo += 5; } out.push(11, n01, &[(22, f.f022), (85, f.f085), (73, f.f073), (35, f.f035), (27, f.f027), (69, f.f069)], &[]); }
    let n02 = 'b: { let mut v = 2u8; { let t = n(f.f036); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f019), f.f062); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f047; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f008; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f078; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n02 > 0 { hi += 9; if n02 == 2 { lo += 9; } out.push(12, n02, &[(36, f.f036), (19, f.f019), (62, f.f062), (47, f.f047), (8, f.f008), (78, f.f078)], &[]); }
    let n03 = 'b: { let mut v = 2u8; { let t = f.f080; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f040; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f017); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f090, f.f014); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f065; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n03 > 0 { hi += 2; if n03 == 2 { lo += 2; } out.push(13, n03, &[(80, f.f080), (40, f.f040), (17, f.f017), (90, f.f090), (14, f.f014), (65, f.f065)], &[]); }
    let n04 = 'b: { let mut v = 2u8; { let t = f.f064; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f043; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f021; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n04 > 0 { hi += 2; if n04 == 2 { lo += 2; } out.push(14, n04, &[(64, f.f064), (43, f.f043), (21, f.f021)], &[]); }
    let n05 = 'b: { let mut v = 2u8; { let t = or(f.f091, f.f045); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f042; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f053; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f044), f.f000); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e05)); v };
    if n05 > 0 { hi += 3; if n05 == 2 { lo += 3; } out.push(15, n05, &[(91, f.f091), (45, f.f045), (42, f.f042), (53, f.f053), (44, f.f044), (0, f.f000)], &[(5, e05)]); }
    let n06 = 'b: { let mut v = 2u8; { let t = f.f055; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f056), f.f027); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f075; if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e07)); v };
    if n06 > 0 { hi += 6; if n06 == 2 { lo += 6; } out.push(16, n06, &[(55, f.f055), (56, f.f056), (27, f.f027), (75, f.f075)], &[(7, e07)]); }
    let n07 = 'b: { let mut v = 2u8; { let t = f.f069; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f047; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f087; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f055; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n07 > 0 { hi += 6; if n07 == 2 { lo += 6; } out.push(17, n07, &[(69, f.f069), (47, f.f047), (87, f.f087), (55, f.f055)], &[]); }
    let n08 = 'b: { let mut v = 2u8; { let t = n(f.f007); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f066, n(f.f089)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f014; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n08 > 0 { hi += 2; if n08 == 2 { lo += 2; } out.push(18, n08, &[(7, f.f007), (66, f.f066), (89, f.f089), (14, f.f014)], &[]); }
    let n09 = 'b: { let mut v = 2u8; { let t = f.f048; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f016; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f033); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f072); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f044); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n09 > 0 { hi += 2; if n09 == 2 { lo += 2; } out.push(19, n09, &[(48, f.f048), (16, f.f016), (33, f.f033), (72, f.f072), (44, f.f044)], &[]); }
    let n10 = 'b: { let mut v = 2u8; { let t = f.f010; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f077, f.f012); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f081; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f091, n(f.f070)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f068, f.f007); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e00)); v = and(v, n(e05)); v };
    if n10 > 0 { hi += 9; if n10 == 2 { lo += 9; } out.push(20, n10, &[(10, f.f010), (77, f.f077), (12, f.f012), (81, f.f081), (91, f.f091), (70, f.f070), (68, f.f068), (7, f.f007)], &[(0, e00), (5, e05)]); }
    let n11 = 'b: { let mut v = 2u8; { let t = f.f006; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f033; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f026); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n11 > 0 { hi += 8; if n11 == 2 { lo += 8; } out.push(21, n11, &[(6, f.f006), (33, f.f033), (26, f.f026)], &[]); }
    let n12 = 'b: { let mut v = 2u8; { let t = or(n(f.f005), f.f031); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f028; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f034), n(f.f025)); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n12 > 0 { hi += 3; if n12 == 2 { lo += 3; } out.push(22, n12, &[(5, f.f005), (31, f.f031), (28, f.f028), (34, f.f034), (25, f.f025)], &[]); }
    let n13 = 'b: { let mut v = 2u8; { let t = n(f.f093); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f043; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f039; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n13 > 0 { hi += 5; if n13 == 2 { lo += 5; } out.push(23, n13, &[(93, f.f093), (43, f.f043), (39, f.f039)], &[]); }
    let n14 = 'b: { let mut v = 2u8; { let t = f.f070; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f034); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f007, n(f.f025)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f084, f.f067); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n14 > 0 { hi += 9; if n14 == 2 { lo += 9; } out.push(24, n14, &[(70, f.f070), (34, f.f034), (7, f.f007), (25, f.f025), (84, f.f084), (67, f.f067)], &[]); }
    let n15 = 'b: { let mut v = 2u8; { let t = f.f096; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f024; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f035); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f047; if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e04)); v };
    if n15 > 0 { hi += 2; if n15 == 2 { lo += 2; } out.push(25, n15, &[(96, f.f096), (24, f.f024), (35, f.f035), (47, f.f047)], &[(4, e04)]); }
    let n16 = 'b: { let mut v = 2u8; { let t = or(f.f002, f.f023); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f075; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f087; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f098); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e00)); v = and(v, n(e02)); v };
    if n16 > 0 { hi += 1; if n16 == 2 { lo += 1; } out.push(26, n16, &[(2, f.f002), (23, f.f023), (75, f.f075), (87, f.f087), (98, f.f098)], &[(0, e00), (2, e02)]); }
    let n17 = 'b: { let mut v = 2u8; { let t = f.f089; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f081); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f050; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n17 > 0 { hi += 6; if n17 == 2 { lo += 6; } out.push(27, n17, &[(89, f.f089), (81, f.f081), (50, f.f050)], &[]); }
    let n18 = 'b: { let mut v = 2u8; { let t = f.f068; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f003), n(f.f036)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f055; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f048); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n18 > 0 { hi += 8; if n18 == 2 { lo += 8; } out.push(28, n18, &[(68, f.f068), (3, f.f003), (36, f.f036), (55, f.f055), (48, f.f048)], &[]); }
    let n19 = 'b: { let mut v = 2u8; { let t = n(f.f065); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f025); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f072); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f097; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n19 > 0 { hi += 7; if n19 == 2 { lo += 7; } out.push(29, n19, &[(65, f.f065), (25, f.f025), (72, f.f072), (97, f.f097)], &[]); }
    let n20 = 'b: { let mut v = 2u8; { let t = f.f061; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f014, f.f074); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f001); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f067; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f029; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n20 > 0 { hi += 5; if n20 == 2 { lo += 5; } out.push(30, n20, &[(61, f.f061), (14, f.f014), (74, f.f074), (1, f.f001), (67, f.f067), (29, f.f029)], &[]); }
    let n21 = 'b: { let mut v = 2u8; { let t = f.f019; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f001; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f096; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n21 > 0 { hi += 5; if n21 == 2 { lo += 5; } out.push(31, n21, &[(19, f.f019), (1, f.f001), (96, f.f096)], &[]); }
    let n22 = 'b: { let mut v = 2u8; { let t = or(f.f052, f.f013); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f088; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f089, n(f.f002)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f045; if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e09)); v };
    if n22 > 0 { hi += 2; if n22 == 2 { lo += 2; } out.push(32, n22, &[(52, f.f052), (13, f.f013), (88, f.f088), (89, f.f089), (2, f.f002), (45, f.f045)], &[(9, e09)]); }
    let n23 = 'b: { let mut v = 2u8; { let t = n(f.f083); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f071; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f037; if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e03)); v };
    if n23 > 0 { hi += 8; if n23 == 2 { lo += 8; } out.push(33, n23, &[(83, f.f083), (71, f.f071), (37, f.f037)], &[(3, e03)]); }
    let n24 = 'b: { let mut v = 2u8; { let t = n(f.f027); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f083, n(f.f093)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f051); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f095; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n24 > 0 { hi += 6; if n24 == 2 { lo += 6; } out.push(34, n24, &[(27, f.f027), (83, f.f083), (93, f.f093), (51, f.f051), (95, f.f095)], &[]); }
    let n25 = 'b: { let mut v = 2u8; { let t = f.f054; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f073, f.f075); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f004; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f047, f.f029); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f026; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n25 > 0 { hi += 6; if n25 == 2 { lo += 6; } out.push(35, n25, &[(54, f.f054), (73, f.f073), (75, f.f075), (4, f.f004), (47, f.f047), (29, f.f029), (26, f.f026)], &[]); }
    let n26 = 'b: { let mut v = 2u8; { let t = n(f.f049); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f099; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f019), n(f.f034)); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e01)); v = and(v, n(e03)); v };
    if n26 > 0 { hi += 2; if n26 == 2 { lo += 2; } out.push(36, n26, &[(49, f.f049), (99, f.f099), (19, f.f019), (34, f.f034)], &[(1, e01), (3, e03)]); }
    let n27 = 'b: { let mut v = 2u8; { let t = f.f041; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f033); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f096); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f062; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f027), f.f039); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e05)); v };
    if n27 > 0 { hi += 8; if n27 == 2 { lo += 8; } out.push(37, n27, &[(41, f.f041), (33, f.f033), (96, f.f096), (62, f.f062), (27, f.f027), (39, f.f039)], &[(5, e05)]); }
    let n28 = 'b: { let mut v = 2u8; { let t = or(f.f003, f.f089); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f000; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f082; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f024); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f052, f.f094); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n28 > 0 { hi += 8; if n28 == 2 { lo += 8; } out.push(38, n28, &[(3, f.f003), (89, f.f089), (0, f.f000), (82, f.f082), (24, f.f024), (52, f.f052), (94, f.f094)], &[]); }
    let n29 = 'b: { let mut v = 2u8; { let t = f.f003; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f091, n(f.f030)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f063; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f007, f.f058); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n29 > 0 { hi += 7; if n29 == 2 { lo += 7; } out.push(39, n29, &[(3, f.f003), (91, f.f091), (30, f.f030), (63, f.f063), (7, f.f007), (58, f.f058)], &[]); }
    let n30 = 'b: { let mut v = 2u8; { let t = f.f088; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f024, f.f070); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f049, f.f042); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f092); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f033, n(f.f068)); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e00)); v = and(v, n(e03)); v };
    if n30 > 0 { hi += 5; if n30 == 2 { lo += 5; } out.push(40, n30, &[(88, f.f088), (24, f.f024), (70, f.f070), (49, f.f049), (42, f.f042), (92, f.f092), (33, f.f033), (68, f.f068)], &[(0, e00), (3, e03)]); }
    let n31 = 'b: { let mut v = 2u8; { let t = or(f.f096, n(f.f082)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f076, f.f095); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f022, f.f066); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f039), n(f.f097)); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n31 > 0 { hi += 7; if n31 == 2 { lo += 7; } out.push(41, n31, &[(96, f.f096), (82, f.f082), (76, f.f076), (95, f.f095), (22, f.f022), (66, f.f066), (39, f.f039), (97, f.f097)], &[]); }
    let n32 = 'b: { let mut v = 2u8; { let t = f.f099; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f018; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f003; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f037; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f000, f.f035); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e03)); v };
    if n32 > 0 { hi += 9; if n32 == 2 { lo += 9; } out.push(42, n32, &[(99, f.f099), (18, f.f018), (3, f.f003), (37, f.f037), (0, f.f000), (35, f.f035)], &[(3, e03)]); }
    let n33 = 'b: { let mut v = 2u8; { let t = f.f004; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f091); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f089); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f081; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f003), f.f092); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e02)); v = and(v, n(e03)); v };
    if n33 > 0 { hi += 8; if n33 == 2 { lo += 8; } out.push(43, n33, &[(4, f.f004), (91, f.f091), (89, f.f089), (81, f.f081), (3, f.f003), (92, f.f092)], &[(2, e02), (3, e03)]); }
    let n34 = 'b: { let mut v = 2u8; { let t = f.f095; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f071; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f000; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f063; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n34 > 0 { hi += 9; if n34 == 2 { lo += 9; } out.push(44, n34, &[(95, f.f095), (71, f.f071), (0, f.f000), (63, f.f063)], &[]); }
    let n35 = 'b: { let mut v = 2u8; { let t = f.f025; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f092); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f073; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f060; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f036; if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e04)); v };
    if n35 > 0 { hi += 9; if n35 == 2 { lo += 9; } out.push(45, n35, &[(25, f.f025), (92, f.f092), (73, f.f073), (60, f.f060), (36, f.f036)], &[(4, e04)]); }
    let n36 = 'b: { let mut v = 2u8; { let t = or(f.f055, f.f098); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f026); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f049, n(f.f044)); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e07)); v };
    if n36 > 0 { hi += 3; if n36 == 2 { lo += 3; } out.push(46, n36, &[(55, f.f055), (98, f.f098), (26, f.f026), (49, f.f049), (44, f.f044)], &[(7, e07)]); }
    let n37 = 'b: { let mut v = 2u8; { let t = f.f084; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f029, f.f037); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f024), f.f015); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f032; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f050); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n37 > 0 { hi += 6; if n37 == 2 { lo += 6; } out.push(47, n37, &[(84, f.f084), (29, f.f029), (37, f.f037), (24, f.f024), (15, f.f015), (32, f.f032), (50, f.f050)], &[]); }
    let n38 = 'b: { let mut v = 2u8; { let t = or(f.f047, f.f084); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f029), f.f018); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f093; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f044; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f094); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n38 > 0 { hi += 6; if n38 == 2 { lo += 6; } out.push(48, n38, &[(47, f.f047), (84, f.f084), (29, f.f029), (18, f.f018), (93, f.f093), (44, f.f044), (94, f.f094)], &[]); }
    let n39 = 'b: { let mut v = 2u8; { let t = n(f.f014); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f059; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f001, n(f.f067)); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n39 > 0 { hi += 6; if n39 == 2 { lo += 6; } out.push(49, n39, &[(14, f.f014), (59, f.f059), (1, f.f001), (67, f.f067)], &[]); }
    let n40 = 'b: { let mut v = 2u8; { let t = or(f.f039, n(f.f063)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f069, f.f028); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f031; if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e07)); v };
    if n40 > 0 { hi += 5; if n40 == 2 { lo += 5; } out.push(50, n40, &[(39, f.f039), (63, f.f063), (69, f.f069), (28, f.f028), (31, f.f031)], &[(7, e07)]); }
    let n41 = 'b: { let mut v = 2u8; { let t = n(f.f036); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f020); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f042; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f088; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f001, f.f064); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n41 > 0 { hi += 4; if n41 == 2 { lo += 4; } out.push(51, n41, &[(36, f.f036), (20, f.f020), (42, f.f042), (88, f.f088), (1, f.f001), (64, f.f064)], &[]); }
    let n42 = 'b: { let mut v = 2u8; { let t = n(f.f092); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f080; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f012, f.f097); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e03)); v = and(v, n(e05)); v };
    if n42 > 0 { hi += 2; if n42 == 2 { lo += 2; } out.push(52, n42, &[(92, f.f092), (80, f.f080), (12, f.f012), (97, f.f097)], &[(3, e03), (5, e05)]); }
    let n43 = 'b: { let mut v = 2u8; { let t = or(n(f.f078), f.f040); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f018); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f051; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f024, n(f.f089)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f075); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e03)); v = and(v, n(e09)); v };
    if n43 > 0 { hi += 6; if n43 == 2 { lo += 6; } out.push(53, n43, &[(78, f.f078), (40, f.f040), (18, f.f018), (51, f.f051), (24, f.f024), (89, f.f089), (75, f.f075)], &[(3, e03), (9, e09)]); }
    let n44 = 'b: { let mut v = 2u8; { let t = f.f062; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f058; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f044; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f061, f.f023); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n44 > 0 { hi += 2; if n44 == 2 { lo += 2; } out.push(54, n44, &[(62, f.f062), (58, f.f058), (44, f.f044), (61, f.f061), (23, f.f023)], &[]); }
    let n45 = 'b: { let mut v = 2u8; { let t = n(f.f010); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f009; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f004; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n45 > 0 { hi += 5; if n45 == 2 { lo += 5; } out.push(55, n45, &[(10, f.f010), (9, f.f009), (4, f.f004)], &[]); }
    let n46 = 'b: { let mut v = 2u8; { let t = n(f.f095); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f099; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f019; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f091); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e05)); v = and(v, n(e07)); v };
    if n46 > 0 { hi += 1; if n46 == 2 { lo += 1; } out.push(56, n46, &[(95, f.f095), (99, f.f099), (19, f.f019), (91, f.f091)], &[(5, e05), (7, e07)]); }
    let n47 = 'b: { let mut v = 2u8; { let t = n(f.f075); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f027; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f050, f.f020); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n47 > 0 { hi += 9; if n47 == 2 { lo += 9; } out.push(57, n47, &[(75, f.f075), (27, f.f027), (50, f.f050), (20, f.f020)], &[]); }
    let n48 = 'b: { let mut v = 2u8; { let t = or(f.f016, f.f067); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f078), f.f053); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f087; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n48 > 0 { hi += 3; if n48 == 2 { lo += 3; } out.push(58, n48, &[(16, f.f016), (67, f.f067), (78, f.f078), (53, f.f053), (87, f.f087)], &[]); }
    let n49 = 'b: { let mut v = 2u8; { let t = f.f062; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f026; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f036; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n49 > 0 { hi += 8; if n49 == 2 { lo += 8; } out.push(59, n49, &[(62, f.f062), (26, f.f026), (36, f.f036)], &[]); }
    let n50 = 'b: { let mut v = 2u8; { let t = or(f.f081, f.f063); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f066; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f003), f.f061); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f089); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f065), f.f000); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n50 > 0 { hi += 2; if n50 == 2 { lo += 2; } out.push(60, n50, &[(81, f.f081), (63, f.f063), (66, f.f066), (3, f.f003), (61, f.f061), (89, f.f089), (65, f.f065), (0, f.f000)], &[]); }
    let n51 = 'b: { let mut v = 2u8; { let t = or(f.f062, f.f013); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f014), f.f063); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f040; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f064, f.f035); if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e02)); v };
    if n51 > 0 { hi += 6; if n51 == 2 { lo += 6; } out.push(61, n51, &[(62, f.f062), (13, f.f013), (14, f.f014), (63, f.f063), (40, f.f040), (64, f.f064), (35, f.f035)], &[(2, e02)]); }
    let n52 = 'b: { let mut v = 2u8; { let t = or(n(f.f090), f.f053); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f005, f.f001); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f014); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f050; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f017; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n52 > 0 { hi += 9; if n52 == 2 { lo += 9; } out.push(62, n52, &[(90, f.f090), (53, f.f053), (5, f.f005), (1, f.f001), (14, f.f014), (50, f.f050), (17, f.f017)], &[]); }
    let n53 = 'b: { let mut v = 2u8; { let t = or(f.f084, f.f046); if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f022); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f003, f.f074); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f071; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f043; if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e08)); v };
    if n53 > 0 { hi += 8; if n53 == 2 { lo += 8; } out.push(63, n53, &[(84, f.f084), (46, f.f046), (22, f.f022), (3, f.f003), (74, f.f074), (71, f.f071), (43, f.f043)], &[(8, e08)]); }
    let n54 = 'b: { let mut v = 2u8; { let t = f.f021; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f026), f.f074); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f032; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f023; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n54 > 0 { hi += 3; if n54 == 2 { lo += 3; } out.push(64, n54, &[(21, f.f021), (26, f.f026), (74, f.f074), (32, f.f032), (23, f.f023)], &[]); }
    let n55 = 'b: { let mut v = 2u8; { let t = f.f046; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f085; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f057; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f062), n(f.f091)); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n55 > 0 { hi += 7; if n55 == 2 { lo += 7; } out.push(65, n55, &[(46, f.f046), (85, f.f085), (57, f.f057), (62, f.f062), (91, f.f091)], &[]); }
    let n56 = 'b: { let mut v = 2u8; { let t = or(f.f004, f.f063); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f006; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f081; if t == 0 { break 'b 0; } v = and(v, t); } v = and(v, n(e09)); v };
    if n56 > 0 { hi += 4; if n56 == 2 { lo += 4; } out.push(66, n56, &[(4, f.f004), (63, f.f063), (6, f.f006), (81, f.f081)], &[(9, e09)]); }
    let n57 = 'b: { let mut v = 2u8; { let t = n(f.f094); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f011), f.f084); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f082; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f009); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f020; if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n57 > 0 { hi += 1; if n57 == 2 { lo += 1; } out.push(67, n57, &[(94, f.f094), (11, f.f011), (84, f.f084), (82, f.f082), (9, f.f009), (20, f.f020)], &[]); }
    let n58 = 'b: { let mut v = 2u8; { let t = f.f071; if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f096; if t == 0 { break 'b 0; } v = and(v, t); } { let t = n(f.f061); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n58 > 0 { hi += 1; if n58 == 2 { lo += 1; } out.push(68, n58, &[(71, f.f071), (96, f.f096), (61, f.f061)], &[]); }
    let n59 = 'b: { let mut v = 2u8; { let t = f.f070; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(n(f.f086), n(f.f081)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f020, n(f.f097)); if t == 0 { break 'b 0; } v = and(v, t); } { let t = f.f049; if t == 0 { break 'b 0; } v = and(v, t); } { let t = or(f.f034, f.f026); if t == 0 { break 'b 0; } v = and(v, t); } v };
    if n59 > 0 { hi += 4; if n59 == 2 { lo += 4; } out.push(69, n59, &[(70, f.f070), (86, f.f086), (81, f.f081), (20, f.f020), (97, f.f097), (49, f.f049), (34, f.f034), (26, f.f026)], &[]); }
    (lo, hi)
}
