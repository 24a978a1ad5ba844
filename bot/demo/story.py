"""The story of the main job, scene by scene: what happens, and how to tell that it came out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.demo.phones import COORDINATOR, DORMAGEN, NEUSS, POLICE
from bot.demo.stage import Stage
from domain.announce_back import WINDOW
from domain.channel import in_chat
from standin.http.page import Words
from standin.people.person import Person
from texts.catalogue import Texts

TITLE = "Gespräche mit Kindern & Eltern führen"
ABOUT = "Wie Gespräche gelingen, wenn es schwierig wird.\nMit Übungen in kleinen Gruppen."
SECOND = "Schutzkonzepte in der Kita"
CONTACT = "Koordinierungsstelle"
WORD = "Bitte bringen Sie Beispiele aus Ihrer Arbeit mit, ohne Namen."
NOTICE = "Der neue Leitfaden zu Meldewegen liegt vor. Sie bekommen ihn bei uns."
#: So few that the third one waits.
SEATS = 2


class NotAsTold(AssertionError):
    """The story did not come out; the message says where."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One step of the story; `name` finds its words, `person_id` the phone to look at."""

    name: str
    person_id: int
    action: Callable[[Stage], Awaitable[None]] = field(repr=False)

    @property
    def title(self) -> Words:
        """The heading, in both languages."""
        return _words(f"story-{self.name}-title")

    @property
    def text(self) -> Words:
        """One to three sentences, in both languages."""
        return _words(f"story-{self.name}-text")

    async def play(self, stage: Stage) -> None:
        """Play it. Raises NotAsTold if it does not come out."""
        try:
            await self.action(stage)
            await stage.settled()
        except NotAsTold as error:
            raise NotAsTold(f"{self.name}: {error}") from error
        except AssertionError as error:
            raise NotAsTold(f"{self.name}: {error}") from error


def _words(text_id: str) -> Words:
    return {language: Texts(language).plain(text_id) for language in ("de", "en")}


def _see(person: Person, *wanted: str) -> None:
    """Look for texts in the newest messages on a phone. Raises NotAsTold."""
    seen = "\n".join(message.text for message in person.messages[-4:])
    for text in wanted:
        if text not in seen:
            raise NotAsTold(f"{text!r} is not to be read; there is {seen!r}")


async def _tap(stage: Stage, person: Person, text_id: str, **values: str | int) -> None:
    await person.taps(stage.label(text_id, **values))
    await stage.settled()


async def _tap_first(stage: Stage, person: Person, beginning: str) -> None:
    """Tap the first button that begins so: its label holds a date."""
    label = next((one for one in person.last.labels if one.startswith(beginning)), beginning)
    await person.taps(label)
    await stage.settled()


async def _say(stage: Stage, person: Person, text: str) -> None:
    await person.says(text)
    await stage.settled()


async def _invite(stage: Stage) -> None:
    person = stage.person(COORDINATOR)
    await person.opens(await stage.invitation(COORDINATOR))
    await stage.settled()
    _see(person, stage.network.name)
    async with stage.bot.database.reading() as store:
        if await store.persons.count():
            raise NotAsTold("somebody is stored before consent")


async def _join(stage: Stage) -> None:
    person = stage.person(COORDINATOR)
    await _tap(stage, person, "join-agree")
    await _tap(stage, person, "join-without-name")
    _see(person, stage.label("offer-none"))


async def _others(stage: Stage) -> None:
    for person_id in (NEUSS, DORMAGEN, POLICE):
        person = stage.person(person_id)
        await person.opens(await stage.invitation(person_id))
        await stage.settled()
        await _tap(stage, person, "join-agree")
        if person_id == POLICE:
            await _tap(stage, person, "join-county-wide")
        await _tap(stage, person, "join-without-name")


async def _create(stage: Stage) -> None:
    person = stage.person(COORDINATOR)
    await _say(stage, person, "/neu")
    await _say(stage, person, TITLE)
    await _tap(stage, person, "topic-group-practice")
    await _tap(stage, person, "topic-conversation-skills")
    await _tap(stage, person, "format-seminar")
    await _say(stage, person, "Rathaus Büttgen, Saal 2")
    await _say(stage, person, "12.3.27 9-12:30")
    _see(person, TITLE, "Freitag, 12. März 2027, 09:00 bis 12:30 Uhr")
    await _tap(stage, person, "plan-name-seats")
    await _say(stage, person, str(SEATS))
    await _tap(stage, person, "plan-name-description")
    await _say(stage, person, ABOUT)
    await _tap(stage, person, "plan-publish-announce")


async def _announce(stage: Stage) -> None:
    person = stage.person(COORDINATOR)
    await _tap(stage, person, "audience-all")
    await _tap(stage, person, "announce-send-now")
    await stage.moves_to(stage.clock.now() + WINDOW)
    for reader in (NEUSS, DORMAGEN, POLICE):
        _see(stage.person(reader), TITLE)
    _see(person, stage.label("broadcast-counts", delivered=4, total=4))


async def _register(stage: Stage) -> None:
    for person in (stage.person(NEUSS), stage.person(DORMAGEN)):
        await _tap(stage, person, "button-register")
        _see(person, "Ihr Platz ist bestätigt")
        if not any(m.document and m.document.name.endswith(".ics") for m in person.messages):
            raise NotAsTold("there is no calendar file")


async def _wait(stage: Stage) -> None:
    person = stage.person(POLICE)
    await _tap(stage, person, "button-register")
    _see(person, "Warteliste, Platz 1")


async def _move_up(stage: Stage) -> None:
    person = stage.person(DORMAGEN)
    await _tap(stage, person, "button-leave")
    await _tap(stage, person, "standing-leave-yes-seat")
    _see(person, "Eine Person von der Warteliste rückt nach")
    _see(stage.person(POLICE), "Sie sind nachgerückt und haben einen Platz")


async def _word(stage: Stage) -> None:
    person = stage.person(COORDINATOR)
    await _say(stage, person, "/verwalten")
    await _tap_first(stage, person, "1. ")
    await _tap(stage, person, "button-write")
    await _tap(stage, person, "write-to-registered")
    await _say(stage, person, WORD)
    await _tap(stage, person, "announce-send-now")
    _see(person, stage.label("broadcast-soon"))
    await _minutes_pass(stage)
    for reader in (NEUSS, POLICE):
        _see(stage.person(reader), WORD)


async def _notice(stage: Stage) -> None:
    person = stage.person(COORDINATOR)
    await _say(stage, person, "/verwalten")
    await _tap(stage, person, "write-to-all-button")
    await _tap(stage, person, "write-to-all")
    await _say(stage, person, NOTICE)
    await _tap(stage, person, "announce-send-now")
    await _minutes_pass(stage)
    for reader in (NEUSS, DORMAGEN, POLICE):
        _see(stage.person(reader), NOTICE)


async def _minutes_pass(stage: Stage) -> None:
    """Let the time pass in which words can be taken back."""
    await stage.moves_to(stage.clock.now() + timedelta(minutes=2))


async def _draft(stage: Stage) -> None:
    person, colleague = stage.person(COORDINATOR), stage.colleague()
    await colleague.opens(await stage.invitation(colleague.id))
    await stage.settled()
    await _tap(stage, colleague, "join-agree")
    await _tap(stage, colleague, "join-without-name")
    await _say(stage, colleague, "/neu")
    await _say(stage, colleague, SECOND)
    await _tap(stage, colleague, "topic-group-fields")
    await _tap(stage, colleague, "topic-daycare")
    await _tap(stage, colleague, "format-workshop")
    await _say(stage, colleague, "Bürgerhaus Kaarst")
    await _say(stage, colleague, "15.4.27 13-16")
    await _tap(stage, colleague, "plan-keep")
    await _say(stage, person, "/verwalten")
    await _tap(stage, person, "manage-to-drafts")
    await _tap_first(stage, person, "1. ")
    await _tap(stage, person, "manage-draft-on")
    await _tap(stage, person, "plan-name-contact")
    await _tap_first(stage, person, CONTACT)
    await _tap(stage, person, "plan-publish-only")
    _see(person, "Veröffentlicht.", SECOND)


async def _find(stage: Stage) -> None:
    person = stage.person(NEUSS)
    await _say(stage, person, "/termine")
    await _tap(stage, person, "offer-seek")
    await _tap(stage, person, "offer-by-month", value=stage.label("offer-any"))
    await _tap(stage, person, "offer-counted", name="März 2027", n=1)
    _see(person, "Gewählt: März 2027")


async def _pass_on(stage: Stage) -> None:
    person, other = stage.person(NEUSS), stage.person(DORMAGEN)
    await _tap_first(stage, person, "1. ")
    await _tap(stage, person, "button-pass-on")
    await _tap(stage, person, "offer-copy-link")
    _, _, opens = (person.copied or "").partition("?start=")
    await other.opens(opens)
    await stage.settled()
    _see(other, TITLE)


async def _regret(stage: Stage) -> None:
    person = stage.person(DORMAGEN)
    await _tap(stage, person, "button-regret")
    _see(person, "Sie haben geantwortet: Diesmal nicht.")


async def _remind(stage: Stage) -> None:
    await stage.moves_to(datetime(2027, 3, 11, 8, 1, tzinfo=stage.network.zone))
    for person_id in (NEUSS, POLICE):
        _see(stage.person(person_id), "Erinnerung: in einer Woche", "Erinnerung: morgen")
    if any("Erinnerung" in message.text for message in stage.person(DORMAGEN).messages):
        raise NotAsTold("who withdrew was reminded")


async def _daily(stage: Stage) -> None:
    person = stage.person(COORDINATOR)
    _see(person, "Heute für Sie", TITLE)
    await _tap_first(stage, person, stage.label("daily-do-list", title=""))
    _see(person, "Platz 01")


async def _safety(stage: Stage) -> None:
    person = stage.person(DORMAGEN)
    await _say(stage, person, "Ich mache mir Sorgen um ein Kind in meiner Gruppe.")
    _see(person, "Bei akuter Gefahr wählen Sie bitte 110")
    await _tap(stage, person, "safety-offices")
    await _tap_first(stage, person, "Jüchen")
    _see(person, "Zuständig ist: Jugendamt Rhein-Kreis Neuss")


async def _close(stage: Stage) -> None:
    await stage.moves_to(datetime(2027, 3, 12, 13, 0, tzinfo=stage.network.zone))
    person = stage.person(COORDINATOR)
    await _tap(stage, person, "button-close")
    await _tap(stage, person, "close-finish")
    _see(person, "Abgeschlossen:")


async def _agree(stage: Stage) -> None:
    person, reader = stage.person(COORDINATOR), stage.person(NEUSS)
    await _say(stage, person, "/protokoll")
    await _tap(stage, person, "matter-procedure")
    await _tap_first(stage, person, "Fr., 12.03.")
    await _tap(stage, person, "procedure-reporting-path")
    await _tap(stage, person, "protocol-everybody")
    await _tap(stage, person, "protocol-check-yes")
    await _say(stage, reader, "/absprachen")
    _see(reader, "In Kraft seit 12. März 2027.")


async def _report(stage: Stage) -> None:
    person = stage.person(COORDINATOR)
    await _say(stage, person, "/bericht")
    await person.taps("2027")
    await stage.settled()
    _see(person, stage.label("figures-name-A1"), stage.label("report-table-C1"))


async def _rights(stage: Stage) -> None:
    person = stage.person(DORMAGEN)
    await _say(stage, person, "/auskunft")
    _see(person, "Jugendamt der Stadt Dormagen")
    await _say(stage, person, "/loeschen")
    await _tap(stage, person, "erase-yes")
    async with stage.bot.database.reading() as store:
        if await store.persons.by_chat(in_chat(DORMAGEN)) is not None:
            raise NotAsTold("somebody is still stored after erasing")


SCENES: tuple[Scene, ...] = (
    Scene("invite", COORDINATOR, _invite),
    Scene("join", COORDINATOR, _join),
    Scene("others", POLICE, _others),
    Scene("create", COORDINATOR, _create),
    Scene("announce", COORDINATOR, _announce),
    Scene("register", NEUSS, _register),
    Scene("wait", POLICE, _wait),
    Scene("moveup", POLICE, _move_up),
    Scene("word", COORDINATOR, _word),
    Scene("notice", COORDINATOR, _notice),
    Scene("find", NEUSS, _find),
    Scene("passon", DORMAGEN, _pass_on),
    Scene("regret", DORMAGEN, _regret),
    Scene("draft", COORDINATOR, _draft),
    Scene("remind", NEUSS, _remind),
    Scene("daily", COORDINATOR, _daily),
    Scene("safety", DORMAGEN, _safety),
    Scene("close", COORDINATOR, _close),
    Scene("agree", NEUSS, _agree),
    Scene("report", COORDINATOR, _report),
    Scene("rights", DORMAGEN, _rights),
)
