"""Planning an announcement, watching it go out, and what became of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.announcing import Whom
from domain.broadcast import Audience, Broadcast, BroadcastState, Progress, Reach, Refusal
from domain.localtime import local_day
from domain.message import Button, Message, Style
from domain.network import Network
from domain.taking_back import Told
from domain.training import Closed, Training
from domain.vocabulary import COUNTY_WIDE, Sector
from talk.announce import (
    Announce,
    ChooseAudience,
    ChooseTime,
    Confirm,
    GiveUp,
    GoBack,
    GoOn,
    Mark,
    Resolve,
    SendAt,
    SendNow,
    Stop,
    TellAgain,
)
from talk.manage import ManageOne
from texts import cards
from texts.catalogue import Html, Texts
from texts.dates import brief_day, clock, long_moment, plain_day, short_day
from texts.typed_dates import moment_example

_NOT_PLANNED = {
    Refusal.GONE: "register-gone",
    Refusal.TOO_LATE: "announce-too-late",
    Refusal.NOBODY: "announce-nobody",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """An announcement being planned: the version of its step stands on every button."""

    texts: Texts
    network: Network
    training: Training
    audience: Audience
    version: int

    def head(self) -> str:
        """Return what is being announced."""
        when = cards.when(self.texts, self.network, self.training)
        return self.texts("announce-head", title=self.training.title, when=when)

    def ways_out(self) -> tuple[Button, ...]:
        """Return the buttons beneath every step but the first."""
        back = Button(self.texts.plain("button-back"), GoBack(self.version).pack())
        return (back, *self.way_out())

    def way_out(self) -> tuple[Button, ...]:
        """Return the button that ends the dialogue."""
        return (Button(self.texts.plain("announce-give-up"), GiveUp(self.version).pack()),)


def audience(draft: Draft) -> Message:
    """Ask who is meant."""
    rows = [
        (Button(draft.texts.plain(f"announce-{whom}"), ChooseAudience(draft.version, whom).pack()),)
        for whom in Whom
    ]
    text = f"{draft.head()}{_limit(draft)}\n\n{draft.texts('announce-whom')}"
    return Message(text, (*rows, draft.way_out()))


def _limit(draft: Draft) -> str:
    """Return whom the training is for, where that is not everybody."""
    if not draft.training.plan.sectors:
        return ""
    return "\n" + cards.only_for(draft.texts, draft.training)


def offices(draft: Draft) -> Message:
    """Let districts be chosen."""
    slugs = [(office.slug, office.short_label) for office in draft.network.offices]
    slugs.append((COUNTY_WIDE, draft.texts.label("office", COUNTY_WIDE)))
    return _choice(draft, "announce-which-offices", slugs, draft.audience.offices)


def sectors(draft: Draft) -> Message:
    """Let sectors be chosen, those the training is for."""
    meant = draft.training.plan.sectors or draft.network.sectors
    slugs = [(sector.value, draft.texts.label("sector", sector)) for sector in meant]
    return _choice(draft, "announce-which-sectors", slugs, draft.audience.sectors)


def _choice(
    draft: Draft, question: str, slugs: Sequence[tuple[str, str]], chosen: Sequence[str]
) -> Message:
    texts, version = draft.texts, draft.version
    rows = [(_mark(texts, version, slug, label, on=slug in chosen),) for slug, label in slugs]
    if chosen:
        go_on = Button(texts.plain("announce-go-on"), GoOn(version).pack(), style=Style.PRIMARY)
        rows.append((go_on,))
    text = f"{draft.head()}{_limit(draft)}\n\n{texts(question)}"
    return Message(text, (*rows, draft.ways_out()))


def _mark(texts: Texts, version: int, slug: str, label: str, *, on: bool) -> Button:
    shown = texts.plain("announce-chosen", label=label) if on else label
    return Button(shown, Mark(version, int(not on), slug).pack())


def audience_line(texts: Texts, network: Network, meant: Audience, training: Training) -> str:
    """Return in a few words who is meant, and what the training itself limits that to."""
    chosen = _chosen(texts, network, meant)
    only = training.plan.sectors
    if not only or (meant.sectors and set(meant.sectors) <= set(only)):
        return chosen
    return texts.plain("announce-limited", audience=chosen, sectors=cards.sectors(texts, training))


def _chosen(texts: Texts, network: Network, meant: Audience) -> str:
    if meant.offices and meant.sectors:
        return f"{_offices(texts, network, meant)}; {_sectors(texts, meant)}"
    if meant.subscribers:
        return texts.plain("announce-subscribers")
    if meant.offices:
        return _offices(texts, network, meant)
    if meant.sectors:
        return _sectors(texts, meant)
    return texts.plain("announce-all")


def _offices(texts: Texts, network: Network, meant: Audience) -> str:
    order = [*(office.slug for office in network.offices), COUNTY_WIDE]
    return ", ".join(_office(texts, network, slug) for slug in order if slug in meant.offices)


def _sectors(texts: Texts, meant: Audience) -> str:
    chosen = [sector for sector in Sector if sector in meant.sectors]
    return ", ".join(texts.label("sector", sector) for sector in chosen)


def _office(texts: Texts, network: Network, slug: str) -> str:
    office = network.find_office(slug)
    return office.short_label if office else texts.label("office", COUNTY_WIDE)


@dataclass(frozen=True, slots=True)
class Sending:
    """How an announcement would go out: to how many, how long, and from when it may.

    `allowed` is the moment itself, or the end of the quiet time it lies in.
    """

    reach: Reach
    seconds: float
    now: datetime
    allowed: datetime
    urgent: bool


def send(draft: Draft, sending: Sending) -> Message:
    """Say how many it reaches and how long it takes, and ask when."""
    texts, network = draft.texts, draft.network
    lines = [draft.head(), "", _to(draft), _reach(texts, sending)]
    if sending.reach.told and not draft.audience.again:
        lines.append(texts("announce-told", n=sending.reach.told))
    if sending.allowed != sending.now:
        when = long_moment(sending.allowed, network.zone, texts.language)
        lines += ["", texts("announce-quiet", when=when)]
    return Message("\n".join(lines), (*_send_rows(draft, sending), draft.ways_out()))


def _to(draft: Draft) -> str:
    meant = audience_line(draft.texts, draft.network, draft.audience, draft.training)
    return draft.texts("announce-to", audience=meant)


def _reach(texts: Texts, sending: Sending) -> str:
    people = texts("announce-reach", n=sending.reach.people)
    if not sending.reach.people:
        return people
    return f"{people} {texts('announce-takes', minutes=_minutes(sending.seconds))}"


def _minutes(seconds: float) -> int:
    """Return whole minutes, rounded up; 0 for less than one."""
    return 0 if seconds < 60 else math.ceil(seconds / 60)


def _send_rows(draft: Draft, sending: Sending) -> list[tuple[Button, ...]]:
    rows: list[tuple[Button, ...]] = []
    if sending.reach.people:
        rows += [(button,) for button in _now_buttons(draft, sending)]
        later = draft.texts.plain("announce-later")
        rows.append((Button(later, ChooseTime(draft.version).pack()),))
    if sending.reach.told:
        label = "announce-not-again" if draft.audience.again else "announce-again"
        turned = TellAgain(draft.version, int(not draft.audience.again)).pack()
        rows.append((Button(draft.texts.plain(label), turned),))
    return rows


def _now_buttons(draft: Draft, sending: Sending) -> list[Button]:
    texts, version = draft.texts, draft.version
    now = SendNow(version, 0).pack()
    if sending.allowed == sending.now:
        return [Button(texts.plain("announce-now"), now, style=Style.PRIMARY)]
    at = moment_label(draft, sending.now, sending.allowed)
    buttons = [Button(texts.plain("announce-at", when=at), now, style=Style.PRIMARY)]
    if sending.urgent:
        urgent = SendNow(version, 1).pack()
        buttons.append(Button(texts.plain("announce-urgent"), urgent, style=Style.DANGER))
    return buttons


def moment_label(draft: Draft, now: datetime, moment: datetime) -> str:
    """Return a moment as a button shows it: `heute, 16:00 Uhr`, `morgen, …` or `Mo., 15.02., …`."""
    texts, zone = draft.texts, draft.network.zone
    day = local_day(moment, zone)
    days = (day - local_day(now, zone)).days
    named = {0: "announce-today", 1: "announce-tomorrow"}.get(days)
    write = brief_day if days < 300 else short_day  # far away, the year is part of the answer
    shown = texts.plain(named) if named else write(day, texts.language)
    return f"{shown}, {clock(moment.astimezone(zone).time(), texts.language)}"


def time_(draft: Draft, now: datetime, offered: Sequence[datetime], example: str) -> Message:
    """Ask for the moment: some as buttons, any other typed."""
    rows = _moments(draft, now, offered)
    text = f"{draft.head()}\n\n{draft.texts('announce-when', example=example)}"
    return Message(text, (*rows, draft.ways_out()))


def _moments(draft: Draft, now: datetime, offered: Sequence[datetime]) -> list[tuple[Button, ...]]:
    return [
        (Button(moment_label(draft, now, at), SendAt(draft.version, minute_of(at)).pack()),)
        for at in offered
    ]


def minute_of(moment: datetime) -> int:
    """Return a moment in whole minutes since 1970, as buttons carry it."""
    return int(moment.timestamp()) // 60


def which_time(
    draft: Draft, now: datetime, choices: Sequence[datetime], past: date | None = None
) -> Message:
    """Ask which of several moments was meant, or whether next year is: this year's is `past`."""
    if not choices:
        return time_missing(draft, moment_example(now, draft.network.zone))
    texts = draft.texts
    rows = _moments(draft, now, choices)
    if past is None:
        return Message(texts("date-ambiguous"), (*rows, draft.ways_out()))
    asked = texts("date-past-this-year", day=plain_day(past, texts.language))
    return Message(asked, (*rows, draft.ways_out()))


def bad_time(draft: Draft, explained: str) -> Message:
    """Say why a typed moment cannot be meant."""
    return Message(explained, (draft.ways_out(),))


def time_missing(draft: Draft, example: str) -> Message:
    """Ask for day and time of day."""
    return bad_time(draft, draft.texts("announce-day-and-time", example=example))


def too_late(draft: Draft) -> Message:
    """Say that the training will have begun by then."""
    return bad_time(draft, draft.texts("announce-too-late"))


def confirm(draft: Draft, at: datetime, reach: Reach, *, shifted: bool) -> Message:
    """Echo the chosen moment before anything is planned."""
    texts = draft.texts
    when = long_moment(at, draft.network.zone, texts.language)
    lines = [draft.head(), "", _to(draft), texts("announce-reach", n=reach.people)]
    lines += ["", texts("announce-confirm", when=when)]
    if shifted:
        lines.append(texts("announce-shifted"))
    yes = Button(texts.plain("announce-plan"), Confirm(draft.version).pack(), style=Style.PRIMARY)
    return Message("\n".join(lines), ((yes,), draft.ways_out()))


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
class Report:
    """What a coordinator reads about an announcement: counts only.

    `institutions` is the number of institutions the unreached people are from, None if that
    must not be said; `open_unknown` are deliveries about which somebody must decide.
    """

    broadcast: Broadcast
    training: Training
    progress: Progress
    open_unknown: int = 0
    institutions: int | None = None


def report(texts: Texts, network: Network, of: Report) -> Message:
    """Return how far an announcement is, and at its end what became of it."""
    head = texts(
        f"broadcast-{of.broadcast.state}",
        title=of.training.title,
        when=cards.when(texts, network, of.training),
    )
    return Message(f"{head}\n\n{_told(texts, network, of)}", _report_rows(texts, of))


def _told(texts: Texts, network: Network, of: Report) -> str:
    if of.broadcast.state is BroadcastState.SCHEDULED:
        when = long_moment(of.broadcast.send_at, network.zone, texts.language)
        return texts("broadcast-planned", when=when)
    if of.broadcast.state is BroadcastState.CANCELLED and not of.progress.total:
        return texts("broadcast-nothing-sent")
    return "\n".join([_counts(texts, of), *_rest(texts, of)])


def _counts(texts: Texts, of: Report) -> str:
    counts = texts("broadcast-counts", delivered=of.progress.delivered, total=of.progress.total)
    if not of.progress.unreachable:
        return f"{counts}."
    missed = texts("broadcast-unreachable", n=of.progress.unreachable)
    if of.institutions is not None:
        missed += f" ({texts('broadcast-institutions', n=of.institutions)})"
    return f"{counts}, {missed}."


def _rest(texts: Texts, of: Report) -> list[str]:
    made = of.progress
    numbers = {"unknown": made.unknown, "failed": made.failed, "withdrawn": made.withdrawn}
    lines = [texts(f"broadcast-{name}", n=n) for name, n in numbers.items() if n]
    if of.open_unknown:
        lines += ["", texts("broadcast-decide")]
    return lines


def _report_rows(texts: Texts, of: Report) -> tuple[tuple[Button, ...], ...]:
    number = of.broadcast.id
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
