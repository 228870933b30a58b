"""Text fit to read, measured: every real title and abstract through `bot.sources.text`.

Rules: the texts are all titles, all recorded days and what other sources' recorded answers hold, as
they came. None may raise; at most 0.5 % may still show a backslash or a bare dollar, and those are
listed in ``build/texts_left.txt``, money among them. The time is the processor's for one text, and
the ratio is to `pylatexenc` alone with its defaults over the same texts, in the same run. Where the
data are not at hand the titles are those of the tests.
"""

from __future__ import annotations

import json
import logging
import re
import time
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from _paths import ROOT, SHARED_DAYS
from _titles_data import real_lines
from _wire import Promises
from pylatexenc.latex2text import (  # pyright: ignore[reportMissingTypeStubs] - untyped package
    LatexNodes2Text,
)

from bot.sources.text import clean_abstract, clean_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MOST_LEFT = 0.005
EVERY = 40  # which of the texts are given to the peer, too
FIXTURES = SHARED_DAYS.parent / "fixtures"
BUNDLED = ROOT / "tests" / "titles" / "real_titles.txt"
LEFT = ROOT / "build" / "texts_left.txt"
IN_JSON = re.compile(r'"(title|abstract|summary)": ?"((?:[^"\\]|\\.)*)"')

Texts = tuple[list[str], list[str]]


def read_texts() -> Texts:
    """Return titles and abstracts."""
    lines = real_lines()
    if lines is None:
        return BUNDLED.read_text("utf-8").splitlines(), []
    titles, abstracts = [line.split("\t")[1] for line in lines], list[str]()
    for file in sorted(SHARED_DAYS.glob("*.json")):
        for item in json.loads(file.read_bytes()):
            titles.append(item["paper"]["title"])
            abstracts.append(item["paper"]["summary"])
    for file in sorted(FIXTURES.rglob("*")):
        for kind, text in told(file):
            (titles if kind == "title" else abstracts).append(text)
    return titles, abstracts


def told(file: Path) -> Iterator[tuple[str, str]]:
    """Yield what a recorded answer calls a title, an abstract or a summary."""
    if file.suffix not in {".json", ".xml", ".yaml"}:
        return
    whole = file.read_text("utf-8", "replace")
    if file.suffix == ".json" and '"body"' in whole[:2_000]:
        whole = str(json.loads(whole)["body"])
    if whole.lstrip().startswith("<"):
        try:
            elements = ET.fromstring(whole).iter()  # noqa: S314 - recorded answers
        except ET.ParseError:
            return
        for element in elements:
            name = element.tag.rpartition("}")[2]
            if name in {"title", "summary", "description"} and element.text:
                yield name, element.text
        return
    for match in IN_JSON.finditer(whole):
        try:
            yield match[1], str(json.loads(f'"{match[2]}"', strict=False))
        except ValueError:  # a text that YAML broke into lines in the middle of a letter
            continue


def measured(texts: list[str], clean: Callable[[str], str]) -> tuple[list[str], int, float]:
    """Return what came out, how many raised, and the seconds of all."""
    cleaned: list[str] = []
    raised = 0
    began = time.process_time()
    for text in texts:
        try:
            cleaned.append(clean(text))
        except Exception:  # noqa: BLE001 - what raises is what is counted
            raised += 1
    return cleaned, raised, time.process_time() - began


def ratio(texts: list[str], clean: Callable[[str], str]) -> tuple[float, int]:
    """Return how long the peer takes for the texts of ours, and how many it raised on."""
    alone = LatexNodes2Text()
    seconds = measured(texts, clean)[2]
    _, raised, peers = measured(texts, lambda text: str(alone.latex_to_text(text)))
    return peers / seconds, raised


def main() -> None:
    """Clean everything and print the rows."""
    logging.disable(logging.ERROR)  # pylatexenc tells of every malformed text
    promises = Promises()
    titles, abstracts = read_texts()
    left: list[str] = []
    count = raised = 0
    for what, texts, clean in (
        ("titles", titles, clean_title),
        ("abstracts", abstracts, clean_abstract),
    ):
        if not texts:
            continue
        cleaned, faults, seconds = measured(texts, clean)
        kept = [text for text in cleaned if "\\" in text or "$" in text]
        left += kept
        count += len(texts)
        raised += faults
        each = seconds / len(texts) * 1e6
        promises.row(f"time of one of {len(texts):,} {what}", f"{each:,.0f} µs of processor")
        times, peers = ratio(texts[::EVERY], clean)
        promises.row(f"  pylatexenc alone / ours, {what}", f"{times:.1f} × ({peers} raised)")
    LEFT.parent.mkdir(exist_ok=True)
    LEFT.write_text("".join(f"{text}\n" for text in left), "utf-8")
    promises.row("texts that raise", str(raised), "0", kept=raised == 0)
    share = len(left) / count
    figure = f"{len(left)} of {count:,}: {share:.3%}, in {LEFT.relative_to(ROOT)}"
    promises.row(
        "texts that keep a backslash or dollar", figure, "≤ 0.5 %", kept=share <= MOST_LEFT
    )
    promises.leave()


if __name__ == "__main__":
    main()
