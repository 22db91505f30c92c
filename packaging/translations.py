"""The interface's texts: collect them, compile them, check that none is missing.

    python packaging/translations.py update     collect the texts of ui/ into resources/translations/*.ts
    python packaging/translations.py release    compile the .ts files to the .qm files that the program loads
    python packaging/translations.py check      exit status 1 if a text is missing, untranslated or not compiled

``update`` keeps every translation that is there and only adds new texts, without line numbers, so that several
people can work on the files at once. English holds nothing but plurals; Russian holds everything.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("en", "ru")

Key = tuple[str, str, str]


def _tool(name: str) -> str:
    beside = Path(sys.executable).parent / f"pyside6-{name}"
    return str(beside) if beside.exists() else f"pyside6-{name}"


def _run(*command: str) -> None:
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    if finished.returncode != 0:
        raise SystemExit(f"{command[0]} failed:\n{finished.stdout}{finished.stderr}")


def _sources() -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / "ui").rglob("*.py"))


def _update(target: Path, language: str) -> None:
    plural = ["-pluralonly"] if language == "en" else []
    listing = [str(ROOT / source) for source in _sources()]
    _run(
        _tool("lupdate"),
        *listing,
        *plural,
        *("-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language),
        *("-ts", str(target)),
    )


def _messages(file: Path) -> Iterator[tuple[Key, ET.Element]]:
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 (a file of our own)
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            yield (name, message.findtext("source") or "", message.findtext("comment") or ""), message


def _complaints(file: Path) -> Iterator[str]:
    for (context, source, _comment), message in _messages(file):
        translation = message.find("translation")
        forms = [] if translation is None else list(translation.iter("numerusform"))
        texts = [form.text or "" for form in forms] or ["" if translation is None else translation.text or ""]
        if translation is None or translation.get("type") == "unfinished" or not all(texts):
            yield f"{file.name}: {context}: not translated: {source!r}"
            continue
        for text in texts:
            if set(re.findall(r"%\d|\{\w*\}", source)) != set(re.findall(r"%\d|\{\w*\}", text)):
                yield f"{file.name}: {context}: other placeholders than in {source!r}: {text!r}"


def update() -> None:
    """Collect the texts into the .ts files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        _update(FOLDER / f"dealwright_{language}.ts", language)


def release(folder: Path = FOLDER) -> None:
    """Compile the .ts files into ``folder``."""
    for language in LANGUAGES:
        source, target = FOLDER / f"dealwright_{language}.ts", folder / f"dealwright_{language}.qm"
        # A running program has the old file mapped into its memory: it is replaced, never written into.
        fresh = target.with_suffix(f".{os.getpid()}")
        _run(_tool("lrelease"), str(source), "-qm", str(fresh))
        fresh.replace(target)


def check() -> list[str]:
    """Return what is wrong: texts not collected, not translated, or not compiled."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        for language in LANGUAGES:
            kept = FOLDER / f"dealwright_{language}.ts"
            collected = fresh / kept.name
            _update(collected, language)
            have, want = {key for key, _ in _messages(kept)}, {key for key, _ in _messages(collected)}
            found += [f"{kept.name}: run update, new text: {key}" for key in sorted(want - have)]
            found += [f"{kept.name}: run update, text is gone: {key}" for key in sorted(have - want)]
            found += _complaints(kept)
        release(fresh)
        for compiled in sorted(fresh.glob("*.qm")):
            kept = FOLDER / compiled.name
            if not kept.exists() or kept.read_bytes() != compiled.read_bytes():
                found.append(f"{compiled.name}: run release, it is older than its .ts file")
    return found


def main(arguments: list[str] | None = None) -> int:
    """Run one of update, release, check; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=("update", "release", "check"))
    task = parser.parse_args(arguments).task
    if task == "update":
        update()
    elif task == "release":
        release()
    else:
        complaints = check()
        print("\n".join(complaints) or "translations are complete")
        return 1 if complaints else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
