"""`netzbote doctor`: looks at everything the bot needs and says what to do about it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated

import typer
from telegram import WebhookInfo

from bot.bounded import may_begin
from bot.clock import system_clock
from bot.commands.common import (
    AsJson,
    ask_telegram,
    read_settings,
    say,
    wait_for,
    words,
    write_json,
)
from bot.commands.fleet import USUAL_FOLDER, AllNetworks, Folder, doctor_all
from bot.marks import marks
from bot.network_file import check_template, lacking, shipped
from bot.private import open_to_others
from bot.read_files import read_files
from bot.secret_words import washed
from bot.settings import Settings
from domain.address import shown
from domain.agreements import Agreed, dropped
from domain.invite_leads import all_away, leads_of
from domain.localtime import local_day
from domain.measures import Measure, in_use_and_gone
from domain.network import Network
from domain.problem import Problem
from storage import migrate
from storage.crypto import Vault
from storage.database import Database
from storage.guards import GuardReport

#: How far the clock may be off.
CLOCK_OFF = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one look found: `ok`, `warning` or `wrong`, and what to do."""

    name: str
    state: str
    text: str
    remedy: str = ""


def _ok(name: str, text: str) -> Finding:
    return Finding(name, "ok", text)


def doctor(
    as_json: AsJson = False,
    all_networks: AllNetworks = False,
    folder: Folder = USUAL_FOLDER,
    salt: Annotated[str, typer.Option("--marks", hidden=True)] = "",
) -> None:
    """Check settings, network, keys, database, Telegram, clock and time zones.

    Exit code 1 if something is wrong; warnings do not count. With --all it also finds what two
    networks share and must not: token, database, keys, port.
    """
    if all_networks:
        doctor_all(folder, as_json=as_json)
        return
    findings = wait_for(examine())
    if salt:
        found = [asdict(finding) for finding in findings]
        write_json({"findings": found, "marks": _marks(salt)})
    elif as_json:
        write_json([asdict(finding) for finding in findings])
    else:
        show(findings)
    if any(finding.state == "wrong" for finding in findings):
        raise typer.Exit(1)


def _marks(salt: str) -> dict[str, list[str]]:
    with suppress(Problem):
        return marks(read_settings(), salt)
    return {}


def show(findings: list[Finding]) -> None:
    """Write what was found, for people."""
    for one in findings:
        say(f"{one.state:<8} {one.name:<10} {one.text}")
        if one.remedy:
            say(f"{'':<19} -> {one.remedy}")


def _washed(one: Finding) -> Finding:
    """Return a finding without secrets, whatever a library put into its words."""
    return replace(one, text=washed(one.text), remedy=washed(one.remedy))


async def examine() -> list[Finding]:
    """Return what each look found; one that needs a former one is left out if that failed."""
    try:
        settings = read_settings()
    except Problem as problem:
        return [_washed(Finding("settings", "wrong", str(problem), "see: netzbote settings"))]
    looks: tuple[Callable[[Settings], Awaitable[list[Finding]]], ...] = (
        _network,
        _keys,
        _database,
        _reports,
        _erasures,
        _telegram,
    )
    findings = [_ok("settings", "can be read"), *_files(settings), *_address(settings)]
    for look in looks:
        findings += await look(settings)
    return [_washed(one) for one in findings]


def _files(settings: Settings) -> list[Finding]:
    """Name each file that is read, and those with secrets or people that others can read."""
    read = read_files(settings)
    findings = [_ok("reads", f"{each.path.absolute()} ({each.what})") for each in read]
    found = " ".join(str(p) for p in open_to_others([each.path for each in read if each.private]))
    if found:
        text, remedy = f"others can read {found}", f"chmod 600 {found}"
        findings.append(Finding("files", "warning", text, remedy))
    return findings


def _address(settings: Settings) -> list[Finding]:
    """Look whether Telegram would ever call the webhook's address; it need not be asked."""
    try:
        settings.webhook()
    except Problem as problem:
        return [Finding("webhook", "wrong", str(problem), "see: netzbote settings")]
    return []


async def _network(settings: Settings) -> list[Finding]:
    try:
        network = settings.load_network()
    except Problem as problem:
        return [Finding("network", "wrong", str(problem), "mend the file; see: netzbote network")]
    findings = [_ok("network", network.name), *_pattern(settings), _time_zone(network)]
    findings += _template(network)
    if network.contact.is_placeholder:
        remedy = "put your address under [contact] in the network's file"
        findings.append(Finding("contact", "warning", "is still the placeholder", remedy))
    if missing := lacking(network):
        text = f"not all is known of: {', '.join(office for office, _ in missing)}"
        remedy = "put it under [[contacts]]; what is missing says: netzbote network check"
        findings.append(Finding("contacts", "warning", text, remedy))
    return findings


def _pattern(settings: Settings) -> list[Finding]:
    """Warn of a network that is read from the program itself: what is put there is lost."""
    if settings.network not in shipped():
        return []
    text = f"{settings.network} is a part of the program, which each update brings anew"
    remedy = f"netzbote network new {settings.network} --out FILE, and set NETZBOTE_NETWORK to it"
    return [Finding("pattern", "warning", text, remedy)]


def _template(network: Network) -> list[Finding]:

    if network.report.template is None:
        return []
    try:
        check_template(network)
    except Problem as problem:
        remedy = "mend the Word file, or take the line out of the network's file"
        return [Finding("template", "wrong", str(problem), remedy)]
    return [_ok("template", f"{network.report.template}")]


def _time_zone(network: Network) -> Finding:
    """Summer time must be known, or reminders come an hour off."""
    winter, summer = (datetime(2027, month, 1, tzinfo=network.zone) for month in (1, 7))
    if network.timezone.startswith("Europe/") and winter.utcoffset() == summer.utcoffset():
        remedy = "install the time zone data: pip install tzdata"
        return Finding("time zone", "wrong", f"{network.timezone} has no summer time", remedy)
    return _ok("time zone", f"{network.timezone}, summer time known")


async def _keys(settings: Settings) -> list[Finding]:

    try:
        keys = settings.keys()
        Vault(keys)
    except Problem as problem:
        return [Finding("keys", "wrong", str(problem), "make one: netzbote keys new")]
    return [_ok("keys", words("doctor-keys", n=len(keys)))]


async def _database(settings: Settings) -> list[Finding]:

    try:
        vault, network = Vault(settings.keys()), settings.load_network()
    except Problem:
        return []  # said already
    try:
        database = Database(settings.database(), vault, network.slug)
        if database.file and not database.file.exists():
            text = f"{database.file} is not there yet"
            return [Finding("database", "warning", text, "netzbote run makes it")]
        try:
            findings = await _tables(database, network, *await migrate.state(database.engine))
            readable = any(one.name == "data" and one.state == "ok" for one in findings)
            return findings + (await _lead(database, network) if readable else [])
        finally:
            await database.close()
    except migrate.OtherVersion as problem:
        return [Finding("database", "wrong", str(problem), "nothing was changed in it")]
    except Problem as problem:
        remedy = "check NETZBOTE_DATABASE_URL, and that the server runs"
        return [Finding("database", "wrong", str(problem), remedy)]


async def _lead(database: Database, network: Network) -> list[Finding]:
    """Say if nobody leads who is there: the last lead is never erased, and stays unused."""
    async with database.reading() as store:
        if not await store.persons.count():
            return []
        leads = leads_of(await store.persons.coordinators())
    today = local_day(system_clock(), network.zone)
    if not all_away(leads, today, network.retention.inactive_days):
        return [_ok("lead", "is there")]
    text = "has not been there for long" if leads else "nobody leads the network"
    remedy = f"netzbote invite --role lead --institution {network.offices[0].slug}"
    return [Finding("lead", "warning", text, remedy)]


def _titles(network: Network, used: Sequence[Agreed]) -> list[Finding]:
    """Warn of titles of agreements that are in use and gone from the network's file."""
    gone = dropped(network.agreements, used)
    if not gone:
        return []
    text = f"in use, but not in the network's file any more: {', '.join(gone)}"
    remedy = "put each back under [[agreements]], with retired = true"
    return [Finding("agreements", "warning", text, remedy)]


def _measures(network: Network, used: Sequence[Measure]) -> list[Finding]:
    """Warn of measures that are in use and gone from the network's file."""
    gone = in_use_and_gone(network.measures, used)
    if not gone:
        return []
    text = f"in use, but not in the network's file any more: {', '.join(gone)}"
    remedy = "put each back under [[measures]], with retired = true"
    return [Finding("measures", "warning", text, remedy)]


async def _tables(
    database: Database, network: Network, current: str | None, newest: str
) -> list[Finding]:
    if current != newest:
        text = f"at {current or 'nothing yet'}, this version at {newest}"
        return [Finding("database", "warning", text, "netzbote db upgrade; run does so, too")]
    async with database.reading() as store:
        opened = await store.keys.open_everything()
        unknown = (await store.oversight.outbox()).doubts
        dead = (await store.oversight.inbox()).dead
        others = ", ".join(await store.oversight.other_networks())
        watch = await store.guards.watch()
        held = await store.gates.held()
        used = await store.agreements.all()
        measures = await store.measures.all()
    findings = [_ok("database", f"answers, at {newest}"), *_guards(watch)]
    findings += [*_titles(network, used), *_measures(network, measures)]
    if opened:
        findings.append(_ok("data", "our keys open it"))
    else:
        remedy = "put back the key it was sealed with, behind the newest"
        findings.append(Finding("data", "wrong", "none of the keys opens it", remedy))
    if held:
        findings.append(Finding("sending", "warning", f"is held: {held}", "netzbote restore --go"))
    if others:
        remedy = "set NETZBOTE_NETWORK or NETZBOTE_DATABASE_URL to the right one; else run --also"
        text = f"the database holds people of {others}"
        findings.append(Finding("networks", "warning", text, remedy))
    if unknown:
        remedy = "netzbote deliveries list --state unknown"
        findings.append(
            Finding("deliveries", "warning", words("doctor-unknown", n=unknown), remedy)
        )
    if dead:
        text = words("doctor-given-up", n=dead)
        findings.append(Finding("inbox", "warning", text, "see the log"))
    return findings


def _guards(watch: GuardReport) -> list[Finding]:
    """Say what the database does not refuse as it should, and what it would refuse today."""
    findings = []
    if watch.missing:
        text = f"the database guards less than it should: {', '.join(watch.missing)}"
        remedy = "put back a backup, or ask who changed the database; see docs/ledger.md"
        findings.append(Finding("guards", "wrong", text, remedy))
    for (table, rule), n in watch.odd.items():
        text = words("doctor-odd", n=n, table=table, rule=rule)
        remedy = "older rows stay as they are; see docs/ledger.md"
        findings.append(Finding("rows", "warning", text, remedy))
    return findings or [_ok("guards", "what lasts is guarded")]


async def _reports(_: Settings) -> list[Finding]:
    """Look whether the processes could begin that make reports and read Word files."""
    try:
        may_begin()
    except Problem as problem:
        return [Finding("reports", "wrong", str(problem), "see docs/betrieb.md")]
    return []


async def _erasures(settings: Settings) -> list[Finding]:
    """Look whether it is noted outside of the database who was erased."""
    journal = settings.erasures()
    if journal is None:
        remedy = "set NETZBOTE_ERASURES_FILE to a file beside the backups"
        text = "none is kept: a backup would bring erased people back"
        return [Finding("erasures", "warning", text, remedy)]
    try:
        return [_ok("erasures", f"noted in {journal.path}, line {journal.begin().last}")]
    except Problem as problem:
        return [Finding("erasures", "wrong", str(problem), "nobody can be erased until then")]


async def _telegram(settings: Settings) -> list[Finding]:
    try:
        me, told = await ask_telegram(settings, lambda bot: bot.get_me())
        webhook, _ = await ask_telegram(settings, lambda bot: bot.get_webhook_info())
    except Problem as problem:
        remedy = f"check NETZBOTE_BOT_TOKEN and the way to {shown(settings.bot_api_url)}"
        return [Finding("telegram", "wrong", str(problem), remedy)]
    findings = [_ok("telegram", f"answers as @{me.username}"), _clock(told)]
    return findings + _webhook(settings, webhook) + await _operator(settings)


async def _operator(settings: Settings) -> list[Finding]:
    """Look whether whoever runs the bot could be told of trouble; nobody is written to."""
    chat = settings.operator_chat
    if chat is None:
        return []
    try:
        await ask_telegram(settings, lambda bot: bot.get_chat(chat))
    except Problem:
        text = f"NETZBOTE_OPERATOR_CHAT={chat} is no chat with this bot"
        return [Finding("operator", "wrong", text, "write /chatnummer to the bot, and set that")]
    return [_ok("operator", "is told of trouble that lasts")]


def _clock(told: datetime | None) -> Finding:

    if told is None:
        return Finding("clock", "warning", "Telegram tells no time", "")
    off = abs(system_clock() - told)
    if off > CLOCK_OFF:
        text = words("doctor-clock", n=round(off.total_seconds()))
        return Finding("clock", "wrong", text, "let NTP set it: timedatectl set-ntp true")
    return _ok("clock", "agrees with Telegram's")


def _webhook(settings: Settings, webhook: WebhookInfo) -> list[Finding]:
    url, ours = webhook.url, settings.webhook_url
    if url and not ours:
        remedy = "netzbote run --take-over removes it, if nobody else needs it"
        return [Finding("webhook", "wrong", "is set, polling cannot work", remedy)]
    if url != ours:
        return [Finding("webhook", "warning", "is not set to ours yet", "netzbote run sets it")]
    if webhook.last_error_message:
        text = f"failed last: {webhook.last_error_message}"
        return [Finding("webhook", "warning", text, "can Telegram reach NETZBOTE_WEBHOOK_URL?")]
    return [_ok("webhook", "ours")] if ours else []


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: netzbote doctor --json")(doctor)
