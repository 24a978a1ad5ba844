"""How many teaching units a training proposes from its time, before anybody takes off breaks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.localtime import to_utc
from domain.network import Network
from domain.plan_series import Later
from domain.plan_sketch import Sketch
from domain.training import teaching_units

MOST_UNITS = 400


class Doubt(StrEnum):
    """How the units do not fit the time; it is said, and nothing is refused."""

    MORE = "more"
    FEWER = "fewer"


#: What lasts longer past midnight has a night in it.
LONGEST_NIGHT = timedelta(hours=12)


def proposed_units(sketch: Sketch, network: Network) -> int:
    """Return the units of the time between; over several days those of each day.

    Each day is as long as the first. What ends earlier in the day than it began lasts past
    midnight and its real length counts, unless people sleep in between. 0 means that there is
    nothing to propose. Of a series those of all sessions count.
    """
    if sketch.later and sketch.day is not None:
        alone = [replace(sketch, later=()), *(_alone(each, sketch.day) for each in sketch.later)]
        return min(MOST_UNITS, sum(proposed_units(each, network) for each in alone))
    starts_at, ends_at = sketch.begins(network), sketch.finishes(network)
    if starts_at is None or ends_at is None or sketch.day is None or sketch.starts is None:
        return 0
    assert sketch.ends is not None
    days = ((sketch.end_day or sketch.day) - sketch.day).days + 1
    if days == 1:
        return teaching_units(starts_at, ends_at)
    if sketch.ends <= sketch.starts:
        awake = ends_at - starts_at <= LONGEST_NIGHT
        return teaching_units(starts_at, ends_at) if awake else 0
    first_end = to_utc(datetime.combine(sketch.day, sketch.ends), network.zone)
    return min(MOST_UNITS, days * teaching_units(starts_at, first_end))


def doubt(units: int, proposed: int) -> Doubt | None:
    """Return how units do not fit those that the time proposes, before breaks; None if they do.

    None at all says that there are none, as at a conference. Less than half is far fewer: so long
    no breaks are. Where nothing is proposed, nothing can be said.
    """
    if not units or not proposed:
        return None
    if units > proposed:
        return Doubt.MORE
    return Doubt.FEWER if units * 2 < proposed else None


def _alone(one: Later, first: date) -> Sketch:
    """Return a further date of a series as if it was held once."""
    day = one.day(first)
    end_day = day + timedelta(days=one.nights)
    return Sketch(day=day, starts=one.starts, ends=one.ends, end_day=end_day)
