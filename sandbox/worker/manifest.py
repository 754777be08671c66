"""Which files make the worker, and their digest: the host refuses a worker that is not its own version."""

from __future__ import annotations

import hashlib
from pathlib import Path

# Relative to the package's root. An image holds exactly these files of ours.
WORKER_FILES: tuple[str, ...] = (
    "problems/__init__.py",
    "problems/kit.py",
    "problems/values.py",
    "sandbox/__init__.py",
    "sandbox/decode.py",
    "sandbox/encode.py",
    "sandbox/wire.py",
    "sandbox/worker/__init__.py",
    "sandbox/worker/__main__.py",
    "sandbox/worker/child.py",
    "sandbox/worker/cuda.py",
    "sandbox/worker/hugepages.py",
    "sandbox/worker/job.py",
    "sandbox/worker/loader.py",
    "sandbox/worker/manifest.py",
    "sandbox/worker/nursery.py",
    "sandbox/worker/prepared.py",
    "sandbox/worker/scrub.py",
    "sandbox/worker/simulated.py",
    "sandbox/worker/simulated_places.py",
    "sandbox/worker/simulated_rules.py",
    "sandbox/worker/simulated_surface.py",
    "sandbox/worker/state.py",
    "sandbox/worker/supervisor.py",
    "sandbox/worker/tensors.py",
)


def package_root() -> Path:
    """Return the folder that the manifest's names are relative to."""
    return Path(__file__).resolve().parents[2]


def worker_files() -> dict[str, bytes]:
    """Return the worker's files by name."""
    root = package_root()
    return {name: (root / name).read_bytes() for name in WORKER_FILES}


def worker_digest() -> str:
    """Return a SHA-256 over the names and bytes of the worker's files."""
    digest = hashlib.sha256()
    for name, data in worker_files().items():
        digest.update(f"{name} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()
