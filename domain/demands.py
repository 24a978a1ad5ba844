"""What the parts of a network's file must be; each demand says in one line what is wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sized
from dataclasses import fields
from typing import Any

from domain.typed import one_line
from domain.vocabulary import COUNTY_WIDE

#: Of office slugs the ledger is made: with many digits, however grouped, one could name somebody.
_SLUG = re.compile(r"(?!(.*[0-9]){3})[a-z0-9]+(-[a-z0-9]+)*")


def demand(condition: object, otherwise: str) -> None:
    """Demand that something holds. Raises ValueError with the words for when it does not."""
    if not condition:
        raise ValueError(otherwise)


def tidy(value: Any) -> None:
    """Make the texts of a value fit to be shown: one line each, nothing unseen."""
    for each in fields(value):
        text = getattr(value, each.name)
        if type(text) is str:  # a word of a closed list is one, too, and stays
            object.__setattr__(value, each.name, one_line(text))
        elif isinstance(text, tuple) and all(type(line) is str for line in text):
            object.__setattr__(value, each.name, tuple(map(one_line, text)))


def demand_once(what: str, values: Iterable[str]) -> None:
    """Demand that no value stands there twice."""
    twice = [value for value, times in Counter(values).items() if times > 1]
    demand(not twice, f"{what} {', '.join(twice)} stands there twice; keep one")


def demand_filled(part: object, *names: str) -> None:
    """Demand words where people will read them."""
    for name in names:
        demand(getattr(part, name).strip(), f"{name} must not be empty")


def demand_range(part: Any, least: int, most: int, **others: tuple[int, int]) -> None:
    """Demand of each whole number of a part to lie in a range that makes sense."""
    for each in fields(part):
        value = getattr(part, each.name)
        low, high = others.get(each.name, (least, most))
        if isinstance(value, int) and not low <= value <= high:
            raise ValueError(f"{each.name} must lie between {low} and {high}")


def demand_short(what: str, values: Sized, most: int) -> None:
    """Demand that a list is no longer than makes sense."""
    demand(len(values) <= most, f"{what}: at most {most} fit, there are {len(values)}")


def demand_slug(slug: str) -> None:
    """Demand a word that the ledger may keep for good."""
    demand(
        _SLUG.fullmatch(slug) and len(slug) <= 24 and slug != COUNTY_WIDE,
        f"slug {slug!r} must be at most 24 small letters, single hyphens and digits, "
        "never more than two digits",
    )
