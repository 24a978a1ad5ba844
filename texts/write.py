"""A word to many: the questions, what others will read, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.announce_audience import Broadcast, BroadcastState, Progress, Refusal
from domain.message import Button, Message, Rows, Style
from domain.network import FEW, Network
from domain.training import Training
from domain.write import LONGEST, Many, meant
from talk.announce import NOW, URGENT, allowed
from talk.announce_saved import found
from talk.form import Leave, Question, Setting
from talk.register import Details
from talk.write import WRITE, ResolveWord, TakeBackWord
from texts import cards, session
from texts import plan_hosts as hosts
from texts.announce import moment_button
from texts.announce_saved import label as saved_label
from texts.announce_saved import made_of, office_label, remove_row
from texts.catalogue import Texts
from texts.dates import long_moment
from texts.faces import Face, Page, back
from texts.typed_dates import moment_example
from texts.typed_words import maybe_names

#: So many of what may be names are shown at most.
MOST_NAMES = 5
_NOT_SENT = {Refusal.GONE: "register-gone", Refusal.NOBODY: "write-nobody"}
_STYLES = {NOW: Style.PRIMARY, URGENT: Style.DANGER}


def received(texts: Texts, network: Network, training: Training | None, words: str) -> Message:
    """Return a word as people get it: who writes, about what, and the text."""
    if training is None:
        return Message(texts("write-notice", network=network.name, words=words))
    text = texts(
        "write-message",
        title=training.title,
        when=_dates(texts, network, training),
        n=len(training.hosts),
        host=hosts.names(network, training),
        words=words,
    )
    details = Button(texts.plain("button-details"), Details(training.id).pack())
    return Message(text, ((details,),))


def _dates(texts: Texts, network: Network, training: Training) -> str:
    return session.short(texts, network, training.plan)


class Writing(Face):
    """How the form reads: before it is sent, as others will read it."""

    def head(self, page: Page) -> str:
        """Return what the word is about; the text itself says it once it is shown."""
        if page.question.name == "send":
            return ""
        training = page.at.about.training
        if training is None:
            return page.texts("write-head-network")
        when = _dates(page.texts, page.at.network, training)
        return page.texts("write-head", title=training.title, when=when)

    def ask(self, page: Page) -> str:
        """Ask; before it is sent, with the text and the number of people."""
        texts, at = page.texts, page.at
        match page.question.name:
            case "words":
                return texts("write-words", most=LONGEST)
            case "send":
                return _sending(page)
            case "sure":
                return texts("write-sure", n=at.about.many.people)
            case "at":
                return texts("write-at", example=moment_example(at.now, at.network.zone))
            case "confirm":
                return _confirming(page)
        return Face.ask(self, page)

    def label(self, texts: Texts, at: Setting, question: Question, value: Any) -> str:
        """Return how an answer is called."""
        saved = found(at.about.saved, value) if question.name == "to" else None
        if saved is not None:
            return saved_label(texts, at.network, saved)
        match question.name:
            case "office" | "offices":
                return office_label(texts, at.network, value)
            case "send" if value == NOW and allowed(at, at.now) != at.now:
                when = moment_button(texts, at, allowed(at, at.now))
                return texts.plain("announce-send-at", when=when)
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
        saved = page.at.about.saved if page.question.name == "to" else ()
        return (*remove_row(page.texts, saved), ways)

    def values(self, text_id: str) -> Mapping[str, int]:
        """Return the number that a text about too long a word names."""
        return {"most": LONGEST} if text_id == "write-long" else {}


FACE = Writing(WRITE)


def _sending(page: Page) -> str:
    texts, at = page.texts, page.at
    about = at.about
    seen = received(texts, at.network, about.training, at.answers["words"]).text
    parts = [texts("write-preview"), seen]
    if names := maybe_names(at.answers["words"]):
        parts.append(texts("write-names", names=", ".join(names[:MOST_NAMES])))
    parts.append(_to(page))
    first = allowed(at, at.now)
    if first != at.now and about.many.people:
        when = long_moment(first, at.network.zone, texts.language)
        parts.append(texts("announce-quiet", when=when))
    return "\n\n".join(parts)


def _confirming(page: Page) -> str:
    """Echo the chosen moment before anything is planned."""
    texts, said = page.texts, page.at.answers
    when = long_moment(datetime.fromisoformat(said["at"]), page.at.network.zone, texts.language)
    lines = [_to(page), texts("write-confirm", when=when)]
    if said.get("shifted"):
        lines.append(texts("announce-shifted"))
    return "\n\n".join(lines)


def _to(page: Page) -> str:
    """Return whom it goes to, and how many these are as far as that may be said."""
    texts, at = page.texts, page.at
    to = texts("write-send", audience=_audience(page))
    return f"{to}\n{_reaches(texts, at.about.many)}"


def _audience(page: Page) -> str:
    texts, at = page.texts, page.at
    who = meant(at.answers)
    chosen = made_of(texts, at.network, who.offices, who.sectors)
    if at.about.training is None:
        return chosen or texts.label("write-to", "all")
    if at.answers["to"] == "office":
        return texts.plain("write-of-office", office=chosen)
    return texts.label("write-to", at.answers["to"])


def _reaches(texts: Texts, many: Many) -> str:
    if many.told is None:
        return texts("write-reaches-few", least=FEW)
    return texts("write-reaches", n=many.people)


def not_sent(texts: Texts, why: Refusal) -> str:
    """Return the sentence that says why a word was not sent."""
    return texts.plain(_NOT_SENT[why])


@dataclass(frozen=True, slots=True)
class WordReport:
    """What a coordinator reads of a word: counts only, small ones of other offices as such.

    `waits` says that nobody got it yet, `others` that it goes to people of other offices.
    """

    broadcast: Broadcast
    training: Training | None
    progress: Progress
    open_unknown: int = 0
    others: bool = True
    waits: bool = False


def report(texts: Texts, network: Network, of: WordReport) -> Message:
    """Return how far a word is, and at its end what became of it."""
    head = texts(f"written-{of.broadcast.state}", about=_about(texts, network, of.training))
    return Message(f"{head}\n\n{_counts(texts, network, of)}", _rows(texts, of))


def _about(texts: Texts, network: Network, training: Training | None) -> str:
    if training is None:
        return texts.plain("write-about-network")
    return f"{training.title}, {_dates(texts, network, training)}"


def _counts(texts: Texts, network: Network, of: WordReport) -> str:
    made = of.progress
    match of.broadcast.state:
        case BroadcastState.SCHEDULED:
            when = long_moment(of.broadcast.send_at, network.zone, texts.language)
            return texts("broadcast-planned", when=when)
        case BroadcastState.CANCELLED if not made.delivered + made.unknown:
            return texts("broadcast-nothing-sent")
        case BroadcastState.RUNNING if of.waits:
            return f"{texts('broadcast-soon')} {_reaches(texts, Many(made.total, int(of.others)))}"
    if of.others and made.total < FEW:
        parts = [texts("write-sent-few", least=FEW)]
    else:
        parts = [texts("broadcast-counts", delivered=made.delivered, total=made.total) + "."]
    numbers = {"unreachable": made.unreachable, "failed": made.failed, "unknown": made.unknown}
    parts += [_number(texts, of, name, n) for name, n in numbers.items() if n]
    if of.open_unknown:
        parts += ["", texts("broadcast-decide")]
    return "\n".join(parts)


def _number(texts: Texts, of: WordReport, name: str, n: int) -> str:
    """Return a line about what did not arrive; a small number of other offices as such."""
    if of.others and n < FEW:
        return texts(f"write-few-{name}", least=FEW)
    return texts(f"broadcast-{name}", n=n)


def _rows(texts: Texts, of: WordReport) -> Rows:
    number, state = of.broadcast.id, of.broadcast.state
    if state is BroadcastState.SCHEDULED or (state is BroadcastState.RUNNING and of.waits):
        label = texts.plain("write-take-back")
        return ((Button(label, TakeBackWord(number).pack(), style=Style.DANGER),),)
    if of.open_unknown:
        again = Button(texts.plain("broadcast-resend"), ResolveWord(number, 1).pack())
        leave = Button(texts.plain("broadcast-leave"), ResolveWord(number, 0).pack())
        return ((again,), (leave,))
    return (cards.menu_row(texts),) if state is not BroadcastState.RUNNING else ()
