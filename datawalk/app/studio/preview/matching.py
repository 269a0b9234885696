"""Finding entries by words, whole or begun, with a letter or two mistyped."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from datawalk.metrics.places.spelling import plain

EXACT, BEGUN, SLIPPED = 0.0, 0.5, 2.0
"""How far a typed word is from one of an entry; each slip of a letter counts one more."""
LONGER = 0.05
"""How much farther a mistyped word is for each letter that is still to come."""
FAR = 20.0


class WordIndex:
    """Entries by their words. `names` are what an entry is called, `more` what else it is known
    by, such as its state: that counts a little less."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self.names: dict[str, list[int]] = {}
        self.more: dict[str, list[int]] = {}
        self.called: list[str] = []
        for number, (name, more) in enumerate(entries):
            self.called.append(plain(name))
            for words, known in ((name, self.names), (more, self.more)):
                for word in dict.fromkeys(plain(words).split()):
                    known.setdefault(word, []).append(number)
        self.sorted = sorted(self.names)
        self.sorted_more = sorted(self.more)

    def search(self, typed: str) -> list[tuple[float, int]]:
        """The entries that have each of the typed words, with how far they are; the nearest
        first."""
        words = plain(typed).split()
        if not words:
            return []
        far = self._with_all(words, mistyped=False) or self._with_all(words, mistyped=True)
        whole = " ".join(words)
        bonus = {n: self._fit(n, whole) for n in far}
        return sorted((distance + bonus[n], n) for n, distance in far.items())

    def _with_all(self, words: Sequence[str], *, mistyped: bool) -> dict[int, float]:
        """The entries that have all the words; a word that is right may be `mistyped` too."""
        far: dict[int, float] = {}
        for i, word in enumerate(words):
            found = self._near(word, last=i == len(words) - 1, mistyped=mistyped)
            far = {n: far[n] + found[n] for n in far.keys() & found.keys()} if i else found
        return far

    def _fit(self, number: int, typed: str) -> float:
        """Entries that are called just as typed stand before those that only begin so."""
        called = self.called[number]
        if called == typed:
            return -0.4
        return -0.2 if called.startswith(typed) else 0.0

    def _near(self, word: str, *, last: bool, mistyped: bool) -> dict[int, float]:
        found: dict[int, float] = {}
        for known, order, extra in (
            (self.names, self.sorted, 0.0),
            (self.more, self.sorted_more, 0.1),
        ):
            for begun in _beginning(word, order):
                same = begun == word
                if same or last or len(word) >= 3:
                    rate = (EXACT if same else BEGUN) + extra
                    for number in known[begun]:
                        found[number] = min(rate, found.get(number, FAR))
        if (found and not mistyped) or len(word) < 3:
            return found
        for known, order in ((self.names, self.sorted), (self.more, self.sorted_more)):
            for other, slips in _slipped(word, order):
                for number in known[other]:
                    longer = max(0, len(other) - len(word)) * LONGER
                    found[number] = min(SLIPPED + slips + longer, found.get(number, FAR))
        return found


def _beginning(word: str, order: Sequence[str]) -> Iterator[str]:
    """The words that begin so."""
    for i in range(bisect_left(order, word), len(order)):
        if not order[i].startswith(word):
            return
        yield order[i]


def _slipped(word: str, known: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Words whose beginning is like the word but for a letter, or two in a long one."""
    most = 1 if len(word) < 7 else 2
    marks = {sign: sum(1 << i for i, c in enumerate(word) if c == sign) for sign in set(word)}
    for other in known:
        if len(other) < len(word) - most or not _alike(word, other):
            continue
        slips = _distance(marks, len(word), other, most)
        if slips <= most:
            yield other, slips


def _alike(word: str, other: str) -> bool:
    """Whether the first letters agree, or those behind them: few people mistype both."""
    return other[0] == word[0] or other[1:2] == word[1:2] or other[0:1] == word[1:2]


def _distance(marks: dict[str, int], length: int, other: str, most: int) -> int:
    """The fewest letters to change, add or take away so that `other` begins with the word.

    A column of the table of distances is kept in the bits of two numbers (Myers 1999).
    """
    more, less, top = (1 << length) - 1, 0, 1 << (length - 1)
    score = best = length
    for sign in other[: length + most]:
        equal = marks.get(sign, 0)
        down = equal | less
        equal |= ((equal & more) + more) ^ more
        up_more = less | ~(equal | more)
        up_less = more & equal
        score += bool(up_more & top) - bool(up_less & top)
        up_more, up_less = (up_more << 1) | 1, up_less << 1
        more, less = up_less | ~(down | up_more), up_more & down
        best = min(best, score)
    return best
