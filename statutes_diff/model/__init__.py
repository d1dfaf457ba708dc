"""The values that pass through the program: frozen, slotted, tuples inside; no behaviour beyond their own shape.

Positions (an alinéa's number, an article's place in the outline) are derived by walking; across two versions
identity exists only as a pair.
"""

from statutes_diff.model.accounts import Account, Finding, LedgerRow, Mention, ReferenceStatus
from statutes_diff.model.messages import Message
from statutes_diff.model.pairs import (
    AlineaPair,
    AlineaStatus,
    ArticlePair,
    ArticleStatus,
    Channel,
    Comparison,
    DivisionPair,
    DivisionStatus,
    Edit,
    How,
    Op,
    Passage,
    RunnerUp,
    Span,
)
from statutes_diff.model.renvois import LocatedReference, Locus, Reference, Target
from statutes_diff.model.texts import (
    NO_VERSION,
    Alinea,
    AmendmentNote,
    Annotation,
    Article,
    Division,
    Link,
    Note,
    Place,
    Source,
    Statute,
    Version,
)

__all__ = [
    "NO_VERSION",
    "Account",
    "Alinea",
    "AlineaPair",
    "AlineaStatus",
    "AmendmentNote",
    "Annotation",
    "Article",
    "ArticlePair",
    "ArticleStatus",
    "Channel",
    "Comparison",
    "Division",
    "DivisionPair",
    "DivisionStatus",
    "Edit",
    "Finding",
    "How",
    "LedgerRow",
    "Link",
    "LocatedReference",
    "Locus",
    "Mention",
    "Message",
    "Note",
    "Op",
    "Passage",
    "Place",
    "Reference",
    "ReferenceStatus",
    "RunnerUp",
    "Source",
    "Span",
    "Statute",
    "Target",
    "Version",
]
