"""Reads data as far as it steers execution (BPMN 2.0, 10.4): what variables there are, and what is copied where.

A data object, property, data input or data output is a variable: by its name if expressions can read that, otherwise
by its id.
"""

from __future__ import annotations

from lxml import etree

from desktop.engine.data_model import NO_DATA, DataFlow, Transfer
from desktop.engine.document import BPMN, Document, bpmn_children, local_name, named
from desktop.engine.expression import is_name
from desktop.engine.hardened_xml import own_text, split

_DATA = frozenset({"dataObject", "property", "dataInput", "dataOutput", "inputDataItem", "outputDataItem"})

_INSIDE = frozenset((BPMN, tag) for tag in ("documentation", "extensionElements", "dataState"))


def find_data(document: Document, process: etree._Element) -> dict[str, str]:
    """Find all data of a process: which variable each id means."""
    names: dict[str, str] = {}
    references: list[tuple[str, etree._Element]] = []
    for element in process.iter():
        if not isinstance(element.tag, str):
            continue
        tag, number = local_name(element), element.get("id")
        if tag in _DATA:
            for child in element:
                if split(child) not in _INSIDE:
                    why = f"{child.tag!r} cannot stand in a {tag}, which says what there is, not its value"
                    document.refuse(child, why, "Set the value by a script or when the process is started.", element)
        if number is None:
            continue
        if tag in _DATA:
            names[number] = variable_name(element)
        elif tag == "dataObjectReference":
            references.append((number, element))
    for number, element in references:
        target = document.local_id(element, element.get("dataObjectRef") or "")
        if target in names:
            names[number] = names[target]
        else:
            document.refuse(element, f"dataObjectRef={target!r} leads to no data object", "Correct it.")
    return names


def variable_name(element: etree._Element) -> str:
    """Give the variable that a piece of data means."""
    name, number = element.get("name") or "", element.get("id") or ""
    return name if is_name(name) else number


class DataMaker:
    """Makes the data flow of activities, events and processes."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def declared(self, scope: etree._Element) -> tuple[str, ...]:
        """Give the variables that a process or sub-process has from its beginning (10.4.1)."""
        names = [variable_name(child) for tag in ("property", "dataObject") for child in named(scope, tag)]
        for name in {name for name in names if names.count(name) > 1}:
            why = f"two pieces of data are called {name!r}"
            self._document.refuse(scope, why, "Give each a name of its own.")
        return tuple(dict.fromkeys(names))

    def of_activity(self, element: etree._Element, *, own_properties: bool) -> DataFlow:
        """Make the data flow of an activity; a sub-process keeps its properties in its scope."""
        own = [variable_name(child) for child in named(element, "property")] if own_properties else []
        own += self._specified(element)
        several = named(element, "multiInstanceLoopCharacteristics")
        if not own_properties and not several and named(element, "ioSpecification"):
            why = "a sub-process has data inputs and outputs only for its several instances (10.4.1)"
            self._document.refuse(element, why, "Use data objects or properties.")
        return self._flow(element, own)

    def of_process(self, element: etree._Element) -> DataFlow:
        """Make the data that a process takes in and gives back when it is called (10.4.1)."""
        for specification in named(element, "ioSpecification"):
            inputs = [variable_name(child) for child in named(specification, "dataInput")]
            outputs = [variable_name(child) for child in named(specification, "dataOutput")]
            self._specified(element)
            return DataFlow(
                (*inputs, *outputs),
                tuple(Transfer(name, name, None) for name in inputs),
                tuple(Transfer(name, name, None) for name in outputs),
            )
        return NO_DATA

    def of_event(self, element: etree._Element) -> DataFlow:
        """Make the data flow of an event: what a catch event gets, what a throw event brings."""
        own = [variable_name(child) for tag in ("dataInput", "dataOutput") for child in named(element, tag)]
        if named(element, "property"):
            self._document.refuse(element, "properties of events are not executed", "Use a property of the process.")
        return self._flow(element, own)

    def _specified(self, element: etree._Element) -> list[str]:
        names: list[str] = []
        for specification in named(element, "ioSpecification"):
            for child in bpmn_children(specification):
                tag = local_name(child)
                if tag in ("dataInput", "dataOutput"):
                    names.append(variable_name(child))
                elif tag not in ("inputSet", "outputSet", "documentation", "extensionElements"):
                    self._document.refuse(child, f"{tag!r} cannot stand here", "Remove it.", element)
            for tag in ("inputSet", "outputSet"):
                sets = named(specification, tag)
                if len(sets) > 1:
                    why = f"several {tag}s need a choice that the machine does not make"
                    self._document.refuse(sets[1], why, "Keep one.", element)
                for one in sets:
                    self._check_set(one, element)
        return names

    def _check_set(self, one: etree._Element, element: etree._Element) -> None:
        for child in bpmn_children(one):
            tag = local_name(child)
            if tag.startswith("whileExecuting"):
                why = f"{tag} is not executed: data are copied once, whatever they are"
                self._document.refuse(child, why, "Leave it out.", element)
            elif tag in ("dataInputRefs", "dataOutputRefs", "optionalInputRefs", "optionalOutputRefs"):
                self._variable(child, element)

    def _flow(self, element: etree._Element, own: list[str]) -> DataFlow:
        inputs = [made for child in named(element, "dataInputAssociation") for made in self._transfers(child, element)]
        outputs = [
            made for child in named(element, "dataOutputAssociation") for made in self._transfers(child, element)
        ]
        if not (own or inputs or outputs):
            return NO_DATA
        return DataFlow(tuple(dict.fromkeys(own)), tuple(inputs), tuple(outputs))

    def _transfers(self, association: etree._Element, element: etree._Element) -> list[Transfer]:
        """Read a data association (10.4.1): assignments, a transformation, or a plain copy of one source."""
        document = self._document
        if not document.executable:
            return []
        target = self._named(association, "targetRef", element)
        sources = [self._variable(child, element) for child in named(association, "sourceRef")]
        assignments = named(association, "assignment")
        if assignments:
            made: list[Transfer] = []
            for assignment in assignments:
                goal = own_text(named(assignment, "to")[0]).strip() if named(assignment, "to") else ""
                goal = document.data.get(goal, goal)
                values = named(assignment, "from")
                if not is_name(goal) or not values:
                    why = "an assignment needs a from, and a to that names one variable"
                    document.refuse(assignment, why, "Write both.", element)
                    continue
                made.append(Transfer(goal, None, document.formula(values[0], element, "assignment")))
            return made
        if not target and not named(association, "targetRef"):
            document.refuse(association, "the data association has no target", "Add a targetRef.", element)
            return []
        if not target:
            return []
        formulas = named(association, "transformation")
        if formulas:
            return [Transfer(target, None, document.formula(formulas[0], element, "transformation"))]
        if len(sources) == 1 and sources[0]:
            return [Transfer(target, sources[0], None)]
        if len(sources) > 1:
            why = "several sources without a transformation: what is to be copied?"
            document.refuse(association, why, "Keep one source, or write a transformation.", element)
        elif not sources:
            document.refuse(association, "the data association has no source", "Add a sourceRef.", element)
        return []

    def _named(self, association: etree._Element, tag: str, element: etree._Element) -> str:
        for child in named(association, tag)[:1]:
            return self._variable(child, element)
        return ""

    def _variable(self, reference: etree._Element, element: etree._Element) -> str:
        number = self._document.local_id(reference, reference.text or "")
        name = self._document.data.get(number)
        if name is None:
            why = f"{local_name(reference)} {number!r} leads to no data of this process (data stores are not executed)"
            self._document.broken(reference, why, "Correct the reference.", element)
            return ""
        return name


def for_each(data: DataFlow, item: str | None, result: str | None) -> DataFlow:
    """Tell apart what each of several instances gets from its item and gives as its result (10.3.8, 10.4.2)."""
    inputs = [one for one in data.inputs if item is not None and _asks_for(one, item)]
    outputs = [one for one in data.outputs if one.target == result]
    each = {one.target for one in inputs} | {one.source for one in outputs if one.source in data.own}
    return DataFlow(
        own=tuple(name for name in data.own if name not in each),
        inputs=tuple(one for one in data.inputs if one not in inputs),
        outputs=tuple(one for one in data.outputs if one not in outputs),
        each_own=tuple(name for name in data.own if name in each),
        each_inputs=tuple(inputs),
        each_outputs=tuple(outputs),
    )


def _asks_for(transfer: Transfer, name: str) -> bool:
    return transfer.source == name if transfer.formula is None else transfer.formula.mentions(name)
