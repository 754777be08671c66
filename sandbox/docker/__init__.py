"""The docker runner: hardened containers, single-use from a warm pool or one shared container for each slot."""

from torchgrade.sandbox.docker.engine import EngineUnavailable
from torchgrade.sandbox.docker.runner import DockerRunner
from torchgrade.sandbox.docker.spec import Isolation

__all__ = ["DockerRunner", "EngineUnavailable", "Isolation"]
