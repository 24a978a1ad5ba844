"""How planning a training reads: its questions, its preview, and once it is on offer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from domain.localtime import local_day, to_local
from domain.message import Button, Message, Rows, Style
from domain.network import Network
from domain.plan import SAME_DAY, Problem, rules_of
from domain.plan_sketch import Sketch, When, plan_of
from domain.training import (
    LONGEST_COST,
    LONGEST_DESCRIPTION,
    LONGEST_PLACE,
    LONGEST_SPEAKERS,
    LONGEST_TITLE,
    Training,
)
from domain.units import doubt
from domain.vocabulary import EventStatus
from talk.announce import Announce
from talk.dates import Moment, Span
from talk.form import AGAIN, DONE, UNLIMITED, Leave, Question, Review, Setting, Several, Words
from talk.manage import ManageDrafts
from talk.plan import PLAN, QUIETLY, TELL, drawn
from talk.plan_hosts import first_host
from talk.plan_offers import (
    ALL,
    ANNOUNCE,
    KEEP,
    NETWORK,
    NO,
    NONE,
    PUBLISH,
    WHEN,
    Step,
    dated,
    usual_units,
    will_go,
)
from talk.plan_words import ONLINE
from talk.session import DROP, STAY, Dates
from texts import cards, dates, register_reminders, session_plan
from texts.catalogue import Texts
from texts.day_notes import days_of, noted
from texts.faces import Face, Page, back
from texts.labels import short
from texts.plan_facts import contact
from texts.typed_dates import example

#: What is called otherwise where it is chosen.
_CALLED = {
    (Step.SESSIONS, DONE): "form-done",
    (Step.SESSIONS, DROP): "session-drop",
    (Step.SESSIONS, STAY): "session-stay",
    (Step.PREVIEW, PUBLISH): "plan-publish-only",
    (Step.PREVIEW, ANNOUNCE): "plan-publish-announce",
    (Step.PREVIEW, KEEP): "plan-keep",
    (Step.TELLING, TELL): "change-tell",
    (Step.TELLING, QUIETLY): "change-quietly",
    (Step.PLACE, ONLINE): "plan-online",
    (Step.DESCRIPTION, DONE): "plan-without",
    (Step.SPEAKERS, DONE): "plan-without",
    (Step.COST, DONE): "plan-without",
    (Step.CONTACT, NONE): "plan-without",
    (Step.MINIMUM, UNLIMITED): "plan-minimum-none",
    (Step.PLACE, DONE): "plan-later",
    (Step.LINK, DONE): "plan-later",
    (Step.SEATS, UNLIMITED): "plan-no-limit",
    (Step.UNITS, "0"): "plan-units-none",
    (Step.SECTORS, ALL): "plan-sectors-all",
    (Step.REMINDERS, NETWORK): "plan-reminders-usual",
    (Step.REMINDERS, NONE): "plan-reminders-none",
    (Step.ACCESSIBILITY, NONE): "plan-access-none",
    (Step.HOSTS, NONE): "plan-hosts-none",
}
#: The lists of which nothing may be chosen, and what that means.
_NOTHING = {
    Step.SECTORS: "card-for-all",
    Step.REMINDERS: "plan-reminders-none",
    Step.ACCESSIBILITY: "plan-access-none",
    Step.HOSTS: "plan-hosts-none",
    Step.APPROVAL: "plan-approval-no",
}
#: The most signs of what is typed.
_LONGEST = {
    Step.TITLE: LONGEST_TITLE,
    Step.DESCRIPTION: LONGEST_DESCRIPTION,
    Step.SPEAKERS: LONGEST_SPEAKERS,
    Step.COST: LONGEST_COST,
}
_MOST = {
    f"plan-problem-{Problem.TITLE_LENGTH}": LONGEST_TITLE,
    f"plan-problem-{Problem.PLACE_LENGTH}": LONGEST_PLACE,
    f"plan-problem-{Problem.DESCRIPTION_LENGTH}": LONGEST_DESCRIPTION,
    f"plan-problem-{Problem.SPEAKERS_LENGTH}": LONGEST_SPEAKERS,
    f"plan-problem-{Problem.COST_LENGTH}": LONGEST_COST,
}
#: What has no line where nothing is said.
_LEFT_OUT = (Step.DESCRIPTION, Step.SPEAKERS, Step.COST, Step.CONTACT, Step.MINIMUM, Step.APPROVAL)
#: So much of a description stands in its line.
_LINE = 60


class Planning(Face):
    """How the questions about a training read, of a new one and of one that is changed."""

    def head(self, page: Page) -> str:
        """Return which step this is, or the card as others will see it."""
        texts, form, at = page.texts, page.face.form, page.at
        if page.question.name == Step.PREVIEW:
            note = units_note(texts, at, plan_of(drawn(at), at.network).units)
            noted = [note] if note else []
            return "\n\n".join(
                [texts("plan-preview"), _card(texts, at), *noted, texts("plan-more")]
            )
        if form.changing(at) is not None:
            return texts("plan-changing")
        order = [each.name for each in form.questions]
        counted = [order.index(each.name) for each in form.lines(at) if not each.unasked]
        here = order.index(page.question.within or page.question.name)
        step = len([place for place in counted if place < here]) + 1
        return texts("plan-head", step=step, of=len(counted) + 1)

    def ask(self, page: Page) -> str:
        """Ask, with an example of a date."""
        texts, question = page.texts, page.question
        if isinstance(question, Review):
            return texts("plan-check")
        if isinstance(question, Dates):
            return session_plan.ask(texts, page.at, self.example(page))
        values: dict[str, str | int] = {}
        if isinstance(question, Span | Moment):
            values["example"] = self.example(page)
        if question.name in _LONGEST:
            values["most"] = _LONGEST[Step(question.name)]
        return texts(f"{self.form.name}-{question.name}", **values)

    def chosen(self, page: Page) -> str:
        """Return what is chosen of a list, or was answered before, and what else would go."""
        texts, question, at, said = page.texts, page.question, page.at, list[str]()
        known = self.form.filled(at) if self.form.changing(at) else at.answers
        if isinstance(question, Dates):
            return ""
        if isinstance(question, Several) or question.name in known:
            said.append(self._known(page, known.get(question.name)))
        if question.name == Step.REMINDERS and _only_same_day(at):
            said.append(texts("plan-reminders-same-day"))
        return "\n".join(said)

    def _known(self, page: Page, answer: Any) -> str:
        """Return the answer of before; words can be copied, to write them anew."""
        texts, question = page.texts, page.question
        if isinstance(question, Words) and answer:
            return texts("plan-written", value=str(answer))
        told = self.told(texts, page.at, question) or nothing(texts, question)
        return texts("plan-selected", value=told)

    def name(self, texts: Texts, question: Question) -> str:
        """Return how a question is called in short."""
        return texts.plain(f"plan-name-{question.name}")

    def told(self, texts: Texts, at: Setting, question: Question) -> str:
        """Return an answer as it stands in its line."""
        if question.name in WHEN:
            return when(texts, at)
        if isinstance(question, Dates):
            return session_plan.told(texts, at)
        if question.name in _LEFT_OUT:
            said = question.answer(at)
            if question.name == Step.APPROVAL and said == NO:
                return ""
            return short(self.label(texts, at, question, said), _LINE) if said else ""
        if not isinstance(question, Several):
            return Face.told(self, texts, at, question)
        if question.name == Step.REMINDERS:
            rules = rules_of(question.marked(at), at.network)
            return register_reminders.chosen(texts, rules, will_go(at, rules))
        chosen = ", ".join(self.label(texts, at, question, each) for each in question.marked(at))
        return chosen or (texts("card-for-all") if question.name == Step.SECTORS else "")

    def label(self, texts: Texts, at: Setting, question: Question, value: Any) -> str:
        """Return how an answer is called, and a date in full."""
        if isinstance(question, Words):
            return texts.plain("plan-later") if value is None else str(value)
        if question.name == Step.CONTACT:
            return contact(at.network, str(value)) or texts.plain("plan-without")
        if question.name == Step.MINIMUM:
            return texts.plain("plan-minimum-n", n=int(value))
        if question.name == Step.HOSTS:
            return at.network.office(str(value)).label
        if isinstance(question, Dates):
            return session_plan.label(texts, at, value)
        if isinstance(question, Span):
            return _meaning(texts, at, When.unpack(value))
        if isinstance(question, Moment):
            moment = datetime.fromisoformat(value)
            return dates.deadline(moment, at.network.zone, texts.language)
        if question.name == Step.SEATS:
            n = {} if value is None else {"n": value}
            return texts.plain("plan-seats-n" if n else "plan-no-limit", **n)
        if question.name == Step.UNITS:
            return str(value)
        return Face.label(self, texts, at, question, value)

    def button(self, texts: Texts, at: Setting, question: Question, value: str) -> str:
        """Return how an answer is called where it can be chosen."""
        if called := _CALLED.get((Step(question.name), value)):
            return texts.plain(called)
        if value == AGAIN and isinstance(question, Words):
            return question.typed_before(at)
        if isinstance(question, Dates):
            return session_plan.label(texts, at, value)
        if isinstance(question, Span):
            return _brief(texts, When.unpack(value))
        if isinstance(question, Moment):
            return _days_before(texts, at, datetime.fromisoformat(value))
        if question.name in {Step.SEATS, Step.UNITS}:
            usual = value == str(_usual(at, question))
            return texts.plain(f"plan-{question.name}-usual", n=int(value)) if usual else value
        return self.label(texts, at, question, value)

    def style(self, page: Page, value: str) -> Style:
        """Return how a button stands out: the usual answer, and the way on."""
        question, at = page.question, page.at
        if value in {ANNOUNCE, DONE} and isinstance(question, Review):
            return Style.SUCCESS
        usual = _usual(at, question)
        return Style.PRIMARY if usual is not None and value == str(usual) else Style.PLAIN

    def example(self, page: Page) -> str:
        """Return a day or a time as people may type it."""
        return _example(page)

    def ways(self, page: Page) -> Rows:
        """Return the ways back and out, side by side."""
        out = Button(page.texts.plain("plan-abort"), Leave(page.version).pack())
        return ((out,) if page.first else (back(page, "button-back"), out),)

    def values(self, text_id: str) -> Mapping[str, int]:
        """Return the most signs of words that are too long."""
        return {"most": _MOST[text_id]} if text_id in _MOST else {}

    def refused(self, page: Page, text_id: str) -> str:
        """Return as HTML why an answer cannot be taken, of a date with an example."""
        why = Face.refused(self, page, text_id)
        if not isinstance(page.question, Span | Moment):
            return why
        return f"{why}\n{page.texts('date-example', example=self.example(page))}"


FACE = Planning(PLAN)


def _usual(at: Setting, question: Question) -> Any:
    """Return the answer that is the usual one among the offered."""
    if question.name == Step.UNITS:
        return usual_units(at) or None
    usual = question.name in {Step.SEATS, Step.DEADLINE} and question.default
    return usual(at) if usual else None


def nothing(texts: Texts, question: Question) -> str:
    """Return what an empty answer means, in words."""
    return texts.plain(_NOTHING.get(Step(question.name), "plan-without"))


def units_note(texts: Texts, at: Setting, number: int) -> str:
    """Return that the units do not fit the time, plain; empty where they do."""
    most = usual_units(at)
    found = doubt(number, most)
    return texts.plain(f"plan-units-{found}", units=number, most=most) if found else ""


def _card(texts: Texts, at: Setting) -> str:
    """Return the training's card as others will see it."""
    plan = plan_of(drawn(at), at.network)
    shown = Training(0, "", first_host(at), plan, EventStatus.PUBLISHED)
    return cards.card(texts, at.network, shown, cards.Standing(free=plan.seats)).text


def when(texts: Texts, at: Setting) -> str:
    """Return the date as far as it is known, always with its weekday."""
    sketch, language = dated(at), texts.language
    starts_at = sketch.begins(at.network)
    if sketch.day is None:
        return ""
    if starts_at is None:
        return noted(dates.long_day(sketch.day, language), texts, sketch.day)
    zone, ends_at = at.network.zone, sketch.finishes(at.network)
    span = dates.long_range(starts_at, ends_at, zone, language)
    return noted(span, texts, *days_of(starts_at, ends_at, zone))


def _meaning(texts: Texts, at: Setting, said: When) -> str:
    """Return what was typed in full: it may be of another year."""
    zone, language = at.network.zone, texts.language
    sketch = Sketch(day=said.day, starts=said.starts, ends=said.ends, end_day=said.end_day)
    starts_at, ends_at = sketch.begins(at.network), sketch.finishes(at.network)
    if starts_at is not None:
        span = dates.short_range(starts_at, ends_at, zone, language)
        return noted(span, texts, *days_of(starts_at, ends_at, zone))
    if said.day is not None:
        return noted(dates.short_day(said.day, language), texts, said.day)
    return _brief(texts, said)


def _brief(texts: Texts, said: When) -> str:
    if said.day is not None:
        return noted(dates.brief_day(said.day, texts.language), texts, said.day)
    clock = said.starts or said.ends
    assert clock is not None
    return dates.clock(clock, texts.language)


def _days_before(texts: Texts, at: Setting, moment: datetime) -> str:
    starts_at, zone = dated(at).begins(at.network), at.network.zone
    if starts_at is None or moment >= starts_at:
        return texts.plain("plan-deadline-start")
    days = (local_day(starts_at, zone) - local_day(moment, zone)).days
    written = dates.deadline(moment, zone, texts.language)
    return texts.plain("plan-deadline-days", days=days, at=written)


def _only_same_day(at: Setting) -> bool:
    """Return whether none of the chosen reminders would go, but one on the same day would."""
    chosen = drawn(at).reminders
    return not will_go(at, chosen) and bool(will_go(at, (SAME_DAY,)))


def _example(page: Page) -> str:
    zone, starts_at = page.at.network.zone, dated(page.at).begins(page.at.network)
    today = local_day(page.at.now, zone)
    if page.question.name == Step.DAY:
        return example(page.at.now, zone)
    if page.question.name == Step.SESSIONS:
        return session_plan.example(page.at)
    if page.question.name == Step.DEADLINE:
        day = today + timedelta(weeks=2)
        if starts_at is not None and day >= local_day(starts_at, zone):
            day = max(today, local_day(starts_at, zone) - timedelta(days=1))
        return f"{day.day}.{day.month}.{day:%y} 12:00"
    if page.question.name == Step.START or starts_at is None:
        return "9:15"
    end = to_local(starts_at + timedelta(hours=3, minutes=30), zone)
    return f"{end.hour}:{end.minute:02}"


def published(texts: Texts, network: Network, training: Training, rows: Rows) -> Message:
    """Say that a training is on offer now, and what can be done next."""
    when_ = cards.when(texts, network, training)
    return Message(texts("plan-published", title=training.title, when=when_), rows)


def kept(texts: Texts, network: Network, training: Training) -> Message:
    """Say that a draft is kept, and who can finish it."""
    when_ = cards.when(texts, network, training)
    drafts = Button(texts.plain("manage-to-drafts"), ManageDrafts(0).pack())
    text = texts("plan-kept", title=training.title, when=when_)
    return Message(text, ((drafts,), cards.menu_row(texts)))


def announce_button(texts: Texts, training: Training) -> Button:
    """Return the way to announcing."""
    return Button(
        texts.plain("plan-announce-now"), Announce(training.id).pack(), style=Style.PRIMARY
    )
