"""The control: the bot everybody writes first, with the library's polling and its JobQueue.

`python naive.py FILE` sends what the table `letter` holds and notes what was sent. With `--notes`
it goes on where its notes end; without, its work lies in memory, as JobQueue's jobs do.
"""

import asyncio
import logging
import os
import sqlite3
import sys
from typing import Any

from telegram.error import TelegramError
from telegram.ext import Application, ApplicationBuilder, ContextTypes


async def send_all(context: ContextTypes.DEFAULT_TYPE) -> None:
    """Send in a loop; a failure is logged, as every tutorial does."""
    notes = sqlite3.connect(sys.argv[1], isolation_level=None)
    waiting = notes.execute("SELECT id, chat_id, text FROM letter WHERE sent = 0 ORDER BY id")
    for number, chat_id, text in waiting.fetchall():
        try:
            await context.bot.send_message(chat_id, text)
        except TelegramError:
            logging.getLogger(__name__).exception("not sent")
        notes.execute("UPDATE letter SET sent = 1 WHERE id = ?", (number,))
        await asyncio.sleep(0.02)
    notes.execute("UPDATE done SET done = 1")


def main() -> None:
    """Poll, and send once at the first start, or at each start until all is noted."""
    builder: Any = ApplicationBuilder().token("1:demo")
    application: Application[Any, Any, Any, Any, Any, Any] = builder.base_url(
        os.environ["API"] + "/bot"
    ).build()
    if "--first" in sys.argv or "--notes" in sys.argv:
        assert application.job_queue is not None
        application.job_queue.run_once(send_all, 0.1)
    application.run_polling(bootstrap_retries=5)


if __name__ == "__main__":
    main()
