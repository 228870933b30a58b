"""The index's folder is whole and ours, or an error that says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.titles import IndexFolderError, TitleIndex

if TYPE_CHECKING:
    from collections.abc import Callable

REAL_TITLES = tuple(Path(__file__).with_name("real_titles.txt").read_text("utf-8").splitlines())
QUERIES = (*REAL_TITLES, "atention is all", "qlora", "deep", "", "???", "nothing of the sort")


def built() -> TitleIndex:
    """Make an index with additions and a discard, popularity and odd ids."""
    index = TitleIndex.build(
        ((f"id:{number}", title) for number, title in enumerate(REAL_TITLES)),
        popularity={"id:3": 7.0},
    )
    index.add("späť\ud800", "A Late Addition with a Strange Id", 2.0)
    index.discard("id:5")
    return index


def test_a_saved_index_answers_as_before(tmp_path: Path) -> None:
    """Loading what was saved gives the same answers to everything, also after changes."""
    index = built()
    index.save(tmp_path / "titles")
    loaded = TitleIndex.load(tmp_path / "titles")
    assert len(loaded) == len(index)
    for query in QUERIES:
        assert loaded.search(query) == index.search(query)
        assert loaded.complete(query) == index.complete(query)
        assert loaded.resolve(query) == index.resolve(query)
    loaded.add("id:0", "Something Else Entirely", 1.0)
    loaded.add("id:3", REAL_TITLES[3], 0.5)
    loaded.discard("id:1")
    loaded.save(tmp_path / "titles")
    again = TitleIndex.load(tmp_path / "titles")
    assert again.search("something else entirely") == loaded.search("something else entirely")
    assert again.complete("") == loaded.complete("")


def test_an_empty_index_can_be_saved(tmp_path: Path) -> None:
    """Nothing is saved and loaded as nothing, and takes additions."""
    TitleIndex.build(()).save(tmp_path)
    index = TitleIndex.load(tmp_path)
    assert len(index) == 0
    index.add("1", "Segment Anything")
    assert index.search("segment")[0].paper_id == "1"


def test_a_save_leaves_one_generation(tmp_path: Path) -> None:
    """What a save replaces is removed."""
    for _ in range(3):
        built().save(tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_save_cut_short_leaves_the_old_index(tmp_path: Path) -> None:
    """A generation that no manifest names, as a crash leaves it, harms nobody and goes."""
    built().save(tmp_path)
    unfinished = tmp_path / "generation-00ff"
    unfinished.mkdir()
    (unfinished / "words.npy").write_bytes(b"half")
    assert TitleIndex.load(tmp_path).search("segment anything")
    built().save(tmp_path)
    assert not unfinished.exists()


@pytest.mark.parametrize("name", ["words.npy", "vocabulary.txt", "popularity.npy", "ids.npy"])
@pytest.mark.parametrize("harm", ["flip", "cut", "remove"])
def test_a_damaged_file_is_an_error(tmp_path: Path, name: str, harm: str) -> None:
    """One changed bit, a shorter file or a missing one is noticed before anything is answered."""
    built().save(tmp_path)
    path = next(tmp_path.glob(f"generation-*/{name}"))
    content = bytearray(path.read_bytes())
    if harm == "flip":
        content[-1] ^= 1
        path.write_bytes(content)
    elif harm == "cut":
        path.write_bytes(content[:-1])
    else:
        path.unlink()
    with pytest.raises(IndexFolderError) as caught:
        TitleIndex.load(tmp_path)
    assert caught.value.path == tmp_path
    assert "build the index anew" in caught.value.remedy


def manifest(change: Callable[[dict[str, object]], object]) -> Callable[[Path], None]:
    """Return what changes a folder's manifest so."""

    def edit(folder: Path) -> None:
        path = folder / "manifest.json"
        content = json.loads(path.read_text("utf-8"))
        change(content)
        path.write_text(json.dumps(content), "utf-8")

    return edit


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        (manifest(lambda content: content.update(version=99)), "version 99"),
        (manifest(lambda content: content.update(format="other")), "is not a title index"),
        (manifest(lambda content: content.update(generation="../elsewhere")), "no index has"),
        (manifest(lambda content: content.update(files={})), "no index has"),
        (manifest(lambda content: content.update(titles=1)), "do not fit"),
        (manifest(lambda content: content.pop("generation")), "no whole title index"),
        (lambda folder: (folder / "manifest.json").write_text("{"), "no whole title index"),
        (lambda folder: (folder / "manifest.json").write_bytes(b"\xff"), "no whole title index"),
        (lambda folder: (folder / "manifest.json").write_text("[]"), "is not a title index"),
        (lambda folder: (folder / "manifest.json").unlink(), "holds no title index"),
    ],
)
def test_a_foreign_manifest_is_an_error(
    tmp_path: Path, harm: Callable[[Path], object], reason: str
) -> None:
    """Another version, another format and nonsense are told apart and refused."""
    built().save(tmp_path)
    harm(tmp_path)
    with pytest.raises(IndexFolderError, match=reason):
        TitleIndex.load(tmp_path)


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """An absent folder is told as such."""
    with pytest.raises(IndexFolderError, match="holds no title index"):
        TitleIndex.load(tmp_path / "nowhere")


def test_a_save_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    """On a disk that is full the old index stays, and no half of a new one."""
    index = built()
    index.save(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (600, limits[1]))
    try:
        with pytest.raises(OSError, match=r"written|too large"):
            index.save(tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert sorted(tmp_path.rglob("*")) == before
    assert len(TitleIndex.load(tmp_path)) == len(index)


def test_a_foreign_folder_is_not_written_to(tmp_path: Path) -> None:
    """A save among other things is refused and leaves them alone."""
    (tmp_path / "thesis.tex").write_text("years of work")
    with pytest.raises(IndexFolderError, match=r"thesis\.tex"):
        built().save(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.tex"]
