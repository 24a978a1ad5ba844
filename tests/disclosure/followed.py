"""What a reader takes from the table that says what became of last year's hints."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import ceil, inf

from domain.report.structure import Hint, Label, Report, Table
from tests.disclosure.reader import Reader
from tests.report.recount import Recount

#: Rules that look at a rate: its part, its whole, the limit, and whether they speak above it.
RATES = {
    "o1": ("waited/{}", "wishes/{}", "waitlist_rate", True),
    "o6": ("absent", "R", "lost_seats_rate", True),
    "o9": ("forms", "came", "feedback_rate", False),
}
#: No rate stands on a smaller base.
BASE = 10
#: A rounded number is off by so much.
OFF = 2
#: What became of a hint that there was and still is.
DIRECTIONS = {"smaller", "same", "larger"}
Printed = frozenset[tuple[str, Fraction]]


def printed_by(hints: Iterable[Hint]) -> Printed:
    """Return every number that some hints print, with the rule and what it is about."""
    return frozenset(
        ("/".join(filter(None, (hint.code.lower(), *_about(hint)))), shown.number)
        for hint in hints
        for _, shown in hint.inputs
        if shown.number is not None
    )


def _about(hint: Hint) -> tuple[str, str]:
    return (hint.subject.kind, hint.subject.slug) if hint.subject else ("", "")


def rows_of(report: Report) -> list[tuple[str, str, str, str]]:
    """Return what is said of each hint of last year: which, its value then and now, the result."""
    tables = [table for table in report.before if table.code == "H1"]
    return [_row(table, at) for table in tables for at in range(len(table.rows))]


def _row(table: Table, at: int) -> tuple[str, str, str, str]:
    name, then, now, became = table.rows[at]
    assert all(isinstance(each, Label) for each in table.rows[at])
    return name.slug.rstrip("/"), then.slug, now.slug, became.slug  # type: ignore[union-attr]  # asserted


def read_followed(report: Report, now: Reader, then: Reader, before: Printed) -> None:
    """Take in what became of last year's hints.

    `then` reads the newest state of last year, `before` is what its last report printed. A value
    that stands there is no news, and whatever else is said of last year is taken to be of `then`.
    """
    here = printed_by(report.hints)
    for name, last, this, became in rows_of(report):
        rule, _, slug = name.partition("/")
        about = _Rule(rule, slug.rpartition("/")[2], now.of, rounds=now.rounded)
        about.value(then, last, name, before)
        about.value(now, this, name, here)
        assert became not in DIRECTIONS or (last and this.partition(" ")[2]), name
        if became == "gone":
            about.gone(now)


class _Rule:
    def __init__(self, rule: str, slug: str, of: Recount, *, rounds: bool) -> None:
        self._rule, self._slug, self._rounds = rule, slug, rounds
        self._limits = of.year.network.report.thresholds
        self._off = OFF if rounds else 0

    def value(self, reader: Reader, said: str, name: str, known: Printed) -> None:
        """Take in a value; of what is printed anyway it tells nothing."""
        unit, _, number = said.partition(" ")
        if not number or (name, Fraction(number)) in known:
            return
        if unit == "rate" and self._rule in RATES:
            part, whole, _, _ = self._of_rate()
            top, base = Fraction(number).as_integer_ratio()
            off = self._off * (top + base)
            self._line(reader, {part: base, whole: -top}, -off, off)
        if unit == "people" and self._rule == "o3":
            n, off = int(number), self._off
            self._bound(reader, f"need/{self._slug}", n - off, n + off)

    def gone(self, reader: Reader) -> None:
        """Take in that the rule does not hold any more, on numbers that are shown."""
        if self._rule in RATES:
            self._below(reader)
        elif self._rule == "o2":
            self._filled(reader)
        elif self._rule == "o3":
            if self._slug not in {e["topic"] for e in reader.of.held.values()}:
                self._shown(reader, f"need/{self._slug}")
        elif self._rule == "o4":
            for name in [n for n in reader.true if n.startswith("sector/")]:
                self._shown(reader, name)
            self._shown(reader, "courses")

    def _of_rate(self) -> tuple[str, str, Fraction, bool]:
        part, whole, limit, above = RATES[self._rule]
        return part.format(self._slug), whole.format(self._slug), self._exact(limit), above

    def _below(self, reader: Reader) -> None:
        """The rate is on the other side of the limit, or there is none."""
        part, whole, limit, above = self._of_rate()
        if whole not in reader.true:
            return
        if above and not reader.true[part]:
            self._shown(reader, part)
            return
        side = 1 if above else -1
        top, base = limit.as_integer_ratio()
        weights = {part: side * base, whole: -side * top}
        self._line(reader, weights, -inf, self._off * (top + base))
        self._bound(reader, whole, BASE, inf)
        for name in (part, whole):
            self._shown(reader, name)

    def _filled(self, reader: Reader) -> None:
        """So many came as are enough for the seats, where these are many enough for the rule."""
        topics = reader.of.topics()
        capped = [n for n in topics.get(self._slug, ()) if n in reader.of.capped]
        seats = sum(reader.of.held[n]["seats"] for n in capped)
        name = f"topic-capped/{self._slug}"
        if len(capped) < self._limits.occupancy_events:
            return
        if seats >= BASE:
            least = ceil(self._exact("occupancy_rate") * seats)
            self._bound(reader, name, least - self._off, inf)
        self._shown(reader, name)

    def _shown(self, reader: Reader, name: str) -> None:
        """A number that is shown is none or no small one; which of both, is known."""
        if self._rounds or name not in reader.true:
            return
        self._bound(reader, name, *((0, 0) if not reader.true[name] else (5, inf)))

    def _bound(self, reader: Reader, name: str, low: float, high: float) -> None:
        assert low <= reader.true[name] <= high, f"{self._rule} is not gone: {name}"
        least, most = reader.bounds[name]
        reader.bounds[name] = (max(least, low), min(most, high))

    def _line(self, reader: Reader, weights: dict[str, int], low: float, high: float) -> None:
        told = sum(weight * reader.true[name] for name, weight in weights.items())
        assert low <= told <= high, f"{self._rule} is not gone: {weights}"
        reader.lines.append((weights, low, high))

    def _exact(self, limit: str) -> Fraction:
        return Fraction(round(getattr(self._limits, limit) * 1000), 1000)
