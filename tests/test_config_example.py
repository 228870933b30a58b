"""config.example.toml: every key with its default, commented out where there is none."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.config import Settings, load

EXAMPLE = Path(__file__).parents[1] / "config.example.toml"
TEXT = EXAMPLE.read_text("utf-8")
SECTIONS = {
    name: field.annotation
    for name, field in Settings.model_fields.items()
    if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel)
}
KEYS = [
    (section, key, field.get_default())
    for section, model in SECTIONS.items()
    for key, field in model.model_fields.items()
]


def section_text(section: str) -> str:
    """Return what stands under a section's head."""
    return TEXT.split(f"[{section}]\n", 1)[1].split("\n[", 1)[0]


def test_every_section_is_there() -> None:
    """And only the token is set elsewhere."""
    assert set(Settings.model_fields) == {*SECTIONS, "token"}
    assert re.findall(r"^\[(\w+)\]$", TEXT, re.MULTILINE) == list(SECTIONS)


@pytest.mark.parametrize(("section", "key", "default"), KEYS, ids=str)
def test_every_key_stands_with_its_default(section: str, key: str, default: object) -> None:
    """Commented out where nothing is the default."""
    written = tomllib.loads(TEXT)[section]
    if default is None:
        assert key not in written
        assert re.search(rf"^# {key} = .+$", section_text(section), re.MULTILINE)
    else:
        assert written[key] == (str(default) if isinstance(default, Path) else default)


@pytest.mark.parametrize(("section", "key"), [(one, key) for one, key, _ in KEYS])
def test_every_key_is_explained(section: str, key: str) -> None:
    """A sentence stands above it."""
    lines = section_text(section).splitlines()
    at = next(i for i, line in enumerate(lines) if re.match(rf"(# )?{key} = ", line))
    assert at > 0
    assert lines[at - 1].startswith("# ")


def test_no_key_is_named_that_is_none() -> None:
    """Also none that is commented out."""
    for section in SECTIONS:
        named = re.findall(r"^(?:# )?(\w+) = ", section_text(section), re.MULTILINE)
        assert named == [key for one, key, _ in KEYS if one == section]


def test_the_example_is_the_defaults() -> None:
    """It loads as it is."""
    assert load(EXAMPLE).model_dump() == Settings().model_dump()
