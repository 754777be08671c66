"""Lateness, from whatever time a file claims to have."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from torchgrade.graders.score import late_days

DUE = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "days"), [(-1, 0), (0, 0), (1, 1), (86400, 1), (86401, 2), (86400 * 10**9, 10**9), (-(10**13), 0)]
)
def test_each_started_day_counts_in_any_year(seconds: int, days: int) -> None:
    assert days == late_days(DUE.timestamp() + seconds, DUE)


def test_nothing_is_late_without_a_time_or_a_due_date() -> None:
    assert 0 == late_days(None, DUE) == late_days(10**12, None)
