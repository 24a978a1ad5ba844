"""Planning an announcement, watching it go out, and what became of it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.announce import Whom, audience_of
from domain.announce_audience import Audience, Broadcast, BroadcastState, Progress, Refusal
from domain.localtime import local_day
from domain.message import Button, Message, Rows, Style
from domain.network import Network
from domain.plan_back import Told
from domain.training import Closed, Training
from talk.announce import (
    ANNOUNCE,
    NOW,
    URGENT,
    Announce,
    Announcement,
    Resolve,
    Stop,
    TakeBackAnnouncement,
    allowed,
)
from talk.announce_saved import found
from talk.form import Leave, Question, Setting
from talk.manage import ManageOne
from texts import cards
from texts.announce_saved import label as saved_label
from texts.announce_saved import made_of, office_label, remove_row
from texts.catalogue import Html, Texts
from texts.dates import brief_day, clock, long_moment, short_day
from texts.faces import Face, Page, back
from texts.typed_dates import moment_example

_NOT_PLANNED = {
    Refusal.GONE: "register-gone",
    Refusal.TOO_LATE: "announce-too-late",
    Refusal.NOBODY: "announce-nobody",
}


def audience_line(texts: Texts, network: Network, meant: Audience, training: Training) -> str:
    """Return in a few words who is meant, and what the training itself limits that to."""
    chosen = _chosen(texts, network, meant)
    only = training.plan.sectors
    if not only or (meant.sectors and set(meant.sectors) <= set(only)):
        return chosen
    return texts.plain("announce-limited", audience=chosen, sectors=cards.sectors(texts, training))


def _chosen(texts: Texts, network: Network, meant: Audience) -> str:
    chosen = made_of(texts, network, meant.offices, meant.sectors)
    if not meant.subscribers:
        return chosen or texts.label("audience", Whom.ALL)
    followers = texts.label("audience", Whom.SUBSCRIBERS)
    return texts.plain("announce-followers", audience=chosen) if chosen else followers


class Announcing(Face):
    """How the form reads: it is always said which training is meant."""

    def head(self, page: Page) -> str:
        """Return what is being announced, and whom it is for where that is not everybody."""
        texts, training = page.texts, page.at.about.training
        when = cards.when(texts, page.at.network, training)
        head = texts("announce-head", title=training.title, when=when)
        if page.question.name in {"whom", *_MARKED} and training.plan.sectors:
            return f"{head}\n{cards.only_for(texts, training)}"
        return head

    def ask(self, page: Page) -> str:
        """Ask; before sending it is said how many it reaches."""
        match page.question.name:
            case "send":
                return _sending(page)
            case "sure":
                return page.texts("announce-sure", n=page.at.about.reach.people)
            case "at":
                example = moment_example(page.at.now, page.at.network.zone)
                return page.texts("announce-at", example=example)
            case "confirm":
                return _confirming(page)
        return Face.ask(self, page)

    def label(self, texts: Texts, at: Setting, question: Question, value: Any) -> str:
        """Return how an answer is called."""
        saved = found(at.about.saved, value) if question.name == "whom" else None
        if saved is not None:
            return saved_label(texts, at.network, saved)
        match question.name:
            case "offices":
                return office_label(texts, at.network, value)
            case "send" if value == NOW and allowed(at, at.now) != at.now:
                return texts.plain(
                    "announce-send-at", when=moment_button(texts, at, allowed(at, at.now))
                )
            case "send":
                return texts.plain(f"announce-send-{value}")
            case "at":
                return moment_button(texts, at, datetime.fromisoformat(value))
        return Face.label(self, texts, at, question, value)

    def style(self, page: Page, value: str) -> Style:
        """Return how a button stands out."""
        return _STYLES.get(value) or Face.style(self, page, value)

    def ways(self, page: Page) -> Rows:
        """Return the ways back and out, side by side."""
        out = Button(page.texts.plain("announce-give-up"), Leave(page.version).pack())
        ways = (out,) if page.first else (back(page, "button-back"), out)
        saved = page.at.about.saved if page.question.name == "whom" else ()
        return (*remove_row(page.texts, saved), ways)


FACE = Announcing(ANNOUNCE)
_MARKED = ("offices", "sectors")
_STYLES = {NOW: Style.PRIMARY, URGENT: Style.DANGER}


def _sending(page: Page) -> str:
    texts, at = page.texts, page.at
    lines = [_to(page), _reach(texts, at.about)]
    if at.about.reach.told and not at.answers.get("again"):
        lines.append(texts("announce-told", n=at.about.reach.told))
    first = allowed(at, at.now)
    if first != at.now:
        when = long_moment(first, at.network.zone, texts.language)
        lines += ["", texts("announce-quiet", when=when)]
    return "\n".join(lines)


def _confirming(page: Page) -> str:
    """Echo the chosen moment before anything is planned."""
    texts, said = page.texts, page.at.answers
    moment = datetime.fromisoformat(said["at"])
    when = long_moment(moment, page.at.network.zone, texts.language)
    lines = [_to(page), texts("announce-reach", n=page.at.about.reach.people)]
    lines += ["", texts("announce-confirm", when=when)]
    if said.get("shifted"):
        lines.append(texts("announce-shifted"))
    return "\n".join(lines)


def _to(page: Page) -> str:
    meant = audience_of(page.at.answers)
    line = audience_line(page.texts, page.at.network, meant, page.at.about.training)
    return page.texts("announce-send", audience=line)


def _reach(texts: Texts, about: Announcement) -> str:
    people = texts("announce-reach", n=about.reach.people)
    if not about.reach.people:
        return people
    return f"{people} {texts('announce-takes', minutes=_minutes(about.seconds))}"


def _minutes(seconds: float) -> int:
    """Return whole minutes, rounded up; 0 for less than one."""
    return 0 if seconds < 60 else math.ceil(seconds / 60)


def moment_button(texts: Texts, at: Setting, moment: datetime) -> str:
    """Return a moment as a button shows it: `heute, 16:00 Uhr`, `morgen, …` or `Mo., 15.02., …`."""
    zone = at.network.zone
    day = local_day(moment, zone)
    days = (day - local_day(at.now, zone)).days
    named = {0: "announce-today", 1: "announce-tomorrow"}.get(days)
    write = brief_day if days < 300 else short_day  # far away, the year is part of the answer
    shown = texts.plain(named) if named else write(day, texts.language)
    return f"{shown}, {clock(moment.astimezone(zone).time(), texts.language)}"


def refused(texts: Texts, network: Network, training: Training, reason: Closed) -> str:
    """Return the sentence that says why a training cannot be announced."""
    return cards.closed(texts, network, training, reason)


def not_planned(texts: Texts, network: Network, training: Training, why: Closed | Refusal) -> str:
    """Return the sentence that says why an announcement was not planned."""
    if isinstance(why, Closed):
        return refused(texts, network, training, why)
    return texts.plain(_NOT_PLANNED[why])


def given_up(texts: Texts, training_id: int, told: Told) -> Message:
    """Say how the training stands, of which nothing more was announced."""
    open_ = Button(texts.plain("manage-this"), ManageOne(training_id).pack())
    rows = () if told is Told.OFF else ((open_,),)
    return Message(texts(f"announce-left-{told}"), (*rows, cards.menu_row(texts)))


@dataclass(frozen=True, slots=True)
class AnnouncementReport:
    """What a coordinator reads about an announcement: counts only.

    `institutions` is the number of institutions the unreached people are from, None if that
    must not be said; `open_unknown` are deliveries about which somebody must decide. `waits`
    says that nobody got it yet.
    """

    broadcast: Broadcast
    training: Training
    progress: Progress
    open_unknown: int = 0
    institutions: int | None = None
    waits: bool = False


def report(texts: Texts, network: Network, of: AnnouncementReport) -> Message:
    """Return how far an announcement is, and at its end what became of it."""
    head = texts(
        f"broadcast-{of.broadcast.state}",
        title=of.training.title,
        when=cards.when(texts, network, of.training),
    )
    return Message(f"{head}\n\n{_told(texts, network, of)}", _report_rows(texts, of))


def _told(texts: Texts, network: Network, of: AnnouncementReport) -> str:
    if of.broadcast.state is BroadcastState.SCHEDULED:
        when = long_moment(of.broadcast.send_at, network.zone, texts.language)
        return texts("broadcast-planned", when=when)
    if of.broadcast.state is BroadcastState.CANCELLED and not of.progress.total:
        return texts("broadcast-nothing-sent")
    if of.broadcast.state is BroadcastState.RUNNING and of.waits:
        return f"{texts('broadcast-soon')} {texts('announce-reach', n=of.progress.total)}"
    return "\n".join([_counts(texts, of), *_rest(texts, of)])


def _counts(texts: Texts, of: AnnouncementReport) -> str:
    counts = texts("broadcast-counts", delivered=of.progress.delivered, total=of.progress.total)
    if not of.progress.unreachable:
        return f"{counts}."
    missed = texts("broadcast-unreachable", n=of.progress.unreachable)
    if of.institutions is not None:
        missed += f" ({texts('broadcast-institutions', n=of.institutions)})"
    return f"{counts}, {missed}."


def _rest(texts: Texts, of: AnnouncementReport) -> list[str]:
    made = of.progress
    numbers = {"unknown": made.unknown, "failed": made.failed, "withdrawn": made.withdrawn}
    lines = [texts(f"broadcast-{name}", n=n) for name, n in numbers.items() if n]
    if of.open_unknown:
        lines += ["", texts("broadcast-decide")]
    return lines


def _report_rows(texts: Texts, of: AnnouncementReport) -> tuple[tuple[Button, ...], ...]:
    number = of.broadcast.id
    if of.broadcast.state is BroadcastState.RUNNING and of.waits:
        label, back = texts.plain("broadcast-take-back"), TakeBackAnnouncement(number).pack()
        return ((Button(label, back, style=Style.DANGER),),)
    if of.broadcast.state in {BroadcastState.SCHEDULED, BroadcastState.RUNNING}:
        stop = Button(texts.plain("broadcast-stop"), Stop(number).pack(), style=Style.DANGER)
        return ((stop,),)
    if not of.open_unknown:
        return ()
    again = Button(texts.plain("broadcast-resend"), Resolve(number, 1).pack())
    leave = Button(texts.plain("broadcast-leave"), Resolve(number, 0).pack())
    return ((again,), (leave,))


def not_started(texts: Texts, network: Network, training: Training, reason: Closed) -> Message:
    """Tell the coordinator why a planned announcement did not go out."""
    why = Html(cards.closed(texts, network, training, reason))
    return Message(texts("broadcast-not-started", title=training.title, why=why))


def unreadable(texts: Texts, training: Training) -> Message:
    """Tell the coordinator that a planned announcement could not be read, and what to do."""
    text = texts("broadcast-unreadable", title=training.title)
    return Message(text, ((announce_button(texts, training),),))


def announce_button(texts: Texts, training: Training) -> Button:
    """Return the button that leads to an announcement."""
    return Button(texts.plain("button-announce"), Announce(training.id).pack())
