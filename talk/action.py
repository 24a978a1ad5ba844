"""What a button does: typed, packed into at most 50 bytes, the same on every channel.

What comes back with a press may be made up. So the fields are checked where an action is
unpacked, here and nowhere else: numbers are written as `pack` writes them and lie within their
bounds, words are of their list or at least of our letters. No handler meets anything else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self, get_args, get_origin, get_type_hints

MOST_BYTES = 50
_SEPARATOR = ":"
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")
#: Whatever a list of ours may be called; no spaces, no `~`, which begins the message's number.
_WORD = re.compile(r"[!-}]{0,50}")


@dataclass(frozen=True, slots=True)
class Within:
    """The bounds of a number, both included."""

    least: int
    most: int

    def __contains__(self, number: int) -> bool:
        return self.least <= number <= self.most


@dataclass(frozen=True, slots=True)
class OneOf:
    """The numbers or words there are."""

    values: tuple[int | str, ...]

    def __contains__(self, value: int | str) -> bool:
        return value in self.values


@dataclass(frozen=True, slots=True)
class Written:
    """The regular expression of a word."""

    pattern: str

    def __contains__(self, word: str) -> bool:
        return re.fullmatch(self.pattern, word) is not None


#: Numbers of rows and versions of dialogues; every database knows numbers as large as these.
ROWS = Within(0, 2**31 - 1)
#: Off (0) or on (1).
Switch = Annotated[int, Within(0, 1)]
#: A page of a list or a place in one, counted from 0.
Position = Annotated[int, Within(0, 999)]
Year = Annotated[int, Within(0, 9998)]
#: A second since 1970; the last ones lie in the year 2999.
Second = Annotated[int, Within(0, 32_503_679_999)]
#: The short name of an office or of an entry of a list.
Slug = Annotated[str, Written(r"[a-z0-9]+(?:-[a-z0-9]+)*")]
#: The secret of an invitation, empty for none.
Token = Annotated[str, Written(r"[A-Za-z0-9_-]*")]


@dataclass(frozen=True, slots=True)
class Action:
    """A button's meaning; subclasses add fields in the order they are packed.

    A field is an int, a str or a member of a StrEnum; `Annotated` narrows the first two.
    """

    CODE: ClassVar[str] = ""

    def pack(self) -> str:
        """Return the action as short text. Raises ValueError if no button could carry it."""
        values = [_written(getattr(self, field.name)) for field in fields(self)]
        text = _SEPARATOR.join([self.CODE, *values])
        type(self).unpack(text)
        return text

    @classmethod
    def unpack(cls, text: str) -> Self:
        """Return the action that `pack` wrote. Raises ValueError for anything else."""
        if len(text.encode()) > MOST_BYTES:
            raise ValueError(f"The action {text!r} is longer than {MOST_BYTES} bytes.")
        code, *values = text.split(_SEPARATOR, len(fields(cls)))
        if code != cls.CODE or len(values) != len(fields(cls)):
            raise ValueError(f"{text!r} is no {cls.__name__}.")
        return cls(*(read(value) for read, value in zip(_readers(cls), values, strict=True)))

    @classmethod
    def pattern(cls) -> str:
        """Return the regular expression that only this action's texts match."""
        return rf"^{cls.CODE}(:|~|$)"


@dataclass(frozen=True, slots=True)
class OfTraining(Action):
    """An action on one training. Who adds no field to it, or to any below, needs no decorator."""

    training_id: int


@dataclass(frozen=True, slots=True)
class OfPerson(Action):
    """An action on one person."""

    person_id: int


@dataclass(frozen=True, slots=True)
class OfBroadcast(Action):
    """An action on one announcement or message to many."""

    broadcast_id: int


@dataclass(frozen=True, slots=True)
class OfDraft(Action):
    """An action within a dialogue, of which the draft has this version."""

    version: int


@dataclass(frozen=True, slots=True)
class OfYear(Action):
    """An action on one year."""

    year: Year


@dataclass(frozen=True, slots=True)
class OfPage(Action):
    """An action that shows one page of a list."""

    page: Position


def _written(value: Any) -> str:
    return value.value if isinstance(value, StrEnum) else str(value)


Reader = Callable[[str], Any]
_known: dict[type[Action], tuple[Reader, ...]] = {}


def _readers(action: type[Action]) -> tuple[Reader, ...]:
    """Return what reads each field of an action; each raises ValueError for what is none."""
    if action not in _known:
        hints = get_type_hints(action, include_extras=True)
        _known[action] = tuple(_reader(hints[field.name]) for field in fields(action))
    return _known[action]


def _reader(kind: Any) -> Reader:
    bounds: tuple[Any, ...] = ()
    if get_origin(kind) is Annotated:
        kind, *more = get_args(kind)
        bounds = tuple(more)
    if kind is int:
        return lambda text: _number(text, bounds or (ROWS,))
    if kind is str:
        return lambda text: _word(text, bounds)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return lambda text: kind(_word(text, bounds))
    raise TypeError(f"No button can carry a {kind}.")


def _number(text: str, bounds: tuple[Any, ...]) -> int:
    if not _WHOLE.fullmatch(text):
        raise ValueError(f"{text!r} is no number.")
    number = int(text)
    if not all(number in each for each in bounds):
        raise ValueError(f"{number} is out of bounds.")
    return number


def _word(text: str, bounds: tuple[Any, ...]) -> str:
    if not (_WORD.fullmatch(text) and all(text in each for each in bounds)):
        raise ValueError(f"{text!r} is no word of ours.")
    return text
