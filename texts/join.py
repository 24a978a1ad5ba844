"""What a newcomer reads: consent, the few questions, the welcome."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from domain.access import ASKING
from domain.invite import InvitationProblem
from domain.languages import marked
from domain.message import Button, Message, Rows, Style
from domain.network import Network
from domain.person import Person, current_consent
from talk.access import AgreeToAsk, RequestAccess
from talk.action import Action
from talk.form import Question, Setting
from talk.invite import Invite
from talk.join import (
    JOIN,
    KEEP,
    Agree,
    BadInvitation,
    Begin,
    Decline,
    place_of,
)
from talk.privacy import ReadPrivacy
from talk.start import Opening, Purpose
from texts.cards import menu_row
from texts.catalogue import Html, Texts, languages
from texts.faces import Face, Page
from texts.institutions import district, institution


def consent(texts: Texts, network: Network, token: str, *, after_notice: bool = False) -> Message:
    """Say what the bot is for and what it keeps, and ask for consent.

    Only here stands the button that agrees: it carries the version of this very text.
    """
    privacy = Button(texts.plain("join-privacy"), ReadPrivacy(token).pack())
    rows = _consent_rows(texts, token)
    more: tuple[tuple[Button, ...], ...]
    if after_notice:
        more = (language_row(texts, ReadPrivacy(token)),)
    else:
        again = RequestAccess() if token == ASKING else Begin(token)
        more = ((privacy,), language_row(texts, again))
    return Message(texts("join-consent", network=network.name), (*rows, *more))


def _consent_rows(texts: Texts, token: str) -> tuple[tuple[Button, ...], ...]:
    """Return the two answers to the question for consent."""
    version = current_consent()
    agreed = AgreeToAsk(version) if token == ASKING else Agree(token, version)
    agree = Button(texts.plain("join-agree"), agreed.pack(), style=Style.SUCCESS)
    return ((agree,), (Button(texts.plain("join-decline"), Decline().pack()),))


def language_row(texts: Texts, again: Action) -> tuple[Button, ...]:
    """Return a button for each other language, which shows the same again.

    Before consent nothing is kept: the language travels in the buttons.
    """
    return tuple(
        Button(texts.in_language(other).plain("language-own-name"), marked(again.pack(), other))
        for other in languages()
        if other != texts.language
    )


def closed_network(texts: Texts, network: Network) -> Message:
    """Say that one comes in by invitation, and offer to ask for access."""
    ask = Button(texts.plain("join-request"), RequestAccess().pack(), style=Style.PRIMARY)
    rows = ((ask,), language_row(texts, Begin("")))
    return Message(texts("join-closed", network=network.name), rows)


def linked(texts: Texts, network: Network, opens: Opening) -> Message:
    """Say to who is no member what a link to a training or a seat belongs to, and how to come in.

    It is the same for any such link, so nobody learns which ones there are.
    """
    ask = Button(texts.plain("join-request"), RequestAccess().pack(), style=Style.PRIMARY)
    rows = ((ask,), language_row(texts, Begin(opens.written())))
    said = "join-seat" if opens.purpose is Purpose.SUBSTITUTE else "join-link"
    return Message(texts(said, network=network.name), rows)


def bad_invitation(texts: Texts, problem: InvitationProblem) -> Message:
    """Say why an invitation lets nobody in, and offer to ask for access."""
    ask = Button(texts.plain("join-request"), RequestAccess().pack())
    rows = ((ask,), language_row(texts, BadInvitation(problem)))
    return Message(texts(f"join-invitation-{problem}"), rows)


def _standing(texts: Texts, network: Network, person: Person) -> dict[str, str]:
    place = institution(texts, network, person.office, person.sector)
    return {"role": texts.label("role", person.role), "institution": place}


class Joining(Face):
    """How the form reads: who is a member sees the role and place of before and after."""

    def ask(self, page: Page) -> str:
        """Ask for the district, or whether role and place shall change."""
        member, place = page.at.asker, place_of(page.at)
        if page.question.name != "change" or member is None or place is None:
            return Face.ask(self, page)
        new = replace(member, role=page.at.about.role, office=place.office, sector=place.sector)
        before, after = (
            page.texts("join-standing", **_standing(page.texts, page.at.network, each))
            for each in (member, new)
        )
        return page.texts("join-change", before=Html(before), after=Html(after))

    def label(self, texts: Texts, at: Setting, question: Question, value: Any) -> str:
        """Return how an answer is called."""
        if question.name == "office":
            return district(texts, at.network, value)
        return texts.plain("join-keep" if value == KEEP else "join-take")

    def style(self, page: Page, value: str) -> Style:
        """Return how a button stands out: what stays comes first."""
        return Style.PRIMARY if value == KEEP else Face.style(self, page, value)

    def ways(self, _page: Page) -> Rows:
        """Return nothing: each answer is a way on."""
        return ()


FACE = Joining(JOIN)


def kept(texts: Texts, network: Network, person: Person) -> Message:
    """Say that role and place stay."""
    said = texts("join-kept", **_standing(texts, network, person))
    return Message(said, (menu_row(texts),))


def changed(texts: Texts, network: Network, person: Person) -> Message:
    """Say which role and place somebody has from now on."""
    said = texts("join-changed", **_standing(texts, network, person))
    return Message(said, (menu_row(texts),))


def no_change(
    texts: Texts, network: Network, person: Person, problem: InvitationProblem
) -> Message:
    """Say why an invitation changes nothing for a member."""
    same = problem is InvitationProblem.SAME
    named = _standing(texts, network, person) if same else {}
    said = texts(f"join-invitation-{problem}", **named)
    rows = [menu_row(texts)]
    if problem is InvitationProblem.LAST_LEAD:
        rows.insert(0, (invite_button(texts),))
    return Message(said, tuple(rows))


def invite_button(texts: Texts) -> Button:
    """Return the button that the last lead needs first."""
    return Button(texts.plain("menu-invite"), Invite().pack(), style=Style.PRIMARY)


def done(texts: Texts, network: Network, person: Person) -> Message:
    """Say that somebody is in, and how they appear."""
    name = person.name or texts.plain("join-done-without-name")
    named = institution(texts, network, person.office, person.sector)
    return Message(texts("join-done", institution=named, name=name), (menu_row(texts),))
