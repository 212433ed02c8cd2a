"""The language of a document's text."""

ENGLISH = "en"
# Shorter texts are named wrongly too often: 96 of 100 right at 40 characters, 99 at a paragraph.
_SHORTEST = 60
# More text does not change the answer and costs time.
_LONGEST = 2000
# Words that join others in English and in no other language: one in four or five of any article.
_JOINING_WORDS = (
    "the and of to that for with from by they their which were have has been would said this it"
    " at as not but who he she after"
)
_JOINING = frozenset(_JOINING_WORDS.split())
_FEWEST_WORDS = 40
_LEAST_JOINING = 0.16
_LEAST_ARTICLES = 0.025


def identify_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of ``text``, or ``None`` if it is too short to say."""
    beginning = text[:_LONGEST]
    if sum(map(str.isalpha, beginning)) < _SHORTEST:
        return None
    if _is_plainly_english(beginning):
        return ENGLISH
    from py3langid import classify  # noqa: PLC0415 - unpacks a model, which takes longer than an article

    return str(classify(beginning)[0])


def _is_plainly_english(text: str) -> bool:
    """Say whether a text is English without asking the model, which then says so too."""
    words = text.casefold().split()
    if len(words) < _FEWEST_WORDS or words.count("the") < _LEAST_ARTICLES * len(words):
        return False
    return sum(word in _JOINING for word in words) >= _LEAST_JOINING * len(words)
