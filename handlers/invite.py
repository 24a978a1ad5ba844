"""Inviting: four choices in one card, then a link and a code to pass on."""

from __future__ import annotations

from domain import invite_targets as rules
from domain.deeds import Deed
from domain.invite import Invitation, expiry, invite
from domain.invite_targets import Target
from domain.second import SecondKind
from domain.vocabulary import Role
from handlers import forms, second
from handlers.context import Host, Router, Visit, Who
from handlers.doors import on_command, on_tap
from handlers.forms import on_form
from storage.crypto import new_token
from talk.form import Answers, Setting
from talk.invite import INVITE, InvitationsPage, Invite, RevokeInvitation, ShowInvitations
from talk.start import Opening, Purpose
from texts import invite as cards


async def begin(visit: Visit, _: object) -> None:
    """Ask whom to invite."""
    await forms.begin(visit, INVITE)


async def _listable(visit: Visit, said: Answers) -> int:
    """Return how many invitations are open; it is said beside the first question only."""
    return 0 if said else len(await _open(visit))


async def make(visit: Visit, at: Setting) -> None:
    """Make the invitation, and hand out its link."""
    said = at.answers
    role, target = Role(said["role"]), Target.parse(said["target"])
    if target not in rules.targets(visit.network, visit.person, role):  # no longer
        await begin(visit, None)
        return
    if role is Role.LEAD and target.office is not None:
        await second.ask(visit, SecondKind.LEAD, [target.office], said["uses"], said["days"])
        return
    token = new_token()
    made = await invite(
        visit.store.invitations,
        token,
        role,
        office=target.office,
        sector=target.sector,
        uses=said["uses"],
        expires_at=expiry(visit.now, said["days"]),
    )
    link = visit.tools.link(Opening(Purpose.INVITATION, token))
    visit.show(cards.made(visit.texts, visit.network, made))
    visit.say(cards.letter(visit.texts, visit.network, made, link))


async def _open(visit: Visit) -> list[Invitation]:
    """Return the open invitations this person could have made."""
    found = await visit.store.invitations.open(visit.now)
    return [each for each in found if rules.may_revoke(visit.network, visit.person, each)]


async def listed(visit: Visit, action: ShowInvitations | InvitationsPage) -> None:
    """Show a page of the open invitations."""
    page = action.page if isinstance(action, InvitationsPage) else 0
    visit.show(cards.listed(visit.texts, visit.network, await _open(visit), page))


async def revoke(visit: Visit, action: RevokeInvitation) -> None:
    """Answer «Zurückziehen»."""
    mine = {each.id for each in await _open(visit)}
    revoked = action.invitation_id in mine and await visit.store.invitations.revoke_id(
        action.invitation_id, visit.now
    )
    visit.notice("invite-revoked" if revoked else "invite-gone", alert=not revoked)
    visit.show(cards.listed(visit.texts, visit.network, await _open(visit)))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    who = Who.COORDINATORS
    on_form(router, Host(cards.FACE, make, about=_listable, deed=Deed.INVITED), who)
    on_command(router, "einladen", begin, who)
    on_tap(router, Invite, begin, who)
    on_tap(router, ShowInvitations, listed, who)
    on_tap(router, InvitationsPage, listed, who)
    on_tap(router, RevokeInvitation, revoke, who, Deed.INVITATION_REVOKED)
