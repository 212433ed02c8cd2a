"""Captions and picture credits: their dates and words are not the article's."""

import re
from typing import Final

from sayso.documents.document import FurnitureKind
from sayso.documents.line_rule import LineRule, verbose

_PICTURE = r"""
    (?:photo(?:graph|s|graphs)?|image|picture|pic|illustration|graphic|map|screenshot|
    screengrab|footage|video|still)
"""
_LENDER = r"""
    (?:AP|AFP|EPA|PA|ANSA|TASS|Xinhua|Reuters|REUTERS|Anadolu|Alamy|Shutterstock|iStock|Unsplash|
    Pexels|Flickr
    |(?:[A-Z]\w+\ )?Getty(?:\ Images)?|Wikimedia(?:\ Commons)?|Wikipedia|Associated\ Press|
    NurPhoto|Bloomberg)"""

_NAMED = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*(?:\ [\w.'’-]+){0,5}?"
# "Photograph: Lena Okafor/Reuters The harbour …": a credit that ran into the story; who lends the picture ends it.
_RUN_IN: Final = re.compile(
    rf"""\s* (?:Photograph|Photo|Picture|Image)s? \s? : \s? {_NAMED} (?: \s? \\?/ \s? {_NAMED} ){{0,2}}?
        \s? \\?/ \s? {_LENDER} \s+ (?= ["“‘'«`]* (?: [^\W\d_a-zß-öø-ÿ] | \d ) )""",
    re.VERBOSE,
)

CAPTION_RULES: tuple[LineRule, ...] = (
    LineRule(
        name="caption.file",
        kind=FurnitureKind.CAPTION,
        pattern=verbose(r"""
            \(? (?:FILE|File|ARCHIVE|HANDOUT) (?:\ (?:PHOTO|Photo|photo|IMAGE|picture|image))?
            \s* [-–—:] \s* \S
        """),
        fires_on=(
            "FILE – Fishing boats lie in the harbour of Port Ellery, Tuesday, May 4, 2021. (Jo Hart via AP)",
            "FILE PHOTO: A guard stands before the mill in Ostrava Heights",
            "File photo: The reservoir in August",
        ),
        silent_on=(
            "FILE sharing was banned at the ministry on Monday.",
            "File under oddities: the council has lost its own address.",
        ),
    ),
    LineRule(
        name="caption.label",
        kind=FurnitureKind.CAPTION,
        pattern=verbose(
            rf"""[\[(]? (?: {_PICTURE} (?:\ (?:credit|caption|by|courtesy(?:\ of)?|source))?
                      | (?:image\ )?credits? | courtesy | caption | pictured )s? \s* [:©|] \s* .{{1,160}} \Z
                 | [\[(]? {_PICTURE} \ (?:by|courtesy\ of|credit) \s .{{2,60}} (?<![.!?]) \Z
                 | [\[(]? (?:image|picture)\ (?:source|caption) \b .{{0,200}} \Z""",
            ignore_case=True,
        ),
        fires_on=(
            "Photo: Lena Okafor/The Ellery Post",
            "(Photo credit: Ministry of Fisheries)",
            "Image courtesy of the Ellery Museum",
            "Image source, Coast Guard",
            "Photo by Tomas Reed",
        ),
        silent_on=(
            "Photos of the flood were shared widely, the mayor said.",
            "Video shows a lorry hitting the gate at about 9 p.m.",
            "Photo by photo, the two women rebuilt the archive of the drowned village.",
        ),
    ),
    LineRule(
        name="caption.lender_in_brackets",
        kind=FurnitureKind.CAPTION,
        pattern=verbose(
            rf"""
                (?: .{{0,600}} \s )? [\[(] (?: [^\[\]()]{{0,100}} (?: \b(?i:photo|image|picture|
                handout|courtesy|screengrab|screenshot)\b
                      | \bvia\ {_LENDER} | / \s? {_LENDER} | {_LENDER} \s? / )
                      [^\[\]()]{{0,80}} | Getty(?:\ Images)? | File ) [\])] \.? \Z"""
        ),
        fires_on=(
            "Trawlers at the quay of Port Ellery on March 3, 2020. (AP Photo/Jo Hart)",
            "The prime minister greets dockers [Lena Okafor/Reuters]",
            "Smoke over the refinery (Coast Guard handout)",
        ),
        silent_on=(
            "The harbour reopened on Monday, officials said. (Reuters)",
            "He bought the boat (a photo of it hangs in the hall) and sailed.",
            "(Reporting by Lena Okafor; Editing by Tomas Reed)",
        ),
    ),
    LineRule(
        name="caption.lender_at_end",
        kind=FurnitureKind.CAPTION,
        pattern=verbose(
            rf"""
                (?: .{{0,600}} [\s.] )? (?: (?i:photograph|photo|image|credit|pic) (?:\ credit)?
                     \s? [:©] \s? [^.!?]{{2,80}}
                   | [A-Z][\w.'’-]+ (?:\ [A-Z][\w.'’-]+){{0,3}} \s? / \s? {_LENDER} (?:\ via\ {_LENDER})?
                   | (?:{_LENDER}|REUTERS) \s? / \s? [A-Z][\w.'’-]+ (?:\ [A-Z][\w.'’-]+){{0,3}}
                   | ©\ ?{_LENDER} [^.!?]{{0,60}} ) \Z"""
        ),
        fires_on=(
            "Boats rest on the mud of Ellery bay. Photograph: Lena Okafor/Getty Images",
            "Lena Okafor/Reuters",
            "The bay in 2019. Lena Okafor/AFP via Getty Images",
            "Boats at Port Ellery, March 3, 2021. REUTERS/Lena Okafor",
        ),
        silent_on=(
            "She works for a lender that Reuters said was close to failing.",
            "The ministry posted a photo: it showed nothing, he said.",
            "League picture: Ellery leads",
        ),
    ),
    LineRule(
        name="caption.picture_agency",
        kind=FurnitureKind.CAPTION,
        pattern=verbose(
            r"""
                (?:Getty(?:\ Images)?|Alamy(?:\ Stock\ Photo)?|Shutterstock|iStock|Unsplash|
                Pexels|NurPhoto) (?: \s? [/|,] \s? [A-Z][\w.'’ -]{1,40} )? \Z
            """
        ),
        fires_on=("Getty Images", "Shutterstock / Lena Okafor"),
        silent_on=("Getty Images was sued.", "Alamy Bay"),
    ),
    LineRule(
        name="caption.owner",
        kind=FurnitureKind.CAPTION,
        pattern=verbose(
            rf"""(?: [A-Z][\w.'’&/-]* (?:\ (?:of|the|and|[A-Z][\w.'’&/-]*)){{0,6}} \ )
                 (?: (?:file|handout|stock|archive|pool)\ {_PICTURE} | photo | image | picture |
                 illustration | graphic | screenshot | screengrab )
                 (?:\ via\ .{{2,40}})? \s? \.? \Z"""
        ),
        fires_on=("Coast Guard image", "Ellery Post file photo", "Reuters photo", "Ministry of Fisheries handout photo"),
        silent_on=(
            "The museum sold the picture.",
            "Officials in Ellery want a better public image",
            "He said the Coast Guard had a tarnished image",
        ),
    ),
    LineRule(
        name="caption.shown_in_file_picture",
        kind=FurnitureKind.CAPTION,
        pattern=verbose(
            rf"""
                (?: .{{0,300}} \s (?:is|are)\ (?:seen|shown|pictured) \s .{{0,200}} )?
                (?: \b(?:in|seen\ in)\ (?:this|an|a) \s (?:\w+\s)?
                    (?:file|undated|handout|archive)\ {_PICTURE} ) .{{0,120}} \Z
            """
        ),
        fires_on=("The lighthouse is seen in this undated handout photo taken near Port Ellery.",),
        silent_on=("The lighthouse, which in this age of satellites has no use, is for sale.",),
    ),
)  # fmt: skip


def credit_end(line: str) -> int:
    """Return where a line goes on behind the picture credit that ran into it; 0 if none did.

    Example: behind "Reuters" of "Photograph: Lena Okafor/Reuters The harbour reopened."; "Photo:
    Lena Okafor of the harbour board" is no credit that ends.
    """
    credit = _RUN_IN.match(line)
    return credit.end() if credit else 0
