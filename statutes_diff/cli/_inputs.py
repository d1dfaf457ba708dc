"""What the names on a command line may be, checked before anything is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statutes_diff.cli._output import refuse_no_place, same_file
from statutes_diff.messages import _

if TYPE_CHECKING:
    from collections.abc import Sequence


def check(inputs: Sequence[str], output: str) -> None:
    """Refuse two texts from one standard input, and an output that cannot be, or would destroy an input."""
    if list(inputs).count("-") > 1:
        raise click.UsageError(_("standard input can be read once only: give - for one text at most"))
    if same_file(output, inputs):
        raise click.UsageError(_("{name} is one of the texts to read: writing there would overwrite it").format(name=output))
    refuse_no_place(output)
