"""A network keeps somebody who leads it: the last lead stays until there is another one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

from domain.person import Person
from domain.vocabulary import Role


class Leads(Protocol):
    """What is asked of storage: all who lead, held until the transaction ends."""

    async def leads(self) -> Sequence[Person]: ...


def leads_of(people: Sequence[Person]) -> list[Person]:
    """Return who of them leads."""
    return [each for each in people if each.role is Role.LEAD]


def is_last(person: Person, leads: Sequence[Person]) -> bool:
    """Return whether nobody would lead if this person went.

    Who blocked the bot cannot stand in for somebody who can be reached.
    """
    others = [each for each in leads if each.id != person.id]
    return person.role is Role.LEAD and not any(
        each.reachable or not person.reachable for each in others
    )


def all_away(leads: Sequence[Person], today: date, inactive_days: int) -> bool:
    """Return whether nobody leads who can be reached and used the bot within so many days."""
    since = today - timedelta(days=inactive_days)
    return not any(each.reachable and each.active_on > since for each in leads)


async def must_stay(people: Leads, person: Person) -> bool:
    """Return whether somebody is the last lead, who is neither lowered nor erased.

    Every way out asks here. The leads are locked, so two of them cannot go at once, each
    relying on the other.
    """
    if person.role is not Role.LEAD:
        return False
    leads = await people.leads()
    return any(is_last(each, leads) for each in leads if each.id == person.id)
