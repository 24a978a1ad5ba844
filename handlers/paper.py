"""Printing what belongs to a training: lists, a flyer, certificates; and checking one of these."""

from __future__ import annotations

from dataclasses import replace

from domain.deeds import Deed
from domain.localtime import local_day
from domain.manage_people import as_seen
from domain.message import Message
from domain.offer import Search
from domain.paper import AFTERWARDS, NAMING, Paper, PaperSheet, SheetForm
from domain.paper_certificate import checked
from domain.paper_material import certified, spoken_of
from domain.presence_door import code_of
from domain.rights import Act
from domain.session import Session
from domain.training import Training
from domain.vocabulary import EventStatus
from handlers import forms
from handlers.context import Host, Router, Visit, Who
from handlers.doors import may_try, on_command, on_tap, wrong
from handlers.forms import on_form
from handlers.manage import own
from talk.form import Answers, Setting
from talk.offer import PrintFound, sought_by
from talk.paper import CERTIFICATE, AskCertificate, Papers, Print
from talk.start import Opening, Purpose
from texts import paper as wording
from texts.calendar_file import programme_file
from texts.cards import menu_row
from texts.register_list import Seated, seat_of


async def choose(visit: Visit, action: Papers) -> None:
    """Answer «Drucken»: which paper."""
    training = await _own(visit, action.training_id)
    if training is not None:
        over = _over(visit, training)
        papers = [each for each in Paper if _there(visit, each, training)]
        visit.show(wording.choose(_printed(visit, training), papers, over=over))


async def _own(visit: Visit, training_id: int) -> Training | None:
    """Return a training that the visitor manages and of which something can be printed."""
    found = await own(visit, training_id)
    if found is None:
        return None
    if found.training.status in {EventStatus.DRAFT, EventStatus.CANCELLED}:
        visit.notice("stale-button", alert=True)
        return None
    return found.training


def _there(visit: Visit, paper: Paper, training: Training) -> bool:
    """Return whether there is a paper now: certificates afterwards, a code at the door before.

    Those for all tell who was there, where that is marked: the hosts alone have them.
    """
    if paper is Paper.CERTIFICATES and visit.network.presence:
        return _over(visit, training) and visit.may(Act.MARK, training)
    if paper is Paper.CHECK_IN:
        wanted = visit.network.presence and visit.may(Act.MARK, training)
        return wanted and not _over(visit, training)
    return _over(visit, training) or paper not in AFTERWARDS


def _over(visit: Visit, training: Training) -> bool:
    return training.over(visit.now)


def _printed(visit: Visit, training: Training) -> wording.Printed:
    return wording.Printed(visit.texts, visit.network, training, visit.today)


async def print_one(visit: Visit, action: Print) -> None:
    """Put a paper into the outbox; it becomes a file as it is sent."""
    training = await _own(visit, action.training_id)
    if training is None:
        return
    if not _there(visit, action.paper, training):
        early = action.paper in AFTERWARDS and not _over(visit, training)
        why = "paper-too-early" if early else "stale-button"
        visit.notice(why, alert=True)
        return
    sheet = await _PAPERS[action.paper](visit, _printed(visit, training))
    if sheet is not None:
        _send(visit, action.paper, training, sheet)


def _send(visit: Visit, paper: Paper, training: Training, sheet: PaperSheet) -> None:
    visit.notice("paper-comes")
    n = {"n": len(sheet.parts)} if paper is Paper.CERTIFICATES else {}
    told = Paper.LIST if paper is Paper.TABLE else paper
    text = visit.texts(f"paper-{told}-sent", title=training.title, **n)
    visit.say(Message(text, wording.onward(visit.texts, training), sheet=sheet))


async def _list(visit: Visit, of: wording.Printed) -> PaperSheet | None:
    people = await _seated(visit, of.training)
    booked = await visit.store.seating.blocks(of.training.id)
    if not people and not booked:
        visit.notice("paper-nobody", alert=True)
        return None
    return wording.listed(of, people, booked)


async def _table(visit: Visit, of: wording.Printed) -> PaperSheet | None:
    sheet = await _list(visit, of)
    return sheet and replace(sheet, form=SheetForm.SPREADSHEET)


async def _seated(visit: Visit, training: Training) -> list[Seated]:
    """Return who has a seat."""
    found = await visit.store.registrations.attendees(training.id)
    return [seat_of(as_seen(visit.person, training, one)) for one in found]


async def _flyer(visit: Visit, of: wording.Printed) -> PaperSheet:
    link = visit.tools.link(Opening(Purpose.TRAINING, of.training.uid))
    return wording.flyer(of, link)


async def _check_in(visit: Visit, of: wording.Printed) -> PaperSheet:
    """Return a page for each session that is still to end."""
    network, training, key = of.network, of.training, await visit.store.proofs.check_in()

    def link(one: Session) -> str:
        day = local_day(one.starts_at, network.zone)
        code = code_of(key, network.slug, training.id, day)
        return visit.tools.link(Opening(Purpose.CHECK_IN, code))

    to_come = [each for each in training.plan.dates if visit.now < each.ends_at]
    return wording.check_in(of, [(each, link(each)) for each in to_come])


async def _certificates(visit: Visit, of: wording.Printed) -> PaperSheet | None:
    found = await certified(visit.store, visit.network, of.training)
    if not found:
        visit.notice("paper-nobody", alert=True)
        return None
    key, plan = await visit.store.proofs.certificates(), of.training.plan
    seen = [as_seen(visit.person, of.training, one) for one in found]
    return wording.certificates(of, key, [wording.holder(plan, each) for each in seen])


async def _blank(visit: Visit, of: wording.Printed) -> PaperSheet:
    key = await visit.store.proofs.certificates()
    return wording.certificates(of, key, [wording.Holder()], Paper.CERTIFICATE)


async def _speakers(visit: Visit, of: wording.Printed) -> PaperSheet | None:
    found = await spoken_of(visit.store, of.training)
    if not found:
        visit.notice("paper-speakers-few", alert=True)
        return None
    return wording.speakers(of, found)


def _looked(action: Print) -> Deed | None:
    """Return the deed of a paper that says names."""
    return Deed.PRINTED if action.paper in NAMING else None


_PAPERS = {
    Paper.LIST: _list,
    Paper.TABLE: _table,
    Paper.FLYER: _flyer,
    Paper.CHECK_IN: _check_in,
    Paper.CERTIFICATES: _certificates,
    Paper.CERTIFICATE: _blank,
    Paper.SPEAKERS: _speakers,
}


async def programme(visit: Visit, action: PrintFound) -> None:
    """Answer «Als Programm»: what fits as a paper, and the same as a calendar file."""
    found = await visit.store.trainings.offered(visit.now)
    search = Search(visit.network, visit.person.sector, sought_by(action), found)
    numbers = [each.id for each in search.found]
    read = await visit.store.trainings.many(numbers)
    trainings = [read[number] for number in numbers if number in read]
    if not trainings:
        visit.notice("paper-nothing", alert=True)
        return
    visit.notice("paper-comes")
    texts, network = visit.texts, visit.network
    sheet = wording.programme(texts, network, trainings, visit.today)
    visit.say(Message(texts("paper-programme-sent", n=len(trainings)), sheet=sheet))
    file = programme_file(texts, network, trainings, visit.now)
    visit.say(Message("", (menu_row(texts),), document=file))


async def ask_name(visit: Visit, action: AskCertificate) -> None:
    """Ask which name a single certificate says."""
    await forms.begin(visit, CERTIFICATE, {"training": action.training_id})


async def _about(visit: Visit, said: Answers) -> Training | None:
    training = await _own(visit, said["training"])
    if training is not None and not _over(visit, training):
        visit.notice("paper-too-early", alert=True)
        return None
    return training


async def print_named(visit: Visit, at: Setting) -> None:
    """Print a certificate for the name that was typed, which is kept nowhere."""
    training: Training = at.about
    of, key = _printed(visit, training), await visit.store.proofs.certificates()
    holder = wording.Holder(at.answers["name"] or "", at.answers.get("extent"))
    sheet = wording.certificates(of, key, [holder], Paper.CERTIFICATE)
    _send(visit, Paper.CERTIFICATE, training, sheet)


async def check(visit: Visit, code: str) -> None:
    """Answer /pruefen: whether a code is that of a certificate; for strangers, too."""
    texts, said = visit.texts, Message(visit.texts("paper-check-how"))
    if code.strip():
        if not may_try(visit):
            return
        said = await _checked(visit, code)
    member = visit.known is not None
    visit.say(replace(said, buttons=(menu_row(texts),) if member else ()))


async def _checked(visit: Visit, code: str) -> Message:
    """Return what is to be said of a code; one that is none was perhaps guessed."""
    found = await checked(visit.store, visit.network, code)
    if found is None:
        wrong(visit)
        return Message(visit.texts("paper-check-none"))
    return wording.proved(visit.texts, found.training, found.certificate)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_form(
        router, Host(wording.FACE, print_named, about=_about, deed=Deed.PRINTED), Who.COORDINATORS
    )
    on_tap(router, Papers, choose, Who.COORDINATORS)
    on_tap(router, Print, print_one, Who.COORDINATORS, _looked)
    on_tap(router, PrintFound, programme)
    on_tap(router, AskCertificate, ask_name, Who.COORDINATORS)
    on_command(router, "pruefen", check, Who.ANYONE)
