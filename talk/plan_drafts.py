"""Drafts of a plan as they were kept before the form: one sketch, all of its fields filled."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from domain.draft import Draft
from domain.localtime import to_utc
from domain.network import Network
from domain.plan_sketch import When
from talk import plan
from talk.form import Answers, Form
from talk.plan_offers import WHEN, Step


def plan_as_now(network: Network, draft: Draft) -> Draft:
    """Return the draft of a new training as the form keeps it."""
    return draft if "sketch" not in draft.data else _as_now(plan.PLAN, network, draft, {})


def change_as_now(network: Network, draft: Draft) -> Draft:
    """Return the draft of a change as the form keeps it."""
    if "sketch" not in draft.data:
        return draft
    begun = draft.data["part"]
    part = begun if begun in {*plan.CHANGED, *WHEN} else draft.data.get("asked", Step.TITLE)
    part = Step.DAY if part in WHEN else part
    about = {"training": draft.data["training"], "part": str(part)}
    return _as_now(plan.CHANGE, network, draft, about)


def _as_now(form: Form, network: Network, draft: Draft, about: dict[str, Any]) -> Draft:
    said = _answers(draft.data["sketch"], network)
    named = (each for each in form.questions if each.name == draft.step)
    step = next(named, form.questions[-1])
    if "part" in about:
        parts = {about["part"], *(WHEN if about["part"] == Step.DAY else ())}
        said = {name: answer for name, answer in said.items() if name in parts}
    before = form.until(step, said)
    marks = {name: said[name] for name in (draft.step,) if isinstance(said.get(name), list)}
    return replace(draft, data={**about, **before, **marks})


def _answers(old: dict[str, Any], network: Network) -> Answers:
    day, ends, end_day = old.get("day"), old.get("ends"), old.get("end_day")
    deadline = old.get("deadline")
    parts = {
        Step.DAY: When(_day(day)),
        Step.START: When(starts=_time(old.get("starts"))),
        Step.END: When(ends=_time(ends), end_day=_day(end_day)),
    }
    found: dict[str, Any] = {n: part.pack() for n, part in parts.items() if part != When()}
    if deadline:
        moment = to_utc(datetime.fromisoformat(deadline), network.zone)
        found[Step.DEADLINE] = moment.astimezone(UTC).isoformat()
    found[Step.REMINDERS] = [stage for stage, *_ in old.get("reminders", ())]
    same = (Step.TITLE, Step.TOPIC, Step.FORMAT, Step.MODE, Step.PLACE, Step.LINK)
    counted = (Step.SEATS, Step.UNITS, Step.SECTORS, Step.ACCESSIBILITY)
    return {**found, **{name: old.get(name) for name in (*same, *counted)}}


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _time(written: str | None) -> time | None:
    return time.fromisoformat(written) if written else None
