"""The installed PySide6 can emit signals without end: why pyproject.toml pins PySide6-Essentials.

6.12.0 on Python 3.10 and 3.11 drops a reference to None or True on every emit and dies after about a
thousand. The emits run in a process of their own, so that a crash is a failing test and not the end of all.
"""

import subprocess
import sys
from importlib.metadata import version

EMITS = 200_000

PROGRAM = f"""
import sys
from PySide6.QtCore import QCoreApplication, QObject, Signal


class Sender(QObject):
    anything = Signal(object)
    flag = Signal(bool)
    both = Signal(object, object)


application = QCoreApplication([])
sender = Sender()
heard = 0


def hear(*arguments):
    global heard
    heard += 1


for signal in (sender.anything, sender.flag, sender.both):
    signal.connect(hear)
before = sys.getrefcount(None), sys.getrefcount(True)
for _ in range({EMITS} // 4):
    sender.anything.emit(None)
    sender.anything.emit(True)
    sender.flag.emit(True)
    sender.both.emit(None, True)
after = sys.getrefcount(None), sys.getrefcount(True)
print(heard, after[0] - before[0], after[1] - before[1])
"""


def test_200_000_signals_with_none_and_true_are_survived_and_no_reference_is_lost():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, f"ended with {done.returncode}: {done.stderr}"
    heard, none_drift, true_drift = map(int, done.stdout.split())
    assert heard == EMITS
    # One reference per emit would be tens of thousands; a few come and go with the program itself.
    assert abs(none_drift) < 1000
    assert abs(true_drift) < 1000


def test_the_installed_pyside_is_in_the_pinned_range():
    installed = tuple(int(part) for part in version("PySide6-Essentials").split(".")[:3])
    assert (6, 11, 2) <= installed < (6, 12)
