"""`netzbote trainings`: the year's programme from the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from bot.clock import system_clock
from bot.commands.common import (
    MOST_NUMBER,
    AsJson,
    group,
    opened,
    read_settings,
    reason,
    say,
    table,
    wait_for,
    words,
    write_json,
)
from domain import announce as announcing
from domain import close as rules
from domain import feedback, plan_back
from domain.announce_audience import Audience, Broadcast, Refusal
from domain.localtime import exists, local_day, to_local, to_utc
from domain.network import Network
from domain.plan_change import Reason, Refused
from domain.problem import Problem
from domain.quiet import next_allowed
from domain.training import MOST_SEATS, Closed
from domain.vocabulary import COUNTY_WIDE, Sector

app = group("trainings", "Trainings: list, import a programme, announce, close.")

#: Nothing is announced for later than this.
YEARS_AHEAD = 3

Number = Annotated[
    int, typer.Argument(min=1, max=MOST_NUMBER, help="Number of the training, as `list` shows it.")
]


@app.command("list", epilog="Example: netzbote trainings list --json")
def list_(
    past: Annotated[bool, typer.Option("--past", help="Those that are over, too.")] = False,
    as_json: AsJson = False,
) -> None:
    """List trainings with seats, waiting list and deadline."""
    settings = read_settings()
    zone = settings.load_network().zone
    found = wait_for(_listed(past=past))
    if as_json:
        write_json(found)
        return
    rows = [
        (
            one["id"],
            f"{one['starts_at'].astimezone(zone):%Y-%m-%d %H:%M}",
            one["status"],
            f"{one['taken'] + one['block_seats']}/{one['seats'] or '-'}",
            one["waiting"],
            f"{one['deadline_at'].astimezone(zone):%Y-%m-%d}",
            one["title"],
        )
        for one in found
    ]
    table(["id", "starts", "status", "seats", "waiting", "deadline", "title"], rows)


async def _listed(*, past: bool) -> list[dict[str, Any]]:

    since = datetime.min.replace(year=2000, tzinfo=UTC) if past else system_clock()
    async with opened(read_settings()) as database, database.reading() as store:
        overviews = await store.trainings.overviews(since)
    return [
        {
            "id": one.training.id,
            "title": one.training.title,
            "host": one.training.host,
            "co_hosts": list(one.training.hosts[1:]),
            "status": one.training.status.value,
            "starts_at": one.training.plan.starts_at,
            "ends_at": one.training.plan.ends_at,
            "deadline_at": one.training.plan.deadline_at,
            "seats": one.training.plan.seats,
            "taken": one.taken,
            "block_seats": one.training.block_seats,
            "waiting": one.waiting,
        }
        for one in overviews
    ]


@app.command(
    epilog="Example: netzbote trainings announce 7 --institution rkn-neuss --at 2027-03-01T08:00"
)
def announce(
    number: Number,
    institution: Annotated[
        list[str] | None, typer.Option(help="Only this office; may be repeated.")
    ] = None,
    sector: Annotated[
        list[Sector] | None, typer.Option(help="Only this sector; may be repeated.")
    ] = None,
    subscribers: Annotated[
        bool, typer.Option("--subscribers", help="Only who asked for the topic.")
    ] = False,
    at: Annotated[
        datetime | None, typer.Option(help="When, in the network's time; default: now.")
    ] = None,
) -> None:
    """Announce a training; in quiet hours it waits for the morning."""
    audience = Audience(tuple(institution or ()), tuple(sector or ()), subscribers)
    settings = read_settings()
    network = settings.load_network()
    for slug in audience.offices:
        if slug != COUNTY_WIDE and network.find_office(slug) is None:
            raise Problem(f"--institution {slug}: not in this network")
    for one in audience.sectors:
        if one not in network.sectors:
            raise Problem(f"--sector {one}: not in this network")
    send_at = wait_for(_announce(network, number, audience, at))
    say(f"It goes out from {to_local(send_at, network.zone):%Y-%m-%d %H:%M} on.")


async def _announce(
    network: Network, number: int, audience: Audience, at: datetime | None
) -> datetime:

    now = system_clock()
    wanted = max(now, _instant(at, network, now)) if at else now
    send_at = next_allowed(wanted, network.quiet, network.zone)
    async with opened(read_settings()) as database, database.transaction() as store:
        made = await announcing.announce(store, number, audience, send_at, now, None)
        if not isinstance(made, Broadcast):
            raise Problem(_refused(number, made))
    return made.send_at


def _instant(at: datetime, network: Network, now: datetime) -> datetime:
    """Return a moment as it was typed. Raises Problem for one that no clock shows, or nobody means.

    It is in the network's time, unless it says how far that is from UTC.
    """
    year = local_day(now, network.zone).year
    if abs(at.year - year) > YEARS_AHEAD:
        last = year + YEARS_AHEAD
        raise Problem(f"--at {at.date()}: give a day to come, at the latest in {last}")
    if at.tzinfo is not None:
        return at
    if not exists(at, network.zone):
        raise Problem(
            f"--at {at:%Y-%m-%dT%H:%M}: the clocks are put forward then; give another time"
        )
    return to_utc(at, network.zone)


def _refused(number: int, why: Closed | Refusal) -> str:
    """Return the line that says why nothing was planned, and what to do."""
    match why:
        case Refusal.GONE:
            return f"there is no training {number}; see: netzbote trainings list"
        case Refusal.TOO_LATE:
            return f"by then training {number} has begun; choose an earlier --at"
        case Refusal.NOBODY:
            return f"training {number}: this reaches nobody; choose others, or invite them first"
        case _:
            return f"training {number} cannot be announced any more: {reason(f'closed-{why}')}"


@app.command(epilog="Example: netzbote trainings close 7 --came rkn-kaarst/youth-office=12")
def close(
    number: Number,
    came: Annotated[
        list[str] | None,
        typer.Option(help="INSTITUTION/SECTOR=NUMBER; may be repeated."),
    ] = None,
    as_registered: Annotated[
        bool, typer.Option("--as-registered", help="Everybody with a seat came.")
    ] = False,
) -> None:
    """Close a training that is over: how many came from where goes into the ledger.

    Who had a seat is then asked how it was, as after a closing in chat.
    """
    if bool(came) is as_registered:
        raise typer.BadParameter("give --came, or --as-registered", param_hint="--came")
    network = read_settings().load_network()
    counts = None if as_registered else _counts(network, came or [])
    total = wait_for(_close(network, number, counts))
    say(words("closed", number=str(number), n=total))


@app.command(epilog="Example: netzbote trainings take-back 7")
def take_back(number: Number) -> None:
    """Take a training back that was neither announced nor registered for; nothing of it stays."""
    say(f"Taken back: {wait_for(_take_back(number))}")


async def _take_back(number: int) -> str:
    async with opened(read_settings()) as database, database.transaction() as store:
        result = await plan_back.take_back(store.trainings, number)
    if not isinstance(result, Refused):
        return result.title
    if result.reason is Reason.GONE:
        raise Problem(f"there is no training {number}")
    raise Problem(f"training {number} is known to others already; it can only be called off")


def _counts(network: Network, came: Sequence[str]) -> dict[tuple[str, str], int]:
    """Return the numbers by office and sector. Raises Problem for what is no such number."""
    counts: dict[tuple[str, str], int] = {}
    for text in came:
        place, _, n = text.partition("=")
        office, _, sector = place.partition("/")
        known = sector in set(Sector) and network.has_institution(office, Sector(sector))
        if not known or not (n.isascii() and n.isdigit()):
            raise Problem(f"--came {text}: write it as {network.offices[0].slug}/youth-office=12")
        if len(n) > len(str(MOST_SEATS)):
            raise Problem(f"--came {text}: at most {MOST_SEATS} people can come")
        counts[office, sector] = counts.get((office, sector), 0) + int(n)
    return counts


async def _close(
    network: Network, number: int, counts: Mapping[tuple[str, str], int] | None
) -> int:

    now = system_clock()
    async with opened(read_settings()) as database, database.transaction() as store:
        training = await store.trainings.lock(number)
        if training is None:
            raise Problem(f"there is no training {number}")
        if counts is None and await store.ledger.kept(number):
            raise Problem(f"the registrations of training {number} are gone; give --came")
        seats = await rules.seats_of(store, training)
        marks = await store.attendees.marks(number) if network.presence else {}
        by_marks = seats.came(marks) if counts is None else None
        groups = rules.proposed(seats.all if counts is None else counts, came=by_marks)
        day = local_day(training.plan.starts_at, network.zone)
        why = await rules.close(store, number, groups, day, now)
        if why is rules.NotClosable.SEALED:
            raise Problem(f"training {number} cannot be closed: the year {day.year} is sealed")
        if why is not None:
            raise Problem(f"training {number} cannot be closed: {reason(f'close-{why}')}")
        await feedback.ask(store, network, number, now)
    return rules.came_in_all(groups)
