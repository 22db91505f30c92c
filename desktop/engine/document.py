"""The file that is being read: its own tables, and the problems found so far.

Two kinds of problem: what is ``broken`` (a reference to nowhere) spoils any file; what is ``refused`` (a start
event with an incoming flow) matters only where a process is executable.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from lxml import etree

from desktop.engine.data_model import Formula
from desktop.engine.errors import ExpressionError, Problem
from desktop.engine.expression import LANGUAGE, Compiler, compile_expression
from desktop.engine.hardened_xml import line_of, own_text, split
from desktop.engine.model import Error, Escalation, Message, Signal

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
EXTENSION_NAMESPACE = "urn:dealwright:process:1"
XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


class Document:
    """What all parts of the reader share. ``executable`` speaks of the process that is being read."""

    def __init__(
        self,
        root: etree._Element,
        languages: Mapping[str, Compiler],
        script_format: str,
        assumed: bool | Collection[str],
    ) -> None:
        self.root = root
        self.languages = {LANGUAGE: compile_expression, "": compile_expression, **languages}
        self.script_format = script_format
        self._assumed = assumed
        self.target_namespace = root.get("targetNamespace") or ""
        self.expression_language = root.get("expressionLanguage")
        self.messages: dict[str, Message] = {}
        self.errors: dict[str, Error] = {}
        self.signals: dict[str, Signal] = {}
        self.escalations: dict[str, Escalation] = {}
        self.resources: dict[str, str] = {}
        self.operations: dict[str, str] = {}
        self.event_definitions: dict[str, etree._Element] = {}
        self.data: dict[str, str] = {}
        self.problems: list[Problem] = []
        self.executable = False
        self.sound = True
        self._unnamed = 0

    def broken(self, element: etree._Element, why: str, mend: str = "", of: etree._Element | str | None = None) -> None:
        """Note that a part of the file does not hold together; ``of`` names another element than this one."""
        self.sound = False
        self._note(element, why, mend, of)

    def refuse(self, element: etree._Element, why: str, mend: str = "", of: etree._Element | str | None = None) -> None:
        """Note that an executable process says what cannot be executed."""
        if self.executable:
            self._note(element, why, mend, of)

    def _note(self, element: etree._Element, why: str, mend: str, of: etree._Element | str | None) -> None:
        about = element if of is None or isinstance(of, str) else of
        number = of if isinstance(of, str) else about.get("id")
        self.problems.append(Problem(number or None, line_of(element), why, mend, about.get("name") or ""))

    def local_id(self, element: etree._Element, reference: str) -> str:
        """Resolve a qualified name (BPMN 2.0, 8.2.2); one of another file gives what no id can be."""
        prefix, colon, local = reference.strip().rpartition(":")
        if not colon or element.nsmap.get(prefix) == self.target_namespace:
            return local
        return reference.strip()

    def is_executable(self, process: etree._Element) -> bool:
        """Tell whether a process is executable: by what it says, or by what whoever reads the file assumes."""
        said = process.get("isExecutable")
        if said in ("true", "1"):
            return True
        return said is None and self._assumed if isinstance(self._assumed, bool) else process.get("id") in self._assumed

    def unnamed(self, tag: str) -> str:
        """Give an id to an element that has none, which it need not have if nothing refers to it (table 8.5)."""
        self._unnamed += 1
        return f"{tag}#{self._unnamed}"

    def message_of(self, element: etree._Element, reference: str) -> Message | None:
        """Give the message that an operation of an interface takes in (BPMN 2.0, 8.4.3); None if it is not known."""
        return self.messages.get(self.operations.get(self.local_id(element, reference), ""))

    def flag(self, element: etree._Element, name: str, otherwise: bool) -> bool:
        """Read a true-or-false attribute."""
        text = element.get(name)
        if text is None:
            return otherwise
        if text not in _BOOLEANS:
            of = element if element.get("id") else element.getparent()
            self.broken(element, f"{name} must be true or false, not {text!r}", "Write true or false.", of)
        return _BOOLEANS.get(text, otherwise)

    def number(self, element: etree._Element, name: str, otherwise: int | None, least: int) -> int | None:
        """Read a whole number."""
        text = element.get(name)
        if text is None:
            return otherwise
        if text.isascii() and text.isdigit() and len(text) < 10 and int(text) >= least:
            return int(text)
        of = element if element.get("id") else element.getparent()
        self.broken(element, f"{name}={text!r} is no whole number from {least} on", "Correct the number.", of)
        return otherwise

    def formula(self, element: etree._Element, of: etree._Element | None, what: str) -> Formula:
        """Read a formal expression (BPMN 2.0, 8.4.6) in our language or one that the caller has brought."""
        text = own_text(element).strip()
        language = element.get("language") or self.expression_language
        formula = Formula(text, line_of(element), language, None)
        if not self.executable:
            return formula
        mend = "docs/expressions.md describes what can be written."
        kind = element.get(XSI_TYPE, "tFormalExpression").rpartition(":")[2]
        compiler = self.languages.get(language or "") or self.languages.get("*")
        if kind not in ("tFormalExpression", "tExpression") or len(element):
            self.refuse(element, f"the {what} is not a plain formal expression", mend, of)
        elif compiler is None:
            mend = f"Use {LANGUAGE}, or leave the attribute out."
            self.refuse(element, f"the expression language {language!r} is not executed", mend, of)
        else:
            try:
                return Formula(text, formula.line, language, compiler(text))
            except ExpressionError as error:
                self.refuse(element, f"the {what} {text!r} cannot be read: {error.why}", mend, of)
        return formula


def bpmn_children(element: etree._Element) -> Iterator[etree._Element]:
    """Give the children that BPMN 2.0 itself defines."""
    return element.iterchildren(f"{{{BPMN}}}*")


def named(element: etree._Element, tag: str) -> list[etree._Element]:
    """Give the children of BPMN 2.0 that have this name."""
    return list(element.iterchildren(f"{{{BPMN}}}{tag}"))


def local_name(element: etree._Element) -> str:
    """Give an element's name without its namespace."""
    return split(element)[1]
