"""What became of last year's hints and measures, and what is done about this year's.

Of last year stands what was printed: hints as the last version handed out had them. Nothing is
compared but values that both years show; whatever else there is stays untold.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from domain.disclosure.cells import Publication, SaidHint
from domain.disclosure.values import Shown, Unit, share
from domain.disclosure.view import View
from domain.exchange import Series
from domain.measures import Measure, MeasureState
from domain.report.blocks import SMALLEST_BASE, Rows, text
from domain.report.chapters import asked
from domain.report.facts import Facts
from domain.report.joint import together_of
from domain.report.rules import often_low, speaking
from domain.report.structure import Hint, Label, Table
from domain.report.trend import Seen

#: So much less or more of last year's value is about the same.
ABOUT_THE_SAME = Fraction(3, 100)
#: The rules that speak where something is below a threshold: with more of it there is less to do.
BELOW = frozenset({"o2", "o7", "o8", "o9", "o10", "o13"})
#: The input that a rule speaks of, by its code.
_VALUES = {"o3": "needs", "o5": "offices", "o7": "lead", "o8": "meetings"}


def said_hints(hints: Iterable[Hint]) -> tuple[SaidHint, ...]:
    """Return hints as they are remembered: the rule, what it is about, the value as printed."""
    return tuple(
        SaidHint(hint.code.lower(), *subject_of(hint), _number(hint), _unit(hint)) for hint in hints
    )


def subject_of(hint: Hint) -> tuple[str, str]:
    """Return what a hint is about, the same in each year; several things are about no one."""
    if hint.subject is None:
        return "", ""
    kind = hint.subject.kind
    return kind, "" if kind == "parties" else hint.subject.slug


def part_of_hint(hint: Hint) -> str:
    """Return how what is said of a hint is called, the same in each version of a year."""
    kind, slug = subject_of(hint)
    return "/".join(filter(None, (hint.code.lower(), kind, slug)))


def one_subject(hint: Hint) -> str:
    """Return a hint as a measure is begun with it: the rule, and the one thing it is about."""
    kind = hint.subject.kind if hint.subject else ""
    return part_of_hint(hint) if kind in {"topic", "sector"} else hint.code.lower()


def _value(hint: Hint) -> Shown | None:
    code = hint.code.lower()
    known = {name: value for name, value in hint.inputs if isinstance(name, str)}
    if code == "o12":
        return known.get("pairs")
    return known.get(_VALUES.get(code, "rate"))


def _number(hint: Hint) -> Fraction | None:
    """Return the printed value; of a list of institutions how many stand in it."""
    if hint.suggestion.endswith("-hidden"):
        return None  # more of them may be hidden
    if hint.subject is not None and hint.subject.kind == "parties":
        return Fraction(len(hint.subject.slug.split()))
    if hint.code == "O4":
        return Fraction(sum(isinstance(name, Label) for name, _ in hint.inputs))
    value = _value(hint)
    return value.number if value else None


def _unit(hint: Hint) -> str:
    value = _value(hint)
    return value.unit.value if value else Unit.THINGS.value


def last_said(published: Sequence[Publication]) -> tuple[SaidHint, ...] | None:
    """Return the hints of the last version that had any to tell; None if no version noted them."""
    noted = (each.hints for each in reversed(published) if each.hints is not None)
    return next(noted, None)


def followed(seen: Seen, hints: Sequence[Hint], before: Sequence[SaidHint]) -> Table:
    """Return what became of last year's hints."""
    now = {(each.code, each.kind, each.slug): each for each in said_hints(hints)}
    rows: Rows = tuple(_followed(seen, each, now.get(_key(each))) for each in before)
    columns = ("hint", "last-year", "this-year", "became")
    return Table("H1", tuple(text(f"col-{column}") for column in columns), rows)


def _key(of: SaidHint) -> tuple[str, str, str]:
    return of.code, of.kind, of.slug


def _followed(seen: Seen, then: SaidHint, now: SaidHint | None) -> tuple[Label, ...]:
    name = Label("hint", "/".join(_key(then)))
    if now is not None:
        return name, _printed(then), _printed(now), Label("became", _compared(then, now))
    gone = "gone" if _told(seen, then) else "untold"
    return name, _printed(then), text("no-hint"), Label("became", gone)


def _printed(said: SaidHint) -> Label:
    """Return a value that was printed already, as a label: it is no number of this report."""
    if said.value is None:
        return Label("printed", "")
    return Label("printed", f"{said.unit} {said.value}")


def _compared(then: SaidHint, now: SaidHint) -> str:
    if then.value is None or now.value is None or then.unit != now.unit:
        return "untold"
    if abs(now.value - then.value) <= ABOUT_THE_SAME * then.value:
        return "same"
    return "larger" if (now.value > then.value) is not (then.code in BELOW) else "smaller"


def _told(seen: Seen, then: SaidHint) -> bool:
    """Return whether it is told that there is no hint any more, and not only untold why.

    So it is where the report shows whatever the rule looked at, and that is enough for the rule:
    a rate of too few would make it silent, too.
    """
    facts, view = seen
    tells = _TELLS.get(then.code)
    return then.code.upper() in speaking(facts, view) and (
        tells is None or tells(facts, view, then.slug)
    )


def _rate(view: View, part: str, whole: str) -> bool:
    """Return whether a rate is shown, of the numbers that there are at all; none of few is none."""
    if whole not in view:
        return True
    some = view(part)
    return share(some, view(whole), SMALLEST_BASE).open or (some.number == 0 and not some.off)


def _open(view: View, *names: str) -> bool:
    return all(view(name).open for name in names if name in view)


def _queue(_: Facts, view: View, slug: str) -> bool:
    return _rate(view, f"topic-waitlisted/{slug}", f"topic-wishes/{slug}")


def _seats(_: Facts, view: View, slug: str) -> bool:
    return _open(view, f"topic/{slug}", f"topic-capped/{slug}")


def _needs(facts: Facts, view: View, slug: str) -> bool:
    offered = {held.training.plan.topic.value for held in facts.held}
    return slug in offered or _open(view, f"need/{slug}")


def _sectors(facts: Facts, view: View, _: str) -> bool:
    enough = max(SMALLEST_BASE, facts.network.report.thresholds.enough_attendances)
    everyone = view("courses")
    names = [f"sector/{sector}" for sector in facts.by_sector()]
    return share(everyone, everyone, enough).open and _open(view, *names)


def _quotas(facts: Facts, view: View, _: str) -> bool:
    """Return whether of each office it may be said that it did not often leave much."""
    use = facts.quota_use()
    return all(often_low(facts, view, office, each) is False for office, each in use.items())


def _lost(_: Facts, view: View, __: str) -> bool:
    return _rate(view, "absent", "registered-all")


def _forms(_: Facts, view: View, __: str) -> bool:
    return share(view("forms"), view(asked(view)), SMALLEST_BASE).open


def _lead(facts: Facts, _: View, __: str) -> bool:
    return facts.lead_days() is not None


def _online(facts: Facts, _: View, __: str) -> bool:
    return len(facts.courses) >= max(1, facts.network.report.thresholds.enough_events)


def _contacts(facts: Facts, _: View, __: str) -> bool:
    return bool(facts.counted(Series.PAIR))


def _joint(facts: Facts, _: View, __: str) -> bool:
    return together_of(facts).known >= max(1, facts.network.report.thresholds.enough_events)


#: Whether it is told that a rule has nothing to say; of the others all is known to everybody.
_TELLS: Mapping[str, Callable[[Facts, View, str], bool]] = {
    "o1": _queue,
    "o2": _seats,
    "o3": _needs,
    "o4": _sectors,
    "o5": _quotas,
    "o6": _lost,
    "o7": _lead,
    "o9": _forms,
    "o10": _online,
    "o12": _contacts,
    "o13": _joint,
}


def of_before(found: Collection[Measure], year: int, until: date) -> Table | None:
    """Return what became of the measures of earlier reports that were open when a year began.

    One that goes on is a row, however often it was decided: as it was decided last.
    """
    began = date(year, 1, 1)
    told = [
        each
        for each in found
        if each.year == year - 1 or (each.year < year and not _over(each, began))
    ]
    ended = [each for each in told if _over(each, until)]
    rows = [
        _measure(each, found, until)
        for each in told
        if each in ended or not any(_again(each, other) for other in told)
    ]
    return _table("M1", rows) if rows else None


def _over(of: Measure, day: date) -> bool:
    return of.at(day).value in {"done", "dropped"}


def _again(one: Measure, other: Measure) -> bool:
    """Return whether a measure was decided once more, for the same reason, from a later report."""
    return one.year < other.year and _what(one) == _what(other)


def _what(of: Measure) -> tuple[str | None, ...]:
    return of.source, of.what, of.about_kind, of.about, of.office


def of_year(found: Collection[Measure], year: int, until: date) -> Table | None:
    """Return the measures that were worked out from a year's report."""
    rows = [
        _measure(each, found, until) for each in found if each.year == year and each.day <= until
    ]
    return _table("M2", rows) if rows else None


def _state(of: Measure, found: Iterable[Measure], until: date) -> MeasureState:
    """Return how far a measure is: nobody begins anew what is under way already."""
    state, goes_on = of.at(until), MeasureState.UNDER_WAY
    earlier = (each for each in found if _again(each, of))
    if state is MeasureState.PLANNED and any(each.at(until) is goes_on for each in earlier):
        return goes_on
    return state


def _table(code: str, rows: Sequence[tuple[Label, ...]]) -> Table:
    columns = ("measure", "reason", "responsible", "due", "state")
    return Table(code, tuple(text(f"col-{column}") for column in columns), tuple(rows))


def _measure(of: Measure, found: Iterable[Measure], until: date) -> tuple[Label, ...]:
    return (
        Label("measure", f"{of.what}/{of.about_kind}/{of.about}"),
        Label("measure-source", of.source),
        Label("responsible", of.office or ""),
        Label("due", f"{of.due_year}-{of.due_quarter}"),
        Label("measure-state", _state(of, found, until).value),
    )
