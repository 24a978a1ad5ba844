"""How drafts were kept before planning was a form; some may still lie in a running installation."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, time
from typing import Any

from domain.network import ReminderRule
from domain.plan_sketch import Sketch


def to_json(sketch: Sketch) -> dict[str, Any]:
    """Return a sketch as it was kept: all of its fields, answered or not."""
    return {field.name: _plain(getattr(sketch, field.name)) for field in fields(sketch)}


def _plain(value: Any) -> Any:
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, ReminderRule):
        return [value.stage, value.days_before, value.at.isoformat()]
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value
