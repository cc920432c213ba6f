"""Scores a network, and writes its analysis of the development data for the project's scorer.

    /usr/bin/python3 score.py --data ../shared/data --model data/models/network.model --out /tmp/dev

The weights are those of the int8 file.
"""
from __future__ import annotations

import argparse
import json
import math
import struct
from collections import Counter
from pathlib import Path

import numpy as np
import torch

import data
from batches import Indexer, grouped
from decode import bio, spans, tree
from model import Batch, Config, Network, rows_of_heads

CORE = ("PER", "ORG", "LOC")


def evaluate(net: Network, index: Indexer, sentences: list[data.Sentence], name: str) -> str:
    right = Counter()
    for group in grouped(sentences, 4000):
        group = sorted(group, key=lambda s: -len(s.words))
        for s, a in zip(group, analyse(net, index, group)):
            for i in range(len(s.words)):
                attached = a["heads"][i] == s.heads[i]
                same = a["relations"][i].split(":")[0] == s.relations[i].split(":")[0]
                for news in {False, s.news}:
                    right.update({("XPOS", news): a["xpos"][i] == s.xpos[i], ("UPOS", news): a["upos"][i] == s.upos[i],
                                  ("UAS", news): attached, ("LAS", news): attached and same, ("n", news): 1})
            if s.names:
                gold = {x for x in spans([best(may) for may in s.names]) if x[2] in CORE}
                ours = {x for x in spans(a["names"]) if x[2] in CORE}
                right.update(gold=len(gold), ours=len(ours), both=len(gold & ours),
                             spans=len({x[:2] for x in gold} & {x[:2] for x in ours}))
    n = right["n", False]
    out = f"{name} " + " ".join(f"{m} {right[m, False] / n:.4f}" for m in ("XPOS", "UPOS", "UAS", "LAS"))
    if right["n", True]:
        out += f" news LAS {right['LAS', True] / right['n', True]:.4f}"
    total = max(1, right["gold"] + right["ours"])
    return out + f" names {2 * right['both'] / total:.4f} spans {2 * right['spans'] / total:.4f}"


def best(may: frozenset[str]) -> str:
    return "O" if "O" in may or not may else min(may)


def analyse(net: Network, index: Indexer, group: list[data.Sentence]) -> list[dict]:
    """group: the longest first."""
    b, _ = index.batch(group)
    out = net(b)
    heads = torch.zeros(len(b.words), dtype=torch.long)
    rows = [[] for _ in group]
    for row, k in enumerate(b.sentence.tolist()):
        rows[k].append(row)
    results = []
    labels = net.labels
    for k, s in enumerate(group):
        found = tree(out["arcs"][rows[k], :len(s.words) + 1].numpy().astype(np.float64))
        heads[rows[k]] = torch.tensor(found)
        results.append({
            "heads": found,
            "xpos": [labels["xpos"][i] for i in out["xpos"][rows[k]].argmax(1)],
            "upos": [labels["upos"][i] for i in out["upos"][rows[k]].argmax(1)],
            "names": bio(out["ner"][rows[k]].numpy(), labels["ner"])})
    scores = net.relations(out["rel_dep"], out["rel_head"][rows_of_heads(b, heads)])
    root = labels["relations"].index("root")
    scores[:, root] = torch.where(heads == 0, 1e9, -1e9)
    chosen = scores.argmax(1)
    for k in range(len(group)):
        results[k]["relations"] = [labels["relations"][i] for i in chosen[rows[k]]]
    return results


def load(path: Path) -> tuple[Network, Indexer]:
    """A network out of its file, with the weights as int8 holds them."""
    raw = path.read_bytes()
    magic, _, length = raw[:4], *struct.unpack("<II", raw[4:12])
    if magic != b"KGNN":
        raise SystemExit(f"{path}: no network: it begins with {magic!r}")
    header = json.loads(raw[12:12 + length])
    body = raw[12 + length + -(12 + length) % 16:]
    tensors = {t["name"]: tensor(body, t) for t in header["tensors"]}
    place = header["vocabulary"]
    words = body[place["offset"]:place["offset"] + place["length"]].decode().split("\n")
    labels = {k: header[k] for k in ("xpos", "upos", "ner", "relations")}
    net = Network(Config(**header["config"]), labels, tensors["word"], 1)
    if tensors["ner.hidden.weight"].shape[1] > net.ner_hidden.in_features:
        net.widen(1)
    with torch.no_grad():
        fill(net, tensors)
    return net.eval(), Indexer(labels, words, {}, {})


def tensor(body: bytes, t: dict) -> torch.Tensor:
    count = math.prod(t["shape"])
    if t["dtype"] == "f32":
        return torch.from_numpy(np.frombuffer(body, "<f4", count, t["offset"]).copy()).view(t["shape"])
    values = np.frombuffer(body, np.int8, count, t["offset"]).reshape(t["shape"])
    scales = np.frombuffer(body, "<f4", t["shape"][0], t["scales"])
    return torch.from_numpy(values * scales[:, None].astype(np.float32))


def fill(net: Network, tensors: dict[str, torch.Tensor]) -> None:
    from features import AFFIXES
    for (name, _), table in zip(AFFIXES, net.affixes):
        table.weight.copy_(tensors[name])
    for layer, directions in enumerate(net.lstm):
        for name, d in zip(("forward", "backward"), directions):
            for part in ("input", "recurrent", "bias"):
                getattr(d, part).copy_(tensors[f"lstm{layer}.{name}.{part}"])
    for name, linear in (
            ("tag", net.tag), ("xpos", net.xpos), ("upos", net.upos), ("ner.hidden", net.ner_hidden), ("ner", net.ner),
            ("arc.dep", net.arc_dep), ("arc.head", net.arc_head), ("rel.dep", net.rel_dep), ("rel.head", net.rel_head),
            ("rel.by_dep", net.rel_by_dep)):
        linear.weight.copy_(tensors[name + ".weight"])
        linear.bias.copy_(tensors[name + ".bias"])
    net.arc.weight.copy_(torch.cat([tensors["arc.weight"], tensors["arc.bias"].unsqueeze(0)]))
    net.rel.weight.copy_(tensors["rel.weight"])
    net.rel_by_head.weight.copy_(tensors["rel.by_head.weight"])
    net.root_sides = tensors["root.arc"], tensors["root.rel"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--model", type=Path, default=Path("data/models/network.model"))
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    net, index = load(args.model)
    args.out.mkdir(parents=True, exist_ok=True)
    with torch.no_grad():
        for bank in ("en_ewt-ud-dev", "en_gum-open-dev"):
            write(net, index, args.data / "treebanks" / f"{bank}.conllu", args.out / f"{bank}.conllu")
        write_names(net, index, args.data / "ner" / "uner-ewt-dev.iob2", args.out / "uner-ewt-dev.iob2")


def write(net: Network, index: Indexer, source: Path, target: Path) -> None:
    banks = [rows for _, _, rows in data.conllu(source)]
    with open(target, "w", encoding="utf-8") as file:
        for rows, a in zip(banks, analyses(net, index, [[r[1] for r in rows] for rows in banks])):
            for k, row in enumerate(rows):
                print("\t".join([row[0], row[1], "_", a["upos"][k], a["xpos"][k], "_", str(a["heads"][k]),
                                 a["relations"][k], "_", "_"]), file=file)
            print(file=file)


def write_names(net: Network, index: Indexer, source: Path, target: Path) -> None:
    """In the tokens of a file of IOB2."""
    sentences = [words for _, (words, _) in data.uner(source)]
    with open(target, "w", encoding="utf-8") as file:
        for words, a in zip(sentences, analyses(net, index, sentences)):
            for k, (word, tag) in enumerate(zip(words, a["names"])):
                print(k + 1, word, tag if tag[2:] in CORE else "O", sep="\t", file=file)
            print(file=file)


def analyses(net: Network, index: Indexer, sentences: list[list[str]]) -> list[dict]:
    order = sorted(range(len(sentences)), key=lambda i: -len(sentences[i]))
    found = {}
    for at in range(0, len(order), 64):
        part = order[at:at + 64]
        found.update(zip(part, analyse(net, index, [data.Sentence(sentences[i]) for i in part])))
    return [found[i] for i in range(len(sentences))]


if __name__ == "__main__":
    main()
