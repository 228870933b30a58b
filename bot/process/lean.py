"""Loading libraries without what they would like to have.

structlog takes rich for tracebacks, httpx takes rich, pygments and click for a command line of its
own, wherever they are installed; together some ten megabytes and 50 ms in a process that uses
neither. Both libraries are made to do without; this lets them.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator


@contextmanager
def without(name: str) -> Generator[None]:
    """Let `import name` fail within the block, unless the module is loaded already."""
    loaded = name in sys.modules
    if not loaded:
        sys.modules[name] = None  # type: ignore[assignment] - Python's own way to say "not here"
    try:
        yield
    finally:
        if not loaded:
            del sys.modules[name]
