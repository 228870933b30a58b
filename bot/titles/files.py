"""The index's folder: how it is written whole or not at all, and read back mapped.

Rules:

- ``manifest.json`` names the format, its version, and every file of one generation with its size
  and CRC-32. The files stand in a subfolder of their own for each generation. A save writes a new
  generation, then replaces the manifest in one step, then removes the older ones: whoever reads
  sees the old index or the new one.
- Load checks everything that the manifest says, and that the arrays fit each other, before
  anything is answered from them. What fails is an `IndexFolderError`.
- Arrays are ``.npy`` files, never pickled; the vocabulary is UTF-8, a word a line, sorted.
- A folder with other things in it is not written to.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final, cast
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.titles.arrays import Arrays
from bot.titles.errors import IndexFolderError
from bot.titles.tidying import give_back

if TYPE_CHECKING:
    from pathlib import Path

FORMAT: Final = "paperboy-titles"
VERSION: Final = 4
MANIFEST: Final = "manifest.json"
VOCABULARY: Final = "vocabulary.txt"
_REMEDY: Final = "remove it and build the index anew"
_GENERATION: Final = "generation-"
_GENERATION_NAME: Final = re.compile(_GENERATION + "[0-9a-f]+")
_CHUNK: Final = 1 << 20
_DTYPES: Final = {
    "heads": np.dtype(np.uint8),
    "ids": np.dtype(np.uint8),
    "masses": np.dtype(np.float32),
    "popularity": np.dtype(np.float32),
    "words": np.dtype(np.uint16),
    "words_high": np.dtype(np.uint8),
}
_ARRAYS: Final = tuple(field.name for field in fields(Arrays) if field.name != "vocabulary")


def save(
    folder: Path, arrays: Arrays, popularity: NDArray[np.float32], arrivals: int, stamp: str
) -> None:
    """Write one generation and make it the folder's."""
    folder.mkdir(parents=True, exist_ok=True)
    strangers = [
        path.name
        for path in folder.iterdir()
        if path.name not in (MANIFEST, MANIFEST + ".new") and not path.name.startswith(_GENERATION)
    ]
    if strangers:
        raise IndexFolderError(
            folder, f"holds other things ({min(strangers)})", "choose an empty folder"
        )
    generation = folder / f"{_GENERATION}{secrets.token_hex(8)}"
    generation.mkdir()
    try:
        _write(folder, generation, replace(arrays, popularity=popularity), arrivals, stamp)
    except Exception:  # on a full disk nothing may stay that fills it further
        shutil.rmtree(generation, ignore_errors=True)
        raise
    for path in folder.iterdir():
        if path.name.startswith(_GENERATION) and path != generation:
            shutil.rmtree(path, ignore_errors=True)


def _write(folder: Path, generation: Path, arrays: Arrays, arrivals: int, stamp: str) -> None:
    """Write a generation's files, then the manifest that names them."""
    for name in _ARRAYS:
        with (generation / f"{name}.npy").open("wb") as file:
            np.save(file, getattr(arrays, name), allow_pickle=False)
            _sync(file)
    with (generation / VOCABULARY).open("wb") as file:
        file.write("\n".join(arrays.vocabulary).encode())
        _sync(file)
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "generation": generation.name,
        "titles": len(arrays.offsets) - 1,
        "arrivals": arrivals,
        "stamp": stamp,
        "files": {
            path.name: [path.stat().st_size, _checksum(path)]
            for path in sorted(generation.iterdir())
        },
    }
    fresh = folder / (MANIFEST + ".new")
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(manifest, file, indent=1)
        _sync(file)
    fresh.replace(folder / MANIFEST)


def load(folder: Path) -> tuple[Arrays, int, str]:
    """Return the folder's arrays, mapped, how many titles had ever arrived, and its stamp."""
    try:
        return _read(folder)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise IndexFolderError(folder, f"is no whole title index ({error})", _REMEDY) from error


def _read(folder: Path) -> tuple[Arrays, int, str]:
    manifest = _manifest(folder)
    generation = folder / manifest["generation"]
    for name, (size, checksum) in manifest["files"].items():
        path = generation / name
        if path.stat().st_size != size or _checksum(path) != checksum:
            raise IndexFolderError(folder, f"{name} is damaged", _REMEDY)
    arrays = Arrays(
        vocabulary=_vocabulary(generation / VOCABULARY),
        **{name: _array(generation / f"{name}.npy") for name in _ARRAYS},
    )
    give_back()
    if not _fits(arrays, manifest["titles"]):
        raise IndexFolderError(folder, "its files do not fit each other", _REMEDY)
    return arrays, int(manifest["arrivals"]), str(manifest["stamp"])


def _vocabulary(path: Path) -> list[str]:
    """Read the words, a few at a time: one long call would hold up every other thread."""
    words: list[str] = []
    with path.open("rb") as file:
        while lines := file.readlines(_CHUNK >> 4):
            words += b"".join(lines).decode().removesuffix("\n").split("\n")
    return words


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    if not path.is_file():
        raise IndexFolderError(folder, "holds no title index", "build it and save it there")
    content: object = json.loads(path.read_text("utf-8"))
    if not isinstance(content, dict):
        raise IndexFolderError(folder, "is not a title index", "choose another folder")
    manifest = cast("dict[str, Any]", content)
    if manifest.get("format") != FORMAT:
        raise IndexFolderError(folder, "is not a title index", "choose another folder")
    if manifest.get("version") != VERSION:
        version = manifest.get("version")
        raise IndexFolderError(folder, f"has version {version}, not {VERSION}", _REMEDY)
    generation = manifest["generation"]
    expected = {VOCABULARY, *(f"{name}.npy" for name in _ARRAYS)}
    if not _GENERATION_NAME.fullmatch(generation) or set(manifest["files"]) != expected:
        raise IndexFolderError(folder, "names files that no index has", _REMEDY)
    return manifest


def _array(path: Path) -> NDArray[Any]:
    mode = "c" if path.stem == "popularity" else "r"
    array: NDArray[Any] = np.load(path, mmap_mode=mode, allow_pickle=False)
    if array.ndim != 1 or array.dtype != _DTYPES.get(path.stem, np.dtype(np.uint32)):
        raise ValueError(f"{path.name} holds {array.dtype}")
    return np.asarray(array) if array.size else np.array(array)


def _fits(arrays: Arrays, titles: int) -> bool:
    places = (
        arrays.heads,
        arrays.spellings,
        arrays.masses,
        arrays.popularity,
        arrays.arrivals,
        arrays.id_rows,
    )
    return (
        all(len(array) == titles for array in places)
        and len(arrays.offsets) == len(arrays.id_offsets) == titles + 1
        and len(arrays.starts) == len(arrays.vocabulary) + 1
        and int(arrays.offsets[-1]) == len(arrays.words) == len(arrays.words_high)
        and int(arrays.id_offsets[-1]) == len(arrays.ids)
        and int(arrays.starts[-1]) == len(arrays.postings)
    )


def _checksum(path: Path) -> int:
    checksum = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            checksum = crc32(chunk, checksum)
    return checksum


def _sync(file: Any) -> None:
    file.flush()
    os.fsync(file.fileno())
