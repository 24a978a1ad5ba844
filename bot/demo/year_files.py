"""What a played year leaves in its folder, besides the report."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.network_file import shipped
from bot.private import FOLDER_MODE
from domain.network import Network
from texts.documents.whole import write_whole

#: The name of the database; nobody's real one is called so.
DATABASE = "story-year.db"


def fresh(folder: Path) -> Path:
    """Return where the database is to be made, in a folder that is there."""
    folder.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
    part = folder / f"{DATABASE}.part"
    remove(part)
    return part


def finish(part: Path) -> Path:
    """Give a database that is closed its name; an earlier one is replaced."""
    return part.replace(part.with_name(DATABASE))


def remove(database: Path) -> None:
    """Remove a SQLite file and its journal, as far as they are there."""
    for ending in ("", "-wal", "-shm"):
        database.with_name(database.name + ending).unlink(missing_ok=True)


def write_truth(
    folder: Path, network: Network, seed: int, events: Sequence[dict[str, Any]]
) -> Path:
    """Write the list of what happened; the same years make the same bytes."""
    content = {"network": network.slug, "seed": seed, "events": events}
    text = json.dumps(content, ensure_ascii=False, indent=0)
    return write_whole(folder / "events.json", text.encode())


def write_settings(database: Path, network: Network, key: str) -> Path:
    """Write what opens the database; its people are made up, so its key is no secret."""
    values = {
        "NETZBOTE_DATABASE_URL": f"sqlite:///{database.resolve()}",
        "NETZBOTE_ENCRYPTION_KEYS": key,
    }
    if network.slug in shipped():  # whoever brought a file knows where it lies
        values["NETZBOTE_NETWORK"] = network.slug
    text = "".join(f"{name}={value}\n" for name, value in values.items())
    return write_whole(database.with_name("story-year.env"), text.encode())
