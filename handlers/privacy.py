"""Privacy: the notice for anybody, everything stored at once, and erasure after one question."""

from __future__ import annotations

from collections.abc import Sequence

from domain import privacy as rules
from domain.channel import Address
from domain.delivery import CHANGE_HOLD
from domain.invite import LONGEST_TOKEN
from domain.invite_leads import must_stay
from domain.message import Rows
from domain.person import Person
from domain.privacy import Dossier, Erased, NotErased, WrittenMessage, last_words, removals
from handlers.commands import unlist_commands
from handlers.context import Router, Visit, Who
from handlers.doors import on_command, on_tap, on_words
from storage.store import Store
from talk.privacy import AskErase, Erase, KeepData, ReadPrivacy, ShowData
from texts import join, privacy, privacy_notice

STOP_WORDS = r"stopp?[.!]?"


async def notice(visit: Visit, _: object) -> None:
    """Answer /datenschutz."""
    await _notice(visit, "")


async def read(visit: Visit, action: ReadPrivacy) -> None:
    """Answer «Datenschutzhinweise lesen»; before consent, the question for it comes again."""
    await _notice(visit, action.token if len(action.token) <= LONGEST_TOKEN else "")


async def _notice(visit: Visit, token: str) -> None:
    agreed = visit.known is not None and visit.known.consented
    asks = not agreed and bool(token or visit.known is not None)
    languages = join.language_row(visit.texts, ReadPrivacy(token))
    rows: Rows = () if asks else (languages,)
    if agreed:
        rows = privacy.own_rows(visit.texts)
    for message in privacy_notice.notice(visit.texts, visit.network, rows):
        visit.say(message)
    if asks:
        visit.say(join.consent(visit.texts, visit.network, token, after_notice=True))


async def _dossier(visit: Visit) -> Dossier:
    return await gathered(visit.store, visit.address, visit.known)


async def gathered(store: Store, of: Address, person: Person | None) -> Dossier:
    """Return everything that is kept of a chat, and of the member behind it."""
    draft = await store.drafts.get(of)
    asked = await store.access.of_chat(of)
    newcomer, asked_at = (asked.newcomer, asked.requested_at) if asked else (None, None)
    if person is None:
        coming = await store.accounts.of_chat(of)
        return Dossier(None, draft, newcomer, asked_at, account=coming)
    return Dossier(
        person,
        draft,
        newcomer,
        asked_at,
        tuple(sorted(await store.persons.topics(person.id))),
        tuple(await store.dossiers.registrations(person.id)),
        tuple(await store.dossiers.planned(person.id)),
        await store.dossiers.announcements(person.id),
        tuple(await store.dossiers.told(person.id)),
        tuple(await store.exchange.held(person.id)),
        tuple(await store.reports.of_person(person.id)),
        tuple(await store.dossiers.addresses(person.id)),
        tuple(await store.regrets.of_person(person.id)),
        tuple(await store.moveups.of_person(person.id)),
        tuple(await store.substitutes.of_person(person.id)),
        await store.accounts.of_person(person.id),
        await store.place_changes.of_person(person.id),
        tuple(await store.seconds.of_person(person.id)),
        await store.dossiers.changed(person.id),
        await store.dossiers.regretted(person.id),
    )


async def show_data(visit: Visit, _: object) -> None:
    """Answer /auskunft with everything, at once."""
    dossier = await _dossier(visit)
    if dossier.empty:
        visit.say(privacy.nothing(visit.texts))
        return
    for message in privacy.data(visit.texts, visit.network, dossier, visit.now):
        visit.say(message)


async def ask_erase(visit: Visit, _: object) -> None:
    """Answer /loeschen with one question back."""
    dossier = await _dossier(visit)
    if dossier.empty:
        visit.show(privacy.nothing(visit.texts))
        return
    if visit.known is not None and await must_stay(visit.store.persons, visit.known):
        visit.show(privacy.last_lead(visit.texts, visit.network))
        return
    seats = 0
    if visit.known is not None:
        seats = len(await visit.store.registrations.of_person(visit.known.id, visit.now))
    visit.show(privacy.ask_erase(visit.texts, seats=seats))
    visit.asked = True  # no other question comes between this one and its answer


async def keep(visit: Visit, _: KeepData) -> None:
    """Answer «Nein, behalten»."""
    visit.show(privacy.kept(visit.texts))


async def erase(visit: Visit, _: Erase) -> None:
    """Answer «Ja, alles löschen»: gone at once; the chat is tidied up, and what remains is said."""
    store, person = visit.store, visit.known
    result = await rules.erase(store, visit.network, visit.address, person, visit.now, tidy=True)
    match result:
        case NotErased.LAST_LEAD:
            visit.show(privacy.last_lead(visit.texts, visit.network))
        case NotErased.NOTHING:
            visit.notice("data-nothing")  # a second tap must not replace the last words
        case Erased(written):
            if person is not None:
                visit.known = None  # the last words go to the chat, which is then forgotten
                unlist_commands(visit)
            _tidy_up(visit, [each for each in written if each.message_id != visit.message_id])


def _tidy_up(visit: Visit, written: Sequence[WrittenMessage]) -> None:
    """Take what the bot wrote out of the chat, as far as Telegram lets it, and say how it went."""
    chat, now = visit.address, visit.now
    letters = removals(chat, f"removal:{visit.update_id}", written, now)
    if not letters:
        visit.show(privacy.erased(visit.texts))
        return
    # Lost, it is not repeated: it would come after the last words, which stand in its place.
    begun = privacy.removing(visit.texts).changing(visit.message_id)
    visit.say(begun, expires_at=now + CHANGE_HOLD)
    language = visit.texts.language
    visit.letters += [*letters, last_words(chat, letters, visit.message_id, language, now)]


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_command(router, "datenschutz", notice, Who.ANYONE)
    on_command(router, "auskunft", show_data, Who.ANYONE)
    on_command(router, "loeschen", ask_erase, Who.ANYONE)
    on_words(router, STOP_WORDS, ask_erase, Who.ANYONE)
    on_tap(router, ReadPrivacy, read, Who.ANYONE)
    on_tap(router, ShowData, show_data, Who.ANYONE)
    on_tap(router, AskErase, ask_erase, Who.ANYONE)
    on_tap(router, Erase, erase, Who.ANYONE)
    on_tap(router, KeepData, keep, Who.ANYONE)
