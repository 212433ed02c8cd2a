"""Who may see the page: whoever opens the link that ``sayso serve`` printed, once."""

import hmac
import secrets
from hashlib import sha256
from threading import Lock


class Session:
    """A launch token that works once, the cookie it is changed for, and the mark of our own forms."""

    def __init__(self, token: str, *, port: int) -> None:
        self._token: str | None = token
        self._secret = secrets.token_urlsafe(32)
        self._lock = Lock()
        # Cookies do not know ports: two cases served at once must not take each other's.
        self.cookie_name = f"sayso_{port}"

    def redeem(self, token: str) -> str | None:
        """Return the value of the cookie for the launch token; ``None`` if it is wrong or spent."""
        with self._lock:
            if self._token is None or not _equal(token, self._token):
                return None
            self._token = None
            return self._secret

    def knows(self, cookie: str | None) -> bool:
        """Say whether this is the cookie of someone who opened the link."""
        return cookie is not None and _equal(cookie, self._secret)

    @property
    def form_mark(self) -> str:
        """Return what every form of ours carries, and no other page can know."""
        return hmac.new(self._secret.encode(), b"form", sha256).hexdigest()

    def is_own_form(self, mark: str) -> bool:
        return _equal(mark, self.form_mark)


def _equal(left: str, right: str) -> bool:
    """Compare without telling by the time taken how much of it was right."""
    return hmac.compare_digest(left.encode(), right.encode())
