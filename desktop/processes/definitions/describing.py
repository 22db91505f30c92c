"""What a definition says of its elements, in both languages (R14 in docs/rules.md)."""

from __future__ import annotations

from desktop.engine import EXTENSION_NAMESPACE, Element


def described(element: Element, language: str) -> tuple[str, bool]:
    """Return what the definition says about an element, and whether it says it in this language.

    Where it does not, the text is the English one, or "" where there is none at all.
    """
    english = element.documentation[0].text.strip() if element.documentation else ""
    own = {
        found.attributes.get("language", "en"): found.text.strip()
        for found in element.extensions
        if found.namespace == EXTENSION_NAMESPACE and found.tag == "documentation"
    }
    text = own.get(language, "") or (english if language == "en" else "")
    return (text, True) if text else (english or own.get("en", ""), False)
