"""Booking seats for institutions without Telegram, and keeping seats for offices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain import registration
from domain import seating as use_cases
from domain.changes import Changed, Refused
from domain.draft import Draft
from domain.manage import manages
from domain.seating import Place
from domain.training import MOST_SEATS, Training
from domain.vocabulary import COUNTY_WIDE, Sector
from handlers.context import App, Visit
from handlers.dialogues import Dialogue, on_dialogue
from handlers.doors import Who, on_tap
from talk.seats import (
    AddBlock,
    BlockOffice,
    Blocks,
    BlockSector,
    BlocksPage,
    ChangeBlock,
    ChangeQuota,
    Quotas,
    SeatsBy,
    SeatsDone,
)
from texts import managing, seating
from texts.seating import Number, Sheet
from texts.typed_numbers import read_number, refusal

KIND = "seating"
OFFICE, SECTOR, NUMBER = "office", "sector", "number"
#: The two lists: nothing is asked, but lines may be typed.
BLOCKS, QUOTAS = "blocks", "quotas"


async def _own(visit: Visit, training_id: int) -> Training | None:
    """Return a training that the visitor manages; says so if it is none."""
    training = await visit.store.trainings.get(training_id)
    if training is None:
        visit.notice("manage-refused-gone", alert=True)
    elif manages(visit.person, training):
        return training
    else:
        visit.notice("manage-not-yours", alert=True)
    return None


def _sheet(visit: Visit, training: Training, version: int = 0) -> Sheet:
    return Sheet(visit.texts, visit.network, training, version)


async def blocks(visit: Visit, action: Blocks | BlocksPage) -> None:
    """Answer «Sammelplätze» with a page of them."""
    page = action.page if isinstance(action, BlocksPage) else 0
    await _show_blocks(visit, action.training_id, page=page)


async def _show_blocks(visit: Visit, training_id: int, note: str = "", page: int = 0) -> None:
    training = await _own(visit, training_id)
    if training is not None:
        await _at_list(visit, BLOCKS, training)
        booked = await visit.store.seating.listed(training_id)
        visit.show(seating.blocks(_sheet(visit, training), booked, note, page))


async def quotas(visit: Visit, action: Quotas) -> None:
    """Answer «Kontingente»."""
    await _show_quotas(visit, action.training_id)


async def _show_quotas(visit: Visit, training_id: int, note: str = "") -> None:
    training = await _own(visit, training_id)
    if training is not None:
        await _at_list(visit, QUOTAS, training)
        kept = await visit.store.seating.quotas(training_id)
        visit.show(seating.quotas(_sheet(visit, training), kept, note))


async def _at(visit: Visit, step: str, **data: Any) -> Draft:
    """Keep a step of the dialogue; its version is the update that led there."""
    draft = Draft(KIND, step, data, visit.update_id)
    await visit.keep(draft)
    return draft


async def _at_list(visit: Visit, step: str, training: Training) -> None:
    """Keep which list is shown, and beneath which date and place."""
    await _at(visit, step, training=training.id, resting=True, shown=training.plan.shown)


def _changed_facts(draft: Draft, training: Training) -> bool:
    """Return whether date, place or mode are others than those that were shown."""
    return bool(draft.data.get("shown") != training.plan.shown)


async def _current(visit: Visit, version: int, step: str) -> tuple[Draft, Training] | None:
    """Return the dialogue and its training if the button belongs to them; else say why not."""
    draft = await visit.draft(KIND)
    if draft is None or (draft.version, draft.step) != (version, step):
        visit.notice("stale-button", alert=True)
        return None
    training = await _own(visit, draft.data["training"])
    return (draft, training) if training is not None else None


async def add_block(visit: Visit, action: AddBlock) -> None:
    """Ask for the district of an institution."""
    training = await _own(visit, action.training_id)
    if training is not None:
        draft = await _at(visit, OFFICE, training=training.id)
        visit.ask(KIND, seating.which_office(_sheet(visit, training, draft.version)))


async def block_office(visit: Visit, action: BlockOffice) -> None:
    """Take the district and ask for the sector."""
    found = await _current(visit, action.version, OFFICE)
    known = action.office == COUNTY_WIDE or visit.network.find_office(action.office)
    if found is not None and known:
        training = found[1]
        draft = await _at(visit, SECTOR, training=training.id, office=action.office)
        visit.ask(KIND, seating.which_sector(_sheet(visit, training, draft.version), action.office))


async def block_sector(visit: Visit, action: BlockSector) -> None:
    """Take the sector and ask for the number."""
    found = await _current(visit, action.version, SECTOR)
    if found is None:
        return
    draft, training = found
    office = draft.data["office"]
    sector = Sector(action.sector) if action.sector in set(Sector) else None
    if sector is None or not visit.network.has_institution(office, sector):
        visit.notice("stale-button", alert=True)
        return
    await _begin_number(visit, training, office, sector)


async def change_block(visit: Visit, action: ChangeBlock) -> None:
    """Change what is booked for one institution."""
    training = await _own(visit, action.training_id)
    if training is None:
        return
    booked = await visit.store.seating.listed(training.id)
    one = next((each for each in booked if each.id == action.block_id), None)
    if one is None:
        visit.notice("stale-button", alert=True)
        return
    await _begin_number(visit, training, one.office, one.sector)


async def change_quota(visit: Visit, action: ChangeQuota) -> None:
    """Change what is kept for one office."""
    training = await _own(visit, action.training_id)
    if training is None:
        return
    if visit.network.find_office(action.office) is None:
        visit.notice("stale-button", alert=True)
        return
    await _begin_number(visit, training, action.office, "")


async def _begin_number(visit: Visit, training: Training, office: str, sector: str) -> None:
    before, _ = await _limits(visit, training, office, sector)
    await _show_number(visit, training, office, sector, before)


async def _limits(
    visit: Visit, training: Training, office: str, sector: str
) -> tuple[int, int | None]:
    """Return the number of now and the largest possible one; None without a limit."""
    kept, now = visit.store.seating, visit.now
    if not sector:
        before = (await kept.quotas(training.id)).get(office, 0)
        return before, (await visit.store.registrations.division(training)).most(office)
    before = await kept.block(training.id, (office, sector))
    free = await registration.free_for(visit.store.registrations, training, office, now)
    return before, None if free is None else before + free


async def _show_number(
    visit: Visit, training: Training, office: str, sector: str, n: int, note: str = ""
) -> None:
    """Keep the number that is being chosen, and show it."""
    before, most = await _limits(visit, training, office, sector)
    chosen = {"training": training.id, "office": office, "sector": sector, "n": n}
    draft = await _at(visit, NUMBER, **chosen, shown=training.plan.shown)
    shown = Number(office, sector, n, before, most)
    visit.ask(KIND, seating.number(_sheet(visit, training, draft.version), shown, note))


async def seats_by(visit: Visit, action: SeatsBy) -> None:
    """Choose some seats more or fewer; nothing is booked yet."""
    found = await _current(visit, action.version, NUMBER)
    if found is None:
        return
    draft, training = found
    n = max(0, min(draft.data["n"] + action.by, MOST_SEATS))
    visit.toast = str(n)
    await _show_number(visit, training, draft.data["office"], draft.data["sector"], n)


async def seats_done(visit: Visit, action: SeatsDone) -> None:
    """Book or keep the number that is shown; who moves up by it learns of it."""
    found = await _current(visit, action.version, NUMBER)
    if found is None:
        return
    draft, training = found
    office, sector, n = (draft.data[name] for name in ("office", "sector", "n"))
    if _changed_facts(draft, training):
        note = visit.texts("card-facts-changed")
        await _show_number(visit, training, office, sector, n, note)
        return
    result = await _changed(visit, training.id, office, sector, n)
    if isinstance(result, Refused):
        note = managing.refused(visit.texts, result)
        await _show_number(visit, training, office, sector, n, note)
        return
    await visit.finish()
    note = managing.done(visit.texts, visit.network, "manage-saved", result, visit.now)
    show = _show_blocks if sector else _show_quotas
    await show(visit, training.id, note)


async def ask(visit: Visit, draft: Draft) -> None:
    """Show the present step."""
    number = draft.data["training"]
    training = await _own(visit, number)
    if training is None:
        await visit.finish()
        return
    sheet = _sheet(visit, training, draft.version)
    match draft.step:
        case "office":
            visit.ask(KIND, seating.which_office(sheet))
        case "sector":
            visit.ask(KIND, seating.which_sector(sheet, draft.data["office"]))
        case "number":
            office, sector, n = (draft.data[name] for name in ("office", "sector", "n"))
            before, most = await _limits(visit, training, office, sector)
            visit.ask(KIND, seating.number(sheet, Number(office, sector, n, before, most)))
        case "blocks":
            await _show_blocks(visit, number)
        case _:
            await _show_quotas(visit, number)


async def typed(visit: Visit, draft: Draft, text: str) -> bool:
    """Take a typed number where one is chosen, or lines of a name and a number in a list."""
    training = await _own(visit, draft.data["training"])
    if training is None:
        return False
    if draft.step == NUMBER:
        return await _typed_number(visit, draft, training, text)
    return draft.step in {BLOCKS, QUOTAS} and await _typed_lines(visit, draft, training, text)


async def _typed_number(visit: Visit, draft: Draft, training: Training, text: str) -> bool:
    """Show the typed number instead of the present one; nothing is booked yet."""
    office, sector, n = (draft.data[name] for name in ("office", "sector", "n"))
    before, most = await _limits(visit, training, office, sector)
    most = max(before, MOST_SEATS if most is None else most)
    number = read_number(text, 0, most)
    if number is None:
        return False
    if isinstance(number, int):
        await _show_number(visit, training, office, sector, number)
    else:
        await _show_number(
            visit, training, office, sector, n, refusal(visit.texts, number, 0, most)
        )
    return True


async def _typed_lines(visit: Visit, draft: Draft, training: Training, text: str) -> bool:
    """Book or keep what each typed line says; what gives seats back comes first."""
    sheet = _sheet(visit, training)
    is_quota = draft.step == QUOTAS
    read = seating.read_quotas if is_quota else seating.read_blocks
    found = read(sheet, text)
    if not found.meant:
        hint = seating.which_line(sheet, text, is_quota=is_quota)
        if hint is not None:
            visit.say(hint)
        return hint is not None
    show = _show_quotas if is_quota else _show_blocks
    if _changed_facts(draft, training):
        await show(visit, training.id, visit.texts("card-facts-changed"))
        return True
    done, refused = await _take_lines(visit, training, found.taken)
    note = seating.lines_taken(sheet, done, refused, found.left)
    await show(visit, training.id, note)
    return True


async def _take_lines(
    visit: Visit, training: Training, wanted: Mapping[Place, int]
) -> tuple[dict[Place, int], dict[Place, str]]:
    """Return what was booked or kept, and of the rest why not."""
    before = {place: (await _limits(visit, training, *place))[0] for place in wanted}
    done: dict[Place, int] = {}
    refused: dict[Place, str] = {}
    for place in sorted(wanted, key=lambda each: wanted[each] - before[each]):
        result = await _changed(visit, training.id, *place, wanted[place])
        if isinstance(result, Refused):
            refused[place] = managing.refused(visit.texts, result)
        else:
            done[place] = wanted[place]
    return {place: done[place] for place in wanted if place in done}, refused


async def _changed(
    visit: Visit, training_id: int, office: str, sector: str, n: int
) -> Changed | Refused:
    store, network, now = visit.store, visit.network, visit.now
    if sector:
        return await use_cases.book(store, network, training_id, (office, sector), n, now)
    return await use_cases.set_quota(store, network, training_id, office, n, now)


def register(application: App) -> None:
    """Open the doors of this feature."""
    on_dialogue(KIND, Dialogue(ask, typed, coordinators=True))
    on_tap(application, Blocks, blocks, Who.COORDINATORS)
    on_tap(application, BlocksPage, blocks, Who.COORDINATORS)
    on_tap(application, Quotas, quotas, Who.COORDINATORS)
    on_tap(application, AddBlock, add_block, Who.COORDINATORS)
    on_tap(application, BlockOffice, block_office, Who.COORDINATORS)
    on_tap(application, BlockSector, block_sector, Who.COORDINATORS)
    on_tap(application, ChangeBlock, change_block, Who.COORDINATORS)
    on_tap(application, ChangeQuota, change_quota, Who.COORDINATORS)
    on_tap(application, SeatsBy, seats_by, Who.COORDINATORS)
    on_tap(application, SeatsDone, seats_done, Who.COORDINATORS)
