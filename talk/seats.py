"""Seats of institutions: booked in one block, or kept for an office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from domain.seats import Block
from domain.training import MOST_SEATS, Training
from talk.action import Action, OfTraining, Slug
from talk.form import Form, Lines, Setting, Steps
from talk.institutions import OFFICE, SECTOR


@dataclass(frozen=True, slots=True)
class SeatLists:
    """What the lists show, and what a number was `before`; `most` is None without a limit."""

    training: Training
    booked: Sequence[Block] = ()
    kept: Mapping[str, int] = field(default_factory=dict)
    before: int = 0
    most: int | None = None


def _is_list(at: Setting) -> bool:
    return bool(at.answers.get("resting"))


def is_quota(at: Setting) -> bool:
    """Return whether a number is for an office; block seats have a sector too."""
    return at.answers.get("sector") == ""


def _start(at: Setting) -> int:
    """Return the number of now, or what was chosen and could not be."""
    return int(at.answers.get("n", at.about.before))


def _limit(at: Setting) -> int:
    most = at.about.most
    return int(max(at.about.before, MOST_SEATS if most is None else most))


NUMBER = Steps("number", 0, MOST_SEATS, by=(-1, 1, 5), start=_start, limit=_limit)
SEATING = Form(
    "seating",
    (
        Lines("quotas", asked_if=lambda at: _is_list(at) and is_quota(at)),
        Lines("blocks", asked_if=_is_list),
        OFFICE,
        SECTOR,
        NUMBER,
    ),
)


class Blocks(OfTraining):
    """«Sammelplätze»: what is booked for institutions."""

    CODE = "sbl"


@dataclass(frozen=True, slots=True)
class BlocksPage(Action):
    """«Sammelplätze»: another page."""

    CODE = "sbp"
    training_id: int
    page: int


@dataclass(frozen=True, slots=True)
class ChangeBlock(Action):
    """Change what is booked for one institution."""

    CODE = "sbc"
    training_id: int
    block_id: int


class AddBlock(OfTraining):
    """Book seats for another institution."""

    CODE = "sba"


class Quotas(OfTraining):
    """«Kontingente»: what is kept for each office."""

    CODE = "sql"


@dataclass(frozen=True, slots=True)
class ChangeQuota(Action):
    """Change what is kept for one office."""

    CODE = "sqc"
    training_id: int
    office: Slug
