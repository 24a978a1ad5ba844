"""Coming in: consent, the few questions, an invitation to another place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.invite import Invitation
from domain.person import Place
from talk.access import districts
from talk.action import Action, Token
from talk.form import Choice, Form, Setting, these

KEEP, TAKE = "keep", "take"


def place_of(at: Setting) -> Place | None:
    """Return where the invitation leads; None while the district is open."""
    found: Invitation = at.about
    return found.place(at.answers.get("office"))


def _open(at: Setting) -> bool:
    found: Invitation = at.about
    return found.place() is None


def _member(at: Setting) -> bool:
    return at.asker is not None


def _districts(at: Setting) -> Sequence[str]:
    """Return the districts that have an institution of the sector."""
    found: Invitation = at.about
    places = [found.place(each) for each in districts(at.network)]
    return [p.office for p in places if p and at.network.has_institution(p.office, p.sector)]


JOIN = Form(
    "join",
    (
        Choice("office", _districts, asked_if=_open),
        Choice("change", these((KEEP, TAKE)), asked_if=_member),
    ),
)


@dataclass(frozen=True, slots=True)
class Begin(Action):
    """Show the first message again, for who reads it in another language."""

    CODE = "hi"
    token: str


@dataclass(frozen=True, slots=True)
class BadInvitation(Action):
    """Say again what is wrong with an invitation."""

    CODE = "badinv"
    problem: str


@dataclass(frozen=True, slots=True)
class Agree(Action):
    """«Einverstanden» to the version of the text that was shown with it.

    The token is the invitation's, or empty for a member who agrees to a newer text.
    """

    CODE = "agree"
    token: str
    version: int


@dataclass(frozen=True, slots=True)
class AgreedBefore(Action):
    """«Einverstanden» of a time when buttons did not say to which text: asks again."""

    CODE = "yes"
    token: Token


class Decline(Action):
    """«Nicht einverstanden»."""

    CODE = "no"
