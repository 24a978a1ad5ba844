"""What a coordinator reads while inviting, and what goes to the invited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from domain.invite import Invitation
from domain.invite_targets import Target
from domain.message import Button, Document, Message, Rows, Style
from domain.network import Network
from domain.paging import part_of
from talk.form import Question, Setting
from talk.invite import INVITE, InvitationsPage, Invite, RevokeInvitation, ShowInvitations
from texts import paging
from texts.cards import menu_row
from texts.catalogue import Html, Texts
from texts.dates import short_moment
from texts.documents.qr import png
from texts.faces import Face, Page


def target_label(texts: Texts, network: Network, target: Target) -> str:
    """Return how the place is called that an invitation leads to."""
    if target.office is None:
        return texts.label("sector", target.sector or "other")
    found = network.find_office(target.office)
    label = found.label if found else target.office
    if target.sector is None:
        return label
    return f"{texts.label('sector', target.sector)}, {label}"


class Inviting(Face):
    """How the form reads; in the beginning the open invitations stand beside it."""

    def label(self, texts: Texts, at: Setting, question: Question, value: Any) -> str:
        """Return how an answer is called."""
        if question.name == "target":
            return target_label(texts, at.network, Target.parse(value))
        return Face.label(self, texts, at, question, value)

    def ways(self, page: Page) -> Rows:
        """Return the way back; in the beginning to the open invitations and to the menu."""
        if not page.first:
            return Face.ways(self, page)
        texts, n = page.texts, page.at.about
        listed = Button(texts.plain("invite-open-button", n=n), ShowInvitations().pack())
        return (*(((listed,),) if n else ()), menu_row(texts))


FACE = Inviting(INVITE)


def _line(texts: Texts, network: Network, invitation: Invitation) -> Html:
    """Return an invitation in one sentence."""
    return Html(
        texts(
            "invite-line",
            role=texts.label("role", invitation.role),
            target=target_label(texts, network, Target(invitation.office, invitation.sector)),
            n=invitation.uses_left,
            until=short_moment(invitation.expires_at, network.zone, texts.language),
        )
    )


def made(texts: Texts, network: Network, invitation: Invitation) -> Message:
    """Say that the invitation is made, and that it can be passed on."""
    revoke = Button(
        texts.plain("invite-revoke"), RevokeInvitation(invitation.id).pack(), style=Style.DANGER
    )
    another = Button(texts.plain("invite-another"), Invite().pack())
    said = texts("invite-made", what=_line(texts, network, invitation))
    return Message(said, ((another,), (revoke,), menu_row(texts)))


def letter(texts: Texts, network: Network, invitation: Invitation, link: str) -> Message:
    """Return what a coordinator passes on: the link, and the same as a code to scan."""
    said = texts(
        "invite-letter",
        network=network.name,
        target=target_label(texts, network, Target(invitation.office, invitation.sector)),
        link=link,
        until=short_moment(invitation.expires_at, network.zone, texts.language),
    )
    return Message(said, document=Document(texts.plain("invite-file"), png(link), "image/png"))


def listed(
    texts: Texts, network: Network, invitations: Sequence[Invitation], page: int = 0
) -> Message:
    """Return a page of the open invitations, each with a button that withdraws it."""
    another = (Button(texts.plain("invite-another"), Invite().pack()),)
    if not invitations:
        return Message(texts("invite-none"), (another, menu_row(texts)))
    part = part_of(invitations, page)
    shown = list(enumerate(part.items, part.first))
    lines = [f"{number}. {_line(texts, network, each)}" for number, each in shown]
    rows = [
        (
            Button(
                texts.plain("invite-revoke-numbered", number=number),
                RevokeInvitation(each.id).pack(),
            ),
        )
        for number, each in shown
    ]
    head = paging.heading(texts, texts("invite-open", n=part.total), part)
    turns = paging.turns(texts, part, InvitationsPage)
    return Message("\n\n".join([head, *lines]), (*rows, *turns, another, menu_row(texts)))
