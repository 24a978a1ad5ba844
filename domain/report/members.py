"""The network grows: members at the end of each quarter, and by office and sector at year's end.

A number by office or sector stays hidden, too, where between it and the one that was published of
the year before or after lie few people: else two reports together would tell who came or went.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from domain.disclosure.cells import FAR, Cell, Publication, Range, Relation, total_of
from domain.disclosure.values import Shown
from domain.disclosure.view import View
from domain.report.blocks import Rows, people_table, text
from domain.report.facts import Facts
from domain.report.structure import Block, Chapter, Label, Note, Section, Table
from domain.report.trend import Seen

#: What was published of a year, by year.
Published = Mapping[int, Sequence[Publication]]

_LAST = 4
PARTS = ("office", "sector")


@dataclass(frozen=True, slots=True)
class MemberCells:
    """The cells of members, and how they hang together."""

    cells: Mapping[str, Cell]
    relations: tuple[Relation, ...]


def counted(facts: Facts, others: Published) -> MemberCells:
    """Return all numbers of members; `others` is what was published of other years."""
    cells: dict[str, Cell] = {}
    relations: list[Relation] = []
    for quarter, n in facts.members().items():
        cells[f"members/{quarter}"] = Cell(f"members/{quarter}", n, "members", tier=1)
    for part in PARTS:
        parts = [_part(facts, part, slug, n) for slug, n in facts.members_by(part).items()]
        cells |= {cell.id: cell for cell in parts}
        whole = f"members/{_LAST}"
        if parts and cells[whole].value == sum(cell.value for cell in parts):
            relations.append(total_of(whole, [cell.id for cell in parts]))
        for cell in parts:
            for year, of in _published(cell.id, facts.year, others):
                change = _change(cell, year, of)
                cells |= change.cells
                relations += change.relations
    return MemberCells(cells, tuple(relations))


def _part(facts: Facts, part: str, slug: str, n: int) -> Cell:
    """Return the number of an office or sector; who is in no file has a row only if anybody is."""
    network = facts.network
    always = {*(o.slug for o in network.offices), *(s.value for s in network.sectors)}
    least = 0 if slug in always else min(n, 1)
    known_to = frozenset({slug} if part == "office" else ())
    return Cell(f"members-{part}/{slug}", n, f"members-{part}", known_to=known_to, least=least)


def _published(name: str, year: int, others: Published) -> Iterator[tuple[int, Range]]:
    """Yield what was last said of a number in the next years before and after that said it."""
    before = sorted((each for each in others if each < year), reverse=True)
    after = sorted(each for each in others if each > year)
    for years in (before, after):
        said = ((each, _said(name, others[each])) for each in years)
        yield from ((each, of) for each, of in [next((s for s in said if s[1]), (0, None))] if of)


def _said(name: str, versions: Sequence[Publication]) -> Range | None:
    """Return what the last version that had a number said of it; None where it stayed hidden."""
    found = (version.said[name] for version in reversed(versions) if name in version.said)
    said = next(found, None)
    return said if said is not None and said.high is not None else None


def _change(cell: Cell, year: int, of: Range) -> MemberCells:
    """Return how much a number changed since a year, which is a number of people, too.

    Of a rounded one nobody knows more than that it lies between two ends; the middle stands for it.
    """
    middle = (of.low + (of.high or 0)) // 2
    step, then = cell.value - middle, f"members-then/{year}/{cell.id}"
    name = f"members-{'more' if step > 0 else 'fewer'}/{year}/{cell.id}"
    known_to = cell.known_to
    cells = {
        then: Cell(then, middle, "members-then", people=False, printed=False, known_to=known_to),
        name: Cell(name, abs(step), "members-change", printed=False, known_to=known_to),
    }
    told = Relation(((1, then),), of.low, of.high if of.high is not None else FAR)
    changed = Relation(((1, cell.id), (-1, then), (-1 if step > 0 else 1, name)))
    return MemberCells(cells, (told, changed))


def growth(seen: Seen, earlier: Sequence[Seen]) -> Chapter:
    """Return the chapter «Das Netzwerk»: N1 to N4."""
    facts, view = seen
    quarters = facts.members()
    if not quarters:
        blocks: tuple[Block, ...] = (Note("report-no-members"),)
    else:
        rows: Rows = tuple(
            (Label("quarter", str(q)), view(f"members/{q}")) for q in sorted(quarters)
        )
        columns = (text("col-quarter"), text("col-members"))
        blocks = (Table("N1", columns, rows), *_parts(facts, view), Note("report-members"))
    return Chapter("growth", (Section("growth", (*blocks, *first_time(seen, earlier))),))


def _parts(facts: Facts, view: View) -> Iterator[Table]:
    """Yield N2 and N3, where they were counted; they are short enough to be read."""
    for code, part, column in (("N2", "office", "district"), ("N3", "sector", "sector")):
        if slugs := facts.members_by(part):
            of = (f"members-{part}", slugs, f"members/{_LAST}", column)
            yield replace(people_table(code, view, part, *of, count="members"), chart=None)


def first_time(seen: Seen, earlier: Sequence[Seen]) -> tuple[Block, ...]:
    """N4: who came to a training this year, and by all that was published never before.

    From published values alone, so that presence tells nothing that they do not.
    """
    facts, view = seen
    if not earlier:
        return ()
    new = [
        (Label(part, slug), view(f"{part}/{slug}"))
        for part, slugs in (("office", facts.by_office()), ("sector", facts.by_sector()))
        for slug in slugs
        if _some(view(f"{part}/{slug}"))
        and all(_none(each, f"{part}/{slug}") for _, each in earlier)
    ]
    since = Label("year", str(min(of.year for of, _ in earlier)))
    columns = (text("col-institution"), text("col-people"))
    return Table("N4", columns, tuple(new)), Note("report-first-time", (("since", since),))


def _some(shown: Shown) -> bool:
    return shown.number is not None and shown.number > shown.off


def _none(view: View, name: str) -> bool:
    """Return whether it is published that nobody came; what was rounded may be somebody."""
    if name not in view:
        return False
    shown = view(name)
    return shown.number == 0 and not shown.off
