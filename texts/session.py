"""How the dates of a training read: one line in a list, a line each on a card."""

from __future__ import annotations

from datetime import datetime

from domain.network import Network
from domain.plan_told import Redated
from domain.session import Session, next_of, place_of
from domain.training import Plan
from texts.catalogue import Texts
from texts.dates import long_range, short_range

#: A space and a dash at which a line would be broken on a phone, and are not.
_NO_BREAK, _JOINED = "\u00a0", "\u2060"


def in_a_line(texts: Texts, network: Network, plan: Plan, now: datetime | None = None) -> str:
    """Return when a training is in one line; of a series the first date, or the next one `now`."""
    if not plan.series:
        return long_range(plan.starts_at, plan.ends_at, network.zone, texts.language)
    if now is None:
        first = short_range(*plan.dates[0].moments, network.zone, texts.language)
        return texts.plain("session-from", n=len(plan.dates), first=_unbroken(first))
    return named(texts, network, plan, next_of(plan.dates, now))


def _unbroken(moments: str) -> str:
    """Return a date with its times kept in one line; between the two it may break."""
    day, comma, times = moments.rpartition(", ")
    return f"{day}{comma}{times.replace(' ', _NO_BREAK).replace('–', f'–{_JOINED}')}"


def short(texts: Texts, network: Network, plan: Plan, now: datetime | None = None) -> str:
    """Return when a training is in one short line; of a series the first date, or that of `now`."""
    if not plan.series:
        return date(texts, network, plan.dates[0])
    return in_a_line(texts, network, plan, now)


def lines(texts: Texts, network: Network, plan: Plan) -> str:
    """Return when a training is: of a series each of its dates in a line."""
    if not plan.series:
        return long_range(plan.starts_at, plan.ends_at, network.zone, texts.language)
    head = texts.plain("session-all", n=len(plan.dates))
    return "\n".join([head, *(date(texts, network, each) for each in plan.dates)])


def date(texts: Texts, network: Network, one: Session) -> str:
    """Return one of the dates."""
    return short_range(*one.moments, network.zone, texts.language)


def named(texts: Texts, network: Network, plan: Plan, one: Session) -> str:
    """Return one of the dates, and which of all it is: `Termin 2 von 3: …`."""
    number, of = place_of(plan.dates, one.number), len(plan.dates)
    return texts.plain("session-one", number=number, of=of, when=date(texts, network, one))


def changed(texts: Texts, network: Network, of: Redated) -> str:
    """Return how one of the dates has changed."""
    before = date(texts, network, of.before)
    if of.after is None:
        return texts.plain("session-dropped", before=before)
    return texts.plain("session-moved", before=before, after=date(texts, network, of.after))
