"""What a training looks like in a chat: as a card, in detail, as a file for the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.localtime import local_day
from domain.message import Button, Message, Rows, Style
from domain.moveup import ComesNext
from domain.network import Network
from domain.paging import Part
from domain.standing import BEGUN, FINAL, Obstacle, Stand, stand_of
from domain.training import Closed, Training
from domain.vocabulary import EventStatus, RegistrationStatus
from talk.menu import Menu
from talk.register import (
    Calendar,
    Details,
    Leave,
    MinePage,
    Mute,
    PassOn,
    Register,
    Regret,
    Show,
    TakeRegretBack,
)
from talk.substitute import AskSubstitute
from texts import approve, dates, moveup, paging, session
from texts import plan_hosts as hosts
from texts.catalogue import Html, Texts
from texts.dates import plain_day
from texts.labels import shortened
from texts.plan_facts import contact, reasons, teaser
from texts.standings import label, leave_buttons, said


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands in a training, for the card.

    `place_in_line` is 0 for who does not wait; `free` is the number of seats free for this person,
    None where there is no limit; `closed` is why nobody can register. `kept` is set where seats
    look free that are kept for other offices. `link` is the address of taking part online where
    the person may have it; `code` the number of the own seat on the list at the door. `regrets` is
    set for who answered «Diesmal nicht». `asked_until` is the end of the term of who is offered a
    seat, `can_take` is set where the first to take it has it, `comes_next` says how the line goes
    on. `came` is what is marked of who has a seat, `hours` how much it was in words, if less than
    the whole. Until `approve_by` the own office must approve;
    who registers now `must_be_approved`.
    """

    status: RegistrationStatus | None = None
    place_in_line: int = 0
    free: int | None = None
    closed: Closed | None = None
    muted: bool = False
    kept: bool = False
    link: str = ""
    code: int = 0
    regrets: bool = False
    asked_until: datetime | None = None
    can_take: bool = False
    comes_next: ComesNext = ComesNext.SEAT
    came: bool | None = None
    hours: str = ""
    approve_by: datetime | None = None
    must_be_approved: bool = False

    @property
    def stand(self) -> Stand:
        """Whether the person has a seat, waits for one, or neither."""
        return stand_of(self.status)

    @property
    def seated(self) -> bool:
        """Whether the person has a seat."""
        return self.stand is Stand.SEAT

    @property
    def firm(self) -> Stand:
        """The same as `stand`; a seat that must still be approved is not one yet."""
        return Stand.LINE if self.seated and self.approve_by else self.stand

    @property
    def waits(self) -> bool:
        """Whether the person waits for a seat."""
        return self.stand is Stand.LINE


def when(texts: Texts, network: Network, training: Training, now: datetime | None = None) -> str:
    """Return the training's time as people read it, in one line; of a series that of `now`."""
    return session.in_a_line(texts, network, training.plan, now)


def all_dates(texts: Texts, network: Network, training: Training) -> str:
    """Return the training's time as people read it; of a series a line each date."""
    return session.lines(texts, network, training.plan)


def where(texts: Texts, training: Training) -> str:
    """Return the training's place, or its mode where there is none."""
    return training.plan.place or texts.label("mode", training.plan.mode)


def deadline(texts: Texts, network: Network, training: Training) -> str:
    """Return until when one may register."""
    return dates.deadline(training.plan.deadline_at, network.zone, texts.language)


def card(texts: Texts, network: Network, training: Training, standing: Standing) -> Message:
    """Return a training's card, with the buttons that make sense for this person now."""
    head = texts(
        "card",
        title=training.title,
        format=texts.label("format", training.plan.format),
        when=all_dates(texts, network, training),
        where=where(texts, training),
        host=hosts.invites(texts, network, training),
    )
    if training.plan.sectors:
        head = f"{head}\n{only_for(texts, training)}"
    if standing.must_be_approved:
        head = f"{head}\n{texts('approve-wanted')}"
    if training.plan.description:
        head = f"{head}\n\n{texts('card-description', text=teaser(training.plan.description))}"
    return Message(
        f"{head}\n\n{_state(texts, network, training, standing)}", _rows(texts, training, standing)
    )


def _state(texts: Texts, network: Network, training: Training, standing: Standing) -> Html:
    """Return the sentence that says where the person stands."""
    if training.status is EventStatus.CANCELLED:
        return Html("\n".join([texts("card-cancelled"), *reasons(texts, network, training)]))
    if standing.closed in BEGUN and standing.stand is not Stand.NEITHER:
        state = texts(f"card-{standing.closed}-{standing.stand}")
        return Html("\n".join([state, *seat_code(texts, standing)]))
    if standing.seated and standing.approve_by:
        held = approve.held(texts, network, standing.approve_by)
        return Html("\n".join([held, *seat_code(texts, standing)]))
    if standing.seated:
        return Html("\n".join([texts("card-seated"), *seat_code(texts, standing)]))
    if standing.waits:
        return _waiting(texts, network, training, standing)
    if standing.closed is not None:
        return Html(closed(texts, network, training, standing.closed))
    until = deadline(texts, network, training)
    if standing.regrets:
        return Html(texts("card-regrets", deadline=until))
    if standing.free is None:
        return Html(texts("card-open", deadline=until))
    if standing.kept:
        return Html(f"{kept(texts, network, training)} {texts('card-kept-wait')}")
    return Html(texts("card-seats", free=standing.free, deadline=until))


def _waiting(texts: Texts, network: Network, training: Training, standing: Standing) -> Html:
    """Return the place in the line and what comes next, or that a seat is there to be taken."""
    if standing.asked_until is not None:
        return Html(moveup.asked(texts, network, standing.asked_until))
    lines = [texts("card-waiting", place=standing.place_in_line)]
    if standing.can_take:
        lines.append(texts("moveup-first"))
    elif standing.kept:
        lines.append(kept(texts, network, training))
    else:
        lines.append(moveup.then(texts, standing.comes_next))
    if standing.approve_by:
        lines.append(approve.still(texts, network, standing.approve_by))
    return Html("\n".join(lines))


def kept(texts: Texts, network: Network, training: Training) -> str:
    """Return the sentence that says why seats look free and are not, and until when."""
    assert training.plan.release_at is not None
    last = local_day(training.plan.release_at, network.zone) - timedelta(days=1)
    return texts("card-kept", day=plain_day(last, texts.language))


def seat_code(texts: Texts, standing: Standing) -> list[str]:
    """Return the line that names the own seat as the list at the door does, if there is one.

    Beneath it stands what is marked of who was there.
    """
    if not (standing.seated and standing.code):
        return []
    lines = [texts("seat-code", code=f"{standing.code:02}")]
    if standing.hours:
        lines.append(texts("card-came-part", hours=standing.hours))
    elif standing.came is not None:
        lines.append(texts("card-came" if standing.came else "card-missed"))
    return lines


def access(texts: Texts, standing: Standing) -> list[str]:
    """Return the line with the address of taking part online, for who may have it."""
    return [texts("details-link", link=standing.link)] if standing.link else []


def obstacle(texts: Texts, network: Network, training: Training | None, why: Obstacle) -> str:
    """Return the one sentence that says why a press is not possible, as plain text."""
    if training is None or why in _OBSTACLES:
        return texts.plain(_OBSTACLES.get(why, "register-gone"))
    return closed(texts, network, training, Closed(why.value))


_OBSTACLES = {
    Obstacle.GONE: "register-gone",
    Obstacle.SEATED: "register-already",
    Obstacle.WAITING: "register-already-waiting",
    Obstacle.NOT_IN: "leave-nothing",
}


def closed(texts: Texts, network: Network, training: Training, reason: Closed) -> str:
    """Return the sentence that says why nobody can register."""
    if reason is Closed.DEADLINE:
        return texts("closed-deadline", deadline=deadline(texts, network, training))
    if reason is Closed.NOT_FOR_SECTOR:
        return texts("closed-not-for-sector", sectors=sectors(texts, training))
    return texts(f"closed-{reason}")


def only_for(texts: Texts, training: Training) -> str:
    """Return the line that says whom a training is limited to."""
    return texts("card-only-for", sectors=sectors(texts, training))


def sectors(texts: Texts, training: Training) -> str:
    """Return for whom the training is."""
    if not training.plan.sectors:
        return texts.plain("card-for-all")
    return ", ".join(texts.label("sector", sector) for sector in training.plan.sectors)


def _rows(texts: Texts, training: Training, standing: Standing) -> tuple[tuple[Button, ...], ...]:
    number = training.id
    about = (
        Button(texts.plain("button-details"), Details(number).pack()),
        Button(texts.plain("button-calendar"), Calendar(number).pack()),
    )
    if training.status is EventStatus.CANCELLED:
        return ((about[0],),)
    if standing.closed in FINAL:
        return (about,)
    pass_on = (Button(texts.plain("button-pass-on"), PassOn(number).pack()),)
    if standing.asked_until is not None:
        return (moveup.answers(texts, training), about, pass_on)
    if leave := leave_buttons(texts, number, standing.stand):
        take = ((moveup.take(texts, training),),) if standing.can_take else ()
        leaving = (*leave, *substitute(texts, number, standing.firm))
        return (*take, leaving, about, pass_on)
    if standing.closed is not None:
        return (about, pass_on)
    return (_answers(texts, training, standing), about, pass_on)


def substitute(texts: Texts, training_id: int, where: Stand) -> tuple[Button, ...]:
    """Return the way to hand the own seat to a colleague, for who has one."""
    if where is not Stand.SEAT:
        return ()
    return (Button(texts.plain("button-substitute"), AskSubstitute(training_id).pack()),)


def _answers(texts: Texts, training: Training, standing: Standing) -> tuple[Button, ...]:
    """Return what can be answered: to come, or not this time; and to take that back."""
    enter = "button-register" if standing.free is None or standing.free > 0 else "button-wait"
    shown, offered = training.plan.shown, training.plan.offered
    come = Button(texts.plain(enter), Register(training.id, offered).pack(), style=Style.PRIMARY)
    if standing.regrets:
        back = TakeRegretBack(training.id).pack()
        return (come, Button(texts.plain("button-regret-back"), back))
    return (come, Button(texts.plain("button-regret"), Regret(training.id, shown).pack()))


def details(texts: Texts, network: Network, training: Training, standing: Standing) -> Message:
    """Return everything there is to know about a training."""
    plan = training.plan
    lines = [
        texts(
            "details",
            title=training.title,
            topic=texts.label("topic", plan.topic),
            format=texts.label("format", plan.format),
            mode=texts.label("mode", plan.mode),
            when=all_dates(texts, network, training),
            where=where(texts, training),
            units=plan.units,
            sectors=sectors(texts, training),
            deadline=deadline(texts, network, training),
            withdraw=dates.deadline(plan.withdraw_by, network.zone, texts.language),
            n=len(training.hosts),
            host=hosts.names(network, training),
        )
    ]
    lines += hosts.who_reads_whom(texts, training)
    lines += _said(texts, network, training)
    lines += [*seat_code(texts, standing), *access(texts, standing)]
    lines += [texts(f"accessibility-{slug}") for slug in plan.accessibility]
    lines.append(texts("details-support", mail=network.contact.mail))
    if plan.description:
        lines.append(texts("details-description", text=plan.description))
    back = Button(texts.plain("button-back"), Show(training.id).pack())
    rows = [(mute_button(texts, training, muted=standing.muted),)] if standing.seated else []
    return Message("\n".join(lines), (*rows, (back,)))


def _said(texts: Texts, network: Network, training: Training) -> list[str]:
    """Return what a training says of itself beside the facts that each one has."""
    plan = training.plan
    contact_ = contact(network, plan.contact, reach=True)
    told = {"speakers": plan.speakers, "cost": plan.cost, "contact": contact_}
    lines = [texts(f"details-{name}", value=value) for name, value in told.items() if value]
    lines += [texts("details-approval")] if plan.approval else []
    return [*lines, *([texts("details-minimum", n=plan.minimum)] if plan.minimum else [])]


def mute_button(texts: Texts, training: Training, *, muted: bool) -> Button:
    """Return the button that switches the reminders of one training."""
    text_id = "button-unmute" if muted else "button-mute"
    return Button(texts.plain(text_id), Mute(training.id, int(not muted)).pack())


def ask_leave(
    texts: Texts, network: Network, training: Training, standing: Standing, *, late: bool
) -> Message:
    """Return the one question back before somebody gives up a seat or a place in the line.

    Only who gives up a seat can be late.
    """
    where = standing.stand
    about = texts("ask-leave", title=training.title, when=when(texts, network, training))
    question = f"{said(texts, 'ask-leave', where)}\n\n{about}"
    if late and where is Stand.SEAT:
        question += "\n\n" + texts("ask-leave-late")
    yes = label(texts, "leave-yes", where)
    leave = Button(yes, Leave(training.id, training.plan.shown).pack(), style=Style.DANGER)
    no = Button(texts.plain("button-leave-no"), Show(training.id).pack())
    instead = substitute(texts, training.id, standing.firm)
    return Message(question, ((leave,), *([instead] if instead else []), (no,)))


Listed = Part[tuple[Training, Standing]]


def mine(texts: Texts, network: Network, trainings: Listed, now: datetime) -> Message:
    """Return a page of somebody's registrations, each with a button that opens its card."""
    if not trainings.items:
        return Message(texts("mine-none"), (menu_row(texts),))
    head = paging.heading(texts, texts("mine-head", n=trainings.total), trainings)
    text, buttons = entries(texts, network, trainings, now)
    turns = paging.turns(texts, trainings, MinePage)
    return Message(f"{head}\n\n{text}", (*buttons, *turns, menu_row(texts)))


def entries(
    texts: Texts, network: Network, trainings: Listed, now: datetime | None = None
) -> tuple[Html, Rows]:
    """Return the entries of a page of a list, and a button for each that opens its card.

    Of a series the first date stands there, or the one that comes next from `now` on.
    """
    lines = []
    numbered = list(enumerate(trainings.items, trainings.first))
    for number, (training, standing) in numbered:
        entry = texts(
            "offer-entry",
            number=number,
            title=training.title,
            when=when(texts, network, training, now),
        )
        lines.append(f"{entry}\n{_state(texts, network, training, standing)}")
    labels = shortened([f"{n}. {training.title}" for n, (training, _) in numbered])
    buttons = [
        (Button(label, Show(training.id).pack()),)
        for label, (training, _) in zip(labels, trainings.items, strict=True)
    ]
    return Html("\n\n".join(lines)), tuple(buttons)


def menu_row(texts: Texts) -> tuple[Button, ...]:
    """Return the way back to the menu."""
    return (Button(texts.plain("button-menu"), Menu().pack()),)
