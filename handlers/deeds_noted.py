"""Where what is done with a role is written down: each door says what it is for the access log."""

from __future__ import annotations

from typing import Any

from domain.deeds import Deed, Logged
from handlers.context import Visit


async def note(visit: Visit, logged: Logged | None, meant: Any, about: int | None = None) -> None:
    """Write down what a door, or the end of a form, was for; not what was refused.

    Whatever answers by an alert was refused: nothing was done, and nothing shown.
    """
    done = logged if isinstance(logged, Deed) or logged is None else logged(meant)
    if done is None or visit.alert or visit.known is None:
        return
    role, office = visit.known.role, visit.known.office
    training_id = visit.about or about or getattr(meant, "training_id", None)
    await visit.store.deeds.note(role, office, done, visit.today, training_id)
