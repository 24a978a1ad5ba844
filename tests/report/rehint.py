"""Works out from the list of what happened which hints a report should give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain, combinations_with_replacement, product
from math import comb
from operator import contains

from domain.report.order import Order
from domain.vocabulary import Topic
from tests.report.making import see
from tests.report.recount import Recount
from tests.story_years import AS_OF

Numbers = dict[str, int | Fraction]
Found = Iterator[tuple[str, str, Numbers]]


def exact(limit: float) -> Fraction:
    """Return the limit as the network wrote it, which no float quite is."""
    return Fraction(str(limit))


class Rehint:
    """The rules O1 to O13 over plain sums, as if nothing were hidden."""

    def __init__(self, recount: Recount) -> None:
        self._of, self._limits = recount, recount.year.network.report.thresholds
        self._view = see(recount.year.network, recount.year.material, Order(AS_OF))[1]

    def all(self) -> dict[tuple[str, str], Numbers]:
        """Return all hints with their numbers."""
        rules = (
            self._o1, self._o2, self._o3, self._o4, self._o5, self._o6, self._o7, self._o8,
            self._o9, self._o10, self._o11, self._o12, self._o13,
        )  # fmt: skip
        return {(code, about): numbers for rule in rules for code, about, numbers in rule()}

    def secret(self, code: str, about: str) -> bool:
        """Return whether a number that the rule needs is hidden; the only excuse for silence."""
        needed = {
            "O1": (f"topic-waitlisted/{about}", f"topic-wishes/{about}"),
            "O2": (f"topic/{about}", f"topic-capped/{about}"),
            "O3": (f"need/{about}",),
            "O4": (f"sector/{about}",),
            "O6": ("absent", "registered-all"),
            "O9": ("forms",),
        }
        names = [name for name in needed.get(code, ()) if name in self._view]
        return any(not self._view(name).open for name in names)

    def _o1(self) -> Found:
        for topic, trainings in self._of.topics().items():
            waited = self._of.count("waitlisted", trainings)
            wishes = waited + self._of.count("confirmed", trainings)
            if wishes >= 10 and Fraction(waited, wishes) > exact(self._limits.waitlist_rate):
                rate = Fraction(waited, wishes)
                yield "O1", topic, {"waitlisted": waited, "wishes": wishes, "rate": rate}

    def _o2(self) -> Found:
        for topic, trainings in self._of.topics().items():
            capped = [n for n in trainings if n in self._of.capped]
            seats = sum(self._of.capped[n]["seats"] for n in capped)
            came = self._of.people(capped)
            enough = len(capped) >= self._limits.occupancy_events and seats >= 10
            if enough and Fraction(came, seats) < exact(self._limits.occupancy_rate):
                numbers = {"came": came, "seats": seats, "events": len(capped)}
                yield "O2", topic, {**numbers, "rate": Fraction(came, seats)}

    def _o3(self) -> Found:
        held = {e["topic"] for e in self._of.held.values()}
        needs = {t: n for t, n in self._of.needs.items() if not self.secret("O3", t)}
        order = [topic.value for topic in Topic]
        ranked = sorted(needs, key=lambda t: (-needs[t], order.index(t)))
        for topic in ranked[: self._limits.top_needs]:
            if topic not in held:
                planned = self._of.planned[topic]
                numbers: Numbers = {"needs": needs[topic], "events": 0}
                yield "O3", topic, numbers | ({"planned": planned} if planned else {})

    def _o4(self) -> Found:
        courses = self._of.courses
        offered = {(int(e["day"][5:7]) + 2) // 3 for e in courses.values()}
        sectors, whole = self._of.by(self._of.sectors), self._of.people(courses)
        named = {each.value for each in self._of.year.network.sectors} - {"other"}
        low = {
            sector: sectors[sector]
            for sector in named
            if Fraction(sectors[sector], whole) < exact(self._limits.sector_share)
            and not self.secret("O4", sector)
        }
        if low:
            yield "O4", "", {**low, "all": whole, "offered": len(offered)}

    def _o5(self) -> Found:
        quotas = self._of.quotas()
        low = sum(
            self._often_low([n for n, _ in each], [of for _, of in each])
            and self._shows(office)
            and not self._gives_away(each)
            for office, each in quotas.items()
        )
        if low:
            yield "O5", "", {"offices": low, "of": len(quotas)}

    def _often_low(self, used: Sequence[int], kept: Sequence[int]) -> bool:
        """Return whether less than half of the quota was used twice."""
        few = sum(n < exact(self._limits.quota_use) * of for n, of in zip(used, kept, strict=True))
        return few >= self._limits.quota_times

    def _shows(self, office: str) -> bool:
        """Return whether C14 shows both numbers of an office."""
        names = (f"quota-beyond/{office}", f"quota-released/{office}")
        return all(name in self._view and self._view(name).open for name in names)

    def _gives_away(self, each: list[tuple[int, int]]) -> bool:
        """Return whether an answer would narrow down a small number: tries all there are.

        Which of the trainings with equal quotas used how much makes no difference, so each way
        to use them is tried in one order only.
        """
        seats = Counter(of for _, of in each)
        within = sum(min(n, of) for n, of in each)
        beyond = sum(n for n, _ in each) > within
        orders = (combinations_with_replacement(range(of + 1), n) for of, n in seats.items())
        fit = [
            ways
            for ways in product(*orders)
            if sum(map(sum, ways)) == within and (not beyond or any(map(contains, ways, seats)))
        ]
        kept = list(seats.elements())
        yes = [ways for ways in fit if self._often_low(list(chain(*ways)), kept)]
        no = [ways for ways in fit if not self._often_low(list(chain(*ways)), kept)]
        if not (yes and no):
            return False
        return any(
            max(heard) - min(heard) < min(3, max(known) - min(known))
            and not {1, 2, 3, 4}.isdisjoint(heard)
            for answer in (yes, no)
            for heard, known in zip(_by_quota(answer), _by_quota(fit), strict=True)
        )

    def _o6(self) -> Found:
        lost, base = self._of.absent(), self._of.at_start(self._of.courses)
        if Fraction(lost, base) > exact(self._limits.lost_seats_rate):
            yield "O6", "", {"lost": lost, "registered": base, "rate": Fraction(lost, base)}

    def _o7(self) -> Found:
        if self._of.lead_days() < self._limits.lead_days:
            yield "O7", "", {"lead": self._of.lead_days()}

    def _o8(self) -> Found:
        meetings = self._of.sessions()["network-meeting"]
        if meetings < self._limits.network_meetings:
            yield "O8", "", {"meetings": meetings}

    def _o9(self) -> Found:
        forms, came = len(self._of.forms), self._of.people(self._of.held)
        if Fraction(forms, came) < exact(self._limits.feedback_rate):
            yield "O9", "", {"forms": forms, "came": came, "rate": Fraction(forms, came)}

    def _o10(self) -> Found:
        courses = self._of.courses.values()
        online = sum(e["mode"] in {"online", "hybrid"} for e in courses)
        rate = Fraction(online, len(courses))
        if rate < exact(self._limits.distance_share):
            yield "O10", "", {"online": online, "trainings": len(courses), "rate": rate}

    def _o11(self) -> Found:
        left = len(self._of.year.of("unclosed"))
        whole = left + len(self._of.held)
        if Fraction(left, whole) > exact(self._limits.unclosed_rate):
            yield "O11", "", {"unclosed": left, "events": whole, "rate": Fraction(left, whole)}

    def _o12(self) -> Found:
        network = self._of.year.network
        unnamed = {"youth-office", "other"}
        sectors = [f"sector:{s.value}" for s in network.sectors if s.value not in unnamed]
        everyone = [*(f"office:{office.slug}" for office in network.offices), *sectors]
        met = {party for key in self._of.pairs for party in key.split("+")}
        if silent := [sector for sector in sectors if sector not in met]:
            yield "O12", " ".join(silent), {"quarters": 4, "of": 4}
        missed = len(self._of.never_met(everyone))
        if missed:
            yield "O12", "report-pairs", {"pairs": missed, "of": comb(len(everyone), 2)}

    def _o13(self) -> Found:
        joint, courses = sum(map(bool, self._of.together())), len(self._of.courses)
        rate = Fraction(joint, courses)
        if rate < exact(self._limits.joint_share):
            yield "O13", "", {"joint": joint, "trainings": courses, "rate": rate}


def _by_quota(worlds: list[tuple[tuple[int, ...], ...]]) -> Iterator[set[int]]:
    """Yield what can have been used in a training, for each quota there is."""
    for ways in zip(*worlds, strict=True):
        yield set(chain(*ways))
