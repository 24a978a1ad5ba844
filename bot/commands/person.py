"""`netzbote person`: what somebody asks for by letter, who does not write to the bot."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated

import typer

from bot.clock import system_clock
from bot.commands.common import (
    MOST_NUMBER,
    AsJson,
    group,
    opened,
    read_settings,
    say,
    table,
    wait_for,
    write_json,
)
from bot.private import keep_output_to_ourselves
from domain.deeds import OPERATOR, Deed
from domain.localtime import local_day
from domain.network import Network
from domain.person import Person, Place, tidy_name
from domain.privacy import NotErased, erase
from domain.privacy_place import NotPlaced, put
from domain.problem import Problem
from domain.vocabulary import Sector
from handlers.privacy import gathered
from storage.store import Store
from texts.documents.whole import write_whole
from texts.privacy_json import as_json as dossier_json

app = group("person", "One member, by letter: find, show, correct, restrict, erase, export.")

Number = Annotated[
    int, typer.Argument(min=1, max=MOST_NUMBER, help="Member number, as `person find` lists it.")
]
#: Why a member stays where they are.
_WHY = {
    NotPlaced.SAME: "that is what is stored already",
    NotPlaced.COORDINATES: "a coordinator's role belongs to the office; make an invitation",
    NotPlaced.QUOTA: "a seat of theirs is kept for another office in one training",
}


@asynccontextmanager
async def _at_work(
    deed: Deed, training_id: int | None = None
) -> AsyncIterator[tuple[Store, Network]]:
    """Yield an open transaction, and write into the access log what it was for."""
    settings = read_settings()
    network = settings.load_network()
    async with opened(settings) as database, database.transaction() as store:
        yield store, network
        day = local_day(system_clock(), network.zone)
        await store.deeds.note(OPERATOR, "", deed, day, training_id)


async def _member(store: Store, number: int) -> Person:
    member = await store.persons.get(number)
    if member is None:
        raise Problem(f"there is no member {number}")
    return member


def _facts(member: Person) -> dict[str, object]:
    """Return what tells one member from another; the chat stands in the export alone."""
    return {
        "number": member.id,
        "name": member.name,
        "role": member.role,
        "institution": member.office,
        "sector": member.sector,
        "restricted_on": member.restricted_on and member.restricted_on.isoformat(),
    }


@app.command(epilog='Example: netzbote person find --name "Kim Muster"')
def find(
    name: Annotated[str, typer.Option(help="The name they entered, whole.")] = "",
    training: Annotated[
        int, typer.Option(min=0, max=MOST_NUMBER, help="Number of a training, with --code.")
    ] = 0,
    code: Annotated[int, typer.Option(min=0, max=100_000, help="Their seat code there.")] = 0,
    as_json: AsJson = False,
) -> None:
    """Find a member by name, or by the seat code on the list of a training.

    Who entered no name and names no seat cannot be told from others (Art. 11 GDPR).
    """
    if bool(name) == bool(training and code):
        raise Problem("name the member: --name, or --training and --code")
    found = [_facts(each) for each in wait_for(_found(name, training, code))]
    keep_output_to_ourselves()
    if as_json:
        write_json(found)
        return
    if not found:
        raise Problem("no member is found by that; ask for a seat code, or for the member number")
    table(list(found[0]), [[value or "" for value in each.values()] for each in found])


async def _found(name: str, training: int, code: int) -> list[Person]:
    async with _at_work(Deed.MEMBER, training or None) as (store, _):
        if name:
            return await store.persons.named(name)
        seated = await store.attendees.by_code(training, code)
        member = seated and await store.persons.get(seated.registration.person_id)
        return [member] if member else []


@app.command(epilog="Example: netzbote person show 7")
def show(number: Number) -> None:
    """Show everything that is kept of a member, as /auskunft does."""
    keep_output_to_ourselves()
    write_json(json.loads(wait_for(_exported(number))))


@app.command(epilog="Example: netzbote person export 7 --out member.json")
def export(
    number: Number,
    out: Annotated[Path, typer.Option(help="File to write (JSON); only you can read it.")],
) -> None:
    """Write everything that is kept of a member into a file, to be handed over."""
    write_whole(out, wait_for(_exported(number)))
    say(str(out))


async def _exported(number: int) -> bytes:
    async with _at_work(Deed.MEMBER) as (store, _):
        member = await _member(store, number)
        return dossier_json(await gathered(store, member.address, member), system_clock())


@app.command(epilog='Example: netzbote person correct 7 --name "Kim Muster"')
def correct(
    number: Number,
    name: Annotated[str, typer.Option(help="The name as it is right.")] = "",
    no_name: Annotated[bool, typer.Option("--no-name", help="Forget the name.")] = False,
    institution: Annotated[str, typer.Option(help="Slug of the office they belong to.")] = "",
    sector: Annotated[Sector | None, typer.Option(help="The sector they work in.")] = None,
) -> None:
    """Correct a member's name, office or sector. Seats count for the new office; quotas hold."""
    if not (name or no_name or institution or sector):
        raise Problem("say what is right: --name, --no-name, --institution, --sector")
    kept = tidy_name(name) if name else None
    if name and (no_name or kept is None):
        raise Problem("--name: no name; 2 to 80 letters, and not with --no-name")
    wait_for(_corrected(number, kept, institution, sector, renames=bool(name) or no_name))
    say(f"member {number} is corrected")


async def _corrected(
    number: int, name: str | None, office: str, sector: Sector | None, *, renames: bool
) -> None:
    async with _at_work(Deed.CORRECTED) as (store, network):
        member = await _member(store, number)
        if office or sector:
            place = Place(office or member.office, sector or member.sector)
            if not network.has_institution(place.office, place.sector):
                raise Problem(f"{place.office}, {place.sector}: not in this network")
            done = await put(store, member, place, system_clock())
            if isinstance(done, NotPlaced):
                raise Problem(f"member {number} is not corrected: {_WHY[done]}")
        if renames:
            await store.persons.set_name(number, name)


@app.command(epilog="Example: netzbote person restrict 7")
def restrict(
    number: Number,
    lift: Annotated[bool, typer.Option("--lift", help="Lift the restriction.")] = False,
) -> None:
    """Leave alone what is kept of a member: no messages, no audience, no erasing for inactivity."""
    wait_for(_restricted(number, lift=lift))
    say(f"member {number} is {'no longer ' if lift else ''}restricted")


async def _restricted(number: int, *, lift: bool) -> None:
    async with _at_work(Deed.RESTRICTED) as (store, network):
        await _member(store, number)
        day = None if lift else local_day(system_clock(), network.zone)
        await store.persons.set_restricted(number, day)


@app.command("erase", epilog="Example: netzbote person erase 7 --yes")
def erase_(
    number: Number,
    yes: Annotated[bool, typer.Option("--yes", help="Really; nothing comes back.")] = False,
) -> None:
    """Erase a member with all registrations; seats go to the line, who is told."""
    if not yes:
        raise Problem("this cannot be taken back; add --yes")
    wait_for(_erased(number))
    say(f"member {number} is erased")


async def _erased(number: int) -> None:
    async with _at_work(Deed.ENDED) as (store, network):
        member = await _member(store, number)
        done = await erase(store, network, member.address, member, system_clock())
        if isinstance(done, NotErased):
            raise Problem(f"member {number} is the last lead; let another one in first")


def register(whole: typer.Typer) -> None:
    """Add these commands."""
    whole.add_typer(app)
