"""Inviting: four choices in one card, then a link and a code to pass on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from domain import invite as rules
from domain.draft import Draft
from domain.invitation import MOST_DAYS, MOST_USES, Invitation, expiry, invite, look
from domain.invite import DAYS, USES, Target
from domain.vocabulary import Role
from handlers.context import App, Visit
from handlers.dialogues import Dialogue, on_dialogue
from handlers.doors import Who, on_command, on_tap
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
from texts import invite as cards
from texts.typed_numbers import Refused, read_number

INVITING = "invite"
LINK = "https://t.me/{bot}?start={token}"


@dataclass(frozen=True, slots=True)
class Choice:
    """What has been chosen so far; what is missing is asked for next."""

    role: Role | None = None
    target: Target | None = None
    uses: int = 0


def _choice(visit: Visit, data: dict[str, Any]) -> Choice:
    """Return what a draft holds, as far as this person may still choose it."""
    role = next((r for r in rules.roles(visit.person) if r == data.get("role")), None)
    if role is None:
        return Choice()
    allowed = rules.targets(visit.network, visit.person, role)
    target = next((t for t in allowed if t.pack() == data.get("target")), None)
    uses = data.get("uses", 0)
    return Choice(role, target, uses if target and 1 <= uses <= MOST_USES else 0)


async def begin(visit: Visit, _: object) -> None:
    """Ask whom to invite."""
    await _step(visit, Choice())


async def _step(visit: Visit, choice: Choice) -> None:
    """Keep what is chosen and ask for the next."""
    kept = {
        "role": choice.role,
        "target": choice.target.pack() if choice.target else None,
        "uses": choice.uses,
    }
    version = visit.update_id
    await visit.keep(Draft(INVITING, "choose", kept, version))
    texts, network, role, target = visit.texts, visit.network, choice.role, choice.target
    if role is None:
        own = rules.roles(visit.person)
        visit.ask(INVITING, cards.which_role(texts, own, len(await _open(visit))))
    elif target is None:
        allowed = rules.targets(network, visit.person, role)
        visit.ask(INVITING, cards.which_target(texts, network, role, allowed))
    elif not choice.uses:
        visit.ask(INVITING, cards.how_many(texts, network, role, target))
    else:
        visit.ask(INVITING, cards.how_long(texts, network, role, target, choice.uses, version))


async def ask(visit: Visit, draft: Draft) -> None:
    """Ask for what is missing."""
    await _step(visit, _choice(visit, draft.data))


async def typed(visit: Visit, draft: Draft, text: str) -> bool:
    """Take a typed number of people or of days where one is asked for."""
    choice = _choice(visit, draft.data)
    if choice.role is None or choice.target is None:
        return False
    most = MOST_DAYS if choice.uses else MOST_USES
    match read_number(text, 1, most):
        case None:
            return False
        case Refused() as why:
            visit.say(cards.refused(visit.texts, why, most))
            await _step(visit, choice)
        case int() as days if choice.uses:
            await _make(visit, choice, days)
        case int() as uses:
            await _step(visit, replace(choice, uses=uses))
    return True


async def _chosen(visit: Visit, version: int | None = None) -> Choice | None:
    """Return what was chosen so far; None, and a notice, if this dialogue is over.

    With a version, what is chosen must be what the card of that version shows.
    """
    draft = await visit.draft(INVITING)
    if draft is None or version not in {None, draft.version}:
        visit.notice("stale-button", alert=True)
        return None
    return _choice(visit, draft.data)


async def choose_role(visit: Visit, action: InviteAs) -> None:
    """Take the role."""
    if await _chosen(visit) is not None:
        await _step(visit, _choice(visit, {"role": action.role}))


async def choose_target(visit: Visit, action: InviteTo) -> None:
    """Take the institution."""
    choice = await _chosen(visit)
    if choice is not None:
        await _step(visit, _choice(visit, {"role": choice.role, "target": action.target}))


async def choose_uses(visit: Visit, action: InviteUses) -> None:
    """Take the number of people."""
    choice = await _chosen(visit)
    if choice is not None:
        uses = action.uses if choice.target and action.uses in USES else 0
        await _step(visit, replace(choice, uses=uses))


async def back(visit: Visit, action: InviteBack) -> None:
    """Ask an earlier question again."""
    choice = await _chosen(visit)
    if choice is None:
        return
    if action.step == "uses":
        await _step(visit, replace(choice, uses=0))
    elif action.step == "target":
        await _step(visit, Choice(choice.role))
    else:
        await _step(visit, Choice())


async def choose_days(visit: Visit, action: InviteDays) -> None:
    """Take the days: now there is an invitation, of what this very card shows."""
    choice = await _chosen(visit, action.version)
    if choice is None:
        return
    await _make(visit, choice, action.days if action.days in DAYS else 0)


async def _make(visit: Visit, choice: Choice, days: int) -> None:
    """Make the invitation once nothing is missing any more."""
    if choice.role is None or choice.target is None or not choice.uses or not days:
        await _step(visit, choice)
        return
    await visit.finish()
    token = await invite(
        visit.store.invitations,
        choice.role,
        office=choice.target.office,
        sector=choice.target.sector,
        uses=choice.uses,
        expires_at=expiry(visit.now, days),
    )
    made = await look(visit.store.invitations, token, visit.now)
    assert isinstance(made, Invitation)
    link = LINK.format(bot=visit.tools.bot_name(), token=token)
    visit.show(cards.made(visit.texts, visit.network, made))
    visit.say(cards.letter(visit.texts, visit.network, made, link))


async def _open(visit: Visit) -> list[Invitation]:
    """Return the open invitations this person could have made."""
    found = await visit.store.invitations.open(visit.now)
    return [each for each in found if rules.may_revoke(visit.network, visit.person, each)]


async def listed(visit: Visit, action: Invitations | InvitationsPage) -> None:
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


def register(application: App) -> None:
    """Open the doors of this feature."""
    who = Who.COORDINATORS
    on_dialogue(INVITING, Dialogue(ask, typed, coordinators=True))
    on_command(application, "einladen", begin, who)
    on_tap(application, Invite, begin, who)
    on_tap(application, InviteAs, choose_role, who)
    on_tap(application, InviteTo, choose_target, who)
    on_tap(application, InviteUses, choose_uses, who)
    on_tap(application, InviteDays, choose_days, who)
    on_tap(application, InviteBack, back, who)
    on_tap(application, Invitations, listed, who)
    on_tap(application, InvitationsPage, listed, who)
    on_tap(application, RevokeInvitation, revoke, who)
