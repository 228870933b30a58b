"""What every test shares: hypothesis without deadlines, for machines are noisy; and nobody on the
network is trusted, for tests reach loopback only, and to read a machine's list of whom to trust
takes every HTTP client 20 ms.
"""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import settings

settings.register_profile("dev", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

os.environ["SSL_CERT_DIR"] = str(Path(__file__).parent)
