"""The data: treebanks, names, and noise on purpose."""
from __future__ import annotations

import csv
import io
import lzma
import random
import re
import zipfile
from dataclasses import dataclass, field, replace
from pathlib import Path

from names import TITLES, TYPES, gum_names

ANY = "?"            # a name, or a part of one, of a type that the source does not tell
UNSURE = "-"         # nothing known


@dataclass(frozen=True)
class Sentence:
    words: list[str]
    xpos: list[str] | None = None
    upos: list[str] | None = None
    heads: list[int] | None = None       # position of the head from 1, 0 for the root
    relations: list[str] | None = None
    names: list[frozenset[str]] | None = None   # the BIO tags that may be right
    weight: float = 1.0                  # of its names in the loss
    news: bool = False


def conllu(path: Path):
    """(sentence's id, document's id, rows of ten columns)"""
    rows, sentence, document = [], "", ""
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield sentence, document, rows
                rows = []
            elif line.startswith("# newdoc id"):
                document = line.split("=", 1)[1].strip()
            elif line.startswith("# sent_id"):
                sentence = line.split("=", 1)[1].strip()
            elif line[0] != "#":
                cells = line.split("\t")
                if cells[0].isdigit():
                    rows.append(cells)


def parsed(rows: list[list[str]], names, news: bool = False) -> Sentence:
    return Sentence([r[1] for r in rows], [r[4] for r in rows], [r[3] for r in rows], [int(r[6]) for r in rows],
                    [r[7] for r in rows], names, news=news)


def ewt(folder: Path, part: str, names: Path) -> list[Sentence]:
    """EWT with the names of UNER."""
    tags = dict(uner(names))
    out = []
    for ident, _, rows in conllu(folder / f"en_ewt-ud-{part}.conllu"):
        words = [r[1] for r in rows]
        found = tags.get(ident)
        same = found and found[0] == words
        out.append(parsed(rows, [allowed(t) for t in found[1]] if same else None))
    return out


def uner(path: Path):
    """(sentence's id, (words, tags))"""
    ident, words, tags = "", [], []
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# sent_id"):
                ident = line.split("=", 1)[1].strip()
            elif not line and words:
                yield ident, (words, tags)
                words, tags = [], []
            elif line and not line.startswith("# "):
                cells = line.split("\t")
                words.append(cells[1])
                tags.append(cells[2])


OTHER = frozenset(t for t in TYPES if t not in ("PER", "ORG", "LOC"))


def allowed(tag: str) -> frozenset[str]:
    """What a tag of a source that only knows PER, ORG and LOC leaves open: it says nothing of the other types."""
    if tag[2:] in ("PER", "ORG", "LOC"):
        return frozenset([tag])
    return frozenset(["O"] + [f"{p}-{t}" for p in "BI" for t in OTHER])


def gum(folder: Path, part: str) -> list[Sentence]:
    out = []
    for _, document, rows in conllu(folder / f"en_gum-open-{part}.conllu"):
        names = [frozenset([t]) for t in gum_names(rows)]
        out.append(parsed(rows, names, news=document.startswith("GUM_news")))
    return out


def wikigold(path: Path) -> list[Sentence]:
    out, words, tags = [], [], []
    for line in path.read_text(encoding="utf-8").splitlines() + [""]:
        if not line.strip():
            if words and words != ["-DOCSTART-"]:
                out.append(Sentence(words, names=begun(tags), weight=0.5))
            words, tags = [], []
        else:
            word, tag = line.split()
            words.extend(split_hyphens(word))
            tags.extend([tag] * len(split_hyphens(word)))
    return out


def split_hyphens(word: str) -> list[str]:
    """Hyphens are tokens in the treebanks: "techno-based" is three."""
    if re.fullmatch(r"\w+(-\w+)+", word):
        return [p for p in re.split("(-)", word) if p]
    return [word]


def begun(tags: list[str]) -> list[frozenset[str]]:
    """I- tags without B-, MISC for any type but PER, ORG and LOC."""
    out, before = [], "O"
    for tag in tags:
        kind = tag[2:]
        if tag == "O":
            out.append(frozenset(["O"]))
        else:
            p = "I" if before == tag else "B"
            out.append(frozenset(f"{p}-{t}" for t in (OTHER if kind == "MISC" else [kind])))
        before = tag
    return out


GMB_TYPES = {"geo": ("LOC",), "per": ("PER",), "org": ("ORG",), "eve": ("EVT",), "art": ("PROD", "WORK", "LAW", "MISC")}


def gmb(path: Path, rng: random.Random) -> list[Sentence]:
    """Sentences of newswire with names by machine. Its "gpe" (nationalities, mostly) says nothing here."""
    out, words, tags = [], [], []
    text = lzma.open(path).read().decode("latin-1")
    for row in list(csv.reader(io.StringIO(text)))[1:] + [["Sentence: end", "", "", ""]]:
        if row[0] and words:
            out.append((words, tags))
            words, tags = [], []
        words.extend(split_hyphens(row[1]))
        tags.extend([row[3]] * len(split_hyphens(row[1])))
    rng.shuffle(out)
    usable = [(w, t) for w, t in out if 4 < len(w) < 50 and all(w)]
    return [Sentence(w, names=[gmb_tags(x) for x in t], weight=0.3) for w, t in usable]


def without_titles(s: Sentence) -> Sentence:
    """GMB's persons without "President" and "Mr.", which are no part of a name elsewhere."""
    names = list(s.names)
    for i in range(len(names) - 1):
        if names[i] == {"B-PER"} and names[i + 1] == {"I-PER"} and s.words[i].lower() in TITLES:
            names[i], names[i + 1] = frozenset(["O"]), frozenset(["B-PER"])
    return replace(s, names=names)


def gmb_tags(tag: str) -> frozenset[str]:
    if tag == "O" or tag[2:] == "tim":
        return allowed("O")
    if tag[2:] not in GMB_TYPES:
        return frozenset()
    return frozenset(f"{tag[0]}-{t}" for t in GMB_TYPES[tag[2:]])


# --------------------------------------------------------------------------
# Noise: how text comes that no treebank has cleaned
# --------------------------------------------------------------------------

SMALL = frozenset("a an the of in on at to for and or but by as".split())


def noisy(s: Sentence, rng: random.Random) -> Sentence:
    """The sentence, or in a share of the cases a spoilt copy."""
    chance = rng.random()
    if chance < 0.05:
        s = recased(s, str.lower)
    elif chance < 0.08:
        s = recased(s, str.upper)
    elif chance < 0.12:
        s = recased(without_stop(s), headline)
    elif chance < 0.17:
        s = without_stop(s)
    if rng.random() < 0.25:
        s = curled(s)
    return s


def recased(s: Sentence, form) -> Sentence:
    return replace(s, words=[form(w) for w in s.words])


def headline(word: str) -> str:
    return word if word in SMALL or word[0] == "'" or word == "n't" else word[0].upper() + word[1:]


def without_stop(s: Sentence) -> Sentence:
    n = len(s.words) - 1
    if n < 3 or s.words[n] != "." or s.heads and n + 1 in s.heads:
        return s
    cut = lambda column: column and column[:n]
    return replace(s, words=s.words[:n], xpos=cut(s.xpos), upos=cut(s.upos), heads=cut(s.heads),
                   relations=cut(s.relations), names=cut(s.names))


def curled(s: Sentence) -> Sentence:
    """With typographic quotes, which many papers have."""
    words, opened = [], False
    for word in s.words:
        if word == '"':
            word, opened = "”" if opened else "“", not opened
        words.append(word.replace("'", "’"))
    return replace(s, words=words)


# --------------------------------------------------------------------------
# Text without labels, for the vectors
# --------------------------------------------------------------------------

TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+|[^\w\s]")
SENTENCE_END = re.compile(r"\n+|(?<=[a-z0-9)\"”][.?!])\s+(?=[A-Z\"“])")


def plain(text: str) -> list[list[str]]:
    """Rough sentences of rough tokens: good enough to count what stands beside what."""
    out = []
    for line in SENTENCE_END.split(text):
        tokens = TOKEN.findall(line)
        if len(tokens) > 3:
            out.append(tokens)
    return out


def markdown(text: str) -> str:
    text = re.sub(r"\A---.*?---", "", text, flags=re.S)
    text = re.sub(r"\[([^\]]*)\]\((?:[^()\"]|\"[^\"]*\"|\([^()]*\))*\)", r"\1", text)
    return re.sub(r"(?m)^[#*\s]+", "", text)


def open_text(data: Path) -> list[list[str]]:
    """All the text that may be trained on, with the development parts left out."""
    out = []
    for bank in ("en_ewt-ud-train", "en_gum-open-train"):
        out += [[r[1] for r in rows] for _, _, rows in conllu(data / "treebanks" / f"{bank}.conllu")]
    with zipfile.ZipFile(data / "treebanks" / "masc_tagged.zip") as masc:
        for name in sorted(masc.namelist()):
            if name.endswith(".txt") and not name.endswith("categories.txt"):
                for line in masc.read(name).decode("utf-8", "replace").splitlines():
                    words = [t.rsplit("_", 1)[0] for t in line.split()]
                    words = [p for w in words if w for p in split_hyphens(w)]
                    if len(words) > 3:
                        out.append(words)
    text = lzma.open(data / "ner" / "gmb.csv.xz").read().decode("latin-1")
    words = []
    for row in list(csv.reader(io.StringIO(text)))[1:]:
        if row[0] and words:
            out.append(words)
            words = []
        words.extend(split_hyphens(row[1]))
    out.append(words)
    out += [s.words for s in wikigold(data / "ner" / "wikigold.conll.txt")]
    for path in sorted((data / "coref" / "litbank").rglob("*.conll")):
        words = []
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > 3:
                words.append(cells[3])
            elif words:
                out.append(words)
                words = []
    for path in sorted((data / "daily-news").glob("*-index.md")):
        out += plain(markdown(path.read_text(encoding="utf-8")))
    for path in sorted((data / "wikinews").glob("*.txt")):
        out += plain(path.read_text(encoding="utf-8"))
    for line in (data / "coref" / "gap-development.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        out += plain(line.split("\t")[1])
    return out
