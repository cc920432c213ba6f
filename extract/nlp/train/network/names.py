"""Named entities out of GUM's mentions.

GUM marks every mention, named or not, with all that modifies it: "English
defender Kyle Walker". Here the name alone is wanted, as UNER has it: proper
nouns around a head that is one, without article, title and modifiers.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

TYPES = ["PER", "ORG", "LOC", "EVT", "PROD", "WORK", "LAW", "GRP", "MISC"]

TITLES = frozenset("""mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor president vice prime minister senator
    sen. representative rep. secretary general governor gov. mayor judge justice chief king queen prince princess pope
    lord lady sir dame captain colonel lieutenant sergeant officer director chairman chairwoman chancellor ambassador
    speaker madam congressman congresswoman detective sheriff reverend rev. father brother sister saint attorney
    commissioner deputy""".split())

LAWS = re.compile(r"\b(act|law|treaty|amendment|constitution|bill|agreement|accords?|resolution|code|charter|convention|"
                  r"protocol|directive|declaration)\b", re.I)
WORKS = re.compile(r"\b(films?|novel|song|album|book|series|magazine|newspaper|poem|play|opera|comics?|manga|episode|"
                   r"video game|painting|diary|times|journal|bible|symphony)\b", re.I)

NAME_RELATIONS = frozenset(["compound", "flat", "amod", "nummod", "goeswith", "punct", "cc", "conj", "case", "nmod",
                            "nmod:poss", "det", "dep", "list"])


@dataclass
class Mention:
    begin: int      # first row
    end: int        # after the last
    kind: str
    title: str      # of the Wikipedia page, or empty


def mentions(rows: list[list[str]]) -> list[Mention]:
    out, open_mentions = [], []
    for i, row in enumerate(rows):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", found.group(1) if found else ""):
            if part[0] == "(":
                fields = part.strip("()").split("-")
                open_mentions.append((fields[0], i, fields[1] if len(fields) > 1 else "", "-".join(fields[6:])))
            if part[-1] == ")":
                wanted = part.strip("()").split("-")[0]
                for k in range(len(open_mentions) - 1, -1, -1):
                    if open_mentions[k][0] == wanted:
                        _, begin, kind, title = open_mentions.pop(k)
                        out.append(Mention(begin, i + 1, kind, title))
                        break
    return out


def head_of(rows, m: Mention) -> int:
    inside = {rows[i][0] for i in range(m.begin, m.end)}
    return next((i for i in range(m.begin, m.end) if rows[i][6] not in inside), m.end - 1)


def is_proper(row) -> bool:
    return row[4] in ("NNP", "NNPS")


def joins(rows, i: int, m: Mention) -> bool:
    """Whether row i can stand within a name beside proper nouns."""
    if not m.begin <= i < m.end:
        return False
    row = rows[i]
    return is_proper(row) or row[1] in ("-", "–", "&", ".", "'") or row[4] == "CD" and row[1].isalnum()


def by_title(rows, m: Mention) -> tuple[int, int] | None:
    """Where the words of the title stand in the mention."""
    title = re.sub(r"\s*\(.*\)$", "", unquote(m.title).replace("_", " "))
    want = re.findall(r"\w+|[^\w\s]", title.lower())
    if not want:
        return None
    pieces = []
    for i in range(m.begin, m.end):
        pieces += [(i, p) for p in re.findall(r"\w+|[^\w\s]", rows[i][1].lower())]
    for k in range(len(pieces) - len(want) + 1):
        if [p for _, p in pieces[k:k + len(want)]] == want:
            begin, end = pieces[k][0], pieces[k + len(want) - 1][0] + 1
            if any(is_proper(rows[i]) for i in range(begin, end)):
                return begin, end
    return None


def by_head(rows, m: Mention) -> tuple[int, int] | None:
    """The run of proper nouns around the head, with "of …" after what is no person."""
    head = head_of(rows, m)
    if not is_proper(rows[head]):
        return None
    begin = end = head
    while joins(rows, begin - 1, m) and rows[begin - 1][7] not in ("nmod:poss", "appos", "conj", "parataxis"):
        begin -= 1
    end += 1
    while joins(rows, end, m) and rows[end][7] not in ("appos", "conj", "parataxis"):
        end += 1
    if m.kind != "person" and end < m.end and rows[end][1].lower() in ("of", "for"):
        last = end + 1
        while last < m.end and rows[last][1].lower() in ("the", "and") or joins(rows, last, m):
            last += 1
        if is_proper(rows[last - 1]):
            end = last
    return begin, end


def bounds(rows, m: Mention) -> tuple[int, int] | None:
    span = m.title and by_title(rows, m) or by_head(rows, m)
    if span is None:
        return None
    begin, end = span
    while m.kind == "person" and begin + 1 < end and rows[begin][1].lower() in TITLES:
        begin += 1
    while begin < end and not (is_proper(rows[begin]) or rows[begin][4] == "CD" or rows[begin][1][0].isupper()):
        begin += 1
    if m.kind == "person" and end - begin == 1 and rows[begin][1].lower() in TITLES:
        return None
    while begin < end and rows[begin][4] in ("DT", "PRP$"):
        begin += 1
    while end > begin and rows[end - 1][4] in ("POS", ",", ".", "HYPH", ":", "''", "``"):
        end -= 1
    return (begin, end) if begin < end and any(is_proper(rows[i]) for i in range(begin, end)) else None


def kind_of(rows, m: Mention, begin: int, end: int) -> str | None:
    text = " ".join(r[1] for r in rows[begin:end])
    head = rows[min(max(head_of(rows, m), begin), end - 1)]
    if m.kind == "person":
        return "GRP" if head[4] == "NNPS" and end - begin == 1 else "PER"
    if m.kind == "organization":
        return "ORG"
    if m.kind == "place":
        return "LOC"
    if m.kind == "event":
        return "EVT"
    if m.kind == "time":
        return None
    if m.kind == "abstract":
        if LAWS.search(text):
            return "LAW"
        return "WORK" if WORKS.search(unquote(m.title).replace("_", " ")) or WORKS.search(text) else "MISC"
    if m.kind == "object":
        return "WORK" if WORKS.search(text) or WORKS.search(unquote(m.title).replace("_", " ")) else "PROD"
    return "MISC"


def gum_names(rows: list[list[str]]) -> list[str]:
    """BIO tags, the longer of two names that overlap before the shorter."""
    found = []
    for m in mentions(rows):
        span = bounds(rows, m)
        kind = span and kind_of(rows, m, *span)
        if kind:
            found.append((*span, kind))
    tags = ["O"] * len(rows)
    for begin, end, kind in sorted(set(found), key=lambda f: (f[0] - f[1], f)):
        if all(t == "O" for t in tags[begin:end]):
            tags[begin:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - begin - 1)
    return tags
