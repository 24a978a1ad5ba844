"""Files that went through: kept with an id, found again by id or path."""

from __future__ import annotations

from dataclasses import dataclass, field

from standin.world.refusals import RefusedError, bad_request, plain

LARGEST_UP = 50 * 2**20
LARGEST_PHOTO = 10 * 2**20
LARGEST_DOWN = 20 * 2**20
#: Width and height of a photo together, and how many times one may be the other.
LONGEST_SIDES, STEEPEST = 10_000, 20
IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file as it came with a call."""

    name: str
    content: bytes
    media_type: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Kept:
    """A file with the names Telegram gave it."""

    id: str
    path: str
    file: UploadedFile

    @property
    def body(self) -> dict[str, str | int]:
        """Return what every kind of file tells about itself."""
        return {
            "file_id": self.id,
            "file_unique_id": f"u{self.id}",
            "file_size": len(self.file.content),
        }


@dataclass(slots=True)
class Files:
    """All files of one bot."""

    kept: dict[str, Kept] = field(default_factory=dict)

    def keep(self, file: UploadedFile, folder: str) -> Kept:
        """Give a file an id and a path."""
        number = len(self.kept) + 1
        suffix = "." + file.name.rpartition(".")[2] if "." in file.name else ""
        kept = Kept(f"standin-{number:06}", f"{folder}/file_{number}{suffix}", file)
        self.kept[kept.id] = kept
        return kept

    def receive(self, given: UploadedFile | str | None, what: str) -> Kept:
        """Return what a call sends: a new file, or one known by its id."""
        if given is None:
            raise bad_request(f"there is no {what} in the request")
        if isinstance(given, str):
            return self._known(given)
        _check(given, what)
        return self.keep(given, f"{what}s")

    def _known(self, given: str) -> Kept:
        if given.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")
        if given not in self.kept:
            reason = "can't unserialize it. Wrong last symbol"
            raise bad_request(f"wrong remote file identifier specified: {reason}")
        return self.kept[given]

    def find(self, file_id: str) -> Kept:
        """Return the file that getFile asks for."""
        if not file_id:
            raise bad_request("file_id not specified")
        if file_id not in self.kept:
            raise bad_request("invalid file_id")
        if len(self.kept[file_id].file.content) > LARGEST_DOWN:
            raise bad_request("file is too big")
        return self.kept[file_id]

    def at(self, path: str) -> Kept:
        """Return the file at a path."""
        for kept in self.kept.values():
            if kept.path == path:
                return kept
        raise plain(404)


def _check(file: UploadedFile, what: str) -> None:
    refusal: RefusedError | None = None
    if not file.content:
        refusal = bad_request("file must be non-empty")
    elif len(file.content) > LARGEST_UP:
        refusal = plain(413)
    elif what == "photo" and len(file.content) > LARGEST_PHOTO:
        refusal = bad_request("file is too big")
    elif what == "photo" and not file.content.startswith(IMAGES):
        refusal = bad_request("IMAGE_PROCESS_FAILED")
    elif what == "photo" and not _shapely(*_size(file.content)):
        refusal = bad_request("PHOTO_INVALID_DIMENSIONS")
    if refusal:
        raise refusal


def _size(content: bytes) -> tuple[int, int]:
    """Return width and height of a PNG; those of other images are not looked at."""
    if not content.startswith(IMAGES[0]):
        return 1, 1
    return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])


def _shapely(width: int, height: int) -> bool:
    sides = sorted((width, height))
    return sum(sides) <= LONGEST_SIDES and sides[1] <= STEEPEST * sides[0]
