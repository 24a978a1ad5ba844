"""What the bot says on its own: confirmations, reminders, changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from domain.message import Button, Document, Message
from domain.network import Network
from domain.plan_told import Redated, small_of
from domain.reminder import days_left
from domain.session import Session
from domain.standing import Stand
from domain.training import Training
from talk.profile import SetNudged
from talk.register import Details, Mute, Show
from texts import approve, moveup, plan_small, session
from texts.calendar_file import calendar_document
from texts.cards import (
    Standing,
    access,
    all_dates,
    card,
    seat_code,
    substitute,
    when,
    where,
)
from texts.cards import kept as kept_for_others
from texts.catalogue import Texts
from texts.dates import long_range
from texts.plan_facts import reasons
from texts.plan_hosts import who_reads
from texts.register_reminders import will_remind
from texts.standings import leave_buttons, said


def _facts(texts: Texts, network: Network, training: Training) -> dict[str, str]:
    return {
        "title": training.title,
        "when": all_dates(texts, network, training),
        "where": where(texts, training),
    }


def _own_buttons(texts: Texts, training: Training, own: Standing) -> tuple[Button, ...]:
    details = Button(texts.plain("button-details"), Details(training.id).pack())
    return (details, *leave_buttons(texts, training.id, own.stand))


def _own_lines(texts: Texts, own: Standing) -> list[str]:
    """Return what only the person reads: the own number, and the link for who may have it."""
    return [*seat_code(texts, own), *access(texts, own)]


def _file(
    texts: Texts, network: Network, training: Training, own: Standing, now: datetime
) -> Document | None:
    """Return the file for the calendar of who has the training in it: only a seat puts it there."""
    if own.firm is not Stand.SEAT:
        return None
    return calendar_document(texts, network, training, own, now)


def _seat(
    texts: Texts,
    network: Network,
    training: Training,
    own: Standing,
    text_id: str,
    now: datetime,
    *beside: str,
) -> Message:
    """Return a message that tells somebody of their seat, with all they need for it."""
    if own.approve_by is not None:
        return _held(texts, network, training, own, own.approve_by, *beside)
    lines = [texts(text_id, **_facts(texts, network, training)), *_own_lines(texts, own), *beside]
    lines.append(will_remind(texts, network, training, now, muted=own.muted))
    document = _file(texts, network, training, own, now)
    return Message("\n".join(lines), (_own_buttons(texts, training, own),), document)


def _held(
    texts: Texts,
    network: Network,
    training: Training,
    own: Standing,
    until: datetime,
    *beside: str,
) -> Message:
    """Return a message that tells somebody of a seat that their office must approve."""
    about = texts("approve-about", **_facts(texts, network, training))
    head = approve.held(texts, network, until)
    lines = "\n".join([about, *_own_lines(texts, own), *beside])
    return Message(f"{head}\n\n{lines}", (_own_buttons(texts, training, own),))


def confirmation(
    texts: Texts, network: Network, training: Training, own: Standing, now: datetime
) -> Message:
    """Confirm a seat, with date, place, who reads the name, and the file for the calendar."""
    read = who_reads(texts, training)
    return _seat(texts, network, training, own, "confirmation", now, *read)


def in_line(texts: Texts, network: Network, training: Training, own: Standing) -> Message:
    """Confirm a place on the waiting list, and say what comes next."""
    then = moveup.then(texts, own.comes_next)
    about = _facts(texts, network, training)
    text = texts("in-line", place=own.place_in_line, then=then, **about)
    still = [approve.still(texts, network, own.approve_by)] if own.approve_by else []
    text = "\n\n".join([text, *still, *who_reads(texts, training)])
    if own.kept:
        text += "\n\n" + kept_for_others(texts, network, training)
    return Message(text, (leave_buttons(texts, training.id, Stand.LINE),))


def moved_up(
    texts: Texts, network: Network, training: Training, own: Standing, now: datetime
) -> Message:
    """Tell somebody on the waiting list that a seat is theirs."""
    return _seat(texts, network, training, own, "moved-up", now)


def reminder(
    texts: Texts,
    network: Network,
    training: Training,
    own: Standing,
    now: datetime,
    of: Session | None = None,
) -> Message:
    """Remind somebody who has a seat; says how many days are left, also when it is late.

    Of a series it is said of which session.
    """
    facts = _facts(texts, network, training)
    if of is not None and training.plan.series:
        facts["when"] = session.named(texts, network, training.plan, of)
    days = days_left(of.starts_at if of else training.plan.starts_at, now, network.zone)
    text = texts("reminder", days=days, **facts)
    mute = Button(texts.plain("button-mute"), Mute(training.id, 1).pack())
    lines = "\n".join([text, *_own_lines(texts, own)])
    instead = substitute(texts, training.id, own.firm)
    return Message(lines, (_own_buttons(texts, training, own), (*instead, mute)))


def moved(
    texts: Texts,
    network: Network,
    training: Training,
    own: Standing,
    was: tuple[datetime, datetime],
    now: datetime,
) -> Message:
    """Tell of a new date: what was and what is now."""
    before = long_range(was[0], was[1], network.zone, texts.language)
    text = texts("moved", before=before, **_facts(texts, network, training))
    parts = ["\n".join([text, *_own_lines(texts, own)]), said(texts, "moved", own.stand)]
    document = _file(texts, network, training, own, now)
    return Message("\n\n".join(parts), (_own_buttons(texts, training, own),), document)


def redated(
    texts: Texts,
    network: Network,
    training: Training,
    own: Standing,
    others: Sequence[Redated],
    now: datetime,
) -> Message:
    """Tell of sessions of a series that are on another date or fall out; then all there are.

    Who does not like that can give the seat up as long as the series has not begun.
    """
    told = [session.changed(texts, network, each) for each in others]
    text = texts("session-changed", n=len(told), changes="\n".join(told))
    facts = texts("session-changed-now", **_facts(texts, network, training))
    parts = [text, "\n".join([facts, *_own_lines(texts, own)])]
    buttons = _own_buttons(texts, training, own)
    if training.running(now):  # nobody comes or goes any more
        buttons = buttons[:1]
    else:
        parts.append(said(texts, "moved", own.stand))
    document = _file(texts, network, training, own, now)
    return Message("\n\n".join(parts), (buttons,), document)


def differing(training: Training, was: Mapping[str, str], own: Standing) -> list[str]:
    """Return which of title, place and link are others now; the link only for who may have it."""
    plan = training.plan
    now = {"title": plan.title, "place": plan.place, "mode": plan.mode.value}
    if own.link or own.stand is Stand.SEAT:
        now["link"] = own.link
    return [name for name, value in now.items() if was[name] != value]


def changed(
    texts: Texts,
    network: Network,
    training: Training,
    own: Standing,
    was: Mapping[str, str],
    now: datetime,
) -> Message:
    """Tell of a new title, place or link: what was and what is now."""
    found = differing(training, was, own)
    at = when(texts, network, training)
    small = small_of(was)
    head = texts("changed", what=_what(found, small), title=training.title, when=at)
    lines = [_line(texts, training, name, was[name]) for name in found]
    lines += [plan_small.now(texts, network, training, name) for name in small]
    lines += _own_lines(texts, own)
    document = _file(texts, network, training, own, now)
    text = "\n".join([head, *lines])
    return Message(text, (_own_buttons(texts, training, own),), document)


def _what(found: list[str], small: Sequence[str]) -> str:
    if small or "mode" in found:
        return "several" if len(found) + len(small) > 1 else "one"
    if "title" not in found:
        return "place"
    return "title" if len(found) == 1 else "several"


def _line(texts: Texts, training: Training, name: str, was: str) -> str:
    """Return one fact as it was, and as it is now."""
    if name == "title":
        return texts("changed-title", before=was, after=training.title)
    if name == "mode":
        before = texts.label("mode", was)
        after = texts.label("mode", training.plan.mode)
        return texts("changed-mode", before=before, after=after)
    if name == "place":
        before = was or texts.label("mode", training.plan.mode)
        return texts("changed-place", before=before, after=where(texts, training))
    return texts("changed-link", before=was or texts.plain("changed-none"))


def cancelled(
    texts: Texts, network: Network, training: Training, own: Standing, now: datetime
) -> Message:
    """Tell that a training is off."""
    text = texts("cancelled", **_facts(texts, network, training))
    if why := reasons(texts, network, training):
        text = "\n".join([text, "", *why])
    document = _file(texts, network, training, own, now)
    show = Button(texts.plain("button-details"), Show(training.id).pack())
    sentence = said(texts, "cancelled", own.stand)
    return Message(f"{text}\n\n{sentence}", ((show,),), document)


def announcement(texts: Texts, network: Network, training: Training, standing: Standing) -> Message:
    """Announce a training: its card, under a line that says why this comes."""
    made = card(texts, network, training, standing)
    return Message(texts("announcement-head") + "\n\n" + made.text, made.buttons)


def nudge(texts: Texts, network: Network, training: Training, standing: Standing) -> Message:
    """Ask before the deadline who has not answered; one may do without such questions."""
    made = card(texts, network, training, standing)
    off = Button(texts.plain("nudge-off"), SetNudged(0).pack())
    return Message(texts("nudge-head") + "\n\n" + made.text, (*made.buttons, (off,)))


def repeated(texts: Texts, message: Message) -> Message:
    """Say that a message may have come before."""
    note = texts("repeated")
    return Message(f"{message.text}\n\n{note}", message.buttons, message.document, message.replaces)


def line_ended(
    texts: Texts, network: Network, training: Training, then: Training | None
) -> Message:
    """Tell who still waits when it begins that no seat became free, and what comes next."""
    text = texts("line-ended", title=training.title, when=when(texts, network, training))
    if then is None:
        return Message(text)
    following = texts("line-ended-next", title=then.title, when=when(texts, network, then))
    show = Button(texts.plain("button-details"), Show(then.id).pack())
    return Message(f"{text}\n\n{following}", ((show,),))
