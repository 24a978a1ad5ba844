"""The parts of an assessment: chapter after chapter, and each hint from its page."""

from __future__ import annotations

from domain.assessment_parts import CHAPTERS, AssessedPart, SaidOfHint, by_part, is_chapter, say
from domain.deeds import Deed
from domain.report_order import HINTS_A_PAGE
from handlers import forms
from handlers.assessment import changeable, show
from handlers.context import Host, Router, Visit, Who
from handlers.doors import on_tap
from handlers.forms import on_form
from handlers.report import one_hint, potentials
from talk.assessment import ShowAssessment
from talk.assessment_parts import (
    PARTS,
    AssessChapters,
    AssessHint,
    AssessHints,
    DropPart,
    JudgeHint,
    said,
)
from talk.form import Answers, Setting
from talk.report import Potentials
from texts import assessment_parts


async def chapter(visit: Visit, action: AssessChapters) -> None:
    """Ask for a few words on a chapter; behind the last one is the assessment."""
    if action.number >= len(CHAPTERS):
        await show(visit, ShowAssessment(action.year))
        return
    await forms.begin(visit, PARTS, {"year": action.year, "part": CHAPTERS[action.number]})


async def hint(visit: Visit, action: AssessHint) -> None:
    """Ask whether a hint applies."""
    subject = {"year": action.year, "part": action.part, "page": action.page}
    await forms.begin(visit, PARTS, subject)


async def hints(visit: Visit, action: AssessHints) -> None:
    """Have one hint after the other asked about."""
    await one_hint(visit, action.year, action.number)


async def judge(visit: Visit, action: JudgeHint) -> None:
    """Take the verdict on a hint of those, and ask for words; then comes the next one."""
    verdict = [*SaidOfHint][action.verdict].value
    subject = {"year": action.year, "part": action.part, "page": action.number // HINTS_A_PAGE}
    await forms.begin(visit, PARTS, {**subject, "verdict": verdict, "next": action.number + 1})


async def _before(visit: Visit, answers: Answers) -> str | None:
    """Return what is kept of the part so far, if the year may still change."""
    if not await changeable(visit, answers["year"]):
        return None
    parts = by_part(await visit.store.assessments.parts(answers["year"]))
    return parts[answers["part"]].words if answers["part"] in parts else ""


def _says_something(at: Setting) -> bool:
    return bool(at.answers.get("verdict") or said(at))


def _deed(at: Setting) -> Deed | None:
    return Deed.ASSESSED if _says_something(at) else None


async def keep(visit: Visit, at: Setting) -> None:
    """Keep a part that was not left out, and go on to the next one."""
    year, part, verdict = at.answers["year"], at.answers["part"], at.answers.get("verdict")
    if _says_something(at):
        made = AssessedPart(part, SaidOfHint(verdict) if verdict else None, said(at))
        await say(visit.store.assessments, year, made)
        visit.notice("assessment-part-done")
    await _go_on(visit, at.answers)


async def _go_on(visit: Visit, answers: Answers) -> None:
    year, part = answers["year"], answers["part"]
    if is_chapter(part):
        await chapter(visit, AssessChapters(year, CHAPTERS.index(part) + 1))
    elif "next" in answers:
        await one_hint(visit, year, answers["next"])
    else:
        await potentials(visit, Potentials(year, answers.get("page", 0)))


async def leave(visit: Visit, at: Setting) -> None:
    """Stop here: what was kept before stays."""
    if is_chapter(at.answers["part"]):
        await show(visit, ShowAssessment(at.answers["year"]))
    else:
        await potentials(visit, Potentials(at.answers["year"], at.answers.get("page", 0)))


async def drop(visit: Visit, action: DropPart) -> None:
    """Answer «Diesen Text entfernen»: also the verdict is gone; the next one is asked for."""
    if not await changeable(visit, action.year):
        return
    draft = await visit.draft(PARTS.name)
    if draft:
        await visit.finish()
    if await visit.store.assessments.drop(action.year, action.part):
        visit.notice("assessment-part-dropped")
    known = draft.data if draft and draft.data.get("part") == action.part else {}
    await _go_on(visit, {**known, "year": action.year, "part": action.part})


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_form(router, Host(assessment_parts.FACE, keep, leave, _before, deed=_deed), Who.COORDINATORS)
    on_tap(router, AssessChapters, chapter, Who.COORDINATORS)
    on_tap(router, AssessHint, hint, Who.COORDINATORS)
    on_tap(router, AssessHints, hints, Who.COORDINATORS)
    on_tap(router, JudgeHint, judge, Who.COORDINATORS)
    on_tap(router, DropPart, drop, Who.COORDINATORS, Deed.ASSESSED)
