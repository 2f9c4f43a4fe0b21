"""The measurements start servers and browser with the tools of the browser tests: their folder is on the path."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "browser"))
