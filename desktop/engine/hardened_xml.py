"""Hardened reading of XML: no document type, no entities, no network, limits on size and depth."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from lxml import etree

from desktop.engine.errors import DefinitionError, Problem

MAX_BYTES: Final = 16 * 1024 * 1024
MAX_XML_DEPTH: Final = 100
_WHERE: Final = re.compile(r", line \d+, column \d+( \(.*\))?$")
_TOO_DEEP: Final = etree.XPath("/*" * (MAX_XML_DEPTH + 1))


def parse(xml: bytes, source: str = "") -> etree._Element:
    """Give the root element; raise DefinitionError if the bytes are no XML, or XML of a dangerous kind."""
    if len(xml) > MAX_BYTES:
        raise _refused(None, f"the file is larger than {MAX_BYTES // 1024 // 1024} MB", "", source)
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        no_network=True,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        if b"<!doctype" in xml[:4096].replace(b"\0", b"").lower():  # most likely why it could not be read
            raise _typed(source) from None
        line = getattr(error, "lineno", None)
        why = f"the file is not well-formed XML: {_WHERE.sub('', str(error))}"
        raise _refused(line or None, why, "Save it anew, as BPMN 2.0, in the modeller.", source) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _typed(source)
    too_deep = _TOO_DEEP(root)
    if isinstance(too_deep, list) and too_deep:
        first = too_deep[0]
        assert isinstance(first, etree._Element)
        raise _refused(line_of(first), f"the elements are nested deeper than {MAX_XML_DEPTH} levels", "", source)
    return root


def line_of(element: etree._Element) -> int:
    """Give the line of an element's start tag, counted from 1."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 0


def split(element: etree._Element) -> tuple[str, str]:
    """Give the namespace and the local name of an element."""
    return _parts(str(element.tag))


@lru_cache(maxsize=1000)
def _parts(tag: str) -> tuple[str, str]:
    namespace, _, name = tag.rpartition("}")
    return namespace[1:], name


def local_attributes(element: etree._Element) -> dict[str, str]:
    """Give the attributes that have no namespace."""
    return {str(key): str(value) for key, value in element.attrib.items() if not str(key).startswith("{")}


def foreign_attributes(element: etree._Element) -> dict[str, str]:
    """Give the attributes of other namespaces, as ``{namespace}name``."""
    return {str(key): str(value) for key, value in element.attrib.items() if str(key).startswith("{")}


def own_text(element: etree._Element) -> str:
    """Give the text that stands directly in an element, without that of its children."""
    return (element.text or "") + "".join(child.tail or "" for child in element)


def _typed(source: str) -> DefinitionError:
    mend = "Remove the <!DOCTYPE> declaration."
    return _refused(1, "the file has a document type declaration, which is not read", mend, source)


def _refused(line: int | None, why: str, mend: str, source: str) -> DefinitionError:
    return DefinitionError((Problem(None, line, why, mend),), source)
