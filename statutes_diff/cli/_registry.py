"""What is there by being there: the public modules of a package, listed without importing any of them.

The public name of a file has hyphens where the file name has underscores.
"""

from __future__ import annotations

import pkgutil
from importlib.util import find_spec


def names(package: str) -> list[str]:
    """The names of a package's public modules, in order; those with a leading underscore are its own affair."""
    spec = find_spec(package)
    folders = spec.submodule_search_locations if spec else None
    found = (module.name for module in pkgutil.iter_modules(folders or []) if not module.name.startswith("_"))
    return sorted(name.replace("_", "-") for name in found)


def module_of(package: str, name: str) -> str:
    """The module that has a public name."""
    return f"{package}.{name.replace('-', '_')}"
