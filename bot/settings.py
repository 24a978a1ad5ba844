"""What can be set, with its default and its meaning; the bot does not start if one is wrong."""

from __future__ import annotations

import difflib
import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot import env_file
from bot.clock import system_clock
from bot.env_file import NAMED, PREFIX, settings_file
from bot.network_file import NetworkFileError, load
from bot.webhook_address import never_called
from domain.network import Network
from domain.problem import Problem
from storage.disk import why
from storage.erasures import Erasures

TELEGRAM = "https://api.telegram.org"
#: Of a file that holds one setting, and of the keys that it may hold.
MOST_BYTES, MOST_KEYS = 20_000, 20
LONGEST = 2_000
_TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{1,200}")
#: What Telegram takes, and not so short that it could be guessed.
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
_API = re.compile(r"https?://[^\s/?#]+(/[^\s?#]*)?")
_HOST = re.compile(r"[A-Za-z0-9.:\[\]_-]{0,253}")
#: For tests of crashes only; no settings.
TEST_HOOKS, FAILPOINT = "NETZBOTE_TEST_HOOKS", "NETZBOTE_FAILPOINT"


class SettingsProblem(Problem, ValueError):
    """A setting is missing, unknown or wrong; the message is one line and says what to do."""


class Settings(BaseSettings):
    """Read from the environment and from a file: `.env` in the working folder, or a named one."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file_encoding="utf-8-sig",
        extra="forbid",
        env_ignore_empty=True,
        hide_input_in_errors=True,
    )

    settings_file: Path | None = Field(
        None, description="File to read these settings from, instead of .env; not in such a file."
    )
    bot_token: SecretStr | None = Field(None, description="Bot token from @BotFather.")
    bot_token_file: Path | None = Field(None, description="File that holds the bot token.")
    bot_api_url: str = Field(TELEGRAM, description="Where the Bot API is.")
    database_url: str = Field(
        "sqlite:///data/netzbote.db",
        description="Where the data live: SQLite, or postgresql+psycopg:// for several replicas.",
    )
    database_url_file: Path | None = Field(
        None, description="File that holds the address of the database, with its password."
    )
    network: str = Field(
        "rhein-kreis-neuss",
        description="The network's file, made by `network new`; to try it out, a pattern's name.",
    )
    encryption_keys: Annotated[SecretStr | None, NoDecode] = Field(
        None, description="Keys for the data, newest first, separated by commas (keys new)."
    )
    encryption_keys_file: Path | None = Field(
        None, description="File that holds the keys, one a line, newest first."
    )
    erasures_file: Path | None = Field(
        None, description="Journal of who was erased, beside the backups; needed for backups."
    )
    webhook_url: str = Field("", description="Public address of /telegram; empty: polling.")
    webhook_secret: SecretStr | None = Field(None, description="Secret that Telegram sends along.")
    listen: str = Field(
        "", description="Address for webhook, health and metrics: HOST:PORT; empty: none."
    )
    operator_chat: int | None = Field(
        None, description="Chat that gets one line if something is wrong, and one when it is over."
    )
    messages_per_second: float = Field(
        28, ge=0.1, le=1000, description="Outgoing messages, all chats together."
    )
    timezone: str = Field("", description="Time zone of all dates; empty: as the network says.")
    log_format: Literal["console", "json"] = Field("console", description="Form of the log.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="Least important level that is logged."
    )

    @field_validator("*", mode="before")
    @classmethod
    def _bounded(cls, value: object) -> object:
        """Refuse what is longer than any setting, before anything looks at it."""
        if isinstance(value, str) and len(value) > LONGEST:
            raise ValueError(f"has {len(value)} signs, at most {LONGEST} fit")
        return value

    @field_validator("messages_per_second", mode="before")
    @classmethod
    def _with_a_point(cls, value: object) -> object:
        """Take the number as it is written in German, too."""
        return value.replace(",", ".") if isinstance(value, str) else value

    @field_validator("log_format", mode="before")
    @classmethod
    def _small(cls, value: object) -> object:
        """Take the word however it is written."""
        return value.strip().lower() if isinstance(value, str) else value

    @field_validator("log_level", mode="before")
    @classmethod
    def _capital(cls, value: object) -> object:
        """Take the word however it is written."""
        return value.strip().upper() if isinstance(value, str) else value

    @field_validator("bot_api_url")
    @classmethod
    def _an_address(cls, value: str) -> str:
        """Refuse what nobody could ever call."""
        if not _API.fullmatch(value):
            raise ValueError("must begin with https:// or http://, and name a host")
        return value

    def keys(self) -> list[str]:
        """Return the encryption keys, newest first. Raises SettingsProblem if there is none."""
        text = self.encryption_keys.get_secret_value() if self.encryption_keys else ""
        if not text and self.encryption_keys_file:
            text = _content("ENCRYPTION_KEYS_FILE", self.encryption_keys_file)
        keys = [key.strip() for key in text.replace("\n", ",").split(",") if key.strip()]
        if len(keys) > MOST_KEYS:
            raise SettingsProblem(
                f"{PREFIX}ENCRYPTION_KEYS holds {len(keys)} keys, at most {MOST_KEYS} are of use; "
                "call netzbote keys rotate and take the old ones out"
            )
        if not keys:
            raise SettingsProblem(
                f"{PREFIX}ENCRYPTION_KEYS is not set; make a key with: netzbote keys new"
            )
        return keys

    def database(self) -> str:
        """Return the database's address. Raises SettingsProblem if its file cannot be read."""
        if self.database_url_file:
            return _content("DATABASE_URL_FILE", self.database_url_file).strip()
        return self.database_url

    def erasures(self) -> Erasures | None:
        """Return the journal of erasures, if one is kept."""
        return Erasures(self.erasures_file, system_clock) if self.erasures_file else None

    def token(self) -> str:
        """Return the bot token. Raises SettingsProblem if there is none."""
        text = self.bot_token.get_secret_value() if self.bot_token else ""
        if not text and self.bot_token_file:
            text = _content("BOT_TOKEN_FILE", self.bot_token_file).strip()
        if not text:
            raise SettingsProblem(f"{PREFIX}BOT_TOKEN is not set; @BotFather gives you one")
        if not looks_like_a_token(text):
            raise SettingsProblem(f"{PREFIX}BOT_TOKEN is no token; it looks like 123456:ABC-DEF")
        return text

    def secret(self) -> str:
        """Return the webhook's secret: the one that is set, else one made from the token."""
        if self.webhook_secret:
            secret = self.webhook_secret.get_secret_value()
            if not _SECRET.fullmatch(secret):
                raise SettingsProblem(
                    f"{PREFIX}WEBHOOK_SECRET takes 16 to 256 letters, digits, _ and -"
                )
            return secret
        return hashlib.sha256(f"netzbote webhook {self.token()}".encode()).hexdigest()

    def webhook(self) -> str:
        """Return the webhook's address, empty for polling. Raises SettingsProblem."""
        if self.webhook_url and not self.listen:
            raise SettingsProblem(f"{PREFIX}WEBHOOK_URL needs {PREFIX}LISTEN, as 0.0.0.0:8080")
        if self.webhook_url and not self.webhook_url.endswith("/telegram"):
            raise SettingsProblem(f"{PREFIX}WEBHOOK_URL must end in /telegram")
        # A Bot API server of one's own may call any address.
        if self.webhook_url and self.bot_api_url == TELEGRAM:
            why = never_called(self.webhook_url)
            if why:
                raise SettingsProblem(f"{PREFIX}WEBHOOK_URL {why}")
        return self.webhook_url

    def address(self) -> tuple[str, int] | None:
        """Return host and port to listen on. Raises SettingsProblem if malformed."""
        if not self.listen:
            return None
        host, _, port = self.listen.rpartition(":")
        if not re.fullmatch(r"[0-9]{1,5}", port) or int(port) > 65535 or not _HOST.fullmatch(host):
            raise SettingsProblem(f"{PREFIX}LISTEN is {self.listen!r}; write HOST:PORT")
        return host or "127.0.0.1", int(port)

    def load_network(self) -> Network:
        """Return the network. Raises SettingsProblem with the file's first mistake."""
        try:
            network = load(self.network)
            return replace(network, timezone=self.timezone) if self.timezone else network
        except NetworkFileError as error:
            raise SettingsProblem(str(error)) from error
        except ValueError as error:
            raise SettingsProblem(f"{PREFIX}TIMEZONE: {error}") from error


def looks_like_a_token(text: str) -> bool:
    """Return whether it may be a bot token."""
    return _TOKEN.fullmatch(text) is not None


def _content(name: str, path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise SettingsProblem(f"{PREFIX}{name}: cannot read {path}: {why(error, path)}") from error
    if len(content) > MOST_BYTES:
        raise SettingsProblem(f"{PREFIX}{name}: {path} is larger than {MOST_BYTES // 1000} kB")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SettingsProblem(f"{PREFIX}{name}: {path} is not UTF-8") from None


def read(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings. Raises SettingsProblem: one line that names the first wrong one."""
    for name in sorted(environment):
        if name.startswith(PREFIX) and name not in _known(environment):
            raise SettingsProblem(f"{name} is no setting; {_remedy(name)}")
    path = settings_file(environment)
    env_file.check(path, must_be_there=bool(environment.get(NAMED)))
    try:
        return Settings(_env_file=path)
    except ValidationError as error:
        raise SettingsProblem(_first(error)) from None  # what was typed may hold a secret


def names() -> tuple[str, ...]:
    """Return the names of all settings, as in the environment."""
    return tuple(f"{PREFIX}{name.upper()}" for name in Settings.model_fields)


def _known(environment: Mapping[str, str]) -> frozenset[str]:
    hooked = environment.get(TEST_HOOKS) == "1"
    return frozenset(names()) | ({TEST_HOOKS, FAILPOINT} if hooked else set())


def _remedy(name: str) -> str:
    close = difflib.get_close_matches(name, names(), n=1, cutoff=0.8)
    return f"did you mean {close[0]}?" if close else "see: netzbote settings"


def _first(error: ValidationError) -> str:
    mistake = error.errors(include_url=False, include_input=False)[0]
    name = str(mistake["loc"][0]).upper().removeprefix(PREFIX)
    if mistake["type"] == "extra_forbidden":
        return f"{PREFIX}{name} is no setting; {_remedy(PREFIX + name)}"
    return f"{PREFIX}{name}: {mistake['msg'].removeprefix('Value error, ')}; see: netzbote settings"
