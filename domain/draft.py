"""A dialogue in progress: kept as data, so that a restart loses no step."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

#: The kind of dialogue that is none: it asks which of the kept ones to go on with.
OFFER = "offer"
#: The way into the network: it ends in the first question, or is begun anew by the invitation.
WAYS_IN = frozenset({"join", "access"})
#: So many wait at most; it is said which one goes when one more comes.
MOST_KEPT = 8
#: What of the data says which dialogue of its kind it is.
_SUBJECT = ("training", "matter", "year", "part")


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody has entered so far; one dialogue a chat is open, others may be kept.

    `version` rises with each step: a button of an earlier step is known by its older version.
    `kept` are the dialogues over which this one was begun, the last one at the end. `changed_at`
    is when the last step was kept; it is known of what was read from the store.
    """

    kind: str
    step: str
    data: dict[str, Any] = field(default_factory=dict)
    version: int = 0
    card: str | None = None
    kept: tuple[Draft, ...] = ()
    changed_at: datetime | None = field(default=None, compare=False)

    @property
    def resting(self) -> bool:
        """Whether it asks nothing: a list is shown, and something may be typed beside it."""
        return bool(self.data.get("resting"))


def begun(draft: Draft | None) -> list[Draft]:
    """Return every dialogue that somebody has begun: the open one, and those it keeps."""
    if draft is None:
        return []
    return [*draft.kept, *([draft] if draft.kind != OFFER else [])]


def begun_over(before: Draft | None, new: Draft) -> Draft:
    """Return a step as it is to be kept: begun over another dialogue, it keeps that one."""
    if before is None:
        return replace(new, kept=())
    if before.kind in WAYS_IN or before.kind == OFFER or before.resting or _same(before, new):
        return replace(new, kept=before.kept)
    return replace(new, kept=(*before.kept, replace(before, kept=())))


def _same(one: Draft, other: Draft) -> bool:
    """Return whether two steps are of the same dialogue: its subject, once known, stays."""
    said = [(one.data[name], other.data[name]) for name in _SUBJECT if _both(one, other, name)]
    return one.kind == other.kind and all(mine == yours for mine, yours in said)


def _both(one: Draft, other: Draft, name: str) -> bool:
    return name in one.data and name in other.data


def bounded(draft: Draft) -> tuple[Draft, Draft | None]:
    """Return a step with no more kept than may be, and the oldest if it had to go."""
    if len(draft.kept) <= MOST_KEPT:
        return draft, None
    return replace(draft, kept=draft.kept[1:]), draft.kept[0]


def brought_up(draft: Draft, kind: str) -> Draft | None:
    """Return the last dialogue of a kind, open: this one, or a kept one that keeps the others."""
    if draft.kind == kind:
        return draft
    found = next((one for one in reversed(draft.kept) if one.kind == kind), None)
    if found is None:
        return None
    others = tuple(one for one in draft.kept if one is not found)
    return begun_over(replace(draft, kept=others), found)


def ended(draft: Draft, version: int) -> Draft | None:
    """Return what is open once a dialogue has ended: the question about the kept, or nothing."""
    return Draft(OFFER, OFFER, version=version, kept=draft.kept) if draft.kept else None


def resumed(offer: Draft) -> Draft:
    """Return the last kept dialogue, open again."""
    return replace(offer.kept[-1], kept=offer.kept[:-1])


def dropped(offer: Draft, version: int) -> Draft | None:
    """Return what is open without the last kept dialogue."""
    return ended(replace(offer, kept=offer.kept[:-1]), version)
