"""The log of the coordinators: meetings, agreements, advice totals, goals, by buttons only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from domain import protocol
from domain.correction import Reason
from domain.draft import Draft
from domain.localtime import local_day
from domain.protocol import CORRECTABLE, DONE, MOST, READ, SEVERAL, STEPS, Matter, Scene, Step
from handlers.context import App, Visit
from handlers.dialogues import Dialogue, on_dialogue
from handlers.doors import Who, on_command, on_tap
from talk.protocol import Answer, Begin, Key, OneBack, Protocol, TurnPage
from texts import protocol as wording
from texts.typed_numbers import Refused, read_number

KIND = "protocol"


async def begin(visit: Visit, _: object) -> None:
    """Answer /protokoll: what can be entered."""
    visit.show(wording.menu(visit.texts))


async def _scene(visit: Visit) -> Scene:
    """Return what the choices depend on; of past years only the last can still be open."""
    years = visit.store.years
    today = local_day(visit.now, visit.network.zone)
    sealed = await visit.store.seals.sealed(today.year - 1)
    open_years = (today.year,) if sealed else (today.year - 1, today.year)
    first, last = date(open_years[0], 1, 1), date(today.year + 1, 12, 31)
    rows = [row for kind in CORRECTABLE for row in await years.correctable(kind, first, last)]
    rows.sort(key=lambda row: row[0])
    entries = [entry for kind in READ for _, entry in await years.find(kind, first, last)]
    return Scene(visit.network, today, open_years, entries, rows)


async def matter(visit: Visit, action: Begin) -> None:
    """Begin with one of the things that can be entered."""
    if action.matter not in list(Matter):
        visit.notice("stale-button", alert=True)
        return
    first = STEPS[Matter(action.matter)][0]
    await _ask(visit, first, {"matter": action.matter}, await _scene(visit))


async def _ask(visit: Visit, step: Step, said: dict[str, Any], scene: Scene) -> None:
    """Keep what was said and ask for the next step; older buttons do not count any more."""
    draft = Draft(KIND, step, said, visit.update_id)
    await visit.keep(draft)
    _show(visit, draft, scene)


def _show(visit: Visit, draft: Draft, scene: Scene, page: int = 0) -> None:
    step = Step(draft.step)
    shown = wording.Card(visit.texts, scene, step, draft.data, draft.version, page)
    visit.ask(KIND, wording.card(shown))


async def _current(visit: Visit, version: int) -> tuple[Draft, Scene] | None:
    draft = await visit.draft(KIND)
    if draft is None or draft.version != version:
        visit.notice("stale-button", alert=True)
        return None
    return draft, await _scene(visit)


async def answer(visit: Visit, action: Answer) -> None:
    """Take an answer."""
    found = await _current(visit, action.version)
    if found is None:
        return
    draft, scene = found
    step, said, value = Step(draft.step), draft.data, action.value
    if step is Step.NUMBER:
        if value == DONE:
            await _take_number(visit, draft, scene)
    elif step in SEVERAL and _switches(value) & set(_offered(draft, scene)):
        await _switch(visit, draft, scene, value)
    elif value not in _offered(draft, scene):
        visit.notice("stale-button", alert=True)
    elif step is Step.CHECK:
        await _write(visit, said, scene)
    else:
        now_said = said if value == DONE else {**said, str(step): value}
        await _ask(visit, protocol.after(step, now_said, scene), now_said, scene)


def _switches(value: str) -> set[str]:
    """Return both positions of the switch that an answer moves; none if it moves none."""
    return {f"+{value[1:]}", f"-{value[1:]}"} if value[:1] in {"+", "-"} else set()


def _offered(draft: Draft, scene: Scene) -> list[str]:
    return protocol.options(Step(draft.step), draft.data, scene)


async def _switch(visit: Visit, draft: Draft, scene: Scene, value: str) -> None:
    """Choose or drop one of several; pressing twice changes nothing."""
    changed = replace(draft, data=protocol.switched(draft.data, Step(draft.step), value))
    await visit.keep(changed)
    _show(visit, changed, scene)


async def key(visit: Visit, action: Key) -> None:
    """Take a key of the number pad."""
    found = await _current(visit, action.version)
    if found is None:
        return
    draft, scene = found
    if Step(draft.step) is Step.NUMBER and 0 <= action.number <= MOST:
        changed = replace(draft, data={**draft.data, "number": action.number})
        await visit.keep(changed)
        _show(visit, changed, scene)


async def ask(visit: Visit, draft: Draft) -> None:
    """Show the question of the present step."""
    _show(visit, draft, await _scene(visit))


async def typed(visit: Visit, draft: Draft, text: str) -> bool:
    """Take a typed number where one is asked for, or what one of the choices says."""
    scene, step = await _scene(visit), Step(draft.step)
    value: int | str | Refused | None
    if step is not Step.NUMBER:
        value = wording.typed(text, step, _offered(draft, scene), scene)
    else:
        value = read_number(text, 0, MOST)
    match value:
        case None:
            return False
        case Refused():
            visit.say(wording.refused(visit.texts, value, step))
            _show(visit, draft, scene)
        case int():
            changed = replace(draft, data={**draft.data, "number": value})
            await visit.keep(changed)
            _show(visit, changed, scene)
        case str():
            said = {**draft.data, str(step): value}
            await _ask(visit, protocol.after(step, said, scene), said, scene)
    return True


async def _take_number(visit: Visit, draft: Draft, scene: Scene) -> None:
    """Go on with the number; a correction must change it."""
    said = {**draft.data, "number": draft.data.get("number", 0)}
    if "entry" in said:
        entry = scene.entry(int(said["entry"]))
        if entry is None or entry.n == said["number"]:
            visit.notice("protocol-same-number", alert=True)
            return
    await _ask(visit, protocol.after(Step.NUMBER, said, scene), said, scene)


async def _write(visit: Visit, said: dict[str, Any], scene: Scene) -> None:
    """Write it into the ledger, once: the dialogue is over with it."""
    await visit.finish()
    year = await _year(visit, said, scene)
    if year is not None and await visit.store.seals.sealed(year):  # meanwhile
        visit.notice("protocol-sealed", alert=True, year=str(year))
        return
    if not protocol.possible(said, scene):  # somebody was faster
        visit.notice("stale-button", alert=True)
        return
    rows = protocol.corrections(said, scene) if "entry" in said else []
    for number, n in rows:
        await visit.store.years.correct(number, n, Reason(said["reason"]))
    if not rows:
        await visit.store.ledger.add(protocol.entries(said, scene))
    visit.show(wording.written(visit.texts, corrected=bool(rows)))


async def _year(visit: Visit, said: dict[str, Any], scene: Scene) -> int | None:
    """Return the year in which it would be written; rows of a sealed one are not in the scene."""
    if "entry" in said:
        return await visit.store.years.year_of(int(said["entry"]))
    return protocol.day_of(said, scene).year


async def turn(visit: Visit, action: TurnPage) -> None:
    """Show another page of choices."""
    found = await _current(visit, action.version)
    if found is not None:
        _show(visit, *found, page=action.page)


async def back(visit: Visit, action: OneBack) -> None:
    """Go one step back; from the first one, to what can be entered."""
    found = await _current(visit, action.version)
    if found is None:
        return
    draft, scene = found
    earlier = protocol.before(Step(draft.step), draft.data, scene)
    if earlier is None:
        await visit.finish()
        await begin(visit, action)
        return
    await _ask(visit, earlier, protocol.without(draft.data, earlier, scene), scene)


def register(application: App) -> None:
    """Open the doors of this feature."""
    on_command(application, "protokoll", begin, Who.COORDINATORS)
    on_tap(application, Protocol, begin, Who.COORDINATORS)
    on_tap(application, Begin, matter, Who.COORDINATORS)
    on_tap(application, Answer, answer, Who.COORDINATORS)
    on_tap(application, Key, key, Who.COORDINATORS)
    on_tap(application, TurnPage, turn, Who.COORDINATORS)
    on_tap(application, OneBack, back, Who.COORDINATORS)
    on_dialogue(KIND, Dialogue(ask, typed, coordinators=True))
