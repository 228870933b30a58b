"""The bundled papers: real ones of many fields and years, for a demo that needs no network.

`PAPERS` has the very shape of Hugging Face's ``GET /api/daily_papers``, so the demo reads it
through the same parser as the real source. Ids, titles, authors, dates, links and counts are facts
(counts as recorded on 21 August 2026, 0 where none were recorded); every `summary` is written by
this project's authors, in words of their own: it is no abstract (`world.read_papers` says so), and
there is no ``ai_summary``. A paper that never
was on Hugging Face's daily page carries the day it came out as its ``submittedOnDailyAt``.
`THUMBNAILS` holds small pictures drawn by code, each named after its paper's id; the papers name
them as media under a reserved host, so that nothing is ever fetched. `READING_LIST` is the list
that the demo has to browse, by the name of `LIST`: some of them and older works, facts only.
"""

from __future__ import annotations

from pathlib import Path

PAPERS = Path(__file__).with_name("papers.json")
LIST = "Classics"
READING_LIST = Path(__file__).with_name("reading_list.bib")
THUMBNAILS = Path(__file__).with_name("thumbnails")
