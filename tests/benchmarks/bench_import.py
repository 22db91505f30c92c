"""How long the import of 8 800 opportunities takes, 2 089 of them with a running process, every row journaled.

It takes the real files where they lie beside the checkout, and makes up as many lines of the same kinds otherwise.
The time is that of the whole command: a new process, an empty workspace on a SQLite file, the commit.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.figures import CannotMeasure, Figure, Figures

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "data" / "crm-sales-opportunities"
STAGES = {
    "Won": (4238, "{agent},GTXPro,{account},Won,10/20/2016,3/1/2017,1054"),
    "Lost": (2473, "{agent},GTX Pro,{account},Lost,10/25/2016,3/11/2017,0"),
    "Engaging": (1589, "{agent},GTX Pro,{account},Engaging,12/1/2017,,"),
    "Prospecting": (500, "{agent},GTX Pro,,Prospecting,,,"),
}
AT_MOST_SECONDS = 30
PATIENCE_SECONDS = 300


def made_up(folder: Path) -> Path:
    """Write a folder of the size of the real one."""
    agents = [f"Agent {number:02d}" for number in range(35)]
    accounts = [f"Account {number:02d}" for number in range(85)]
    lines = ["opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value"]
    for name, (count, pattern) in STAGES.items():
        for number in range(count):
            cells = pattern.format(agent=agents[number % 35], account=accounts[number % 85])
            lines.append(f"{name[0]}{number},{cells}")
    texts = {
        "sales_pipeline.csv": lines,
        "products.csv": ["product,series,sales_price", "GTX Pro,GTX,4821"],
        "sales_teams.csv": [
            "sales_agent,manager,regional_office",
            *(f"{name},Manager {place % 6},East" for place, name in enumerate(agents)),
        ],
        "accounts.csv": [
            "account,sector,year_established,revenue,employees,office_location,subsidiary_of",
            *(f"{name},technolgy,1996,1100.04,2822,Kenya," for name in accounts),
        ],
    }
    for name, content in texts.items():
        (folder / name).write_text("\n".join(content), encoding="utf-8")
    return folder


def run() -> Figures:
    """Measure one import into an empty workspace."""
    with tempfile.TemporaryDirectory(prefix="dealwright-benchmark-") as place:
        home = Path(place)
        real = REAL.is_dir()
        (home / "files").mkdir()
        folder = REAL if real else made_up(home / "files")
        command = [sys.executable, "-m", "desktop", "--database", str(home / "import.db"), "import", str(folder)]
        environment = {**os.environ, "DEALWRIGHT_HOME": str(home / "dealwright")}
        begun = time.perf_counter()
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE_SECONDS
        )
        seconds = time.perf_counter() - begun
        if done.returncode != 0:
            raise CannotMeasure(f"the import ended with {done.returncode}: {done.stderr.strip()[-500:]}")
        if "8,800 opportunities" not in done.stdout or "2,089 open" not in done.stdout:
            raise CannotMeasure(f"the import did not do what is measured: {done.stdout.strip()[:500]}")
    files = "real files" if real else "made-up files"
    return [Figure(f"import of 8 800 opportunities, 2 089 running ({files})", seconds, "s", AT_MOST_SECONDS)]
