"""The parts of an assessment: a few words on a chapter, and whether a hint applies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.assessment import NotKept, not_kept

#: How long a part may be, as Telegram counts letters.
LONGEST_PART = 600
#: The chapters that can be assessed, as the report has them.
CHAPTERS = (
    "coordination", "exchange", "trainings", "information", "quality", "goals", "outlook",
)  # fmt: skip


class Verdict(StrEnum):
    """What coordinators say of a hint."""

    APPLIES = "applies"
    PARTLY = "partly"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class AssessedPart:
    """What is said of a chapter, or of a hint; a hint has a verdict, and words only if wanted."""

    part: str
    verdict: Verdict | None = None
    words: str = ""


def is_chapter(part: str) -> bool:
    """Return whether a part is about a chapter; all others are about hints."""
    return part in CHAPTERS


def part_not_kept(text: str) -> NotKept | None:
    """Return why a tidy text cannot be a part; None if it may be."""
    return not_kept(text, LONGEST_PART)


def by_part(parts: Iterable[AssessedPart]) -> Mapping[str, AssessedPart]:
    """Return parts by what they are about."""
    return {each.part: each for each in parts}
