"""A usual registration bot: python-telegram-bot, SQLAlchemy's async ORM, one row a registration.

Usage: usual_bot.py BASE_URL DATABASE_URL

As a competent person writes it: one session a tap, one lock so that no seat is sold twice and
nobody is overtaken, SQLite with a write-ahead log. The tap is answered, the card changed, and a
confirmation sent. It keeps no outbox: what it wanted to say when it died is lost.
"""

import asyncio
import sys

from sqlalchemy import ForeignKey, UniqueConstraint, event, func, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes

BASE_URL, DATABASE_URL = sys.argv[1:]

engine = create_async_engine(DATABASE_URL)
sessions = async_sessionmaker(engine, expire_on_commit=False)
turn = asyncio.Lock()


class Base(DeclarativeBase):
    """What all tables share."""


class Person(Base):
    """A member, found by the chat."""

    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(unique=True)


class Training(Base):
    """What people register for."""

    __tablename__ = "training"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    seats: Mapped[int]


class Registration(Base):
    """A seat or a place in the line; the ids are the order."""

    __tablename__ = "registration"
    __table_args__ = (UniqueConstraint("training_id", "person_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    training_id: Mapped[int] = mapped_column(ForeignKey("training.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    seat: Mapped[bool]


if engine.dialect.name == "sqlite":

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection, _) -> None:
        """Let readers and the writer work side by side, and lose nothing but the last moment."""
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")


async def enter(chat_id: int, training_id: int) -> tuple[Training, Registration, int]:
    """Register somebody once; return it with the place in the line (0 for a seat)."""
    async with turn, sessions.begin() as session:
        person = await session.scalar(select(Person).where(Person.chat_id == chat_id))
        training = await session.get(Training, training_id)
        own = await session.scalar(
            select(Registration).filter_by(training_id=training.id, person_id=person.id)
        )
        mine = Registration.training_id == training.id
        if own is None:
            taken = await session.scalar(select(func.count()).where(mine, Registration.seat))
            seat = taken < training.seats
            own = Registration(training_id=training.id, person_id=person.id, seat=seat)
            session.add(own)
            await session.flush()
        if own.seat:
            return training, own, 0
        before = (mine, ~Registration.seat, Registration.id <= own.id)
        return training, own, await session.scalar(select(func.count()).where(*before))


async def tapped(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Take a tap on «Anmelden»."""
    query = update.callback_query
    number = int(query.data.partition(":")[2])
    training, own, place = await enter(query.from_user.id, number)
    said = "Sie sind angemeldet." if own.seat else f"Sie stehen auf Platz {place} der Warteliste."
    await query.answer(said)
    await query.edit_message_text(
        f"<b>{training.title}</b>\n\n{said}",
        parse_mode="HTML",
        reply_markup=InlineKeyboardMarkup(
            [[InlineKeyboardButton("Abmelden", callback_data=f"leave:{training.id}")]]
        ),
    )
    await query.get_bot().send_message(query.from_user.id, f"{training.title}: {said}")


def main() -> None:
    builder = Application.builder().token("1:bench").base_url(f"{BASE_URL}/bot")
    application = builder.concurrent_updates(256).build()
    application.add_handler(CallbackQueryHandler(tapped, pattern=r"^reg:"))
    application.run_polling()


if __name__ == "__main__":
    main()
