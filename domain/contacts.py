"""Whom people turn to outside of the chat: addresses as a network's file tells them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from domain.demands import demand, demand_short, demand_slug, tidy

_MAIL = re.compile(r"[^@\s:;,<>\"]+@[^@\s:;,<>\"]+\.[^@\s:;,<>\"]+")
_PHONE = re.compile(r"[0-9+()/ -]*")
LONGEST_PHONE = 60
LONGEST_OFFICE = 200


def demand_mail(mail: str) -> None:
    """Demand that a mail address can be one."""
    demand(_MAIL.fullmatch(mail), f"mail {mail!r} must be a mail address")


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """Where people turn to outside of the chat, also for support at an event.

    The privacy notice names the data protection officer and the supervisory authority, each as an
    office with its address, never as a person; empty is what the notice says by itself.
    """

    mail: str
    phone: str = ""
    data_protection_officer: str = ""
    supervisory_authority: str = ""

    def __post_init__(self) -> None:
        tidy(self)
        demand_mail(self.mail)
        demand_short("phone", self.phone, LONGEST_PHONE)
        demand_short("data_protection_officer", self.data_protection_officer, LONGEST_OFFICE)
        demand_short("supervisory_authority", self.supervisory_authority, LONGEST_OFFICE)

    @property
    def is_placeholder(self) -> bool:
        """Whether the address still is the one of the shipped file."""
        return self.mail.endswith(".example")


@dataclass(frozen=True, slots=True)
class OfficeContact:
    """How a youth office and its coordination office are reached; empty is what is not known."""

    office: str
    phone: str = ""
    mail: str = ""
    coordination_phone: str = ""
    coordination_mail: str = ""

    def __post_init__(self) -> None:
        tidy(self)
        demand_slug(self.office)
        for mail in filter(None, (self.mail, self.coordination_mail)):
            demand_mail(mail)
        for phone in (self.phone, self.coordination_phone):
            demand_short("phone", phone, LONGEST_PHONE)
            demand(_PHONE.fullmatch(phone), f"phone {phone!r} must be a number")

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys of the network's file that say nothing yet."""
        keys = ("phone", "mail", "coordination_phone", "coordination_mail")
        return tuple(key for key in keys if not getattr(self, key))


def contact_of(contacts: Iterable[OfficeContact], office: str) -> OfficeContact:
    """Return how a youth office is reached; a contact without anything if nobody knows."""
    found = (each for each in contacts if each.office == office)
    return next(found, OfficeContact(office))
