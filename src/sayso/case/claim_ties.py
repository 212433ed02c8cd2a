"""Conditions on claims by what they are tied to: an origin behind them."""

from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from sayso.case import tables
from sayso.case.dialect.full_text import has_words
from sayso.case.statement_tables import echo_members
from sayso.documents import Role

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

_claims, _links = tables.claims, tables.chain_links


def goes_back_to(origin: str) -> "ColumnElement[bool]":
    """Keep claims of a speaker or of a credited outlet of this name, and all that echo one."""
    known = or_(
        has_words(_claims, ("speaker",), origin),
        _claims.c.document_id.in_(
            select(_links.c.document_id).where(
                _links.c.role != Role.HOST.value,
                func.lower(_links.c.name).contains(origin.lower(), autoescape=True),
            )
        ),
    )
    # As its own query: within one, the condition would be tied to the claim that is listed.
    named = select(_claims.c.id).where(known).correlate(None)
    members, others = echo_members.alias(), echo_members.alias()
    echoed = (
        select(members.c.claim_id)
        .join(others, others.c.group_id == members.c.group_id)
        .where(others.c.claim_id.in_(named))
    )
    return or_(known, _claims.c.id.in_(echoed))
