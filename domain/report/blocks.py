"""The building blocks of the chapters: rates with their numbers, tables with their totals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from domain.disclosure.values import Shown, share, things
from domain.disclosure.view import View
from domain.report.structure import Chart, Figure, Item, Label, Note, Table

#: No rate on a smaller base.
SMALLEST_BASE = 10

#: Stands under every table of attendances: nobody can be counted once.
COUNTED = Note("report-counted")

#: A field with nothing to say.
BLANK = Label("title", "")

Rows = tuple[tuple[Item, ...], ...]


def text(slug: str) -> Label:
    """Return a label from the report's own texts."""
    return Label("text", f"report-{slug}")


def rate(code: str, view: View, part: str, whole: Shown | str) -> Figure:
    """Return a share of people, with both numbers beside it."""
    base = view(whole) if isinstance(whole, str) else whole
    top = view(part)
    return Figure(code, share(top, base, SMALLEST_BASE), top, base)


def counted(
    code: str, kind: str, counts: Mapping[str, int], column: str, chart: Chart | None = Chart.BAR
) -> Table:
    """Return a table of things, the largest first, with their total."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    rows: Rows = tuple((Label(kind, slug), things(n)) for slug, n in ordered)
    whole = (text("total"), things(sum(counts.values())))
    return Table(code, (text(f"col-{column}"), text("col-number")), rows, whole, chart)


def by_shown(view: View, prefix: str, slugs: Iterable[str], vocabulary: Iterable[str]) -> list[str]:
    """Return slugs by what is shown of their numbers, the largest first, hidden ones last.

    A hidden number's place would tell it. So these, and equal ones, stand as in the vocabulary.
    """
    places = {str(slug): place for place, slug in enumerate(vocabulary)}

    def place(slug: str) -> tuple[bool, float, int, str]:
        number = view(f"{prefix}/{slug}").number
        return number is None, -float(number or 0), places.get(slug, len(places)), slug

    return sorted(map(str, slugs), key=place)


def people_table(
    code: str,
    view: View,
    kind: str,
    prefix: str,
    slugs: Iterable[str],
    whole: str | None,
    column: str,
    *,
    count: str = "people",
) -> Table:
    """Return a table of people, in the given order, with their total if it is wanted."""
    rows: Rows = tuple((Label(kind, slug), view(f"{prefix}/{slug}")) for slug in slugs)
    if f"{prefix}-unnamed" in view:
        rows += ((text("unnamed"), view(f"{prefix}-unnamed")),)
    last = (text("total"), view(whole)) if whole else None
    columns = (text(f"col-{column}"), text(f"col-{count}"))
    return Table(code, columns, rows, last, Chart.BAR)
