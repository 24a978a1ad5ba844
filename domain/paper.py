"""What is printed of a training: which papers there are, and a sheet as data, without wording.

A sheet waits in the outbox as data, sealed as every message, and becomes a file outside of every
transaction: setting the type of a long list takes longer than a database should wait.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Paper(StrEnum):
    """What a coordinator can have printed."""

    LIST = "list"  # for the door, to be signed
    TABLE = "table"  # the same as a spreadsheet
    FLYER = "flyer"
    CHECK_IN = "check-in"  # the code at the door
    CERTIFICATES = "certificates"  # one for everybody who had a seat
    CERTIFICATE = "certificate"  # a single one, for a name or for none
    SPEAKERS = "speakers"  # the means of the feedback


#: The paper of several trainings, which no button of a single one leads to.
PROGRAMME = "programme"


#: What there is only once a training has ended: who is to come has not attended.
AFTERWARDS = frozenset({Paper.CERTIFICATES, Paper.CERTIFICATE, Paper.SPEAKERS})
#: Papers that say names.
NAMING = frozenset({Paper.LIST, Paper.TABLE, Paper.CERTIFICATES, Paper.CERTIFICATE})


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline; what there is several of on paper is found by it."""

    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A paragraph; large ones stand out."""

    text: str
    large: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What something is, word by word: (what, how)."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """A table; each column takes its share of the width. Empty cells are there to be filled."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scanned:
    """A link to be scanned, and what it says to who cannot see it."""

    link: str
    told: str


@dataclass(frozen=True, slots=True)
class Signed:
    """Lines to be written on by hand, side by side, and what belongs there."""

    labels: tuple[str, ...]


Block = Headline | Sentence | Facts | Columns | Scanned | Signed


class SheetForm(StrEnum):
    """What a sheet becomes."""

    PDF = "pdf"
    SPREADSHEET = "xlsx"


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """A paper as data: each part begins on a new page.

    `mark` says who it is for, on every page; `name` is that of the file without its ending. What
    cannot be made is answered with `sorry`.
    """

    name: str
    title: str
    author: str
    language: str
    mark: str
    parts: tuple[tuple[Block, ...], ...]
    form: SheetForm = SheetForm.PDF
    sorry: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the sheet as JSON values, for the outbox."""
        parts = [[[type(block).__name__, asdict(block)] for block in part] for part in self.parts]
        return {**asdict(self), "parts": parts}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> PaperSheet:
        """Return the sheet that `to_json` wrote."""
        parts = tuple(tuple(_block(*block) for block in part) for part in value["parts"])
        return cls(**{**value, "parts": parts, "form": SheetForm(value["form"])})


_BLOCKS: Mapping[str, type[Block]] = {
    each.__name__: each for each in (Headline, Sentence, Facts, Columns, Scanned, Signed)
}


def _block(name: str, values: Mapping[str, Any]) -> Block:
    return _BLOCKS[name](**{key: _tuples(value) for key, value in values.items()})


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
