"""A part of an assessment is short, takes the place of the one before, and is about one thing."""

from __future__ import annotations

import pytest

from domain.assessment import NotKept
from domain.assessment_parts import (
    CHAPTERS,
    AssessedPart,
    SaidOfHint,
    by_part,
    is_chapter,
    part_not_kept,
    say,
)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("x" * 600, None),
        ("x" * 601, NotKept.LONG),
        ("🙂" * 301, NotKept.LONG),
        ("zu kurz", NotKept.SHORT),
        ("Mail an anna@example.org", NotKept.ADDRESS),
    ],
)
def test_a_part_has_600_signs_and_no_address(text: str, why: NotKept | None) -> None:
    assert part_not_kept(text) is why


class Parts:
    """Parts in memory, which insist that there is one of each."""

    def __init__(self) -> None:
        self.kept: dict[tuple[int, str], AssessedPart] = {}

    async def keep(self, year: int, said: AssessedPart) -> None:
        assert (year, said.part) not in self.kept
        self.kept[year, said.part] = said

    async def drop(self, year: int, part: str) -> bool:
        return self.kept.pop((year, part), None) is not None


async def test_the_last_word_counts() -> None:
    parts = Parts()
    for verdict in (SaidOfHint.APPLIES, SaidOfHint.PARTLY):
        await say(parts, 2026, AssessedPart("o7", verdict))
    await say(parts, 2025, AssessedPart("o7"))

    assert parts.kept == {
        (2026, "o7"): AssessedPart("o7", SaidOfHint.PARTLY),
        (2025, "o7"): AssessedPart("o7"),
    }


def test_parts_are_found_by_what_they_are_about() -> None:
    goals, hint = AssessedPart("goals", None, "Worte"), AssessedPart("o7")

    assert by_part([goals, hint]) == {"goals": goals, "o7": hint}
    assert [is_chapter(each) for each in (*CHAPTERS, "o7")] == [True] * len(CHAPTERS) + [False]
