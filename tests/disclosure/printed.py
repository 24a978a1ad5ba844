"""What stands in a finished report, number by number, by the names of the recount."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from domain.disclosure.values import Shown, Sign, Unit
from domain.report.structure import Hint, Item, Label, Report, Table
from tests.disclosure.known import TABLES

FIGURES = {
    "C7": ("capped", ""), "C8": ("registered", ""), "C9": ("waited", "wishes"),
    "C10": ("promoted", "waited"), "C11": ("gone", "ever"), "C12": ("late", "ever"),
    "C13": ("absent", "R"), "D4": ("delivered", "audience"), "E1": ("forms", "came"),
}  # fmt: skip
#: What stands in the columns of C14 beside the share of used seats.
QUOTAS = {1: "quota", 2: "quota-within", 4: "quota-released", 5: "quota-beyond"}
HINTS = {
    "O1": {"waitlisted": "waited/{}", "wishes": "wishes/{}"},
    "O2": {"came": "topic-capped/{}"},
    "O3": {"needs": "need/{}"},
    "O4": {"all": "courses"},
    "O6": {"lost": "absent", "registered": "R"},
    "O9": {"forms": "forms", "came": "came"},
}


def numbers_of(report: Report, events: list[int]) -> Iterator[tuple[str, Shown]]:
    """Yield every number of people in a report with its name."""
    tables = report.tables()
    yield from _figures(report)
    for code, (prefix, whole) in TABLES.items():
        if code in tables:
            yield from _table(tables[code], prefix, whole)
    for row in tables["N1"].rows if "N1" in tables else ():
        yield f"members/{slug_of(row[0])}", shown_in(row[1])
    if "X1" in tables:
        for number, row in zip(events, tables["X1"].rows, strict=True):
            yield f"event/{number}", shown_in(row[-1])
    if "K2" in tables:
        yield from _matrix(tables["K2"])
    for row in tables["E2"].rows if "E2" in tables else ():
        for score, item in enumerate(row[1:6], 1):
            yield f"answers/{slug_of(row[0])}/{score}", shown_in(item)
        yield f"answers/{slug_of(row[0])}", shown_in(row[6])
    yield from _quotas(tables)
    for row in tables["N4"].rows if "N4" in tables else ():
        yield f"{row[0].kind}/{slug_of(row[0])}", shown_in(row[1])  # type: ignore[union-attr]  # a label
    yield from hinted(report.hints)


def _quotas(tables: Mapping[str, Table]) -> Iterator[tuple[str, Shown]]:
    for row in tables["C14"].rows if "C14" in tables else ():
        for place, prefix in QUOTAS.items():
            yield f"{prefix}/{slug_of(row[0])}", shown_in(row[place])


def _figures(report: Report) -> Iterator[tuple[str, Shown]]:
    part = "" if report.quarter is None else f"/{report.quarter}"
    figures = report.figures()
    yield f"came{part}", figures["A3"].value
    yield f"hours{part}", figures["A5"].value
    if "K1" in figures:
        yield "contacts", figures["K1"].value
    for code in FIGURES.keys() & figures.keys():
        both = (figures[code].part, figures[code].whole)
        for name, item in zip(FIGURES[code], both, strict=True):
            if name and item is not None:
                yield name, item


def hinted(hints: Iterable[Hint]) -> Iterator[tuple[str, Shown]]:
    """Yield every number of people in some hints with its name."""
    for hint in hints:
        about = hint.subject.slug if hint.subject else ""
        for name, item in hint.inputs:
            if isinstance(name, Label):
                yield f"{name.kind}/{name.slug}", item
            elif name in HINTS.get(hint.code, {}) and item.unit is Unit.PEOPLE:
                yield HINTS[hint.code][name].format(about), item


def _table(table: Table, prefix: str, whole: str) -> Iterator[tuple[str, Shown]]:
    for row in table.rows:
        yield f"{prefix}/{slug_of(row[0])}", shown_in(row[1])
    if table.total:
        yield whole, shown_in(table.total[1])


def _matrix(table: Table) -> Iterator[tuple[str, Shown]]:
    heads = [slug_of(column) for column in table.columns[1:]]
    for row in table.rows:
        for head, item in zip(heads, row[1:], strict=True):
            if isinstance(item, Shown) and item.sign is not Sign.MISSING:
                yield f"pair/{'+'.join(sorted((slug_of(row[0]), head)))}", item


def means_of(report: Report) -> Iterator[tuple[str, Shown]]:
    table = report.tables().get("E2")
    for row in table.rows if table else ():
        yield slug_of(row[0]), shown_in(row[7])


def slug_of(item: Item) -> str:
    assert isinstance(item, Label)
    return item.slug


def shown_in(item: Item) -> Shown:
    assert isinstance(item, Shown)
    return item
