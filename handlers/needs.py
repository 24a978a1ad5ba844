"""Reporting a need for training: counted once a week and topic, by topic and by sector.

The counters are sums of a week. Who reported is not kept: the thanks go out under a key that
only our own keys could lead back, and that is forgotten with the delivery.
"""

from __future__ import annotations

from domain.exchange import need, week_of
from domain.message import Message
from domain.vocabulary import Topic
from handlers.context import Router, Visit
from handlers.doors import on_command, on_tap
from talk.needs import Need, Needs
from texts import needs


async def begin(visit: Visit, _: object) -> None:
    """Answer /bedarf."""
    await page(visit, Needs(0))


async def page(visit: Visit, action: Needs) -> None:
    """Show a page of topics, those one follows first."""
    follows = await visit.store.persons.topics(visit.person.id)
    visit.show(needs.ask(visit.texts, action.page, follows))


async def count(visit: Visit, topic: Topic, thanks: Message) -> bool:
    """Count a need and say thanks; False, and nothing, if it counts in this week already."""
    day = visit.today
    exchange = visit.store.exchange
    key = exchange.need_key(visit.person.id, week_of(day), topic)
    if not await visit.show_once(key, thanks):
        return False
    await exchange.add(need(day, topic, visit.person.sector))
    return True


async def report(visit: Visit, action: Need) -> None:
    """Take a topic."""
    if action.topic not in list(Topic):
        visit.notice("stale-button", alert=True)
        return
    topic = Topic(action.topic)
    if not await count(visit, topic, needs.counted(visit.texts, topic)):
        visit.notice("needs-again")


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_command(router, "bedarf", begin)
    on_tap(router, Needs, page)
    on_tap(router, Need, report)
