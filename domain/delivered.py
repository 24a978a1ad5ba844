"""What coordinators may see and decide about messages that did not arrive."""

from __future__ import annotations

from collections.abc import Mapping


def may_name(headcounts: Mapping[tuple[str, str], int], place: tuple[str, str], least: int) -> bool:
    """Return whether naming an institution says nothing about one of its people.

    It has to have at least `least` members here.
    """
    return headcounts.get(place, 0) >= least
