"""The one engine of dialogues: it leads somebody through a form, whatever the form asks.

What has been answered is kept as a draft after each step, so that a restart loses nothing. The
version of a draft stands on the buttons of its question: others are old ones.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

from domain.draft import Draft
from domain.message import Message
from domain.person import Person
from handlers.context import Dialogue, Host, Router, Visit, Who
from handlers.deeds_noted import note
from handlers.dialogues import on_dialogue
from handlers.doors import on_tap, refuse
from talk.form import (
    Again,
    Answers,
    Asks,
    Back,
    Form,
    Leave,
    Lines,
    Pick,
    Problem,
    Question,
    Review,
    Setting,
    Still,
    Turn,
    Words,
)
from talk.headcount import Headcount
from texts import forms as wording
from texts.faces import Page
from texts.headcount import Noted
from texts.typed_answers import Which, typed


def on_form(router: Router, host: Host, who: Who = Who.MEMBERS) -> None:
    """Let a form be asked."""
    form = host.face.form
    router.hosts[form.name] = host
    only = who is Who.COORDINATORS
    on_dialogue(
        router,
        form.name,
        Dialogue(again, _typed, partial(_too_late, form), coordinators=only, left=host.stands),
    )


def _too_late(form: Form, draft: Draft, now: datetime) -> bool:
    """Return whether a text comes so long after the question that it is no answer."""
    patience, asked = form.patience, draft.changed_at
    return patience is not None and asked is not None and now - asked > patience(draft.data)


def _host(visit: Visit, page: Page) -> Host:
    return visit.router.hosts[page.face.form.name]


async def begin(visit: Visit, form: Form, subject: Answers | None = None, note: str = "") -> None:
    """Begin a form; a subject stands among the answers from the beginning, a note above all."""
    host, said = visit.router.hosts[form.name], subject or {}
    at = await _setting(visit, host, said)
    if at is None:
        return
    first = form.first(at)
    if first:
        await _ask(visit, host, at, first, note)
    else:
        await _done(visit, host, at)


async def _done(visit: Visit, host: Host, at: Setting) -> None:
    """Do what a form is for, and write it into the access log."""
    await host.done(visit, at)
    await note(visit, host.deed, at, at.answers.get("training"))


async def go_on(visit: Visit, draft: Draft, note: str) -> None:
    """Ask the open question anew, with a note above; older buttons do not count any more."""
    page = await _opened(visit, draft)
    if page is not None:
        await _ask(visit, visit.router.hosts[draft.kind], page.at, page.question, note)


async def opening(visit: Visit, person: Person, form: Form, subject: Answers) -> Message:
    """Begin a form in somebody's chat, and return its first question."""
    at = Setting(person, visit.network, visit.now, subject)
    draft = Draft(form.name, form.questions[0].name, dict(subject), visit.update_id)
    await visit.keep(draft, person.address)
    texts = visit.tools.texts.in_language(person.language)
    face = visit.router.hosts[form.name].face
    return wording.card(Page(texts, face, form.questions[0], at, draft.version))


async def _setting(visit: Visit, host: Host, said: Answers) -> Setting | None:
    """Return what the questions depend on; None, and why is said, if nothing is there any more."""
    about = await host.about(visit, said)
    return None if about is None else Setting(visit.known, visit.network, visit.now, said, about)


async def _opened(visit: Visit, draft: Draft, number: int = 0) -> Page | None:
    """Return the open question; None, and the dialogue is over, if nothing is there any more."""
    host = visit.router.hosts[draft.kind]
    at = await _setting(visit, host, host.as_now(visit.network, draft).data)
    if at is None:
        await visit.finish()
        return None
    question = host.face.form.open(draft.step, at)
    return Page(visit.texts, host.face, question, at, draft.version, number)


async def _ask(
    visit: Visit, host: Host, at: Setting, question: Question, note: str = "", number: int = 0
) -> None:
    """Keep what was answered and ask; older buttons do not count any more."""
    said = {**at.answers, **host.facts(at)}
    draft = Draft(host.face.form.name, question.name, said, visit.update_id)
    await visit.keep(draft)
    _show(visit, Page(visit.texts, host.face, question, at, draft.version, number), note)


def _show(visit: Visit, page: Page, note: str = "") -> None:
    if isinstance(page.question, Lines):
        visit.show(wording.at_rest(page, note))
    else:
        visit.ask(page.face.form.name, wording.card(page, note))


async def again(visit: Visit, draft: Draft) -> None:
    """Ask the open question once more, which gives an answer its time anew."""
    page = await _opened(visit, draft)
    if page is None:
        return
    if page.face.form.patience is not None:
        await visit.keep(draft)
    await _once_more(visit, page)


async def _once_more(visit: Visit, page: Page, note: str = "") -> None:
    """Show the open question again; of one that counts the newest card counts alone."""
    if isinstance(page.question, Headcount):
        await _ask(visit, _host(visit, page), page.at, page.question, note)
    else:
        _show(visit, page, note)


async def _typed(visit: Visit, draft: Draft, text: str) -> bool:
    """Take a typed answer, or say why it cannot be one; False if it was not meant as one.

    Words that cannot be are taken out of the chat, as they may be about a child.
    """
    page = await _opened(visit, draft)
    if page is None:
        return False
    if isinstance(page.question, Lines):
        return await _listed(visit, page, text)
    if isinstance(page.question, Review) and page.question.retakes:
        page = replace(page, question=page.question.retakes)
    found = typed(page, text)
    if isinstance(found, Problem):
        visit.unwanted = isinstance(page.question, Words)
        found = page.face.refused(page, found.text_id)
    if isinstance(found, Which):
        visit.ask(page.face.form.name, wording.which(page, found))
    elif isinstance(found, str):
        await _once_more(visit, page, found)
    elif isinstance(found, Noted):
        await _take(visit, page, found.taken, found.note)
    elif found is not None:
        await _take(visit, page, found)
    return found is not None


async def _listed(visit: Visit, page: Page, text: str) -> bool:
    """Take what is typed beside a list; False if it was not meant for it."""
    host = _host(visit, page)
    taken = await host.lines(visit, page, text)
    if taken:
        await note(visit, host.deed, page.at, page.at.answers.get("training"))
    return taken


async def _current(visit: Visit, version: int, number: int = 0) -> Page | None:
    """Return the question that a button belongs to; None, and a notice, if it is an old one."""
    draft = await visit.store.drafts.get(visit.address)
    if draft is None or draft.kind not in visit.router.hosts or draft.version != version:
        visit.notice("stale-button", alert=True)
        return None
    if not visit.router.dialogues[draft.kind].open_to(visit.known):
        refuse(visit)
        return None
    return await _opened(visit, draft, number)


async def _take(
    visit: Visit, page: Page, taken: Answers | Still | Asks | Again, note: str = ""
) -> None:
    """Go on with an answer: at the same question, at the next, at another one, or to the end."""
    host, form = _host(visit, page), page.face.form
    if isinstance(taken, Again):
        await _retake(visit, page, taken)
        return
    answers = taken.answers if isinstance(taken, Still | Asks) else taken
    at = page.at.saying(form.remembering(page.at.answers, answers))
    if host.anew:
        again = await _setting(visit, host, at.answers)
        if again is None:
            await visit.finish()
            return
        at = again
    if isinstance(taken, Still):
        said = {**at.answers, **host.facts(at)}
        await visit.keep(Draft(form.name, page.question.name, said, page.version))
        _show(visit, replace(page, at=at, number=taken.page))
        return
    if isinstance(taken, Asks):
        await _ask(visit, host, at, form.named(taken.question), note, taken.page)
        return
    following = form.after(page.question, at)
    if following is not None:
        await _ask(visit, host, form.reviewing(at, following), following)
    else:
        await visit.finish()
        await _done(visit, host, at)


async def _retake(visit: Visit, page: Page, again: Again) -> None:
    """Ask for what does not hold any more, as if its line was to be changed."""
    form = page.face.form
    line = form.change(page.question, again.question, page.at)
    question, at = line or (form.open(again.question, page.at), page.at)
    page = replace(page, question=question)
    note = page.face.refused(page, again.text_id) if again.text_id else ""
    await _ask(visit, visit.router.hosts[form.name], at, question, note)


async def pick(visit: Visit, action: Pick) -> None:
    """Take a pressed answer, or lead to the line of a review that is to be changed."""
    page = await _current(visit, action.version)
    if page is None:
        return
    line = page.face.form.change(page.question, action.value, page.at)
    if line is not None:
        await _ask(visit, _host(visit, page), line[1], line[0])
        return
    try:
        taken = page.question.pick(page.at, action.value)
    except ValueError:
        visit.notice("stale-button", alert=True)
        return
    if isinstance(taken, Problem):
        visit.notice(taken.text_id, alert=True)
    else:
        await _take(visit, page, taken)
        if isinstance(taken, Still):
            visit.toast = wording.stepped(page, action.value, taken)


async def turn(visit: Visit, action: Turn) -> None:
    """Show another page of the same question."""
    if (page := await _current(visit, action.version, action.page)) is not None:
        _show(visit, page)


async def back(visit: Visit, action: Back) -> None:
    """Ask the question before once more; from a changed line back to the review, else out."""
    page = await _current(visit, action.version)
    if page is None:
        return
    host, form = _host(visit, page), page.face.form
    changing = form.changing(page.at)
    if changing is not None:
        review, said = changing
        await _ask(visit, host, page.at.saying(said), review)
        return
    before = form.before(page.question, page.at)
    if before is None:
        await visit.finish()
        await host.left(visit, page.at)
    else:
        said = form.left(page.question, before, page.at.answers)
        await _ask(visit, host, page.at.saying(said), before)


async def leave(visit: Visit, action: Leave) -> None:
    """Give the form up."""
    page = await _current(visit, action.version)
    if page is not None:
        await visit.finish()
        await _host(visit, page).left(visit, page.at)


def register(router: Router) -> None:
    """Open the doors that all forms share."""
    on_tap(router, Pick, pick, Who.AGREED)
    on_tap(router, Turn, turn, Who.AGREED)
    on_tap(router, Back, back, Who.AGREED)
    on_tap(router, Leave, leave, Who.AGREED)
