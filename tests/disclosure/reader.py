"""What a reader of finished reports knows: every number as it stands there, and what adds up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf

from domain.disclosure.cells import Mode
from domain.disclosure.values import Shown, Sign
from domain.report.structure import Report, Table
from tests.disclosure.again import follows
from tests.disclosure.kept_seats import KeptSeats
from tests.disclosure.known import adds, lines, truth
from tests.disclosure.printed import means_of, numbers_of, shown_in, slug_of
from tests.disclosure.solver import Bounds, Line
from tests.report.recount import Recount

#: Numbers that stand in a row of their own only if there is anything to count.
LISTED = ("pair/", "contact-topic/", "contact-format/", "contact-length/", "need/", "reminder/")


class Reader:
    """Collects what is known from one report after the other."""

    def __init__(self, of: Recount) -> None:
        self.of = of
        self.true = truth(of)
        self.lines = lines(of, self.true)
        least = {n: 0 if v >= 0 else -inf for n, v in self.true.items()}
        self.bounds: Bounds = {n: (least[n], inf) for n in self.true}
        for name in self.true:
            if name.startswith(LISTED):
                self.bounds[name] = (1, inf)
        known = {f"office/{office.slug}" for office in of.year.network.offices}
        for name in self.true:
            if name.startswith("office/") and name not in known:
                self.bounds[name] = (1, inf)  # it has a row only because somebody came
        for n, e in of.held.items():
            if e["seats"] is not None and of.came[n] <= e["seats"]:
                self.bounds[f"event/{n}"] = (0, e["seats"])
        self.secret: set[str] = set()
        self.things: set[str] = set()
        #: What is never printed, so that nothing follows from its being hidden.
        self.untold: set[str] = set()
        self._know_seats()
        self._public = {n: high - low for n, (low, high) in self.bounds.items()}
        self.rounded = False
        self._events = [n for _, n in sorted((e["day"], n) for n, e in of.held.items())]

    def _know_seats(self) -> None:
        """C14: what can be thought of the seats kept for offices; seats alone are things."""
        seats = KeptSeats(self.of)
        self.true |= seats.true
        self.bounds |= seats.bounds
        self.lines += seats.lines
        self.untold = {*seats.untold, *seats.true}
        self.things |= seats.true.keys()
        self.things |= {n for n in self.true if n.startswith(("quota/", "quota-released/"))}

    def knows(self, name: str) -> None:
        """Take in a number that this reader knows from elsewhere."""
        self.bounds[name] = (self.true[name], self.true[name])

    def read(self, report: Report, beside: Iterable[Report] = ()) -> None:
        """Take in a whole report.

        Quarters stand in files of their own, `beside` each other: that one of them is hidden though
        it is none says of the others that they may be none.
        """
        follows(report)
        found = list(numbers_of(report, self._events))
        every = [*found, *(n for other in beside for n in numbers_of(other, self._events))]
        rounds = report.mode is Mode.ROUND5
        self.rounded |= rounds
        zeros = {n.rpartition("/")[0] for n, item in every if self._hides_zero(n, item)}
        for name, item in found:
            if name in self.true:
                self._learn(name, item, rounds, name.rpartition("/")[0] in zeros)
            else:
                assert item.number == 0, f"{name} is printed and nobody counted it"
        for question, mean in means_of(report):
            base = dict(found)[f"answers/{question}"]
            if mean.number is not None:
                self._learn_mean(question, int(10 * mean.number))
            elif mean.sign is Sign.TOO_FEW:
                assert base.number is not None, "that a hidden number is small is told"
        if report.quarter is None:
            self._learn_sectors(report)
            self._learn_offices(report.tables()["B2"], "coordination-conference")
            if "E5" in report.tables():
                self._learn_offices(report.tables()["E5"], "quality-dialogue")

    def _learn_sectors(self, report: Report) -> None:
        """C15 and C16: how many sectors were at each training, and each was somebody."""
        mean, mixed = report.figures()["C15"], report.figures()["C16"]
        assert mean.whole is not None
        met, shown = int(mean.whole.number or 0), mean.value.number
        if mixed.part is None or mixed.part.number is None:
            return
        presences = None if shown is None else int(shown * met)
        self.learn_mix(presences, int(mixed.part.number), met)

    def learn_mix(self, presences: int | None, mixed: int, met: int) -> None:
        """Take in how many sectors there were in all, and at how many trainings three or more.

        The former is not said of few trainings.
        """
        at, many = {}, {}
        for n in self.of.courses:
            there = sum(c > 0 for c in self.of.sectors[n].values())
            at[n], many[n] = f"sectors/{n}", f"mixed/{n}"
            self.true |= {at[n]: there, many[n]: int(there >= 3)}
            self.things |= {at[n], many[n]}
            self.bounds |= {at[n]: (int(met == len(self.of.courses)), 12), many[n]: (0, 1)}
            self.lines.append(({f"event/{n}": 1, at[n]: -1}, 0, inf))
            self.lines.append(({at[n]: 1, many[n]: -3}, 0, inf))
            self.lines.append(({at[n]: 1, many[n]: -10}, -inf, 2))
        if presences is not None:
            self.lines.append((dict.fromkeys(at.values(), 1), presences, presences))
        self.lines.append((dict.fromkeys(many.values(), 1), mixed, mixed))

    def _learn_offices(self, table: Table, meeting: str) -> None:
        """B2 and E5: each office at so many of the meetings, and each was somebody."""
        counts = {slug_of(row[0]): shown_in(row[1]) for row in table.rows}
        if all(count.number is not None for count in counts.values()):
            there = {office: int(n.number or 0) for office, n in counts.items()}
            self.learn_presence(there, meeting)

    def learn_presence(
        self, counts: dict[str, int], meeting: str = "coordination-conference"
    ) -> None:
        """Take in at how many meetings, announced or logged, each office was."""
        announced = [n for n, e in self.of.meetings.items() if e["format"] == meeting]
        logged = [e for e in self.of.year.of("meeting") if e["format"] == meeting]
        there: dict[int, list[str]] = {n: [] for n in announced}
        for office, count in counts.items():
            other = f"logged/{meeting}/{office}"
            self.true[other] = sum(office in e["offices"] for e in logged)
            self.bounds[other] = (0, len(logged))
            names = [f"at/{n}/{office}" for n in announced]
            self.things |= {other, *names}
            for n, name in zip(announced, names, strict=True):
                self.true[name] = int(self.of.offices[n][office] > 0)
                self.bounds[name] = (0, 1)
                there[n].append(name)
            self.lines.append((dict.fromkeys([*names, other], 1), count, count))
        for n, names in there.items():
            self.lines.append(({f"event/{n}": 1, **dict.fromkeys(names, -1)}, 0, inf))

    def learn(self, name: str, item: Shown, *, rounds: bool) -> None:
        """Take in one number as another report says it."""
        self._learn(name, item, rounds, self._hides_zero(name, item))

    def _hides_zero(self, name: str, item: Shown) -> bool:
        hidden = item.sign is Sign.HIDDEN and name not in self.untold
        return hidden and self.true.get(name) == 0

    def _learn(self, name: str, item: Shown, rounds: bool, zeros: bool) -> None:
        low, high = self.bounds[name]
        if item.sign is Sign.TOO_FEW:
            return
        if name in self.untold:
            assert item.number is None, f"{name} is told by being shown or not"
            return
        if item.number is None:
            assert item.sign is Sign.HIDDEN
            self.secret.add(name)
            self.bounds[name] = (max(low, 0 if zeros else 1), high)
            return
        n, off = int(item.number), 2 if rounds and name not in self.things else 0
        assert abs(self.true[name] - n) <= off, f"{name} is printed as {n}"
        self.bounds[name] = (max(low, n - off), min(high, n + off))

    def _learn_mean(self, item: str, tenths: int) -> None:
        """Ten times the sum is off by half the answers at most, however many those are."""
        scores = {s: f"answers/{item}/{s}" for s in range(1, 6)}
        self.lines += [
            ({scores[s]: 20 * s - 2 * tenths + 1 for s in scores}, 0, inf),
            ({scores[s]: 20 * s - 2 * tenths - 1 for s in scores}, -inf, -1),
        ]

    def needs(self) -> dict[str, int]:
        """Return by how much each number must be able to vary, as far as it could unread."""
        found: dict[str, float] = dict.fromkeys(self.secret, 1)
        few = {n: self.small for n, v in self.true.items() if 0 < v < 5}
        found |= {n: need for n, need in few.items() if n not in self.things}
        return {n: int(min(need, self._public.get(n, inf))) for n, need in found.items()}

    @property
    def small(self) -> int:
        """By how much a small number must be able to vary."""
        return 1 if self.rounded else 3

    def rests(self) -> Iterator[tuple[str, int, Line]]:
        """Yield each small sum of unknown numbers that a line leaves when the known are taken off.

        It has a name, must be able to vary so much, and is told by a line of its own.
        """
        for number, (weights, _, _) in enumerate(self.lines):
            for weight in set(weights.values()):
                names = [n for n, w in weights.items() if w == weight and self._open(n)]
                if self.things.intersection(names):
                    continue
                if len(names) > 1 and 0 < sum(self.true[n] for n in names) < 5:
                    name = f"rest of {number}: {' and '.join(names)}"
                    yield name, self.small, adds(name, names)

    def _open(self, name: str) -> bool:
        low, high = self.bounds[name]
        return low < high
