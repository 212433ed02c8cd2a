"""``sayso completion``: the script that lets a shell complete verbs and options."""

import click
from click.shell_completion import get_completion_class

_SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", metavar="SHELL", type=click.Choice(_SHELLS))
@click.pass_context
def completion(context: click.Context, *, shell: str) -> None:
    """Print the completion script of SHELL.

    \b
    bash:  eval "$(sayso completion bash)"           in ~/.bashrc
    zsh:   eval "$(sayso completion zsh)"            in ~/.zshrc
    fish:  sayso completion fish | source            in config.fish
    """  # noqa: D301 -- click keeps the lines of a paragraph after \b
    maker = get_completion_class(shell)
    if maker is None:  # a later click may drop a shell
        raise click.UsageError(f"this version of click writes no completion for {shell}")
    click.echo(maker(context.find_root().command, {}, "sayso", "_SAYSO_COMPLETE").source())
