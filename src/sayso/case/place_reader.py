"""Reading what a case knows of places."""

from collections.abc import Iterator

from sayso.case import place_lists
from sayso.case.place_records import PlaceFilter, PlaceMentionRow, PlaceProposal, PlaceRow
from sayso.case.statement_reader import StatementReader


class PlaceReader(StatementReader):
    """The part of reading a case that is about places."""

    def places(
        self, by: PlaceFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[PlaceRow]:
        """List the places that are named, those named in most documents first."""
        wanted = by or PlaceFilter()
        return self._stream(
            lambda c: place_lists.list_places(c, wanted, limit=limit, offset=offset)
        )

    def find_place(self, name: str) -> str:
        """Return the id of the place that an id, its beginning or a name means; CaseError if none."""
        with self._reads() as connection:
            return place_lists.find_place(connection, name)

    def place_mentions(self, place: str) -> Iterator[PlaceMentionRow]:
        """List where a place is named, by the id under which it is shown."""
        return self._stream(lambda c: place_lists.list_place_mentions(c, place))

    def place_proposals(self) -> Iterator[PlaceProposal]:
        """List the sites that may be one."""
        return self._stream(place_lists.list_place_proposals)
