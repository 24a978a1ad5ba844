"""Looking after one's trainings: the list, one of them, and everything that can be changed."""

from __future__ import annotations

from dataclasses import replace

from domain import changes, planning
from domain.broadcast import going
from domain.changes import Changed, Refused
from domain.closing import not_closable
from domain.draft import Draft
from domain.localtime import to_utc
from domain.manage import Numbers, closable_since, manages, sees_name
from domain.planning import WHEN, Step
from domain.sketch import Sketch
from domain.sketch import sketch_of as sketch_of_plan
from domain.vocabulary import Role, Sector
from handlers import steps
from handlers.context import Router, Visit, Who
from handlers.doors import on_command, on_tap
from handlers.steps import Flow, at_step, begun, page_of, show_step, sketch_of
from talk.manage import (
    AskCancel,
    Attendance,
    CancelTraining,
    Change,
    ChooseChange,
    Confirm,
    Manage,
    ManageOne,
    SetOpen,
)
from texts import attendance as door_list
from texts import managing

CHANGING = "change"
#: These changes are told to everybody registered, so they are asked back.
_TOLD = (Step.TITLE, Step.PLACE, Step.LINK, *WHEN)


async def list_all(visit: Visit, action: object) -> None:
    """Show a page of the trainings of the visitor's office; the lead sees all."""
    page = action.page if isinstance(action, Manage) else 0
    host = None if visit.person.role is Role.LEAD else visit.person.office
    still = closable_since(visit.now, await visit.store.seals.last(), visit.network.zone)
    found = await visit.store.trainings.managed(host, visit.now, still, page)
    shown = found.made(lambda each: _looked_at(visit, each))
    visit.show(managing.overview(visit.texts, visit.network, shown))


def _looked_at(visit: Visit, of: Numbers) -> Numbers:
    return replace(of, unclosed=not_closable(of.training, visit.now) is None)


async def _own(visit: Visit, training_id: int) -> Numbers | None:
    """Return a training that the visitor manages; says so if it is none."""
    found = await visit.store.trainings.overview(training_id)
    if found is None:
        visit.notice("manage-refused-gone", alert=True)
        return None
    if not manages(visit.person, found.training):
        visit.notice("manage-not-yours", alert=True)
        return None
    number = found.training.id
    quotas = await visit.store.seating.quotas(number) if found.training.quota_seats else {}
    known = await visit.store.trainings.known(number)
    announcing = going(await visit.store.broadcasts.of_training(number))
    return replace(_looked_at(visit, found), quotas=quotas, known=known, announcing=announcing)


async def show_one(visit: Visit, action: ManageOne) -> None:
    """Show one training."""
    await _show(visit, action.training_id)


async def _show(visit: Visit, training_id: int, note: str = "") -> None:
    each = await _own(visit, training_id)
    if each is not None:
        doors = managing.Doors(frozenset(visit.router.taps))
        visit.show(managing.card(visit.texts, visit.network, each, doors, visit.now, note))


async def choose_change(visit: Visit, action: ChooseChange) -> None:
    """Answer «Ändern»."""
    each = await _own(visit, action.training_id)
    if each is not None:
        visit.show(managing.choose_change(visit.texts, each.training))


async def change(visit: Visit, action: Change) -> None:
    """Begin to change one part of a training."""
    each = await _own(visit, action.training_id)
    if each is None or action.step not in {*managing.changeable(each.training), Step.DAY}:
        return
    sketch = sketch_of_plan(each.training.plan, visit.network)
    step = action.step
    about: dict[str, int | str] = {"training": action.training_id, "part": str(step)}
    await show_step(visit, begun(visit, CHANGING, step, sketch, **about))


async def _head(visit: Visit, draft: Draft) -> str:
    training = await visit.store.trainings.get(draft.data["training"])
    if training is None:
        return visit.texts("manage-refused-gone")
    return managing.change_head(visit.texts, visit.network, training, Step(draft.step))


async def _answered(visit: Visit, draft: Draft, sketch: Sketch) -> None:
    """Ask for the rest of a date, ask back what people are told, do the rest at once."""
    step = Step(draft.step)
    following = planning.following(sketch, step)
    if step in WHEN and following in WHEN:
        await show_step(visit, at_step(draft, following, sketch))
    elif step in _TOLD:
        await _ask_back(visit, draft, sketch)
    else:
        await _apply(visit, draft.data["training"], step, sketch)


async def _ask_back(visit: Visit, draft: Draft, sketch: Sketch) -> None:
    asked = at_step(draft, Step.PREVIEW, sketch)
    asked = replace(asked, data={**asked.data, "asked": draft.step})
    await visit.keep(asked)
    await _show_change(visit, asked)


async def _show_change(visit: Visit, asked: Draft) -> None:
    """Show what would change, with the question back."""
    each = await _own(visit, asked.data["training"])
    if each is not None:
        step = Step(asked.data["asked"])
        what = Step.DAY if step in WHEN else step
        concerned = each.taken + (0 if step is Step.LINK else each.waiting)
        visit.show(managing.confirm(page_of(visit, asked), each.training, what, concerned))


async def confirm(visit: Visit, action: Confirm) -> None:
    """Answer «Ja, verschieben» and «Ja, ändern»."""
    draft = await steps.current(visit, action.version)
    if draft is None or draft.kind != CHANGING or "asked" not in draft.data:
        return
    await _apply(visit, draft.data["training"], Step(draft.data["asked"]), sketch_of(draft))


async def _apply(visit: Visit, training_id: int, step: Step, sketch: Sketch) -> None:
    """Change the training and show it as it is now."""
    if await _own(visit, training_id) is None:
        return
    await visit.finish()
    result = await _changed(visit, training_id, step, sketch)
    text = "manage-moved" if step in WHEN else "manage-saved"
    await _show_result(visit, training_id, text, result)


async def _changed(visit: Visit, training_id: int, step: Step, sketch: Sketch) -> Changed | Refused:
    desk, network, now = visit.store, visit.network, visit.now
    if step in WHEN:
        starts_at, ends_at = sketch.begins(network), sketch.finishes(network)
        assert starts_at is not None
        assert ends_at is not None
        return await changes.move(desk, network, training_id, starts_at, ends_at, now)
    if step is Step.SEATS:
        return await changes.set_seats(desk, network, training_id, sketch.seats, now)
    if step is Step.UNITS:
        return await changes.set_units(desk, training_id, sketch.units, now)
    if step is Step.REMINDERS:
        return await changes.set_reminders(desk, network, training_id, sketch.reminders, now)
    if step is Step.DEADLINE:
        assert sketch.deadline is not None
        until = to_utc(sketch.deadline, network.zone)
        return await changes.set_deadline(desk, training_id, until, now)
    new = {str(step): str(getattr(sketch, step))}
    return await changes.describe(desk, network, training_id, new, now)


async def _show_result(
    visit: Visit, training_id: int, text_id: str, result: Changed | Refused
) -> None:
    if isinstance(result, Refused):
        note = managing.refused(visit.texts, result)
    else:
        note = managing.done(visit.texts, visit.network, text_id, result, visit.now)
    await _show(visit, training_id, note)


async def _back(visit: Visit, draft: Draft) -> None:
    """Go back to the question before, from the first one to the training."""
    step = Step(draft.step)
    before = {Step.START: Step.DAY, Step.END: Step.START}.get(step)
    if step is Step.PREVIEW:
        before = Step(draft.data["asked"])
    if before is None:
        await _left(visit, draft)
        return
    await show_step(visit, at_step(draft, before, sketch_of(draft)))


async def _left(visit: Visit, draft: Draft) -> None:
    """Leave everything as it was."""
    await visit.finish()
    await _show(visit, draft.data["training"])


async def ask_cancel(visit: Visit, action: AskCancel) -> None:
    """Answer «Absagen» with one question back."""
    each = await _own(visit, action.training_id)
    if each is not None:
        visit.show(managing.ask_cancel(visit.texts, visit.network, each))


async def cancel(visit: Visit, action: CancelTraining) -> None:
    """Answer «Ja, absagen»."""
    if await _own(visit, action.training_id) is None:
        return
    result = await changes.cancel(visit.store, visit.network, action.training_id, visit.now)
    await _show_result(visit, action.training_id, "manage-cancelled", result)


async def set_open(visit: Visit, action: SetOpen) -> None:
    """Close registration, or open it again."""
    if await _own(visit, action.training_id) is None:
        return
    on = bool(action.on)
    result = await changes.set_open(visit.store, action.training_id, visit.now, open_=on)
    text = "manage-open-done" if on else "manage-shut-done"
    await _show_result(visit, action.training_id, text, result)


async def attendance(visit: Visit, action: Attendance) -> None:
    """Answer «Teilnahmeliste»."""
    each = await _own(visit, action.training_id)
    if each is None:
        return
    found = await visit.store.registrations.attendees(action.training_id)
    seated = [
        door_list.Seated(
            one.registration.seat_code,
            one.office,
            Sector(one.sector),
            one.name if sees_name(visit.person, each.training, one.office) else None,
        )
        for one in found
    ]
    booked = await visit.store.seating.blocks(action.training_id)
    for message in door_list.attendance(visit.texts, visit.network, each.training, seated, booked):
        visit.say(message)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    steps.on_steps(router, CHANGING, Flow(_answered, _back, _left, _head, _show_change))
    on_command(router, "verwalten", list_all, Who.COORDINATORS)
    on_tap(router, Manage, list_all, Who.COORDINATORS)
    on_tap(router, ManageOne, show_one, Who.COORDINATORS)
    on_tap(router, ChooseChange, choose_change, Who.COORDINATORS)
    on_tap(router, Change, change, Who.COORDINATORS)
    on_tap(router, Confirm, confirm, Who.COORDINATORS)
    on_tap(router, AskCancel, ask_cancel, Who.COORDINATORS)
    on_tap(router, CancelTraining, cancel, Who.COORDINATORS)
    on_tap(router, SetOpen, set_open, Who.COORDINATORS)
    on_tap(router, Attendance, attendance, Who.COORDINATORS)
