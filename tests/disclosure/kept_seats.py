"""C14 as an attacker sees it: seats kept for offices, which the programme tells of each training.

Nobody prints how many of an office had a seat at one training. Whoever knows the programme may
try every number of them: none sits beyond a quota that is not used up, and all of them have seats.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from tests.disclosure.solver import Bounds, Line
from tests.report.recount import Recount

PREFIXES = ("quota-within", "quota-released", "quota-beyond", "quota")
#: Of a quota of fewer seats nothing is printed, nor of one that has hardly more in all its
#: trainings than in the smallest: some seats left, and some people beyond, it lies between.
SMALLEST = 5
#: More than anybody has seats.
_MANY = 10**4


def counted(of: Recount) -> dict[str, int]:
    """Return by office the seats kept, used, left, and had beyond."""
    found: dict[str, int] = {}
    for office, each in of.quotas().items():
        kept = sum(n for _, n in each)
        within = sum(min(n, seats) for n, seats in each)
        numbers = (within, kept - within, sum(n for n, _ in each) - within, kept)
        found |= {f"{p}/{office}": n for p, n in zip(PREFIXES, numbers, strict=True)}
    return found


def sums(of: Recount, true: dict[str, int]) -> Iterator[Line]:
    """Yield what adds up by office; all of them had seats, and so had who withdrew late."""
    offices = list(of.quotas())
    for office in offices:
        yield (
            {f"quota-within/{office}": 1, f"quota-released/{office}": 1, f"quota/{office}": -1},
            0,
            0,
        )
    used = {f"quota-{part}/{office}": 1 for office in offices for part in ("within", "beyond")}
    for line in ({**used, "late": 1, "R": -1}, {**used, "registered": -1}):
        if used and sum(weight * true[name] for name, weight in line.items()) <= 0:
            yield line, -inf, 0


class KeptSeats:
    """What everybody can think of, training by training: numbers, their bounds, what adds up."""

    def __init__(self, of: Recount) -> None:
        self.true: dict[str, int] = {}
        self.bounds: Bounds = {}
        self.lines: list[Line] = []
        self._kept = of.kept()
        self._seats: dict[int, int] = {n: e["seats"] for n, e in of.held.items()}
        #: What is not printed, whatever it is: that it is hidden tells nothing.
        self.untold: set[str] = set()
        for office, each in of.quotas().items():
            self._know(f"quota/{office}", sum(n for _, n in each))
        for (training, office), (seated, kept) in self._kept.items():
            self._training(f"{training}/{office}", seated, kept, self._seats[training])
        for office in of.quotas():
            self._office(office)
        for training in {training for training, _ in self._kept}:
            self._all_have_seats(training, self._seats[training])

    def _know(self, name: str, n: int) -> None:
        self.bounds[name] = (n, n)

    def _training(self, which: str, seated: int, kept: int, seats: int) -> None:
        within, beyond, full = (f"seat-{part}/{which}" for part in ("within", "beyond", "full"))
        self.true |= {within: min(seated, kept), beyond: max(0, seated - kept)}
        self.true[full] = int(seated >= kept)
        most = seats - kept if seated <= seats else _MANY
        self.bounds |= {within: (0, kept), beyond: (0, most), full: (0, 1)}
        self.lines.append(({within: 1, full: -kept}, 0, inf))
        self.lines.append(({beyond: 1, full: -_MANY}, -inf, 0))

    def _office(self, office: str) -> None:
        names = {part: f"quota-{part}/{office}" for part in ("within", "beyond")}
        for part, whole in names.items():
            parts = self._of(f"seat-{part}/", f"/{office}")
            self.bounds[whole] = (0, sum(self.bounds[name][1] for name in parts))
            self.lines.append(({**dict.fromkeys(parts, 1), whole: -1}, 0, 0))
        quotas = [kept for (_, each), (_, kept) in self._kept.items() if each == office]
        least, most = min(quotas), sum(quotas)
        if most < SMALLEST or (least < SMALLEST and most - 1 < least + 3):
            self.untold |= {*names.values(), f"quota-released/{office}"}
        if self.bounds[names["beyond"]][1] and not self._enough(office):
            self.untold.add(names["beyond"])

    def _enough(self, office: str) -> bool:
        """Return whether so many seats were kept for nobody that what is hidden tells nothing.

        Each office may have taken one of them, and three may still be anybody's.
        """
        mine = {training for training, each in self._kept if each == office}
        offices = {each for training, each in self._kept if training in mine}
        kept = sum(n for (training, _), (_, n) in self._kept.items() if training in mine)
        return sum(self._seats[training] for training in mine) - kept >= 3 + len(offices)

    def _all_have_seats(self, training: int, seats: int) -> None:
        names = [
            n for part in ("within", "beyond") for n in self._of(f"seat-{part}/{training}/", "")
        ]
        if sum(self.true[name] for name in names) <= seats:
            self.lines.append((dict.fromkeys(names, 1), 0, seats))

    def _of(self, begin: str, end: str) -> list[str]:
        return [name for name in self.true if name.startswith(begin) and name.endswith(end)]
