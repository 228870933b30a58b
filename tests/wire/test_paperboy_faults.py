"""Every fault of the table, on the real process: each row is one test, and its columns are compared
as they stand there.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from discord_loopback import DiscordServer
from fault_scene import Columns, Scene
from fault_table import FAULTS, Fault
from papers_site import PapersSite


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
async def test_a_fault(site: PapersSite, database: Path, fault: Fault) -> None:
    """While it lasts and once it is mended, readers, whoever may mend it and the ledger are as the
    row says.
    """
    async with DiscordServer(fault.settings) as server, Scene.of(server, site, database) as scene:
        scene.program = fault.program
        await fault.sets(scene)
        await scene.start()
        await scene.ledger_is(fault.ledger)
        if fault.asks is not None:
            await fault.asks(scene)
        broken = Columns(fault.seen, fault.told, fault.ledger)
        await scene.looks_like(broken)
        mended = fault.mended
        if mended is not None:
            await mended.by(scene)
            told = (*fault.told, *mended.told)
            broken = replace(broken, seen=mended.seen, told=told, ledger=mended.ledger)
            await scene.looks_like(broken)
        assert await scene.bot.stop() == 0
        await scene.looks_like(broken)
        attempts = [scene.attempts(place) for place in scene.places]
        assert fault.attempts is None or fault.attempts == tuple(map(len, attempts))
        if fault.waits:
            first, second, *_ = attempts[0]
            assert second - first >= fault.waits
