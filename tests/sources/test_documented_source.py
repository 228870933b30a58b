"""The source that docs/sources.md shows by example works as it stands there."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import structlog

from bot.sources.errors import SourceAnswerInvalid

if TYPE_CHECKING:
    from bot.sources.http import PoliteClient
    from tests.sources.conftest import Upstream

PAGE = Path(__file__).parents[2] / "docs" / "sources.md"
TODAY = date(2026, 8, 21)


def documented(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module in the page's first block of Python."""
    code = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)[0]
    path = folder / "lab_reports.py"
    path.write_text(code, "utf-8")
    spec = importlib.util.spec_from_file_location("lab_reports", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "lab_reports", module)
    spec.loader.exec_module(module)
    return module


async def test_the_example_is_a_source(
    upstream: Upstream, client: PoliteClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It brings what is good, tells in a line each what it leaves out, refuses what is no list."""
    unnamed = {"doi": 3, "name": "Of no id"}
    reports = [{"doi": "10.1000/1", "name": "A report", "on": "2026-08-20"}, unnamed, "x"]
    address = upstream.says("/reports.json", upstream.answer(json.dumps(reports).encode()))
    source = documented(tmp_path, monkeypatch).LabReports(client, address, today=lambda: TODAY)
    with structlog.testing.capture_logs() as logs:
        (paper,) = (await source.latest()).papers
    assert [(one["source"], one["item"], one["reason"]) for one in logs] == [
        ("lab", "no. 3", "not_an_object"),
        ("lab", "Of no id", "no_id"),
    ]
    assert (paper.ids, paper.title) == (("doi:10.1000/1",), "A report")
    assert (paper.source, paper.released) == ("lab", date(2026, 8, 20))
    upstream.says("/reports.json", upstream.answer(b"{}"))
    with pytest.raises(SourceAnswerInvalid):
        await source.latest()
