"""The other way to count alinéas: as the Government and the Conseil d'État did before the circulaire of 20 October 2000.

Only a new line after a full stop opened an alinéa; the items of an enumeration belonged to the alinéa that opens it. References
in older texts may count so. Lines that belong together become one alinéa here, its lines kept apart by newlines.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from statutes_diff.model import Alinea, Article, Division, Statute

_STOPS = (".", ".»", ". »", ".\u00a0»", '."', ".)")


def by_sentence(statute: Statute) -> Statute:
    """The statute with its alinéas counted by full stops."""
    return dataclasses.replace(statute, children=_counted(statute.children))


def _counted(children: Sequence[Division | Article]) -> tuple[Division | Article, ...]:
    return tuple(
        dataclasses.replace(child, alineas=tuple(_joined(child.alineas)))
        if isinstance(child, Article)
        else dataclasses.replace(child, children=_counted(child.children))
        for child in children
    )


def _joined(alineas: Sequence[Alinea]) -> list[Alinea]:
    found: list[Alinea] = []
    for alinea in alineas:
        if found and not found[-1].text.endswith(_STOPS):
            found.append(_both(found.pop(), alinea))
        else:
            found.append(alinea)
    return found


def _both(first: Alinea, second: Alinea) -> Alinea:
    """Two lines as one alinéa: the first one's marker and place, the links of both."""
    shift = len(first.text) + 1
    links = tuple(link._replace(start=link.start + shift, end=link.end + shift) for link in second.links)
    return first._replace(text=f"{first.text}\n{second.text}", links=first.links + links, table=first.table and second.table)
