"""A sentence for the user before it is in a language."""

from typing import NamedTuple


class Message(NamedTuple):
    """A sentence for the user, not yet in a language: an English template, its plural, and the values to put in.

    The plural is chosen by the value named ``n``. ``str(message)`` is the English of the machine formats;
    ``statutes_diff.messages.translated`` gives the French.
    """

    template: str
    plural: str = ""
    values: tuple[tuple[str, str | int], ...] = ()

    def __str__(self) -> str:
        values = dict(self.values)
        template = self.plural if self.plural and values.get("n") != 1 else self.template
        return template.format(**values)
