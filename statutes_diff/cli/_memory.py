"""How often Python looks for cycles among its values while a command runs."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MADE = 100_000  # values between two searches for cycles: after every 700, as usual, they take up to a fifth of a run


@contextmanager
def few_collections() -> Iterator[None]:
    """Texts are trees of many values that live to the end of the run: nearly no cycle is found among them, whatever the search
    costs."""
    usual = gc.get_threshold()
    gc.set_threshold(_MADE, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
