"""The parts of an assessment: a few words on a chapter, and whether a hint applies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from domain.assessment import NotKept, not_kept

#: How long a part may be, as Telegram counts letters.
LONGEST_PART = 600
#: The chapters that can be assessed, as the report has them.
CHAPTERS = (
    "coordination", "exchange", "trainings", "information", "quality", "goals", "outlook",
)  # fmt: skip


class SaidOfHint(StrEnum):
    """What coordinators say of a hint."""

    APPLIES = "applies"
    PARTLY = "partly"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class AssessedPart:
    """What is said of a chapter, or of a hint; a hint has a verdict, and words only if wanted."""

    part: str
    verdict: SaidOfHint | None = None
    words: str = ""


class Parts(Protocol):
    """Where parts go."""

    async def keep(self, year: int, said: AssessedPart) -> None: ...
    async def drop(self, year: int, part: str) -> bool: ...


async def say(parts: Parts, year: int, said: AssessedPart) -> None:
    """Keep a part in the place of the one before."""
    await parts.drop(year, said.part)
    await parts.keep(year, said)


def is_chapter(part: str) -> bool:
    """Return whether a part is about a chapter; all others are about hints."""
    return part in CHAPTERS


def part_not_kept(text: str) -> NotKept | None:
    """Return why a tidy text cannot be a part; None if it may be."""
    return not_kept(text, LONGEST_PART)


def by_part(parts: Iterable[AssessedPart]) -> Mapping[str, AssessedPart]:
    """Return parts by what they are about."""
    return {each.part: each for each in parts}
