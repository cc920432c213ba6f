"""What the network sees of a word: its normal form and its affixes.

The inference in Go computes the same indices from the same strings, so a change
here is a change of the file format.
"""
from __future__ import annotations

from functools import lru_cache

QUOTES = str.maketrans({"‘": "'", "’": "'", "`": "'", "“": '"', "”": '"'})
DIGITS = str.maketrans("123456789", "000000000")

# Name, rows of the table. A row is chosen by the hash of the string.
AFFIXES = [
    ("suffix1", 256), ("suffix2", 1024), ("suffix3", 4096), ("suffix4", 6144),
    ("prefix1", 256), ("prefix2", 1024), ("prefix3", 4096), ("shape", 1024),
]

LONGEST_RUN = 4


def normal(word: str) -> str:
    """The form words are looked up by: straight quotes, lower case, every digit 0."""
    return lower(word.translate(QUOTES)).translate(DIGITS)


def lower(word: str) -> str:
    """Lower case character by character, as Go's unicode.ToLower has it."""
    return "".join(c.lower()[0] for c in word)


def suffix(form: str, n: int) -> str:
    """The last n characters of the form with a mark before its beginning."""
    return ("^" + form)[-n:]


def prefix(form: str, n: int) -> str:
    """The first n characters of the form with a mark after its end."""
    return (form + "$")[:n]


def shape(word: str) -> str:
    """X for upper case, x for other letters, d for digits 0-9, others as they are; runs end at LONGEST_RUN."""
    out: list[str] = []
    for c in word.translate(QUOTES):
        s = "d" if c in "0123456789" else c if not c.isalpha() else "X" if c.isupper() else "x"
        if out[-LONGEST_RUN:] != [s] * LONGEST_RUN:
            out.append(s)
    return "".join(out)


def fnv1a(text: str) -> int:
    """The 32-bit FNV-1a hash of the text's UTF-8."""
    h = 0x811C9DC5
    for b in text.encode("utf-8"):
        h = ((h ^ b) * 0x01000193) & 0xFFFFFFFF
    return h


@lru_cache(maxsize=1 << 18)
def affixes(word: str) -> tuple[int, ...]:
    """The rows of the affix tables, in the order of AFFIXES."""
    form = normal(word)
    strings = [suffix(form, n) for n in (1, 2, 3, 4)] + [prefix(form, n) for n in (1, 2, 3)] + [shape(word)]
    return tuple(fnv1a(s) % rows for s, (_, rows) in zip(strings, AFFIXES))
