"""`netzbote access-log`: what was done with a role, for officers and for whoever runs the bot."""

from __future__ import annotations

import re
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.clock import system_clock
from bot.commands.common import AsJson, opened, read_settings, table, wait_for, write_json
from domain.deeds import Done, Month
from domain.localtime import local_day
from domain.problem import Problem

_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
#: More lines than a month has.
_MOST = 1_000_000


def access_log(
    month: Annotated[str, typer.Option(help="Month, as 2027-03; the present one if missing.")] = "",
    institution: Annotated[str, typer.Option(help="Only of this office, by its slug.")] = "",
    as_json: AsJson = False,
) -> None:
    """List which names were looked at, and what was done with a role: never by whom, or to whom."""
    lines = wait_for(_lines(month, institution))
    if as_json:
        write_json([_facts(each) for each in lines])
        return
    rows = [(each.day, each.role, each.office, each.deed, each.n, each.title) for each in lines]
    table(["day", "role", "office", "deed", "times", "training"], rows)


def _facts(each: Done) -> dict[str, object]:
    return {
        "day": each.day,
        "role": each.role,
        "office": each.office,
        "deed": each.deed,
        "times": each.n,
        "training": each.title,
    }


def _month(said: str, zone: ZoneInfo) -> Month:
    """Return the month that is meant, else the one it is in `zone`. Raises Problem."""
    if not said:
        return Month.of(local_day(system_clock(), zone))
    found = _MONTH.fullmatch(said)
    if found is None:
        raise Problem(f"--month {said}: write it as 2027-03")
    return Month(int(found[1]), int(found[2]))


async def _lines(month: str, office: str) -> list[Done]:
    settings = read_settings()
    network = settings.load_network()
    of = _month(month, network.zone)
    if office and network.find_office(office) is None:
        known = ", ".join(each.slug for each in network.offices)
        raise Problem(f"--institution {office}: not in this network; use one of: {known}")
    async with opened(settings) as database, database.reading() as store:
        return list((await store.deeds.page(of, office, 0, _MOST)).items)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("access-log", epilog="Example: netzbote access-log --month 2027-03")(access_log)
