"""The list of what happened in a played year is as `docs/demo.md` says."""

from __future__ import annotations

import re
from pathlib import Path

from tests.story_years import StoryYear

DEMO = Path(__file__).parents[2] / "docs" / "demo.md"


def told() -> dict[str, set[str]]:
    """Return the documented fields of each kind of entry."""
    section = DEMO.read_text(encoding="utf-8").partition("## The story-year")[2]
    rows = re.findall(r"^\| (`[^|]+) \| ([^|]+) \|", section.partition("\n## ")[0], re.MULTILINE)
    return {
        what: set(re.findall(r"`([^`]+)`", fields))
        for whats, fields in rows
        for what in re.findall(r"`([^`]+)`", whats)
    }


def test_each_entry_has_just_the_documented_fields(story: StoryYear) -> None:
    documented = told()
    found = {event["what"]: event.keys() - {"year", "what"} for event in story.events}

    assert found.keys() <= documented.keys()
    assert {what: documented[what] for what in found} == found
    assert len(documented.keys() - found.keys()) <= 2  # a year need not have one of each
