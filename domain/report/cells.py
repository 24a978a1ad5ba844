"""All counts of people in a report, and how they hang together, for the rule on small numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from domain.disclosure.cells import (
    FAR,
    Cell,
    DoesNotAddUp,
    Publication,
    Range,
    Relation,
    World,
    total_of,
    weighted,
)
from domain.disclosure.view import tenths
from domain.exchange import Series, parties
from domain.feedback import QUESTIONS, SCORES, FeedbackItem
from domain.ledger.entries import LedgerKind
from domain.localtime import quarter_of
from domain.report.events import Held, total
from domain.report.facts import Facts
from domain.report.hours import apart, hours_of
from domain.report.kept_seats import kept_seats
from domain.report.members import Published, counted
from domain.report.mixing import asides_of, leaf
from domain.report.unnoted import noted
from domain.session_count import came_to

#: Feedback means and distributions need so many answers.
SMALLEST_MEAN = 5

#: So far from 0 is told what may lie below it: what is hidden is 1 or more, as far as anybody sees.
_AWAY = 100_000
_FURTHEST = 999_999

#: The series of exchange contacts whose sums all are the number of contacts.
CONTACT_SERIES = {
    "pair": Series.PAIR,
    "contact-topic": Series.TOPIC,
    "contact-format": Series.FORMAT,
    "contact-length": Series.LENGTH,
}


def world_of(
    facts: Facts, earlier: Iterable[Publication] = (), others: Published | None = None
) -> World:
    """Return every count of people that the report of these facts prints or implies.

    `earlier` was published of this year, `others` of other ones.
    """
    made = _Builder(facts)
    made.attendances()
    made.breakdowns()
    made.registrations()
    made.topics()
    made.feedback()
    made.messages()
    made.others()
    parts = (made, kept_seats(facts, made.cells), counted(facts, others or {}))
    cells = {name: cell for part in parts for name, cell in part.cells.items()}
    relations = tuple(relation for part in parts for relation in part.relations)
    return World(cells, relations, tuple(map(noted, earlier)), asides_of(facts))


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
        least: int = 0,
    ) -> str:
        table = name.rpartition("/")[0] or name
        people = said is None
        self.cells[name] = Cell(
            name, value, table, people, printed, tier, frozenset(knows), said, least
        )
        return name

    def _sum(self, whole: str, parts: Iterable[str]) -> None:
        self.relations.append(total_of(whole, parts))

    def _table(self, whole: str, counts: Mapping[str, int], least: int = 0) -> None:
        """Add the cells `whole`/slug, which add up to the whole."""
        parts = [self._add(f"{whole}/{slug}", n, least=least) for slug, n in counts.items()]
        self._add(whole, sum(counts.values()), tier=1)
        self._sum(whole, parts)

    _leaf = staticmethod(leaf)

    def attendances(self) -> None:
        """A3, A5, the attendances of trainings, and the directory of events.

        Single events stand in the annex: they are hidden before anything in a chapter.
        """
        facts = self._facts
        for each in facts.held:
            self._add(self._leaf(each), each.came, tier=-1)
            self._seats(each)
            self._sessions(each)
        imported, of_courses = facts.imported_came(), facts.imported_came(courses_only=True)
        self._add("came", sum(h.came for h in facts.held) + imported, tier=3)
        self._add("courses", sum(h.came for h in facts.courses) + of_courses, tier=2)
        self._add("hours", sum(h.hours for h in facts.held), tier=1)
        old = self._old("courses", of_courses)
        self._sum("courses", [*(self._leaf(h) for h in facts.courses), *old])
        self._quarters()
        if imported:
            others = self._old("others", imported - of_courses)
            self._add("came-own", sum(h.came for h in facts.held), tier=1)
            self._sum("came", ["came-own", *old, *others])
            # E1 has a base of its own only then, so everybody sees that there are some.
            self.relations.append(Relation(((1, "came"), (-1, "came-own")), 1, FAR))

    def _seats(self, each: Held) -> None:
        """Everybody knows the seats; more may have come, but an attacker would not think so."""
        seats = each.training.plan.seats
        if seats is not None and 0 <= each.came <= seats:
            self.relations.append(Relation(((1, self._leaf(each)),), 0, seats))

    def _sessions(self, each: Held) -> None:
        """Who came to a session with fewer people, and who did not, though it is never printed.

        A5 could tell both. The attacker is taken to know which sessions were as full as can be.
        """
        for number, name in apart(each).items():
            came = came_to(each.training.plan.dates, each.came, each.missed)[number]
            there = self._add(name, came, printed=False)
            away = self._add(f"away{name.removeprefix('session')}", each.came - came, printed=False)
            self._sum(self._leaf(each), [there, away])

    def _old(self, part: str, n: int) -> list[str]:
        """Add people of before Netzbote; that there are none at all is known to everybody."""
        if not self._facts.imported_came():
            return []
        return [self._add(f"imported/{part}", n, printed=False)]

    def _quarters(self) -> None:
        """Split A3 and A5 by quarter: the versions of quarters must fit that of the year."""
        facts, quarters = self._facts, range(1, 5)
        before = facts.imported_by_quarter()
        for quarter in quarters:
            held = [h for h in facts.held if quarter_of(h.day) == quarter]
            old = self._old(str(quarter), before.get(quarter, 0))
            came = sum(h.came for h in held) + before.get(quarter, 0)
            self._add(f"came/{quarter}", came)
            self._sum(f"came/{quarter}", [*(self._leaf(h) for h in held), *old])
            parts = [part for h in held for part in hours_of(h)]
            whole = sum(h.hours for h in held)
            self._add(f"hours/{quarter}", whole, tier=-1)
            self.relations.append(weighted(f"hours/{quarter}", parts))
        for each in ("came", "hours"):
            self._sum(each, [f"{each}/{quarter}" for quarter in quarters])

    def breakdowns(self) -> None:
        """C4 and C5: the same people counted twice; an office knows its own number.

        Old totals may come without a breakdown; what nobody named is a row of its own. There is
        such a row, and one of who is not in the network's file, only if anybody came.
        """
        network = self._facts.network
        offices, sectors = {o.slug for o in network.offices}, {s.value for s in network.sectors}
        rows = {"office": offices, "sector": sectors}
        for name, counts, knows in (
            ("office", self._facts.by_office(), True),
            ("sector", self._facts.by_sector(), False),
        ):
            always = rows[name]
            parts = [
                self._add(
                    f"{name}/{slug}",
                    n,
                    knows=[slug] if knows else (),
                    least=0 if slug in always else min(n, 1),
                )
                for slug, n in counts.items()
            ]
            unnamed = self.cells["courses"].value - sum(counts.values())
            if unnamed < 0:
                raise DoesNotAddUp(f"more people by {name} than in all")
            if unnamed:
                parts.append(self._add(f"{name}-unnamed", unnamed, least=1))
            self._sum("courses", parts)

    def registrations(self) -> None:
        """C7 to C13: sums over all trainings, and what their differences would tell."""
        facts = self._facts
        capped = facts.with_seats
        self._add("capped", sum(h.came for h in capped), tier=1)
        self._sum("capped", [self._leaf(h) for h in capped])
        seats_wanted = sum(h.registered for h in capped)
        everyone = sum(h.registered for h in facts.courses)  # R: at the start, and late ones
        self._add("registered", seats_wanted, tier=1)
        self._add("registered-all", everyone, tier=1)
        self._add("registered-open", everyone - seats_wanted, printed=False)
        self._sum("registered-all", ["registered", "registered-open"])
        if len(capped) == len(facts.courses):  # the programme says so: then nobody is
            self._sum("registered-open", [])
        self._queue()
        self._withdrawals()
        self._absences(everyone)

    def _absences(self, everyone: int) -> None:
        """C13 and O6: seats lost are late withdrawals and those who did not come."""
        own = sum(h.came for h in self._facts.courses)
        self._add("absent", max(0, everyone - own))
        if everyone >= own:
            leaves = [self._leaf(h) for h in self._facts.courses]
            came = leaves if self._facts.imported_came() else ["courses"]
            self._sum("registered-all", [*came, "absent"])
        stayed_away = everyone - self.cells["late"].value - own
        if stayed_away >= 0:
            self._add("stayed-away", stayed_away, printed=False)
            self._sum("absent", ["late", "stayed-away"])
        self._seats_ever(everyone)

    def _seats_ever(self, everyone: int) -> None:
        """Who ever had a seat has it still or gave it up; everybody knows the block seats."""
        blocks = sum(h.blocks for h in self._facts.courses)
        if everyone + self.cells["withdrawn"].value == self.cells["confirmed-ever"].value + blocks:
            terms = ((1, "registered-all"), (1, "withdrawn"), (-1, "confirmed-ever"))
            self.relations.append(Relation(terms, blocks, blocks))

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

    def topics(self) -> None:
        """C6, and the numbers by topic that rules O1 and O2 look at.

        They are protected whether their rule speaks or not, so that its silence tells nothing.
        A topic is a sum of events: a second event of the annex is hidden before it.
        """
        facts = self._facts
        for topic, held in facts.topics().items():
            self._add(f"topic/{topic}", sum(h.came for h in held), tier=1)
            self._sum(f"topic/{topic}", [self._leaf(h) for h in held])
            capped = [h for h in held if h.training.plan.seats is not None]
            if len(capped) >= self._limits.occupancy_events and len(capped) < len(held):
                self._add(f"topic-capped/{topic}", sum(h.came for h in capped))
                self._sum(f"topic-capped/{topic}", [self._leaf(h) for h in capped])
            waited = sum(h.tally(LedgerKind.REGISTRATION_WAITLISTED) for h in held)
            direct = sum(h.tally(LedgerKind.REGISTRATION_CONFIRMED) for h in held)
            self._add(f"topic-waitlisted/{topic}", waited)
            self._add(f"topic-wishes/{topic}", waited + direct)
            self._add(f"topic-direct/{topic}", direct, printed=False)
            parts = [f"topic-direct/{topic}", f"topic-waitlisted/{topic}"]
            self._sum(f"topic-wishes/{topic}", parts)
        for name in ("waitlisted", "wishes"):
            self._sum(name, [f"topic-{name}/{topic}" for topic in facts.topics()])

    def feedback(self) -> None:
        """E1 and E2: forms, answers by score, and what a printed mean tells of them.

        A mean is exact where its base is rounded: so it is told as the two lines it draws between
        sum and base, and not as a sum that only who knew the base could work out.
        """
        scores = self._facts.scores()
        forms = sum(scores.get(FeedbackItem.FORM, {}).values())
        self._add("forms", forms, tier=1)
        for item in QUESTIONS:
            given = scores.get(item, {})
            self._distribution(item, given)
            self._mean(item, given)
            if (silent := forms - sum(given.values())) >= 0:
                name = f"unanswered/{item}"
                self.cells[name] = Cell(name, silent, name, people=False, printed=False)
                self._sum("forms", [f"answers/{item}", name])

    def _distribution(self, item: FeedbackItem, given: Mapping[int, int]) -> None:
        """Add who gave each score; too few answers are not told apart."""
        n = sum(given.values())
        self._add(f"answers/{item}", n, tier=1)
        parts = [
            self._add(f"answers/{item}/{score}", given.get(score, 0), printed=n >= SMALLEST_MEAN)
            for score in SCORES
        ]
        self._sum(f"answers/{item}", parts)

    def _mean(self, item: FeedbackItem, given: Mapping[int, int]) -> None:
        n, total = sum(given.values()), sum(score * times for score, times in given.items())
        if n < SMALLEST_MEAN:
            return
        name, base = f"mean/{item}", f"answers/{item}"
        self._things(name, total, printed=False, knows=())
        parts = ((score, f"answers/{item}/{score}") for score in SCORES)
        self.relations.append(weighted(name, parts))
        mean = int(10 * tenths(total, n))  # (2 mean - 1) n <= 20 total < (2 mean + 1) n
        self._side(f"mean-low/{item}", ((20, total, name), (1 - 2 * mean, n, base)))
        self._side(f"mean-high/{item}", ((2 * mean + 1, n, base), (-20, total, name)), least=1)

    def _side(self, name: str, terms: Iterable[tuple[int, int, str]], least: int = 0) -> None:
        """Add a sum that is `least` or more, as its reader learns; hidden it may be anything."""
        terms = tuple(terms)
        value = sum(weight * n for weight, n, _ in terms)
        self._add(name, _AWAY + value, said=Range(_AWAY + least, _FURTHEST))
        weights = tuple((weight, of) for weight, _, of in terms)
        self.relations.append(Relation((*weights, (-1, name)), -_AWAY, -_AWAY))

    def messages(self) -> None:
        """D3 and D4: who got a message is a person too."""
        facts = self._facts
        self._table("reminder", facts.reminders(), least=1)
        delivered = total(facts.entries, LedgerKind.NOTICE_DELIVERED)
        audience = total(facts.entries, LedgerKind.NOTICE_AUDIENCE)
        self._add("delivered", delivered)
        self._add("audience", audience, tier=1)
        if audience >= delivered:
            self._add("undelivered", audience - delivered, printed=False)
            self._sum("audience", ["delivered", "undelivered"])

    def others(self) -> None:
        """E4, G1 and the exchange contacts, each with its total; institutions know their own."""
        facts = self._facts
        self._table("advice", {str(q): facts.advice().get(q, 0) for q in range(1, 5)})
        self._table("need", facts.needs(), least=1)
        months = facts.contacts_by_month()
        self._add("contacts", sum(months.values()), tier=2)
        for name, series in CONTACT_SERIES.items():
            counts = facts.counted(series)
            parts = [
                self._add(f"{name}/{slug}", n, knows=_concerned(series, slug), least=1)
                for slug, n in counts.items()
            ]
            if sum(counts.values()) == self.cells["contacts"].value:
                self._sum("contacts", parts)
        self._sum("contacts", [self._add(f"contact-month/{m}", n) for m, n in months.items()])

    def _things(self, name: str, value: int, *, printed: bool, knows: Iterable[str]) -> None:
        table = name.rpartition("/")[0]
        known_to = frozenset(knows)
        self.cells[name] = Cell(name, value, table, False, printed, known_to=known_to)


def _concerned(series: Series, slug: str) -> list[str]:
    """Return who knows a number of exchange contacts: both institutions of a pair."""
    if series is not Series.PAIR:
        return []
    return [party.slug if party.kind == "office" else party.key for party in parties(slug)]
