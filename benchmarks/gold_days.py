"""Days of writing as gold sets give them: most in ISO form, some to the minute, some day first."""

from datetime import UTC, date, datetime

_DAY = len("2026-01-31")


def gold_day(written: str) -> date:
    try:
        return date.fromisoformat(written[:_DAY])
    except ValueError:
        return datetime.strptime(written[:_DAY], "%d-%m-%Y").replace(tzinfo=UTC).date()
