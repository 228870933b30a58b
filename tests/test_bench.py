"""`make bench` shows what its scripts say: even columns, what was not kept, how long each took."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parents[1] / ".ci" / "bench.py"
KEPT = 'print("what\\t1 ms\\t≤ 2 ms")'
BROKEN = (
    'print("a longer thing\\t3 ms\\t≤ 2 ms, NOT KEPT"); print("as it likes"); raise SystemExit(1)'
)


def bench(folder: Path, **scripts: str) -> tuple[int, list[str], str]:
    """Run these scripts; returns the exit code and what was printed."""
    for name, text in scripts.items():
        (folder / f"{name}.py").write_text(text, "utf-8")
    done = subprocess.run(
        (sys.executable, str(BENCH), str(folder)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout.splitlines(), done.stderr


def test_rows_are_even_while_they_come_and_in_the_table(tmp_path: Path) -> None:
    """A row whose promise is not kept begins with ✗, and its script is named at the end."""
    code, said, wrong = bench(tmp_path, a=KEPT, b=BROKEN, _c="raise SystemExit(1)")
    assert code == 1
    first = said.index(f"── {tmp_path / 'a.py'}")
    assert said[first + 1] == f"   {'what':58}  {'1 ms':62}  ≤ 2 ms"
    assert said[first + 3] == f"✗  {'a longer thing':58}  {'3 ms':62}  ≤ 2 ms, NOT KEPT"
    assert said[first + 4] == "as it likes"
    assert said[first + 6 : first + 9] == [
        "   measured        figure  promise",
        "   what            1 ms    ≤ 2 ms",
        "✗  a longer thing  3 ms    ≤ 2 ms, NOT KEPT",
    ]
    assert wrong == f"not kept: {tmp_path / 'b.py'} (exit code 1)\n"


def test_the_end_tells_how_long_each_script_took(tmp_path: Path) -> None:
    """And all of them together; 0 where everything was kept."""
    code, said, wrong = bench(tmp_path, a=KEPT, b="")
    assert (code, wrong) == (0, "")
    minutes = [line.split() for line in said[-3:]]
    assert [line[:3] for line in minutes[:2]] == [
        ["0.0", "min", str(tmp_path / name)] for name in ("a.py", "b.py")
    ]
    assert minutes[2][:3] == ["0.0", "min", "together,"]
