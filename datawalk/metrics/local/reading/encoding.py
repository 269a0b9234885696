"""How the letters of a text file are stored: by its first bytes, and by what they spell."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from datawalk.metrics.local.reading.grid import short, unreadable, warning
from datawalk.problems import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32": "UTF-32",
    "cp1252": "Windows-1252 (Western)",
    "mac_roman": "Mac Roman",
    "cp1250": "Windows-1250 (Central European)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "cp850": "DOS 850 (Western)",
    "cp437": "DOS 437",
}
_LIKELY = ("cp1252", "mac_roman", "cp1250", "cp1251", "cp850", "cp437")
_ALPHABETS = {
    "cp1252": ("áéíóúüñ¿¡ªº", "àâæçéèêëîïôœùûü«»", "äöüß", "ãõáâàéêíóôúç", "åäöæøé", "àèéìòù"),
    "cp1250": ("ąćęłńóśźż", "áčďéěíňóřšťúůýžľĺŕäô", "áéíóöőúüű", "ăâîșțşţ", "čćđšž"),
    "cp1251": ("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",),
}
_ALPHABETS["mac_roman"] = _ALPHABETS["cp850"] = _ALPHABETS["cp437"] = _ALPHABETS["cp1252"]
_SIGNS = frozenset("‘’“”„–—…•°±§€£¢¥©®™½¼¾²³µ·×†‡≤≥\xa0¶¹")
_BEYOND = re.compile(r"[^\x00-\x7f]")
_RUN = re.compile(rb"(?<![A-Za-z'])[A-Za-z']*[\x80-\xff][A-Za-z'\x80-\xff]*")


def decoded(file: str, data: bytes) -> tuple[str, str, tuple[Problem, ...]]:
    """The text, the name of its encoding, and what the author should know.

    Raises Problems: zeros as in no text, letters that nobody can tell.
    """
    name = next((name for mark, name in _MARKS if data.startswith(mark)), "") or _wide(data)
    if not name and b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        raise unreadable(file, f"it is not plain text (a zero byte stands in line {line})")
    try:
        text = data.decode(name or "utf-8")
    except UnicodeDecodeError as error:
        return _guessed(file, data, name, error)
    if "\0" in text:
        raise unreadable(file, "it is not plain text")
    if (name or "utf-8").startswith("utf-8"):
        return text, NAMES["utf-8"], ()
    return text, NAMES[name], (warning(file, f"its letters are stored as {NAMES[name]}."),)


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: every other byte of plain letters is zero."""
    head = data[:4096]
    half = len(head) // 2
    if half < 2:
        return ""
    if head[1::2].count(0) > 0.4 * half and not head[0::2].count(0):
        return "utf-16-le"
    if head[0::2].count(0) > 0.4 * half and not head[1::2].count(0):
        return "utf-16-be"
    return ""


def _guessed(
    file: str, data: bytes, name: str, error: UnicodeDecodeError
) -> tuple[str, str, tuple[Problem, ...]]:
    if name and not name.startswith("utf-8"):
        raise unreadable(
            file, f"it begins as {NAMES[name]} and goes on as something else"
        ) from error
    line = data[: error.start].count(b"\n") + 1
    mixed = data.decode("utf-8", errors="replace")
    broken = mixed.count("\ufffd")
    good = sum(1 for c in mixed if c > "\x7f") - broken
    if good > 4 * broken:
        text = "".join(_by_line(data))
        what = f"most of its letters are stored as UTF-8, and others (as in line {line}) are not."
        return text.removeprefix("\ufeff"), NAMES["utf-8"], (warning(file, what, _SAVE, line),)
    best = _best(data)
    if not best:
        raise unreadable(
            file, "the way in which its letters with accents are stored is not known", _SAVE
        )
    text = data.decode(best)
    what = f"its letters are stored as {NAMES[best]}; it says, for instance, {short(_odd(text))}."
    return text, NAMES[best], (warning(file, what, _SAVE, line),)


_SAVE = 'Save it as "CSV UTF-8", so that every letter stays as it is.'


def _odd(text: str) -> str:
    """The first word that is not all ASCII, cut short where it is very long."""
    found = _BEYOND.search(text)
    at = found.start() if found else 0
    before = re.split(r"\s", text[max(at - 60, 0) : at])[-1]
    return before + re.split(r"\s", text[at : at + 60])[0]


def _by_line(data: bytes) -> Iterator[str]:
    for line in data.splitlines(keepends=True):
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError:
            yield line.decode("cp1252", errors="replace")


def _best(data: bytes) -> str:
    """The encoding under which most letters stand as words have them; '' if none does."""
    runs = list(dict.fromkeys(_RUN.findall(data)))[:2000]
    scores = {name: _fit(runs, name) for name in _LIKELY}
    # Only old programs of the Mac end lines with a carriage return alone.
    of_mac = b"\r" in data and b"\n" not in data and scores["mac_roman"] > 0
    best = "mac_roman" if of_mac else max(_LIKELY, key=lambda name: scores[name])
    return best if scores[best] >= 0 else ""


def _fit(runs: list[bytes], name: str) -> float:
    """The share of letters beyond ASCII that one language explains; -1 where bytes mean nothing."""
    try:
        words = [run.decode(name) for run in runs]
    except UnicodeDecodeError:
        return -1.0
    every = sum(1 for word in words for c in word if c > "\x7f")
    return max(_explained(words, frozenset(letters)) for letters in _ALPHABETS[name]) / every


def _explained(words: list[str], letters: frozenset[str]) -> float:
    return sum(
        _at_home(word, i, letters) for word in words for i, c in enumerate(word) if c > "\x7f"
    )


def _at_home(word: str, i: int, letters: frozenset[str]) -> float:
    """Whether a letter may stand where it does: of the language, and no capital within a word."""
    c = word[i]
    before = word[i - 1] if i else ""
    if not c.isalpha():
        within = before.isalpha() and word[i + 1 : i + 2].isalpha()
        return float(c in _SIGNS) * (0.5 if within and c not in "’‘" else 1.0)
    if c.lower() not in letters:
        return 0.2 if c.islower() or not before.islower() else 0.0
    return 0.0 if c.isupper() and before.islower() else 1.0
