"""``torchgrade image`` and ``torchgrade clean``: what lives in the Docker engine because of us."""

from __future__ import annotations

from pathlib import Path

from rich.text import Text

from torchgrade.commands.console import out, say
from torchgrade.commands.exits import Exit
from torchgrade.sandbox.docker.engine import Engine
from torchgrade.sandbox.docker.sweep import clean as clean_containers
from torchgrade.sandbox.image import command
from torchgrade.sandbox.image.build import list_images, remove_images


def build(*, base: str | None, wheels: Path | None, device: str) -> Exit:
    """Build the sandbox image for this version's worker."""
    image = command.build(base=base or command.DEFAULT_BASE, wheels=wheels, device=device)
    say(f"built {', '.join(image.tags)} ({image.image_id})")
    return Exit.OK


def show() -> Exit:
    """List our images; the one that holds this version's worker is marked."""
    current = {image.image_id for device in ("cpu", "cuda") if (image := command.find_image(device)) is not None}
    for image in list_images():
        mark = "*" if image.image_id in current else " "
        out().print(Text(f"{mark} {', '.join(image.tags) or '(no name)'}  torch {image.torch}  {image.image_id[:19]}"))
    return Exit.OK


def remove() -> Exit:
    """Remove all of our images."""
    for name in remove_images():
        say(f"removed {name}")
    return Exit.OK


def clean() -> Exit:
    """Remove every container of ours."""
    engine = Engine()
    try:
        removed = clean_containers(engine)
    finally:
        engine.close()
    for name in removed:
        say(f"removed container {name}")
    say(f"{len(removed)} containers removed")
    return Exit.OK
