"""Closing a training: numbers by institution, proposed from the registrations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain import closing as use_case
from domain.closing import (
    KIND,
    MOST_PEOPLE,
    Group,
    NotClosable,
    Place,
    came_in_all,
    from_data,
    merged,
    not_closable,
    proposed,
    seats_of,
    to_data,
    with_count,
    with_number,
    with_place,
)
from domain.draft import Draft
from domain.localtime import local_day
from domain.manage import manages
from domain.training import Training
from domain.vocabulary import COUNTY_WIDE, Sector
from handlers import feedback
from handlers.context import Dialogue, Router, Visit, Who
from handlers.dialogues import on_dialogue
from handlers.doors import on_tap
from talk.close import (
    AddOffice,
    AddPlace,
    AddSector,
    AllCame,
    AskNumber,
    Change,
    Close,
    Finish,
    Leave,
    Page,
)
from texts import closing
from texts.institutions import places
from texts.typed_numbers import Refused, read_number

NUMBERS = "numbers"
NUMBER = "number"


async def _course(visit: Visit, training_id: int) -> Training | None:
    """Return a training the visitor may close now; else say why not."""
    training = await visit.store.trainings.get(training_id)
    reason = not_closable(training, visit.now)
    if training is not None and reason is None and await _sealed(visit, training):
        reason = NotClosable.SEALED
    if training is None or reason is not None:
        _refuse(visit, reason or NotClosable.GONE)
        return None
    if not manages(visit.person, training):
        visit.notice("announce-not-yours", alert=True)
        return None
    return training


async def _sealed(visit: Visit, training: Training) -> bool:
    day = local_day(training.plan.starts_at, visit.network.zone)
    return await visit.store.seals.sealed(day.year)


def _refuse(visit: Visit, reason: NotClosable) -> None:
    visit.toast, visit.alert = closing.refused(visit.texts, reason), True


async def begin(visit: Visit, action: Close) -> None:
    """Answer «Abschließen» with the numbers as registered."""
    training = await _course(visit, action.training_id)
    if training is None:
        return
    begun = await visit.draft(KIND)
    if begun is not None and begun.data["training"] == training.id:  # what was counted stays
        await _keep(visit, replace(begun, version=visit.update_id), training, _groups(begun))
        return
    groups = proposed((await seats_of(visit.store, training)).all, _places(visit))
    data = {"training": training.id, "page": 0}
    draft = Draft(KIND, NUMBERS, data, visit.update_id)
    await _keep(visit, draft, training, groups)


def _places(visit: Visit) -> list[Place]:
    """Return all institutions, in the order in which lists show them."""
    return places(visit.network)


async def _keep(
    visit: Visit, draft: Draft, training: Training, groups: Sequence[Group], note: str = ""
) -> None:
    """Keep the numbers and show them; `note` is HTML that stands above."""
    kept = replace(draft, step=NUMBERS, data={**draft.data, "groups": to_data(groups)})
    await visit.keep(kept)
    visit.ask(KIND, closing.numbers(_shown(visit, kept, training), note))


async def ask(visit: Visit, draft: Draft) -> None:
    """Show the numbers, or the question for one; it is over if nothing can be closed."""
    training = await _course(visit, draft.data["training"])
    if training is None:
        await visit.finish()
        return
    shown = _shown(visit, draft, training)
    if draft.step == NUMBER:
        visit.ask(KIND, closing.ask_number(shown, shown.groups[draft.data["index"]]))
    else:
        visit.ask(KIND, closing.numbers(shown))


def _shown(visit: Visit, draft: Draft, training: Training) -> closing.Draft:
    shown = closing.Draft(
        visit.texts,
        visit.network,
        training,
        from_data(draft.data.get("groups", ())),
        draft.version,
        draft.data.get("page", 0),
    )
    return replace(shown, page=min(shown.page, shown.pages - 1))


async def _current(visit: Visit, version: int) -> tuple[Draft, Training] | None:
    """Return the dialogue and its training if the button belongs to them; else say why not."""
    draft = await visit.draft(KIND)
    if draft is None or draft.version != version:
        visit.notice("stale-button", alert=True)
        return None
    training = await _course(visit, draft.data["training"])
    if training is None:
        await visit.finish()
        return None
    return draft, training


def _groups(draft: Draft) -> list[Group]:
    return from_data(draft.data["groups"])


async def change(visit: Visit, action: Change) -> None:
    """Count one more or one fewer; the new number is said at once."""
    found = await _current(visit, action.version)
    if found is None:
        return
    draft, training = found
    groups = _groups(draft)
    came = groups[action.index].came if 0 <= action.index < len(groups) else 0
    changed = with_number(groups, action.index, came + action.by)
    if changed is None:
        visit.notice("stale-button", alert=True)
        return
    await _keep(visit, draft, training, changed)
    name = _shown(visit, draft, training).name(changed[action.index])
    visit.toast = f"{name}: {changed[action.index].came}"


async def ask_number(visit: Visit, action: AskNumber) -> None:
    """Ask to type the number of one group."""
    found = await _current(visit, action.version)
    if found is None or not 0 <= action.index < len(_groups(found[0])):
        return
    draft, training = found
    await visit.keep(replace(draft, step=NUMBER, data={**draft.data, "index": action.index}))
    shown = _shown(visit, draft, training)
    visit.ask(KIND, closing.ask_number(shown, shown.groups[action.index]))


async def typed(visit: Visit, draft: Draft, text: str) -> bool:
    """Take a typed number, or lines of an institution and its number each."""
    training = await _course(visit, draft.data["training"])
    if training is None:
        return False
    groups = _groups(draft)
    index = draft.data.get("index", 0) if draft.step == NUMBER or len(groups) == 1 else None
    number = read_number(text, 0, MOST_PEOPLE) if index is not None else None
    if isinstance(number, int) and index is not None:
        await _keep(visit, draft, training, with_number(groups, index, number) or groups)
    elif isinstance(number, Refused):
        visit.say(closing.bad_number(_shown(visit, draft, training), number, MOST_PEOPLE))
    else:
        return await _typed_lines(visit, draft, training, text)
    return True


async def _typed_lines(visit: Visit, draft: Draft, training: Training, text: str) -> bool:
    """Take lines of an institution and its number each; False if there is none of them."""
    groups, shown = _groups(draft), _shown(visit, draft, training)
    found = closing.read_lines(shown, text, MOST_PEOPLE)
    if not found.meant:
        hint = closing.which_line(shown, text)
        if hint is not None:
            visit.say(hint)
        return hint is not None
    for place, came in found.taken.items():
        groups = with_count(groups, place, came)
    await _keep(visit, draft, training, groups, closing.lines_taken(shown, found, MOST_PEOPLE))
    return True


async def all_came(visit: Visit, action: AllCame) -> None:
    """Answer «Alle gekommen»: the numbers of the registrations, as they are now."""
    found = await _current(visit, action.version)
    if found is None:
        return
    draft, training = found
    places = (await seats_of(visit.store, training)).all
    added = [each for each in _groups(draft) if not each.registered and each.came]
    kept = [each for each in added if (each.office, each.sector) not in places]
    await _keep(visit, draft, training, merged(kept, places, _places(visit)))


async def page(visit: Visit, action: Page) -> None:
    """Show a page of the numbers; also the way back from a question."""
    found = await _current(visit, action.version)
    if found is not None:
        draft, training = found
        turned = replace(draft, data={**draft.data, "page": max(0, action.page)})
        await _keep(visit, turned, training, _groups(turned))


async def add_place(visit: Visit, action: AddPlace) -> None:
    """Ask for the district of an institution nobody of was registered."""
    found = await _current(visit, action.version)
    if found is not None:
        visit.ask(KIND, closing.which_office(_shown(visit, *found)))


async def add_office(visit: Visit, action: AddOffice) -> None:
    """Take the district and ask for the sector."""
    found = await _current(visit, action.version)
    known = action.office == COUNTY_WIDE or visit.network.find_office(action.office)
    if found is None or not known:
        return
    draft, training = found
    await visit.keep(replace(draft, data={**draft.data, "office": action.office}))
    visit.ask(KIND, closing.which_sector(_shown(visit, draft, training), action.office))


async def add_sector(visit: Visit, action: AddSector) -> None:
    """Take the sector: one person of that institution came."""
    found = await _current(visit, action.version)
    if found is None or action.sector not in list(Sector):
        return
    draft, training = found
    office = draft.data.get("office", "")
    if not visit.network.has_institution(office, Sector(action.sector)):
        visit.notice("stale-button", alert=True)
        return
    groups = with_place(_groups(draft), office, action.sector)
    last = replace(draft, data={**draft.data, "page": len(groups) // closing.GROUPS_A_PAGE})
    await _keep(visit, last, training, groups)


async def finish(visit: Visit, action: Finish) -> None:
    """Answer «So abschließen»: the sums go into the ledger, once."""
    found = await _current(visit, action.version)
    if found is None:
        return
    draft, training = found
    groups = _groups(draft)
    day = local_day(training.plan.starts_at, visit.network.zone)
    reason = await use_case.close(visit.store, training.id, groups, day, visit.now)
    await visit.finish()
    if reason is not None:
        _refuse(visit, reason)
        return
    await feedback.plan(visit, training.id)
    visit.notice("close-done-toast")
    visit.show(closing.done(visit.texts, training, came_in_all(groups)))


async def leave(visit: Visit, action: Leave) -> None:
    """Answer «Später»: nothing is kept, and the way in stays open."""
    found = await _current(visit, action.version)
    if found is not None:
        await visit.finish()
        visit.show(closing.left(visit.texts, found[1]))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, Close, begin, Who.COORDINATORS)
    on_tap(router, Change, change, Who.COORDINATORS)
    on_tap(router, AskNumber, ask_number, Who.COORDINATORS)
    on_tap(router, AllCame, all_came, Who.COORDINATORS)
    on_tap(router, Page, page, Who.COORDINATORS)
    on_tap(router, AddPlace, add_place, Who.COORDINATORS)
    on_tap(router, AddOffice, add_office, Who.COORDINATORS)
    on_tap(router, AddSector, add_sector, Who.COORDINATORS)
    on_tap(router, Finish, finish, Who.COORDINATORS)
    on_tap(router, Leave, leave, Who.COORDINATORS)
    on_dialogue(router, KIND, Dialogue(ask, typed, coordinators=True))
