"""The errors sayso raises, grouped by what the caller should do next."""


class SaysoError(Exception):
    """Base of every error raised on purpose."""


class DocumentError(SaysoError):
    """One document cannot be used: note it in the case as a problem and go on with the next."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem

    def __reduce__(self) -> tuple[type["DocumentError"], tuple[str, str]]:
        return type(self), (self.path, self.problem)


class CaseError(SaysoError):
    """The case cannot be read or written: stop."""


class IntegrityError(CaseError):
    """The case differs from what its log says: stop and look."""


class SettingsError(SaysoError):
    """The settings are not usable: stop before any work."""
