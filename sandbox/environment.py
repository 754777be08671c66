"""The environment that every worker gets, in a container and out of one: the same answers, and little to pay for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WORKER_ENVIRONMENT: Mapping[str, str] = MappingProxyType(
    {
        "TZ": "UTC",
        "PYTHONHASHSEED": "0",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        # Memory in huge pages, where the kernel gives them to whoever asks: importing torch takes a tenth less of a
        # processor, and a fork half. Other C libraries than glibc ignore it. See sandbox/worker/hugepages.py.
        "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
    }
)
