"""The command line: each command reads its options, calls one function, prints the answer."""

import click


@click.group()
@click.version_option(package_name="sayso")
def main() -> None:
    """Keep a ledger of what was claimed, and by whom."""
