"""What a network has agreed upon: under which title, by which offices, since when, until what.

The ledger counts an agreement by its kind; beside its row stands what members read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from domain.demands import demand, demand_filled, demand_slug, tidy
from domain.vocabulary import Procedure

LONGEST_LABEL = 120
#: So many titles a network's file can add.
MOST_TITLES = 100


@dataclass(frozen=True, slots=True)
class AgreementTitle:
    """A title that a network adds to the closed list; the ledger counts it by its `kind`.

    One that is used may be `retired`, so that nobody chooses it any more, and is never removed.
    """

    slug: str
    label: str
    kind: Procedure = Procedure.PROCEDURE
    retired: bool = False

    def __post_init__(self) -> None:
        tidy(self)
        demand_slug(self.slug)
        demand_filled(self, "label")
        demand(len(self.label) <= LONGEST_LABEL, f"label: at most {LONGEST_LABEL} letters fit")
        closed = {each.value for each in Procedure}
        demand(self.slug not in closed, f"slug {self.slug} is one of the closed list already")


@dataclass(frozen=True, slots=True)
class Agreed:
    """A row of the ledger that counts an agreement, and what is kept beside it.

    `label` is the one that the network's file gave the title when it was used first, empty for
    titles of the closed list. No offices were noted in the beginning. It may take the place of
    another one, known by the number of its row. `kind` is what the ledger counts it as, empty
    before it is written.
    """

    number: int
    day: date
    title: str
    label: str = ""
    offices: Sequence[str] = ()
    replaces: int | None = None
    kind: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class AgreementState:
    """An agreement and what took its place; nothing did while it is in force."""

    agreed: Agreed
    replaced_by: Agreed | None = None


def titles(added: Iterable[AgreementTitle]) -> list[str]:
    """Return the titles that can be chosen: what the network added, then the closed list."""
    return [*(each.slug for each in added if not each.retired), *Procedure]


def kind_of(added: Iterable[AgreementTitle], title: str) -> Procedure:
    """Return what the ledger counts a title as. Raises ValueError for one that is none."""
    found = (each.kind for each in added if each.slug == title)
    return next(found, None) or Procedure(title)


def label_of(added: Iterable[AgreementTitle], title: str, before: Iterable[Agreed]) -> str:
    """Return the label to keep: that of the first use, else the file's; empty for closed titles."""
    used = (each.label for each in before if each.title == title)
    given = (each.label for each in added if each.slug == title)
    return next(used, None) or next(given, "")


def dropped(added: Iterable[AgreementTitle], used: Iterable[Agreed]) -> list[str]:
    """Return the titles in use that the network's file does not have any more."""
    known = {each.slug for each in added}
    return sorted({each.title for each in used if each.label} - known)


def in_order(all_: Sequence[Agreed]) -> list[AgreementState]:
    """Return what is in force, the newest first, and behind it what was replaced."""
    after: Mapping[int, Agreed] = {e.replaces: e for e in all_ if e.replaces is not None}
    standing = [AgreementState(each, after.get(each.number)) for each in all_]
    newest = sorted(standing, key=lambda e: (e.agreed.day, e.agreed.number), reverse=True)
    return sorted(newest, key=lambda e: e.replaced_by is not None)
