"""Tests of the trainer: /usr/bin/python3 -m unittest network_test.py"""
from __future__ import annotations

import itertools
import unittest

import numpy as np
import torch
from torch.nn.utils.rnn import PackedSequence

import data
import decode
import features
import names
from lstm import Direction


class Features(unittest.TestCase):
    def test_normal(self):
        for word, want in [("Oslo", "oslo"), ("3.75bn", "0.00bn"), ("can’t", "can't"), ("“", '"'), ("İzmir", "izmir")]:
            self.assertEqual(features.normal(word), want)

    def test_shape(self):
        for word, want in [("McKay", "XxXxx"), ("Understandably", "Xxxxx"), ("12345-b", "dddd-x"), ("’s", "'x")]:
            self.assertEqual(features.shape(word), want)

    def test_hash_is_fnv1a(self):
        self.assertEqual(features.fnv1a(""), 0x811C9DC5)
        self.assertEqual(features.fnv1a("foobar"), 0xBF9CF968)

    def test_short_words_have_marked_affixes(self):
        self.assertEqual(features.suffix("a", 3), "^a")
        self.assertEqual(features.prefix("a", 3), "a$")


class Recurrence(unittest.TestCase):
    """The LSTM of our own against torch's."""

    def setUp(self):
        torch.manual_seed(0)
        self.sizes, self.theirs = [4, 4, 3, 1, 1], torch.nn.LSTM(7, 5, bidirectional=True).double()
        self.ours = [Direction(7, 5, backward).double() for backward in (False, True)]
        for d, suffix in zip(self.ours, ("_l0", "_l0_reverse")):
            get = lambda part: getattr(self.theirs, part + suffix).data.clone()
            d.input.data, d.recurrent.data = get("weight_ih"), get("weight_hh")
            d.bias.data = get("bias_ih") + get("bias_hh")
        torch.set_default_dtype(torch.float64)
        self.addCleanup(torch.set_default_dtype, torch.float32)

    def test_states_and_gradients(self):
        x, weights = torch.randn(13, 7), torch.randn(13, 10)
        a, b = x.clone().requires_grad_(), x.clone().requires_grad_()
        want = self.theirs(PackedSequence(a, torch.tensor(self.sizes)))[0].data
        got = torch.cat([d(b, self.sizes, None) for d in self.ours], 1)
        (want * weights).sum().backward()
        (got * weights).sum().backward()
        self.assertTrue(torch.allclose(want, got))
        self.assertTrue(torch.allclose(a.grad, b.grad))
        self.assertTrue(torch.allclose(self.theirs.weight_hh_l0_reverse.grad, self.ours[1].recurrent.grad))
        self.assertTrue(torch.allclose(self.theirs.weight_ih_l0.grad, self.ours[0].input.grad))

    def test_gradient_through_masks(self):
        x, mask = torch.randn(13, 7, requires_grad=True), torch.rand(4, 5)
        for d in self.ours:
            self.assertTrue(torch.autograd.gradcheck(lambda *p: d(p[0], self.sizes, mask), (x, d.recurrent)))


class Decoding(unittest.TestCase):
    def test_tree_is_the_best_of_all(self):
        rng = np.random.default_rng(1)
        for n in (1, 2, 3, 4, 5):
            for _ in range(30):
                scores = rng.normal(size=(n, n + 1))
                self.assertEqual(decode.tree(scores.copy()), best_tree(scores))

    def test_names_never_go_on_with_another_type(self):
        tags = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]
        scores = np.array([[0, 1, 2, 0, 0], [0, 0, 1, 0, 1.5], [3, 0, 0, 0, 0]], float)
        self.assertEqual(decode.bio(scores, tags), ["B-PER", "I-PER", "O"])


def best_tree(scores: np.ndarray) -> list[int]:
    n = len(scores)
    scores[np.arange(n), np.arange(n) + 1] = -np.inf
    legal = (h for h in itertools.product(range(n + 1), repeat=n)
             if h.count(0) == 1 and all(a != i + 1 for i, a in enumerate(h)) and decode.is_tree(np.array(h)))
    return list(max(legal, key=lambda h: sum(scores[i, a] for i, a in enumerate(h))))


class Names(unittest.TestCase):
    def test_name_alone_out_of_a_mention(self):
        rows = table("""
            The the DET DT 2 det Entity=(1-organization-new-x-cf1-1-coref-Bank_of_Vestland
            Bank Bank PROPN NNP 5 nsubj _
            of of ADP IN 4 case _
            Vestland Vestland PROPN NNP 2 nmod Entity=(2-place-new-x-cf2-1-coref)1)
            hired hire VERB VBD 0 root _
            skipper skipper NOUN NN 8 compound Entity=(3-person-new-x-cf3-1-sgl
            Captain Captain PROPN NNP 8 compound _
            Ola Ola PROPN NNP 5 obj _
            Nordmann Nordmann PROPN NNP 8 flat Entity=3)
            . . PUNCT . 5 punct _""")
        self.assertEqual(names.gum_names(rows), [
            "O", "B-ORG", "I-ORG", "I-ORG", "O", "O", "O", "B-PER", "I-PER", "O"])

    def test_source_without_other_types_leaves_them_open(self):
        self.assertEqual(data.allowed("B-LOC"), {"B-LOC"})
        self.assertIn("B-EVT", data.allowed("O"))
        self.assertNotIn("B-PER", data.allowed("B-OTH"))


def table(text: str) -> list[list[str]]:
    rows = []
    for i, line in enumerate(text.strip().splitlines(), 1):
        form, lemma, upos, xpos, head, relation, misc = line.split()
        rows.append([str(i), form, lemma, upos, xpos, "_", head, relation, "_", misc])
    return rows


if __name__ == "__main__":
    unittest.main()
