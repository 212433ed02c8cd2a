"""Which stories of the project's own corpus no training sees."""

# For choosing, and for the final figures: whole stories, so that no event straddles two splits.
DEV_STORIES = frozenset({"measles", "data-leak", "recount", "town-siege", "senate-budget"})
TEST_STORIES = frozenset(
    {"quake", "bridge-inquiry", "pushback", "takeover", "hostage-deal", "mayor-indicted"}
)


def split_of(story: str) -> str:
    """Return train, dev or test."""
    if story in TEST_STORIES:
        return "test"
    return "dev" if story in DEV_STORIES else "train"
