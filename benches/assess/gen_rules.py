#!/usr/bin/env python3
"""Synthetic legality rule set: N norms + E exceptions over F three-valued facts.

One canonical file (rules.json) plus the same rules in the notation of each peer, so every engine
answers the same question on the same inputs.  Truth values: 0 = false, 1 = undetermined, 2 = true.

Semantics (strong Kleene):
  literal   fact f (pos) -> v(f);  not f -> 2 - v(f)
  term      one literal, or "any of" two literals  -> max
  rule      all of its terms                       -> min
  norm      rule and not(any exception it lists)   -> min(rule, 2 - max(exceptions))
Outcome over norms only:
  lo = sum of weights of norms that are true; hi = sum of weights of norms true or undetermined
Two-valued engines get each norm twice: "<id>.d" (definite, value == 2) and "<id>.p" (possible, value >= 1).

rules.json and handwritten.rs beside this script are its output with the seed below; the forms for other engines are
made anew when they are compared (benches/peers). MIT OR Apache-2.0, as everything here.

usage: gen_rules.py OUTDIR [--seed 7] [--norms 60] [--exceptions 10] [--facts 100] [--vectors 1000]
Only random.random() is used, whose stream is the same in every Python 3.
"""
import argparse, json, os, random

ap = argparse.ArgumentParser()
ap.add_argument("outdir")
ap.add_argument("--seed", type=int, default=7)
ap.add_argument("--norms", type=int, default=60)
ap.add_argument("--exceptions", type=int, default=10)
ap.add_argument("--facts", type=int, default=100)
ap.add_argument("--vectors", type=int, default=1000)
A = ap.parse_args()
R = random.Random(A.seed)
ri = lambda n: int(R.random() * n)
os.makedirs(A.outdir, exist_ok=True)

def fname(i): return f"f{i:03d}"

def body():
    n, used, terms = 3 + ri(3), set(), []          # 3..5 terms, mean 4
    for _ in range(n):
        lits = []
        for _ in range(2 if R.random() < 0.25 else 1):
            while True:
                f = ri(A.facts)
                if f not in used: break
            used.add(f)
            lits.append([f, R.random() < 0.25])    # [fact, negated]
        terms.append(lits)
    return terms

rules = []
for i in range(A.exceptions):
    rules.append(dict(id=f"E{i:02d}", kind="exception", weight=0, terms=body(), unless=[]))
for i in range(A.norms):
    un = []
    if R.random() < 1 / 3:
        un = sorted({ri(A.exceptions) for _ in range(1 + ri(2))})
    rules.append(dict(id=f"N{i:02d}", kind="norm", weight=1 + ri(9), terms=body(), unless=[f"E{e:02d}" for e in un]))
byid = {r["id"]: r for r in rules}
vectors = []
for _ in range(A.vectors):
    v = []
    for _ in range(A.facts):
        x = R.random()
        v.append(2 if x < .40 else 1 if x < .60 else 0)
    vectors.append(v)

# reference evaluation -------------------------------------------------------------------------
def lit(v, l): return 2 - v[l[0]] if l[1] else v[l[0]]
def raw(v, r): return min(max(lit(v, l) for l in t) for t in r["terms"])
def value(v, r):
    x = raw(v, r)
    return min([x] + [2 - raw(v, byid[e]) for e in r["unless"]])
expected = []
fired = und = 0
for v in vectors:
    vals = [(r, value(v, r)) for r in rules if r["kind"] == "norm"]
    lo = sum(r["weight"] for r, x in vals if x == 2)
    hi = sum(r["weight"] for r, x in vals if x >= 1)
    fired += sum(x == 2 for _, x in vals); und += sum(x == 1 for _, x in vals)
    expected.append([lo, hi])

W = lambda n, s: open(os.path.join(A.outdir, n), "w").write(s)
W("rules.json", json.dumps(dict(facts=[fname(i) for i in range(A.facts)], rules=rules)))
W("vectors.json", json.dumps(dict(vectors=vectors, expected=expected)))

# two-valued forms -----------------------------------------------------------------------------
def test(l, mode):                                  # comparison of one fact in mode d|p
    f, neg = l
    if mode == "d": return (f, "==", 0) if neg else (f, "==", 2)
    return (f, "<", 2) if neg else (f, ">", 0)
def expr(terms, mode, atom, AND, OR):
    parts = []
    for t in terms:
        xs = [atom(*test(l, mode)) for l in t]
        parts.append(xs[0] if len(xs) == 1 else "(" + OR.join(xs) + ")")
    return AND.join(parts)
def full(r, mode, atom, AND, OR, NOT):
    s = expr(r["terms"], mode, atom, AND, OR)
    for e in r["unless"]:                           # definite needs the exception to be impossible
        s += AND + NOT + "(" + expr(byid[e]["terms"], "p" if mode == "d" else "d", atom, AND, OR) + ")"
    return s
norms = [r for r in rules if r["kind"] == "norm"]
cexpr = lambda pre: (lambda f, op, k: f"{pre}{fname(f)} {op} {k}")

# CEL
W("cel.json", json.dumps([[r["id"], r["weight"]] + [full(r, m, cexpr(""), " && ", " || ", "!") for m in "dp"] for r in norms]))
# Cedar
W("rules.cedar", "\n".join(
    f'@id("{r["id"]}.{m}")\nforbid(principal, action, resource) when {{ {full(r, m, cexpr("context."), " && ", " || ", "!")} }};'
    for r in norms for m in "dp"))
# JSON Logic
def jl(r, mode):
    def atom(l):
        f, op, k = test(l, mode); return {op: [{"var": fname(f)}, k]}
    def ex(terms, md):
        nonlocal mode
        keep, mode = mode, md
        out = [atom(t[0]) if len(t) == 1 else {"or": [atom(l) for l in t]} for t in terms]
        mode = keep
        return out
    out = ex(r["terms"], mode)
    for e in r["unless"]:
        out.append({"!": [{"and": ex(byid[e]["terms"], "p" if mode == "d" else "d")}]})
    return {"and": out}
W("jsonlogic.json", json.dumps([[r["id"], r["weight"], jl(r, "d"), jl(r, "p")] for r in norms]))
# one JSON Logic document that returns both score bounds at once
W("jsonlogic_one.json", json.dumps([{"+": [{"if": [jl(r, m), r["weight"], 0]} for r in norms]} for m in "dp"]))
# Rego: exceptions are helper rules (Rego has rule references), any-of terms are helper rules
out = ["package legality", "import rego.v1", ""]
def rego_lit(l, m): f, op, k = test(l, m); return f"input.{fname(f)} {op} {k}"
def rego_body(r, m):
    b = []
    for ti, t in enumerate(r["terms"]):
        if len(t) == 1: b.append(rego_lit(t[0], m))
        else:
            h = f'{r["id"].lower()}_t{ti}_{m}'
            for l in t: helpers.append(f"{h} if {rego_lit(l, m)}")
            b.append(h)
    return b
helpers = []
body_lines = []
for r in rules:
    for m in "dp":
        b = rego_body(r, m)
        if r["kind"] == "exception":
            body_lines.append(f'{r["id"].lower()}_{m} if {{ ' + "; ".join(b) + " }")
        else:
            for e in r["unless"]: b.append(f'not {e.lower()}_{"p" if m == "d" else "d"}')
            body_lines.append(f'{"definite" if m == "d" else "possible"} contains "{r["id"]}" if {{ ' + "; ".join(b) + " }")
out += helpers + body_lines
out.append("weights := " + json.dumps({r["id"]: r["weight"] for r in norms}))
out.append("used := " + json.dumps({r["id"]: [fname(l[0]) for t in r["terms"] for l in t] for r in norms}).replace("], ", "],\n"))  # regorus refuses lines over 1024 columns
out.append("score := [sum([weights[r] | some r in definite]), sum([weights[r] | some r in possible])]")
out.append('explain := {"score": score, "norms": [{"norm": r, "definite": r in definite, "facts": {f: input[f] | some f in used[r]}} | some r in possible]}')
W("rules.rego", "\n".join(out) + "\n")

# hand-written Rust ----------------------------------------------------------------------------
def rs_lit(l): return f"n(f.{fname(l[0])})" if l[1] else f"f.{fname(l[0])}"
def rs_body(r):
    ts = [rs_lit(t[0]) if len(t) == 1 else "or(" + ", ".join(rs_lit(l) for l in t) + ")" for t in r["terms"]]
    s = ts[0]
    for t in ts[1:]: s = f"and({s}, {t})"
    return s
o = ["// Made by gen_rules.py beside this file: the rules of rules.json as a person would write them out."]
o += ["#[derive(Clone, Copy)]", "pub struct Facts {"] + [f"    pub {fname(i)}: u8," for i in range(A.facts)] + ["}"]
o += ["impl Facts {", "    pub fn new(v: &[u8]) -> Self {", "        Self { " + ", ".join(f"{fname(i)}: v[{i}]" for i in range(A.facts)) + " }", "    }", "}"]
o += ["#[inline(always)] fn n(a: u8) -> u8 { 2 - a }", "#[inline(always)] fn and(a: u8, b: u8) -> u8 { if a < b { a } else { b } }",
      "#[inline(always)] fn or(a: u8, b: u8) -> u8 { if a > b { a } else { b } }"]
o += ["/// straight line, no early exit", "#[inline(never)]", "pub fn eval(f: &Facts) -> (u32, u32) {", "    let (mut lo, mut hi) = (0u32, 0u32);"]
for r in rules:
    s = rs_body(r)
    for e in r["unless"]: s = f"and({s}, n({e.lower()}))"
    o.append(f"    let {r['id'].lower()} = {s};")
    if r["kind"] == "norm":
        v = r["id"].lower()
        o.append(f"    lo += if {v} == 2 {{ {r['weight']} }} else {{ 0 }}; hi += if {v} >= 1 {{ {r['weight']} }} else {{ 0 }};")
o += ["    (lo, hi)", "}"]
def early(r, x):                                    # as a person writes it: give up at the first false term
    ts = [rs_lit(t[0]) if len(t) == 1 else "or(" + ", ".join(rs_lit(l) for l in t) + ")" for t in r["terms"]]
    s = "    let %s = 'b: { let mut v = 2u8;" % x
    for t in ts: s += f" {{ let t = {t}; if t == 0 {{ break 'b 0; }} v = and(v, t); }}"
    for e in r["unless"]: s += f" v = and(v, n({e.lower()}));"
    return s + " v };"
o += ["/// early exit at the first false term", "#[inline(never)]", "pub fn eval_early(f: &Facts) -> (u32, u32) {", "    let (mut lo, mut hi) = (0u32, 0u32);"]
for r in rules:
    v = r["id"].lower(); o.append(early(r, v))
    if r["kind"] == "norm": o.append(f"    if {v} > 0 {{ hi += {r['weight']}; if {v} == 2 {{ lo += {r['weight']}; }} }}")
o += ["    (lo, hi)", "}"]
o += ["/// early exit, and a structured explanation of every norm that is not false",
      "#[inline(never)]", "pub fn eval_explain(f: &Facts, out: &mut super::Trace) -> (u32, u32) {", "    out.clear(); let (mut lo, mut hi) = (0u32, 0u32);"]
for ix, r in enumerate(rules):
    v = r["id"].lower(); o.append(early(r, v))
    if r["kind"] == "norm":
        fs = ", ".join(f"({l[0]}, f.{fname(l[0])})" for t in r["terms"] for l in t)
        ex = ", ".join(f"({byidx}, {e.lower()})" for e in r["unless"] for byidx in [int(e[1:])])
        o.append(f"    if {v} > 0 {{ hi += {r['weight']}; if {v} == 2 {{ lo += {r['weight']}; }} out.push({ix}, {v}, &[{fs}], &[{ex}]); }}")
o += ["    (lo, hi)", "}"]
W("handwritten.rs", "\n".join(o) + "\n")
nl = sum(len(t) for r in rules for t in r["terms"])
print(f"{len(rules)} rules, {sum(len(r['terms']) for r in rules)} conditions, {nl} literals; per vector {fired/A.vectors:.2f} norms true, {und/A.vectors:.2f} undetermined")
