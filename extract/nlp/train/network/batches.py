"""Sentences as batches of tensors."""
from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
import torch

from data import Sentence
from features import affixes, normal
from model import Batch

NONE = -100      # no label: left out of the loss


@dataclass
class Targets:
    xpos: torch.Tensor
    upos: torch.Tensor
    heads: torch.Tensor
    relations: torch.Tensor
    names: torch.Tensor       # [rows, labels] the tags that may be right
    weights: torch.Tensor     # [rows] of the names


class Indexer:
    def __init__(self, labels: dict[str, list[str]], vocabulary: list[str], known: dict[str, int], counts: dict[str, int]):
        self.labels = {kind: {label: i for i, label in enumerate(names)} for kind, names in labels.items()}
        self.words = {w: i + 1 for i, w in enumerate(vocabulary)}
        self.known = known
        self.rarity = np.ones(len(known) + 1)      # chance to hide a word's own addition
        for word, i in known.items():
            self.rarity[i] = 0.08 + 0.5 / (0.5 + counts[word])

    def batch(self, sentences: list[Sentence], rng: np.random.Generator | None = None) -> tuple[Batch, Targets]:
        """The sentences, the longest first. rng: hides some of the words, as unknown ones are."""
        sentences = sorted(sentences, key=lambda s: -len(s.words))
        lengths = np.array([len(s.words) for s in sentences])
        sizes = (lengths[None, :] > np.arange(lengths[0])[:, None]).sum(1)
        position = np.repeat(np.arange(len(sizes)), sizes)
        sentence = np.concatenate([np.arange(n) for n in sizes])
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        order = starts[sentence] + position            # row of the batch → word in text order
        forms = [normal(w) for s in sentences for w in s.words]
        words = np.array([self.words.get(f, 0) for f in forms])[order]
        known = np.array([self.known.get(f, 0) for f in forms])[order]
        if rng is not None:
            known[rng.random(len(known)) < self.rarity[known]] = 0
            hidden = rng.random(len(words)) < np.where(known == 0, 0.12, 0.04)
            words[hidden] = known[hidden] = 0
        affix = np.array([affixes(w) for s in sentences for w in s.words])[order]
        b = Batch(*(torch.from_numpy(a) for a in (words, known, affix, lengths, sizes, sentence, position)))
        return b, self.targets(sentences, order)

    def targets(self, sentences: list[Sentence], order: np.ndarray) -> Targets:
        def column(get, kind: str) -> torch.Tensor:
            index = self.labels[kind]
            values = [index.get(v, NONE) for s in sentences for v in get(s) or [None] * len(s.words)]
            return torch.from_numpy(np.array(values)[order])

        heads = [h for s in sentences for h in s.heads or [NONE] * len(s.words)]
        tags = self.labels["ner"]
        every = np.ones(len(tags), bool)
        names, weights = [], []
        for s in sentences:
            for may in s.names or [frozenset()] * len(s.words):
                names.append(mask(tags, may) if may else every)
                weights.append(s.weight if may else 0.0)
        return Targets(column(lambda s: s.xpos, "xpos"), column(lambda s: s.upos, "upos"),
                       torch.from_numpy(np.array(heads)[order]), column(lambda s: s.relations, "relations"),
                       torch.from_numpy(np.stack(names)[order]), torch.tensor(weights)[order])


MASKS: dict[frozenset, np.ndarray] = {}


def mask(tags: dict[str, int], may: frozenset[str]) -> np.ndarray:
    if may not in MASKS:
        MASKS[may] = np.array([t in may for t in tags])
    return MASKS[may]


def grouped(sentences: list[Sentence], tokens: int, rng: random.Random | None = None) -> list[list[Sentence]]:
    """Groups of sentences about as long as each other, of about so many tokens. rng: in random order."""
    jitter = (lambda: rng.random()) if rng else (lambda: 0.0)
    ordered = sorted(((len(s.words) * (1 + 0.15 * jitter()), i) for i, s in enumerate(sentences)))
    out: list[list[Sentence]] = [[]]
    size = 0
    for _, i in ordered:
        if size + len(sentences[i].words) > tokens and out[-1]:
            out.append([])
            size = 0
        out[-1].append(sentences[i])
        size += len(sentences[i].words)
    if rng:
        rng.shuffle(out)
    return out
