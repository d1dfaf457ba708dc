"""The options that say how texts are read, in one value; and the reading itself, with a word to whoever waits."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

import click

from statutes_diff.cli._help import Function, option
from statutes_diff.cli._progress import waiting
from statutes_diff.messages import N_, _

if TYPE_CHECKING:
    from statutes_diff.model import Statute
    from statutes_diff.readers import Options


# The help of --date, by how many texts a command reads.
ONE_DAY = N_("The day (YYYY-MM-DD) whose version in force is read, where a source holds several.")
DAY_OF_EACH = N_(
    "The day (YYYY-MM-DD) whose version in force is read, where a source holds several; given several times, for each FILE."
)
DAYS_OF_BOTH = N_(
    "The day (YYYY-MM-DD) whose version in force is read, where a source holds several; given twice, for OLD and for NEW."
)


class Reading(NamedTuple):
    """``--from``, ``--encoding``, ``--date`` (one for all texts, or one for each in order) and ``--alineas``."""

    format: str | None
    encoding: str | None
    dates: tuple[str, ...]
    alineas: Literal["ligne", "phrase"]

    def statutes(self, *specs: str) -> list[Statute]:
        """Read the texts that the command line names."""
        from statutes_diff import api

        dates = self._dates(len(specs))
        with waiting(N_("Reading")):
            return [
                api.read(spec, format=self.format, encoding=self.encoding, date=date, alineas=self.alineas)
                for spec, date in zip(specs, dates, strict=True)
            ]

    def versions(self, old: str, new: str, *, whole: bool = False) -> tuple[Statute, Statute]:
        """Read two versions that are to be compared; ``whole``: also what is the same in both, to show it."""
        from statutes_diff import api

        before, after = self._dates(2)
        with waiting(N_("Reading")):
            return api.read_versions(
                old,
                new,
                format=self.format,
                encoding=self.encoding,
                dates=(before, after),
                alineas=self.alineas,
                whole=whole,
            )

    @property
    def date(self) -> str | None:
        """The day of all texts, where they are one corpus."""
        return self._dates(1)[0]

    def options(self) -> Options:
        """The same as one value, for what reads many versions of a text itself."""
        from statutes_diff.readers import Options

        (date,) = self._dates(1)
        return Options(self.format, self.encoding, date, self.alineas)

    def _dates(self, texts: int) -> list[str | None]:
        """The day of each text."""
        if len(self.dates) not in (0, 1, texts):
            raise click.UsageError(_("--date: give one day for all texts, or one for each"))
        return list(self.dates) if len(self.dates) == texts else [*(self.dates or (None,))] * texts


def reading_options(day: str) -> Callable[[Function], Function]:
    """The options of reading, handed to the command as one ``reading``; ``day``: what ``--date`` says, ``ONE_DAY`` or another."""

    def add(function: Function) -> Function:
        @functools.wraps(function)
        def gathered(**values: Any) -> Any:
            how = Reading(*(values.pop(name) for name in ("source_format", "encoding", "dates", "alineas")))
            return function(reading=how, **values)

        wrapped: Callable[..., Any] = gathered
        for each in (_alineas, functools.partial(_date, day), _encoding, _format):
            wrapped = each(wrapped)
        return cast(Function, wrapped)

    return add


def _format(function: Function) -> Function:
    from statutes_diff import readers

    said = N_("What the input is written in, instead of finding out.")
    return option("--from", "source_format", type=click.Choice(readers.formats()), help=said)(function)


def _encoding(function: Function) -> Function:
    said = N_("The input's encoding, as windows-1252, instead of finding out.")
    return option("--encoding", metavar=N_("NAME"), callback=_known_encoding, help=said)(function)


def _date(day: str, function: Function) -> Function:
    several = day != ONE_DAY
    return option("--date", "dates", metavar=N_("DAY"), multiple=several, callback=_known_days, help=day)(function)


def _alineas(function: Function) -> Function:
    said = N_("How alinéas are counted: every new line (since 2000), or only after a full stop (as the Government did before).")
    return option("--alineas", type=click.Choice(("ligne", "phrase")), default="ligne", help=said)(function)


def _known_encoding(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    try:
        "e".encode("utf-8" if value is None else value)
    except (LookupError, ValueError):  # ValueError: a null character, or a codec that cannot even do that
        from statutes_diff.terminal import named

        raise click.BadParameter(
            _("unknown encoding: {encoding}").format(encoding=named(value or "")), context, parameter
        ) from None
    return value


def _known_days(context: click.Context, parameter: click.Parameter, given: tuple[str, ...] | str | None) -> tuple[str, ...]:
    values = (given,) if isinstance(given, str) else given or ()
    for value in values:
        try:
            datetime.date.fromisoformat(value)
        except ValueError:
            from statutes_diff.terminal import named

            raise click.BadParameter(
                _("{value} is no day: write YYYY-MM-DD").format(value=named(value)), context, parameter
            ) from None
    return tuple(datetime.date.fromisoformat(value).isoformat() for value in values)
