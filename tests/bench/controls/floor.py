"""The floor: a process that only imports the given packages, opens the database and polls once.

Usage: floor.py BASE_URL SQLITE_FILE

Whoever builds on these packages pays this before the first line of an own program.
"""

import asyncio
import sys

import aiohttp  # noqa: F401  (what is measured)
import apscheduler.schedulers.asyncio
import pydantic_settings  # noqa: F401  (likewise)
import sqlalchemy.ext.asyncio
import telegram.ext

BASE_URL, FILE = sys.argv[1:]


async def main() -> None:
    apscheduler.schedulers.asyncio.AsyncIOScheduler().start()
    with sqlalchemy.create_engine(f"sqlite:///{FILE}").connect() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM person").scalar_one()
    async with telegram.ext.ExtBot("1:bench", base_url=f"{BASE_URL}/bot") as bot:
        await bot.get_updates(timeout=0)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
