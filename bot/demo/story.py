"""The story of the main job, scene by scene: what happens, and how to tell that it came out."""

from __future__ import annotations

from datetime import datetime

from bot.demo.phones import COORDINATOR, DORMAGEN, NEUSS, POLICE
from bot.demo.scene import NotAsTold, Scene, minutes_pass, say, see, tap, tap_first
from bot.demo.stage import NETWORK, Stage
from bot.demo.tale import Tale
from bot.network_file import load
from domain.announce_back import WINDOW
from domain.channel import in_chat

TITLE = "Gespräche mit Kindern & Eltern führen"
ABOUT = "Wie Gespräche gelingen, wenn es schwierig wird.\nMit Übungen in kleinen Gruppen."
SECOND = "Schutzkonzepte in der Kita"
CONTACT = "Koordinierungsstelle"
WORD = "Bitte bringen Sie Beispiele aus Ihrer Arbeit mit, ohne Namen."
NOTICE = "Der neue Leitfaden zu Meldewegen liegt vor. Sie bekommen ihn bei uns."
#: So few that the third one waits.
SEATS = 2


async def _invite(stage: Stage) -> None:
    person = stage.person(COORDINATOR)
    await person.opens(await stage.invitation(COORDINATOR))
    await stage.settled()
    see(person, stage.network.name)
    async with stage.database.reading() as store:
        if await store.persons.count():
            raise NotAsTold("somebody is stored before consent")


async def _join(stage: Stage) -> None:
    person = stage.person(COORDINATOR)
    await tap(stage, person, "join-agree")
    await tap(stage, person, "join-without-name")
    see(person, stage.label("offer-none"))


async def _others(stage: Stage) -> None:
    for person_id in (NEUSS, DORMAGEN, POLICE):
        person = stage.person(person_id)
        await person.opens(await stage.invitation(person_id))
        await stage.settled()
        await tap(stage, person, "join-agree")
        if person_id == POLICE:
            await tap(stage, person, "join-county-wide")
        await tap(stage, person, "join-without-name")


async def _create(stage: Stage) -> None:
    person = stage.person(COORDINATOR)
    await say(stage, person, "/neu")
    await say(stage, person, TITLE)
    await tap(stage, person, "topic-group-practice")
    await tap(stage, person, "topic-conversation-skills")
    await tap(stage, person, "format-seminar")
    await say(stage, person, "Rathaus Büttgen, Saal 2")
    await say(stage, person, "12.3.27 9-12:30")
    see(person, TITLE, "Freitag, 12. März 2027, 09:00 bis 12:30 Uhr")
    await tap(stage, person, "plan-name-seats")
    await say(stage, person, str(SEATS))
    await tap(stage, person, "plan-name-description")
    await say(stage, person, ABOUT)
    await tap(stage, person, "plan-publish-announce")


async def _announce(stage: Stage) -> None:
    person = stage.person(COORDINATOR)
    await tap(stage, person, "audience-all")
    await tap(stage, person, "announce-send-now")
    await stage.moves_to(stage.clock.now() + WINDOW)
    for reader in (NEUSS, DORMAGEN, POLICE):
        see(stage.person(reader), TITLE)
    see(person, stage.label("broadcast-counts", delivered=4, total=4))


async def _register(stage: Stage) -> None:
    for person in (stage.person(NEUSS), stage.person(DORMAGEN)):
        await tap(stage, person, "button-register")
        see(person, "Ihr Platz ist bestätigt")
        if not any(m.document and m.document.name.endswith(".ics") for m in person.messages):
            raise NotAsTold("there is no calendar file")


async def _wait(stage: Stage) -> None:
    person = stage.person(POLICE)
    await tap(stage, person, "button-register")
    see(person, "Warteliste, Platz 1")


async def _move_up(stage: Stage) -> None:
    person = stage.person(DORMAGEN)
    await tap(stage, person, "button-leave")
    await tap(stage, person, "standing-leave-yes-seat")
    see(person, "Eine Person von der Warteliste rückt nach")
    see(stage.person(POLICE), "Sie sind nachgerückt und haben einen Platz")


async def _word(stage: Stage) -> None:
    person = stage.person(COORDINATOR)
    await say(stage, person, "/verwalten")
    await tap_first(stage, person, "1. ")
    await tap(stage, person, "button-write")
    await tap(stage, person, "write-to-registered")
    await say(stage, person, WORD)
    await tap(stage, person, "announce-send-now")
    see(person, stage.label("broadcast-soon"))
    await minutes_pass(stage)
    for reader in (NEUSS, POLICE):
        see(stage.person(reader), WORD)


async def _notice(stage: Stage) -> None:
    person = stage.person(COORDINATOR)
    await say(stage, person, "/verwalten")
    await tap(stage, person, "write-to-all-button")
    await tap(stage, person, "write-to-all")
    await say(stage, person, NOTICE)
    await tap(stage, person, "announce-send-now")
    await minutes_pass(stage)
    for reader in (NEUSS, DORMAGEN, POLICE):
        see(stage.person(reader), NOTICE)


async def _draft(stage: Stage) -> None:
    person, colleague = stage.person(COORDINATOR), stage.colleague()
    await colleague.opens(await stage.invitation(colleague.id))
    await stage.settled()
    await tap(stage, colleague, "join-agree")
    await tap(stage, colleague, "join-without-name")
    await say(stage, colleague, "/neu")
    await say(stage, colleague, SECOND)
    await tap(stage, colleague, "topic-group-fields")
    await tap(stage, colleague, "topic-daycare")
    await tap(stage, colleague, "format-workshop")
    await say(stage, colleague, "Bürgerhaus Kaarst")
    await say(stage, colleague, "15.4.27 13-16")
    await tap(stage, colleague, "plan-keep")
    await say(stage, person, "/verwalten")
    await tap(stage, person, "manage-to-drafts")
    await tap_first(stage, person, "1. ")
    await tap(stage, person, "manage-draft-on")
    await tap(stage, person, "plan-name-contact")
    await tap_first(stage, person, CONTACT)
    await tap(stage, person, "plan-publish-only")
    see(person, "Veröffentlicht.", SECOND)


async def _find(stage: Stage) -> None:
    person = stage.person(NEUSS)
    await say(stage, person, "/termine")
    await tap(stage, person, "offer-seek")
    await tap(stage, person, "offer-by-month", value=stage.label("offer-any"))
    await tap(stage, person, "offer-counted", name="März 2027", n=1)
    see(person, "Gewählt: März 2027")


async def _pass_on(stage: Stage) -> None:
    person, other = stage.person(NEUSS), stage.person(DORMAGEN)
    await tap_first(stage, person, "1. ")
    await tap(stage, person, "button-pass-on")
    await tap(stage, person, "offer-copy-link")
    _, _, opens = (person.copied or "").partition("?start=")
    await other.opens(opens)
    await stage.settled()
    see(other, TITLE)


async def _regret(stage: Stage) -> None:
    person = stage.person(DORMAGEN)
    await tap(stage, person, "button-regret")
    see(person, "Sie haben geantwortet: Diesmal nicht.")


async def _remind(stage: Stage) -> None:
    await stage.moves_to(datetime(2027, 3, 11, 8, 1, tzinfo=stage.network.zone))
    for person_id in (NEUSS, POLICE):
        see(stage.person(person_id), "Erinnerung: in einer Woche", "Erinnerung: morgen")
    if any("Erinnerung" in message.text for message in stage.person(DORMAGEN).messages):
        raise NotAsTold("who withdrew was reminded")


async def _daily(stage: Stage) -> None:
    person = stage.person(COORDINATOR)
    see(person, "Heute für Sie", TITLE)
    await tap_first(stage, person, stage.label("daily-do-list", title=""))
    see(person, "Platz 01")


async def _safety(stage: Stage) -> None:
    person = stage.person(DORMAGEN)
    await say(stage, person, "Ich mache mir Sorgen um ein Kind in meiner Gruppe.")
    see(person, "Bei akuter Gefahr wählen Sie bitte 110")
    await tap(stage, person, "safety-offices")
    await tap_first(stage, person, "Jüchen")
    see(person, "Zuständig ist: Jugendamt Rhein-Kreis Neuss")


async def _close(stage: Stage) -> None:
    await stage.moves_to(datetime(2027, 3, 12, 13, 0, tzinfo=stage.network.zone))
    person = stage.person(COORDINATOR)
    await tap(stage, person, "button-close")
    await tap(stage, person, "close-finish")
    see(person, "Abgeschlossen:")


async def _agree(stage: Stage) -> None:
    person, reader = stage.person(COORDINATOR), stage.person(NEUSS)
    await say(stage, person, "/protokoll")
    await tap(stage, person, "matter-procedure")
    await tap_first(stage, person, "Fr., 12.03.")
    await tap(stage, person, "procedure-reporting-path")
    await tap(stage, person, "protocol-everybody")
    await tap(stage, person, "protocol-check-yes")
    await say(stage, reader, "/absprachen")
    see(reader, "In Kraft seit 12. März 2027.")


async def _report(stage: Stage) -> None:
    person = stage.person(COORDINATOR)
    await say(stage, person, "/bericht")
    await person.taps("2027")
    await stage.settled()
    see(person, stage.label("figures-name-A1"), stage.label("report-table-C1"))


async def _rights(stage: Stage) -> None:
    person = stage.person(DORMAGEN)
    await say(stage, person, "/auskunft")
    see(person, "Jugendamt der Stadt Dormagen")
    await say(stage, person, "/loeschen")
    await tap(stage, person, "erase-yes")
    async with stage.database.reading() as store:
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
TOUR = Tale(SCENES, lambda: load(NETWORK))
