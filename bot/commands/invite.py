"""`netzbote invite`: the first door into a network."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.clock import system_clock
from bot.commands.common import (
    AsJson,
    ask_telegram,
    opened,
    read_settings,
    say,
    wait_for,
    write_json,
)
from bot.private import keep_output_to_ourselves
from bot.settings import Settings
from bot.telegram.links import link
from domain import invite as rules
from domain.invite import DEFAULT_DAYS, MOST_DAYS, MOST_USES
from domain.invite_targets import Target, fits
from domain.network import Network
from domain.problem import Problem
from domain.vocabulary import Role, Sector
from storage.crypto import new_token
from talk.start import Opening, Purpose
from texts.documents.qr import png
from texts.documents.whole import write_whole


def invite(
    role: Annotated[Role, typer.Option(help="What the invited may do.")],
    institution: Annotated[
        str, typer.Option(help="Slug of the office, as `netzbote network show` lists it.")
    ] = "",
    sector: Annotated[
        Sector | None, typer.Option(help="Sector; without --institution the district is asked.")
    ] = None,
    uses: Annotated[int, typer.Option(min=1, max=MOST_USES, help="How many may use it.")] = 1,
    days: Annotated[int, typer.Option(min=1, max=MOST_DAYS, help="For how many days.")] = (
        DEFAULT_DAYS
    ),
    qr: Annotated[Path | None, typer.Option(help="Write the link as a code to scan (PNG).")] = None,
    bot_name: Annotated[
        str, typer.Option("--bot", help="The bot's user name; asked of Telegram if missing.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Make an invitation and print its link."""
    settings = read_settings()
    made = link_of(settings, role, institution, sector, uses, days, bot_name)
    address, note = wait_for(made)
    if qr is not None:
        write_whole(qr, png(address))  # it lets people in
    keep_output_to_ourselves()
    if as_json:
        write_json({"link": address, "role": role, "uses": uses, "days": days})
    else:
        say(address)
    if note:
        typer.echo(note, err=True)


async def link_of(
    settings: Settings,
    role: Role,
    institution: str,
    sector: Sector | None = None,
    uses: int = 1,
    days: int = DEFAULT_DAYS,
    bot_name: str = "",
) -> tuple[str, str]:
    """Make an invitation; return its link, and what is to be said of it. Raises Problem."""
    _check(settings.load_network(), role, institution, sector)
    token = new_token()
    async with opened(settings) as database, database.transaction() as store:
        await rules.invite(
            store.invitations,
            token,
            role,
            office=institution or None,
            sector=sector,
            uses=uses,
            expires_at=rules.expiry(system_clock(), days),
        )
    note = ""
    if not bot_name:
        try:
            me, _ = await ask_telegram(settings, lambda bot: bot.get_me())
            bot_name = str(me.username)
        except Problem as problem:
            bot_name, note = "BOT", f"netzbote: {problem}; put the bot's name in place of BOT"
    return link(bot_name, Opening(Purpose.INVITATION, token)), note


def _check(network: Network, role: Role, institution: str, sector: Sector | None) -> None:
    """Raise Problem for an invitation that leads nowhere."""
    if institution and network.find_office(institution) is None:
        known = ", ".join(office.slug for office in network.offices)
        raise Problem(f"--institution {institution}: not in this network; use one of: {known}")
    if sector is not None and sector not in network.sectors:
        raise Problem(f"--sector {sector}: not in this network; see: netzbote network show")
    if fits(role, Target(institution or None, sector)):
        return
    if role in {Role.SPECIALIST, Role.AUDITOR}:
        raise Problem("name --institution, or --sector for a partner")
    raise Problem(f"name --institution and no --sector: a {role} belongs to a youth office")


def register(app: typer.Typer) -> None:
    """Add the command."""
    example = "netzbote invite --role coordinator --institution rkn-kaarst --qr invitation.png"
    app.command(epilog=f"Example: {example}")(invite)
