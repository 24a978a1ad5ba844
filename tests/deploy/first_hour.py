"""What people do in the first hour: the lead comes in, plans and announces, a phone shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from domain.announce_back import WINDOW
from tests.deploy.debian import Debian
from tests.process.support import PATIENCE, Person, Sim, until
from texts.catalogue import Texts

TITLE = "Gefährdung einschätzen"
_TEXTS = Texts()
#: For so many seconds an announcement can be taken back before it leaves.
LEAVES = WINDOW.total_seconds() + PATIENCE


def no_quiet_time(debian: Debian) -> None:
    """Change the network's file, as its owner may: nothing waits for the morning or for Monday."""
    changes = "s/^end = .*/end = 20:00:00/; s/^\\(sundays\\|holidays\\) = .*/\\1 = false/"
    debian.does(f"sudo sed -i '{changes}' /etc/netzbote/network.toml")


class Known(Person):
    """Somebody who has a phone already."""

    def __init__(self, sim: Sim, person_id: int) -> None:
        self.id, self._sim = person_id, sim


@dataclass(frozen=True)
class Phone:
    """Somebody's phone: what is tapped is named by the id of its text."""

    person: Person

    def taps(self, text_id: str, **values: str | int) -> None:
        label = _TEXTS.plain(text_id, **values)
        until(lambda: label in self.person.labels())
        self.person.does("taps", label=label)

    def says(self, text: str, after: str) -> None:
        """Type something once a question is there."""
        self.person.reads(after)
        self.person.does("says", text=text)


def comes_in(sim: Sim, number: int, name: str, link: str) -> Phone:
    """Let somebody open an invitation, agree, and give no name."""
    phone = Phone(Person(sim, number, name))
    phone.person.does("opens", payload=token_of(link))
    phone.taps("join-agree")
    phone.taps("join-without-name")
    until(lambda: _TEXTS.plain("join-without-name") not in phone.person.labels())
    return phone


def token_of(told: str) -> str:
    """Return what the link in an output opens."""
    (token,) = set(re.findall(r"https://t\.me/\w+\?start=([\w-]+)", told))
    return str(token)


def announces(phone: Phone, title: str = TITLE) -> None:
    """Plan a training in five weeks and announce it to everybody, as a coordinator does."""
    day = date.today() + timedelta(weeks=5)  # noqa: DTZ011 - any day that is far enough
    phone.person.does("says", text="/neu")
    phone.says(title, "Wie heißt die Fortbildung?")
    phone.taps("topic-group-foundations")
    phone.taps("topic-risk-assessment")
    phone.taps("format-seminar")
    phone.says("Rathaus, Saal 2", "Wo findet sie statt?")
    phone.says(f"{day:%d.%m.%Y} 9-12:30", "An welchem Tag?")
    phone.taps("plan-publish-announce")
    phone.taps("audience-all")
    phone.taps("announce-send-now")


def registers(phone: Phone, title: str = TITLE) -> None:
    """Let somebody read an announcement and take a seat."""
    phone.person.reads(title, LEAVES)
    phone.taps("button-register")
    phone.person.reads("Ihr Platz ist bestätigt")
