"""What changed beside the alinéas: headings, NOTA, history. Each rule has a case that fires and one that stays silent."""

from __future__ import annotations

import pytest

from statutes_diff import readers
from statutes_diff.compare import compare_statutes
from statutes_diff.model import Source
from statutes_diff.rules import findings

CODE = """\
# {title}

## Partie législative

## Titre II : {heading}

### Article 5

*(Loi n° 92-3 du 3 janvier 1992 art. 2 Journal Officiel du 4 janvier 1992)*
{history}
{text}

NOTA : en vigueur le 1er janvier {year}.

### Article 6

Le préfet décide.
"""
SAME = {"title": "Code de l'eau", "heading": "Des peines", "history": "", "year": "2023", "text": "Le maire délibère."}


def found(rule: str, **changed: str) -> list[str]:
    texts = (CODE.format(**SAME), CODE.format(**{**SAME, **changed}))
    comparison = compare_statutes(*(readers.read(Source("texte", text.encode())) for text in texts))
    return [str(finding.message) for finding in findings(comparison, {rule})]


NOTA = "NOTA : en vigueur le 1er janvier"
CASES: list[tuple[str, dict[str, str], list[str]]] = [
    (
        "heading",
        {"heading": "Des sanctions"},
        ["heading changed: “Titre II : Des peines” → “Titre II : Des sanctions” (2 articles)"],
    ),
    ("heading", {"title": "Code des eaux"}, ["title of the text changed: “Code de l'eau” → “Code des eaux”"]),
    ("heading", {"heading": "DES PEINES."}, []),
    ("nota", {"year": "2024"}, [f"NOTA changed: “{NOTA} 2023.” → “{NOTA} 2024.”"]),
    ("nota", {"heading": "Des sanctions"}, []),
    (
        "history",
        {"history": "\n*(Loi n° 2006-1772 du 30 décembre 2006 art. 3 I Journal Officiel du 31 décembre 2006)*\n"},
        ["history names since: Loi n° 2006-1772 du 30 décembre 2006, art. 3 I"],
    ),
    ("history", {"year": "2024"}, []),
    ("state", {"text": "(Abrogé)"}, ["the source now says “(Abrogé)”"]),
    ("state", {"text": "Le préfet décide."}, []),
]


@pytest.mark.parametrize(("rule", "changed", "messages"), CASES)
def test_beside_the_alineas(rule: str, changed: dict[str, str], messages: list[str]) -> None:
    assert found(rule, **changed) == messages


def test_a_source_without_nota_says_nothing_of_them() -> None:
    texts = (CODE.format(**SAME), CODE.format(**SAME).replace("NOTA : en vigueur le 1er janvier 2023.\n", ""))
    comparison = compare_statutes(*(readers.read(Source("texte", text.encode())) for text in texts))
    assert findings(comparison, {"nota"}) == ()
