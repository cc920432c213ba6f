"""The best legal analysis by the network's scores: a tree with one root, BIO tags in order."""
from __future__ import annotations

import numpy as np

ROOT_PENALTY = 1e6      # so that the best tree has as few roots as can be: one


def tree(scores: np.ndarray) -> list[int]:
    """Heads (from 1, 0 the root) of the best tree with one root. scores: [word, 0 or head]."""
    heads = scores.argmax(1)
    if (heads == 0).sum() == 1 and is_tree(heads):
        return heads.tolist()
    n = len(scores)
    square = np.full((n + 1, n + 1), -np.inf)
    square[1:] = scores
    square[1:, 0] -= ROOT_PENALTY
    np.fill_diagonal(square, -np.inf)
    return edmonds(square)[1:].tolist()


def is_tree(heads: np.ndarray) -> bool:
    return find_cycle(np.concatenate([[0], heads])) is None


def find_cycle(heads: np.ndarray) -> list[int] | None:
    state = np.zeros(len(heads), int)
    state[0] = -1
    for start in range(1, len(heads)):
        path, at = [], start
        while state[at] == 0:
            state[at] = start
            path.append(at)
            at = heads[at]
        if state[at] == start:
            return path[path.index(at):]
        state[path] = -1
    return None


def edmonds(scores: np.ndarray) -> np.ndarray:
    """Heads of the best tree out of node 0 (Chu, Liu; Edmonds). scores: [word, head]."""
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    members = np.array(cycle)
    own = scores[members, heads[members]]
    into = scores[np.ix_(members, rest)] - own[:, None]       # break the cycle at a member
    out = scores[np.ix_(rest, members)]
    n = len(rest)
    small = np.full((n + 1, n + 1), -np.inf)
    small[:n, :n] = scores[np.ix_(rest, rest)]
    small[n, :n] = into.max(0)
    small[:n, n] = out.max(1)
    small[0] = -np.inf
    inner = edmonds(small)
    result = heads.copy()
    for k in range(1, n):
        result[rest[k]] = members[out[k].argmax()] if inner[k] == n else rest[inner[k]]
    entry = inner[n]
    result[members[into[:, entry].argmax()]] = rest[entry]
    return result


def bio(scores: np.ndarray, tags: list[str]) -> list[str]:
    """The best tags in which an I- continues its own type."""
    legal = np.array([[not b.startswith("I-") or a[2:] == b[2:] and a != "O" for b in tags] for a in tags])
    barrier = np.where(legal, 0, -np.inf)
    best = scores[0] + np.array([-np.inf if t.startswith("I-") else 0 for t in tags])
    back = []
    for row in scores[1:]:
        through = best[:, None] + barrier
        back.append(through.argmax(0))
        best = through.max(0) + row
    at = int(best.argmax())
    out = [at]
    for pointers in reversed(back):
        at = int(pointers[at])
        out.append(at)
    return [tags[i] for i in reversed(out)]


def spans(tags: list[str]) -> set[tuple[int, int, str]]:
    out, begin = set(), -1
    for i, tag in enumerate(list(tags) + ["O"]):
        if begin >= 0 and not tag.startswith("I-"):
            out.add((begin, i, tags[begin][2:]))
            begin = -1
        if tag.startswith("B-"):
            begin = i
    return out
