"""Republications made from articles: cut, re-headed, furnished, mixed, retouched, spun.

Spinning follows what content mills do: words and short phrases are replaced one by one from a
list of synonyms, whatever the sense; what the list does not know is at times replaced by any other
word. Names and numbers stay, for the most part.
"""

import random
import re
from collections.abc import Callable, Sequence

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?]['\"”’]) |(?<=[.!?]) |\n+")

_SYNONYMS = """
at least=as a minimum; more than=greater than; according to=in line with; because of=due to
as well as=in addition to; last week=final week; this year=this yr; last year=final year
in order to=so that you can; a number of=quite a lot of; such as=together with; so far=up to now
said=stated|mentioned; told=informed|knowledgeable; people=humans|folks; killed=slain; dead=lifeless
says=states; saying=stating; missing=lacking; sent=despatched; against=towards|in opposition to
over=above; under=beneath; after=following|once; before=earlier than; through=via; while=whereas
still=nonetheless; also=additionally; but=however; around=round; about=approximately
company=corporation|firm; companies=corporations; government=authorities; country=nation
countries=nations; president=chief executive; police=law enforcement; officials=officers
official=respectable; leader=chief; leaders=chiefs; group=organization; groups=organizations
war=warfare; attack=assault; attacks=assaults; fire=hearth; house=residence; home=domestic
market=marketplace; markets=marketplaces; price=fee; prices=fees; money=cash; stock=inventory
shares=stocks; bank=financial institution; banks=lenders; billion=bn; economy=financial system
crisis=disaster; problem=hassle; problems=troubles; plan=scheme; plans=schemes; deal=deal with
agreement=settlement; report=document; reports=documents; news=information; week=7 days
month=30 days; day=day by day; year=12 months; years=many years; time=period; first=preliminary
last=closing; new=brand new; old=vintage; big=massive; large=huge; small=tiny; high=excessive
low=decrease; lower=decrease; good=exact; bad=horrific; great=extremely good; many=numerous
several=a number of; some=a few; most=maximum; other=different; another=any other; only=handiest
very=very much; often=frequently; now=now that; today=these days; early=early on; late=overdue
begin=start; began=started; start=begin; started=commenced; end=stop; ended=concluded; made=crafted
make=construct; makes=constructs; take=seize; took=seized; taken=seized; give=provide
gave=supplied; given=furnished; get=acquire; got=were given; go=move; went=went on; come=arrive
came=got here; see=look; seen=visible; saw=noticed; know=understand; known=recognized; think=assume
believe=trust; believed=trusted; want=need; need=want; needs=desires; use=make use of; used=utilized
using=the usage of; find=discover; found=located; show=display; showed=confirmed; shown=proven
keep=maintain; kept=stored; hold=preserve; held=hung on; call=name; called=referred to as; ask=inquire
asked=requested; help=assist; helped=assisted; work=paintings; working=operating; workers=employees
worker=employee; job=task; jobs=tasks; buy=purchase; bought=offered; sell=promote; sold=bought
rise=upward thrust; rose=climbed; rising=growing; fall=autumn; fell=dropped; increase=boom
increased=improved; decline=decrease; declined=refused; grow=develop; growth=boom; cut=reduce
cuts=reductions; loss=defeat; losses=damages; lost=misplaced; win=triumph; won=gained; lead=guide
led=caused; part=component; parts=elements; place=region; area=location; areas=regions
world=global; city=metropolis; town=city; state=kingdom; states=countries; public=most people
private=personal; law=regulation; court=courtroom; case=case in point; judge=choose; trial=ordeal
charge=price; charged=charged up; force=pressure; forces=troops; army=military; soldiers=squaddies
weapons=guns; bomb=explosive; building=constructing; road=street; street=avenue; car=automobile
cars=vehicles; aircraft=plane; plane=aircraft; airline=service; flight=flying; water=h2o
food=meals; health=fitness; hospital=clinic; doctor=medical doctor; doctors=physicians
children=youngsters; child=toddler; woman=lady; women=girls; man=guy; men=males; family=own family
families=households; life=existence; death=demise; body=frame; head=cranium; hand=fingers; face=visage
support=assist; supported=subsidized; service=carrier; services=offerings; system=machine
program=programme; project=challenge; product=item; products=merchandise; business=enterprise
industry=enterprise; trade=change; contract=settlement; tax=levy; interest=hobby; rate=price
rates=charges; debt=indebtedness; fund=budget; funds=price range; investors=buyers; customers=clients
announced=introduced; announce=declare; expected=anticipated; expect=assume; warned=cautioned
warning=caution; claim=declare; claimed=alleged; claims=asserts; denied=refused; reported=suggested
decided=determined; decision=choice; agreed=consented; continue=hold on; continued=persevered
released=launched; release=launch; released=issued; opened=unfolded; open=unlocked; closed=shut
close=near; set=set up; likely=in all likelihood; possible=viable; difficult=tough; hard=difficult
important=essential; major=foremost; full=complete; whole=entire; same=identical; own=personal
few=few in number; less=much less; much=a good deal; long=lengthy; short=brief; next=subsequent
later=in a while; recent=latest; recently=currently; currently=presently; former=erstwhile
including=consisting of; without=with out; within=inside; between=among; during=at some stage in
since=on account that; until=till; because=due to the fact; although=even though; though=although
if=in case; when=whilst; where=in which; which=that; who=that; however=but; within=in the
is=is currently; was=become; were=have been; had=had already; would=could; could=should; may=might
might=can also; must=should; will=will be; should=must; has=has already; have=have already
cause=motive; reason=purpose; result=end result; effect=impact; change=alternate; changes=modifications
move=circulate; moved=shifted; return=go back; returned=lower back; left=departed; leave=depart
meet=meet up with; meeting=assembly; met=encountered; talks=conversations; statement=announcement
question=query; answer=solution; member=participant; members=contributors; team=crew; game=recreation
school=college; schools=faculties; student=pupil; students=college students; number=quantity
point=factor; level=degree; side=aspect; line=row; right=proper; rights=privileges; free=unfastened
power=strength; energy=strength; oil=petroleum; gas=gasoline; space=area; data=facts; study=look at
"""


def _read_synonyms() -> dict[str, tuple[str, ...]]:
    pairs = (entry.strip().partition("=") for entry in re.split(r"[;\n]", _SYNONYMS))
    return {word: tuple(others.split("|")) for word, _, others in pairs if word}


SYNONYMS = _read_synonyms()
_PHRASES = re.compile(
    r"\b(?:" + "|".join(sorted((w for w in SYNONYMS if " " in w), key=len, reverse=True)) + r")\b"
)
_SHORT = 3  # letters
_FURNITURE = (
    "Home > World > Latest",
    "Sign up to our morning letter",
    "Read next: ten quiet islands for the autumn",
    "Photo: archive",
    "3 Comments",
    "Share this story with a friend",
    "Tags: world, news",
)
_HEADLINES = (
    "What we know so far about a story that moves on",
    "Questions grow after the latest turn of events",
    "Here is what happened, in brief",
)


def sentences_of(text: str) -> list[str]:
    return [part for part in _SENTENCE_END.split(text) if part.strip()]


def paragraphs(sentences: Sequence[str]) -> str:
    return "\n\n".join(" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2))


def cut(sentences: list[str], _: Sequence[str], chance: random.Random) -> list[str]:
    """Keep the beginning, 35 to 75 percent."""
    return sentences[: max(4, int(len(sentences) * chance.uniform(0.35, 0.75)))]


def reheaded(sentences: list[str], _: Sequence[str], chance: random.Random) -> list[str]:
    return [chance.choice(_HEADLINES), *sentences[1:]]


def furnished(sentences: list[str], _: Sequence[str], chance: random.Random) -> list[str]:
    """Put lines of a page between the sentences."""
    made = list(sentences)
    for line in chance.sample(_FURNITURE, 5):
        made.insert(chance.randrange(len(made) + 1), line)
    return made


def retouched(sentences: list[str], foreign: Sequence[str], chance: random.Random) -> list[str]:
    """Replace 2 to 20 percent of the words, each by any other."""
    words = [word for sentence in foreign for word in _WORD.findall(sentence)]
    share = chance.uniform(0.02, 0.2)
    return [
        _WORD.sub(lambda m: chance.choice(words) if chance.random() < share else m[0], sentence)
        for sentence in sentences
    ]


def mixed(sentences: list[str], foreign: Sequence[str], chance: random.Random) -> list[str]:
    """Replace 10 to 50 percent of the sentences by those of other articles."""
    share = chance.uniform(0.1, 0.5)
    return [chance.choice(foreign) if chance.random() < share else each for each in sentences]


def spun(sentences: list[str], foreign: Sequence[str], chance: random.Random) -> list[str]:
    """Put nearly every word that has a synonym into another, quotations too."""
    words = _long_words(foreign)
    return [_spin(sentence, words, chance, rest=0.08) for sentence in sentences]


def spun_cut(sentences: list[str], foreign: Sequence[str], chance: random.Random) -> list[str]:
    return spun(cut(sentences, foreign, chance), foreign, chance)


def spun_hard(sentences: list[str], foreign: Sequence[str], chance: random.Random) -> list[str]:
    """Spin, and replace half of the other long words, names too."""
    words = _long_words(foreign)
    return [_spin(sentence, words, chance, rest=0.5) for sentence in sentences]


def _long_words(sentences: Sequence[str]) -> list[str]:
    """Return the words that may take the place of a long word: no articles, no prepositions."""
    words = (word.lower() for sentence in sentences for word in _WORD.findall(sentence))
    return [word for word in words if len(word) > _SHORT]


Maker = Callable[[list[str], Sequence[str], random.Random], list[str]]
MAKERS: tuple[Maker, ...] = (
    cut,
    reheaded,
    furnished,
    retouched,
    mixed,
    spun,
    spun_cut,
    spun_hard,
)


def _spin(sentence: str, words: Sequence[str], chance: random.Random, *, rest: float) -> str:
    def phrase(match: re.Match[str]) -> str:
        return chance.choice(SYNONYMS[match[0]]) if chance.random() < 0.9 else match[0]  # noqa: PLR2004

    def word(match: re.Match[str]) -> str:
        known = SYNONYMS.get(match[0].lower())
        if known and chance.random() < 0.85:  # noqa: PLR2004
            other = chance.choice(known)
            return other.capitalize() if match[0][0].isupper() else other
        long = len(match[0]) > _SHORT
        named = match[0][0].isupper() and match.start() > 0 and chance.random() < 0.8  # noqa: PLR2004
        return chance.choice(words) if long and not named and chance.random() < rest else match[0]

    return _WORD.sub(word, _PHRASES.sub(phrase, sentence))
