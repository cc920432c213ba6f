"""Trains the network and writes it as int8.

    /usr/bin/python3 train.py --data ../../../../../shared/data --out network.model

One thread, fixed seeds: the same machine and libraries give the same bytes.
"""
from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_CORETYPE", "SKYLAKEX" if "avx512bw" in open("/proc/cpuinfo").read() else "HASWELL")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import copy
import random
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch.nn.functional import cross_entropy

import data
import export
import vectors
from batches import NONE, Indexer, grouped
from features import normal
from model import Config, Network, rows_of_heads
from names import TYPES
from score import analyses, evaluate

SEED = 1
TOKENS = 1000             # in a batch
WARM_UP = 300             # steps
INPUT_DROP, LAYER_DROP, STATE_DROP, MLP_DROP = 0.2, 0.33, 0.2, 0.25
SMOOTHING = 0.03          # of the labels of tags and relations
AVERAGE = 0.999           # of the weights, from step to step


@dataclass
class Stage:
    """First the trees, which take longest; then more of the names, whose head sees the words too from then on, and
    newswire without trees, which the network of the first stage has parsed (self-training)."""
    epochs: int
    rate: float           # of learning at its highest; it falls to nothing
    names: float          # weight of their loss
    gmb: int              # sentences of GMB in an epoch, other ones each time
    wikigold: float       # share of WikiGold in an epoch


PARSED = 16000            # sentences of GMB for the second stage

STAGES = [Stage(28, 2e-3, 1.0, 1200, 0.5), Stage(11, 1e-3, 3.0, 4000, 1.0)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", default="data/models/network.model")
    parser.add_argument("--first", help="the weights after the first stage (OUT.1.pt), to begin with the second")
    args = parser.parse_args()
    torch.set_num_threads(1)
    clock = time.time()
    run(args, lambda text: print(f"{time.time() - clock:6.0f} s  {text}", flush=True))


@dataclass
class Corpora:
    trees: list[data.Sentence]
    gmb: list[data.Sentence]
    wikigold: list[data.Sentence]
    dev: dict[str, list[data.Sentence]]

    def epoch(self, stage: Stage, rng: random.Random) -> list[data.Sentence]:
        extra = rng.sample(self.gmb, stage.gmb) + rng.sample(self.wikigold, int(len(self.wikigold) * stage.wikigold))
        return [data.noisy(s, rng) for s in self.trees + extra]


def read(folder: Path) -> Corpora:
    banks, ner = folder / "treebanks", folder / "ner"
    return Corpora(
        data.ewt(banks, "train", ner / "uner-ewt-train-early.iob2") + data.gum(banks, "train"),
        data.gmb(ner / "gmb.csv.xz", random.Random(SEED)), data.wikigold(ner / "wikigold.conll.txt"),
        {"EWT": data.ewt(banks, "dev", ner / "uner-ewt-dev.iob2"), "GUM": data.gum(banks, "dev")})


def run(args, progress) -> None:
    corpora = read(args.data)
    counts = Counter(normal(w) for s in corpora.trees for w in s.words)
    text = [[normal(w) for w in s] for s in data.open_text(args.data)]
    words = vectors.vocabulary(text, set(counts))
    known = {w: i + 1 for i, w in enumerate(w for w in words if counts[w] > 1)}
    progress(f"{len(corpora.trees)} trees, {sum(map(len, text))} tokens of text, {len(words)} words")
    torch.manual_seed(SEED)
    config = Config()
    net = Network(config, labels_of(corpora.trees), vectors.train(text, words, config.word, SEED), len(known) + 1)
    progress(f"vectors ready; {sum(p.numel() for p in net.parameters() if p.requires_grad)} weights to train")
    for number, stage in enumerate(STAGES, 1):
        if number == 2:
            torch.manual_seed(SEED + number)
            corpora.gmb = with_trees(net, index, corpora.gmb[:PARSED])
            more = Counter(normal(w) for s in corpora.gmb + corpora.wikigold for w in s.words)
            for w in words:
                if w not in known and more[w] > 2:
                    known[w] = len(known) + 1
                    counts[w] = more[w]
            net.widen(len(known) + 1)
            progress(f"{len(corpora.gmb)} more sentences parsed, {len(known)} words with an addition of their own")
        index = Indexer(net.labels, words, known, counts)

        def keep(average: Network, epoch: int) -> None:
            scores = "  ".join(evaluate(average, index, sentences, k) for k, sentences in corpora.dev.items())
            progress(f"epoch {epoch} of stage {number}: {scores}")
            torch.save(average.state_dict(), f"{args.out}.{number}.pt")
            export.write(args.out + ".part", average, words, known)
            os.replace(args.out + ".part", args.out)

        if number == 1 and args.first:
            net.load_state_dict(torch.load(args.first))
        else:
            net = learn(net, index, corpora, stage, keep, progress, random.Random(SEED + number - 1))


def with_trees(net: Network, index: Indexer, sentences: list[data.Sentence]) -> list[data.Sentence]:
    """The sentences with what the network makes of them, but for the names."""
    net.eval()
    with torch.no_grad():
        found = analyses(net, index, [s.words for s in sentences])
    return [replace(data.without_titles(s), xpos=a["xpos"], upos=a["upos"], heads=a["heads"], relations=a["relations"])
            for s, a in zip(sentences, found)]


def labels_of(trees: list[data.Sentence]) -> dict[str, list[str]]:
    return {
        "xpos": sorted({t for s in trees for t in s.xpos}), "upos": sorted({t for s in trees for t in s.upos}),
        "ner": ["O"] + [f"{p}-{t}" for t in TYPES for p in "BI"],
        "relations": sorted({r for s in trees for r in s.relations})}


def learn(net: Network, index: Indexer, corpora: Corpora, stage: Stage, keep, progress, rng: random.Random) -> Network:
    """Returns the running average of the weights, with which keep is called after each epoch."""
    weights = [p for p in net.parameters() if p.requires_grad]
    average = copy.deepcopy(net)
    averaged = [p for p in average.parameters() if p.requires_grad]
    optimizer = torch.optim.Adam(weights, lr=stage.rate, betas=(0.9, 0.95), eps=1e-8)
    hide = np.random.default_rng(SEED)
    step, steps = 0, 0
    for epoch in range(1, stage.epochs + 1):
        batches = grouped(corpora.epoch(stage, rng), TOKENS, rng)
        steps = max(steps, len(batches) * stage.epochs)
        net.train()
        sums, begin, seen = Counter(), time.time(), 0
        for sentences in batches:
            step += 1
            rate = stage.rate * min(1, step / WARM_UP) * max(0.0, 1 - step / (steps + 1))
            for group in optimizer.param_groups:
                group["lr"] = rate
            losses = loss_of(net, *index.batch(sentences, hide), stage.names)
            optimizer.zero_grad()
            sum(losses.values()).backward()
            torch.nn.utils.clip_grad_norm_(weights, 5.0)
            optimizer.step()
            keep_share = min(AVERAGE, step / (step + 10))
            with torch.no_grad():
                torch._foreach_mul_(averaged, keep_share)
                torch._foreach_add_(averaged, weights, alpha=1 - keep_share)
            sums.update({k: float(v) for k, v in losses.items()})
            seen += sum(len(s.words) for s in sentences)
            if step % 100 == 0:
                progress(f"  step {step} rate {rate:.5f} {seen / (time.time() - begin):.0f} tokens/s")
        progress("losses " + " ".join(f"{k} {v / len(batches):.3f}" for k, v in sums.items()))
        average.eval()
        with torch.no_grad():
            keep(average, epoch)
    return average


def loss_of(net: Network, b, t, names: float) -> dict[str, torch.Tensor]:
    def masks(width: int, share: float) -> torch.Tensor:
        """One a sentence: the same units at every position (Gal, Ghahramani 2016)."""
        return (torch.rand(len(b.lengths), width) >= share).float() / (1 - share)

    def drop(x, layer):
        return x * masks(x.shape[1], INPUT_DROP if layer == 0 else LAYER_DROP)[b.sentence]

    out = net(b, drop, lambda: masks(net.config.hidden, STATE_DROP), lambda x: torch.dropout(x, MLP_DROP, True))
    losses = {
        "xpos": tag_loss(out["xpos"], t.xpos), "upos": 0.5 * tag_loss(out["upos"], t.upos),
        "ner": names * names_loss(out["ner"], t.names, t.weights)}
    parsed = t.heads != NONE
    if parsed.any():
        heads = t.heads.clamp(min=0)
        losses["arcs"] = cross_entropy(out["arcs"], t.heads)
        rel = net.relations(out["rel_dep"][parsed], out["rel_head"][rows_of_heads(b, heads)[parsed]])
        losses["relations"] = cross_entropy(rel, t.relations[parsed], label_smoothing=SMOOTHING)
    return losses


def tag_loss(scores: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    if (wanted == NONE).all():
        return scores.sum() * 0
    return cross_entropy(scores, wanted, label_smoothing=SMOOTHING, ignore_index=NONE)


def names_loss(scores: torch.Tensor, may: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """The negative logarithm of what the tags that may be right have together."""
    all_of = torch.logsumexp(scores, 1)
    right = torch.logsumexp(scores.masked_fill(~may, -1e9), 1)
    return ((all_of - right) * weights).sum() / weights.sum().clamp(min=1)


if __name__ == "__main__":
    main()
