"""What is there by being there: the public modules of a package, listed without importing any of them."""

from __future__ import annotations

import pkgutil
from importlib.util import find_spec


def names(package: str) -> list[str]:
    """The file names of a package's public modules, in order; those with a leading underscore are its own affair."""
    spec = find_spec(package)
    folders = spec.submodule_search_locations if spec else None
    return sorted(module.name for module in pkgutil.iter_modules(folders or []) if not module.name.startswith("_"))
