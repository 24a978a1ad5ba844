"""What a coordinator reads about the own trainings: the list, a card, questions back, results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.manage import Numbers
from domain.message import Button, Message, Rows, Style
from domain.network import FEW, Network
from domain.paging import Part
from domain.plan_back import Told
from domain.plan_change import Changed, Reason, Refused
from domain.register_regret import RegretCount
from domain.seats import release_time
from domain.training import Training
from domain.vocabulary import EventStatus
from talk.action import Action
from talk.announce import Announce
from talk.close import Close
from talk.daily import GoAhead
from talk.deliveries import ShowDeliveries
from talk.manage import (
    AskCancel,
    Attendance,
    Change,
    ChooseChange,
    Manage,
    ManageDrafts,
    ManageOne,
    ManagePast,
    SetOpen,
    ShowAnnouncement,
)
from talk.manage_people import SeePeople
from talk.paper import Papers
from talk.plan_again import AskDropDraft, DropDraft, FinishDraft, Repeat
from talk.plan_back import AskTakeBack, TakeBack
from talk.plan_offers import Step
from talk.recount import Open
from talk.seats import Blocks, Quotas
from talk.session_change import AllSessions
from talk.write import Write, WriteToAll
from texts import approve, cards, moveup, paging, session
from texts import plan_hosts as hosts
from texts import seats as wording
from texts.catalogue import Texts
from texts.dates import short_moment
from texts.labels import shortened
from texts.register_reminders import to_remind

#: Refusals that name a number of seats.
_COUNTED = {Reason.SEATS_TAKEN, Reason.SEATS_KEPT, Reason.SEATS_FULL, Reason.QUOTA_FULL}


def overview(texts: Texts, network: Network, shown: Part[Numbers]) -> Message:
    """Return a page of the trainings that somebody manages and that are to come or to close."""
    return _list(texts, network, shown, "coming", Manage)


def drafts(texts: Texts, network: Network, shown: Part[Numbers]) -> Message:
    """Return a page of the drafts that the colleagues of an office may finish."""
    return _list(texts, network, shown, "drafts", ManageDrafts)


def past(texts: Texts, network: Network, shown: Part[Numbers]) -> Message:
    """Return a page of what is over, of all years; each may be the pattern of another one."""
    return _list(texts, network, shown, "past", ManagePast)


#: The lists of trainings, by the words on the way there.
_LISTS: tuple[tuple[str, type[Manage | ManageDrafts | ManagePast]], ...] = (
    ("coming", Manage),
    ("drafts", ManageDrafts),
    ("past", ManagePast),
)


def _list(
    texts: Texts,
    network: Network,
    shown: Part[Numbers],
    name: str,
    turn: type[Manage | ManageDrafts | ManagePast],
) -> Message:
    """Return a page of a list, with the ways to the other two."""
    others = tuple(
        Button(texts.plain(f"manage-to-{which}"), action(0).pack())
        for which, action in _LISTS
        if action != turn
    )
    if not shown.items:
        return Message(
            texts(f"manage-none-{name}"), (others, notice_row(texts), cards.menu_row(texts))
        )
    head = paging.heading(texts, texts(f"manage-head-{name}", n=shown.total), shown)
    numbered = list(enumerate(shown.items, shown.first))
    lines = [_entry(texts, network, number, each) for number, each in numbered]
    labels = shortened([f"{number}. {each.training.title}" for number, each in numbered])
    rows = [
        (Button(label, ManageOne(each.training.id).pack()), *_again(texts, number, each, turn))
        for label, (number, each) in zip(labels, numbered, strict=True)
    ]
    notice = (notice_row(texts),) if turn is Manage else ()
    ways = (*paging.turns(texts, shown, turn), others, *notice, cards.menu_row(texts))
    return Message("\n\n".join([head, *lines]), (*rows, *ways))


def _again(
    texts: Texts, number: int, each: Numbers, turn: type[Manage | ManageDrafts | ManagePast]
) -> tuple[Button, ...]:
    """Return the way to hold something again, beside what is over."""
    if turn is not ManagePast:
        return ()
    return (Button(texts.plain("manage-again-n", n=number), Repeat(each.training.id).pack()),)


def notice_row(texts: Texts) -> tuple[Button, ...]:
    """Return the way to a word to the whole network, which belongs to no training."""
    return (Button(texts.plain("write-to-all-button"), WriteToAll().pack()),)


def _entry(texts: Texts, network: Network, number: int, each: Numbers) -> str:
    plan = each.training.plan
    head = texts(
        "manage-entry",
        number=number,
        title=plan.title,
        when=session.short(texts, network, plan),
    )
    return f"{head}\n{numbers_line(texts, each)}"


def numbers_line(texts: Texts, each: Numbers) -> str:
    """Return in a line how full it is, and its status where that matters."""
    seats = each.training.plan.seats
    given = each.taken + each.training.block_seats
    if seats is None:
        parts = [texts("manage-taken", taken=given)]
    else:
        parts = [texts("manage-taken-of", taken=given, seats=seats)]
    if each.training.block_seats:
        parts[0] += texts("manage-blocked", blocked=each.training.block_seats)
    if each.waiting:
        parts.append(texts("manage-waiting", waiting=each.waiting))
    if each.training.status is not EventStatus.PUBLISHED:
        parts.append(f"<b>{texts.label('event-status', each.training.status)}</b>")
    if each.unclosed:
        parts.append(texts("manage-unclosed"))
    return " · ".join(parts)


@dataclass(frozen=True, slots=True)
class Doors:
    """What the other features of this bot can do with a training."""

    known: frozenset[type[Action]]

    def to(self, texts: Texts, text_id: str, action: Action) -> list[Button]:
        """Return the button that leads there, none if nobody answers it."""
        known = type(action) in self.known
        return [Button(texts.plain(text_id), action.pack())] if known else []


def _draft_card(texts: Texts, network: Network, training: Training, note: str) -> Message:
    """Return a draft with what its office can do with it."""
    number = training.id
    lines = texts(
        "manage-draft-card",
        title=training.title,
        when=cards.all_dates(texts, network, training),
        where=cards.where(texts, training),
    )
    on = Button(texts.plain("manage-draft-on"), FinishDraft(number).pack(), style=Style.PRIMARY)
    out = Button(texts.plain("manage-draft-drop"), AskDropDraft(number).pack())
    back = Button(texts.plain("manage-list"), ManageDrafts(0).pack())
    joint = hosts.together(texts, network, training)
    parts = [*([note] if note else []), lines, *joint]
    return Message("\n\n".join(parts), ((on,), (out,), (back,)))


def ask_drop_draft(texts: Texts, network: Network, training: Training) -> Message:
    """Ask back once before a draft goes."""
    when = cards.when(texts, network, training)
    yes = Button(
        texts.plain("manage-draft-drop-yes"), DropDraft(training.id).pack(), style=Style.DANGER
    )
    no = Button(texts.plain("manage-draft-drop-no"), ManageOne(training.id).pack())
    return Message(texts("manage-draft-ask", title=training.title, when=when), ((yes,), (no,)))


def draft_dropped(texts: Texts, training: Training) -> Message:
    """Say that a draft is gone."""
    back = (Button(texts.plain("manage-list"), ManageDrafts(0).pack()),)
    text = texts("manage-draft-dropped", title=training.title)
    return Message(text, (back, cards.menu_row(texts)))


def card(
    texts: Texts, network: Network, each: Numbers, doors: Doors, now: datetime, note: str = ""
) -> Message:
    """Return a training with everything its coordinator can do now; `note` is HTML above it."""
    training = each.training
    if training.status is EventStatus.DRAFT:
        return _draft_card(texts, network, training, note)
    lines = texts(
        "manage-card",
        title=training.title,
        when=cards.all_dates(texts, network, training),
        where=cards.where(texts, training),
        deadline=cards.deadline(texts, network, training),
        reminders=to_remind(texts, network, training, now),
    )
    joint = hosts.together(texts, network, training)
    parts = [*([note] if note else []), lines, *joint, numbers_line(texts, each)]
    if each.short(now):
        parts.append(texts("manage-short", n=training.plan.minimum or 0))
    if each.away:
        parts.append(texts("manage-away", n=each.away))
    if offers := moveup.running(texts, network, training, each.offers):
        parts.append("\n".join(offers))
    if each.approvals:
        parts.append(approve.waiting(texts, each.approvals))
    if each.regrets is not None:
        parts.append(_regrets(texts, each.regrets))
    if each.quotas:
        parts.append(wording.quota_line(texts, network, training, each.quotas))
    if each.announcing:
        at = short_moment(each.announcing.send_at, network.zone, texts.language)
        parts.append(texts("manage-announcement", at=at))
    kept = _kept_buttons(texts, network, training, doors, now)
    back = [] if each.known else doors.to(texts, "manage-take-back", AskTakeBack(training.id))
    sent = _announcement(texts, each)
    rows = _buttons(texts, training, doors, now, (kept, tuple(back)))
    decide = (in_spite(texts, training.id),) if each.short(now) else ()
    return Message("\n\n".join(parts), (*sent, *decide, *rows))


def in_spite(texts: Texts, training_id: int) -> tuple[Button, ...]:
    """Return what can be done, instead of calling it off, if too few have registered."""
    later = Change(training_id, Step.DEADLINE).pack()
    ahead = GoAhead(training_id).pack()
    return (
        Button(texts.plain("daily-later"), later),
        Button(texts.plain("daily-go-ahead"), ahead),
    )


def _regrets(texts: Texts, of: RegretCount) -> str:
    """Return how many said «Diesmal nicht», and of other offices only if they are not few."""
    few = texts.plain("manage-few", few=FEW)
    others = few if of.others is None else str(of.others)
    return texts("manage-regrets", own=of.own, others=others)


def _announcement(texts: Texts, each: Numbers) -> Rows:
    """Return the way to an announcement that waits or goes out."""
    if each.announcing is None:
        return ()
    action = ShowAnnouncement(each.announcing.id).pack()
    return ((Button(texts.plain("manage-announcement-show"), action),),)


def _kept_buttons(
    texts: Texts, network: Network, training: Training, doors: Doors, now: datetime
) -> tuple[Button, ...]:
    """Return the ways to block seats and to quotas; those only until the release."""
    blocks = doors.to(texts, "manage-blocks", Blocks(training.id))
    if training.plan.seats is None or now >= release_time(training.plan, network):
        return tuple(blocks)
    return (*blocks, *doors.to(texts, "manage-quotas", Quotas(training.id)))


def _buttons(
    texts: Texts,
    training: Training,
    doors: Doors,
    now: datetime,
    more: tuple[tuple[Button, ...], tuple[Button, ...]],
) -> Rows:
    number, (kept, take_back) = training.id, more
    again = doors.to(texts, "manage-again", Repeat(number))
    people = doors.to(texts, "manage-people", SeePeople(number, 0))
    write = doors.to(texts, "button-write", Write(number))
    papers = doors.to(texts, "manage-papers", Papers(number))
    listed = (Button(texts.plain("manage-attendance"), Attendance(number).pack()), *papers)
    sent = doors.to(texts, "manage-deliveries", ShowDeliveries(number))
    back = (Button(texts.plain("manage-list"), Manage(0).pack()),)
    off = training.status in {EventStatus.CANCELLED, EventStatus.HELD}
    if off or training.running(now):
        over = training.over(now) and not off
        close = doors.to(texts, "manage-close", Close(number)) if over else []
        if training.closed_at is not None:
            close = doors.to(texts, "recount-list", Open(number))
        ends = (*take_back, *again)
        later = _later(texts, training, now) if not off else ()
        return _filled((tuple(close), (*write, *people), later, listed, ends, (*sent, *back)))
    announce = doors.to(texts, "plan-announce", Announce(number))
    change = (
        Button(texts.plain("manage-change"), ChooseChange(number).pack()),
        _dates(texts, training),
    )
    call_off = Button(texts.plain("manage-cancel"), AskCancel(number).pack(), style=Style.DANGER)
    opening = (_opening(texts, training), *people)
    last = (*take_back, call_off)
    rows = ((*announce, *write), change, opening, kept, listed, last, (*sent, *back))
    return _filled(rows)


def _later(texts: Texts, training: Training, now: datetime) -> tuple[Button, ...]:
    """Return what of a series can still change once it has begun."""
    if now >= training.plan.dates[-1].starts_at:
        return ()
    number = training.id
    change = Button(texts.plain("manage-change"), ChooseChange(number).pack())
    return (change, Button(texts.plain("manage-sessions"), AllSessions(number).pack()))


def _opening(texts: Texts, training: Training) -> Button:
    closed = training.status is EventStatus.CLOSED
    label = "manage-open" if closed else "manage-shut"
    return Button(texts.plain(label), SetOpen(training.id, int(closed)).pack())


def _dates(texts: Texts, training: Training) -> Button:
    """Return the way to another date; of a series to all of its dates."""
    if training.plan.series:
        return Button(texts.plain("manage-sessions"), AllSessions(training.id).pack())
    return Button(texts.plain("manage-move"), Change(training.id, Step.DAY).pack())


def _filled(rows: Rows) -> Rows:
    return tuple(row for row in rows if row)


def choose_change(texts: Texts, training: Training, parts: Sequence[Step]) -> Message:
    """Ask what of a training is to be changed."""
    buttons = [
        Button(texts.plain(f"plan-name-{step}"), Change(training.id, step).pack())
        for step in parts
        if step is not Step.DAY
    ]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    back = Button(texts.plain("button-back"), ManageOne(training.id).pack())
    return Message(texts("manage-choose-change", title=training.title), (*rows, (back,)))


def ask_take_back(texts: Texts, network: Network, training: Training, told: Told) -> Message:
    """Ask back once before a training goes that nobody knows of."""
    when = cards.when(texts, network, training)
    parts = [texts("manage-ask-take-back", title=training.title, when=when)]
    if told is Told.LATER:
        parts.append(texts("manage-take-back-announcement"))
    yes = TakeBack(training.id).pack()
    rows = (
        (Button(texts.plain("manage-take-back-yes"), yes, style=Style.DANGER),),
        (Button(texts.plain("manage-take-back-no"), ManageOne(training.id).pack()),),
    )
    return Message("\n\n".join(parts), rows)


def taken_back(texts: Texts, training: Training) -> Message:
    """Say that a training is gone, and that nothing of it counts."""
    back = (Button(texts.plain("manage-list"), Manage(0).pack()),)
    return Message(texts("manage-taken-back", title=training.title), (back, cards.menu_row(texts)))


def done(texts: Texts, network: Network, text_id: str, changed: Changed, now: datetime) -> str:
    """Return what was done, and who learns of it when."""
    parts = [texts(text_id)]
    if changed.moved_up:
        parts.append(texts("manage-moved-up", people=changed.moved_up))
    if changed.told and changed.told_at is not None and changed.told_at > now:
        at = short_moment(changed.told_at, network.zone, texts.language)
        parts.append(texts("manage-told-later", people=changed.told, at=at))
    elif changed.told:
        parts.append(texts("manage-told", people=changed.told))
    return " ".join(parts)


def refused(texts: Texts, why: Refused) -> str:
    """Return why nothing was changed."""
    values = {"taken": why.taken} if why.reason in _COUNTED else {}
    return texts(f"manage-refused-{why.reason}", **values)
