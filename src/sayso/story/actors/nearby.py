"""Short names beside their long ones: within one document the fuller name says who is meant."""

from collections.abc import Sequence

from sayso.story.actors.blocking import block_keys
from sayso.story.actors.comparison import Relation
from sayso.story.actors.document_entities import DocumentEntity
from sayso.story.actors.matching import match

# In one document even "the Board" is short for the one body that is called so in full.
_LEAST = 0.55
_MARGIN = 0.1
# Documents that name more than this are lists: there a surname has many bearers.
_MOST = 400


def join_nearby(entities: Sequence[DocumentEntity]) -> dict[int, DocumentEntity]:
    """Return for each entity with a short name the one entity beside it that has the long one."""
    if len(entities) > _MOST:
        return {}
    near = _near(entities)
    by_name: dict[str, list[DocumentEntity]] = {}
    for entity in entities:
        by_name.setdefault(entity.main.key, []).append(entity)
    joined: dict[int, DocumentEntity] = {}
    for entity in entities:
        others = [o for name in sorted(near[entity.main.key]) for o in by_name[name]]
        found = _longer(entity, others)
        if found is not None:
            joined[entity.entity] = found
    return {number: _last(joined, entity) for number, entity in joined.items()}


def _near(entities: Sequence[DocumentEntity]) -> dict[str, set[str]]:
    """Return for each name the names that share a key with it: only they can match."""
    keys = {entity.main.key: block_keys(entity.main) for entity in entities}
    found_by: dict[str, set[str]] = {}
    for name, blocks in keys.items():
        for block in blocks.found_by:
            found_by.setdefault(block, set()).add(name)
    near: dict[str, set[str]] = {name: set() for name in keys}
    for name, blocks in keys.items():
        for block in blocks.looks_for:
            for other in found_by.get(block, ()):
                near[name].add(other)
                near[other].add(name)
    return near


def _longer(entity: DocumentEntity, entities: Sequence[DocumentEntity]) -> DocumentEntity | None:
    ranked = []
    for other in entities:
        if other.entity == entity.entity or other.main.key == entity.main.key:
            continue
        found = match(entity.main, other.main)
        if found.relation is Relation.SHORT and found.score >= _LEAST:
            ranked.append((-found.score, other.main.key, other))
    ranked.sort(key=lambda row: row[:2])
    if not ranked or _is_open(ranked):
        return None
    return ranked[0][2]


def _is_open(ranked: Sequence[tuple[float, str, DocumentEntity]]) -> bool:
    """Say whether another name fits nearly as well, and is not the same name once more."""
    best = ranked[0]
    return any(
        score - best[0] < _MARGIN and key != best[1] and not _same(entity, best[2])
        for score, key, entity in ranked[1:]
    )


def _same(left: DocumentEntity, right: DocumentEntity) -> bool:
    return match(left.main, right.main).relation is not Relation.OTHER


def _last(joined: dict[int, DocumentEntity], entity: DocumentEntity) -> DocumentEntity:
    seen = {entity.entity}
    while (further := joined.get(entity.entity)) and further.entity not in seen:
        entity = further
        seen.add(entity.entity)
    return entity
