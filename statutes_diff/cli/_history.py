"""What ``log`` and ``blame`` share: which article of which text, and how it is read."""

from __future__ import annotations

from statutes_diff.cli import _options
from statutes_diff.cli._help import Function, argument, option
from statutes_diff.cli._reading import ONE_DAY, reading_options
from statutes_diff.messages import N_


def article_of_path(function: Function) -> Function:
    """``PATH --article NUMBER`` and the options of reading and writing."""
    said = N_("The article, as L. 162-5 or L162-5; may be left out where the text holds one article.")
    for add in (_options.lang_option, _options.color_option, reading_options(ONE_DAY), _options.output_option):
        function = add(function)
    function = option("--article", metavar=N_("NUMBER"), help=said)(function)
    return argument("path", N_("PATH"))(function)
