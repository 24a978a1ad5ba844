"""Reads what a button of a question says; a press may be made up, so all else is refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=str)


def number_of(text: str, least: int, most: int) -> int | None:
    """Return a number of at most six digits within bounds; None for anything else."""
    if not (text.isascii() and text.isdecimal()) or len(text) > 6:
        return None
    return int(text) if least <= int(text) <= most else None


def number_picked(value: str, least: int, most: int) -> int:
    """Return a pressed number. Raises ValueError for one that no button has."""
    found = number_of(value, least, most)
    if found is None:
        raise ValueError(f"{value!r} is not offered")
    return found


def switch(value: str) -> tuple[bool, str]:
    """Return whether a switch (`+…`, `-…`) turns on, and what. Raises ValueError for others."""
    if value[:1] not in {"+", "-"}:
        raise ValueError(f"{value!r} is no switch")
    return value[0] == "+", value[1:]


def switched(chosen: Iterable[T], value: str, offered: Sequence[T]) -> tuple[T, ...]:
    """Return what is chosen after a switch was pressed, in the order of the offer.

    Raises ValueError for a switch that is not there.
    """
    on, slug = switch(value)
    if slug not in offered:
        raise ValueError(f"{slug!r} is not offered")
    before = {str(each) for each in chosen}
    after = before | {slug} if on else before - {slug}
    return tuple(each for each in offered if each in after)
