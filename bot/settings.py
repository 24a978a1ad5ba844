"""What can be set, with its default and its meaning; the bot does not start if one is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, PositiveFloat, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.network_file import NetworkFileError, load
from domain.network import Network

PREFIX = "NETZBOTE_"
TELEGRAM = "https://api.telegram.org"


class SettingsProblem(ValueError):
    """A setting is missing, unknown or wrong; the message is one line and says what to do."""


class Settings(BaseSettings):
    """Read from the environment and from `.env` in the working folder."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", extra="forbid", env_ignore_empty=True
    )

    bot_token: SecretStr | None = Field(None, description="Bot token from @BotFather.")
    bot_token_file: Path | None = Field(None, description="File that holds the bot token.")
    bot_api_url: str = Field(TELEGRAM, description="Where the Bot API is.")
    database_url: str = Field(
        "sqlite:///data/netzbote.db",
        description="Where the data live: SQLite, or postgresql+psycopg:// for several replicas.",
    )
    network: str = Field(
        "rhein-kreis-neuss", description="The network's file: a path or the name of a shipped one."
    )
    encryption_keys: Annotated[SecretStr | None, NoDecode] = Field(
        None, description="Keys for the data, newest first, separated by commas (keys new)."
    )
    encryption_keys_file: Path | None = Field(
        None, description="File that holds the keys, one a line, newest first."
    )
    webhook_url: str = Field("", description="Public address of /telegram; empty: polling.")
    webhook_secret: SecretStr | None = Field(None, description="Secret that Telegram sends along.")
    listen: str = Field(
        "", description="Address for webhook, health and metrics: HOST:PORT; empty: none."
    )
    messages_per_second: PositiveFloat = Field(
        28, le=1000, description="Outgoing messages, all chats together."
    )
    timezone: str = Field("", description="Time zone of all dates; empty: as the network says.")
    log_format: Literal["console", "json"] = Field("console", description="Form of the log.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="Least important level that is logged."
    )

    def keys(self) -> list[str]:
        """Return the encryption keys, newest first. Raises SettingsProblem if there is none."""
        text = self.encryption_keys.get_secret_value() if self.encryption_keys else ""
        if not text and self.encryption_keys_file:
            text = _content("ENCRYPTION_KEYS_FILE", self.encryption_keys_file)
        keys = [key.strip() for key in text.replace("\n", ",").split(",") if key.strip()]
        if not keys:
            raise SettingsProblem(
                f"{PREFIX}ENCRYPTION_KEYS is not set; make a key with: netzbote keys new"
            )
        return keys

    def token(self) -> str:
        """Return the bot token. Raises SettingsProblem if there is none."""
        text = self.bot_token.get_secret_value() if self.bot_token else ""
        if not text and self.bot_token_file:
            text = _content("BOT_TOKEN_FILE", self.bot_token_file).strip()
        if not text:
            raise SettingsProblem(f"{PREFIX}BOT_TOKEN is not set; @BotFather gives you one")
        return text

    def address(self) -> tuple[str, int] | None:
        """Return host and port to listen on. Raises SettingsProblem if malformed."""
        if not self.listen:
            return None
        host, _, port = self.listen.rpartition(":")
        if not port.isdigit() or not 0 <= int(port) <= 65535:
            raise SettingsProblem(f"{PREFIX}LISTEN is {self.listen!r}; write HOST:PORT")
        return host or "127.0.0.1", int(port)

    def load_network(self) -> Network:
        """Return the network. Raises SettingsProblem with the file's first mistake."""
        try:
            return load(self.network)
        except NetworkFileError as error:
            raise SettingsProblem(str(error)) from error


def _content(name: str, path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise SettingsProblem(f"{PREFIX}{name}: cannot read {path}: {error.strerror}") from error


def read() -> Settings:
    """Return the settings. Raises SettingsProblem: one line that names the first wrong one."""
    try:
        settings = Settings()
    except ValidationError as error:
        raise SettingsProblem(_first(error)) from error
    return settings


def _first(error: ValidationError) -> str:
    mistake = error.errors(include_url=False, include_input=False)[0]
    name = str(mistake["loc"][0]).upper().removeprefix(PREFIX)
    if mistake["type"] == "extra_forbidden":
        return f"{PREFIX}{name} is no setting; see: netzbote settings"
    return f"{PREFIX}{name}: {mistake['msg']}; see: netzbote settings"
