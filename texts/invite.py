"""What a coordinator reads while inviting, and what goes to the invited."""

from __future__ import annotations

from collections.abc import Sequence

from domain.invitation import Invitation
from domain.invite import DAYS, USES, Target
from domain.message import Button, Document, Message, Style
from domain.network import Network
from domain.paging import part_of
from domain.vocabulary import Role
from talk.invite import (
    Invitations,
    InvitationsPage,
    Invite,
    InviteAs,
    InviteBack,
    InviteDays,
    InviteTo,
    InviteUses,
    RevokeInvitation,
)
from texts import paging
from texts.cards import menu_row
from texts.catalogue import Html, Texts
from texts.dates import short_moment
from texts.documents.qr import png
from texts.typed_numbers import Refused, refusal


def target_label(texts: Texts, network: Network, target: Target) -> str:
    """Return how the place is called that an invitation leads to."""
    if target.office is None:
        return texts.label("sector", target.sector or "other")
    found = network.find_office(target.office)
    label = found.label if found else target.office
    if target.sector is None:
        return label
    return f"{texts.label('sector', target.sector)}, {label}"


def which_role(texts: Texts, roles: Sequence[Role], open_now: int) -> Message:
    """Ask whom to invite."""
    rows = [(Button(texts.label("role", role), InviteAs(role).pack()),) for role in roles]
    if open_now:
        label = texts.plain("invite-open-button", n=open_now)
        rows.append((Button(label, Invitations().pack()),))
    return Message(texts("invite-role"), (*rows, menu_row(texts)))


def which_target(texts: Texts, network: Network, role: Role, targets: Sequence[Target]) -> Message:
    """Ask which institution the invitation is for."""
    rows = [
        (Button(target_label(texts, network, target), InviteTo(target.pack()).pack()),)
        for target in targets
    ]
    chosen = texts("invite-target", role=texts.label("role", role))
    return Message(chosen, (*rows, _back(texts, "role")))


def how_many(texts: Texts, network: Network, role: Role, target: Target) -> Message:
    """Ask how many people may come in."""
    row = tuple(
        Button(texts.plain("invite-people", n=uses), InviteUses(uses).pack()) for uses in USES
    )
    chosen = _chosen(texts, network, role, target)
    return Message(
        f"{chosen}\n\n{texts('invite-uses')}", (row[:2], row[2:], _back(texts, "target"))
    )


def how_long(
    texts: Texts, network: Network, role: Role, target: Target, uses: int, version: int
) -> Message:
    """Ask how long the invitation is valid."""
    row = tuple(
        Button(
            texts.plain("invite-days-button", n=days),
            InviteDays(days, version).pack(),
            style=Style.PRIMARY,
        )
        for days in DAYS
    )
    chosen = _chosen(texts, network, role, target)
    people = texts("invite-people", n=uses)
    return Message(f"{chosen}\n{people}\n\n{texts('invite-days')}", (row, _back(texts, "uses")))


def refused(texts: Texts, why: Refused, most: int) -> Message:
    """Say why a typed number cannot be taken."""
    return Message(refusal(texts, why, 1, most))


def _chosen(texts: Texts, network: Network, role: Role, target: Target) -> str:
    return texts(
        "invite-chosen",
        role=texts.label("role", role),
        target=target_label(texts, network, target),
    )


def _back(texts: Texts, step: str) -> tuple[Button, ...]:
    return (Button(texts.plain("button-back"), InviteBack(step).pack()),)


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
