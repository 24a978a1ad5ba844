"""Reads the parameters of a call the way Telegram does: everything arrives as a string."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from standin.world.files import UploadedFile
from standin.world.refusals import bad_request

TRUE = frozenset({"true", "yes", "1"})


def as_strings(values: Mapping[str, Any]) -> dict[str, str]:
    """Return JSON values as the strings a form would have carried; nulls are left out."""
    return {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in values.items()
        if value is not None
    }


@dataclass(frozen=True, slots=True)
class Parameters:
    """The parameters and files of one call."""

    values: Mapping[str, str]
    files: Mapping[str, UploadedFile] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return bool(self.values.get(name)) or name in self.files

    def text(self, name: str) -> str:
        """Return a string, empty if it is missing."""
        return self.values.get(name, "")

    def flag(self, name: str) -> bool:
        """Return a boolean, false if it is missing."""
        return self.text(name).strip().lower() in TRUE

    def number(self, name: str, default: int = 0) -> int:
        """Return an integer; like Telegram, take the default if it is none."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def between(self, name: str, default: int, low: int, high: int) -> int:
        """Return an integer, moved into its limits as Telegram does."""
        return min(high, max(low, self.number(name, default)))

    def chat_id(self) -> int:
        """Return the chat; refuse a missing or senseless one."""
        text = self.text("chat_id").strip()
        if not text:
            raise bad_request("chat_id is empty")
        try:
            return int(text)
        except ValueError:
            raise bad_request("chat not found") from None

    def message_id(self, name: str = "message_id") -> int:
        """Return the message; refuse a missing or senseless one."""
        number = self.number(name)
        if number <= 0:
            raise bad_request("message identifier is not specified")
        return number

    def json(self, name: str, what: str) -> Any:
        """Return a JSON value, None if it is missing; refuse broken JSON by calling it `what`."""
        text = self.text(name)
        if not text:
            return None
        try:
            return json.loads(text)
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None

    def file(self, name: str) -> UploadedFile | str | None:
        """Return an uploaded file, else a file id or an address, else None."""
        text = self.text(name)
        if text.startswith("attach://"):
            return self.files.get(text.removeprefix("attach://"))
        return self.files.get(name) or text or None
