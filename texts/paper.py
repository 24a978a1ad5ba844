"""What is printed of a training, put into words: lists, flyer, certificates, feedback."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from domain.feedback import QUESTIONS, FeedbackItem
from domain.localtime import local_day
from domain.manage_people import Attendee
from domain.message import Button, Message, Rows
from domain.network import Network
from domain.paper import (
    PROGRAMME,
    Block,
    Columns,
    Facts,
    Headline,
    Paper,
    PaperSheet,
    Scanned,
    Sentence,
    Signed,
)
from domain.paper_certificate import Certificate, code_of
from domain.person import LONGEST_NAME
from domain.presence_shortened import attended_units
from domain.seats import Place
from domain.session import Session
from domain.training import Plan, Training
from domain.vocabulary import Sector
from talk.form import Question, Setting
from talk.manage import ManageOne
from talk.paper import CERTIFICATE, AskCertificate, Print
from texts import cards, plan_facts, plan_hosts, session
from texts.catalogue import Texts
from texts.dates import brief_day, plain_day
from texts.faces import Face, Page
from texts.institutions import in_order, institution
from texts.numbers import number
from texts.register_list import Seated


class CertificateNaming(Face):
    """How it is asked whose name a single certificate says."""

    def label(self, texts: Texts, _at: Setting, question: Question, value: object) -> str:
        """Return how a line instead of a name is called, or a number of units."""
        if question.name == "name":
            return texts.plain("paper-name-none")
        return texts.plain("presence-hours-n", units=int(str(value)))

    def refused(self, page: Page, text_id: str) -> str:
        """Return why a text cannot be a name, or a number not that of its units."""
        units = text_id == "paper-extent-most"
        return page.texts(text_id, most=page.at.about.plan.units if units else LONGEST_NAME)


FACE = CertificateNaming(CERTIFICATE)


#: So many dates have a column each to sign in.
MOST_SIGNED = 4


@dataclass(frozen=True, slots=True)
class Printed:
    """What every paper of a training is made of; `as_of` is the day on which it is true."""

    texts: Texts
    network: Network
    training: Training
    as_of: date

    def sheet(self, paper: Paper, title: str, mark: str, *parts: Sequence[Block]) -> PaperSheet:
        """Return the paper of these parts."""
        return PaperSheet(
            name=self.texts.plain(f"paper-file-{paper}"),
            title=title,
            author=self.network.name,
            language=self.texts.language,
            mark=mark,
            parts=tuple(map(tuple, parts)),
            sorry=self.texts("paper-failed"),
        )

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day."""
        return self.training.days(self.network.zone)

    def facts(self, *names: str) -> Facts:
        """Return some of the facts, those that there are."""
        told = dict(_facts(self))
        return Facts(tuple((self.texts.plain(name), told[name]) for name in names if told[name]))


def _facts(of: Printed) -> Iterator[tuple[str, str]]:
    texts, network, training = of.texts, of.network, of.training
    plan = training.plan
    yield "paper-when", cards.all_dates(texts, network, training)
    yield "paper-where", cards.where(texts, training)
    yield "paper-host", plan_hosts.names(network, training)
    yield "paper-units", units(texts, plan.units)
    yield "paper-speakers-who", plan.speakers
    yield "paper-cost", plan.cost
    yield "paper-contact", plan_facts.contact(network, plan.contact, reach=True)
    yield "paper-deadline", cards.deadline(texts, network, training)
    yield "paper-for", cards.sectors(texts, training)
    access = [texts.plain(f"accessibility-{slug}") for slug in plan.accessibility]
    yield "paper-access", ", ".join(access)
    yield "paper-contents", plan.description


def units(texts: Texts, number: int) -> str:
    """Return how long it is in teaching units; empty for none."""
    return texts.plain("paper-units-of", units=number) if number else ""


def choose(of: Printed, papers: Sequence[Paper], *, over: bool) -> Message:
    """Ask which of these papers it shall be."""
    texts, number = of.texts, of.training.id
    buttons = [
        Button(
            texts.plain(f"paper-{each}"),
            (AskCertificate(number) if each is Paper.CERTIFICATE else Print(number, each)).pack(),
        )
        for each in papers
    ]
    rows = tuple(tuple(buttons[at : at + 1]) for at in range(len(buttons)))
    back = Button(texts.plain("button-back"), ManageOne(number).pack())
    when = cards.all_dates(texts, of.network, of.training)
    parts = [texts("paper-choose", title=of.training.title, when=when)]
    if not over:
        parts.append(texts("paper-choose-later"))
    return Message("\n".join(parts), (*rows, (back,)))


def programme(
    texts: Texts, network: Network, trainings: Sequence[Training], as_of: date
) -> PaperSheet:
    """Return a table of trainings, soonest first: when, what, where, and who invites."""
    names = ("when", "title", "where", "host")
    header = tuple(texts.plain(f"paper-col-{name}") for name in names)
    rows = tuple(
        (
            cards.all_dates(texts, network, each),
            each.title,
            cards.where(texts, each),
            plan_hosts.names(network, each),
        )
        for each in trainings
    )
    title = texts.plain("paper-programme-title", network=network.name)
    day = texts.plain("paper-programme-day", day=plain_day(as_of, texts.language))
    part = (Headline(title), Sentence(day), Columns(header, rows, (6, 8, 6, 6)))
    return PaperSheet(
        name=texts.plain(f"paper-file-{PROGRAMME}"),
        title=title,
        author=network.name,
        language=texts.language,
        mark="",
        parts=(part,),
        sorry=texts("paper-failed"),
    )


def listed(of: Printed, seated: Sequence[Seated], booked: Mapping[Place, int]) -> PaperSheet:
    """Return the list for the door: seat, name where it may be read, office, room to sign."""
    texts = of.texts
    signs = _signs(of)
    header = (*(texts.plain(f"paper-col-{name}") for name in ("code", "name", "office")), *signs)
    empty = ("",) * len(signs)
    rows = tuple((*row, *empty) for row in (*_people(of, seated), *_booked(of, booked)))
    return of.sheet(
        Paper.LIST,
        f"{texts.plain('paper-list-title')}: {of.training.title}",
        texts.plain("paper-mark", day=plain_day(of.as_of, texts.language)),
        (
            Headline(of.training.title),
            of.facts("paper-when", "paper-where", "paper-host", "paper-units"),
            Columns(header, rows, (2, 7, 11, *(max(4, 7 // len(signs)) for _ in signs))),
            Sentence(texts.plain("paper-list-note")),
        ),
    )


def _signs(of: Printed) -> tuple[str, ...]:
    """Return the columns to sign in: one, or one for each date of a series if they have room."""
    dates = of.training.plan.dates
    if not 1 < len(dates) <= MOST_SIGNED:
        return (of.texts.plain("paper-col-sign"),)
    days = [local_day(each.starts_at, of.network.zone) for each in dates]
    return tuple(brief_day(day, of.texts.language) for day in days)


def _people(of: Printed, seated: Sequence[Seated]) -> Iterator[tuple[str, ...]]:
    for each in seated:
        where = institution(of.texts, of.network, each.office, each.sector)
        held = of.texts.plain("paper-held") if each.held else ""
        yield f"{each.code:02}", " ".join(filter(None, (each.name, held))), where


def _booked(of: Printed, booked: Mapping[Place, int]) -> Iterator[tuple[str, ...]]:
    """Yield a line for each seat that is booked for an institution: nobody has a name there."""
    for office, sector in in_order(of.network, booked):
        where = institution(of.texts, of.network, office, Sector(sector))
        for at in range(1, booked[office, sector] + 1):
            yield "", of.texts.plain("paper-block", number=at), where


def flyer(of: Printed, link: str) -> PaperSheet:
    """Return a page to put up: the facts, whom to ask, and a code that opens the card."""
    texts, training = of.texts, of.training
    about: list[Block] = [Sentence(training.plan.description)] if training.plan.description else []
    code: list[Block] = []
    if link:
        code = [Scanned(link, texts.plain("paper-flyer-code", link=link)), Sentence(link)]
    return of.sheet(
        Paper.FLYER,
        training.title,
        "",
        (
            Headline(training.title),
            *about,
            of.facts(
                *("paper-when", "paper-where", "paper-host", "paper-speakers-who", "paper-for"),
                *("paper-units", "paper-cost", "paper-access", "paper-deadline", "paper-contact"),
            ),
            Sentence(texts.plain("paper-flyer-how")),
            *code,
        ),
    )


def check_in(of: Printed, codes: Sequence[tuple[Session, str]]) -> PaperSheet:
    """Return a page for each session with the link that checks in: for a screen or the door."""
    title = f"{of.texts.plain('paper-check-in-title')}: {of.training.title}"
    return of.sheet(Paper.CHECK_IN, title, "", *(_check_in(of, *each) for each in codes))


def _check_in(of: Printed, one: Session, link: str) -> Sequence[Block]:
    texts = of.texts
    return (
        Headline(texts.plain("paper-check-in-title")),
        Sentence(of.training.title, large=True),
        Sentence(session.date(texts, of.network, one), large=True),
        Sentence(texts.plain("paper-check-in-how"), large=True),
        Scanned(link, texts.plain("paper-flyer-code", link=link)),
        Sentence(link),
        Sentence(texts.plain("paper-check-in-holds")),
        Sentence(texts.plain("paper-check-in-copied")),
    )


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose certificate it is, "" for a line to write the name on, and how much they attended.

    No number of `units` stands for all of them; `missed` are sessions of a series.
    """

    name: str = ""
    units: int | None = None
    missed: frozenset[int] = frozenset()


def holder(plan: Plan, one: Attendee) -> Holder:
    """Return whose certificate it is, with how much stands on the registration."""
    shortened = one.registration.shortened
    return Holder(one.name or "", attended_units(plan, shortened), shortened.missed)


def certificates(
    of: Printed, key: bytes, holders: Sequence[Holder], paper: Paper = Paper.CERTIFICATES
) -> PaperSheet:
    """Return certificates, a page each: for all of a training, or a single one."""
    title = f"{of.texts.plain('paper-certificate-title')}: {of.training.title}"
    pages = [_certificate(of, key, each) for each in holders]
    return of.sheet(paper, title, "", *pages)


def _certificate(of: Printed, key: bytes, whose: Holder) -> Sequence[Block]:
    texts, training, name = of.texts, of.training, whose.name
    full = training.plan.units
    number = full if whose.units is None else whose.units
    whole = full if number < full else 0
    about = (of.network.slug, training.id, *of.days)
    code = code_of(key, Certificate(*about, number, name, whole))
    called = (
        Sentence(name, large=True) if name else Signed((texts.plain("paper-certificate-name"),))
    )
    told = of.facts("paper-when", "paper-where", "paper-host", "paper-speakers-who")
    extent = extent_of(texts, number, whole)
    rows = (("paper-attended", _attended_dates(of, whose)), ("paper-units", extent))
    more = tuple((texts.plain(row), said) for row, said in rows if said)
    places = ("paper-certificate-place", "paper-certificate-signed")
    return (
        Headline(texts.plain("paper-certificate-title")),
        called,
        Sentence(texts.plain("paper-certificate-took")),
        Sentence(training.title, large=True),
        Facts((*told.rows, *more, *of.facts("paper-contents").rows)),
        Signed(tuple(map(texts.plain, places))),
        Sentence(texts.plain("paper-certificate-code", code=code)),
        Sentence(texts.plain("paper-certificate-check")),
    )


def extent_of(texts: Texts, number: int, whole: int) -> str:
    """Return how long it was: so many units, or so many of the whole."""
    if whole:
        return texts.plain("paper-units-part", units=number, whole=whole)
    return units(texts, number)


def _attended_dates(of: Printed, whose: Holder) -> str:
    """Return which dates of a series somebody attended, if not all of them."""
    dates = of.training.plan.dates
    came = [each for each in dates if each.number not in whose.missed]
    if len(came) == len(dates):
        return ""
    return "\n".join(session.date(of.texts, of.network, each) for each in came)


def speakers(of: Printed, means: Mapping[FeedbackItem, Fraction]) -> PaperSheet:
    """Return the means of the feedback for those who spoke; items of too few answers say so."""
    texts = of.texts
    none = texts.plain("paper-speakers-none")
    said = {item: number(mean, texts.language, 1) for item, mean in means.items()}
    rows = tuple((texts.label("feedback", item), said.get(item, none)) for item in QUESTIONS)
    header = (texts.plain("paper-speakers-item"), texts.plain("paper-speakers-mean"))
    return of.sheet(
        Paper.SPEAKERS,
        f"{texts.plain('paper-speakers-title')}: {of.training.title}",
        texts.plain("paper-mark-internal"),
        (
            Headline(texts.plain("paper-speakers-title")),
            Sentence(of.training.title, large=True),
            of.facts("paper-when", "paper-host", "paper-speakers-who"),
            Columns(header, rows, (2, 1)),
            Sentence(texts.plain("paper-speakers-scale")),
        ),
    )


def onward(texts: Texts, training: Training) -> Rows:
    """Return the ways on from a paper that was sent."""
    there = Button(texts.plain("manage-this"), ManageOne(training.id).pack())
    return ((there, *cards.menu_row(texts)),)


def proved(texts: Texts, training: Training, found: Certificate) -> Message:
    """Say that a certificate is genuine, and of what; nothing of whom."""
    days = [plain_day(day, texts.language) for day in dict.fromkeys((found.first, found.last))]
    said = texts(
        "paper-check-ok",
        title=training.title,
        days=texts.plain("paper-days", first=days[0], last=days[-1], several=len(days)),
        units=extent_of(texts, found.units, found.whole),
    )
    return Message(said)
