#!/usr/bin/env python3
"""How far a confidence can be trusted: of the facts with it, what share is right.

    python3 scripts/reliability.py carb [KG]      KG is the program, ./kg if not given
    python3 scripts/reliability.py read RECORDS   records of ../shared/data/daily-news

Two sets of facts tell it.

carb: CaRB's development sentences. A fact counts as right if one of their gold
tuples holds at least half of its words, slot by slot (the precision that
carb_score.py computes). This asks less than a reader does: a phrase that hangs on
the wrong word still has its words. A fact whose rule has no counterpart in those
tuples (titles, ages, nationalities; passives, which we turn to active and they do
not; verbs without an object, which they leave out) is left out.

read: the facts of docs/precision.tsv, judged by hand, that are found again in the
records, by their words. Right is what was judged right, and not "cut".

What is inferred from other facts or from the lexicons is left out of both.

Printed are the share right by confidence and by rule, beside the mean confidence,
which should be the same: from this the constants in extract/clause/confidence.go
are set. AUC is how often a right fact has more confidence than a wrong one;
average precision the mean, over the right facts, of the share right among those
with as much confidence. Without ../shared it says so and ends.
"""
import json
import os
import subprocess
import sys
from collections import defaultdict

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.path.join(os.path.dirname(ROOT), "shared")
CARB = os.path.join(SHARED, "data", "carb-dev")
READINGS = os.path.join(ROOT, "docs", "precision.tsv")
RIGHT = 0.5
UNANNOTATED = {"title", "possessive", "apposition", "affiliation", "origin", "age", "event", "including", "according-to", "passive-agent",
               "content-noun", "speech-turn", "intransitive"}
INFERRED = {"pair", "gazetteer", "role-holder", "member", "venue", "part-whole", "symmetric"}


def main() -> None:
    if not os.path.isdir(SHARED):
        print(f"no {SHARED}: nothing to measure")
        return
    if sys.argv[1:2] == ["carb"]:
        program = sys.argv[2] if len(sys.argv) > 2 else os.path.join(ROOT, "kg")
        report(judged_by_carb(program))
    elif sys.argv[1:2] == ["read"] and len(sys.argv) == 3:
        report(judged_by_hand(sys.argv[2]))
    else:
        sys.exit(__doc__)


def judged_by_carb(program: str) -> list:
    """Returns (rule, confidence, right) of the facts of CaRB's sentences."""
    sys.path.insert(0, os.path.join(SHARED, "eval"))
    import carb_score as carb

    sentences = os.path.join(CARB, "sentences.txt")
    records = subprocess.run([program, "extract", "--per-line", "--format", "jsonl", sentences],
                             check=True, capture_output=True, text=True).stdout
    gold = {carb.sentence_key(k): v for k, v in carb.read_gold(os.path.join(CARB, "gold.tsv")).items()}
    texts = open(sentences, encoding="utf-8").read().split("\n")
    judged = []
    for fact in facts_in(records.splitlines()):
        tuples = gold.get(carb.sentence_key(texts[fact["line"] - 1]))
        if not tuples or fact["rule"] in UNANNOTATED:
            continue
        relation = fact["relation"]["text"] or fact["relation"]["label"]
        args = [fact["subject"].get("text", ""), fact.get("object", {}).get("text", "")]
        args += [c["text"] for c in fact.get("context", [])]
        ours = carb.Tuple(relation, [a for a in args if a], fact["confidence"])
        right = max(carb.compare_tuples(g, ours)[0] for g in tuples) >= RIGHT
        judged.append((fact["rule"], fact["confidence"], right))
    return judged


def judged_by_hand(records: str) -> list:
    """Returns (rule, confidence, right) of the readings found in the records."""
    found = {}
    with open(records, encoding="utf-8") as lines:
        for fact in facts_in(lines):
            words = [fact["subject"]["text"], fact["relation"]["label"], fact.get("object", {}).get("text", "")]
            found.setdefault((fact["modality"], *(" ".join(w.split()) for w in words)), fact)
    judged, lost = {}, 0
    with open(READINGS, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            judgement, rule, _, modality, text = line.rstrip("\n").split("\t")
            if rule in INFERRED:
                continue
            key = (modality, *(text.split(" | ") + [""])[:3])
            fact = found.get(key)
            if fact:
                judged[key] = (fact["rule"], fact["confidence"], judgement == "right")
            else:
                lost += 1
    print(f"found again {len(judged)}, stated no more or otherwise {lost}\n")
    return list(judged.values())


def facts_in(lines):
    """Returns the facts that the sentences state themselves."""
    records = (json.loads(line) for line in lines)
    return (r for r in records if r["kind"] == "fact" and not r.get("derived_from") and r["rule"] not in INFERRED)


def report(judged: list) -> None:
    if not judged:
        sys.exit("reliability: none of the judged facts is in the records; are they of ../shared/data/daily-news?")
    by_bin, by_rule = defaultdict(list), defaultdict(list)
    for rule, confidence, right in judged:
        by_bin[int(confidence * 10 + 1e-9)].append((confidence, right))
        by_rule[rule].append((confidence, right))
    print("confidence       facts  right  mean confidence")
    for low in sorted(by_bin):
        print(f"{low / 10:.1f}–{(low + 1) / 10:.1f}          {row(by_bin[low])}")
    print("\nrule             facts  right  mean confidence")
    for rule in sorted(by_rule, key=lambda r: (-len(by_rule[r]), r)):
        print(f"{rule:16} {row(by_rule[rule])}")
    every = [(c, right) for _, c, right in judged]
    print(f"{'all':16} {row(every)}\n\nAUC {auc(every):.3f}   average precision {average_precision(every):.3f}")


def row(facts: list) -> str:
    right = sum(r for _, r in facts) / len(facts)
    return f"{len(facts):5}  {right:5.2f}  {sum(c for c, _ in facts) / len(facts):5.2f}"


def auc(facts: list) -> float:
    right, wrong = [c for c, r in facts if r], [c for c, r in facts if not r]
    wins = sum((a > b) + 0.5 * (a == b) for a in right for b in wrong)
    return wins / (len(right) * len(wrong))


def average_precision(facts: list) -> float:
    """Facts with equal confidence count together, so that their order does not matter."""
    above, total, levels = [0, 0], 0.0, defaultdict(list)
    for confidence, right in facts:
        levels[confidence].append(right)
    for confidence in sorted(levels, reverse=True):
        above = [above[0] + sum(levels[confidence]), above[1] + len(levels[confidence])]
        total += sum(levels[confidence]) * above[0] / above[1]
    return total / above[0]


if __name__ == "__main__":
    main()
