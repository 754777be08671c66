"""What ``torchgrade image build`` does, and how a run finds the image that holds its own worker.

An image is chosen by the hash of the worker inside, never because it is the newest: a worker of another version would
speak another protocol, and the supervisor's greeting is checked against the same files again when a container starts.
"""

from __future__ import annotations

import contextlib
import os
import platform
import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path

from torchgrade.sandbox.image.build import (
    ImageBuildError,
    SandboxImage,
    build_image,
    download_wheels,
    list_images,
    prepare_context,
    requirements_text,
    worker_hash,
)
from torchgrade.sandbox.protocol import SandboxFailed
from torchgrade.sandbox.worker.manifest import worker_files

DEFAULT_BASE = "python:3.11-slim"
PYTHON = "3.11"  # what the wheels are for: the base must have the same
REPOSITORY = "torchgrade/worker"


def image_tag(device: str) -> str:
    """Return the name that an image with this version's worker gets."""
    return f"{REPOSITORY}:{worker_hash(worker_files())[:12]}-{device}"


def find_image(device: str = "cpu") -> SandboxImage | None:
    """Return the image that holds this version's worker, or None. Raises ImageBuildError when no engine answers."""
    wanted = worker_hash(worker_files())
    for image in list_images():
        if image.worker_hash == wanted and any(tag.endswith(f"-{device}") for tag in image.tags):
            return image
    return None


def ensure_image(device: str = "cpu") -> str:
    """Return the id of the image to run. Raises SandboxFailed that says how to get one."""
    try:
        image = find_image(device)
    except ImageBuildError as error:
        raise SandboxFailed(str(error)) from error
    if image is None:
        option = "" if device == "cpu" else f" --device {device}"
        raise SandboxFailed(f"there is no image with this version's worker; run: torchgrade image build{option}")
    return image.image_id


def build(*, base: str = DEFAULT_BASE, wheels: Path | None = None, device: str = "cpu") -> SandboxImage:
    """Build the image for this version's worker and return it. Wheels that are not given are downloaded once and kept.

    torch and numpy are those installed here, so that both sides of a comparison come from the same code. Raises
    ImageBuildError.
    """
    torch, numpy = version("torch"), version("numpy")
    if device == "cuda" and wheels is None and torch.endswith("+cpu"):
        raise ImageBuildError(f"torch {torch} has no CUDA; give a folder with CUDA wheels: --wheels DIR")
    if wheels is not None and device == "cuda":
        torch = _torch_version_in(wheels)
    files = worker_files()
    cache = cache_folder()
    cache.mkdir(parents=True, exist_ok=True)
    wheels = wheels or _downloaded_wheels(cache, torch=torch, numpy=numpy)
    # Beside the wheels: linking them costs nothing, copying them from another disk would.
    with tempfile.TemporaryDirectory(dir=cache, prefix="context-") as folder:
        context = Path(folder) / "context"
        prepare_context(
            context, wheels=wheels, worker_files=files, requirements=requirements_text(torch=torch, numpy=numpy)
        )
        tag = image_tag(device)
        image_id = build_image(base=base, context=context, tag=tag, torch=torch, worker=worker_hash(files))
    return next(image for image in list_images() if image.image_id == image_id)


def cache_folder() -> Path:
    """Return where downloaded wheels are kept."""
    home = os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "torchgrade" / "image"


def _downloaded_wheels(cache: Path, *, torch: str, numpy: str) -> Path:
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(platform.machine().lower(), platform.machine())
    folder = cache / f"wheels-torch{torch}-numpy{numpy}-py{PYTHON}-{machine}"
    if folder.is_dir():
        return folder
    # Under another name until all is there: a download that was cut short must not be taken for a whole one.
    unfinished = Path(tempfile.mkdtemp(dir=cache, prefix="unfinished-"))
    try:
        download_wheels(unfinished, torch=torch, numpy=numpy, python=PYTHON, machine=machine)
        with contextlib.suppress(OSError):  # another build was quicker
            unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return folder


def _torch_version_in(wheels: Path) -> str:
    found = sorted(wheels.glob("torch-*.whl"))
    if not found:
        raise ImageBuildError(f"{wheels} holds no wheel of torch")
    return found[-1].name.split("-")[1]
