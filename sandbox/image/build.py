"""Build, list and remove the image that submissions run in.

Nothing is fetched while the image is built: the wheels are downloaded first, on the host, with the host's own pip
settings, and travel in the build context. So the same commands serve a laptop, a machine without a registry, and a GPU
server, which differs in its wheels only.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import docker
import requests
from docker.errors import APIError, BuildError, DockerException, ImageNotFound

DOCKERFILE = Path(__file__).with_name("Dockerfile")

IMAGE_LABEL = "torchgrade.image"  # `1` on an image to run, `build` on what a build leaves behind as a cache
TORCH_LABEL = "torchgrade.torch"
WORKER_LABEL = "torchgrade.worker"

ENTRY_POINT = "sandbox/worker/__main__.py"  # what the Dockerfile starts, below the package torchgrade

LOG_LINES_SHOWN = 40
ENGINE_SILENCE_SECONDS = 900  # compiling torch's sources prints nothing for a minute; a client's default gives up then


class ImageBuildError(Exception):
    """The image could not be built, listed or removed. Our trouble, never a student's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SandboxImage:
    """One image of ours that the engine holds."""

    image_id: str
    tags: tuple[str, ...]
    torch: str
    worker_hash: str
    size_bytes: int
    created: str


def requirements_text(*, torch: str, numpy: str) -> str:
    """Return the pinned requirements that the image installs."""
    return f"torch=={torch}\nnumpy=={numpy}\n"


def worker_hash(worker_files: Mapping[str, bytes]) -> str:
    """Return a short hash of the worker's sources: same names and bytes, same hash."""
    digest = hashlib.sha256()
    for name in sorted(worker_files):
        for part in (name.encode(), worker_files[name]):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()[:16]


def prepare_context(destination: Path, *, wheels: Path, worker_files: Mapping[str, bytes], requirements: str) -> None:
    """Write the build context into `destination`, an empty or missing folder.

    The keys of `worker_files` are paths below the package, such as `sandbox/worker/__main__.py`. Raise
    ImageBuildError where one leaves the package, the entry point is missing, or `wheels` holds no wheel.
    """
    problems = [f"{name!r} is no path inside the package" for name in worker_files if not _is_inside(name)]
    if ENTRY_POINT not in worker_files:
        problems.append(f"the worker's entry point {ENTRY_POINT} is missing")
    found = sorted(wheels.glob("*.whl"))
    if not found:
        problems.append(f"{wheels} holds no wheel; download them first")
    if problems:
        raise ImageBuildError("cannot prepare the image: " + "; ".join(problems))

    (destination / "wheels").mkdir(parents=True)
    for wheel in found:
        _link_or_copy(wheel, destination / "wheels" / wheel.name)
    (destination / "requirements.txt").write_text(requirements, encoding="utf-8")
    for name, source in worker_files.items():
        target = destination / "torchgrade" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source)


def download_wheels(
    destination: Path, *, torch: str, numpy: str, python: str = "3.11", machine: str = "x86_64"
) -> None:
    """Download torch, numpy and what they need into `destination`, for Linux on `machine` whatever the host is.

    Give torch's version with its build, such as `2.13.0+cpu`: a bare `2.13.0` may be the CUDA build, which brings
    three gigabytes of libraries. Where pip finds that build is the host's affair: its pip.conf, or PIP_FIND_LINKS.
    """
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--only-binary=:all:"]
    command += ["--python-version", python, "--implementation", "cp"]
    # Every name under which such wheels are published: pip takes these literally and adds no older ones.
    for platform in ("manylinux_2_28", "manylinux_2_27", "manylinux_2_17", "manylinux2014"):
        command += ["--platform", f"{platform}_{machine}"]
    command += ["--dest", str(destination), f"torch=={torch}", f"numpy=={numpy}"]

    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode != 0:
        raise ImageBuildError(
            f"pip could not download torch {torch} and numpy {numpy} for Python {python} on {machine}; "
            "if it finds no such build of torch, set PIP_FIND_LINKS or PIP_EXTRA_INDEX_URL to a place that has it. "
            f"It said:\n{_tail(done.stderr.splitlines())}"
        )


def build_image(*, base: str, context: Path, tag: str, torch: str, worker: str) -> str:
    """Build the image from a prepared context and return its id (`sha256:…`), which is what a run should name.

    `torch` and `worker` become labels. Raise ImageBuildError with the end of the build's log.
    """
    with _engine() as client:
        try:
            image, _log = client.images.build(
                path=str(context),
                dockerfile=str(DOCKERFILE),
                tag=tag,
                buildargs={"BASE": base, "TORCH_VERSION": torch, "WORKER_HASH": worker},
                rm=True,
                forcerm=True,
            )
        except BuildError as error:
            lines = (str(entry.get("stream", entry.get("error", ""))) for entry in error.build_log)
            raise ImageBuildError(f"building {tag} failed; the end of the log:\n{_tail(lines)}") from error
        return str(image.id)


def list_images() -> tuple[SandboxImage, ...]:
    """Return the images that carry our label, newest first."""
    with _engine() as client:
        images = [
            SandboxImage(
                image_id=str(image.id),
                tags=tuple(image.tags),
                torch=image.labels.get(TORCH_LABEL, "unknown"),
                worker_hash=image.labels.get(WORKER_LABEL, "unknown"),
                size_bytes=int(image.attrs["Size"]),
                created=str(image.attrs["Created"]),
            )
            for image in client.images.list(filters={"label": f"{IMAGE_LABEL}=1"})
        ]
    return tuple(sorted(images, key=lambda image: (image.created, image.image_id), reverse=True))


def remove_images() -> tuple[str, ...]:
    """Remove everything that carries our label, build caches too, and return the ids. One still in use raises."""
    removed: list[str] = []
    with _engine() as client:
        for image in client.images.list(filters={"label": IMAGE_LABEL}):
            try:
                client.images.remove(str(image.id), force=True)  # force: an image may have several tags
            except ImageNotFound:
                continue  # it went together with the one before, or somebody else removed it
            removed.append(str(image.id))
    return tuple(removed)


@contextmanager
def _engine() -> Iterator[docker.DockerClient]:
    try:
        client = docker.from_env(timeout=ENGINE_SILENCE_SECONDS)
        try:
            yield client
        finally:
            client.close()
    except APIError as error:
        raise ImageBuildError(f"the Docker engine refused: {error.explanation or error}") from error
    except (DockerException, requests.RequestException) as error:
        raise ImageBuildError(f"no Docker engine answers: {error}. Is Docker running?") from error


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name and bool(path.name)


def _link_or_copy(source: Path, target: Path) -> None:
    try:
        os.link(source, target)  # torch's wheel has hundreds of megabytes
    except OSError:
        shutil.copyfile(source, target)


def _tail(lines: Iterable[str]) -> str:
    text = [line.rstrip() for line in lines]
    return "\n".join([line for line in text if line][-LOG_LINES_SHOWN:])
