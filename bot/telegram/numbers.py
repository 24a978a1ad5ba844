"""The number of a delivery, which stands behind the action of each of its buttons: `yes:1~2f`."""

from __future__ import annotations

import re

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_NUMBER = re.compile(r"[1-9a-z][0-9a-z]{0,12}")
_LARGEST = 2**63 - 1


def suffix(delivery_id: int) -> str:
    """Return what stands behind the action of a delivery's buttons."""
    text = ""
    while delivery_id:
        delivery_id, rest = divmod(delivery_id, 36)
        text = _DIGITS[rest] + text
    return f"~{text or '0'}"


def read(data: str) -> tuple[str, int | None]:
    """Return a button's action and the number of the delivery it came with.

    None stands for a number that no delivery can have: somebody made it up.
    """
    action, mark, written = data.rpartition("~")
    if not mark:
        return data, None
    number = int(written, 36) if _NUMBER.fullmatch(written) else 0
    return action, number if 0 < number <= _LARGEST else None
