"""Frozen dataclasses that are cheap to define.

The standard library compiles six methods for every frozen dataclass, a millisecond a class; some two
hundred classes are defined before ``sayso annotate`` reads its first text. Here only ``__init__`` is
compiled; the rest are closures over the names of the fields, with the same behaviour. Classes that ask
for anything else than ``frozen``, ``slots`` and ``kw_only`` are made by the standard library.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls: type | None = None, /, **options: bool) -> Any:
        """Make a dataclass as ``dataclasses.dataclass`` does, with fewer methods to compile."""
        if not options.get("frozen") or options.keys() - {"frozen", "slots", "kw_only"}:
            return dataclasses.dataclass(cls, **options)
        others = {name: value for name, value in options.items() if name != "frozen"}

        def made(cls: type) -> type:
            return _frozen(cls, others)

        return made if cls is None else made(cls)


def _frozen(cls: type, options: dict[str, bool]) -> type:
    # Without a docstring the standard library works out a signature for one.
    cls.__doc__ = cls.__doc__ or cls.__name__
    # It is told that nothing is frozen: it would compile the refusals anew for every class.
    cls = dataclasses.dataclass(cls, init=False, repr=False, eq=False, **options)
    fields = dataclasses.fields(cls)
    methods = {
        "__init__": _initializer(cls, fields),
        "__repr__": _representation(tuple(f.name for f in fields if f.repr)),
        **_equality(fields),
        "__setattr__": _refuse_setting,
        "__delattr__": _refuse_deleting,
    }
    if options.get("slots"):
        methods |= _copying(tuple(f.name for f in fields))
    own = cls.__dict__
    if "__eq__" in own and own.get("__hash__") is None:
        type.__delattr__(cls, "__hash__")  # a class that says what is equal keeps a hash of its own
    for name, method in methods.items():
        if name not in own:
            setattr(cls, name, method)
    return cls


def _initializer(cls: type, fields: tuple["dataclasses.Field[Any]", ...]) -> Callable[..., None]:
    """Compile ``__init__``: the one method that is called often enough to be worth it."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_absent": object()}
    arguments: dict[bool, list[str]] = {False: [], True: []}
    lines = []
    for field in fields:
        name, value = field.name, field.name
        default = ""
        if field.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = field.default
            default = f"=_default_{name}"
            value = name if field.init else f"_default_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"] = field.default_factory
            default = "=_absent"
            value = (
                f"_make_{name}() if {name} is _absent else {name}"
                if field.init
                else f"_make_{name}()"
            )
        elif not field.init:
            continue  # __post_init__ sets it
        if field.init:
            arguments[bool(field.kw_only)].append(name + default)
        lines.append(f" _set(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    keywords = ["*", *arguments[True]] if arguments[True] else []
    head = ", ".join(["self", *arguments[False], *keywords])
    exec("\n".join([f"def __init__({head}):", *(lines or [" pass"])]), known)  # noqa: S102 - names of fields only
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__module__ = cls.__module__
    return made


def _values(names: tuple[str, ...]) -> Callable[[Any], Any]:
    """Return what gets the values of fields: a tuple, but of one field the value alone."""
    return attrgetter(*names) if names else lambda _: ()


def _equality(fields: tuple["dataclasses.Field[Any]", ...]) -> dict[str, Callable[..., Any]]:
    values = _values(tuple(field.name for field in fields if field.compare))
    hashed = tuple(f.name for f in fields if (f.compare if f.hash is None else f.hash))
    hashed_values = _values(hashed)

    def equal(self: Any, other: object) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) == values(other)

    def hash_of_one(self: Any) -> int:
        return hash((hashed_values(self),))

    def hash_of_all(self: Any) -> int:
        return hash(hashed_values(self))

    return {"__eq__": equal, "__hash__": hash_of_one if len(hashed) == 1 else hash_of_all}


def _representation(names: tuple[str, ...]) -> Callable[[Any], str]:
    @recursive_repr()
    def representation(self: Any) -> str:
        inner = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{self.__class__.__qualname__}({inner})"

    return representation


def _refuse_setting(_record: object, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deleting(_record: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _copying(names: tuple[str, ...]) -> dict[str, Callable[..., Any]]:
    """Return what copies and pickles use: plain slots would be set, which is refused."""

    def state(self: Any) -> list[Any]:
        return [getattr(self, name) for name in names]

    def restore(self: Any, state: list[Any]) -> None:
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    return {"__getstate__": state, "__setstate__": restore}
