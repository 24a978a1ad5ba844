"""Contacts: who is in charge where, and how they are reached; for strangers, too."""

from __future__ import annotations

from domain.offer import in_charge
from handlers.context import Router, Visit, Who
from handlers.doors import on_command, on_tap
from talk.contacts import Contacts, ContactsOf
from talk.menu import ShowOffices
from texts import contacts as wording


async def contacts(visit: Visit, action: object) -> None:
    """Show all offices, and ask for a municipality."""
    page = action.page if isinstance(action, Contacts) else 0
    visit.show(wording.listed(visit.texts, visit.network, page))


async def contacts_of(visit: Visit, action: ContactsOf) -> None:
    """Show who is in charge of a municipality."""
    found = in_charge(visit.network, action.ags)
    if found is None:
        visit.notice("stale-button", alert=True)
    else:
        visit.show(wording.of_town(visit.texts, visit.network, *found))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_command(router, "kontakte", contacts, Who.ANYONE)
    on_tap(router, Contacts, contacts, Who.ANYONE)
    on_tap(router, ContactsOf, contacts_of, Who.ANYONE)
    on_tap(router, ShowOffices, contacts, Who.ANYONE)
