"""A draft of an office: kept, finished once, given up; and what is told of a small change."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace

import pytest

from domain import plan_publish
from domain.delivery import Kind
from domain.network import Network
from domain.plan_change import Reason, Refused
from domain.plan_sketch import changed_facts, sketch_of
from domain.plan_told import Difference, small_of
from domain.register import ACTIVE
from domain.training import Plan, Training
from domain.vocabulary import DeliveryMode, EventStatus
from tests.report.builders import training

DRAFT = replace(training(1), status=EventStatus.DRAFT)
OTHER = replace(DRAFT.plan, title="Ein anderer Titel")


@dataclass
class Drafts:
    """One draft, and what was done with it in which order."""

    kept: Training | None = DRAFT
    done: list[str] = field(default_factory=list)

    async def lock(self, training_id: int) -> Training | None:
        self.done.append(f"lock {training_id}")
        return self.kept

    async def get(self, training_id: int) -> Training | None:
        assert training_id == 1
        return self.kept

    async def set_plan(self, training_id: int, plan: Plan, *, moved: bool) -> None:
        assert training_id == 1
        assert self.kept is not None
        assert moved is False
        self.done.append("plan")
        self.kept = replace(self.kept, plan=plan)

    async def set_status(self, training_id: int, status: EventStatus) -> None:
        assert training_id == 1
        assert self.kept is not None
        self.done.append(status)
        self.kept = replace(self.kept, status=status)

    async def remove(self, training_id: int) -> None:
        assert training_id == 1
        self.done.append("removed")
        self.kept = None


@pytest.mark.parametrize("on_offer", [False, True])
def test_a_draft_is_locked_changed_and_put_on_offer_if_it_shall(*, on_offer: bool) -> None:
    drafts = Drafts()
    found = asyncio.run(plan_publish.finish(drafts, 1, OTHER, on_offer=on_offer))
    status = EventStatus.PUBLISHED if on_offer else EventStatus.DRAFT

    assert found == replace(DRAFT, plan=OTHER, status=status)
    assert drafts.done == ["lock 1", "plan", *(["published"] if on_offer else [])]


@pytest.mark.parametrize("status", [each for each in EventStatus if each is not EventStatus.DRAFT])
def test_who_comes_second_changes_nothing(status: EventStatus) -> None:
    drafts = Drafts(replace(DRAFT, status=status))
    late = Refused(Reason.PUBLISHED)

    assert asyncio.run(plan_publish.finish(drafts, 1, OTHER, on_offer=True)) == late
    assert asyncio.run(plan_publish.drop(drafts, 1)) == late
    assert drafts.done == ["lock 1", "lock 1"]


def test_what_is_gone_is_said_to_be_gone() -> None:
    drafts = Drafts()

    assert asyncio.run(plan_publish.drop(drafts, 1)) == DRAFT
    assert asyncio.run(plan_publish.drop(drafts, 1)) == Refused(Reason.GONE)
    assert asyncio.run(plan_publish.finish(drafts, 1, OTHER, on_offer=True)) == Refused(Reason.GONE)
    assert drafts.done == ["lock 1", "removed", "lock 1", "lock 1"]


def test_a_mode_says_whether_there_is_a_place_and_an_address(network: Network) -> None:
    plan = replace(DRAFT.plan, place="Rathaus", link="https://konferenz.example/a")
    sketch = sketch_of(plan, network)

    def facts(mode: DeliveryMode) -> tuple[object, object]:
        found = changed_facts("mode", replace(sketch, mode=mode), network)
        assert found["mode"] is mode
        return bool(found["place"]), bool(found["link"])

    assert facts(DeliveryMode.IN_PERSON) == (True, False)
    assert facts(DeliveryMode.ONLINE) == (False, True)
    assert facts(DeliveryMode.HYBRID) == (True, True)
    assert changed_facts("deadline", sketch, network) == {"deadline_at": plan.deadline_at}
    assert changed_facts("cost", replace(sketch, cost="frei"), network) == {"cost": "frei"}


def test_small_things_add_up_for_who_was_not_told_yet() -> None:
    facts = {"title": "A"}
    known = {1: {"title": "A", "small": "cost,topic"}, 2: {"title": "A"}}
    told = Difference(Kind.CHANGED, facts, facts, known, ("topic", "format"))

    assert told.before == {"title": "A", "small": "topic,format"}
    assert told.believed() == [
        ({"title": "A", "small": "cost,topic,format"}, [1]),
        ({"title": "A", "small": "topic,format"}, [2]),
    ]
    assert told.concerned(told.before) == ACTIVE
    assert Difference(Kind.CHANGED, facts, facts).before == facts
    assert Difference(Kind.CHANGED, facts, facts).concerned(facts) == ()
    assert small_of({}) == ()
