"""A word to many: to those of a training, or to the whole network; looked at before it goes."""

from __future__ import annotations

from dataclasses import replace

from domain import write as use_case
from domain.announce_audience import Broadcast, BroadcastState, progress
from domain.announce_back import take_back as recall
from domain.announce_back import unsent
from domain.announce_saved import save
from domain.deeds import Deed
from domain.presence import in_all
from domain.rights import Act
from domain.training import Training
from domain.write import Many, Word
from handlers import forms
from handlers.announce_progress import decided
from handlers.announce_saved import saved
from handlers.context import Host, Router, Visit, Who
from handlers.doors import on_tap
from handlers.forms import on_form
from talk.announce import goes_out
from talk.form import Answers, Setting
from talk.write import WRITE, Readers, ResolveWord, TakeBackWord, Write, WriteToAll
from texts import write as wording


async def _course(visit: Visit, training_id: int) -> Training | None:
    """Return a training to whose people the visitor may write; else say why not."""
    training = await visit.store.trainings.get(training_id)
    if training is None:
        visit.notice("register-gone", alert=True)
        return None
    if not visit.may(Act.MANAGE, training):
        visit.notice("write-not-yours", alert=True)
        return None
    return training


async def begin(visit: Visit, action: Write) -> None:
    """Answer «Nachricht»: whom it is for."""
    if await _course(visit, action.training_id) is not None:
        await forms.begin(visit, WRITE, {"training": action.training_id})


async def begin_to_all(visit: Visit, _: object) -> None:
    """Answer «Mitteilung ans Netzwerk»."""
    await forms.begin(visit, WRITE, {"training": None})


async def _about(visit: Visit, said: Answers) -> Readers | None:
    """Return what the word is about, and how many it goes to."""
    number = said["training"]
    training = None
    if number is not None:
        training = await _course(visit, number)
        if training is None:
            return None
    many = Many(0)
    if "words" in said:
        many = await visit.store.persons.how_many(
            use_case.meant(said), training, visit.person.office
        )
    if training is None:
        return Readers(None, many, await saved(visit))
    return Readers(training, many, came=await _marked(visit, training))


async def _marked(visit: Visit, training: Training) -> bool:
    """Return whether it was marked who came, and the visitor may know."""
    if not (visit.network.presence and visit.may(Act.MARK, training)):
        return False
    return in_all(await visit.store.attendees.marks(training.id)).came > 0


async def send(visit: Visit, at: Setting) -> None:
    """Keep the word, or let it go at once: until the first one leaves it can be taken back."""
    said, when = at.answers, goes_out(at)
    order = Word(said["training"], use_case.meant(said), said["words"], when)
    store, person = visit.store, visit.person
    made = await use_case.write(store, order, person.office, visit.now, person.id)
    if not isinstance(made, Broadcast):
        visit.toast, visit.alert = wording.not_sent(visit.texts, made), True
        return
    if said.get("keep"):
        await save(store.audiences, person.office, order.audience, visit.network)
    if visit.message_id is not None:
        await store.broadcasts.set_card(made.id, visit.message_id)
    visit.notice("write-planned" if when > visit.now else "write-started")
    await _show(visit, made, at.about.training)


async def _show(visit: Visit, of: Broadcast, training: Training | None) -> None:
    counts = await visit.store.broadcasts.counts(of.id)
    others = await visit.store.broadcasts.reaches_others(of.id, visit.person.office)
    made = progress(of.total, counts.states)
    told = wording.WordReport(
        of, training, made, counts.open_unknown, others, unsent(counts.states)
    )
    visit.show(wording.report(visit.texts, visit.network, told))


async def _written(visit: Visit, broadcast_id: int) -> tuple[Broadcast, Training | None] | None:
    """Return a word the visitor may decide about; else say why not."""
    of = await visit.store.broadcasts.get(broadcast_id)
    if of is None or not of.written:
        visit.notice("register-gone", alert=True)
        return None
    if of.training_id is not None:
        training = await _course(visit, of.training_id)
        return (of, training) if training else None
    if of.created_by != visit.person.id:
        visit.notice("write-not-yours", alert=True)
        return None
    return of, None


async def take_back(visit: Visit, action: TakeBackWord) -> None:
    """Answer «Zurücknehmen»: nobody gets it, or it is too late and all do."""
    found = await _written(visit, action.broadcast_id)
    if found is None:
        return
    of, training = found
    if not await recall(visit.store, of, visit.now):
        visit.notice("write-too-late", alert=True)
    else:
        visit.notice("write-taken-back")
        of = replace(of, state=BroadcastState.CANCELLED, total=0)
    await _show(visit, of, training)


async def resolve(visit: Visit, action: ResolveWord) -> None:
    """Send what is unknown once more, or leave it."""
    found = await _written(visit, action.broadcast_id)
    if found is None:
        return
    of, training = found
    of = await decided(visit, of, training, again=bool(action.again))
    await _show(visit, of, training)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_form(
        router, Host(wording.FACE, send, about=_about, anew=True, deed=Deed.WROTE), Who.COORDINATORS
    )
    on_tap(router, Write, begin, Who.COORDINATORS)
    on_tap(router, WriteToAll, begin_to_all, Who.COORDINATORS)
    on_tap(router, TakeBackWord, take_back, Who.COORDINATORS, Deed.RECALLED)
    on_tap(router, ResolveWord, resolve, Who.COORDINATORS, Deed.RESOLVED)
