"""Hypothesis draws by the seed alone. Trusted side only.

Hypothesis likes to draw constants that it found in the source of "local" modules. Which modules are local depends on
how we are installed (site-packages are not), and which are loaded depends on what ran before: the same seed would ask
two machines different questions, and a rerun would not come out the same byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from hypothesis.internal.conjecture.providers import HypothesisProvider


@contextmanager
def seed_only() -> Iterator[None]:
    """Draw no constants from anybody's source while this is open.

    Hypothesis has no setting for it (a backend of one's own loses its search for cases that are new), so its one method
    that picks constants is replaced. tests/unit/packs/test_drawing.py notices when that stops working.
    """
    original = HypothesisProvider._maybe_draw_constant
    HypothesisProvider._maybe_draw_constant = _no_constant  # type: ignore[method-assign] # see above
    try:
        yield
    finally:
        HypothesisProvider._maybe_draw_constant = original  # type: ignore[method-assign] # see above


def _no_constant(*_args: object, **_kwargs: object) -> None:
    return None
