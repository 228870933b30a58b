"""Whether a `CancelledError` is meant for whoever catches it.

What is awaited may have been cancelled by itself (a connection that is taken down under a request):
then the error comes without anybody having asked this task to end.
"""

from __future__ import annotations

import asyncio


def is_cancelled() -> bool:
    """Say whether somebody asked the running task to end."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
