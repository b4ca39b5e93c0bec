#!/usr/bin/env python3
"""The reference evaluator: the law's formulas read from the generated pages and evaluated by plain recursion.

It shares no code with the engine and is kept slow and simple, so that the two can be held against each other
(differential.py does so on random sheets; where they differ, the catalogue decides).

usage: check_cases.py [--catalogue DIR] [--eval] [--case ID] [FILE ...]

Without --catalogue it reads docs/law; without FILE it checks every file of tests/casebook. It verifies that

* facts.md, moves.md and norms.md parse, that every formula uses defined facts, values, macros and norms,
  and that the norm graph has no cycle;
* every case has the right shape, and every norm id, position, fact name, fact value and move id it uses is defined.

With --eval it also runs a small reference evaluation of the formulas on each case and reports where the
formulas and the expected findings differ. Standard library only.
"""
import json
import re
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
CATALOGUE = REPOSITORY / "docs" / "law"
FINDINGS = ("breach", "no-breach", "precluded", "contested", "undetermined")
OVERALL = ("lawful", "unfriendly-but-lawful", "contested", "unlawful", "undetermined")
KINDS = ("prohibition", "condition", "plea", "attribution", "classification", "consequence",
         "procedural", "permission", "evidence", "soft")
SHIELDS = {
    "consent": "arsiwa.20.consent", "countermeasure": "arsiwa.22.countermeasure",
    "self-defence": "charter.51.self-defence", "necessity": "arsiwa.25.necessity",
    "distress": "arsiwa.23-24", "council": "unsc.authorisation", "security": "trade.security-exception",
}
CHARACTERS = ("lawful", "retorsion", "prima-facie-lawful", "contested", "prima-facie-unlawful", "unlawful")
T, C, U, F = "T", "C", "U", "F"
CI_SECTORS = {"energy", "water", "health", "finance", "transport", "telecoms", "nuclear", "elections", "internet_core"}


class Bad(Exception):
    pass


# ---------------------------------------------------------------- reading the three catalogues

def parse_type(text):
    text = text.strip()
    if text == "bool":
        return ("bool",)
    m = re.fullmatch(r"int (-?\d+)\.\.(-?\d+)", text)
    if m:
        return ("int", int(m.group(1)), int(m.group(2)))
    m = re.fullmatch(r"enum\{(.+)\}", text)
    if m:
        return ("enum", [v.strip() for v in m.group(1).split(",")])
    raise Bad(f"unreadable type {text!r}")


def parse_value(ftype, text):
    """A value written as text in a table or formula."""
    text = text.strip()
    if text == "unknown":
        return None
    if ftype[0] == "bool":
        if text not in ("true", "false"):
            raise Bad(f"{text!r} is not a bool")
        return text == "true"
    if ftype[0] == "int":
        n = int(text)
        if not ftype[1] <= n <= ftype[2]:
            raise Bad(f"{n} out of range")
        return n
    if text not in ftype[1]:
        raise Bad(f"{text!r} is not one of {ftype[1]}")
    return text


def read_facts(catalogue=CATALOGUE):
    facts = {}
    for line in (catalogue / "facts.md").read_text(encoding="utf-8").splitlines():
        m = re.match(r"\| `([a-z0-9_]+)` \| ([^|]+) \| ([^|]*) \| ([^|]*) \| ([^|]+) \| ([^|]+) \|$", line)
        if not m:
            continue
        name, ftype, _unit, default, meaning, how = (g.strip() for g in m.groups())
        if name in facts:
            raise Bad(f"facts.md: {name} twice")
        t = parse_type(ftype)
        facts[name] = {"type": t, "default": parse_value(t, default)}
        if not meaning or not how:
            raise Bad(f"facts.md: {name} lacks text")
    return facts


def read_moves(facts, catalogue=CATALOGUE):
    moves = {}
    for line in (catalogue / "moves.md").read_text(encoding="utf-8").splitlines():
        m = re.match(r"\| `([a-z-]+)` \| (.+?) \| (-?\d+\.\d) \| `([a-z-]+)` \| (.*?) \| (.+?) \| (.+?) \| (.+?) \|$", line)
        if not m:
            continue
        mid, _meaning, esc, char, fixes = m.group(1), m.group(2), float(m.group(3)), m.group(4), m.group(5)
        if mid in moves:
            raise Bad(f"moves.md: {mid} twice")
        if not -10 <= esc <= 10 or char not in CHARACTERS:
            raise Bad(f"moves.md: {mid} has a bad value or character")
        fixed = {}
        for item in filter(None, (x.strip() for x in fixes.split(","))):
            k, v = item.split("=")
            if k not in facts:
                raise Bad(f"moves.md: {mid} fixes undefined fact {k}")
            fixed[k] = parse_value(facts[k]["type"], v)
        moves[mid] = {"esc": esc, "character": char, "fixes": fixed}
    return moves


TOKEN = re.compile(r"\s*(>=|==|!=|[(){},]|@[a-z]+|[A-Za-z0-9_.-]+)")


def tokens(text):
    out, i = [], 0
    text = text.strip()
    while i < len(text):
        m = TOKEN.match(text, i)
        if not m:
            raise Bad(f"cannot read formula at {text[i:]!r}")
        out.append(m.group(1))
        i = m.end()
    return out


def parse_formula(text, facts):
    toks = tokens(text)
    pos = 0

    def peek():
        return toks[pos] if pos < len(toks) else None

    def take(expected=None):
        nonlocal pos
        t = peek()
        if t is None or (expected and t != expected):
            raise Bad(f"expected {expected!r}, got {t!r} in {text!r}")
        pos += 1
        return t

    def args():
        take("(")
        out = [expr()]
        while peek() == ",":
            take(",")
            out.append(expr())
        take(")")
        return out

    def expr():
        t = take()
        if t in ("all", "any"):
            return (t, args())
        if t == "not":
            a = args()
            if len(a) != 1:
                raise Bad(f"not takes one argument in {text!r}")
            return ("not", a[0])
        if t == "met":
            take("(")
            n = take()
            take(")")
            return ("met", n)
        if t in ("true", "false"):
            return ("const", T if t == "true" else F)
        if t.startswith("@"):
            return ("macro", t)
        if t not in facts:
            raise Bad(f"undefined fact {t!r} in {text!r}")
        ftype = facts[t]["type"]
        op = peek()
        if op in ("==", "!="):
            take()
            v = parse_value(ftype, take())
            return ("in", t, [v]) if op == "==" else ("not", ("in", t, [v]))
        if op == ">=":
            take()
            if ftype[0] != "int":
                raise Bad(f">= on non-integer {t} in {text!r}")
            return ("ge", t, int(take()))
        if op == "in":
            take()
            take("{")
            vals = [parse_value(ftype, take())]
            while peek() == ",":
                take(",")
                vals.append(parse_value(ftype, take()))
            take("}")
            return ("in", t, vals)
        if ftype[0] != "bool":
            raise Bad(f"bare non-bool fact {t} in {text!r}")
        return ("in", t, [True])

    tree = expr()
    if pos != len(toks):
        raise Bad(f"text left over in {text!r}")
    return tree


def read_norms(facts, catalogue=CATALOGUE):
    text = (catalogue / "norms.md").read_text(encoding="utf-8")
    macros = {}
    for name, f in re.findall(r"^\| `(@[a-z]+)` \| `(.+?)` \|$", text, flags=re.M):
        macros[name] = parse_formula(f, facts)
    norms = {}
    for block in re.split(r"^### (?=`)", text, flags=re.M)[1:]:
        block = re.split(r"^#{2,3} ", block, flags=re.M)[0]
        head = re.match(r"`([a-z0-9.-]+)` — (.+)", block)
        nid = head.group(1)
        if nid in norms:
            raise Bad(f"norms.md: {nid} twice")
        try:
            meta = re.search(r"^- kind: (\S+) · layer: (.+?) · status: (.+) · weight: (\d+)$", block, flags=re.M)
            when = re.search(r"^- when: `(.+)`$", block, flags=re.M)
            test = re.search(r"^- test: `(.+)`$", block, flags=re.M)
            if not re.search(r"^- sources: .+", block, flags=re.M):
                raise Bad("no sources")
            kind = meta.group(1)
            if kind not in KINDS or not 0 <= int(meta.group(4)) <= 100:
                raise Bad("bad kind or weight")
            positions = []
            for pname, standing, rest in re.findall(r"^  - `([a-z0-9-]+)` \[([a-z@0-9]+)\] — (.+)$", block, flags=re.M):
                if not re.fullmatch(r"baseline|(substantial|minority)(@\d{4})?", standing):
                    raise Bad(f"bad standing {standing}")
                m = re.search(r": `(.+)`$", rest)
                if (standing == "baseline") == bool(m):
                    raise Bad(f"position {pname}: formula missing or superfluous")
                positions.append((pname, standing, parse_formula(m.group(1), facts) if m else None))
            if positions and [s for _, s, _ in positions].count("baseline") != 1:
                raise Bad("needs exactly one baseline")
            sh = re.search(r"^- shields: (.+)$", block, flags=re.M)
            shields = [] if not sh or sh.group(1) == "none" else [s.strip() for s in sh.group(1).split(",")]
            for s in shields:
                if s not in SHIELDS:
                    raise Bad(f"unknown shield {s}")
            if kind == "prohibition" and not sh:
                raise Bad("prohibition without shields line")
            norms[nid] = {"kind": kind, "weight": int(meta.group(4)), "when": parse_formula(when.group(1), facts),
                          "test": parse_formula(test.group(1), facts), "positions": positions, "shields": shields,
                          "name": head.group(2)}
        except (Bad, AttributeError) as e:
            raise Bad(f"norms.md: {nid}: {e}") from e
    return norms, macros


def leaves(tree):
    if tree[0] in ("all", "any"):
        for a in tree[1]:
            yield from leaves(a)
    elif tree[0] == "not":
        yield from leaves(tree[1])
    else:
        yield tree


def check_graph(norms, macros):
    def refs(tree):
        for leaf in leaves(tree):
            if leaf[0] == "met":
                if leaf[1] not in norms:
                    raise Bad(f"met() of undefined norm {leaf[1]}")
                yield leaf[1]
            elif leaf[0] == "macro":
                if leaf[1] not in macros:
                    raise Bad(f"undefined macro {leaf[1]}")
                yield from refs(macros[leaf[1]])

    edges = {n: set() for n in norms}
    for n, d in norms.items():
        for tree in [d["test"]] + [p[2] for p in d["positions"] if p[2]]:
            edges[n].update(refs(tree))
        set(refs(d["when"]))
    state = {}

    def visit(n, path):
        if state.get(n) == 2:
            return
        if state.get(n) == 1:
            raise Bad("cycle: " + " -> ".join(path + [n]))
        state[n] = 1
        for m in edges[n]:
            visit(m, path + [n])
        state[n] = 2

    for n in norms:
        visit(n, [])


def unused_facts(facts, norms, macros):
    used = set()
    for tree in list(macros.values()) + [t for d in norms.values()
                                         for t in [d["when"], d["test"]] + [p[2] for p in d["positions"] if p[2]]]:
        used.update(leaf[1] for leaf in leaves(tree) if leaf[0] in ("in", "ge"))
    return sorted(set(facts) - used)


# ---------------------------------------------------------------- reference evaluation

def standing(code, year):
    if "@" not in code:
        return code
    name, y = code.split("@")
    if name == "substantial":
        return "substantial" if year >= int(y) else "minority"
    return "minority" if year >= int(y) else "substantial"


class Evaluation:
    def __init__(self, case, facts, moves, norms, macros):
        self.norms, self.macros, self.facts = norms, macros, facts
        self.year = case.get("as_of", 2025)
        self.move = moves[case["move"]]
        v = {k: d["default"] for k, d in facts.items()}
        v.update(self.move["fixes"])
        given = {k: (None if x == "unknown" else x) for k, x in case["facts"].items()}
        v.update(given)
        if "critical_infrastructure" not in given and v["target_sector"] in CI_SECTORS:
            v["critical_infrastructure"] = True
        if "proportionality" not in given and v["response_ratio"] is not None:
            r = v["response_ratio"]
            v["proportionality"] = ("below" if r < 80 else "commensurate" if r <= 150
                                    else "excessive" if r <= 300 else "grossly_excessive")
        self.v, self.cache = v, {}

    def value(self, tree):
        op = tree[0]
        if op == "const":
            return tree[1]
        if op == "in":
            x = self.v[tree[1]]
            return U if x is None else (T if x in tree[2] else F)
        if op == "ge":
            x = self.v[tree[1]]
            return U if x is None else (T if x >= tree[2] else F)
        if op == "macro":
            return self.value(self.macros[tree[1]])
        if op == "met":
            return self.test(tree[1])
        if op == "not":
            x = self.value(tree[1])
            return {T: F, F: T}.get(x, x)
        vals = [self.value(a) for a in tree[1]]
        for x in ((F, U, C, T) if op == "all" else (T, U, C, F)):
            if x in vals:
                return x

    def by_position(self, nid):
        n = self.norms[nid]
        return {p: self.value(tree or n["test"]) for p, _, tree in n["positions"]}

    def test(self, nid):
        if nid not in self.cache:
            n = self.norms[nid]
            vals = {self.value(n["test"])}
            for p, st, tree in n["positions"]:
                if tree is not None and standing(st, self.year) == "substantial":
                    vals.add(self.value(tree))
            if len(vals) == 1:
                r = vals.pop()
            elif (T in vals and F in vals) or (C in vals and U not in vals):
                r = C
            else:
                r = U
            self.cache[nid] = r
        return self.cache[nid]

    def raised(self, nid):
        return self.value(self.norms[nid]["when"]) == T

    def shield(self, nid):
        best = F
        for s in self.norms[nid]["shields"]:
            p = SHIELDS[s]
            x = self.test(p) if self.raised(p) else F
            best = T if T in (best, x) else U if U in (best, x) else C if C in (best, x) else F
        return best

    def word(self, nid, x):
        kind = self.norms[nid]["kind"]
        if kind == "plea":
            if not self.raised(nid):
                return "no-breach"
            return {T: "precluded", F: "breach", C: "contested", U: "undetermined"}[x]
        if kind == "prohibition" and x != F:
            s = self.shield(nid)
            if s == T:
                return "precluded"
            if x == T:
                return {F: "breach", U: "undetermined", C: "contested"}[s]
        return {T: "breach", F: "no-breach", C: "contested", U: "undetermined"}[x]

    def finding(self, nid):
        """The finding word; a norm that is certainly not raised has nothing to find."""
        return "no-breach" if self.value(self.norms[nid]["when"]) == F else self.word(nid, self.test(nid))

    def overall(self):
        hard = [self.finding(n) for n, d in self.norms.items()
                if d["kind"] in ("prohibition", "consequence") and self.raised(n)]
        for f, o in (("breach", "unlawful"), ("contested", "contested"), ("undetermined", "undetermined"),
                     ("precluded", "lawful")):
            if f in hard:
                return o
        if self.raised("arsiwa.20.consent") and self.finding("arsiwa.20.consent") == "precluded":
            return "lawful"
        soft = any(self.finding(n) == "breach" for n, d in self.norms.items() if d["kind"] == "soft" and self.raised(n))
        if (self.move["character"] == "lawful" or self.move["esc"] > -1.5
                or (self.v["conduct_kind"] == "omission" and not soft)
                or self.v["armed_conflict"] in ("niac", "iac")):
            return "lawful"
        return "unfriendly-but-lawful"


# ---------------------------------------------------------------- cases

def check_case(case, facts, moves, norms):
    need = {"id", "title", "source", "move", "facts", "expect", "expect_overall", "why"}
    extra = {"as_of", "verification"}
    if need - set(case) or set(case) - need - extra:
        raise Bad(f"keys {sorted(set(case) ^ need)}")
    for k in ("id", "title", "source", "move", "expect_overall", "why"):
        if not isinstance(case[k], str) or not case[k].strip():
            raise Bad(f"{k} must be text")
    if not re.fullmatch(r"[a-z0-9-]+", case["id"]):
        raise Bad("id must be kebab-case")
    if case["move"] not in moves:
        raise Bad(f"undefined move {case['move']}")
    if case["expect_overall"] not in OVERALL:
        raise Bad(f"bad overall {case['expect_overall']}")
    if not isinstance(case.get("as_of", 2025), int):
        raise Bad("as_of must be a year")
    if case.get("verification", "page") not in ("page", "title", "knowledge"):
        raise Bad("verification must be page, title or knowledge")
    for k, x in case["facts"].items():
        if k not in facts:
            raise Bad(f"undefined fact {k}")
        t = facts[k]["type"]
        if x == "unknown":
            continue
        ok = (isinstance(x, bool) if t[0] == "bool" else
              isinstance(x, int) and not isinstance(x, bool) and t[1] <= x <= t[2] if t[0] == "int" else
              isinstance(x, str) and x in t[1])
        if not ok:
            raise Bad(f"bad value {x!r} for fact {k}")
    if not case["expect"]:
        raise Bad("no expectation")
    seen = set()
    for e in case["expect"]:
        if set(e) - {"norm", "finding", "positions"} or not {"norm", "finding"} <= set(e):
            raise Bad(f"bad expectation {e}")
        if e["norm"] not in norms:
            raise Bad(f"undefined norm {e['norm']}")
        if e["norm"] in seen:
            raise Bad(f"norm {e['norm']} twice")
        seen.add(e["norm"])
        if e["finding"] not in FINDINGS:
            raise Bad(f"bad finding {e['finding']}")
        names = {p for p, _, _ in norms[e["norm"]]["positions"]}
        for p, f in e.get("positions", {}).items():
            if p not in names:
                raise Bad(f"{e['norm']} has no position {p}")
            if f not in FINDINGS:
                raise Bad(f"bad finding {f}")
    if (any(e["finding"] == "contested" for e in case["expect"])
            and not any(e.get("positions") for e in case["expect"])):
        raise Bad("contested, but no position is named")


def main(argv):
    do_eval = "--eval" in argv
    only = argv[argv.index("--case") + 1] if "--case" in argv else None
    catalogue = Path(argv[argv.index("--catalogue") + 1]) if "--catalogue" in argv else CATALOGUE
    files = [a for a in argv if a.endswith(".json")]
    files = files or sorted(map(str, (REPOSITORY / "tests" / "casebook").glob("*.json")))
    try:
        facts = read_facts(catalogue)
        moves = read_moves(facts, catalogue)
        norms, macros = read_norms(facts, catalogue)
        check_graph(norms, macros)
    except Bad as e:
        print("catalogue error:", e)
        return 1
    contested = sum(1 for d in norms.values() if len(d["positions"]) > 1)
    npos = sum(len(d["positions"]) for d in norms.values())
    print(f"{len(facts)} facts, {len(moves)} moves, {len(norms)} norms "
          f"({contested} with rival positions, {npos} positions in all), {len(macros)} macros")
    left = unused_facts(facts, norms, macros)
    print("facts no formula uses (scoring, derivation or display only):", ", ".join(left) or "none")
    bad, ids = 0, set()
    for name in files:
        cases = json.loads(Path(name).read_text(encoding="utf-8"))
        ok = agree = total = over = 0
        dist = {}
        for case in cases:
            try:
                if case.get("id") in ids:
                    raise Bad("id used twice")
                ids.add(case.get("id"))
                check_case(case, facts, moves, norms)
                ok += 1
            except Bad as e:
                bad += 1
                print(f"  {case.get('id')}: {e}")
                continue
            dist[case["expect_overall"]] = dist.get(case["expect_overall"], 0) + 1
            if not do_eval or (only and case["id"] != only):
                continue
            ev = Evaluation(case, facts, moves, norms, macros)
            for e in case["expect"]:
                total += 1
                got = ev.finding(e["norm"])
                if got == e["finding"]:
                    agree += 1
                else:
                    print(f"  {case['id']}: {e['norm']} expected {e['finding']}, formulas give {got}")
                per = ev.by_position(e["norm"])
                for p, f in e.get("positions", {}).items():
                    total += 1
                    g = ev.word(e["norm"], per[p])
                    if g == f:
                        agree += 1
                    else:
                        print(f"  {case['id']}: {e['norm']}/{p} expected {f}, formulas give {g}")
            got = ev.overall()
            total += 1
            if got == case["expect_overall"]:
                agree += 1
                over += 1
            else:
                print(f"  {case['id']}: overall expected {case['expect_overall']}, formulas give {got}")
            if only:
                for n in norms:
                    if ev.raised(n):
                        print(f"    raised {n}: {ev.finding(n)}")
        shown = ", ".join(f"{k} {v}" for k, v in sorted(dist.items()))
        print(f"{Path(name).name}: {ok}/{len(cases)} cases well-formed ({shown})")
        if do_eval:
            print(f"{Path(name).name}: formulas agree with {agree} of {total} expectations, overall verdict {over} of {ok}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
