#!/usr/bin/env python3
"""Draws facts from news to be judged by hand.

    python3 scripts/sample.py SEED [N] [KG]     N is 100, KG ./kg if not given

Extracts the articles of ../shared/data/daily-news and prints N facts, drawn with
SEED, one a line: judgement (to be filled in: right, cut, wrong, unstated), rule,
confidence, modality, fact; below each, as a comment, its sentence for the judge.
Lines that begin with # are for the judge and are not kept in docs/precision.tsv.
Without ../shared it says so and ends.
"""
import json
import os
import random
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.path.join(os.path.dirname(ROOT), "shared")
NEWS = os.path.join(SHARED, "data", "daily-news")


def main() -> None:
    if not os.path.isdir(NEWS):
        print(f"no {NEWS}: nothing to sample")
        return
    seed = int(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    program = sys.argv[3] if len(sys.argv) > 3 else os.path.join(ROOT, "kg")
    with tempfile.TemporaryDirectory() as folder:
        prepare = os.path.join(SHARED, "eval", "daily_score.py")
        subprocess.run([sys.executable, prepare, "prepare", NEWS, folder], check=True, stdout=subprocess.DEVNULL)
        chosen = random.Random(seed)
        files = sorted(f for f in os.listdir(folder) if f.endswith(".txt"))
        files = [os.path.join(folder, f) for f in chosen.sample(files, min(len(files), 40))]
        out = subprocess.run([program, "extract", "--format", "jsonl", *sorted(files)],
                             check=True, capture_output=True, text=True).stdout
    facts = [r for r in map(json.loads, out.splitlines()) if r["kind"] == "fact"]
    for fact in chosen.sample(facts, min(count, len(facts))):
        parts = [fact["subject"]["text"], fact["relation"]["label"], fact.get("object", {}).get("text", "")]
        parts += [f"{{{c['role']}: {c['text']}}}" for c in fact.get("context", [])]
        if fact.get("speaker"):
            parts.append(f"({fact['speaker']['name']})")
        text = " | ".join(" ".join(p.split()) for p in parts)
        print("", fact["rule"], fact["confidence"], fact["modality"], text, sep="\t")
        print("#", " ".join(fact["sentence"]["text"].split()))


if __name__ == "__main__":
    main()
