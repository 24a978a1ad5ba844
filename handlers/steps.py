"""Dialogues of several steps: which answer belongs to which step, and what an old button says."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from domain import planning
from domain.draft import Draft
from domain.planning import WHEN, Answered, Problem, Step
from domain.sketch import END_OF_DAY, Sketch, from_json, to_json
from domain.training import MOST_SEATS
from domain.units import MOST_UNITS
from domain.vocabulary import Topic
from handlers.context import Dialogue, Router, Visit, Who
from handlers.dialogues import on_dialogue
from handlers.doors import on_tap
from talk.plan import Abort, Pick, StepBack, Turn
from texts import planning as wording
from texts import typed_choice
from texts.plan_choices import Page
from texts.typed_dates import (
    Ambiguous,
    Impossible,
    Parsed,
    Reason,
    explain,
    like_a_date,
    missing_day,
    on_day,
    parse,
)
from texts.typed_numbers import read_number, refusal, says_unlimited

#: The smallest and the largest number that may be typed at a step.
MOST_OF = {Step.SEATS: (1, MOST_SEATS), Step.UNITS: (0, MOST_UNITS)}
#: Room for the steps of a dialogue, so that two dialogues share no version.
_STEPS = 128
_DIALOGUES = 1 << 23


@dataclass(frozen=True, slots=True)
class Flow:
    """What is special about a kind of dialogue: what follows an answer, a way back, a way out.

    `head` returns the line above the question, empty for the usual one; `preview` shows the last
    step where it is not the usual one.
    """

    answered: Callable[[Visit, Draft, Sketch], Awaitable[None]]
    back: Callable[[Visit, Draft], Awaitable[None]]
    left: Callable[[Visit, Draft], Awaitable[None]]
    head: Callable[[Visit, Draft], Awaitable[str]]
    preview: Callable[[Visit, Draft], Awaitable[None]] | None = None


_flows: dict[str, Flow] = {}


def on_steps(router: Router, kind: str, flow: Flow) -> None:
    """Let dialogues of this kind be led step by step."""
    _flows[kind] = flow
    on_dialogue(router, kind, Dialogue(_ask, _typed, coordinators=True))


async def _ask(visit: Visit, draft: Draft) -> None:
    """Show the card of the present step, with its first page."""
    flow = _flows[draft.kind]
    if draft.step == Step.PREVIEW and flow.preview is not None:
        await flow.preview(visit, draft)
    else:
        visit.ask(
            draft.kind, wording.card(page_of(visit, draft), head=await flow.head(visit, draft))
        )


def sketch_of(draft: Draft) -> Sketch:
    """Return what was answered so far."""
    return from_json(draft.data["sketch"])


def begun(visit: Visit, kind: str, step: Step, sketch: Sketch, **more: int | str) -> Draft:
    """Return a new dialogue; its versions are no other dialogue's."""
    version = visit.update_id % _DIALOGUES * _STEPS
    return Draft(kind, step, {"sketch": to_json(sketch), **more}, version, visit.message_id)


def at_step(draft: Draft, step: Step, sketch: Sketch) -> Draft:
    """Return the dialogue at another step, with a new version for its buttons."""
    data = {**draft.data, "sketch": to_json(sketch)}
    return replace(draft, step=step, data=data, version=draft.version + 1)


def page_of(visit: Visit, draft: Draft, number: int = 0) -> Page:
    """Return what the card of the present step is made of."""
    return Page(
        texts=visit.texts,
        network=visit.network,
        sketch=sketch_of(draft),
        step=Step(draft.step),
        version=draft.version,
        now=visit.now,
        number=number,
        host=visit.person.office,
    )


async def show_step(visit: Visit, draft: Draft, problem: str = "", number: int = 0) -> None:
    """Keep the dialogue and show the card of its step."""
    await visit.keep(draft)
    head = await _flows[draft.kind].head(visit, draft)
    visit.ask(draft.kind, wording.card(page_of(visit, draft, number), problem, head))


async def current(visit: Visit, version: int) -> Draft | None:
    """Return the dialogue that a button belongs to; says so if it is an old button."""
    draft = await visit.store.drafts.get(visit.chat_id)
    if draft is None or draft.kind not in _flows or draft.version != version:
        visit.notice("stale-button", alert=True)
        return None
    return draft


async def _picked(visit: Visit, action: Pick) -> None:
    """Take a pressed answer."""
    draft = await current(visit, action.version)
    if draft is None:
        return
    step, sketch = Step(draft.step), sketch_of(draft)
    try:
        found = planning.pick(sketch, step, action.value, visit.network, visit.now)
    except ValueError:
        visit.notice("stale-button", alert=True)
        return
    await _take(visit, draft, found)


async def _take(visit: Visit, draft: Draft, found: Answered | Problem) -> None:
    if isinstance(found, Problem):
        await show_step(visit, draft, wording.problem(page_of(visit, draft), found))
    elif not found.done:
        data = {**draft.data, "sketch": to_json(found.sketch)}
        await show_step(visit, replace(draft, data=data))
    else:
        await _flows[draft.kind].answered(visit, draft, found.sketch)


async def _typed(visit: Visit, draft: Draft, text: str) -> bool:
    """Take a typed answer; False at a step that asks for none."""
    step = Step(draft.step)
    if step in WHEN or step is Step.DEADLINE:
        return await _typed_date(visit, draft, text)
    if step in MOST_OF:
        return await _typed_number(visit, draft, step, text)
    if step is Step.TOPIC:
        return await _typed_topic(visit, draft, text)
    found = planning.typed(sketch_of(draft), step, text)
    if found is Problem.NOT_ASKED:
        return False
    await _take(visit, draft, found)
    return True


async def _typed_topic(visit: Visit, draft: Draft, text: str) -> bool:
    """Take a topic by its name, whichever page it stands on; False if the text names none."""
    topic = typed_choice.named({each: visit.texts.label("topic", each) for each in Topic}, text)
    if topic is not None:
        sketch = sketch_of(draft)
        await _take(
            visit, draft, planning.pick(sketch, Step.TOPIC, topic, visit.network, visit.now)
        )
    return topic is not None


async def _typed_number(visit: Visit, draft: Draft, step: Step, text: str) -> bool:
    """Take a typed number, or a word for none; False if the text says neither."""
    sketch, (least, most) = sketch_of(draft), MOST_OF[step]
    if step is Step.SEATS and says_unlimited(text):
        await _take(visit, draft, Answered(replace(sketch, seats=None)))
        return True
    number = read_number(text, least, most)
    if isinstance(number, int):
        await _take(visit, draft, planning.typed(sketch, step, str(number)))
    elif number is not None:
        await show_step(visit, draft, refusal(visit.texts, number, least, most))
    return number is not None


async def _typed_date(visit: Visit, draft: Draft, text: str) -> bool:
    """Take a typed date or time; False if it was not meant to be one."""
    page = page_of(visit, draft)
    match _read(visit, page, text):
        case Impossible(Reason.UNREADABLE) if not like_a_date(text):
            return False
        case Impossible() as read:
            await show_step(visit, draft, explain(visit.texts, read, wording.example_of(page)))
        case Ambiguous() as read:
            head = await _flows[draft.kind].head(visit, draft)
            visit.ask(draft.kind, wording.ambiguous(page, read, head))
        case Parsed(day=None):
            await show_step(visit, draft, missing_day(visit.texts, wording.example_of(page)))
        case Parsed() as read:
            await _take(visit, draft, _dated(visit, page.step, page.sketch, read))
    return True


def _read(visit: Visit, page: Page, text: str) -> Parsed | Ambiguous | Impossible:
    """Read a text as an answer to the question of the page."""
    sketch, step, now, zone = page.sketch, page.step, visit.now, visit.network.zone
    if step is Step.DEADLINE:
        return parse(text, now, zone, until=True)
    day = sketch.day if step in {Step.START, Step.END} else None
    read = parse(text, now, zone, day)
    if isinstance(read, Parsed) and read.day is None:
        return parse(text, now, zone, sketch.day)
    return on_day(read, sketch.day) if step is Step.DAY else read


def _dated(visit: Visit, step: Step, sketch: Sketch, read: Parsed) -> Answered | Problem:
    network, now = visit.network, visit.now
    if step is Step.DEADLINE:
        assert read.day is not None
        local = datetime.combine(read.day, read.starts or END_OF_DAY)
        return planning.with_deadline(sketch, local, network, now)
    return planning.with_when(sketch, wording.when_of(step, read), network, now)


async def _turned(visit: Visit, action: Turn) -> None:
    """Show another page of the same step."""
    draft = await current(visit, action.version)
    if draft is not None:
        await show_step(visit, draft, number=max(0, action.page))


async def _back(visit: Visit, action: StepBack) -> None:
    """Answer «Zurück»."""
    draft = await current(visit, action.version)
    if draft is not None:
        await _flows[draft.kind].back(visit, draft)


async def _abort(visit: Visit, action: Abort) -> None:
    """Answer «Abbrechen»."""
    draft = await current(visit, action.version)
    if draft is not None:
        await visit.finish()
        await _flows[draft.kind].left(visit, draft)


def register(router: Router) -> None:
    """Open the doors that all dialogues of several steps share."""
    on_tap(router, Pick, _picked, Who.COORDINATORS)
    on_tap(router, Turn, _turned, Who.COORDINATORS)
    on_tap(router, StepBack, _back, Who.COORDINATORS)
    on_tap(router, Abort, _abort, Who.COORDINATORS)
