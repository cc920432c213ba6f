"""Word vectors from counts: positive pointwise mutual information, reduced by a singular value decomposition.

A context is a frequent word one or two places to the left or right, which tells
how a word is used, or anywhere within five, which tells what it is about.
"""
from __future__ import annotations

from collections import Counter

import numpy as np
import torch

LEAST_COUNT = 3
NEAR, FAR = 8000, 6000        # contexts that count: the most frequent words
REACH = 5
SMOOTHING = 0.75              # of the contexts' frequencies (Levy, Goldberg, Dagan 2015)


def vocabulary(text: list[list[str]], wanted: set[str]) -> list[str]:
    counts = Counter(w for s in text for w in s)
    return sorted((w for w, n in counts.items() if n >= LEAST_COUNT or w in wanted and n > 1), key=lambda w: w.encode())


def pairs(text: list[list[str]], words: list[str]):
    """Counts of (word, context) as (rows, columns, counts)."""
    index = {w: i for i, w in enumerate(words)}
    gap = [-1] * REACH
    ids = np.array([i for s in text for i in gap + [index.get(w, -1) for w in s]] + gap)
    order = np.argsort(-np.bincount(ids[ids >= 0], minlength=len(words)), kind="stable")
    rank = np.empty(len(words), np.int64)
    rank[order] = np.arange(len(words))
    columns = 4 * NEAR + FAR
    codes = []
    for block, offset in enumerate((-2, -1, 1, 2)):
        codes.append(coded(ids, rank, offset, NEAR, block * NEAR, columns))
    for offset in range(-REACH, REACH + 1):
        if offset:
            codes.append(coded(ids, rank, offset, FAR, 4 * NEAR, columns))
    found, counts = np.unique(np.concatenate(codes), return_counts=True)
    return found // columns, found % columns, counts.astype(np.float64), columns


def coded(ids, rank, offset: int, limit: int, base: int, columns: int):
    left, right = (ids[:-offset], ids[offset:]) if offset > 0 else (ids[-offset:], ids[:offset])
    good = (left >= 0) & (right >= 0)
    words, contexts = left[good], rank[right[good]]
    frequent = contexts < limit
    return words[frequent].astype(np.int64) * columns + base + contexts[frequent]


def train(text: list[list[str]], words: list[str], width: int, seed: int) -> torch.Tensor:
    """One row a word, the first row (for unknown words) zero."""
    rows, columns, counts, n = pairs(text, words)
    total = counts.sum()
    by_word = np.bincount(rows, counts, len(words))
    by_context = np.bincount(columns, counts, n) ** SMOOTHING
    by_context *= total / by_context.sum()
    pmi = np.log(counts * total / (by_word[rows] * by_context[columns]))
    good = pmi > 0
    matrix = torch.sparse_coo_tensor(
        torch.from_numpy(np.stack([rows[good], columns[good]])), torch.from_numpy(pmi[good]).float(),
        (len(words), n)).coalesce()
    u, s = svd(matrix, width, seed)
    out = u * s.sqrt()
    out = out / out.norm(dim=1, keepdim=True).clamp(min=1e-6) * (width ** 0.5) * 0.3
    return torch.cat([torch.zeros(1, width), out])


def svd(matrix: torch.Tensor, width: int, seed: int):
    """The greatest singular values and their left vectors, by subspace iteration."""
    generator = torch.Generator().manual_seed(seed)
    other = matrix.t().coalesce()
    q = torch.randn(matrix.shape[1], width + 32, generator=generator)
    for _ in range(4):
        q, _ = torch.linalg.qr(torch.sparse.mm(matrix, q))
        q, _ = torch.linalg.qr(torch.sparse.mm(other, q))
    u, s, _ = torch.linalg.svd(torch.sparse.mm(matrix, q), full_matrices=False)
    return u[:, :width], s[:width]
