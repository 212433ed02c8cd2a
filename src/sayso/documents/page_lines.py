"""Lines that any page may carry around an article: links, counters, share bars, boxes."""

from sayso.documents.document import FurnitureKind
from sayso.documents.line_rule import LineRule, verbose

_LABEL = r"""
    (?:read(?:\ (?:more|also|next|on|this))?|also\ (?:read|watch|see)|more(?:\ (?:on\ this|
    to\ read))?
    |see\ (?:also|more)|watch(?:\ (?:also|more|live|now))?|listen(?:\ (?:also|now))?|
    related(?:\ (?:stories|articles|posts|news|story|article))?
    |recommended(?:\ (?:reading|stories|articles|for\ you))?|don['’]t\ miss|further\ reading|
    in\ pictures|up\ next|must\ read)"""
_STORIES = r"""
    (?:posts?|stor(?:y|ies)|articles?|news|content|reads?|reading|topics?|videos?|links?|
    headlines?|items?|comments?|tags)
"""
_NETWORK = r"""
    (?:facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|tumblr|instagram|youtube|
    tiktok|threads|bluesky|mastodon|flipboard|pocket|viber|messenger|vk|gettr|gab|snapchat|rss|
    e-?mail|print|sms|link)
"""
_SHARE = r"(?:share|tweet|like|pin|post|send|save|copy|follow|comments?|pinned|more)"
_BETWEEN = r"[\s|,·•/&:+()]*"

PAGE_RULES: tuple[LineRule, ...] = (
    LineRule(
        name="page.ornament",
        kind=FurnitureKind.LINE,
        pattern=verbose(r"[\W_]+ \Z"),
        fires_on=("* * *", "———", "→", "…"),
        silent_on=("* A note.", "7"),
    ),
    LineRule(
        name="page.counter",
        kind=FurnitureKind.LINE,
        pattern=verbose(
            r"""
                (?: (?:page|image|photo|slide|picture|part|list|item)\s )? \d{1,4} \s* (?: of |
                / ) \s* \d{1,5} \s* [›»>]* \Z
            """,
            ignore_case=True,
        ),
        fires_on=("2 of 31", "1 / 12", "Page 2 of 3", "Photo 4/9", "list 1 of 4"),
        silent_on=("9 of 12 boats sank", "2 of 3.5"),
    ),
    LineRule(
        name="page.link_label",
        kind=FurnitureKind.LINE,
        pattern=verbose(
            rf"""
                (?: [→►»›▶➤➜>•*|⟶\[(] \s* )* (?: (?i:{_LABEL}) \s* [:|»›>→] | (?-i:READ|WATCH|SEE|
                LISTEN|RELATED|MORE)
                 (?:\ (?:MORE|ALSO|NEXT|ON))? \s* [:|»›>→–—-] ) \s* (?: \S.{{0,200}} )? \Z"""
        ),
        fires_on=(
            "→ READ: Ellery's last lighthouse keeper retires",
            "Also read: Why the ferries stopped",
            "RELATED: Harbour toll doubles",
            "Read more:",
            "Watch: The bridge comes down",
        ),
        silent_on=(
            "Read in full, the letter accuses the mayor.",
            "More than 300 boats were lost.",
            "Related firms were fined as well.",
        ),
    ),
    LineRule(
        name="page.arrow_link",
        kind=FurnitureKind.LINE,
        pattern=verbose(r"(?: [→➜⟶»›]+ \s* [^.!?…]{2,120} | [^.!?…]{2,60} \s [→➜⟶»›]+ ) [?!]? \Z"),
        fires_on=("→ Ferry strike enters third week", "All stories from Ellery »", "Next story ›"),
        silent_on=("→ The ferry strike began on Monday. It may last.", "» Wir gehen «, sagte sie."),
    ),
    LineRule(
        name="page.click_here",
        kind=FurnitureKind.LINE,
        pattern=verbose(
            r"""(?: (?:please\ )?(?:click|tap|press)\ (?:here|on|the|to|this)\b .{0,80}
                  | .{0,60} \b(?:click|tap)\ here [.!:]?
                  | (?:continue|keep)\ reading\b .{0,100}
                  | (?:read|view|see|watch)\ (?:the\ )?(?:full|more|rest|original|entire|whole|complete)\b
                    (?:\ (?:of|the|this|full|entire|original|rest|story|article|post|report|
                    interview|video|here|at|on|about|in|from|[A-Z][\w.]*)\b){0,8} \s* [.…»›>→]*
                    ) \Z""",
            ignore_case=True,
        ),
        fires_on=(
            "Click here to see the map.",
            "Continue reading the main story",
            "Read the full story at The Ellery Post",
            "Read more",
            "For more on the ferries, click here.",
        ),
        silent_on=(
            "Click farms are paid to press the same button all day long, researchers found.",
            "Read more than twice, a letter gives itself away.",
            "Continue reading and you will find that the mayor owns the mill, the bank, the ferry, the paper and, since May, the school.",
        ),
    ),
    LineRule(
        name="page.share_bar",
        kind=FurnitureKind.LINE,
        pattern=verbose(
            rf"""
                (?= .{{1,120}} \Z ) (?: \d[\d.,k]*\s* )?
                (?: \b(?:{_SHARE}|{_NETWORK}|views?|shares?)\b {_BETWEEN}
                    (?: (?:this|on|via|to|by|with|the|article|story|post|page|us|and|in|it|your
                        |friends|opens|new|window|\d+)\b {_BETWEEN} )* ){{1,16}} \Z
            """,
            ignore_case=True,
        ),
        fires_on=("Share", "Facebook Twitter WhatsApp Email", "Share this article on Facebook", "12 Shares", "Follow us on Telegram"),
        silent_on=("Share prices fell.", "Print on demand grew", "X marks the spot"),
    ),
    LineRule(
        name="page.reply_box",
        kind=FurnitureKind.LINE,
        pattern=verbose(
            r"""
                (?: (?:leave|post|add|write|submit)\ (?:a|your|an)\ \w+ (?:\ (?:below|here|
                now))? | \d+\ comments? | (?:no|view|show|load|hide|all)\ comments | (?:join|
                start)\ the\ (?:conversation|discussion) ) [.!:]? \Z
            """,
            ignore_case=True,
        ),
        fires_on=("Leave a comment", "Add your reply", "14 comments", "Join the conversation"),
        silent_on=("Leave a city and it leaves you.", "Post a guard at the gate"),
    ),
    LineRule(
        name="page.subscribe",
        kind=FurnitureKind.LINE,
        pattern=verbose(
            r"""
                (?: (?:click\ here\ to\ |to\ )?(?:sign\ up|subscribe|register|join)\b
                (?=.{0,120}\b(?:newsletters?|mailing\ list|e-?mail\ list|inbox|alerts?|updates|
                channel|digest|briefing|subscribers?|podcast|for\ free|today|now|here)\b) .{0,140}
                  | get\ (?:the|our|all|more|breaking|daily|weekly|free)\b .{0,100} \b(?:inbox|
                  newsletters?|alerts)\b .{0,60}
                  | (?:follow|like|find)\ us\ (?:on|at)\b .{0,100} | subscribe | sign\ up |
                  sign\ in | log\ in | newsletters? | subscribe\ (?:now|today|here) ) \Z""",
            ignore_case=True,
        ),
        fires_on=(
            "Sign up for our daily newsletter",
            "Subscribe to the Ellery Post channel on Telegram",
            "Follow us on Facebook and Instagram",
            "Get the morning's news in your inbox",
        ),
        silent_on=(
            "Join forces was what the two councils did in May.",
            "Sign up was slow at first: eight fishermen in a month.",
        ),
    ),
    LineRule(
        name="page.rights",
        kind=FurnitureKind.LINE,
        pattern=verbose(
            r"""
                (?: (?: © | \(c\) | copyright\b(?:\s*©)? ) \s* (?: \d{4} | (?-i:[A-Z(]) |
                all\ rights ) .{0,240}
                  | .{0,200} \ball\ rights\ reserved\b .{0,160} ) \Z""",
            ignore_case=True,
        ),
        fires_on=("© 2021 The Ellery Post", "Copyright 2020 Ellery Media Ltd. All rights reserved."),
        silent_on=("Copyright law is slow, the judge said.", "The islands have all rights under the treaty."),
    ),
    LineRule(
        name="page.loading",
        kind=FurnitureKind.LINE,
        pattern=verbose(r"""
            (?:loading|please\ wait)\b .{0,40} (?: … | \.\.\.? ) \Z | loading \Z
        """, ignore_case=True),
        fires_on=("Loading comments…", "Loading ...", "Please wait..."),
        silent_on=("Loading at the quay goes on all night.",),
    ),
    LineRule(
        name="page.advertisement",
        kind=FurnitureKind.LINE,
        pattern=verbose(
            r"""
                [-–—\[(*\s]* (?: advertise(?:ment|r\ content)?s? | ad | sponsored(?:\ (?:content|
                by\b.{0,40}))? | promoted(?:\ content)? | paid\ content
                  | (?:story|article|content)\ continues\ (?:below|after)\b .{0,40} |
                  scroll\ (?:down\ )?(?:to|for)\ .{0,40} | skip\ (?:to|past|advert)\b.{0,40} )
                  [-–—\])*\s:]* \Z""",
            ignore_case=True,
        ),
        fires_on=("ADVERTISEMENT", "Article continues below", "- Advertisement -", "Sponsored content"),
        silent_on=("Advertisement income fell by half.", "Sponsored by a brewery, the race drew 300 boats and a fine, said the mayor."),
    ),
    LineRule(
        name="page.related_box",
        kind=FurnitureKind.LINE,
        pattern=verbose(
            rf"""
                (?: (?:related|recommended|similar|more|latest|recent|popular|trending|top|other|
                previous|next|most\ (?:read|popular|viewed|shared)|editor['’]?s['’]?|featured)
                   (?:\ (?:{_STORIES}|picks?|(?:from|in)\ (?-i:(?:the\ )?[A-Z]).{{1,40}}|
                   on\ this(?:\ story)?|by\ (?:this\ )?author|for\ you|now)){{1,2}}
                 | you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested\ in)\b.{{0,40}} |
                 trending(?:\ now)? | most\ (?:read|popular|viewed|shared) |
                 what\ to\ read\ next | up\ next | read\ next ) \s* [:.…»]* \Z""",
            ignore_case=True,
        ),
        fires_on=("Related articles", "Most read", "More from The Ellery Post", "You may also like", "Next post"),
        silent_on=("Other news was worse", "Latest talks failed", "More from the sea than from the land"),
    ),
    LineRule(
        name="page.tags",
        kind=FurnitureKind.LINE,
        pattern=verbose(
            r"""
                (?: tags? | tagged(?:\ (?:as|with|in))? | topics? | filed\ under | categor(?:y|
                ies) | keywords? | posted\ in | related\ topics | in\ this\ article ) \s* :
                .{0,300} \Z | (?:\#\w+[\s,]*){1,} \Z
            """,
            ignore_case=True,
        ),
        fires_on=("Tags: ferries, Ellery, strike", "Filed under: Shipping", "#ferries #strike"),
        silent_on=("Tags were found on all six birds.", "#ferries was the word of the day."),
    ),
    LineRule(
        name="page.bare_link",
        kind=FurnitureKind.LINE,
        pattern=verbose(r"""
            (?: (?:https?://|www\.|pic\.twitter\.com/|t\.co/) \S+ | (?:[Ff]ollow\ )? @\w{2,30}
            (?:\ on\ \w+)? ) \Z
        """),
        fires_on=("https://ellerypost.example/a/b", "pic.twitter.com/abc", "Follow @ellerypost"),
        silent_on=("@ellerypost was shut down.", "https://ellerypost.example is blocked there"),
    ),
    LineRule(
        name="page.player",
        kind=FurnitureKind.LINE,
        pattern=verbose(
            r"""
                (?: (?:play|watch|pause|mute|unmute|replay|listen\ to)\ (?:the\ |
                this\ )?(?:video|audio|article|story|podcast|live|now|clip) |
                video\ player.{0,40} | (?:video|audio|advertisement|duration) \s* :? \s*
                \d{1,2}:\d{2} (?::\d{2})? | \d{1,2}:\d{2}\s*/\s*\d{1,2}:\d{2} | (?:click|
                tap)\ to\ (?:enlarge|expand|play|zoom)\b.{0,30} | (?:show|view|expand|
                hide)\ (?:caption|transcript|gallery|images?|more|less) ) \s* \Z
            """,
            ignore_case=True,
        ),
        fires_on=("Play Video", "Listen to this article", "Duration 1:30", "Click to enlarge", "Hide caption"),
        silent_on=("Play video games all day, the study says, and you will sleep badly.", "Watch the video again, she said."),
    ),
    LineRule(
        name="page.reading_time",
        kind=FurnitureKind.LINE,
        pattern=verbose(r"""
            (?: (?:reading\ time|read\ time|est(?:imated)?\.?\ reading\ time) \s*:?\s* )?
            \d{1,3} \s* -? min(?:ute)?s?\.? (?:\ read)? \Z
        """, ignore_case=True),
        fires_on=("4 min read", "Reading time: 3 minutes"),
        silent_on=("4 minutes later the mast broke", "4 min too late"),
    ),
)  # fmt: skip
