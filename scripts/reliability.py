#!/usr/bin/env python3
"""How far a confidence can be trusted: of the facts with it, what share is right.

    python3 scripts/reliability.py [KG]        KG is the program, ./kg if not given

A fact of CaRB's development sentences counts as right if one of their gold
tuples holds at least half of its words, slot by slot (the precision that
carb_score.py computes). A fact whose rule has no counterpart in those tuples
(titles, ages, nationalities; passives, which we turn to active and they do not;
verbs without an object, which they leave out), or which is inferred from others,
is left out: its confidence comes from elsewhere, see confidence.go. Two tables are
printed: by bin of confidence, and by rule, from which the constants in
extract/clause/confidence.go are set. Without ../shared it says so and ends.
"""
import json
import os
import subprocess
import sys
from collections import defaultdict

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.path.join(os.path.dirname(ROOT), "shared")
DATA = os.path.join(SHARED, "data", "carb-dev")
RIGHT = 0.5
UNANNOTATED = {"title", "possessive", "apposition", "affiliation", "origin", "age", "event", "including", "according-to", "passive-agent",
               "content-noun", "speech-turn", "intransitive"}


def main() -> None:
    if not os.path.isdir(DATA):
        print(f"no {DATA}: nothing to measure")
        return
    sys.path.insert(0, os.path.join(SHARED, "eval"))
    import carb_score as carb

    sentences = os.path.join(DATA, "sentences.txt")
    program = sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, "kg")
    records = subprocess.run([program, "extract", "--per-line", "--format", "jsonl", sentences],
                             check=True, capture_output=True, text=True).stdout
    gold = {carb.sentence_key(k): v for k, v in carb.read_gold(os.path.join(DATA, "gold.tsv")).items()}
    texts = open(sentences, encoding="utf-8").read().split("\n")
    by_bin, by_rule, factors = defaultdict(list), defaultdict(list), defaultdict(list)
    for line in records.splitlines():
        fact = json.loads(line)
        tuples = gold.get(carb.sentence_key(texts[fact["line"] - 1])) if fact["kind"] == "fact" else None
        if not tuples or fact.get("derived_from") or fact["rule"] in UNANNOTATED:
            continue
        relation = fact["relation"]["text"] or fact["relation"]["label"]
        args = [fact["subject"].get("text", ""), fact.get("object", {}).get("text", "")]
        args += [c["text"] for c in fact.get("context", [])]
        ours = carb.Tuple(relation, [a for a in args if a], fact["confidence"])
        right = max(carb.compare_tuples(g, ours)[0] for g in tuples) >= RIGHT
        by_bin[int(fact["confidence"] * 10 + 1e-9)].append(right)
        by_rule[fact["rule"]].append(right)
        words = len(texts[fact["line"] - 1].split())
        factors["over 30 words" if words > 30 else "30 words or fewer"].append(right)
    print("confidence     facts  right")
    for low in sorted(by_bin):
        print(f"{low / 10:.1f}–{(low + 1) / 10:.1f}       {len(by_bin[low]):7}  {share(by_bin[low]):.2f}")
    print("\nrule             facts  right")
    for rule in sorted(by_rule, key=lambda r: -share(by_rule[r])):
        print(f"{rule:16} {len(by_rule[rule]):5}  {share(by_rule[rule]):.2f}")
    print()
    for name in sorted(factors):
        print(f"{name:18} {len(factors[name]):5}  {share(factors[name]):.2f}")


def share(judgements: list) -> float:
    return sum(judgements) / len(judgements)


if __name__ == "__main__":
    main()
