"""The entities of one document as the registry takes them: their names, offices and country."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.frozen import dataclass
from sayso.language.analysis import Mention
from sayso.story.actors.countries import country_of, is_country
from sayso.story.actors.name_form import NameForm, Sort, read_name, sort_of
from sayso.story.actors.offices import offices_beside
from sayso.story.actors.seats import Seat, find_seat
from sayso.story.actors.spelling import folded
from sayso.story.actors.stated_names import NamedSpan, StatedName, find_stated_names
from sayso.story.actors.written import NamedText, read_named_text
from sayso.text import Span

# How far from a body's name its country may stand, in characters: "Velmian ", "'s ", " of ".
_BESIDE = 4
# A country is the one a document is about if it is named so many times as often as the next.
_STANDS_OUT = 2
# A place that is named less often is not what a document is about.
_OFTEN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenName:
    """A name with how often the document writes it so, and where first."""

    form: NameForm
    count: int
    first: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEntity:
    """What several mentions of one document refer to, by its names.

    ``names`` stand fullest first. ``country`` is what tells a body with a common name from others
    of that name; where no country is known, ``around`` is the place that the document is about.
    ``reasons`` says what was read into the names (a seat).
    """

    document: str
    entity: int
    sort: Sort
    names: tuple[WrittenName, ...]
    spans: tuple[Span, ...]
    offices: tuple[str, ...] = ()
    country: str | None = None
    around: str | None = None
    reasons: tuple[str, ...] = ()

    @property
    def main(self) -> NameForm:
        return self.names[0].form


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedPair:
    """Two names that a document says are one, with the characters that say so."""

    left: NameForm
    right: NameForm
    document: str
    wording: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking:
    """That a claim of the document, by its position, is said by one of its entities."""

    claim: int
    entity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentActors:
    """What one document brings to the registry."""

    document: str
    entities: tuple[DocumentEntity, ...]
    stated: tuple[StatedPair, ...] = ()
    speaking: tuple[Speaking, ...] = ()


def read_entities(
    document: str,
    text: str,
    mentions: Sequence[Mention],
    *,
    acting: Iterable[int] = (),
) -> DocumentActors:
    """Return the named entities of a document.

    ``acting`` are the entities that speak or act: of them alone a capital means a government.
    """
    candidates = [m for m in mentions if sort_of(m.kind) is not None]
    writing = read_named_text(text, candidates)
    named = [m for m in candidates if writing.name(m) is not None]
    home, around = _home(text, named), _around(text, named)
    acts = frozenset(acting)
    by_entity: dict[int, list[Mention]] = {}
    for mention in named:
        by_entity.setdefault(mention.entity, []).append(mention)
    entities = (
        _entity(document, writing, group, (home, around), named, acts)
        for group in by_entity.values()
    )
    return DocumentActors(
        document=document,
        entities=tuple(entity for entity in entities if entity is not None),
        stated=tuple(_stated(document, text, named)),
    )


def _entity(
    document: str,
    writing: NamedText,
    group: Sequence[Mention],
    where: tuple[str | None, str | None],
    named: Sequence[Mention],
    acts: frozenset[int],
) -> DocumentEntity | None:
    text = writing.text
    kind = Counter(m.kind for m in group).most_common(1)[0][0]
    sort = _sort(writing, group, kind)
    reasons: tuple[str, ...] = ()
    number = group[0].entity
    if sort is None:
        return None
    seat = _seat(text, group, sort, acts=number in acts or sort is Sort.BODY)
    if seat is not None:
        sort, reasons = Sort.BODY, (seat.reason,)
    names = _names(writing, group, sort, facility=kind == "FAC")
    if seat is not None and (form := read_name(seat.body, Sort.BODY)):
        names = (WrittenName(form=form, count=len(group), first=group[0].span),)
    if not names:
        return None
    beside = _country_beside(text, group, named) if sort is Sort.BODY else None
    if beside and seat is None:
        names = tuple(replace(name, form=_of_country(name.form, beside)) for name in names)
    return DocumentEntity(
        document=document,
        entity=number,
        sort=sort,
        names=names,
        spans=tuple(m.span for m in group),
        offices=offices_beside(text, [m.span for m in group]) if sort is Sort.PERSON else (),
        country=where[0],
        around=where[1],
        reasons=reasons,
    )


def _of_country(form: NameForm, country: str) -> NameForm:
    """Add the country that stands beside a common name: its Ministry of Defence is one of many."""
    if form.distinctive or form.acronym:
        return form
    return replace(form, words=form.words + tuple(country.split()))


def _seat(text: str, group: Sequence[Mention], sort: Sort, *, acts: bool) -> Seat | None:
    if sort is Sort.PERSON or sort is Sort.GROUP:
        return None
    written = Counter(m.span.text_in(text) for m in group).most_common(1)[0][0]
    return find_seat(written, acts=acts)


def _sort(writing: NamedText, group: Sequence[Mention], kind: str) -> Sort | None:
    """Return the sort of an entity; a country is a place, whatever it does."""
    sort = sort_of(kind)
    if sort is Sort.BODY and all(is_country(writing.name(m) or "") for m in group):
        return Sort.PLACE
    return sort


def _names(
    writing: NamedText, group: Sequence[Mention], sort: Sort, *, facility: bool
) -> tuple[WrittenName, ...]:
    found: dict[str, WrittenName] = {}
    for mention in group:
        form = read_name(writing.name(mention) or "", sort, facility=facility)
        if form is None:
            continue
        before = found.get(form.key)
        found[form.key] = WrittenName(
            form=before.form if before and not before.form.text.isupper() else form,
            count=1 + (before.count if before else 0),
            first=before.first if before else mention.span,
        )
    return tuple(sorted(found.values(), key=_fullest))


def _fullest(name: WrittenName) -> tuple[bool, int, int, int, str]:
    form = name.form
    letters = sum(map(len, form.words))
    return form.acronym, -len(form.words), -letters, -name.count, form.text


def _home(text: str, named: Sequence[Mention]) -> str | None:
    """Return the country that a document names most, if one stands out."""
    counted = Counter(
        country
        for mention in named
        if mention.kind in {"LOC", "NORP"} and (country := country_of(mention.span.text_in(text)))
    ).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] < _STANDS_OUT * counted[1][1]):
        return None
    return counted[0][0]


def _around(text: str, named: Sequence[Mention]) -> str | None:
    """Return the place that a document names most, if one stands out and it is no country."""
    counted = Counter(
        folded(mention.span.text_in(text)) for mention in named if mention.kind == "LOC"
    ).most_common(2)
    if not counted or counted[0][1] < _OFTEN:
        return None
    if len(counted) > 1 and counted[0][1] < _STANDS_OUT * counted[1][1]:
        return None
    return counted[0][0]


def _country_beside(text: str, group: Sequence[Mention], named: Sequence[Mention]) -> str | None:
    """Return the country named right before or behind: "the Velmian ", "Velm's ", " of Velm"."""
    for mention in group:
        for word in mention.span.text_in(text).split():
            if country := country_of(word.removesuffix("'s").removesuffix("’s")):
                return country
        for near in named:
            before = 0 <= mention.span.start - near.span.end <= _BESIDE
            behind = 0 < near.span.start - mention.span.end <= _BESIDE
            if before or behind:
                between = text[
                    min(mention.span.end, near.span.end) : max(mention.span.start, near.span.start)
                ]
                tied = between.strip() in {"", "'s", "’s", "of", "in"}
                if tied and (country := country_of(near.span.text_in(text))):
                    return country
    return None


def _stated(document: str, text: str, named: Sequence[Mention]) -> Iterable[StatedPair]:
    spans = [NamedSpan(span=m.span, kind=m.kind) for m in sorted(named, key=lambda m: m.span)]
    kinds = {name.span: name.kind for name in spans}
    for stated in find_stated_names(text, spans):
        sort = sort_of(kinds[stated.left])
        right_sort = sort_of(kinds.get(stated.right, kinds[stated.left]))
        if sort is None or right_sort is None:
            continue
        left = read_name(stated.left.text_in(text), sort)
        right = read_name(stated.right.text_in(text), right_sort)
        if left and right and left.key != right.key:
            yield _pair(document, stated, left, right)


def _pair(document: str, stated: StatedName, left: NameForm, right: NameForm) -> StatedPair:
    return StatedPair(
        left=left, right=right, document=document, wording=stated.wording, rule=stated.rule
    )
