"""What a reader of finished reports knows: every number as it stands there, and what adds up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf

from domain.disclosure.cells import Mode
from domain.disclosure.values import Shown, Sign, Unit
from domain.report.structure import Hint, Item, Label, Report, Table
from tests.disclosure.solver import Bounds, Line
from tests.report.recount import ITEMS, Recount

#: Numbers that stand in a row of their own only if there is anything to count.
LISTED = ("pair/", "contact-topic/", "contact-format/", "contact-length/", "need/", "reminder/")
TABLES = {
    "C4": ("office", "courses"), "C5": ("sector", "courses"), "C6": ("topic", "courses"),
    "K4": ("contact-topic", "contacts"), "K5": ("contact-format", "contacts"),
    "K6": ("contact-length", "contacts"), "K7": ("contact-month", "contacts"),
    "N2": ("members-office", "members/4"), "N3": ("members-sector", "members/4"),
    "G1": ("need", "need"), "E4": ("advice", "advice"), "D3": ("reminder", "reminder"),
}  # fmt: skip
FIGURES = {
    "C7": ("capped", ""), "C8": ("registered", ""), "C9": ("waited", "wishes"),
    "C10": ("promoted", "waited"), "C11": ("gone", "ever"), "C12": ("late", "ever"),
    "C13": ("absent", "R"), "D4": ("delivered", "audience"), "E1": ("forms", "came"),
}  # fmt: skip
HINTS = {
    "O1": {"waitlisted": "waited/{}", "wishes": "wishes/{}"},
    "O2": {"came": "topic-capped/{}"},
    "O3": {"needs": "need/{}"},
    "O4": {"all": "courses"},
    "O6": {"lost": "absent", "registered": "R"},
    "O9": {"forms": "forms", "came": "came"},
}


def truth(of: Recount) -> dict[str, int]:
    """Return every number of people there is, printed or not."""
    found = {f"event/{n}": of.came[n] for n in of.held}
    found |= {"came": of.people(of.held), "hours": of.hours(of.held)}
    found |= {"courses": of.people(of.courses), "capped": of.people(of.capped)}
    for quarter, figures in of.quarters().items():
        found |= {f"came/{quarter}": figures["A3"], f"hours/{quarter}": figures["A5"]}
    for topic, trainings in of.topics().items():
        capped = [n for n in trainings if n in of.capped]
        waited, direct = of.count("waitlisted", trainings), of.count("confirmed", trainings)
        found |= {
            f"topic/{topic}": of.people(trainings),
            f"topic-capped/{topic}": of.people(capped),
        }
        found |= {f"waited/{topic}": waited, f"direct/{topic}": direct}
        found[f"wishes/{topic}"] = waited + direct
    found |= _registrations(of)
    if of.year.of("members"):
        found |= _members(of)
    for name in ("C4", "C5", "K4", "K5", "K6", "K7", "G1", "E4", "D3"):
        for slug, values in of.tables()[name].items():
            found[f"{TABLES[name][0]}/{slug}"] = int(values[0] or 0)
    found |= {"contacts": len(of.contacts), "need": sum(of.needs.values())}
    for whole in ("advice", "reminder"):
        found[whole] = sum(n for name, n in found.items() if name.startswith(f"{whole}/"))
    found |= {f"pair/{key}": n for key, n in of.pairs.items()}
    return found | _feedback(of)


def _members(of: Recount) -> dict[str, int]:
    tables = of._of_members()
    names = {"N1": "members", "N2": "members-office", "N3": "members-sector"}
    return {
        f"{name}/{slug}": int(n or 0)
        for code, name in names.items()
        for slug, (n,) in tables[code].items()
    }


def _registrations(of: Recount) -> dict[str, int]:
    early, late = of.count("withdrawn"), of.count("late")
    waited, direct, up = (of.count(what) for what in ("waitlisted", "confirmed", "promoted"))
    delivered = sum(e["delivered"] for e in of.sent)
    audience = sum(e["audience"] for e in of.sent)
    everyone, absent = of.at_start(of.courses), of.absent()
    return {
        "early": early, "late": late, "gone": early + late, "ever": direct + up,
        "waited": waited, "direct": direct, "promoted": up, "wishes": waited + direct,
        "vain": waited - up, "R": everyone, "registered": of.at_start(of.capped),
        "absent": absent, "away": absent - late, "forms": len(of.forms),
        "delivered": delivered, "audience": audience, "missed": audience - delivered,
    }  # fmt: skip


def _feedback(of: Recount) -> dict[str, int]:
    found = {}
    for index, item in enumerate(ITEMS):
        found[f"answers/{item}"] = len(of.forms)
        for score in range(1, 6):
            found[f"answers/{item}/{score}"] = sum(f[index] == score for f in of.forms)
    return found


def lines(of: Recount, true: dict[str, int]) -> list[Line]:
    """Return what everybody knows to add up; checked against the truth."""
    found = [*_of_events(of), *_of_queues(of, true), *_of_tables(true)]
    for weights, low, high in found:
        assert low <= sum(w * true[n] for n, w in weights.items()) <= high, weights
    return found


def adds(whole: str, parts: list[str]) -> Line:
    """Return: the parts add up to the whole."""
    return {**dict.fromkeys(parts, 1), whole: -1}, 0, 0


def _of_events(of: Recount) -> Iterator[Line]:
    units = {f"event/{n}": e["units"] for n, e in of.held.items()}
    quarter = {f"event/{n}": (int(e["day"][5:7]) + 2) // 3 for n, e in of.held.items()}
    yield adds("came", list(units))
    yield adds("courses", [f"event/{n}" for n in of.courses])
    yield adds("capped", [f"event/{n}" for n in of.capped])
    yield {**units, "hours": -1}, 0, 0
    for q in range(1, 5):
        yield adds(f"came/{q}", [name for name in units if quarter[name] == q])
        yield {**{n: u for n, u in units.items() if quarter[n] == q}, f"hours/{q}": -1}, 0, 0
    for topic, trainings in of.topics().items():
        yield adds(f"topic/{topic}", [f"event/{n}" for n in trainings])
        yield adds(f"topic-capped/{topic}", [f"event/{n}" for n in trainings if n in of.capped])


def _of_queues(of: Recount, true: dict[str, int]) -> Iterator[Line]:
    yield adds("gone", ["early", "late"])
    yield adds("ever", ["direct", "promoted"])
    if set(of.capped) == set(of.courses):
        yield {"R": 1, "registered": -1}, 0, 0
    yield adds("wishes", ["direct", "waited"])
    yield adds("waited", ["promoted", "vain"])
    yield adds("audience", ["delivered", "missed"])
    if of.at_start(of.courses) >= true["courses"]:
        yield adds("R", ["courses", "absent"])
    if true["away"] >= 0:
        yield adds("absent", ["late", "away"])
    if true["R"] + true["early"] == true["ever"]:
        yield adds("ever", ["R", "early"])
    for topic in of.topics():
        yield adds(f"wishes/{topic}", [f"direct/{topic}", f"waited/{topic}"])
    for name in ("wishes", "waited", "direct"):
        yield adds(name, [f"{name}/{topic}" for topic in of.topics()])


def _of_tables(true: dict[str, int]) -> Iterator[Line]:
    for prefix, whole in {*TABLES.values(), ("pair", "contacts")}:
        if whole in true:
            yield adds(whole, [n for n in true if n.startswith(f"{prefix}/")])
    for item in ITEMS:
        scores = [f"answers/{item}/{score}" for score in range(1, 6)]
        yield adds(f"answers/{item}", scores)
        yield {"forms": 1, f"answers/{item}": -1}, 0, inf


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
        self.rounded = False
        self._events = [n for _, n in sorted((e["day"], n) for n, e in of.held.items())]

    def knows(self, name: str) -> None:
        """Take in a number that this reader knows from elsewhere."""
        self.bounds[name] = (self.true[name], self.true[name])

    def read(self, report: Report, beside: Iterable[Report] = ()) -> None:
        """Take in a whole report.

        Quarters stand in files of their own, `beside` each other: that one of them is hidden though
        it is none says of the others that they may be none.
        """
        found = dict(_numbers(report, self._events))
        every = [*found.items(), *(n for other in beside for n in _numbers(other, self._events))]
        rounds = report.mode is Mode.ROUND5
        self.rounded |= rounds
        zeros = {name.rpartition("/")[0] for name, item in every if self._hides_zero(name, item)}
        for name, item in found.items():
            if name in self.true:
                self._learn(name, item, rounds, name.rpartition("/")[0] in zeros)
            else:
                assert item.number == 0, f"{name} is printed and nobody counted it"
        for question, mean in _means(report):
            base = found[f"answers/{question}"]
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
        met = int(mean.whole.number or 0)
        if mean.value.number is None or mixed.part is None or mixed.part.number is None:
            return
        self.learn_mix(int(mean.value.number * met), int(mixed.part.number), met)

    def learn_mix(self, presences: int, mixed: int, met: int) -> None:
        """Take in how many sectors there were in all, and at how many trainings three or more."""
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
        self.lines.append((dict.fromkeys(at.values(), 1), presences, presences))
        self.lines.append((dict.fromkeys(many.values(), 1), mixed, mixed))

    def _learn_offices(self, table: Table, meeting: str) -> None:
        """B2 and E5: each office at so many of the meetings, and each was somebody."""
        counts = {_slug(row[0]): _shown(row[1]) for row in table.rows}
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
        return item.sign is Sign.HIDDEN and self.true.get(name) == 0

    def _learn(self, name: str, item: Shown, rounds: bool, zeros: bool) -> None:
        low, high = self.bounds[name]
        if item.sign is Sign.TOO_FEW:
            return
        if item.number is None:
            assert item.sign is Sign.HIDDEN
            self.secret.add(name)
            self.bounds[name] = (max(low, 0 if zeros else 1), high)
            return
        n, off = int(item.number), 2 if rounds else 0
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
        """Return by how much each number must be able to vary."""
        found = dict.fromkeys(self.secret, 1)
        few = {n: self.small for n, v in self.true.items() if 0 < v < 5}
        return found | {n: need for n, need in few.items() if n not in self.things}

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


def _numbers(report: Report, events: list[int]) -> Iterator[tuple[str, Shown]]:
    """Yield every number of people in a report with its name."""
    tables = report.tables()
    yield from _figures(report)
    for code, (prefix, whole) in TABLES.items():
        if code in tables:
            yield from _table(tables[code], prefix, whole)
    for row in tables["N1"].rows if "N1" in tables else ():
        yield f"members/{_slug(row[0])}", _shown(row[1])
    if "X1" in tables:
        for number, row in zip(events, tables["X1"].rows, strict=True):
            yield f"event/{number}", _shown(row[-1])
    if "K2" in tables:
        yield from _matrix(tables["K2"])
    for row in tables["E2"].rows if "E2" in tables else ():
        for score, item in enumerate(row[1:6], 1):
            yield f"answers/{_slug(row[0])}/{score}", _shown(item)
        yield f"answers/{_slug(row[0])}", _shown(row[6])
    yield from hinted(report.hints)


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
        yield f"{prefix}/{_slug(row[0])}", _shown(row[1])
    if table.total:
        yield whole, _shown(table.total[1])


def _matrix(table: Table) -> Iterator[tuple[str, Shown]]:
    heads = [_slug(column) for column in table.columns[1:]]
    for row in table.rows:
        for head, item in zip(heads, row[1:], strict=True):
            if isinstance(item, Shown) and item.sign is not Sign.MISSING:
                yield f"pair/{'+'.join(sorted((_slug(row[0]), head)))}", item


def _means(report: Report) -> Iterator[tuple[str, Shown]]:
    table = report.tables().get("E2")
    for row in table.rows if table else ():
        yield _slug(row[0]), _shown(row[7])


def _slug(item: Item) -> str:
    assert isinstance(item, Label)
    return item.slug


def _shown(item: Item) -> Shown:
    assert isinstance(item, Shown)
    return item
