"""Reading what a case knows of actors."""

from collections.abc import Iterator

from sayso.case import actor_lists
from sayso.case.actor_records import ActorFilter, ActorMention, ActorRow, AliasRow, ProposalRow
from sayso.case.place_reader import PlaceReader


class ActorReader(PlaceReader):
    """The part of reading a case that is about actors."""

    def actors(
        self, by: ActorFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[ActorRow]:
        """List actors, those who say most first."""
        wanted = by or ActorFilter()
        return self._stream(
            lambda c: actor_lists.list_actors(c, wanted, limit=limit, offset=offset)
        )

    def find_actor(self, name: str) -> str:
        """Return the id of the actor that an id, its beginning or a name means; CaseError if none."""
        with self._reads() as connection:
            return actor_lists.find_actor(connection, name)

    def actor_aliases(self, actor: str) -> tuple[AliasRow, ...]:
        """Return the names of an actor, each with why it means this one."""
        with self._reads() as connection:
            return actor_lists.list_aliases(connection, actor)

    def actor_mentions(self, actor: str) -> Iterator[ActorMention]:
        """List where an actor is named or referred to."""
        return self._stream(lambda c: actor_lists.list_mentions(c, actor))

    def actor_proposals(
        self, actor: str | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[ProposalRow]:
        """List actors that may be one, of all or with one of them, the likeliest first."""
        return self._stream(
            lambda c: actor_lists.list_proposals(c, actor, limit=limit, offset=offset)
        )

    def count_actor_proposals(self, *, most: int) -> int:
        """Count the pairs of actors that may be one, no further than ``most``."""
        with self._reads() as connection:
            return actor_lists.count_proposals(connection, most)

    def documents_without_actors(self) -> tuple[str, ...]:
        """Return the documents whose names are not in the registry: added before there was one."""
        with self._reads() as connection:
            return actor_lists.list_unregistered(connection)
