"""Run every linter, tell about each, and fail when one of them fails (``make lint``)."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NODE_FOLDER = ROOT / "build" / "node"
PYTHON_CHECKS = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "mypy": ["-m", "mypy"],
    "translations": ["packaging/translations.py", "check"],
}


def passes(name: str, command: list[str], folder: Path = ROOT) -> bool:
    """Run one check; its own messages go to the console, and one line that says how it ended."""
    print(f"-- {name}", flush=True)
    passed = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL).returncode == 0
    print(f"   {name}: {'passed' if passed else 'FAILED'}", flush=True)
    return passed


def process_files_pass() -> bool:
    """Let bpmn-moddle, the reader of the common BPMN modellers, read our processes; needs node and npm."""
    if not (shutil.which("node") and shutil.which("npm")):
        print("-- bpmn-moddle: left out, it needs node and npm, which are not here", flush=True)
        return True
    wanted = (ROOT / "packaging" / "package.json").read_bytes()
    installed = NODE_FOLDER / "package.json"
    if not (NODE_FOLDER / "node_modules").exists() or installed.read_bytes() != wanted:
        NODE_FOLDER.mkdir(parents=True, exist_ok=True)
        installed.write_bytes(wanted)
        install = ["npm", "install", "--prefix", str(NODE_FOLDER), "--no-audit", "--no-fund", "--silent"]
        if not passes("npm install bpmn-moddle", install):
            shutil.rmtree(NODE_FOLDER)
            return False
    return passes("bpmn-moddle", ["node", str(ROOT / "packaging" / "check_bpmn.mjs")])


def main() -> int:
    """Run all checks, also after one has failed; 1 when any did."""
    results = [passes(name, [sys.executable, *arguments]) for name, arguments in PYTHON_CHECKS.items()]
    results.append(process_files_pass())
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
