"""Calling a training off: everybody registered learns why, and when it is held instead."""

from __future__ import annotations

from datetime import datetime

from domain import plan_change
from domain.deeds import Deed
from domain.manage import Numbers
from domain.training import CalledOff, CancelReason
from handlers import forms
from handlers.context import Host, Router, Visit, Who
from handlers.doors import on_tap
from handlers.forms import on_form
from handlers.manage import own, show, show_result
from talk.form import Answers, Setting
from talk.manage import AskCancel
from talk.plan_cancel import CANCEL
from texts import manage
from texts import plan_cancel as wording


async def ask(visit: Visit, action: AskCancel) -> None:
    """Answer «Absagen»: ask why."""
    each = await own(visit, action.training_id)
    if each is None:
        return
    found = await plan_change.changeable(visit.store, action.training_id, visit.now)
    if isinstance(found, plan_change.Refused):
        await show(visit, action.training_id, manage.refused(visit.texts, found))
    else:
        await forms.begin(visit, CANCEL, {"training": action.training_id})


async def _about(visit: Visit, said: Answers) -> Numbers | None:
    return await own(visit, said["training"])


async def cancel(visit: Visit, at: Setting) -> None:
    """Answer «Ja, absagen»."""
    instead, number = at.answers.get("instead"), at.about.training.id
    moment = datetime.fromisoformat(instead) if instead else None
    why = CalledOff(CancelReason(at.answers["reason"]), moment)
    result = await plan_change.cancel(visit.store, visit.network, number, visit.now, why)
    await show_result(visit, number, "manage-cancelled", result)


async def leave(visit: Visit, at: Setting) -> None:
    """Leave everything as it was."""
    await show(visit, at.about.training.id)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_form(
        router, Host(wording.FACE, cancel, leave, _about, deed=Deed.CANCELLED), Who.COORDINATORS
    )
    on_tap(router, AskCancel, ask, Who.COORDINATORS)
