"""Where a number of the protected world stands in the report, for whoever is told about it."""

from __future__ import annotations

from domain.disclosure.cells import KnownTooWell
from domain.report.facts import Facts
from domain.report.structure import FigurePlace, Label

#: Figure or table by the name of a number, and what kind of row it is.
_PLACES = {
    "came": ("A3", "quarter"),
    "hours": ("A5", "quarter"),
    "came-own": ("E1", ""),
    "imported": ("A3", ""),
    "event": ("X1", "title"),
    "session": ("A5", "title"),
    "away": ("A5", "title"),
    "courses": ("C4", ""),
    "office": ("C4", "office"),
    "office-unnamed": ("C4", ""),
    "sector": ("C5", "sector"),
    "sector-unnamed": ("C5", ""),
    "topic": ("C6", "topic"),
    "topic-capped": ("C6", "topic"),
    "topic-waitlisted": ("C9", "topic"),
    "topic-wishes": ("C9", "topic"),
    "topic-direct": ("C9", "topic"),
    "capped": ("C7", ""),
    "registered": ("C8", ""),
    "waitlisted": ("C9", ""),
    "wishes": ("C9", ""),
    "direct": ("C9", ""),
    "promoted": ("C10", ""),
    "in-vain": ("C10", ""),
    "withdrawn": ("C11", ""),
    "withdrawn-all": ("C11", ""),
    "confirmed-ever": ("C11", ""),
    "late": ("C12", ""),
    "absent": ("C13", ""),
    "stayed-away": ("C13", ""),
    "registered-all": ("C13", ""),
    "registered-open": ("C13", ""),
    "quota": ("C14", "office"),
    "quota-within": ("C14", "office"),
    "quota-released": ("C14", "office"),
    "quota-beyond": ("C14", "office"),
    "quota-others": ("C14", ""),
    "seat-within": ("C14", ""),
    "seat-beyond": ("C14", ""),
    "seat-full": ("C14", ""),
    "presence": ("C15", "sector"),
    "delivered": ("D4", ""),
    "audience": ("D4", ""),
    "undelivered": ("D4", ""),
    "reminder": ("D3", "reminder-stage"),
    "forms": ("E1", ""),
    "answers": ("E2", "feedback"),
    "unanswered": ("E2", "feedback"),
    "mean": ("E2", "feedback"),
    "mean-low": ("E2", "feedback"),
    "mean-high": ("E2", "feedback"),
    "advice": ("E4", "quarter"),
    "members": ("N1", "quarter"),
    "members-office": ("N2", "office"),
    "members-sector": ("N3", "sector"),
    "members-then": ("N1", ""),
    "members-more": ("N1", ""),
    "members-fewer": ("N1", ""),
    "need": ("G1", "topic"),
    "contacts": ("K1", ""),
    "pair": ("K2", "parties"),
    "contact-topic": ("K4", "topic"),
    "contact-format": ("K5", "contact-format"),
    "contact-length": ("K6", "contact-length"),
    "contact-month": ("K7", "month"),
}


#: How the figures are computed: for numbers that have no place of their own.
ELSEWHERE = "X6"


def place_of(lost: KnownTooWell, facts: Facts) -> FigurePlace:
    """Return where a number stands; one of an older release may stand nowhere any more."""
    name, _, rest = lost.name.partition("/")
    code, kind = _PLACES.get(name, (ELSEWHERE, "title"))
    slug = rest.partition("/")[0]  # answers are one row for all scores
    row = _row(kind, slug, facts) if kind and slug else None
    return FigurePlace(code, row, lost.made_on)


def _row(kind: str, slug: str, facts: Facts) -> Label:
    if kind == "title":
        titles = {str(each.id): each.title for each in facts.trainings}
        return Label("title", titles.get(slug, slug))
    return Label(kind, slug.replace("+", " "))  # a pair is two institutions
