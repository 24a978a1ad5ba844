"""Planning from what is there: drafts of the own office, and trainings that are held again."""

from __future__ import annotations

from domain.deeds import Deed
from domain.manage import Numbers
from domain.plan_change import Refused
from domain.plan_publish import drop
from domain.vocabulary import EventStatus
from handlers import forms
from handlers.context import Router, Visit, Who
from handlers.doors import on_tap
from handlers.manage import own, show
from talk.plan import PLAN
from talk.plan_again import AskDropDraft, DropDraft, FinishDraft, Repeat, finishing, repeating
from texts import manage as wording


async def _draft(visit: Visit, training_id: int) -> Numbers | None:
    """Return a draft of the visitor's office; what is on offer meanwhile is shown instead."""
    each = await own(visit, training_id)
    if each is None or each.training.status is EventStatus.DRAFT:
        return each
    visit.notice("manage-refused-published", alert=True)
    await show(visit, training_id)
    return None


async def finish(visit: Visit, action: FinishDraft) -> None:
    """Answer «Weiter bearbeiten»: go on with what is open, or at the preview."""
    each = await _draft(visit, action.training_id)
    if each is not None:
        await forms.begin(visit, PLAN, finishing(each.training, visit.network))


async def ask_drop(visit: Visit, action: AskDropDraft) -> None:
    """Answer «Entwurf verwerfen»."""
    each = await _draft(visit, action.training_id)
    if each is not None:
        visit.show(wording.ask_drop_draft(visit.texts, visit.network, each.training))


async def drop_draft(visit: Visit, action: DropDraft) -> None:
    """Answer «Ja, verwerfen»."""
    if await _draft(visit, action.training_id) is None:
        return
    result = await drop(visit.store.trainings, action.training_id)
    if isinstance(result, Refused):
        visit.notice(f"manage-refused-{result.reason}", alert=True)
        return
    visit.show(wording.draft_dropped(visit.texts, result))


async def repeat(visit: Visit, action: Repeat) -> None:
    """Answer «Noch einmal»: ask for the date alone."""
    each = await own(visit, action.training_id)
    if each is not None:
        note = visit.texts("plan-again", title=each.training.title)
        said = repeating(each.training, visit.network, visit.person.office)
        await forms.begin(visit, PLAN, said, note)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, FinishDraft, finish, Who.COORDINATORS)
    on_tap(router, AskDropDraft, ask_drop, Who.COORDINATORS)
    on_tap(router, DropDraft, drop_draft, Who.COORDINATORS, Deed.ERASED)
    on_tap(router, Repeat, repeat, Who.COORDINATORS)
