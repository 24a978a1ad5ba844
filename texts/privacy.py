"""What is stored of somebody, and what is said when it is erased."""

from __future__ import annotations

from datetime import datetime

from domain.account import AccountMove
from domain.message import Button, Document, Message, Rows, Style
from domain.network import Network
from domain.person import Newcomer, Person
from domain.privacy import Dossier
from domain.register import Registration
from domain.training import Training
from talk.privacy import AskErase, Erase, KeepData, ShowData
from texts import presence_hours
from texts.cards import menu_row, when
from texts.catalogue import Html, Texts
from texts.dates import month, plain_day, short_moment
from texts.institutions import institution
from texts.join import invite_button
from texts.privacy_json import as_json

MOST_SHOWN = 10


def own_rows(texts: Texts) -> Rows:
    """Return what a member can do about the own data."""
    show = Button(texts.plain("privacy-show"), ShowData().pack())
    erase = Button(texts.plain("privacy-erase"), AskErase().pack())
    return ((show,), (erase,), menu_row(texts))


def nothing(texts: Texts) -> Message:
    """Say that nothing is stored of this chat."""
    return Message(texts("data-nothing"))


def data(texts: Texts, network: Network, dossier: Dossier, now: datetime) -> list[Message]:
    """Return everything stored of somebody: in words, then as a file."""
    parts = []
    if dossier.person is not None:
        parts.append(_about(texts, network, dossier.person, dossier))
        parts.append(_registrations(texts, network, dossier))
    if dossier.regrets:
        titles = ", ".join(training.title for training in dossier.regrets[-MOST_SHOWN:])
        parts.append(texts("data-regrets", n=len(dossier.regrets), titles=titles))
    if dossier.moveups:
        parts.append(texts("data-moveups", n=len(dossier.moveups)))
    if dossier.substitutes:
        titles = ", ".join(title for title, _ in dossier.substitutes)
        parts.append(texts("data-substitutes", n=len(dossier.substitutes), titles=titles))
    if dossier.newcomer is not None:
        parts.append(_request(texts, network, dossier.newcomer))
    parts += _waiting(texts, network, dossier)
    if dossier.exchanges:
        parts.append(texts("data-exchanges", n=len(dossier.exchanges)))
    rows = own_rows(texts)[:2] if dossier.person is None else own_rows(texts)
    said = [Message(part) for part in parts]
    file = Document(texts.plain("data-file"), as_json(dossier, now), "application/json")
    return [*said, Message(texts("data-file-caption"), rows[1:], file)]


def _waiting(texts: Texts, network: Network, dossier: Dossier) -> list[str]:
    """Return what waits for somebody: for time, for an office, for a second person, for them."""
    parts = list[str]()
    if dossier.account is not None:
        parts.append(_moving(texts, network, dossier.account, dossier.person))
    if dossier.place_change is not None:
        place = dossier.place_change.place
        named = institution(texts, network, place.office, place.sector)
        parts.append(texts("data-place-change", institution=named))
    if dossier.seconds:
        parts.append(texts("data-seconds", n=len(dossier.seconds)))
    if dossier.draft is not None:
        parts.append(texts("data-draft"))
    return parts


def _about(texts: Texts, network: Network, person: Person, dossier: Dossier) -> str:
    topics = ", ".join(texts.label("topic", topic) for topic in dossier.topics)
    none = texts.plain("data-none")
    about = texts(
        "data-about",
        chat=person.address.name,
        role=texts.label("role", person.role),
        institution=institution(texts, network, person.office, person.sector),
        language=texts.in_language(person.language).plain("language-own-name"),
        name=person.name or none,
        version=person.consent_version,
        consented=plain_day(person.consented_on, texts.language),
        active=plain_day(person.active_on, texts.language),
        number=person.id,
        joined=month(person.joined_on or person.consented_on, texts.language),
        confirmed=plain_day(person.confirmed_on, texts.language) if person.confirmed_on else none,
        asked=plain_day(person.asked_on, texts.language) if person.asked_on else none,
        topics=topics or none,
        told=len(dossier.told),
    )
    return Html("\n".join([about, *_set_going(texts, dossier)]))


def _set_going(texts: Texts, dossier: Dossier) -> list[str]:
    """Return lines about what somebody created and sent; none about what they never did."""
    found = []
    if dossier.person is not None and dossier.person.restricted_on is not None:
        day = plain_day(dossier.person.restricted_on, texts.language)
        found.append(texts("data-restricted", day=day))
    if dossier.planned:
        found.append(texts("data-planned", planned=len(dossier.planned)))
    if dossier.announcements:
        found.append(texts("data-announcements", announcements=dossier.announcements))
    return found


def _registrations(texts: Texts, network: Network, dossier: Dossier) -> str:
    if not dossier.registrations:
        return texts("data-no-registrations")
    lines = [
        texts(
            "data-registration",
            title=training.title,
            when=when(texts, network, training),
            status=_status(texts, network, training, own),
        )
        for training, own in dossier.registrations[-MOST_SHOWN:]
    ]
    head = texts("data-registrations", n=len(dossier.registrations))
    more = [texts("data-more")] if len(dossier.registrations) > MOST_SHOWN else []
    return Html("\n\n".join([head, *lines, *more]))


def _status(texts: Texts, network: Network, training: Training, own: Registration) -> str:
    """Return how somebody is registered, and whether they were there, where that is marked.

    Who must be approved still reads until when.
    """
    status = texts.label("registration-status", own.status)
    if own.approve_by is not None:
        until = short_moment(own.approve_by, network.zone, texts.language)
        status = texts.plain("data-held", status=status, until=until)
    mark = texts.plain("presence-came" if own.came else "presence-missed")
    hours = presence_hours.said(texts, training.plan, own.shortened)
    return ", ".join(filter(None, (status, mark if own.came is not None else "", hours)))


def _moving(texts: Texts, network: Network, of: AccountMove, person: Person | None) -> str:
    """Return what is kept of an account that moves: to this chat, or from this one."""
    if of.moves_at is None or of.to is None:
        until = short_moment(of.expires_at, network.zone, texts.language)
        return texts("data-account-link", until=until)
    at = short_moment(of.moves_at, network.zone, texts.language)
    if person is None:
        return texts("data-account-here", chat=of.to.name, at=at)
    return texts("data-account-away", at=at)


def _request(texts: Texts, network: Network, newcomer: Newcomer) -> str:
    place = newcomer.place
    return texts(
        "data-request",
        chat=newcomer.address.name,
        institution=institution(texts, network, place.office, place.sector),
    )


def ask_erase(texts: Texts, *, seats: int) -> Message:
    """Ask back once before everything is erased; `seats` are given up with it."""
    yes = Button(texts.plain("erase-yes"), Erase().pack(), style=Style.DANGER)
    no = Button(texts.plain("erase-no"), KeepData().pack())
    return Message(texts("erase-ask", seats=seats), ((yes,), (no,)))


def last_lead(texts: Texts, network: Network) -> Message:
    """Say that the last lead cannot be erased, and what to do first."""
    said = texts("erase-last-lead", contact=network.contact.mail)
    return Message(said, ((invite_button(texts),), menu_row(texts)))


def kept(texts: Texts) -> Message:
    """Say that nothing was erased."""
    return Message(texts("erase-kept"))


def erased(texts: Texts) -> Message:
    """Say what is gone and, honestly, what remains."""
    return Message(texts("erase-done"))


def removing(texts: Texts) -> Message:
    """Say that everything is gone, and that the chat is being tidied up."""
    return Message(texts("erase-removing"))


def left_in_chat(texts: Texts) -> Message:
    """Say that everything is gone, except for messages that could not be taken out of the chat."""
    return Message(texts("erase-left"))


def soon_forgotten(texts: Texts, days: int) -> Message:
    """Warn somebody who has not used the bot for long; the menu is a sign of life."""
    return Message(texts("silent-soon", days=days), (menu_row(texts),))


def lead_away(texts: Texts) -> Message:
    """Tell who can do something that the last lead has gone silent and stays for that reason."""
    return Message(texts("silent-lead"), (menu_row(texts),))


def forgotten(texts: Texts, days: int) -> Message:
    """Say that everything was erased after so many days without use."""
    return Message(f"{texts('silent-done', days=days)}\n\n{texts('erase-done')}")
