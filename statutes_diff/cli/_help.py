"""Help in the user's language: click's classes, with their words translated when they are shown and not when defined.

Help strings are marked with ``N_``; a command's help is its module's docstring, translated a paragraph at a time so that
one changed sentence does not lose the rest. click's own words come from the same catalogue (``_language``).
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from statutes_diff.messages import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from click.shell_completion import CompletionItem

Function = TypeVar("Function", bound=Callable[..., Any])


def paragraphs(docstring: str) -> Iterator[str]:
    """The paragraphs of a docstring: prose on one line each, as the catalogue has it; indented blocks as they stand."""
    for block in inspect.cleandoc(docstring).split("\n\n"):
        yield block if is_verbatim(block) else " ".join(block.split())


def is_verbatim(paragraph: str) -> bool:
    """True for an indented block: examples to type, the same in every language."""
    return all(line.startswith("    ") for line in paragraph.split("\n"))


class Formatter(click.HelpFormatter):
    """Headings with the punctuation of the language (French puts a no-break space before the colon)."""

    def write_heading(self, heading: str) -> None:
        shown = _("{heading}:").format(heading=heading)
        self.write(f"{'':>{self.current_indent}}{shown}\n")


class Context(click.Context):
    """click's context with our formatter."""

    formatter_class = Formatter


def _show_help(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


def _once_each(ctx: click.Context, parse: Callable[..., Any], args: list[str]) -> Any:
    """Parse, and refuse an option that stands there twice where it has one value: the last would win, and nobody would know."""
    values, rest, order = parse(args)
    asks_help = any(param.is_eager and param.is_flag for param in order)  # it is given, whatever else stands there
    again = [param for place, param in enumerate(order) if param in order[:place] and _has_one_value(param)]
    if again and not asks_help and not ctx.resilient_parsing:
        raise click.UsageError(_("{option} may be given once only").format(option=max(again[0].opts, key=len)), ctx)
    return values, rest, order


def _has_one_value(param: click.Parameter) -> bool:
    """True for an option that cannot mean the same twice: no flag (unless it has an opposite), none that collects values."""
    flag = isinstance(param, click.Option) and param.is_flag and not param.secondary_opts
    return isinstance(param, click.Option) and not param.multiple and not flag


class _Spoken(click.Command):
    """What commands and the group share."""

    context_class = Context
    _asks_help: click.Option | None = None

    def get_short_help_str(self, limit: int = 45) -> str:
        return _(next(paragraphs(self.help or "")))

    def make_parser(self, ctx: click.Context) -> Any:
        """As click's own, which looks for "-f" among the long options first: not to find it opens a catalogue for an error that
        nobody reads, and takes as long as to read a small text."""
        parser: Any = super().make_parser(ctx)
        getattr(parser, "_long_opt", {}).update(getattr(parser, "_short_opt", {}))
        parser.parse_args = functools.partial(_once_each, ctx, parser.parse_args)
        return parser

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """As click's own, which opens two catalogues for its words, that nearly no run shows."""
        if self._asks_help is None:
            self._asks_help = Option(
                self.get_help_option_names(ctx),
                is_flag=True,
                is_eager=True,
                expose_value=False,
                help=N_("Show this message and exit."),
                callback=_show_help,
            )
        return self._asks_help

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for paragraph in paragraphs(self.help or ""):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(f"\b\n{paragraph}" if is_verbatim(paragraph) else _(paragraph))


class Command(_Spoken):
    """A command: its help is its module's docstring."""


class Group(_Spoken, click.Group):
    """The program itself."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["[OPTIONS]", _("COMMAND [ARGUMENTS]…")]


class Option(click.Option):
    """An option whose help and value name were marked with ``N_``.

    ``goes_with``: the formats that heed it, and of the options that ask for a part of a result those beside which it has an
    effect; none: all. ``harmless``: values that ask for what every format does, besides the default and "no".
    """

    def __init__(self, *names: Any, goes_with: Iterable[str] = (), harmless: Iterable[object] = (), **attributes: Any) -> None:
        super().__init__(*names, **attributes)
        self.goes_with = tuple(goes_with)
        self.harmless = tuple(harmless)

    def asks(self, context: click.Context) -> bool:
        """True where this command line asks for something by it."""
        return context.params.get(str(self.name)) not in (None, False, self.default, *self.harmless)

    def make_metavar(self, ctx: click.Context) -> str:
        return _(super().make_metavar(ctx))

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        return record and (record[0], _(str(self.help)))


def _files(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Tell the shell to complete the names of files."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


class Argument(click.Argument):
    """An argument whose name was marked with ``N_``."""

    def make_metavar(self, ctx: click.Context) -> str:
        name = _(str(self.metavar))
        shown = f"{name}…" if self.nargs == -1 else name
        return shown if self.required else f"[{shown}]"


def option(*names: str, help: str, **attributes: Any) -> Callable[[Function], Function]:
    """``click.option``, spoken."""
    if attributes.get("metavar") == "FILE":
        attributes.setdefault("shell_complete", _files)
    return click.option(*names, help=help, **{"cls": Option, **attributes})


def argument(name: str, metavar: str, **attributes: Any) -> Callable[[Function], Function]:
    """``click.argument``, spoken; ``metavar`` is how help and errors call it.

    A shell completes it with names of files, unless it has a type or something else to say.
    """
    if "type" not in attributes:
        attributes.setdefault("shell_complete", _files)
    return click.argument(name, cls=Argument, metavar=metavar, **attributes)
