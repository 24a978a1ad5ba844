"""The coordinators' own assessment of a year: typed, confirmed, kept without its author."""

from __future__ import annotations

from dataclasses import replace

from domain.deeds import Deed
from domain.report_order import known_year
from handlers import forms
from handlers.context import Host, Router, Visit, Who
from handlers.doors import on_tap
from handlers.forms import on_form
from talk.assessment import (
    ASSESSMENT,
    AskDropAssessment,
    DropAssessment,
    ShowAssessment,
    WriteAssessment,
)
from talk.form import Answers, Setting
from texts import assessment, assessment_parts


def _known(visit: Visit, year: int) -> bool:
    """Return whether a year can be assessed; else say that the button is none of ours."""
    if known_year(year, visit.today):
        return True
    visit.notice("stale-button", alert=True)
    return False


async def changeable(visit: Visit, year: int) -> bool:
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
    parts = await visit.store.assessments.parts(year)
    sealed = await visit.store.seals.sealed(year)
    card = assessment.kept(visit.texts, year, words, sealed=sealed)
    more = assessment_parts.chapters_written(visit.texts, parts)
    way = () if sealed else (assessment_parts.chapters_way(visit.texts, year),)
    text = "\n\n".join(filter(None, (card.text, more)))
    visit.show(replace(card, text=text, buttons=(*way, *card.buttons)))


async def show(visit: Visit, action: ShowAssessment) -> None:
    """Show what is kept of a year; it is also the way out of writing."""
    if not _known(visit, action.year):
        return
    if await visit.draft(ASSESSMENT.name):
        await visit.finish()
    await _show(visit, action.year)


async def write(visit: Visit, action: WriteAssessment) -> None:
    """Take this person's next text for the assessment."""
    await forms.begin(visit, ASSESSMENT, {"year": action.year})


async def _before(visit: Visit, said: Answers) -> str | None:
    """Return what is kept of a year so far, if it may still change."""
    if not await changeable(visit, said["year"]):
        return None
    return await visit.store.reports.assessment(said["year"]) or ""


async def keep(visit: Visit, at: Setting) -> None:
    """Answer «So übernehmen»: it stands in each report of the year from now on."""
    await visit.store.reports.set_assessment(at.answers["year"], at.answers["words"])
    visit.notice("assessment-done")
    await _show(visit, at.answers["year"])


async def leave(visit: Visit, at: Setting) -> None:
    """Forget what was typed; what was kept before stays."""
    if "words" in at.answers:
        visit.notice("assessment-left")
    await _show(visit, at.answers["year"])


async def ask_drop(visit: Visit, action: AskDropAssessment) -> None:
    """Ask back once."""
    if await changeable(visit, action.year):
        visit.show(assessment.ask_drop(visit.texts, action.year))


async def drop(visit: Visit, action: DropAssessment) -> None:
    """Answer «Ja, entfernen»."""
    if await changeable(visit, action.year):
        if await visit.store.reports.drop_assessment(action.year):
            visit.notice("assessment-dropped")
        await show(visit, ShowAssessment(action.year))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_form(
        router, Host(assessment.FACE, keep, leave, _before, deed=Deed.ASSESSED), Who.COORDINATORS
    )
    on_tap(router, ShowAssessment, show, Who.COORDINATORS)
    on_tap(router, WriteAssessment, write, Who.COORDINATORS)
    on_tap(router, AskDropAssessment, ask_drop, Who.COORDINATORS)
    on_tap(router, DropAssessment, drop, Who.COORDINATORS, Deed.ASSESSED)
