"""The network: word and affix embeddings, a stack of BiLSTMs, and a head for each layer of the analysis."""
from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import nn
from torch.nn.functional import relu

from features import AFFIXES
from lstm import Direction


@dataclass
class Config:
    word: int = 128       # width of a word's embedding
    affix: int = 24       # width of an affix's
    hidden: int = 192     # units of an LSTM in one direction
    layers: int = 3
    tag_layer: int = 2    # after which layer tags are read off, from 1
    tag: int = 128        # hidden units before the tags
    ner: int = 128        # … before the names
    arc: int = 192        # … of the two sides of an arc
    rel: int = 64         # … of the two sides of a relation

    def as_json(self) -> dict:
        return asdict(self)


@dataclass
class Batch:
    """Sentences side by side, packed as torch packs them: by position, then by sentence, the longest first."""
    words: torch.Tensor      # [rows] of the whole vocabulary
    known: torch.Tensor      # [rows] of the treebanks' own vocabulary, 0 for other words
    affixes: torch.Tensor    # [rows, len(AFFIXES)]
    lengths: torch.Tensor    # [sentences], descending
    sizes: torch.Tensor      # [longest] sentences that reach each position
    sentence: torch.Tensor   # [rows] whose row it is
    position: torch.Tensor   # [rows] where in its sentence, from 0


class Network(nn.Module):
    def __init__(self, config: Config, labels: dict[str, list[str]], vectors: torch.Tensor, known: int):
        """vectors: one row a word, the first for unknown ones. known: how many words learn an addition of their own."""
        super().__init__()
        c = self.config = config
        self.labels = labels
        self.vectors = nn.Embedding.from_pretrained(vectors.clone())
        self.own = nn.Embedding(known, c.word)
        self.affixes = nn.ModuleList(nn.Embedding(rows, c.affix) for _, rows in AFFIXES)
        width = c.word + c.affix * len(AFFIXES)
        self.lstm = nn.ModuleList(
            nn.ModuleList(Direction(width if i == 0 else 2 * c.hidden, c.hidden, backward) for backward in (False, True))
            for i in range(c.layers))
        wide = 2 * c.hidden
        self.tag = nn.Linear(wide, c.tag)
        self.xpos = nn.Linear(c.tag, len(labels["xpos"]))
        self.upos = nn.Linear(c.tag, len(labels["upos"]))
        self.ner_hidden = nn.Linear(wide, c.ner)
        self.ner = nn.Linear(c.ner, len(labels["ner"]))
        self.root = nn.Parameter(torch.zeros(wide))
        self.root_sides = None          # out of a file: the root after the two layers, in place of self.root
        self.arc_dep, self.arc_head = nn.Linear(wide, c.arc), nn.Linear(wide, c.arc)
        self.rel_dep, self.rel_head = nn.Linear(wide, c.rel), nn.Linear(wide, c.rel)
        self.arc = nn.Linear(c.arc, c.arc + 1, bias=False)     # the last row is the head's own score
        relations = len(labels["relations"])
        self.rel = nn.Linear(c.rel, relations * c.rel, bias=False)
        self.rel_by_dep = nn.Linear(c.rel, relations)
        self.rel_by_head = nn.Linear(c.rel, relations, bias=False)
        self.initialise()

    def initialise(self) -> None:
        nn.init.zeros_(self.own.weight)
        for table in self.affixes:
            nn.init.normal_(table.weight, std=0.3)
        for linear in (self.tag, self.ner_hidden, self.arc_dep, self.arc_head, self.rel_dep, self.rel_head):
            nn.init.orthogonal_(linear.weight)
            nn.init.zeros_(linear.bias)
        nn.init.normal_(self.root, std=0.3)
        nn.init.xavier_uniform_(self.arc.weight, gain=0.3)
        nn.init.xavier_uniform_(self.rel.weight, gain=0.3)

    def widen(self, known: int) -> None:
        """Gives additions to more words, and lets the names' head see the words beside the top layer."""
        own = nn.Embedding(known, self.config.word)
        width = self.config.word + self.config.affix * len(AFFIXES)
        hidden = nn.Linear(self.ner_hidden.in_features + width, self.config.ner)
        with torch.no_grad():
            own.weight[:] = self.own.weight[0]
            own.weight[:self.own.num_embeddings] = self.own.weight
            hidden.weight[:] = torch.cat([self.ner_hidden.weight, 0.1 * hidden.weight[:, -width:]], 1)
            hidden.bias[:] = self.ner_hidden.bias
        self.own, self.ner_hidden = own, hidden

    def embed(self, b: Batch) -> torch.Tensor:
        word = self.vectors(b.words) + self.own(b.known)
        return torch.cat([word] + [table(b.affixes[:, i]) for i, table in enumerate(self.affixes)], 1)

    def encode(self, x: torch.Tensor, b: Batch, drop, state_masks) -> list[torch.Tensor]:
        """The output of every layer, [rows, 2 × hidden]: forward then backward."""
        out, sizes = [], b.sizes.tolist()
        for i, layer in enumerate(self.lstm):
            x = drop(x, i)
            x = torch.cat([direction(x, sizes, state_masks()) for direction in layer], 1)
            out.append(x)
        return out

    def forward(self, b: Batch, drop=lambda x, _: x, state_masks=lambda: None, mlp_drop=lambda x: x) -> dict:
        """Scores. arcs: [rows, positions + 1] of heads, 0 for the root; dep and head sides for relations()."""
        embedded = self.embed(b)
        states = self.encode(embedded, b, drop, state_masks)
        low, top = drop(states[self.config.tag_layer - 1], -1), drop(states[-1], -1)
        names = top
        if self.ner_hidden.in_features > top.shape[1]:
            names = torch.cat([top, drop(embedded, 0)], 1)
        tag = mlp_drop(relu(self.tag(low)))
        heads = torch.cat([self.root.unsqueeze(0), top])
        arc_head, rel_head = mlp_drop(relu(self.arc_head(heads))), mlp_drop(relu(self.rel_head(heads)))
        if self.root_sides:
            arc_head[0], rel_head[0] = self.root_sides
        return {
            "layers": states,
            "xpos": self.xpos(tag), "upos": self.upos(tag),
            "ner": self.ner(mlp_drop(relu(self.ner_hidden(names)))),
            "arcs": self.arcs(b, mlp_drop(relu(self.arc_dep(top))), arc_head),
            "rel_dep": mlp_drop(relu(self.rel_dep(top))), "rel_head": rel_head,
        }

    def arcs(self, b: Batch, dep: torch.Tensor, head: torch.Tensor) -> torch.Tensor:
        """head: the root's row, then the words'. Scores of what is no position of the sentence are -1e9."""
        n, longest = len(b.lengths), int(b.lengths[0])
        ones = torch.ones(len(dep), 1)
        deps = torch.zeros(n, longest, dep.shape[1] + 1).index_put(
            (b.sentence, b.position), torch.cat([dep, ones], 1))
        mapped = self.arc(head)
        heads = torch.zeros(n, longest + 1, mapped.shape[1]).index_put(
            (b.sentence, b.position + 1), mapped[1:])
        heads = torch.cat([mapped[:1].expand(n, 1, -1), heads[:, 1:]], 1)
        scores = torch.bmm(deps, heads.transpose(1, 2))
        beyond = torch.arange(longest + 1).unsqueeze(0) > b.lengths.unsqueeze(1)
        return scores.masked_fill(beyond.unsqueeze(1), -1e9)[b.sentence, b.position]

    def relations(self, dep: torch.Tensor, head: torch.Tensor) -> torch.Tensor:
        """Scores of the relations between the rows of dep and those of head."""
        pairs = self.rel(dep).view(len(dep), -1, self.config.rel)
        return torch.einsum("nrk,nk->nr", pairs, head) + self.rel_by_dep(dep) + self.rel_by_head(head)


def rows_of_heads(b: Batch, heads: torch.Tensor) -> torch.Tensor:
    """Where the heads (positions from 1, 0 the root) of the rows lie among the root and the rows."""
    starts = torch.cat([torch.zeros(1, dtype=torch.long), b.sizes.cumsum(0)[:-1]])
    return torch.where(heads == 0, heads, 1 + starts[(heads - 1).clamp(min=0)] + b.sentence)
