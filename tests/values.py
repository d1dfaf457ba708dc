"""Values of the program with other fields."""

from __future__ import annotations

import dataclasses
from typing import Any


def replace(value: Any, **changes: Any) -> Any:
    """The value with these changes: a named tuple or a data class alike."""
    return value._replace(**changes) if hasattr(value, "_replace") else dataclasses.replace(value, **changes)
