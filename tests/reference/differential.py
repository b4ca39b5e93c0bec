#!/usr/bin/env python3
"""Holds the engine against the reference evaluator on random acts.

usage: differential.py [--catalogue DIR] [--count N] [--seed N] (--engine PATH | --write DIR)

Draws N acts (any move, any year from 2015 to 2026, every fact random, unknown or left to its default), judges them
with check_cases.py and compares the finding on every norm, every stated position, whether each norm is raised, and
the verdict with what the engine says.

  --engine PATH   the built program; it is run as `PATH law judge FILE --format json` on batches of acts
  --write DIR     writes cases.json and expected.json instead, for whoever wants to compare by other means

Prints what differs and exits 1 if anything does. Standard library only.
"""
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import check_cases as reference

# A batch stays well below the largest case file that the engine reads.
BATCH = 1000
YEARS = range(2015, 2027)
SHOWN = 40


def thresholds(facts, norms, macros):
    """For every whole-number fact the numbers at which some formula, or the derivation of a fact, changes its mind."""
    cuts = {name: {fact["type"][1], fact["type"][2]} for name, fact in facts.items() if fact["type"][0] == "int"}
    cuts["response_ratio"] |= {80, 151, 301}
    trees = list(macros.values())
    for norm in norms.values():
        trees += [norm["when"], norm["test"]] + [tree for _, _, tree in norm["positions"] if tree]
    for tree in trees:
        for leaf in reference.leaves(tree):
            if leaf[0] == "ge":
                cuts[leaf[1]].add(leaf[2])
    return cuts


def value(rng, name, fact, cuts):
    kind = fact["type"]
    if kind[0] == "bool":
        return rng.random() < 0.5
    if kind[0] == "enum":
        return rng.choice(kind[1])
    near = rng.choice(sorted(cuts[name])) + rng.choice((-1, 0, 1))
    return min(max(near, kind[1]), kind[2]) if rng.random() < 0.8 else rng.randint(kind[1], kind[2])


def act(rng, at, facts, moves, cuts):
    unknown = rng.choice((0.0, 0.02, 0.1, 0.4))
    silent = rng.choice((0.0, 0.1, 0.5, 0.9))
    stated = {}
    for name, fact in facts.items():
        if rng.random() >= silent:
            stated[name] = "unknown" if rng.random() < unknown else value(rng, name, fact, cuts)
    return {"id": f"random-{at}", "title": "A random act", "source": "constructed", "as_of": rng.choice(YEARS),
            "move": rng.choice(sorted(moves)), "facts": stated, "expect": [], "why": "constructed"}


def judge(case, facts, moves, norms, macros):
    """In the form that the engine prints: norms that are certainly not raised are left out."""
    evaluation = reference.Evaluation(case, facts, moves, norms, macros)
    findings = []
    for norm in norms:
        raised = evaluation.value(norms[norm]["when"])
        if raised != reference.F:
            positions = {name: evaluation.word(norm, x) for name, x in evaluation.by_position(norm).items()}
            findings.append({"norm": norm, "finding": evaluation.finding(norm), "positions": positions,
                             "raised": True if raised == reference.T else "unknown"})
    return {"id": case["id"], "overall": evaluation.overall(), "findings": findings}


def differences(expected, found):
    out = []
    if expected["overall"] != found["overall"]:
        out.append(f"overall: reference {expected['overall']}, engine {found['overall']}")
    ours = {entry["norm"]: entry for entry in expected["findings"]}
    theirs = {entry["norm"]: entry for entry in found["findings"]}
    for norm in sorted(set(ours) | set(theirs)):
        a, b = ours.get(norm), theirs.get(norm)
        if a is None or b is None:
            out.append(f"{norm}: only the {'engine' if a is None else 'reference'} lists it")
            continue
        for key in ("finding", "raised"):
            if a[key] != b[key]:
                out.append(f"{norm}: {key}: reference {a[key]}, engine {b[key]}")
        if a["positions"] != b["positions"]:
            out.append(f"{norm}: positions: reference {a['positions']}, engine {b['positions']}")
    return out


def run(engine, cases):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "cases.json"
        file.write_text(json.dumps(cases, separators=(",", ":")), encoding="utf-8")
        done = subprocess.run([engine, "law", "judge", str(file), "--format", "json"], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"the engine failed with {done.returncode}:\n{done.stderr[:4000]}")
    return json.loads(done.stdout)


def option(argv, name, otherwise):
    return argv[argv.index(name) + 1] if name in argv else otherwise


def main(argv):
    catalogue = Path(option(argv, "--catalogue", reference.CATALOGUE))
    count, seed = int(option(argv, "--count", 20_000)), int(option(argv, "--seed", 1))
    engine, folder = option(argv, "--engine", None), option(argv, "--write", None)
    if (engine is None) == (folder is None):
        sys.exit(__doc__)
    facts = reference.read_facts(catalogue)
    moves = reference.read_moves(facts, catalogue)
    norms, macros = reference.read_norms(facts, catalogue)
    reference.check_graph(norms, macros)
    cuts = thresholds(facts, norms, macros)
    rng = random.Random(seed)
    if folder:
        cases = [act(rng, at, facts, moves, cuts) for at in range(count)]
        expected = [judge(case, facts, moves, norms, macros) for case in cases]
        for name, what in (("cases.json", cases), ("expected.json", expected)):
            (Path(folder) / name).write_text(json.dumps(what, separators=(",", ":")), encoding="utf-8")
        return 0
    wrong = compared = 0
    for start in range(0, count, BATCH):
        cases = [act(rng, at, facts, moves, cuts) for at in range(start, min(start + BATCH, count))]
        answers = run(engine, cases)
        if [answer["id"] for answer in answers] != [case["id"] for case in cases]:
            sys.exit("the engine does not answer the acts in their order")
        for case, answer in zip(cases, answers):
            expected = judge(case, facts, moves, norms, macros)
            compared += 1 + sum(1 + len(entry["positions"]) for entry in expected["findings"])
            for line in differences(expected, answer):
                wrong += 1
                if wrong <= SHOWN:
                    print(f"{case['id']} ({case['move']}, {case['as_of']}): {line}")
    print(f"{count} random acts, {compared} findings, positions and verdicts compared: {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
