"""What changed between two versions of a French statute: ``api`` is the library, ``model`` its values.

``from statutes_diff import api`` then ``api.compare(api.read("2002.md"), api.read("2026.html"))``. The verbs stay in
``api``: ``statutes_diff.compare`` and ``statutes_diff.references`` are packages, and a name must not mean two things.
"""

from __future__ import annotations

__version__ = "0.1.0"
__all__ = ["__version__", "api", "model"]


def __getattr__(name: str) -> object:
    """The public modules, imported when first asked for: start-up is part of the product."""
    if name in ("api", "model"):
        import importlib

        return importlib.import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
