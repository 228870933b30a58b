"""Makes Paperboy and what its tests share with benchmarks importable, by being imported first."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED_DAYS = ROOT / ".." / "shared" / "data" / "hf_daily"

sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "wire"), str(ROOT / "tests" / "titles")]
