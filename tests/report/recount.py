"""Counts a played year again from the list of what happened; it shares nothing with the program."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from statistics import median
from typing import Any

from tests.story_years import ToldYear

EXCHANGE = {
    "network-meeting",
    "coordination-conference",
    "steering-group",
    "working-group",
    "quality-dialogue",
    "round-table",
}
OTHERS = {"info-session", "other"}
ITEMS = ("useful", "applicable", "exchange", "organisation", "recommend")
MODES = ("in-person", "online", "hybrid", "self-paced")

#: What is not hidden in any case.
_OPEN = 5
#: What a table says of a row, number by number; None where nothing is to be compared.
Rows = dict[str, tuple[int | Fraction | None, ...]]


def month(event: dict[str, Any]) -> int:
    """Return the month of something that happened."""
    return int(event["day"][5:7])


def share(part: int, whole: int) -> Fraction | None:
    """Return a rate; None under ten."""
    return Fraction(part, whole) if whole >= 10 else None


def _beyond(n: int, kept: int) -> int:
    return max(0, n - kept)


class Recount:
    """Plain sums over the list of events."""

    def __init__(self, year: ToldYear) -> None:
        self.year = year
        closed = {e["training"] for e in year.of("at-start")}
        self.held = {e["training"]: e for e in year.of("event") if e["training"] in closed}
        self.courses = {n: e for n, e in self.held.items() if e["format"] not in EXCHANGE | OTHERS}
        self.meetings = {n: e for n, e in self.held.items() if e["format"] in EXCHANGE}
        self.capped = {n: e for n, e in self.courses.items() if e["seats"] is not None}
        self.came: Counter[int] = Counter()
        self.offices: dict[int, Counter[str]] = defaultdict(Counter)
        self.sectors: dict[int, Counter[str]] = defaultdict(Counter)
        for e in year.of("came"):
            self.came[e["training"]] += e["n"]
            self.offices[e["training"]][e["office"]] += e["n"]
            self.sectors[e["training"]][e["sector"]] += e["n"]
        self.forms = [e["scores"] for e in year.of("answers")]
        self.contacts = year.of("contact")
        self.pairs = Counter("+".join(sorted(e["pair"])) for e in self.contacts)
        self.needs = Counter(e["topic"] for e in year.of("need"))
        self.planned = Counter(e["topic"] for e in year.events if e["what"] == "planned")
        self.sent = year.notices()

    def count(self, what: str, trainings: Iterable[int] | None = None) -> int:
        """Return how often something happened to registrations of trainings."""
        among = set(self.courses if trainings is None else trainings)
        return sum(e["training"] in among for e in self.year.of(what))

    def at_start(self, trainings: Iterable[int]) -> int:
        """Return confirmed registrations at the start, block seats and late withdrawals."""
        among = set(trainings)
        seats = [*self.year.of("at-start"), *self.year.of("block")]
        start = sum(e["n"] for e in seats if e["training"] in among)
        return int(start) + self.count("late", among)

    def kept(self) -> dict[tuple[int, str], tuple[int, int]]:
        """Return by training and office the seats it had at the start, and those kept for it."""
        if not self.year.of("quota"):
            return {}
        changes = {"confirmed": 1, "promoted": 1, "withdrawn": -1, "late": -1}
        seated: Counter[tuple[int, str]] = Counter()
        for what, by in changes.items():
            for e in self.year.of(what):
                seated[e["training"], e["office"]] += by
        for e in self.year.of("block"):
            seated[e["training"], e["office"]] += e["n"]
        keys = {(e["training"], e["office"]): e["n"] for e in self.year.of("quota")}
        return {key: (seated[key], n) for key, n in keys.items() if key[0] in self.courses}

    def quotas(self) -> dict[str, list[tuple[int, int]]]:
        """Return by office the seats it had at the start and those kept, of each training."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for (_, office), both in self.kept().items():
            found[office].append(both)
        return found

    def _of_quotas(self) -> dict[str, Rows]:
        rows: Rows = {}
        for office, each in self.quotas().items():
            kept = sum(of for _, of in each)
            within, beyond = (sum(pick(n, of) for n, of in each) for pick in (min, _beyond))
            rows[office] = (kept, within, share(within, kept), kept - within, beyond)
        return {"C14": rows} if rows else {}

    def people(self, trainings: Iterable[int]) -> int:
        """Return how many came to these."""
        return sum(self.came[n] for n in trainings)

    def topics(self) -> dict[str, list[int]]:
        """Return the trainings by topic."""
        found: dict[str, list[int]] = defaultdict(list)
        for n, e in self.courses.items():
            found[e["topic"]].append(n)
        return found

    def by(self, counts: dict[int, Counter[str]]) -> Counter[str]:
        """Return the attendances of trainings by office or sector."""
        return sum((counts[n] for n in self.courses), Counter[str]())

    def sessions(self) -> Counter[str]:
        """Return exchange dates by format, announced or only logged."""
        found = Counter(e["format"] for e in self.meetings.values())
        return found + Counter(e["format"] for e in self.year.of("meeting"))

    def absent(self) -> int:
        """Return seats lost: registered and late ones, less those who came."""
        return max(0, self.at_start(self.courses) - self.people(self.courses))

    def confirmed_ever(self) -> int:
        """Return how often somebody had a seat at any time."""
        return self.count("confirmed") + self.count("promoted")

    def seats(self) -> int:
        """Return the seats of trainings that have a limit."""
        return sum(e["seats"] for e in self.capped.values())

    def mixes(self) -> list[int]:
        """Return the number of sectors at each training that anybody came to."""
        found = [sum(n > 0 for n in self.sectors[t].values()) for t in self.courses]
        return [n for n in found if n]

    def together(self) -> list[list[str]]:
        """Return the pairs of offices that held each training together."""
        known = [office.slug for office in self.year.network.offices]
        hosts = [sorted(e["hosts"], key=known.index) for e in self.courses.values()]
        return [
            [f"office:{one} office:{other}" for n, one in enumerate(of) for other in of[n + 1 :]]
            for of in hosts
        ]

    def agreements(self) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """Return what was replaced in the year, with the day, and what is in force at its end."""
        standing: dict[str, dict[str, Any]] = {}
        replaced = []
        for e in self.year.events:
            if e["what"] == "procedure" and e["year"] <= self.year.year:
                before = standing.get(e["procedure"])
                if before is not None and e["year"] == self.year.year:
                    replaced.append({**before, "until": e["day"]})
                standing[e["procedure"]] = e
        return replaced, list(standing.values())

    def there(self, meeting: str) -> Counter[str]:
        """Return at how many meetings of a format each office was."""
        found: Counter[str] = Counter()
        for e in self.year.of("meeting"):
            found.update(e["offices"] if e["format"] == meeting else ())
        for n, e in self.meetings.items():
            if e["format"] == meeting:
                found.update(o for o, came in self.offices[n].items() if came)
        return found

    def lead_days(self) -> Fraction:
        """Return the median of days from notice to start."""
        told = {e["training"]: e["day"] for e in self.year.of("notice")}
        spans = [
            (date.fromisoformat(e["day"]) - date.fromisoformat(told[n])).days
            for n, e in self.held.items()
        ]
        return Fraction(median(spans))

    def units(self) -> int:
        """Return the teaching units offered."""
        return sum(e["units"] for e in self.held.values())

    def hours(self, trainings: Iterable[int]) -> int:
        """Return attendances times units."""
        return sum(self.came[n] * self.held[n]["units"] for n in trainings)

    def figures(self) -> dict[str, int | Fraction | None]:
        """Return every figure that stands alone."""
        year, mixes = self.year, self.mixes()
        both = self.count("late") + self.count("withdrawn")
        waited = self.count("waitlisted")
        mixed = sum(n >= 3 for n in mixes)
        return {
            "A1": len(self.held),
            "A2": len(self.courses),
            "A3": self.people(self.held),
            "A4": self.units(),
            "A5": self.hours(self.held),
            "A6": len(self.meetings) + len(year.of("meeting")),
            "K1": len(self.contacts),
            "C7": share(self.people(self.capped), self.seats()),
            "C8": share(self.at_start(self.capped), self.seats()),
            "C9": share(waited, waited + self.count("confirmed")),
            "C10": share(self.count("promoted"), waited),
            "C11": share(both, self.confirmed_ever()),
            "C12": share(self.count("late"), self.confirmed_ever()),
            "C13": share(self.absent(), self.at_start(self.courses)),
            "C15": share(sum(mixes), len(mixes)),
            "C16": share(mixed, len(mixes)),
            "C17": share(sum(map(bool, self.together())), len(self.courses)),
            "B4": len(self.agreements()[1]),
            "D1": sum(e["training"] is not None for e in self.sent),
            "D5": sum(e["training"] is None for e in self.sent),
            "D2": self.lead_days(),
            "D4": share(
                sum(e["delivered"] for e in self.sent), sum(e["audience"] for e in self.sent)
            ),
            "E1": share(len(self.forms), self.people(self.held)),
            "E3": self.sessions()["quality-dialogue"],
            "E6": sum(e["procedure"] == "agreement" for e in self.agreements()[1]),
            "X2": len(year.of("unclosed")),
            "X4": len(year.of("cancelled")),
            "X5": len({e["training"] for e in year.of("moved")}),
        }

    def tables(self) -> dict[str, Rows]:
        """Return every table, row by row."""
        return {
            **self._of_meetings(),
            **self._of_members(),
            **self._of_courses(),
            **self._of_contacts(),
            **self._of_quality(),
            **self._of_quotas(),
            "C18": plain(Counter(pair for of in self.together() for pair in of)),
        }

    def _of_members(self) -> dict[str, Rows]:
        ends = self.year.of("members")
        if not ends:
            return {}
        parts = ends[-1]["parts"]
        network = self.year.network
        known = [office.slug for office in network.offices]
        sectors = [sector.value for sector in network.sectors]
        offices = dict.fromkeys(known, 0) | {s: n for s, n in parts.items() if s not in sectors}
        return {
            "N1": {str((month(e) + 2) // 3): (e["n"],) for e in ends},
            "N2": plain(offices),
            "N3": plain({sector: parts.get(sector, 0) for sector in sectors}),
            "N4": self._of_newcomers(),
        }

    def _of_newcomers(self) -> Rows:
        """Return who came to trainings for the first time, office or sector."""
        if not self.year.before:
            return {}
        last = Recount(self.year.earlier())
        rows: Rows = {}
        for now, then in ((self.offices, last.offices), (self.sectors, last.sectors)):
            came = self.by(now)
            before = last.by(then)
            rows |= {slug: (n,) for slug, n in came.items() if n >= _OPEN and not before[slug]}
        return rows

    def _of_meetings(self) -> dict[str, Rows]:
        there = self.there("coordination-conference")
        held = self.sessions()["coordination-conference"]
        dialogues = self.there("quality-dialogue"), self.sessions()["quality-dialogue"]
        reminded: Counter[str] = Counter()
        for e in self.year.of("reminded"):
            reminded.update(e["stages"])
        return {
            "B1": plain(self.sessions()),
            "B2": {
                o.slug: (
                    there[o.slug],
                    held,
                    *([Fraction(there[o.slug], held)] if held > 9 else []),
                )
                for o in self.year.network.offices
            },
            "E5": {o.slug: (dialogues[0][o.slug], dialogues[1]) for o in self.year.network.offices},
            "B3": plain(Counter(e["procedure"] for e in self.year.of("procedure"))),
            "D3": plain(reminded),
        }

    def _of_courses(self) -> dict[str, Rows]:
        months = Counter(month(e) for e in self.courses.values())
        kinds = Counter((e["format"], e["mode"]) for e in self.courses.values())
        formats = {e["format"] for e in self.courses.values()}
        offices, sectors = self.by(self.offices), self.by(self.sectors)
        known = [o.slug for o in self.year.network.offices]
        return {
            "C1": {str(m): (months[m],) for m in range(1, 13)},
            "C2": {
                f: (*(kinds[f, m] for m in MODES), sum(kinds[f, m] for m in MODES)) for f in formats
            },
            "C3": plain(Counter(e["topic"] for e in self.courses.values())),
            "C4": plain({**dict.fromkeys(known, 0), **offices}),
            "C5": plain({s.value: sectors[s.value] for s in self.year.network.sectors}),
            "C6": {t: (self.people(n),) for t, n in self.topics().items()},
        }

    def _of_contacts(self) -> dict[str, Rows]:
        months = Counter(month(e) for e in self.contacts)
        return {
            "K4": plain(Counter(e["topic"] for e in self.contacts)),
            "K5": plain(Counter(e["format"] for e in self.contacts)),
            "K6": plain(Counter(e["length"] for e in self.contacts)),
            "K7": {str(m): (months[m],) for m in range(1, 13)},
        }

    def _of_quality(self) -> dict[str, Rows]:
        advice = Counter[int]()
        for e in self.year.of("advice"):
            advice[(month(e) + 2) // 3] += e["n"]
        events = Counter(e["topic"] for e in self.held.values())
        last = Recount(self.year.earlier()) if self.year.before else None
        before = [last._item(index)[-1] if last else None for index in range(len(ITEMS))]
        return {
            "E2": {item: (*self._item(index), before[index]) for index, item in enumerate(ITEMS)},
            "E4": {str(q): (advice[q],) for q in range(1, 5)},
            "F1": plain(Counter(e["status"] for e in self.year.of("goal"))),
            "G1": {t: (n, events[t], self.planned[t]) for t, n in self.needs.items()},
        }

    def _item(self, index: int) -> tuple[int | Fraction, ...]:
        given = [form[index] for form in self.forms]
        mean = Fraction(round(10 * sum(given) / max(1, len(given)) + 1e-9), 10)
        return (*(given.count(score) for score in range(1, 6)), len(given), mean)

    def goals(self) -> set[tuple[str, int, str]]:
        """Return each goal with target and status."""
        return {(e["goal"], e["target"], e["status"]) for e in self.year.of("goal")}

    def directory(self) -> list[tuple[str, str, str, int, int]]:
        """Return day, format, mode, units and attendances of each event, by day."""
        rows = [
            (e["day"], n, e["format"], e["mode"], e["units"], self.came[n])
            for n, e in self.held.items()
        ]
        return [(day, *rest) for day, _, *rest in sorted(rows)]

    def unclosed_days(self) -> list[str]:
        """Return the days of events that nobody closed."""
        open_ = {e["training"] for e in self.year.of("unclosed")}
        return sorted(e["day"] for e in self.year.of("event") if e["training"] in open_)

    def never_met(self, parties: Sequence[str]) -> set[tuple[str, str]]:
        """Return the pairs of two institutions that noted no exchange, in the order given."""
        known = [party for party in parties if party != "sector:other"]
        return {
            (one, other)
            for n, one in enumerate(known)
            for other in known[n + 1 :]
            if not self.pairs["+".join(sorted((one, other)))]
        }

    def quarters(self) -> dict[int, dict[str, int]]:
        """Return the main figures of each quarter."""
        found = {}
        for quarter in range(1, 5):
            held = [n for n, e in self.held.items() if (month(e) + 2) // 3 == quarter]
            logged = [e for e in self.year.of("meeting") if (month(e) + 2) // 3 == quarter]
            found[quarter] = {
                "A1": len(held),
                "A2": sum(n in self.courses for n in held),
                "A3": self.people(held),
                "A4": sum(self.held[n]["units"] for n in held),
                "A5": self.hours(held),
                "A6": sum(n in self.meetings for n in held) + len(logged),
            }
        return found


def plain(counts: dict[str, int] | Counter[str]) -> Rows:
    """Return rows of one number."""
    return {slug: (n,) for slug, n in counts.items()}
