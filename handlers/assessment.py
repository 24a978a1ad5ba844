"""The coordinators' own assessment of a year: typed, confirmed, kept without its author."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain.assessment import KIND, NotKept, not_kept, tidy
from domain.draft import Draft
from domain.localtime import local_day
from domain.reporting import known_year
from handlers.context import App, Visit
from handlers.dialogues import Dialogue, on_dialogue
from handlers.doors import Who, on_tap
from talk.assessment import (
    AskDropAssessment,
    DropAssessment,
    KeepAssessment,
    LeaveAssessment,
    ShowAssessment,
    WriteAssessment,
)
from texts import assessment
from texts.typed_words import maybe_names, sounds_like_a_case

WRITE, CHECK = "write", "check"
#: How long a typed text is taken for what was asked for; later it might be anything.
PATIENCE = timedelta(hours=1)


def _known(visit: Visit, year: int) -> bool:
    """Return whether a year can be assessed; else say that the button is none of ours."""
    if known_year(year, local_day(visit.now, visit.network.zone)):
        return True
    visit.notice("stale-button", alert=True)
    return False


async def _changeable(visit: Visit, year: int) -> bool:
    """Return whether a year's assessment may still change; else say why not."""
    if not _known(visit, year):
        return False
    if await visit.store.seals.sealed(year):
        visit.notice("assessment-sealed", alert=True)
        await _show(visit, year)
        return False
    return True


async def _show(visit: Visit, year: int) -> None:
    words = await visit.store.reports.assessment(year)
    sealed = await visit.store.seals.sealed(year)
    visit.show(assessment.kept(visit.texts, year, words, sealed=sealed))


async def show(visit: Visit, action: ShowAssessment) -> None:
    """Show what is kept of a year; it is also the way out of writing."""
    if not _known(visit, action.year):
        return
    if await visit.draft(KIND):
        await visit.finish()
    await _show(visit, action.year)


async def write(visit: Visit, action: WriteAssessment) -> None:
    """Take this person's next text for the assessment."""
    if await _changeable(visit, action.year):
        data = {"year": action.year, "asked": visit.now.isoformat()}
        await visit.keep(Draft(KIND, WRITE, data, visit.update_id))
        visit.ask(KIND, assessment.ask(visit.texts, action.year))


async def typed(visit: Visit, draft: Draft, text: str) -> bool:
    """Show a typed text for confirming; what cannot be one is neither kept nor left standing.

    While one waits to be confirmed, another one takes its place.
    """
    year, words = draft.data["year"], tidy(text)
    reason = NotKept.CASE if sounds_like_a_case(words) else not_kept(words)
    if reason is not None:
        visit.unwanted = True
        visit.say(assessment.refused(visit.texts, year, reason))
        return True
    data = {**draft.data, "words": words}
    checked = Draft(KIND, CHECK, data, visit.update_id)
    await visit.keep(checked)
    await _check(visit, checked)
    return True


async def _check(visit: Visit, draft: Draft) -> None:
    """Show a typed text as it will be printed."""
    year, words = draft.data["year"], draft.data["words"]
    before = await visit.store.reports.assessment(year)
    card = assessment.check(visit.texts, year, draft.version, words, maybe_names(words))
    visit.ask(KIND, assessment.replacing(visit.texts, card) if before else card)


async def ask(visit: Visit, draft: Draft) -> None:
    """Ask for the text again, which gives it its time anew, or show the one to be confirmed."""
    data = {**draft.data, "asked": visit.now.isoformat()}
    await visit.keep(replace(draft, data=data))
    if draft.step == CHECK:
        await _check(visit, draft)
    else:
        visit.ask(KIND, assessment.ask(visit.texts, draft.data["year"]))


def _too_late(draft: Draft, now: datetime) -> bool:
    return now - datetime.fromisoformat(draft.data["asked"]) > PATIENCE


async def _current(visit: Visit, version: int) -> Draft | None:
    draft = await visit.draft(KIND)
    if draft is None or draft.step != CHECK or draft.version != version:
        visit.notice("stale-button", alert=True)
        return None
    return draft


async def keep(visit: Visit, action: KeepAssessment) -> None:
    """Answer «So übernehmen»: it stands in each report of the year from now on."""
    draft = await _current(visit, action.version)
    if draft is None:
        return
    await visit.finish()
    year, words = draft.data["year"], draft.data["words"]
    if await _changeable(visit, year):
        await visit.store.reports.set_assessment(year, words)
        visit.notice("assessment-done")
        await _show(visit, year)


async def leave(visit: Visit, action: LeaveAssessment) -> None:
    """Answer «Verwerfen»: what was typed is forgotten, what was kept before stays."""
    draft = await _current(visit, action.version)
    if draft is not None:
        visit.notice("assessment-left")
        await show(visit, ShowAssessment(draft.data["year"]))


async def ask_drop(visit: Visit, action: AskDropAssessment) -> None:
    """Ask back once."""
    if await _changeable(visit, action.year):
        visit.show(assessment.ask_drop(visit.texts, action.year))


async def drop(visit: Visit, action: DropAssessment) -> None:
    """Answer «Ja, entfernen»."""
    if await _changeable(visit, action.year):
        if await visit.store.reports.drop_assessment(action.year):
            visit.notice("assessment-dropped")
        await show(visit, ShowAssessment(action.year))


def register(application: App) -> None:
    """Open the doors of this feature."""
    on_tap(application, ShowAssessment, show, Who.COORDINATORS)
    on_tap(application, WriteAssessment, write, Who.COORDINATORS)
    on_tap(application, KeepAssessment, keep, Who.COORDINATORS)
    on_tap(application, LeaveAssessment, leave, Who.COORDINATORS)
    on_tap(application, AskDropAssessment, ask_drop, Who.COORDINATORS)
    on_tap(application, DropAssessment, drop, Who.COORDINATORS)
    on_dialogue(KIND, Dialogue(ask, typed, _too_late, coordinators=True))
