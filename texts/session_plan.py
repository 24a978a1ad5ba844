"""How the dates of a series read while it is planned."""

from __future__ import annotations

from domain.plan import next_date
from domain.plan_series import Later
from domain.plan_sketch import When, sessions_of
from talk.form import Setting
from talk.plan_offers import dated
from talk.session import ADD, changing, further, known
from texts import dates
from texts.catalogue import Texts


def ask(texts: Texts, at: Setting, example: str) -> str:
    """Ask for further dates, beneath those there are; or what becomes of one of them."""
    one = changing(at)
    if one is not None:
        return texts("session-change", when=_day(texts, at, one), example=example)
    listed = [
        dates.short_range(*each.moments, at.network.zone, texts.language)
        for each in sessions_of(dated(at), at.network)
    ]
    return "\n".join([texts("plan-sessions", example=example), "", *listed])


def example(at: Setting) -> str:
    """Return a further date as people may type it: the one that is likely."""
    usual = known(at)
    if usual.day is None or usual.starts is None or usual.ends is None:
        return ""
    begins, ends = (
        f"{e.hour}:{e.minute:02}".removesuffix(":00") for e in (usual.starts, usual.ends)
    )
    return f"{usual.day.day}.{usual.day.month}.{usual.day:%y} {begins}-{ends}"


def told(texts: Texts, at: Setting) -> str:
    """Return the days of the further dates, as they stand in a line."""
    return ", ".join(_day(texts, at, each) for each in further(at))


def label(texts: Texts, at: Setting, value: str) -> str:
    """Return how a date is called where it can be added or chosen."""
    sketch = dated(at)
    if value == ADD:
        usual = next_date(sketch)
        assert usual is not None
        return texts.plain("session-add", when=_day(texts, at, usual))
    if any(each.pack() == value for each in sketch.later):
        return _day(texts, at, Later.unpack(value))
    said = When.unpack(value)
    assert said.day is not None
    return dates.brief_day(said.day, texts.language)


def _day(texts: Texts, at: Setting, one: Later) -> str:
    first = dated(at).day
    assert first is not None
    return dates.brief_day(one.day(first), texts.language)
