"""click's own words that a user of this program can meet, for the catalogue; nothing imports this file.

click looks them up by these very strings (see ``_language``). A string that another version of click says otherwise comes
out in English: a blemish, not a fault. Both spellings stand here where click 8.2 and 8.5 differ.
"""

from __future__ import annotations

from statutes_diff.messages import N_, plural

WORDS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Show this message and exit."),
    N_("Try '{command} {option}' for help."),
    N_("Missing command."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("No such command {name!r}."),
    N_("No such option {name!r}."),
    N_("No such option: {name}"),
    N_("Option {name!r} does not take a value."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Choose from:\n\t{choices}"),
)
FORMS = (
    plural("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1),
    plural("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 1),
    plural("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 1),
    plural("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1),
)
