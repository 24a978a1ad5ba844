"""What a report says of rates and means of earlier years, for the reader of those years."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from domain.disclosure.cells import Mode
from domain.disclosure.values import Shown, Sign
from domain.report.structure import Label, Report
from tests.disclosure.printed import FIGURES
from tests.disclosure.reader import Reader
from tests.disclosure.versions import Versions
from tests.report.recount import ITEMS

#: No rate stands on a smaller base, no mean on fewer answers.
RATE, MEAN = 10, 5


def read_comparison(report: Report, attacks: list[Versions], first: int) -> None:
    """Take in what the report says of earlier years."""
    for code, name in (("A3", "came"), ("A5", "hours")):
        said = dict(report.figures()[code].earlier)
        for n, attack in enumerate(attacks):
            if (shown := said.get(first + n)) is not None:
                attack.readers[-1].learn(name, shown, rounds=report.mode is Mode.ROUND5)

    for n, attack in enumerate(attacks):
        read_course(report, first + n, attack.readers[-1])


def read_course(report: Report, year: int, reader: Reader) -> None:
    """Take in what a report says of an earlier year beside its main figures."""
    if report.mode is Mode.ROUND5:
        return  # rates of rounded numbers say less than those numbers, which are read apart
    for code in ("C7", "C9", "E1"):
        shown = dict(report.figures()[code].earlier).get(year)
        if shown is not None:
            part, whole = FIGURES[code]
            _learn_rate(reader, part, whole, shown)
    for item, mean in _means(report, year):
        if mean.number is not None:
            reader._learn_mean(item, int(10 * mean.number))
        elif mean.sign is Sign.TOO_FEW:
            _at_most(reader, f"answers/{item}", MEAN - 1)


def _learn_rate(reader: Reader, part: str, whole: str, shown: Shown) -> None:
    """A rate is printed to a tenth of a percent; of one on few it is said that there are few."""
    if shown.number is None:
        if shown.sign is Sign.TOO_FEW and whole:
            _at_most(reader, whole, RATE - 1)
        return
    permille = int(1000 * shown.number + 1 / 2)
    if not whole:  # of seats, which everybody knows
        seats = reader.of.seats()
        low, high = ((2 * permille + side) * seats / 2000 for side in (-1, 1))
        reader.lines.append(({part: 1}, low, high))
        return
    reader.lines.append(({part: 2000, whole: -(2 * permille + 1)}, -inf, 0))
    reader.lines.append(({part: 2000, whole: -(2 * permille - 1)}, 0, inf))
    reader.lines.append(({whole: 1}, RATE, inf))


def _at_most(reader: Reader, name: str, most: int) -> None:
    low, high = reader.bounds[name]
    reader.bounds[name] = (low, min(high, most))


def _means(report: Report, year: int) -> Iterator[tuple[str, Shown]]:
    """Yield the mean of each item in an earlier year: beside the table, or in that of all years.

    A year that may not be said again stands in neither.
    """
    tables = report.tables()
    if year == report.year - 1:
        for row in tables["E2"].rows:
            if len(row) > len(ITEMS) + 3 and isinstance(row[0], Label):
                assert isinstance(row[-1], Shown)
                yield row[0].slug, row[-1]
        return
    years = [column.slug for column in tables["E7"].columns] if "E7" in tables else []
    if str(year) in years:
        place = years.index(str(year))
        for row in tables["E7"].rows[1:]:
            assert isinstance(row[0], Label)
            assert isinstance(row[place], Shown)
            yield row[0].slug, row[place]  # type: ignore[misc]  # asserted
