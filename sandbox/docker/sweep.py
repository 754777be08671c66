"""Remove containers of ours that nobody will use again. What does not carry our label is never looked at."""

from __future__ import annotations

from typing import Any

import docker
from docker.errors import APIError, NotFound

from torchgrade.sandbox.docker.engine import Engine
from torchgrade.sandbox.docker.owner import OURS_LABEL, OWNER_LABEL, RUN_LABEL, Owner


def sweep(engine: Engine) -> tuple[str, ...]:
    """Remove containers whose owner is gone and return their names. Twice, or two of us at once, does no harm."""
    return _remove_those(engine, f"{OURS_LABEL}=1", only_orphans=True)


def clean(engine: Engine) -> tuple[str, ...]:
    """Remove every container of ours, those of running graders too, and return their names."""
    return _remove_those(engine, f"{OURS_LABEL}=1", only_orphans=False)


def remove_run(engine: Engine, run: str) -> tuple[str, ...]:
    """Remove what is left of one run and return the names."""
    return _remove_those(engine, f"{RUN_LABEL}={run}", only_orphans=False)


def _remove_those(engine: Engine, label: str, *, only_orphans: bool) -> tuple[str, ...]:
    """Remove what carries the label. Raises the first refusal, after everything else was tried."""
    removed, refused = [], []
    with engine.client() as client:
        for found in client.api.containers(all=True, filters={"label": label}):
            if only_orphans and not _is_orphan(found):
                continue
            try:
                if remove(client, found["Id"]):
                    removed.append(str(found["Names"][0]).lstrip("/") if found["Names"] else str(found["Id"]))
            except APIError as error:
                refused.append(error)
        if refused:
            raise refused[0]
    return tuple(removed)


def _is_orphan(found: dict[str, Any]) -> bool:
    owner = Owner.from_label(found["Labels"].get(OWNER_LABEL, ""))
    return owner is not None and owner.is_gone(container_runs=found["State"] in ("running", "created", "paused"))


def remove(client: docker.DockerClient, name: str) -> bool:
    """Kill and remove one container; return whether it was there. One that somebody else removes is gone too."""
    try:
        client.api.remove_container(name, force=True, v=True)
    except NotFound:
        return False
    except APIError as error:
        if error.status_code == 409:  # removal is in progress
            return False
        raise
    return True
