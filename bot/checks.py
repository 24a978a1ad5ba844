"""Checks of health, asked all at once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

import structlog

#: Returns nothing if all is well, else what is wrong; an exception counts as wrong, too.
Check = Callable[[], Awaitable[str | None]]
#: How long a check may take, in seconds.
CHECK_TIMEOUT = 5.0

_log = structlog.get_logger(__name__)


async def ask(checks: Mapping[str, Check]) -> dict[str, str]:
    """Return what each check found: `ok`, or what is wrong."""
    answers = await asyncio.gather(*(_ask_one(name, check) for name, check in checks.items()))
    return dict(zip(checks, answers, strict=True))


async def _ask_one(name: str, check: Check) -> str:
    try:
        async with asyncio.timeout(CHECK_TIMEOUT):
            return await check() or "ok"
    except Exception as error:  # noqa: BLE001 - whatever it is, the answer is red
        _log.warning("check failed", check=name, error=error)
        return type(error).__name__
