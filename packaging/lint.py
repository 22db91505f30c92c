"""Run every linter, tell about each, and fail when one of them fails (``make lint``)."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHECK_BPMN = ROOT / "packaging" / "check_bpmn.mjs"
PYTHON_CHECKS = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "mypy": ["-m", "mypy"],
}


def passes(name: str, command: list[str], folder: Path = ROOT) -> bool:
    """Run one check; its own messages go to the console, and one line that says how it ended."""
    print(f"-- {name}", flush=True)
    passed = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL).returncode == 0
    print(f"   {name}: {'passed' if passed else 'FAILED'}", flush=True)
    return passed


def process_files_pass() -> bool:
    """Let bpmn-moddle, the reader of the common BPMN modellers, read our processes; needs node and npm."""
    if not CHECK_BPMN.exists():
        return True
    if not (shutil.which("node") and shutil.which("npm")):
        print("-- bpmn-moddle: left out, it needs node and npm, which are not here", flush=True)
        return True
    folder = CHECK_BPMN.parent
    if not (folder / "node_modules" / "bpmn-moddle").exists():
        how = "ci" if (folder / "package-lock.json").exists() else "install"
        if not passes("npm (for bpmn-moddle)", ["npm", how, "--no-audit", "--no-fund", "--silent"], folder):
            return False
    return passes("bpmn-moddle", ["node", str(CHECK_BPMN)])


def main() -> int:
    """Run all checks, also after one has failed; 1 when any did."""
    results = [passes(name, [sys.executable, *arguments]) for name, arguments in PYTHON_CHECKS.items()]
    results.append(process_files_pass())
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
