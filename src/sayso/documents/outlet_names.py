"""Names of outlets and agencies as credits write them: a small grammar of capitals and domains."""

import re
from enum import StrEnum

from sayso.frozen import dataclass

# News agencies are a closed class; the forms are those that datelines and credits use.
AGENCIES = frozenset(
    {
        "AA", "Agence France-Presse", "AFP", "Agenzia Nova", "AKI", "Anadolu", "Anadolu Agency", "ANI",
        "ANSA", "AP", "APA", "Asian News International", "Associated Press", "AZERTAC", "BelTA",
        "Bloomberg", "BNS", "Canadian Press", "CP", "CTK", "ČTK", "Deutsche Presse-Agentur", "dpa", "DPA",
        "EFE", "Fars", "Fars News Agency", "Hawar News Agency", "ANHA", "IANS", "Interfax", "INA", "IRNA",
        "ISNA", "ITAR-TASS", "Jiji Press", "KCNA", "Kyodo", "Kyodo News", "Lusa", "MAP", "Mehr",
        "MTI", "NAN", "News Agency of Nigeria", "NTB", "PA", "PA Media", "PAP", "Petra",
        "Press Association", "Press Trust of India", "PTI", "QNA", "Reuters", "RIA Novosti", "Ritzau",
        "SANA", "SAPA", "SPA", "STT", "Tasnim", "TASS", "Thomson Reuters", "TT", "Ukrinform", "UNI",
        "United Press International", "UPI", "WAM", "Xinhua", "Yonhap",
    }
)  # fmt: skip
_AGENCIES_FOLDED = frozenset(name.casefold() for name in AGENCIES)

# Outlets known by names that hold no noun for an outlet.
_WELL_KNOWN = frozenset(
    {
        "ABC", "Al Arabiya", "Al Jazeera", "Al-Jazeera", "Axios", "BBC", "Business Insider", "CBC", "CBS",
        "Channel 4", "CNBC", "CNN", "Der Spiegel", "Deutsche Welle", "DW", "El País", "Forbes", "Haaretz",
        "ITV", "La Repubblica", "Le Figaro", "Le Monde", "Libération", "MSNBC", "NBC", "Newsweek", "NHK",
        "National Post", "NPR", "PBS", "Politico", "Radio Free Europe", "RFE/RL", "RTÉ", "Sky", "Süddeutsche Zeitung",
        "The Economist", "The Hill", "The New Yorker", "TIME", "USA Today", "VOA", "Voice of America",
        "ZDF",
    }
)  # fmt: skip
# Common nouns by which outlets call themselves; the last or second last word of a name.
_OUTLET_NOUNS = frozenset(
    {
        "advertiser", "agency", "argus", "beacon", "broadcasting", "bulletin", "channel",
        "chronicle", "citizen", "courier", "daily", "diary", "dispatch", "echo", "enquirer",
        "examiner", "express", "gazette", "globe", "guardian", "herald", "independent",
        "inquirer", "insider", "journal", "leader", "ledger", "magazine", "mail", "media", "mercury",
        "messenger", "mirror", "monitor", "network", "news", "newspaper", "newswire", "observer",
        "online", "outlook", "plus", "podcast", "post", "press", "quarterly", "radio", "record",
        "recorder", "register", "reporter", "review", "sentinel", "standard", "star", "statesman",
        "sun", "telegraph", "television", "times", "today", "tribune", "tv", "weekly", "wire",
        "world",
    }
)  # fmt: skip
# Nouns that an outlet's name may begin with: "Times of ...", "Radio ...".
_LEADING_NOUNS = frozenset({"channel", "radio"})
_TAIL_WORDS = frozenset(
    {
        "agency",
        "channel",
        "company",
        "corporation",
        "group",
        "international",
        "network",
        "online",
        "service",
        "tv",
    }
)
# "The Sun" is an outlet, "the Channel" need not be.
_NEVER_ALONE = frozenset(
    {
        "agency", "broadcasting", "channel", "citizen", "daily", "diary", "magazine", "mail",
        "leader", "media", "messenger", "monitor", "network", "news", "newspaper", "online", "outlook",
        "plus", "podcast", "post", "press", "quarterly", "radio", "record", "register",
        "reporter", "review", "standard", "star", "today", "television", "tv", "weekly", "wire",
        "world",
    }
)  # fmt: skip
# Words that make a heading of a page out of the same nouns: "Breaking News" is no outlet.
_HEADING_WORDS = frozenset(
    {
        "previous", "next", "older", "newer", "under", "us", "uk", "guest", "blog",
        "all", "breaking", "business", "featured", "good", "international", "in-depth", "latest",
        "live", "local", "more", "most", "national", "news", "newest", "our", "politics",
        "popular", "read", "recent", "regional", "related", "science", "sports", "sport", "tech",
        "technology", "top", "trending", "video", "videos", "world", "your", "health", "culture",
        "opinion", "fake",
    }
)  # fmt: skip
# Words that head a section of a site or a kind of article, and are no name of anybody.
_SECTION_WORDS = frozenset(
    {
        "about", "africa", "america", "americas", "analysis", "and", "archive", "archives", "article", "arts",
        "asia", "back", "background", "blogs", "book", "books", "briefing", "cartoon", "cartoons", "climate",
        "column", "columns", "comment", "comments", "commentary", "community", "contact", "content", "cookies",
        "crime", "debate", "east", "economy", "editorial", "editorials", "education", "energy",
        "english", "entertainment", "environment", "europe", "events", "exclusive", "explained", "explainer",
        "explainers", "factbox", "feature", "features", "film", "finance", "food", "for", "foreign", "front",
        "gallery", "headlines", "history", "home", "homepage", "human", "index", "interview",
        "interviews", "investigation", "investigations", "investigative", "law", "letter", "letters",
        "lifestyle", "liveblog", "long", "longread", "longreads", "main", "markets", "menu", "middle", "money", "music",
        "newsletter", "newsroom", "north", "notice", "obituaries", "obituary", "of", "official",
        "op-ed", "opinions", "page", "pages", "part", "pacific", "people", "photo", "photos", "picture", "pictures",
        "podcasts", "policy", "posts", "print", "profile", "profiles", "publications", "region", "releases", "release",
        "report", "reports", "research", "resources", "reviews", "rights", "search", "section", "security",
        "site", "skip", "society", "south", "special", "start", "statement", "statements", "stories", "story", "style", "summary",
        "the", "timeline", "to", "topics", "translation", "travel", "updated", "update", "updates", "views", "weather",
        "website", "welcome", "west", "what", "who", "why", "women",
    }
)  # fmt: skip
_FEWEST = 2
_LONGEST_NAME = 100
_HEADING_NOUNS = frozenset(
    {"media", "network", "news", "online", "post", "press", "review", "world"}
)
_CALENDAR = frozenset(
    {
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday",
    }
)  # fmt: skip
_CAPITAL = r"(?:(?:al|el|an|as|ad|ar|d|l)['’\-])?[A-ZÀ-ÖØ-ÞĀ-Ž][\w&'’+\-]{0,40}(?:\.(?=[A-Z]))?(?:[A-Z]\.){0,4}"
NAME = rf"(?:[Tt]he\s+)?{_CAPITAL}(?:\s+(?:(?:of|for|and|&|de|du|der|den|di|la|al|van|von|bin|ibn|the)\s+){{0,2}}{_CAPITAL}){{0,7}}"
DOMAIN = r"(?:https?://)?(?:www\.)?(?:[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,10}(?:/\S*)?"
_WHOLE_DOMAIN = re.compile(DOMAIN)
_WHOLE_NAME = re.compile(NAME)
_DOMAIN_HEAD = re.compile(r"(?:https?://)?(?:www\.)?([^/]+)")


class NameKind(StrEnum):
    """What the form of a name gives away."""

    AGENCY = "agency"
    DOMAIN = "domain"
    OUTLET = "outlet"
    NAME = "name"  # capitals only: an outlet if the words around it say so


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletName:
    """A name as written, and what its form gives away."""

    name: str
    kind: NameKind


def read_outlet_name(written: str) -> OutletName | None:
    """Return the name that ``written`` is, whole; ``None`` if it has not the form of a name."""
    if len(written) > _LONGEST_NAME:
        return None
    if bare_agency(written).casefold() in _AGENCIES_FOLDED:
        return OutletName(name=bare_agency(written), kind=NameKind.AGENCY)
    if _WHOLE_DOMAIN.fullmatch(written):
        head = _DOMAIN_HEAD.match(written)
        return OutletName(name=head[1].casefold() if head else written, kind=NameKind.DOMAIN)
    if not _WHOLE_NAME.fullmatch(written) or written.casefold() in _CALENDAR:
        return None
    known = written in _WELL_KNOWN or names_an_outlet(written)
    kind = NameKind.OUTLET if known else NameKind.NAME
    return OutletName(name=re.sub(r"\Athe\s+", "", written), kind=kind)


def bare_agency(written: str) -> str:
    """Return the name without the article and the words that only say what it is."""
    return re.sub(r"\A[Tt]he\s+|\s+(?:[Nn]ews\s+)?[Aa]gency\Z", "", written)


def written_in_mixed_case(name: str, text: str) -> str:
    """Return a name in capitals as ``text`` writes it elsewhere; without that it stays as it is.

    Nothing is guessed: an acronym is written in capitals everywhere. A lone word that the text
    also writes small is an ordinary word.
    """
    if not name.isupper():
        return name
    words = name.split()
    bare = words[1:] if words[0] == "THE" and len(words) > 1 else words
    article = r"(?:the\s+)?" if bare != words else ""
    pattern = rf"\b{article}" + r"\s+".join(map(re.escape, bare)) + r"\b"
    forms = [" ".join(form.split()) for form in re.findall(pattern, text, re.IGNORECASE)]
    if len(bare) == 1 and any(form.split()[-1].islower() for form in forms):
        return name
    mixed = (re.sub(r"\Athe\s", "", form) for form in forms)
    return next((form for form in mixed if not form.isupper() and _is_capitalised(form)), name)


def _is_capitalised(name: str) -> bool:
    words = name.split()
    return all(word[0].isupper() for word in (words[0], words[-1]))


def names_an_outlet(written: str) -> bool:
    """Say whether the words of a name are those by which outlets call themselves."""
    bare = re.sub(r"\A(?:[Tt]he|THE)\s+", "", written)
    words = bare.casefold().split()
    while len(words) > _FEWEST and words[-1] in _TAIL_WORDS and words[-2] in _OUTLET_NOUNS:
        words.pop()
    daily = bare != written and words[0] == "daily"
    named_after = daily or words[0] in _LEADING_NOUNS or words[:2] == ["times", "of"]
    if not (words[-1] in _OUTLET_NOUNS or (named_after and len(words) > 1)) or _ends_in_agency(
        bare
    ):
        return False
    if len(words) == 1:
        return bare != written and words[0] not in _NEVER_ALONE
    heading = all(word in _HEADING_WORDS for word in words[:-1])
    return not (heading and words[-1] in _HEADING_NOUNS)


def heads_a_page(written: str) -> bool:
    """Say whether all words are those that head sections and kinds of article: "World", "Op-Ed"."""
    words = re.split(r"[\s&/,]+", written.casefold())
    return all(word in _SECTION_WORDS | _HEADING_WORDS for word in words if word)


def _ends_in_agency(bare: str) -> bool:
    """Say whether an agency's name stands behind another name: a picture credit, not an outlet."""
    words = bare.casefold().split()
    return any(" ".join(words[i:]) in _AGENCIES_FOLDED for i in range(1, len(words)))
