"""Makes what is said of a training from the facts of the moment, or says why it is not needed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from domain import moveup
from domain.announce_audience import BroadcastState
from domain.approve import needed
from domain.delivery import Delivery, State
from domain.message import Document, Message
from domain.moveup import ComesNext
from domain.network import Network
from domain.online import link_for
from domain.person import Person
from domain.plan_told import SESSIONS, SMALL, redated, small_of
from domain.register import Registration
from domain.reminder import not_needed, of_session
from domain.standing import Stand, stand_of
from domain.training import Training
from domain.vocabulary import EventStatus, RegistrationStatus
from scheduler.desk import Desk
from texts import manage_people, notices, presence_hours, substitute, write
from texts.calendar_file import calendar_document
from texts.cards import Standing
from texts.catalogue import Texts


@dataclass(frozen=True, slots=True)
class Dropped:
    """A delivery that must not go out, and why; the row says it."""

    reason: str
    state: State = State.CANCELLED


@dataclass(frozen=True, slots=True)
class NotYet:
    """A delivery whose facts are still open; it is looked at again then."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text is made of."""

    desk: Desk
    delivery: Delivery
    texts: Texts
    person: Person | None
    training: Training | None
    registration: Registration | None

    @property
    def network(self) -> Network:
        """The network the delivery belongs to."""
        return self.desk.network

    @property
    def now(self) -> datetime:
        """The moment of sending."""
        return self.desk.now

    @property
    def course(self) -> Training:
        """The training; kinds about a training are rendered only where there is one."""
        assert self.training is not None
        return self.training


def _own(facts: Facts) -> Standing:
    """Return where somebody stands in the training that a delivery is about."""
    own, person = facts.registration, facts.person
    if own is None or person is None:
        return Standing()
    link = link_for(person, facts.course, own)
    code, until = own.seat_code, own.approve_by
    return Standing(own.status, muted=own.muted, link=link, code=code, approve_by=until)


async def confirmation(facts: Facts) -> Message | Dropped:
    """Confirm a seat or a place in the line, as it is now."""
    own, now_own = facts.registration, _own(facts)
    if own is None or now_own.stand is Stand.NEITHER:
        return Dropped("not-registered")
    if facts.course.status is EventStatus.CANCELLED:
        return Dropped("training-cancelled")
    if now_own.seated:
        return notices.confirmation(facts.texts, facts.network, facts.course, now_own, facts.now)
    if own.status is RegistrationStatus.OFFERED:
        return Dropped("offered")  # which says more than a place in the line
    place = await facts.desk.place_in_line(own)
    assert facts.person is not None
    _, kept = await _kept(facts, facts.course, facts.person)
    then = await _comes_next(facts, facts.course, facts.registration)
    waits = replace(now_own, place_in_line=place, kept=kept, comes_next=then)
    return notices.in_line(facts.texts, facts.network, facts.course, waits)


async def _kept(facts: Facts, training: Training, person: Person) -> tuple[int | None, bool]:
    """Return how many seats are free for the person while some are kept, and whether for others.

    None is free where none are kept: then the same number is free for everybody.
    """
    if not training.keeping(facts.now):
        return None, False
    division = await facts.desk.division(training)
    return division.free(person.office), division.keeps(person.office)


async def moved_up(facts: Facts) -> Message | Dropped:
    """Tell somebody that the seat is theirs."""
    own = _own(facts)
    if not own.seated:
        return Dropped("not-registered")
    if facts.course.status is EventStatus.CANCELLED:
        return Dropped("training-cancelled")
    return notices.moved_up(facts.texts, facts.network, facts.course, own, facts.now)


async def reminder(facts: Facts) -> Message | Dropped:
    """Remind somebody who still has a seat in a training that still is as planned."""
    revision = facts.delivery.facts.get("revision", -1)
    number = facts.delivery.facts.get("session", 0)
    reason = not_needed(facts.course, facts.registration, revision, facts.now, number)
    if reason is not None:
        return Dropped(reason)
    of, own = of_session(facts.course, number), _own(facts)
    return notices.reminder(facts.texts, facts.network, facts.course, own, facts.now, of)


async def moved(facts: Facts) -> Message | Dropped:
    """Tell of a new date; only the newest one counts."""
    if (reason := _outdated(facts)) is not None:
        return reason
    was, plan = facts.delivery.facts, facts.course.plan
    if SESSIONS in was:
        others = redated(was, plan)
        if not others:
            return Dropped("nothing-changed")
        own = _own(facts)
        return notices.redated(facts.texts, facts.network, facts.course, own, others, facts.now)
    dates = (datetime.fromisoformat(was["starts_at"]), datetime.fromisoformat(was["ends_at"]))
    if dates == (plan.starts_at, plan.ends_at):
        return Dropped("nothing-changed")
    return notices.moved(facts.texts, facts.network, facts.course, _own(facts), dates, facts.now)


async def changed(facts: Facts) -> Message | Dropped:
    """Tell of a new title, place or link, if it still is one to this person."""
    own = _own(facts)
    if facts.course.status is EventStatus.CANCELLED:
        return Dropped("training-cancelled")
    if own.stand is Stand.NEITHER:
        return Dropped("not-registered")
    was = _words_before(facts)
    if not (notices.differing(facts.course, was, own) or small_of(was)):
        return Dropped("nothing-changed")
    return notices.changed(facts.texts, facts.network, facts.course, own, was, facts.now)


def _words_before(facts: Facts) -> dict[str, str]:
    """Return what was told or known before; a row of an earlier release knows the place alone."""
    plan, was = facts.course.plan, facts.delivery.facts
    place = was.get("before", plan.place)
    now = {"title": plan.title, "place": place, "link": plan.link, "mode": plan.mode.value}
    small = {SMALL: was[SMALL]} if SMALL in was else {}
    return {**{name: str(was.get(name, value)) for name, value in now.items()}, **small}


def _outdated(facts: Facts) -> Dropped | None:
    if facts.course.status is EventStatus.CANCELLED:
        return Dropped("training-cancelled")
    if facts.delivery.facts.get("revision") != facts.course.revision:
        return Dropped("training-moved")
    return Dropped("not-registered") if _own(facts).stand is Stand.NEITHER else None


async def cancelled(facts: Facts) -> Message | Dropped:
    """Tell that a training is off."""
    own = _own(facts)
    if own.stand is Stand.NEITHER:
        return Dropped("not-registered")
    return notices.cancelled(facts.texts, facts.network, facts.course, own, facts.now)


async def taken_out(facts: Facts) -> Message | Dropped:
    """Tell somebody that the hosts took them out, unless they are in again."""
    told = facts.delivery.facts
    if _own(facts).stand is not Stand.NEITHER:
        return Dropped("registered-again")
    seated = stand_of(RegistrationStatus(told["was"])) is Stand.SEAT
    file = _out_of_calendar(facts) if seated else None
    return manage_people.taken_out(facts.texts, facts.network, facts.course, told, file)


async def handed_over(facts: Facts) -> Message | Dropped:
    """Tell somebody that a colleague has their seat now, unless they are in again."""
    if _own(facts).stand is not Stand.NEITHER:
        return Dropped("registered-again")
    file = _out_of_calendar(facts)
    return substitute.handed_over(facts.texts, facts.network, facts.course, file)


def _out_of_calendar(facts: Facts) -> Document:
    """Return the file that takes the date out of the calendar of who has no seat any more."""
    texts, network, training = facts.texts, facts.network, facts.course
    return calendar_document(texts, network, training, Standing(), facts.now, withdrawn=True)


async def announcement(facts: Facts) -> Message | Dropped:
    """Announce a training that is still to come, with what the person can do now."""
    if facts.course.status is EventStatus.CANCELLED:
        return Dropped("training-cancelled")
    if facts.course.running(facts.now):
        return Dropped("training-begun")
    part_of = await facts.desk.broadcast(facts.delivery.broadcast_id)
    if part_of is not None and part_of.state is BroadcastState.CANCELLED:
        return Dropped("stopped")
    assert facts.person is not None
    seen = await standing(facts, facts.course, facts.person)
    return notices.announcement(facts.texts, facts.network, facts.course, seen)


async def words(facts: Facts) -> Message | Dropped:
    """Give somebody a word that was written to many."""
    of = await facts.desk.broadcast(facts.delivery.broadcast_id)
    if of is None:
        return Dropped("announcement-erased")
    if of.state is BroadcastState.CANCELLED:
        return Dropped("stopped")
    said = await facts.desk.words(of.id)
    if said is None:
        return Dropped("words-forgotten")
    return write.received(facts.texts, facts.network, facts.training, said)


def _hours(facts: Facts, training: Training, own: Registration | None) -> str:
    """Return how much somebody attended, where it was less than the whole."""
    return presence_hours.said(facts.texts, training.plan, own.shortened) if own else ""


async def _comes_next(facts: Facts, training: Training, own: Registration | None) -> ComesNext:
    """Return what becomes of the next seat, for who waits or nobody in particular."""
    if own is None or own.status is not RegistrationStatus.WAITLISTED:
        return moveup.comes_next(training, facts.network, facts.now)
    return await moveup.comes_next_for(facts.desk.store, training, facts.network, own, facts.now)


async def standing(facts: Facts, training: Training, person: Person) -> Standing:
    """Return where somebody stands in a training now, as a card shows it."""
    overview = await facts.desk.overview(training.id)
    answer = await facts.desk.answer(training.id, person.id)
    free, kept = await _kept(facts, training, person)
    if free is None and overview is not None:
        free = overview.free
    active = answer.own if answer.own and answer.own.active else None
    place, can_take, until = 0, False, None
    if active is not None and active.status is RegistrationStatus.WAITLISTED:
        place = await facts.desk.place_in_line(active)
        line, network = facts.desk.store, facts.network
        can_take = await moveup.can_take(line, training, network, active, facts.now)
    if active is not None and active.status is RegistrationStatus.OFFERED:
        until = await facts.desk.answer_by(training, active)
    return Standing(
        status=active.status if active else None,
        place_in_line=place,
        free=free,
        closed=training.closed_for(person.sector, facts.now),
        muted=active.muted if active else False,
        kept=kept,
        link=link_for(person, training, active),
        code=active.seat_code if active else 0,
        came=active.came if active else None,
        hours=_hours(facts, training, active),
        regrets=answer.regrets,
        asked_until=until,
        can_take=can_take,
        comes_next=await _comes_next(facts, training, active),
        approve_by=active.approve_by if active else None,
        must_be_approved=active is None and needed(training, person),
    )
