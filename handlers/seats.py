"""Booking seats for institutions without Telegram, and keeping seats for offices."""

from __future__ import annotations

from collections.abc import Mapping

from domain import register as rules
from domain import seats as use_cases
from domain.deeds import Deed
from domain.plan_change import Changed, Refused
from domain.rights import Act
from domain.seats import Place
from domain.training import Training
from handlers import forms
from handlers.context import Host, Router, Visit, Who
from handlers.doors import on_tap
from handlers.forms import on_form
from talk.form import Answers, Setting
from talk.seats import (
    SEATING,
    AddBlock,
    Blocks,
    BlocksPage,
    ChangeBlock,
    ChangeQuota,
    Quotas,
    SeatLists,
    is_quota,
)
from texts import manage
from texts import seats as wording
from texts.faces import Page


async def _own(visit: Visit, training_id: int) -> Training | None:
    """Return a training that the visitor manages; says so if it is none."""
    training = await visit.store.trainings.get(training_id)
    if training is None:
        visit.notice("manage-refused-gone", alert=True)
    elif visit.may(Act.MANAGE, training):
        return training
    else:
        visit.notice("manage-not-yours", alert=True)
    return None


async def _about(visit: Visit, said: Answers) -> SeatLists | None:
    training = await _own(visit, said["training"])
    if training is None:
        return None
    if said.get("resting"):
        kept = visit.store.seating
        return SeatLists(training, await kept.listed(training.id), await kept.quotas(training.id))
    if "sector" not in said:
        return SeatLists(training)
    before, most = await _limits(visit, training, said["office"], said["sector"])
    return SeatLists(training, before=before, most=most)


async def _limits(
    visit: Visit, training: Training, office: str, sector: str
) -> tuple[int, int | None]:
    """Return the number of now and the largest possible one; None without a limit."""
    kept, now = visit.store.seating, visit.now
    if not sector:
        before = (await kept.quotas(training.id)).get(office, 0)
        return before, (await rules.division(visit.store.registrations, training)).most(office)
    before = await kept.block(training.id, (office, sector))
    free = await rules.free_for(visit.store.registrations, training, office, now)
    return before, None if free is None else before + free


async def _show(
    visit: Visit, training_id: int, *, quotas: bool, note: str = "", page: int = 0
) -> None:
    """Show one of the two lists: nothing is asked, but lines may be typed."""
    subject = {"training": training_id, "resting": True, "page": page}
    await forms.begin(visit, SEATING, {**subject, **({"sector": ""} if quotas else {})}, note)


async def blocks(visit: Visit, action: Blocks | BlocksPage) -> None:
    """Answer «Sammelplätze» with a page of them."""
    page = action.page if isinstance(action, BlocksPage) else 0
    await _show(visit, action.training_id, quotas=False, page=page)


async def quotas(visit: Visit, action: Quotas) -> None:
    """Answer «Kontingente»."""
    await _show(visit, action.training_id, quotas=True)


async def add_block(visit: Visit, action: AddBlock) -> None:
    """Ask for an institution, then for the number."""
    await forms.begin(visit, SEATING, {"training": action.training_id})


async def change_block(visit: Visit, action: ChangeBlock) -> None:
    """Change what is booked for one institution."""
    booked = await visit.store.seating.listed(action.training_id)
    one = next((each for each in booked if each.id == action.block_id), None)
    if one is not None:
        await _number(visit, action.training_id, (one.office, one.sector))
    elif await _own(visit, action.training_id) is not None:
        visit.notice("stale-button", alert=True)


async def change_quota(visit: Visit, action: ChangeQuota) -> None:
    """Change what is kept for one office."""
    if visit.network.find_office(action.office) is not None:
        await _number(visit, action.training_id, (action.office, ""))
    elif await _own(visit, action.training_id) is not None:
        visit.notice("stale-button", alert=True)


async def _number(visit: Visit, training_id: int, place: Place) -> None:
    office, sector = place
    subject = {"training": training_id, "office": office, "sector": sector}
    await forms.begin(visit, SEATING, subject)


async def leave(visit: Visit, at: Setting) -> None:
    """Go back to the list."""
    await _show(visit, at.answers["training"], quotas=is_quota(at))


async def take(visit: Visit, at: Setting) -> None:
    """Book or keep the number that is shown; who moves up by it learns of it."""
    said, training_id = at.answers, at.about.training.id
    result = None
    if not _changed_facts(at):
        place = said["office"], said["sector"]
        result = await _changed(visit, training_id, place, said["number"])
    if isinstance(result, Changed):
        note = manage.done(visit.texts, visit.network, "manage-saved", result, visit.now)
        await _show(visit, training_id, quotas=is_quota(at), note=note)
        return
    why = manage.refused(visit.texts, result) if result else visit.texts("card-facts-changed")
    subject = {name: said[name] for name in ("training", "office", "sector")}
    await forms.begin(visit, SEATING, {**subject, "n": said["number"]}, why)


def _facts(at: Setting) -> Answers:
    """Return beneath which date, place and mode something is shown."""
    return {"shown": at.about.training.plan.shown}


def _changed_facts(at: Setting) -> bool:
    """Return whether date, place or mode are others than those that were shown."""
    return bool(at.answers.get("shown") != at.about.training.plan.shown)


async def typed(visit: Visit, page: Page, text: str) -> bool:
    """Book or keep what each typed line says; what gives seats back comes first."""
    found = wording.read(page, text)
    if not found.meant:
        hint = wording.which_line(page, text)
        if hint is not None:
            visit.say(hint)
        return hint is not None
    training, note = page.at.about.training, visit.texts("card-facts-changed")
    if not _changed_facts(page.at):
        done, refused = await _take_lines(visit, training, found.taken)
        note = wording.lines_taken(page, done, refused, found.left)
    await _show(visit, training.id, quotas=page.question.name == "quotas", note=note)
    return True


async def _take_lines(
    visit: Visit, training: Training, wanted: Mapping[Place, int]
) -> tuple[dict[Place, int], dict[Place, str]]:
    """Return what was booked or kept, and of the rest why not."""
    before = {place: (await _limits(visit, training, *place))[0] for place in wanted}
    done: dict[Place, int] = {}
    refused: dict[Place, str] = {}
    for place in sorted(wanted, key=lambda each: wanted[each] - before[each]):
        result = await _changed(visit, training.id, place, wanted[place])
        if isinstance(result, Refused):
            refused[place] = manage.refused(visit.texts, result)
        else:
            done[place] = wanted[place]
    return {place: done[place] for place in wanted if place in done}, refused


async def _changed(visit: Visit, training_id: int, place: Place, n: int) -> Changed | Refused:
    store, network, now = visit.store, visit.network, visit.now
    if place[1]:
        return await use_cases.book(store, network, training_id, place, n, now)
    return await use_cases.set_quota(store, network, training_id, place[0], n, now)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    who = Who.COORDINATORS
    on_form(
        router,
        Host(
            wording.FACE, take, leave, _about, anew=True, facts=_facts, lines=typed, deed=Deed.SEATS
        ),
        who,
    )
    on_tap(router, Blocks, blocks, who)
    on_tap(router, BlocksPage, blocks, who)
    on_tap(router, Quotas, quotas, who)
    on_tap(router, AddBlock, add_block, who)
    on_tap(router, ChangeBlock, change_block, who)
    on_tap(router, ChangeQuota, change_quota, who)
