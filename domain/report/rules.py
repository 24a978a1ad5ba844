"""The rules that point at potentials for improvement, O1 to O13: hints, not judgements.

A rule speaks only with enough data, shows what it was computed from, and says nothing where one
of its numbers must stay hidden. Of people it looks only at shown numbers, so that neither a hint
nor its absence tells anything that the tables do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from domain.disclosure.cells import Mode
from domain.disclosure.values import (
    Shown,
    Unit,
    days,
    ratio,
    share,
    things,
)
from domain.disclosure.view import View
from domain.exchange import Series
from domain.localtime import quarter_of
from domain.report.blocks import SMALLEST_BASE, text
from domain.report.chapters import asked, by_need
from domain.report.facts import Facts, QuotaUse
from domain.report.joint import TOGETHER, together_of
from domain.report.material import Ahead
from domain.report.meeting import named, never_met, without_exchange
from domain.report.quotas import KnownSeats, may_say
from domain.report.structure import Hint, Label
from domain.vocabulary import DeliveryMode, EventFormat, Sector, Topic

Inputs = tuple[tuple[str | Label, Shown], ...]


def hints(facts: Facts, view: View, ahead: Sequence[Ahead] = ()) -> tuple[Hint, ...]:
    """Return what the rules found, the heaviest first; `ahead` is planned for the year after."""
    coming = Counter(each.topic.value for each in ahead)
    found = [
        _with_plans(hint, coming) for rule in _speaking(facts, view) for hint in rule(facts, view)
    ]
    return tuple(sorted(found, key=lambda hint: (-hint.weight, hint.code)))


def _speaking(facts: Facts, view: View) -> tuple[Rule, ...]:
    """Return the rules with enough data; what nobody closed is data for O11 alone."""
    limits = facts.network.report.thresholds
    came = _value(view("came")) or 0
    if facts.events >= limits.enough_events or came >= limits.enough_attendances:
        return RULES
    return (o11,) if facts.events + len(facts.unclosed) >= limits.enough_events else ()


def speaking(facts: Facts, view: View) -> frozenset[str]:
    """Return the codes of the rules that have enough data to speak."""
    return frozenset(rule.__name__.upper() for rule in _speaking(facts, view))


def _with_plans(hint: Hint, coming: Mapping[str, int]) -> Hint:
    """Say of a need without an offer that one is planned, which makes it half as heavy."""
    planned = coming.get(hint.subject.slug, 0) if hint.code == "O3" and hint.subject else 0
    if not planned:
        return hint
    inputs = (*hint.inputs, ("planned", things(planned)))
    weight = round(hint.weight / 2, 4)
    return replace(hint, inputs=inputs, weight=weight, suggestion=f"{hint.suggestion}-planned")


def _hint(
    code: str, inputs: Inputs, limit: Shown, distance: float, subject: Label | None = None
) -> Hint:
    """Make a hint; it weighs by how far the threshold is missed, from 0 to 1."""
    weight = round(min(1.0, max(0.0, distance)), 4)
    return Hint(code, subject, inputs, limit, weight, f"suggestion-{code}")


def _exact(limit: float) -> Fraction:
    """Return a limit as it is shown, to a tenth of a percent: one in five is not below 0.2."""
    return Fraction(round(limit * 1000), 1000)


def _limit(value: float) -> Shown:
    exact = _exact(value)
    return ratio(exact.numerator, exact.denominator, Unit.RATE)


def _value(shown: Shown) -> Fraction | None:
    return shown.number


def _above(value: Fraction, limit: float) -> float:
    return float(value) - limit


def _below(value: Fraction, limit: float) -> float:
    return (limit - float(value)) / limit


def o1(facts: Facts, view: View) -> Iterator[Hint]:
    """Find topics with a long waiting list."""
    limit = facts.network.report.thresholds.waitlist_rate
    for topic in facts.topics():
        part, whole = view(f"topic-waitlisted/{topic}"), view(f"topic-wishes/{topic}")
        found = share(part, whole, 10)
        if (value := _value(found)) is not None and value > _exact(limit):
            inputs = (("waitlisted", part), ("wishes", whole), ("rate", found))
            yield _hint("O1", inputs, _limit(limit), _above(value, limit), _topic(topic))


def _topic(topic: Topic) -> Label:
    return Label("topic", topic.value)


def o2(facts: Facts, view: View) -> Iterator[Hint]:
    """Find topics that leave many seats empty."""
    limits = facts.network.report.thresholds
    for topic, held in facts.topics().items():
        seats = [h.training.plan.seats for h in held if h.training.plan.seats is not None]
        if len(seats) < limits.occupancy_events:
            continue
        name = f"topic-capped/{topic}" if len(seats) < len(held) else f"topic/{topic}"
        part, whole = view(name), things(sum(seats))
        found = share(part, whole, 10)
        value = _value(found)
        if value is None or value >= _exact(limits.occupancy_rate):
            continue
        inputs = (("came", part), ("seats", whole), ("rate", found), ("events", things(len(seats))))
        distance = _below(value, limits.occupancy_rate)
        yield _hint("O2", inputs, _limit(limits.occupancy_rate), distance, _topic(topic))


def o3(facts: Facts, view: View) -> Iterator[Hint]:
    """Find topics that many need and nobody offered."""
    top = facts.network.report.thresholds.top_needs
    offered = {h.training.plan.topic.value for h in facts.held}
    for place, topic in enumerate(by_need(facts, view)[:top]):
        asked = view(f"need/{topic}")
        if topic not in offered and asked.open:
            inputs = (("needs", asked), ("events", things(0)))
            yield _hint("O3", inputs, things(top), 1 - place / top, Label("topic", topic))


def o4(facts: Facts, view: View) -> Iterator[Hint]:
    """Find sectors that hardly come, or not at all in several quarters; all in one hint.

    With twelve sectors a small share is common, and a row for each would bury the rest.
    That somebody was silent in some quarters and not in others would be the breakdown by quarter
    that must not exist. So quarters count only for who is shown to have come never: then they
    are all those with trainings, which everybody knows.
    """
    limit = facts.network.report.thresholds.sector_share
    sectors = [sector for sector in facts.by_sector() if sector != Sector.OTHER]
    low = {sector: far for sector in sectors if (far := _rarely_there(facts, view, sector))}
    if not low:
        return
    offered = len({quarter_of(h.day) for h in facts.courses})
    parts = tuple((Label("sector", sector), view(f"sector/{sector}")) for sector in low)
    inputs: Inputs = (*parts, ("all", view("courses")), ("offered", things(offered)))
    found = _hint("O4", inputs, _limit(limit), max(low.values()))
    secret = not all(view(f"sector/{sector}").open for sector in sectors)
    yield replace(found, suggestion=f"{found.suggestion}-hidden") if secret else found


def _rarely_there(facts: Facts, view: View, sector: str) -> float:
    """Return how far a sector's share misses the threshold, from 0 to 1; 0 if it does not."""
    limits = facts.network.report.thresholds
    part, whole = view(f"sector/{sector}"), view("courses")
    value = _value(share(part, whole, max(10, limits.enough_attendances)))
    if value is not None and value < _exact(limits.sector_share):
        return _below(value, limits.sector_share)
    never = part.number == 0 and view.mode is Mode.SUPPRESS  # a rounded 0 may be 2 people
    offered = len({quarter_of(h.day) for h in facts.courses})
    return 1.0 if value is None and never and offered >= max(1, limits.silent_quarters) else 0.0


def o5(facts: Facts, view: View) -> Iterator[Hint]:
    """Find offices that left much of their quota in several trainings; it names none of them."""
    use = facts.quota_use()
    low = sum(often_low(facts, view, office, each) is True for office, each in use.items())
    if low:
        inputs = (("offices", things(low)), ("of", things(len(use))))
        yield _hint("O5", inputs, _limit(facts.often.rate), low / len(use))


def often_low(facts: Facts, view: View, office: str, use: QuotaUse) -> bool | None:
    """Return whether an office is known to have left much, from shown sums and what they allow.

    None if that is not told, neither that it did nor that it did not.
    """
    names = (f"quota-released/{office}", f"quota-beyond/{office}")
    if not all(name in view for name in names):
        return None
    left, beyond = view(names[0], Unit.THINGS).number, view(names[1])
    if beyond.number is None or left is None:
        return None
    told = KnownSeats(use.kept, use.agreed - int(left), beyond.number > beyond.off)
    return may_say(told, facts.often, use.low, facts.network.report.small_cell)


def o6(facts: Facts, view: View) -> Iterator[Hint]:
    """Find seats lost by late withdrawals and absences; C13 counts both."""
    limit = facts.network.report.thresholds.lost_seats_rate
    part, whole = view("absent"), view("registered-all")
    found = share(part, whole, 10)
    if (value := _value(found)) is not None and value > _exact(limit):
        inputs = (("lost", part), ("registered", whole), ("rate", found))
        yield _hint("O6", inputs, _limit(limit), _above(value, limit))


def o7(facts: Facts, _: View) -> Iterator[Hint]:
    """Find announcements that come late."""
    limit = facts.network.report.thresholds.lead_days
    lead = facts.lead_days()
    if lead is not None and lead < limit:
        distance = _below(lead, limit)
        yield _hint("O7", (("lead", days(lead)),), days(limit), distance)


def o8(facts: Facts, _: View) -> Iterator[Hint]:
    """Find a year with few network meetings."""
    limit = facts.network.report.thresholds.network_meetings
    meetings = facts.sessions().get(EventFormat.NETWORK_MEETING.value, 0)
    if meetings < limit:
        inputs = (("meetings", things(meetings)),)
        yield _hint("O8", inputs, things(limit), _below(Fraction(meetings), limit))


def o9(facts: Facts, view: View) -> Iterator[Hint]:
    """Find a small return of feedback."""
    limit = facts.network.report.thresholds.feedback_rate
    part, whole = view("forms"), view(asked(view))
    found = share(part, whole, 10)
    if (value := _value(found)) is not None and value < _exact(limit):
        inputs = (("forms", part), ("came", whole), ("rate", found))
        yield _hint("O9", inputs, _limit(limit), _below(value, limit))


def o10(facts: Facts, _: View) -> Iterator[Hint]:
    """Find a programme with little online."""
    limits = facts.network.report.thresholds
    remote = {DeliveryMode.ONLINE, DeliveryMode.HYBRID}
    part = sum(h.training.plan.mode in remote for h in facts.courses)
    whole = len(facts.courses)
    if whole < max(1, limits.enough_events):
        return
    value, found = Fraction(part, whole), ratio(part, whole, Unit.RATE, SMALLEST_BASE)
    if value < _exact(limits.distance_share):
        inputs = (("online", things(part)), ("trainings", things(whole)), ("rate", found))
        distance = _below(value, limits.distance_share)
        yield _hint("O10", inputs, _limit(limits.distance_share), distance)


def o11(facts: Facts, _: View) -> Iterator[Hint]:
    """Find events that nobody closed."""
    limit = facts.network.report.thresholds.unclosed_rate
    part, whole = len(facts.unclosed), len(facts.unclosed) + len(facts.held)
    value, found = Fraction(part, max(1, whole)), ratio(part, whole, Unit.RATE, SMALLEST_BASE)
    if value > _exact(limit):
        inputs = (("unclosed", things(part)), ("events", things(whole)), ("rate", found))
        yield _hint("O11", inputs, _limit(limit), _above(value, limit))


def o12(facts: Facts, _: View) -> Iterator[Hint]:
    """Find sectors and pairs without any exchange in the year, once enough quarters have begun.

    Contacts of single quarters are no breakdown of the report, see O4; that there were none in
    the year stands in the matrix of pairs and in K3.
    """
    limit = facts.network.report.thresholds.silent_quarters
    quarters = facts.quarters_begun
    if not facts.counted(Series.PAIR) or quarters < max(1, limit):
        return
    silent = [party.key for party in without_exchange(facts) if party.kind == "sector"]
    if silent:
        inputs = (("quarters", things(quarters)), ("of", things(quarters)))
        about = Label("parties", " ".join(silent))
        yield _hint("O12", inputs, things(limit), quarters / 4, about)
    if missed := len(never_met(facts)):
        everyone = len(named(facts.network))
        pairs = everyone * (everyone - 1) // 2
        inputs = (("pairs", things(missed)), ("of", things(pairs)))
        yield _hint("O12", inputs, things(limit), missed / pairs, text("pairs"))


def o13(facts: Facts, _: View) -> Iterator[Hint]:
    """Find a programme that few offices hold together; one office alone cannot."""
    limits = facts.network.report.thresholds
    found = together_of(facts)
    if found.known < max(1, limits.enough_events) or len(facts.network.offices) < TOGETHER:
        return
    value = Fraction(found.joint, found.known)
    if value < _exact(limits.joint_share):
        rate = ratio(found.joint, found.known, Unit.RATE, SMALLEST_BASE)
        inputs = (("joint", things(found.joint)), ("trainings", things(found.known)))
        distance = _below(value, limits.joint_share)
        yield _hint("O13", (*inputs, ("rate", rate)), _limit(limits.joint_share), distance)


Rule = Callable[[Facts, View], Iterator[Hint]]

RULES: tuple[Rule, ...] = (o1, o2, o3, o4, o5, o6, o7, o8, o9, o10, o11, o12, o13)
