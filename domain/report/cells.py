"""All counts of people in a report, and how they hang together, for the rule on small numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from domain.disclosure.cells import (
    Cell,
    Publication,
    Range,
    Relation,
    World,
    total_of,
    weighted,
)
from domain.disclosure.view import tenths
from domain.exchange import Series
from domain.feedback import QUESTIONS, SCORES, FeedbackItem
from domain.ledger import LedgerKind
from domain.report.events import Held
from domain.report.facts import Facts

#: Feedback means need so many answers.
SMALLEST_MEAN = 5

#: The series of exchange contacts whose sums all are the number of contacts.
CONTACT_SERIES = {
    "pair": Series.PAIR,
    "contact-topic": Series.TOPIC,
    "contact-format": Series.FORMAT,
    "contact-length": Series.LENGTH,
}


def world_of(facts: Facts, earlier: Iterable[Publication] = ()) -> World:
    """Return every count of people that the report of these facts prints or implies."""
    made = _Builder(facts)
    made.attendances()
    made.breakdowns()
    made.registrations()
    made.topics()
    made.feedback()
    made.others()
    return World(made.cells, tuple(made.relations), tuple(earlier))


class _Builder:
    """Collects cells and relations, part by part."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._limits = facts.network.report.thresholds
        self.cells: dict[str, Cell] = {}
        self.relations: list[Relation] = []

    def _add(
        self,
        name: str,
        value: int,
        *,
        printed: bool = True,
        tier: int = 0,
        knows: Iterable[str] = (),
        said: Range | None = None,
    ) -> str:
        table = name.rpartition("/")[0] or name
        people = said is None
        self.cells[name] = Cell(name, value, table, people, printed, tier, frozenset(knows), said)
        return name

    def _sum(self, whole: str, parts: Iterable[str]) -> None:
        self.relations.append(total_of(whole, parts))

    def _table(self, whole: str, counts: Mapping[str, int], knows: bool = False) -> None:
        """Add the cells `whole`/slug, which add up to the whole."""
        parts = [
            self._add(f"{whole}/{slug}", n, knows=[slug] if knows else ())
            for slug, n in counts.items()
        ]
        if whole not in self.cells:
            self._add(whole, sum(counts.values()), tier=1)
        self._sum(whole, parts)

    @staticmethod
    def _leaf(each: Held) -> str:
        return f"event/{each.training.id}"

    def attendances(self) -> None:
        """A3, A5, the attendances of trainings, and the directory of events."""
        facts = self._facts
        for each in facts.held:
            self._add(self._leaf(each), each.came)
        courses = [self._leaf(h) for h in facts.courses]
        imported, of_courses = facts.imported_came(), facts.imported_came(courses_only=True)
        self._add("imported/courses", of_courses, printed=False)
        self._add("imported/others", imported - of_courses, printed=False)
        everyone = [*(self._leaf(h) for h in facts.held), "imported/courses", "imported/others"]
        self._add("came", sum(h.came for h in facts.held) + imported, tier=3)
        self._add("courses", sum(h.came for h in facts.courses) + of_courses, tier=2)
        self._sum("came", everyone)
        self._sum("courses", [*courses, "imported/courses"])
        hours = [(h.training.plan.units, self._leaf(h)) for h in facts.held]
        self._add("hours", sum(h.came * h.training.plan.units for h in facts.held), tier=1)
        self.relations.append(weighted("hours", hours))

    def breakdowns(self) -> None:
        """C4 and C5: the same people counted twice; an office knows its own number."""
        for name, counts, knows in (
            ("office", self._facts.by_office(), True),
            ("sector", self._facts.by_sector(), False),
        ):
            parts = [
                self._add(f"{name}/{slug}", n, knows=[slug] if knows else ())
                for slug, n in counts.items()
            ]
            self._sum("courses", parts)

    def registrations(self) -> None:
        """C7 to C13: sums over all trainings, and what their differences would tell."""
        facts = self._facts
        capped = facts.with_seats
        self._add("capped", sum(h.came for h in capped), tier=1)
        self._sum("capped", [self._leaf(h) for h in capped])
        seats_wanted = sum(h.registered for h in capped)
        everyone = sum(h.registered for h in facts.courses)
        self._add("registered", seats_wanted, tier=1)
        self._add("registered-all", everyone, tier=1)
        self._add("registered-open", everyone - seats_wanted, printed=False)
        self._sum("registered-all", ["registered", "registered-open"])
        self._absences(everyone)
        self._queue()
        self._withdrawals()

    def _absences(self, everyone: int) -> None:
        came = self.cells["courses"].value
        self._add("absent", max(0, everyone - came))
        if everyone >= came:
            self._sum("registered-all", ["courses", "absent"])

    def _queue(self) -> None:
        facts = self._facts
        direct = facts.sum_of(LedgerKind.REGISTRATION_CONFIRMED)
        waited = facts.sum_of(LedgerKind.REGISTRATION_WAITLISTED)
        promoted = facts.sum_of(LedgerKind.REGISTRATION_PROMOTED)
        self._add("direct", direct, printed=False)
        self._add("waitlisted", waited)
        self._add("promoted", promoted)
        self._add("wishes", direct + waited, tier=1)
        self._add("confirmed-ever", direct + promoted, tier=1)
        self._sum("wishes", ["direct", "waitlisted"])
        self._sum("confirmed-ever", ["direct", "promoted"])
        if waited >= promoted:
            self._add("in-vain", waited - promoted, printed=False)
            self._sum("waitlisted", ["promoted", "in-vain"])

    def _withdrawals(self) -> None:
        facts = self._facts
        early = facts.sum_of(LedgerKind.REGISTRATION_WITHDRAWN)
        late = facts.sum_of(LedgerKind.REGISTRATION_LATE_WITHDRAWN)
        self._add("withdrawn", early, printed=False)
        self._add("late", late)
        self._add("withdrawn-all", early + late, tier=1)
        self._sum("withdrawn-all", ["withdrawn", "late"])
        self._add("lost", late + self.cells["absent"].value, tier=1)
        self._sum("lost", ["late", "absent"])

    def topics(self) -> None:
        """C6, and the numbers by topic that rules O1 and O2 print."""
        facts = self._facts
        for topic, held in facts.topics().items():
            self._add(f"topic/{topic}", sum(h.came for h in held))
            self._sum(f"topic/{topic}", [self._leaf(h) for h in held])
            capped = [h for h in held if h.training.plan.seats is not None]
            few = self._leaves_seats_empty(capped)
            name = self._add(f"topic-capped/{topic}", sum(h.came for h in capped), printed=few)
            self._sum(name, [self._leaf(h) for h in capped])
            waited = sum(h.tally(LedgerKind.REGISTRATION_WAITLISTED) for h in held)
            direct = sum(h.tally(LedgerKind.REGISTRATION_CONFIRMED) for h in held)
            long_line = waited > self._limits.waitlist_rate * (waited + direct)
            self._add(f"topic-waitlisted/{topic}", waited, printed=long_line)
            self._add(f"topic-wishes/{topic}", waited + direct, printed=long_line)
            self._add(f"topic-direct/{topic}", direct, printed=False)
            parts = [f"topic-direct/{topic}", f"topic-waitlisted/{topic}"]
            self._sum(f"topic-wishes/{topic}", parts)
        for name in ("waitlisted", "wishes"):
            self._sum(name, [f"topic-{name}/{topic}" for topic in facts.topics()])

    def _leaves_seats_empty(self, held: Sequence[Held]) -> bool:
        seats = sum(h.training.plan.seats or 0 for h in held)
        enough = len(held) >= self._limits.occupancy_events
        return enough and sum(h.came for h in held) < self._limits.occupancy_rate * seats

    def feedback(self) -> None:
        """E1 and E2: forms, answers by score, and what a printed mean tells of them."""
        scores = self._facts.scores()
        forms = sum(scores.get(FeedbackItem.FORM, {}).values())
        self._add("forms", forms, tier=1)
        for item in QUESTIONS:
            given = scores.get(item, {})
            counts = {str(score): given.get(score, 0) for score in SCORES}
            self._table(f"answers/{item}", counts)
            self._mean(item, given)

    def _mean(self, item: FeedbackItem, given: Mapping[int, int]) -> None:
        n, total = sum(given.values()), sum(score * times for score, times in given.items())
        if n < SMALLEST_MEAN:
            return
        around = tenths(total, n) * n
        slack = Fraction(n, 20)
        low, beyond = -((slack - around) // 1), -((-around - slack) // 1)
        self._add(f"mean/{item}", total, said=Range(int(low), int(beyond) - 1))
        parts = ((score, f"answers/{item}/{score}") for score in SCORES)
        self.relations.append(weighted(f"mean/{item}", parts))

    def others(self) -> None:
        """E4, G1 and the exchange contacts, each with its total."""
        facts = self._facts
        self._table("advice", {str(q): facts.advice().get(q, 0) for q in range(1, 5)})
        self._table("need", facts.needs())
        months = facts.contacts_by_month()
        self._add("contacts", sum(months.values()), tier=2)
        for name, series in CONTACT_SERIES.items():
            counts = facts.counted(series)
            parts = [self._add(f"{name}/{slug}", n) for slug, n in counts.items()]
            if sum(counts.values()) == self.cells["contacts"].value:
                self._sum("contacts", parts)
        self._sum("contacts", [self._add(f"contact-month/{m}", n) for m, n in months.items()])
        self._quotas()

    def _quotas(self) -> None:
        """C14: seats left are no people, but tell how many of those kept were used."""
        use = self._facts.quota_use()
        for office, each in use.items():
            used = self._add(f"quota/{office}", each.used, knows=[office])
            within = f"quota-within/{office}"
            self._add(within, each.within, printed=False, knows=[office])
            left, beyond = f"quota-released/{office}", f"quota-beyond/{office}"
            told = each.agreed >= self._facts.network.report.small_cell  # else it tells who came
            self._things(left, each.released, printed=told, knows=[office])
            self._things(beyond, each.used - each.within, printed=False, knows=[office])
            self._sum(used, [within, beyond])
            self.relations.append(Relation(((1, within), (1, left)), each.agreed, each.agreed))
            if each.never_beyond:
                self.relations.append(Relation(((1, beyond),)))
        rest = self.cells["registered-all"].value - sum(each.used for each in use.values())
        if use and rest >= 0:
            others = self._add("quota-others", rest, printed=False)
            self._sum("registered-all", [*(f"quota/{office}" for office in use), others])

    def _things(self, name: str, value: int, *, printed: bool, knows: Iterable[str]) -> None:
        table = name.rpartition("/")[0]
        known_to = frozenset(knows)
        self.cells[name] = Cell(name, value, table, False, printed, known_to=known_to)
