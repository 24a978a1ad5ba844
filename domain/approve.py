"""Whether the own office must approve a registration, who may do so, and until when.

Where a training wants it, a seat or a place in the line is taken as always, so that nobody is
overtaken and no seat is sold twice; but it is only held until the applicant's own coordination
office approves. `approve_answer` asks, hears the answer, and ends what nobody answered.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from domain.localtime import to_local, to_utc
from domain.network import Network
from domain.person import Person
from domain.quiet import next_allowed
from domain.rights import Act, may
from domain.training import Training
from domain.vocabulary import COUNTY_WIDE

#: So many working days an office has to answer; Saturdays, Sundays and holidays do not count.
WORKING_DAYS = 3
_FRIDAY = 5


def needed(training: Training, person: Person) -> bool:
    """Return whether somebody who registers now must be approved: no coordinator must."""
    return training.plan.approval and not person.coordinates


def term(
    training: Training, person: Person, network: Network | None, now: datetime
) -> datetime | None:
    """Return until when somebody must be approved who registers now; None if nobody asks.

    A request counts from the end of quiet hours on. The term ends at the same hour some working
    days later, never in quiet hours, at the latest with the start. Without a network only
    weekends are left out.
    """
    if not needed(training, person):
        return None
    if network is None:
        return min(_weekdays_later(now), training.plan.starts_at)
    zone, quiet = network.zone, network.quiet
    local = to_local(next_allowed(now, quiet, zone), zone)
    day, left = local.date(), WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.isoweekday() <= _FRIDAY and not quiet.closed(day)
    ends = to_utc(datetime.combine(day, local.time()), zone)
    return min(next_allowed(ends, quiet, zone), training.plan.starts_at)


def _weekdays_later(instant: datetime) -> datetime:
    left = WORKING_DAYS
    while left:
        instant += timedelta(days=1)
        left -= instant.isoweekday() <= _FRIDAY
    return instant


def asked(applicant: Person, coordinators: Iterable[Person]) -> list[Person]:
    """Return who is asked about somebody: the own office, and the lead if nobody is there."""
    found = [each for each in coordinators if each.reachable and may(each, Act.APPROVE, applicant)]
    own = [each for each in found if each.office == applicant.office]
    return own if own and applicant.office != COUNTY_WIDE else found
