"""The file that is being read: its own tables, and the problems found so far.

Two kinds of problem: what is ``broken`` (a reference to nowhere) spoils any file; what is ``refused`` (a
timer) matters only where a process is executable.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from desktop.engine.errors import Problem
from desktop.engine.hardened_xml import line_of, split
from desktop.engine.model import Error, Message

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"


class Document:
    """What all parts of the reader share. ``executable`` speaks of the process that is being read."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.target_namespace = root.get("targetNamespace") or ""
        self.expression_language = root.get("expressionLanguage")
        self.messages: dict[str, Message] = {}
        self.errors: dict[str, Error] = {}
        self.problems: list[Problem] = []
        self.executable = False
        self.sound = True

    def broken(self, element: etree._Element, why: str, mend: str = "", of: etree._Element | str | None = None) -> None:
        """Note that a part of the file does not hold together; ``of`` names another element than this one."""
        self.sound = False
        self._note(element, why, mend, of)

    def refuse(self, element: etree._Element, why: str, mend: str = "", of: etree._Element | str | None = None) -> None:
        """Note that an executable process says what cannot be executed."""
        if self.executable:
            self._note(element, why, mend, of)

    def _note(self, element: etree._Element, why: str, mend: str, of: etree._Element | str | None) -> None:
        number = of if isinstance(of, str) else (element if of is None else of).get("id")
        self.problems.append(Problem(number or None, line_of(element), why, mend))

    def local_id(self, element: etree._Element, reference: str) -> str:
        """Resolve a qualified name (BPMN 2.0, 8.2.2); one of another file gives what no id can be."""
        prefix, colon, local = reference.strip().rpartition(":")
        if not colon or element.nsmap.get(prefix) == self.target_namespace:
            return local
        return reference.strip()


def bpmn_children(element: etree._Element) -> Iterator[etree._Element]:
    """Give the children that BPMN 2.0 itself defines."""
    return (child for child in element if split(child)[0] == BPMN)


def local_name(element: etree._Element) -> str:
    """Give an element's name without its namespace."""
    return split(element)[1]
