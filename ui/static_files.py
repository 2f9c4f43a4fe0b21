"""What the browser fetches once: boundaries and fonts, with the headers that let it keep them."""

import os
import re
from typing import Any

from starlette.responses import Response
from starlette.staticfiles import StaticFiles

# The content of a file whose name carries a hash never changes; the fonts change with a release of the program.
_HASHED_NAME = re.compile(r"\.[0-9a-f]{8,}\.json$")
_YEAR = "public, max-age=31536000, immutable"
_DAY = "public, max-age=86400"


class CachedStaticFiles(StaticFiles):
    """Static files that say how long they may be kept, and answer 304 to a browser that holds them."""

    def file_response(self, full_path: str | os.PathLike[str], *args: Any, **kwargs: Any) -> Response:
        """Answer with the file, or with 304, and its time to live."""
        response = super().file_response(full_path, *args, **kwargs)
        response.headers["Cache-Control"] = _YEAR if _HASHED_NAME.search(str(full_path)) else _DAY
        return response
