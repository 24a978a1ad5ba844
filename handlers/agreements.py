"""ShowAgreements: what members read of what coordinators entered into the protocol."""

from __future__ import annotations

from domain.agreements import in_order
from domain.paging import part_of
from handlers.context import Router, Visit
from handlers.doors import on_command, on_tap
from talk.agreements import ShowAgreements
from texts import agreements as wording


async def agreements(visit: Visit, action: object) -> None:
    """Show a page of what is agreed, what is in force first."""
    page = action.page if isinstance(action, ShowAgreements) else 0
    found = in_order(await visit.store.agreements.all())
    visit.show(wording.listed(visit.texts, visit.network, part_of(found, page)))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_command(router, "absprachen", agreements)
    on_tap(router, ShowAgreements, agreements)
