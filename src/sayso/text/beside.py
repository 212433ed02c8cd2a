"""Words right beside a place of a text, looked for no further than words are long."""

# Characters that hold the few words that are asked for.
_REACH = 80


def words_before(text: str, position: int) -> list[str]:
    """Return the last words before a position, parted at blanks; a long text takes no longer than a short one."""
    return text[max(position - _REACH, 0) : position].split()


def words_behind(text: str, position: int) -> list[str]:
    """Return the first words from a position on."""
    return text[position : position + _REACH].split()
