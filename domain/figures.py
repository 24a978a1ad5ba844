"""The first figures of a year, from the ledger and the trainings alone; small numbers hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.actions import Action
from domain.ledger import Entry, LedgerKind
from domain.network import Network
from domain.training import Training
from domain.vocabulary import EventStatus, FormatGroup


@dataclass(frozen=True, slots=True)
class ShowFigures(Action):
    """The figures of a year; 0 is the present one."""

    CODE = "fig"
    year: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The year in numbers; None stands where a number of people is too small to be shown.

    People are counted once for each event. `unclosed` are events that are over and left out.
    """

    year: int
    events: int
    trainings: int
    attendances: int | None
    units: int
    attendance_units: int | None
    exchanges: int
    offices: Mapping[str, int | None]
    sectors: Mapping[str, int | None]
    unclosed: tuple[Training, ...] = ()


def figures(
    network: Network,
    year: int,
    entries: Sequence[Entry],
    trainings: Iterable[Training],
    today: date,
) -> Figures:
    """Return the figures of a year from its ledger rows and the trainings that start in it."""
    known = {training.id: training for training in trainings}
    held = {e.training_id for e in entries if e.kind is LedgerKind.EVENT_HELD}
    closed = [training for number, training in known.items() if number in held]
    came = Counter[int]()
    for e in entries:
        if e.kind is LedgerKind.ATTENDANCE and e.office is None and e.sector is None:
            came[e.training_id or 0] += e.n
    smallest = network.report.small_cell
    total = _shown(came.total(), smallest)
    units = {training.id: training.plan.units for training in closed}
    people_units = sum(came[number] * n for number, n in units.items())
    groups = Counter(training.plan.format.group for training in closed)
    logged = sum(e.n for e in entries if e.kind is LedgerKind.EXCHANGE_HELD)
    return Figures(
        year=year,
        events=len(closed),
        trainings=groups[FormatGroup.TRAINING],
        attendances=total,
        units=sum(units.values()),
        attendance_units=None if total is None else people_units,
        exchanges=groups[FormatGroup.EXCHANGE] + logged,
        offices=protected(_by(entries, "office"), smallest),
        sectors=protected(_by(entries, "sector"), smallest),
        unclosed=_unclosed(known.values(), held, network, today),
    )


def _unclosed(
    trainings: Iterable[Training], held: set[int | None], network: Network, today: date
) -> tuple[Training, ...]:
    never = {EventStatus.DRAFT, EventStatus.CANCELLED}
    return tuple(
        each
        for each in trainings
        if each.id not in held
        and each.status not in never
        and each.plan.ends_at.astimezone(network.zone).date() < today
    )


def _shown(n: int, smallest: int) -> int | None:
    return n if n == 0 or n >= smallest else None


def _by(entries: Iterable[Entry], breakdown: str) -> dict[str, int]:
    sums: Counter[str] = Counter()
    for e in entries:
        slug = getattr(e, breakdown)
        if e.kind is LedgerKind.ATTENDANCE and slug is not None:
            sums[slug] += e.n
    return dict(sums)


def protected(counts: Mapping[str, int], smallest: int) -> dict[str, int | None]:
    """Return the counts with small ones hidden, and so many more that no sum gives them away.

    Whoever subtracts the shown numbers from the total learns the sum of at least two hidden
    ones, and that sum says nothing about any of them: it is no smaller than twice the limit.
    """
    by_size = sorted((n, slug) for slug, n in counts.items() if n)
    hidden = [(n, slug) for n, slug in by_size if n < smallest]
    rest = by_size[len(hidden) :]
    while hidden and rest and (len(hidden) < _FEWEST_HIDDEN or _sum(hidden) < 2 * smallest):
        hidden.append(rest.pop(0))
    names = {slug for _, slug in hidden}
    return {slug: None if slug in names else n for slug, n in counts.items()}


_FEWEST_HIDDEN = 2


def _sum(counted: Iterable[tuple[int, str]]) -> int:
    return sum(n for n, _ in counted)
