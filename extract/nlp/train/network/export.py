"""Writes a network as the file that the Go inference reads.

Little-endian: "KGNN", version (u32), length of the header (u32), the header as
JSON, zeros up to a multiple of 16, then the data, in which every tensor begins
at a multiple of 16. Offsets count from the beginning of the data. Matrices are
[out][in] with one float32 scale a row: weight = scale × int8.
"""
from __future__ import annotations

import json
import struct

import numpy as np
import torch

from features import AFFIXES

VERSION = 1


class Data:
    """The data part as it grows, and where its tensors lie."""

    def __init__(self):
        self.bytes = bytearray()
        self.tensors: list[dict] = []

    def put(self, raw: bytes) -> int:
        self.bytes += bytes(-len(self.bytes) % 16)
        at = len(self.bytes)
        self.bytes += raw
        return at

    def matrix(self, name: str, values: torch.Tensor) -> None:
        rows = values.detach().numpy().astype(np.float32)
        quantised, scales = quantise(rows)
        self.tensors.append({
            "name": name, "shape": list(rows.shape), "dtype": "i8",
            "offset": self.put(quantised.tobytes()), "scales": self.put(scales.tobytes())})

    def floats(self, name: str, values: torch.Tensor) -> None:
        values = values.detach().numpy().astype("<f4")
        self.tensors.append({
            "name": name, "shape": list(values.shape), "dtype": "f32", "offset": self.put(values.tobytes())})


def quantise(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    scales = np.maximum(np.abs(rows).max(1), 1e-8).astype(np.float32) / np.float32(127)
    return np.rint(rows / scales[:, None]).clip(-127, 127).astype(np.int8), scales.astype("<f4")


def word_table(net, vocabulary: list[str], known: dict[str, int]) -> torch.Tensor:
    """One row a word, the first for unknown words: vector and addition in one."""
    rows = torch.tensor([0] + [known.get(w, 0) for w in vocabulary])
    return net.vectors.weight + net.own(rows)


def write(path: str, net, vocabulary: list[str], known: dict[str, int]) -> None:
    assert vocabulary == sorted(vocabulary, key=lambda w: w.encode())
    data = Data()
    words = "\n".join(vocabulary).encode()
    header = {
        "config": net.config.as_json(),
        "affixes": [{"name": name, "rows": rows} for name, rows in AFFIXES],
        **net.labels,
        "vocabulary": {"offset": data.put(words), "length": len(words), "count": len(vocabulary)},
        "tensors": data.tensors,
    }
    put_tensors(data, net, word_table(net, vocabulary, known))
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    head = b"KGNN" + struct.pack("<II", VERSION, len(text)) + text
    with open(path, "wb") as file:
        file.write(head + bytes(-len(head) % 16) + data.bytes)


def put_tensors(data: Data, net, words: torch.Tensor) -> None:
    data.matrix("word", words)
    for (name, _), table in zip(AFFIXES, net.affixes):
        data.matrix(name, table.weight)
    for layer, directions in enumerate(net.lstm):
        for name, d in zip(("forward", "backward"), directions):
            data.matrix(f"lstm{layer}.{name}.input", d.input)
            data.matrix(f"lstm{layer}.{name}.recurrent", d.recurrent)
            data.floats(f"lstm{layer}.{name}.bias", d.bias)
    for name, linear in (
            ("tag", net.tag), ("xpos", net.xpos), ("upos", net.upos), ("ner.hidden", net.ner_hidden), ("ner", net.ner),
            ("arc.dep", net.arc_dep), ("arc.head", net.arc_head), ("rel.dep", net.rel_dep), ("rel.head", net.rel_head),
            ("rel.by_dep", net.rel_by_dep)):
        data.matrix(name + ".weight", linear.weight)
        data.floats(name + ".bias", linear.bias)
    width = net.config.arc
    data.matrix("arc.weight", net.arc.weight[:width])
    data.floats("arc.bias", net.arc.weight[width])
    data.matrix("rel.weight", net.rel.weight)
    data.matrix("rel.by_head.weight", net.rel_by_head.weight)
    data.floats("root.arc", torch.relu(net.arc_head(net.root)))
    data.floats("root.rel", torch.relu(net.rel_head(net.root)))
