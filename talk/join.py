"""Coming in: consent, the few questions, an invitation to another place."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action, Slug, Token


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


@dataclass(frozen=True, slots=True)
class Decline(Action):
    """«Nicht einverstanden»."""

    CODE = "no"


@dataclass(frozen=True, slots=True)
class ChooseOffice(Action):
    """The office a newcomer works for, asked where the invitation names only a sector."""

    CODE = "joff"
    office: Slug


@dataclass(frozen=True, slots=True)
class WithoutName(Action):
    """«Ohne Namen weiter»."""

    CODE = "anon"


@dataclass(frozen=True, slots=True)
class KeepPlace(Action):
    """«Behalten»: role and place stay."""

    CODE = "chg-n"
    version: int


@dataclass(frozen=True, slots=True)
class TakePlace(Action):
    """«Ändern»: take the role and place that were shown."""

    CODE = "chg-y"
    version: int
