"""Several numbers typed at once, each with the name of what it counts: `Kaarst 12, Neuss: 7`."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from domain.typed import one_line
from texts.catalogue import Html, Texts
from texts.typed_numbers import NoNumber, bare, read_number

KeyT = TypeVar("KeyT", bound=Hashable)

#: More lines than this nobody types.
MOST_LINES = 200
#: Nor is any name so long.
MOST_WORDS = 20
_PIECES = re.compile(r"[\n;]+|,(?!\d)")
_NAME_FIRST = re.compile(
    r"(?P<name>.*[^\d\s:=.,–-])[\s:=–.]*\s*(?P<number>[-−]?\d[\d.,]*)(?P<rest>.*)"
)
_SHORT_NAME_FIRST = re.compile(r"(?P<name>\D*[^\d\s:=.,–-])[\s:=–.]*\s*(?P<number>\d.*)")
_NUMBER_FIRST = re.compile(
    r"(?P<number>[-−]?\d[\d.,]*)\s*(?:x|×|aus|von|from|for|für)?\s+(?P<name>\D+)"
)
#: What stands between a name and a number that is not quite known.
_ABOUT = re.compile(
    r"[\s:=,–-]+(?:ca|circa|etwa|rund|ungefähr|genau|about|around)\.?$", re.IGNORECASE
)
#: Where one name and number may end and the next begin, if nothing else parts them.
_NEXT_NAME = re.compile(r"(?<=\d)\s+(?=[^\W\d_])")
#: Words that tell no institution from another.
_COMMON = frozenset({"jugendamt", "kreisjugendamt", "kreis", "stadt", "der", "die", "das", "und"})


class LineProblem(StrEnum):
    """Why nothing came of a line."""

    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    NO_NUMBER = "no-number"
    NAME_ALONE = "name-alone"
    MORE_WORDS = "more-words"
    BOUNDS = "bounds"


#: Why nothing comes of what surely was meant as a line; anything else may be about a child.
_MEANT = frozenset({LineProblem.AMBIGUOUS, LineProblem.NAME_ALONE, LineProblem.BOUNDS})


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A line nothing came of, and why."""

    typed: str
    why: LineProblem


@dataclass(frozen=True, slots=True)
class ReadCounts(Generic[KeyT]):
    """What was understood, by what it counts, and what was not; nothing is left out."""

    taken: Mapping[KeyT, int]
    left: tuple[NotTaken, ...] = ()

    @property
    def meant(self) -> bool:
        """Whether the text was meant as such lines, though none may have been understood."""
        return bool(self.taken) or any(
            each.why in _MEANT
            or (each.why is LineProblem.NO_NUMBER and re.search(r"\d", each.typed))
            for each in self.left
        )


def read_counts(
    text: str, names: Sequence[Mapping[KeyT, str]], least: int, most: int
) -> ReadCounts[KeyT]:
    """Read lines of a name and a number each.

    `names` are looked at one after the other: a later one only if no earlier one has the name.
    A line that comes twice counts as it was written last.
    """
    taken: dict[KeyT, int] = {}
    left: list[NotTaken] = []
    for piece in _pieces(text):
        found = _all_of(piece, names, least, most)
        if isinstance(found, LineProblem):
            left.append(NotTaken(piece, found))
        else:
            taken.update(found)
    return ReadCounts(taken, tuple(left))


def _pieces(text: str) -> list[str]:
    """Return the lines; what has no number of its own goes with what follows it."""
    pieces: list[str] = []
    waiting = ""
    for line in _PIECES.split(text)[:MOST_LINES]:
        joined = one_line(f"{waiting}, {line}" if waiting else line)
        waiting = "" if re.search(r"\d", joined) or any(_spelled(joined)) else joined
        if joined and not waiting:
            pieces.append(joined)
    return [*pieces, waiting] if waiting else pieces


def _all_of(
    piece: str, names: Sequence[Mapping[KeyT, str]], least: int, most: int
) -> Mapping[KeyT, int] | LineProblem:
    """Return what a line counts; several names and numbers may stand in one: `Kaarst 3 Neuss 4`."""
    found = _read(piece, names, least, most)
    if not isinstance(found, LineProblem):
        return dict([found])
    parts = [_read(part, names, least, most) for part in _NEXT_NAME.split(piece)]
    read = [part for part in parts if not isinstance(part, LineProblem)]
    return dict(read) if len(parts) > 1 and len(read) == len(parts) else found


def _read(
    piece: str, names: Sequence[Mapping[KeyT, str]], least: int, most: int
) -> tuple[KeyT, int] | LineProblem:
    why = LineProblem.UNKNOWN
    for name, said in _partings(piece):
        key = _named(_ABOUT.sub("", name), names)
        if not isinstance(key, LineProblem):
            number = read_number(said, least, most) if said else None
            return (key, number) if isinstance(number, int) else _unread(said, number)
        why = key if why is LineProblem.UNKNOWN else why
    return why if re.search(r"\d", piece) or why is LineProblem.AMBIGUOUS else LineProblem.NO_NUMBER


def _unread(said: str, why: NoNumber | None) -> LineProblem:
    """Return what is wrong with what stands beside a name that is known."""
    if not said:
        return LineProblem.NAME_ALONE
    if why is None:
        return LineProblem.MORE_WORDS
    return LineProblem.BOUNDS if why is NoNumber.OUT_OF_BOUNDS else LineProblem.NO_NUMBER


def _partings(piece: str) -> Iterator[tuple[str, str]]:
    """Yield what may be the name of a line and what its number, the likeliest first."""
    for form in (_NAME_FIRST, _NUMBER_FIRST, _SHORT_NAME_FIRST):
        if parts := form.fullmatch(piece):
            yield parts["name"], parts["number"] + parts.groupdict().get("rest", "")
    if re.search(r"\d", piece):
        return
    yield from _spelled(piece)
    yield piece, ""


def _spelled(piece: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before a number in words, and the number."""
    words = piece.split()[:MOST_WORDS]
    for at in range(1, len(words)):
        spelled = " ".join(words[at:])
        if read_number(spelled, 0, 0) is not None:
            yield " ".join(words[:at]), spelled


def _named(typed: str, names: Sequence[Mapping[KeyT, str]]) -> KeyT | LineProblem:
    for known in names:
        found = _fitting(typed, known)
        if len(found) == 1:
            return found[0]
        if found:
            return LineProblem.AMBIGUOUS
    return LineProblem.UNKNOWN


def _fitting(typed: str, known: Mapping[KeyT, str]) -> list[KeyT]:
    """Return what a name fits: as it stands, else all of its words somewhere in the label."""
    exact = [key for key, label in known.items() if _words(label) == _words(typed)]
    if exact:
        return exact
    said = _telling(typed)
    if not said:
        return []
    fitting = [key for key, label in known.items() if _all_in(said, _words(label))]
    closest = [key for key in fitting if len(_telling(known[key])) == len(said)]
    return closest if len(closest) == 1 else fitting


def _telling(text: str) -> list[str]:
    """Return the words that tell it from others; all of them if there are no such."""
    words = _words(text)
    return [word for word in words if word not in _COMMON] or words


def _all_in(said: Sequence[str], label: Sequence[str]) -> bool:
    return all(any(_begins(word, whole) for whole in label) for word in said)


def _begins(word: str, whole: str) -> bool:
    return whole == word or (len(word) >= 3 and whole.startswith(word))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", one_line(text).casefold())


def echo(texts: Texts, lines: Sequence[str], left: Sequence[tuple[str, str]]) -> str:
    """Return as HTML what was taken, line by line, and what was not, each with its reason."""
    parts = []
    if lines:
        parts.append(texts("counts-taken", lines=Html("\n".join(lines))))
    if left:
        told = [texts("counts-left-line", typed=typed, why=Html(why)) for typed, why in left]
        parts.append(texts("counts-left", lines=Html("\n".join(told))))
    return "\n\n".join(parts)


def reasons(texts: Texts, left: Sequence[NotTaken], least: int, most: int) -> list[tuple[str, str]]:
    """Return each line nothing came of, with why as HTML."""
    return [(each.typed, _why(texts, each.why, least, most)) for each in left]


def _why(texts: Texts, why: LineProblem, least: int, most: int) -> str:
    if why is LineProblem.BOUNDS:
        return texts("counts-bounds", least=least, most=most)
    return texts(f"counts-{why}")


def only_a_number(text: str) -> bool:
    """Return whether a text is a number without any name."""
    return bare(text).isdecimal()
