"""The library's network, without a network: requests go straight to the stand-in."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from standin.telegram import Telegram
from standin.world.faults import Answer, Ending, refused
from standin.world.files import UploadedFile
from standin.world.refusals import RefusedError


class InProcessRequest(BaseRequest):
    """Hands each request of python-telegram-bot to a stand-in in the same process.

    A hanging connection is a timeout at once: nobody wants to wait in a test.
    """

    def __init__(self, telegram: Telegram, read_timeout: float = 5.0) -> None:
        self._telegram = telegram
        self._read_timeout = read_timeout

    async def initialize(self) -> None:
        """Do nothing: there is nothing to connect to."""

    async def shutdown(self) -> None:
        """Do nothing: there is nothing to close."""

    @property
    def read_timeout(self) -> float:
        """Return the time the library thinks we wait for an answer, in seconds."""
        return self._read_timeout

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 - the library's signature
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - likewise
        write_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - likewise
        connect_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - likewise
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - likewise
    ) -> tuple[int, bytes]:
        """Return status and payload; raise what a lost connection raises."""
        path = unquote(urlsplit(url).path)
        if path.startswith("/file/bot"):
            return self._download(path.removeprefix("/file/bot"))
        token, _, name = path.removeprefix("/bot").partition("/")
        values = request_data.json_parameters if request_data else {}
        return _ended(await self._telegram.call(token, name, values, _files(request_data)))

    def _download(self, path: str) -> tuple[int, bytes]:
        token, _, name = path.partition("/")
        try:
            return 200, self._telegram.download(token, name).content
        except RefusedError as error:
            answer = refused(error)
            return answer.status, answer.payload


def _files(request_data: RequestData | None) -> dict[str, UploadedFile]:
    if request_data is None or not request_data.contains_files:
        return {}
    files = {}
    for name, (file_name, content, media_type) in request_data.multipart_data.items():
        raw = content if isinstance(content, bytes) else content.read()
        files[name] = UploadedFile(file_name, raw, media_type)
    return files


def _ended(answer: Answer) -> tuple[int, bytes]:
    match answer.ending:
        case Ending.HANGING:
            raise TimedOut("Timed out") from TimeoutError("the answer never came")
        case Ending.RESET:
            raise NetworkError("Connection reset") from ConnectionResetError("in process")
    return answer.status, answer.payload
