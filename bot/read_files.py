"""Which files a configuration leads to: what doctor shows, and what a backup must not forget."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bot.env_file import USUAL
from bot.network_file import find
from bot.private import sqlite_files
from bot.settings import Settings
from domain.problem import Problem


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that is read, and as what; others may see one that is not `private`."""

    what: str
    path: Path
    private: bool = True


def read_files(settings: Settings) -> list[ReadFile]:
    """Return every file that this configuration leads to, as far as it is there."""
    named = [
        ReadFile("settings", settings.settings_file or USUAL),
        ReadFile("bot token", settings.bot_token_file or Path()),
        ReadFile("keys", settings.encryption_keys_file or Path()),
        ReadFile("database's address", settings.database_url_file or Path()),
        ReadFile("erasures", settings.erasures_file or Path()),
        *_of_network(settings),
        *_of_database(settings),
    ]
    return [each for each in named if each.path != Path() and _is_there(each.path)]


def _of_network(settings: Settings) -> list[ReadFile]:
    found = []
    with suppress(Problem):
        found.append(ReadFile("network", find(settings.network), private=False))
        template = settings.load_network().report.template
        if template is not None:
            found.append(ReadFile("Word template", template, private=False))
    return found


def _of_database(settings: Settings) -> list[ReadFile]:
    try:
        paths = sqlite_files(settings.database())
    except Problem:
        return []
    return [ReadFile("database", path) for path in paths]


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a folder that is closed to us: what opens the file says so
        return True
