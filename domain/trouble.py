"""When whoever runs a bot hears of trouble: once when it lasts, and once when it is over."""

from __future__ import annotations

from collections.abc import Sequence

#: So many looks in a row must find the same, that nobody is called for what passes by itself.
LOOKS = 3

#: The names of what a look found wrong.
Wrong = frozenset[str]
WELL: Wrong = frozenset()


def news(told: Wrong, looks: Sequence[Wrong]) -> Wrong | None:
    """Return all that lasts, if some of it was not told; nothing if all is over.

    None if there is nothing to say. `looks` are the last ones, the newest at the end.
    """
    last = list(looks)[-LOOKS:]
    if len(last) < LOOKS:
        return None
    lasting = WELL.union(last[0]).intersection(*last)
    if lasting - told:
        return lasting
    return WELL if told and not any(last) else None


def known(told: Wrong, said: Wrong) -> Wrong:
    """Return what counts as told once something was said: all of it, until all is over."""
    return told | said if said else WELL
