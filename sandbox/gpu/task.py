"""What is different about a task on a GPU: its process, its memory and its start."""

from __future__ import annotations

from dataclasses import replace

from torchgrade.sandbox.protocol import SandboxFailed, Task

# CUDA maps gigabytes of the host's memory for itself, whatever a solution does.
GPU_MEMORY_MIB = 8 * 1024
# Every attempt starts an interpreter, imports torch and wakes the GPU: our time, and not the submission's.
START_SECONDS = 30.0
CUDA_ENVIRONMENT = {"CUBLAS_WORKSPACE_CONFIG": ":4096:8"}  # or cuBLAS may sum in another order each time


def with_gpu_limits(task: Task) -> Task:
    """Return the task with the time that its start on a GPU takes."""
    limits = replace(
        task.limits,
        import_seconds=task.limits.import_seconds + START_SECONDS,
        # Once, and once more for each check that may lose its process on the way.
        total_seconds=task.limits.total_seconds + START_SECONDS * (1 + len(task.checks)),
    )
    return replace(task, limits=limits)


def require_gpu(task: Task, *, leased: bool) -> None:
    """Raise ValueError for a task on a GPU in a runner that was opened without GPUs: its child would just die."""
    if task.device == "cuda" and not leased:
        raise ValueError("the task is for cuda, and the runner has no GPUs: open it with gpus=open_pool(...)")


def gpu_options(task: Task) -> dict[str, object]:
    """Return the fields of Job for a GPU: an interpreter of its own, and the memory limit on the GPU, too."""
    return {"fresh": True, "gpu_mib": task.limits.memory_mib}


def require_cuda(facts: dict[str, str], *, where: str, fix: str) -> None:
    """Raise SandboxFailed unless a worker that has greeted us has a torch with CUDA."""
    if facts.get("cuda") in (None, "", "None"):
        raise SandboxFailed(f"{where} has torch {facts.get('torch')} without CUDA, which no GPU helps; {fix}")
