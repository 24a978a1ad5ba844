"""Planning a new training: one question after the other, then a preview, then it is on offer."""

from __future__ import annotations

from domain import planning
from domain.draft import Draft
from domain.message import Message, Rows
from domain.planning import Problem, Step
from domain.sketch import Sketch, plan_of
from handlers import steps
from handlers.context import Router, Visit, Who
from handlers.doors import follow, on_command, on_tap
from handlers.steps import Flow, at_step, begun, page_of, show_step, sketch_of
from talk.announce import Announce
from talk.plan import NewTraining, Publish
from texts import cards
from texts import planning as wording

PLANNING = "plan"


async def new(visit: Visit, _: object) -> None:
    """Begin a new training, or go on with the one that was begun."""
    draft = await visit.reopen(PLANNING)
    if draft is None:
        await show_step(visit, begun(visit, PLANNING, Step.TITLE, planning.begin(visit.network)))
        return
    again = at_step(draft, Step(draft.step), sketch_of(draft))
    await show_step(visit, again, visit.texts("plan-resumed"))


async def _answered(visit: Visit, draft: Draft, sketch: Sketch) -> None:
    """Go on to the next question."""
    step = planning.following(sketch, Step(draft.step))
    await show_step(visit, at_step(draft, step, sketch))


async def _back(visit: Visit, draft: Draft) -> None:
    """Go back to the question before."""
    sketch = sketch_of(draft)
    step = planning.preceding(sketch, Step(draft.step))
    await show_step(visit, at_step(draft, step, sketch))


async def _left(visit: Visit, _: Draft) -> None:
    """Say that nothing was kept."""
    visit.show(Message(visit.texts("plan-aborted"), (cards.menu_row(visit.texts),)))


async def _head(_visit: Visit, _draft: Draft) -> str:
    return ""


async def publish(visit: Visit, action: Publish) -> None:
    """Answer «Veröffentlichen» and «Ankündigen»."""
    draft = await steps.current(visit, action.version)
    if draft is None or draft.step != Step.PREVIEW:
        return
    sketch = sketch_of(draft)
    if (step := planning.missing(sketch, visit.network, visit.now)) is not None:
        await _ask_again(visit, draft, step)
        return
    person = visit.person
    plan = plan_of(sketch, visit.network)
    training = await visit.store.trainings.add(plan, person.office, person.id)
    await visit.finish()
    visit.notice("plan-published-toast")
    if action.announce and await follow(visit, Announce(training.id)):
        return
    rows: Rows = (cards.menu_row(visit.texts),)
    if Announce in visit.router.taps:
        rows = ((wording.announce_button(visit.texts, training),), *rows)
    visit.show(wording.published(visit.texts, visit.network, training, rows))


async def _ask_again(visit: Visit, draft: Draft, step: Step) -> None:
    """Ask once more for what time has overtaken while the preview stood there."""
    why = {Step.DAY: Problem.START_PAST, Step.DEADLINE: Problem.DEADLINE_PAST}.get(step)
    page = page_of(visit, draft)
    again = at_step(draft, step, sketch_of(draft))
    await show_step(visit, again, wording.problem(page, why) if why else "")


def register(router: Router) -> None:
    """Open the doors of this feature."""
    steps.on_steps(router, PLANNING, Flow(_answered, _back, _left, _head))
    on_command(router, "neu", new, Who.COORDINATORS)
    on_tap(router, NewTraining, new, Who.COORDINATORS)
    on_tap(router, Publish, publish, Who.COORDINATORS)
