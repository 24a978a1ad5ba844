"""When something is due in the outbox."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from domain.delivery import Priority, State
from storage.tables import delivery


def _next() -> Any:
    """Return the question when each priority's next delivery is due: the index has it at hand."""
    waiting = sa.select(sa.func.min(delivery.c.next_at)).where(
        delivery.c.network == sa.bindparam("of_network"),
        delivery.c.channel == sa.bindparam("of_channel"),
        delivery.c.state == sa.literal_column(f"'{State.SCHEDULED.value}'"),
    )
    return sa.union_all(
        *(
            sa.select(
                sa.literal_column(str(priority.value)).label("priority"),
                waiting.where(delivery.c.priority == priority).scalar_subquery().label("moment"),
            )
            for priority in Priority
        )
    )


PRIORITIES = {priority.value: priority for priority in Priority}
NEXT = _next()
