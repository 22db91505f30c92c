"""What an element is called in both languages, and the extension elements that say so."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.engine import EXTENSION_NAMESPACE, Element, Extension


@dataclass(frozen=True, slots=True)
class Label:
    """A text in both languages."""

    en: str
    ru: str

    def said(self, language: str) -> str:
        """Return the text in the language."""
        return self.ru if language == "ru" else self.en

    @property
    def both(self) -> dict[str, str]:
        """The text as a parameter of a sentence that is said later."""
        return {"en": self.en, "ru": self.ru}


def named(element: Element) -> Label:
    """Return the name of an element in both languages; its id where it has none."""
    english = element.name or element.id
    russian = next(
        (
            found.text.strip()
            for found in element.extensions
            if is_ours(found, "label") and found.attributes.get("language") == "ru"
        ),
        english,
    )
    return Label(english, russian)


def labelled(found: Extension, tag: str, otherwise: str) -> Label:
    """Return the text of the children of this tag in both languages, ``otherwise`` where there is none."""
    texts = {child.attributes.get("language", "en"): child.text.strip() for child in found.children if child.tag == tag}
    english = texts.get("en", otherwise)
    return Label(english, texts.get("ru", english))


def extension(element: Element, tag: str) -> Extension | None:
    """Return the first extension element of ours that has this tag, None where there is none."""
    return next((found for found in element.extensions if is_ours(found, tag)), None)


def is_ours(found: Extension, tag: str) -> bool:
    """Tell whether an extension element is ours and has this tag."""
    return found.namespace == EXTENSION_NAMESPACE and found.tag == tag
