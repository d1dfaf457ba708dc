"""What a check of a corpus says: findings at a file and a line, and what was read to make them."""

from typing import Literal, NamedTuple, TypeAlias

from statutes_diff.model.messages import Message

Level: TypeAlias = Literal["info", "warning", "error"]


class CorpusFinding(NamedTuple):
    """One thing that is wrong in a corpus. ``line`` counts from 1; ``text`` names the code or act, ``article`` is a number key.

    ``words`` are the verbatim words that it is about, or what else tells it from others of its rule and article: with these
    three it is known again when lines and files move. ``turn`` counts equal ones from 0.
    """

    rule: str
    level: Level
    path: str
    line: int
    message: Message
    text: str = ""
    article: str = ""
    words: str = ""
    turn: int = 0


class Checked(NamedTuple):
    """The result of a check: the findings, sorted by file and line, and the rules that were run, with their levels.

    ``texts``, ``articles`` and ``files`` count what was read; ``known`` the findings that are left out because the baseline or
    the earlier version has them too, ``excused`` those that a comment in the text excuses; ``skipped`` names the files of folders
    that hold no article. ``excerpts`` counts the texts that were taken for excerpts: of these, articles are not called missing.
    """

    findings: tuple[CorpusFinding, ...]
    rules: tuple[tuple[str, Level], ...]
    texts: int = 0
    articles: int = 0
    files: int = 0
    known: int = 0
    excused: int = 0
    skipped: tuple[str, ...] = ()
    excerpts: int = 0
