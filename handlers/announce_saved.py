"""Audiences that an office saved: which there are, and removing one."""

from __future__ import annotations

from collections.abc import Sequence

from domain.announce_saved import SavedAudience, usable
from handlers import forms
from handlers.context import Router, Visit, Who
from handlers.doors import on_tap
from talk.announce import ANNOUNCE
from talk.announce_saved import DropSaved, LeaveSaved, ShowSaved
from talk.write import WRITE
from texts import announce_saved as wording


async def saved(visit: Visit) -> Sequence[SavedAudience]:
    """Return what the visitor's office saved and can still be meant."""
    return usable(await visit.store.audiences.of_office(visit.person.office), visit.network)


async def show(visit: Visit, _: object) -> None:
    """Answer «Gemerkte entfernen»."""
    visit.show(wording.to_remove(visit.texts, visit.network, await saved(visit)))


async def drop(visit: Visit, action: DropSaved) -> None:
    """Remove one of the visitor's office, and ask again whom it is for."""
    gone = await visit.store.audiences.remove(visit.person.office, action.saved_id)
    await leave(visit, action)
    if gone:
        visit.notice("announce-saved-gone")


async def leave(visit: Visit, _: object) -> None:
    """Ask again the question from which the visitor came."""
    draft = await visit.store.drafts.get(visit.address)
    if draft is not None and draft.kind in {ANNOUNCE.name, WRITE.name}:
        await forms.again(visit, draft)
    else:
        visit.notice("stale-button", alert=True)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, ShowSaved, show, Who.COORDINATORS)
    on_tap(router, DropSaved, drop, Who.COORDINATORS)
    on_tap(router, LeaveSaved, leave, Who.COORDINATORS)
