"""Decoding: one answer for the same bytes, never a lone surrogate, binary refused by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents import Flag
from sayso.documents.decode import decode, markup_encoding, wide_encoding
from sayso.errors import DocumentError

ENGLISH = (
    "The minister’s aide in Zürich said: “We won’t go — ever.” About £40 was paid at the café.\n"
    * 3
)
FRENCH = (
    "Le président a déclaré que l’été était terminé. « Où êtes-vous ? » a-t-il demandé à Chloé.\n"
    * 3
)
RUSSIAN = "Министр сказал, что заключённые сбежали из тюрьмы в субботу вечером.\n" * 4
ARABIC = "قال الوزير إن السجناء هربوا من السجن يوم السبت.\n" * 4
CHINESE = "新华社北京电，部长说：“我们不会走。”\n他补充道，监狱里有三千五百人。\n" * 5


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH, "utf-8-sig", "utf-8"),
        (ENGLISH, "utf-16", "utf-16-le"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-16-be", "utf-16-be"),
        (ENGLISH, "utf-32", "utf-32-le"),
        (ENGLISH, "utf-32-be", "utf-32-be"),
        (ENGLISH, "cp1252", "cp1252"),
        (ENGLISH, "mac-roman", "mac-roman"),
        (FRENCH, "cp1252", "cp1252"),
        (FRENCH, "mac-roman", "mac-roman"),
        (RUSSIAN, "utf-8", "utf-8"),
        (RUSSIAN, "utf-16-le", "utf-16-le"),
        (RUSSIAN, "utf-16-be", "utf-16-be"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (ARABIC, "cp1256", "cp1256"),
        (ARABIC, "utf-16-be", "utf-16-be"),
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-16-le", "utf-16-le"),
        (CHINESE, "gb18030", "gb18030"),
    ],
)
def test_text_is_read_in_the_encoding_it_was_written_in(
    text: str, encoding: str, name: str
) -> None:
    decoded = decode(text.encode(encoding))

    assert (decoded.text, decoded.encoding) == (text, name)
    assert decoded.flags == frozenset()


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbfLede").text == "Lede"


def test_few_latin_1_bytes_are_enough() -> None:
    assert decode(b"caf\xe9").text == "café"


def test_valid_utf_8_goes_before_what_was_declared() -> None:
    assert decode("café".encode(), declared="iso-8859-1").text == "café"


def test_what_was_declared_goes_before_detection() -> None:
    polish = "Zażółć gęślą jaźń"

    assert decode(polish.encode("cp1250"), declared="windows-1250").text == polish


def test_latin_1_means_what_browsers_take_it_for() -> None:
    assert decode(b"\x93No,\x94 he said", declared="ISO-8859-1").text == "“No,” he said"


@pytest.mark.parametrize("declared", ["no-such", "hex", "unicode_escape", "utf-7", "utf-16", ""])
def test_a_useless_declaration_is_passed_over(declared: str) -> None:
    assert decode(b"caf\xe9 au lait", declared=declared).text == "café au lait"


def test_a_declaration_that_does_not_fit_is_passed_over() -> None:
    assert decode(b"caf\xe9 cr\xe8me", declared="ascii").text == "café crème"
    assert decode(b"\x81caf\xe9 and more", declared="euc-jp").encoding != "euc_jp"


def test_stray_cp1252_bytes_in_utf_8_are_read_and_flagged() -> None:
    data = "Zürich, “café”, naïve. ".encode() + b"\x93Quote\x94 by Jos\xe9."
    decoded = decode(data)

    assert decoded.text == "Zürich, “café”, naïve. “Quote” by José."
    assert decoded.encoding == "utf-8+cp1252"
    assert decoded.flags == {Flag.MIXED_ENCODING}


def test_a_few_utf_8_characters_in_a_cp1252_file_are_read_too() -> None:
    decoded = decode("“Yes”".encode() + b" " + b"Jos\xe9 left the caf\xe9 at ten. " * 20)

    assert decoded.text.startswith("“Yes” José left")
    assert decoded.flags == {Flag.MIXED_ENCODING}


def test_a_file_cut_inside_of_a_character_loses_only_that() -> None:
    decoded = decode("naïve “x”".encode()[:-1])

    assert decoded.text == "naïve “x\ufffd"
    assert decoded.flags == frozenset()


def test_surrogate_pairs_written_as_utf_8_become_one_character() -> None:
    assert decode(b"x\xed\xa0\xbd\xed\xb8\x80y").text == "x😀y"


def test_a_lone_surrogate_is_replaced() -> None:
    assert decode(b"x\xed\xa0\xbdy").text == "x\ufffdy"
    assert decode(b"\xed\xa0\xbd" + "“naïve” ".encode() + b"caf\xe9").text == "\ufffd“naïve” café"
    assert decode("a\ud800b".encode("utf-16", "surrogatepass")).text == "a\ufffdb"


def test_a_few_nul_bytes_are_kept_in_place() -> None:
    data = b"One wo\0rd of many. " + b"Plain text follows here. " * 10

    assert decode(data).text == data.decode()


def test_text_padded_with_nul_bytes_by_a_crash_is_still_text() -> None:
    assert decode(b"A sentence." + b"\0" * 400).text.rstrip("\0") == "A sentence."


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "the file is empty"),
        (b" \r\n\t ", "the file holds nothing but blanks"),
        (b"\0" * 50, "the file holds nothing but blanks"),
        (b"\xff\xfe", "the file holds nothing but blanks"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "found a JPEG image, expected text"),
        (bytes(range(256)) * 8, r"found binary data \(11% control characters\), expected text"),
        (b"a\0\x01\x02\x03b" * 100, "found binary data"),
        (b"\xef\xbb\xbf" + b"\x01\x02\x03" * 9, "found binary data"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem) as raised:
        decode(data, path="clips/a.txt")

    assert raised.value.path == "clips/a.txt"


def test_bytes_that_fit_nothing_are_read_as_cp1252_with_gaps() -> None:
    decoded = decode(b"Plain words and \x81 more \x8d plain \x90 words, said \xe9.", path="x")

    assert "Plain words and" in decoded.text


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_give_the_same_storable_text_each_time_or_a_document_error(data: bytes) -> None:
    try:
        decoded = decode(data)
    except DocumentError:
        return

    assert decoded == decode(data)
    decoded.text.encode("utf-8")


@given(st.text(min_size=1, max_size=200))
def test_utf_8_always_comes_back(text: str) -> None:
    data = text.encode("utf-8", "replace")
    try:
        decoded = decode(data)
    except DocumentError:
        return

    if decoded.encoding == "utf-8":
        assert decoded.text == data.decode().removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<html><meta charset="windows-1251">', "windows-1251"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"),
        (b'<?xml version="1.0" encoding="ISO-8859-2"?>', "ISO-8859-2"),
        (b"<p>charset=utf-8</p>", None),
    ],
)
def test_a_page_declares_its_encoding_in_its_head(head: bytes, encoding: str | None) -> None:
    assert markup_encoding(head) == encoding


def test_a_stream_is_known_for_wide_by_its_first_bytes() -> None:
    assert wide_encoding(b"\xff\xfea\0") == "utf-16-le"
    assert wide_encoding("plain line".encode("utf-16-be")) == "utf-16-be"
    assert wide_encoding(b"\xef\xbb\xbfplain") is None
    assert wide_encoding(b"plain") is None


@pytest.mark.slow
def test_fifty_mebibytes_on_one_line_are_read() -> None:
    data = b"word " * (10 << 20) + b"caf\xe9"

    assert decode(data).text.endswith("word café")
