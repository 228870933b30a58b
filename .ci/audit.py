"""Looks up the packages of the given lock files among the known vulnerabilities.

    python .ci/audit.py requirements-dev.lock …

Known vulnerabilities fail. A service that cannot be reached does not: it is said that nothing was
audited, since a machine without a network has to be able to run `make lint`. A package that the
service does not know was not audited either: those are counted, and when it knows none at all, as
behind a mirror that has no such service, that is said in the same words.
"""

from __future__ import annotations

import json
import subprocess
import sys

UNREACHABLE = (
    "ConnectionError",
    "ConnectTimeout",
    "Could not connect to",
    "ProxyError",
    "ReadTimeout",
    "SSLError",
)
"""How pip-audit's last words name a service that it could not reach."""


def main(lock_files: list[str]) -> int:
    """Audit each file and return the exit code: 1 for vulnerabilities or an audit that broke."""
    return max([audit(lock_file) for lock_file in lock_files])


def audit(lock_file: str) -> int:
    """Audit one lock file, say what was found, and return 0 or 1."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", lock_file]
    options = ["--disable-pip", "--require-hashes", "--progress-spinner=off", "--format=json"]
    cache = [f"--cache-dir={sys.prefix}/cache/pip-audit"]  # a home may be missing or read-only
    done = subprocess.run([*command, *options, *cache], capture_output=True, text=True, check=False)
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        last_words = (done.stderr.strip() or "no answer").splitlines()[-1]
        if any(name in last_words for name in UNREACHABLE):
            print(f"{lock_file}: NOT AUDITED, the vulnerability service cannot be reached")
            return 0
        print(done.stderr, file=sys.stderr)
        return 1
    vulnerable = [package for package in packages if package.get("vulns")]
    for package in vulnerable:
        for found in package["vulns"]:
            fixed = ", ".join(found["fix_versions"]) or "no version yet"
            print(f"{package['name']} {package['version']}: {found['id']}, fixed in {fixed}")
    unknown = sum("skip_reason" in package for package in packages)
    if unknown == len(packages):
        print(f"{lock_file}: NOT AUDITED, the vulnerability service knows none of its packages")
        return 0
    print(
        f"{lock_file}: {len(packages) - unknown} packages audited, {len(vulnerable)} vulnerable, "
        f"{unknown} unknown to the vulnerability service"
    )
    return 1 if vulnerable or done.returncode not in (0, 1) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
