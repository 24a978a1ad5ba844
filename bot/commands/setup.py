"""`netzbote setup`: asks for what a bot needs, writes it down, checks it, and opens the door."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.common import say, wait_for
from bot.commands.doctor import examine, show
from bot.commands.invite import link_of
from bot.env_file import PREFIX, settings_file
from bot.fleet import name_here, unit_here
from bot.network_file import load, pattern, shipped
from bot.private import FOLDER_MODE, write_new
from bot.settings import Settings, looks_like_a_token, read
from domain.address import is_well_formed
from domain.problem import Problem
from domain.vocabulary import Role
from storage.crypto import new_key
from texts.documents.qr import drawn

#: Where the data of a service lie, unless the answer is another one.
DATA, BACKUPS = Path("/var/lib/netzbote"), Path("/var/backups/netzbote")
#: Where the bot answers on this machine; each network of a machine has a port of its own.
LISTEN = "127.0.0.1:8080"


def setup(
    token_file: Annotated[
        Path | None, typer.Option(help="File with the bot token; else it is asked for.")
    ] = None,
    network: Annotated[str, typer.Option(help="Pattern or file of the network.")] = "",
    database: Annotated[str, typer.Option(help="Address of the database.")] = "",
    keys: Annotated[Path | None, typer.Option(help="File with keys; else one is made.")] = None,
    backups: Annotated[Path | None, typer.Option(help="Folder for backups.")] = None,
    listen: Annotated[str, typer.Option(help="Where health and metrics are: HOST:PORT.")] = LISTEN,
    institution: Annotated[str, typer.Option(help="Office of the first lead.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Take what is proposed, and ask nothing.")] = (
        False
    ),
) -> None:
    """Ask for token, network, database and keys, and write the settings beside each other.

    They lie where NETZBOTE_SETTINGS_FILE says (mode 600), else in .env in the working folder. What
    is there stays; called again, it goes on. At the end it checks everything as doctor does, and
    shows the link that lets the first lead in.
    """
    ask = _proposed if yes else _asked
    path = settings_file()
    path.parent.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
    if path.exists():
        say(f"{path} is there and stays as it is.")
    else:
        lines = _lines(
            path.absolute().parent, ask, token_file, network, database, keys, backups, listen
        )
        write_new(path, "".join(f"{line}\n" for line in lines))
        say(f"{path} written.")
    settings = read()
    findings = wait_for(examine())
    show(findings)
    if any(one.state == "wrong" for one in findings if one.name != "database"):
        raise Problem(f"something is wrong; mend {path} and call netzbote setup again")
    _open_the_door(settings, ask, institution)


def _lines(
    folder: Path,
    ask: Callable[[str, str], str],
    token_file: Path | None,
    network: str,
    database: str,
    keys: Path | None,
    backups: Path | None,
    listen: str,
) -> Iterator[str]:
    """Yield the lines of the settings; the files that they name are made beside them."""
    yield "# Settings of netzbote, for its user only. All of them: netzbote settings"
    yield f"NETZBOTE_BOT_TOKEN_FILE={token_file or _token(folder / 'bot_token')}"
    chosen = network or ask(f"Network, a file or one of {', '.join(shipped())}", shipped()[-1])
    yield f"NETZBOTE_NETWORK={_network(chosen, folder / 'network.toml')}"
    # Whoever has named it to the process, as a container is told, is not asked again.
    if database or not os.environ.get(f"{PREFIX}DATABASE_URL_FILE"):
        data = DATA / name_here()
        usual = f"sqlite:///{data if os.access(data, os.W_OK) else folder}/netzbote.db"
        yield from _database(database or ask("Database", usual), folder / "database_url")
    yield f"NETZBOTE_ENCRYPTION_KEYS_FILE={keys or _keys(folder / 'encryption_keys')}"
    kept = BACKUPS / name_here()
    near = kept if os.access(kept, os.W_OK) else folder / "backups"
    place = backups or Path(ask("Folder for backups", str(near)))
    place.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
    yield f"NETZBOTE_LISTEN={listen}"
    yield f"NETZBOTE_ERASURES_FILE={place.absolute() / 'erasures.jsonl'}"


def _asked(question: str, proposed: str) -> str:
    return str(typer.prompt(question, default=proposed))


def _proposed(_: str, proposed: str) -> str:
    return proposed


def _token(path: Path) -> Path:
    if path.exists():
        return path
    token = typer.prompt("Bot token from @BotFather (it is not shown)", hide_input=True).strip()
    if not looks_like_a_token(token):
        raise Problem("that is no token; it looks like 123456:ABC-DEF")
    write_new(path, f"{token}\n")
    return path


def _network(chosen: str, path: Path) -> Path:
    if chosen not in shipped():
        load(chosen)
        return Path(chosen).absolute()
    if not path.exists():
        write_new(path, pattern(chosen))
        say(f"{path} written; put your address under [contact].")
    return path


def _database(address: str, path: Path) -> Iterator[str]:
    """Yield where the data live; an address with a password lies in a file of its own."""
    if not is_well_formed(address):
        raise Problem("write sqlite:///FILE or postgresql+psycopg://NAME:PASSWORD@HOST/DATABASE")
    if address.startswith("sqlite"):
        yield f"NETZBOTE_DATABASE_URL={address}"
        return
    if not path.exists():
        write_new(path, f"{address}\n")
    yield f"NETZBOTE_DATABASE_URL_FILE={path}"


def _keys(path: Path) -> Path:
    if not path.exists():
        write_new(path, f"{new_key()}\n")
        say(f"{path} written. Keep a copy elsewhere: without it nobody can read the data.")
    return path


def _open_the_door(settings: Settings, ask: Callable[[str, str], str], institution: str) -> None:
    offices = [office.slug for office in settings.load_network().offices]
    office = institution or ask(
        f"Office of the first lead, one of {', '.join(offices)}", offices[0]
    )
    link, note = wait_for(link_of(settings, Role.LEAD, office))
    say("\nThis link lets the first lead in, once, within a week:")
    say(link)
    say(drawn(link))
    if note:
        say(note)
    units = f"{unit_here()} {unit_here('-backup')}.timer"
    say(f"Now start the bot: systemctl enable --now {units}, or netzbote run")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: netzbote setup")(setup)
