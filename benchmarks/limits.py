"""Limits that are missed, with the reasons: what no single figure of the page says."""

LIMITS = """## Limits

- **A click and a first visit beside a bare page** (1.5 and 1.3 times): missed on every page. The bare page has one
  chart and one row of buttons; a page of the dashboard has 20 to 130 elements (filters, tables, texts, sources), which
  Streamlit sends and draws one by one, and most show a table, whose code the browser loads with the first one (1.2 MB).
  What the script of a page itself takes of it, the processor time under "Many sessions at once" tells.
- **Start** (1.5 times): missed. A bare page loads no pandas; the dashboard loads it and its release before it answers,
  so that no visitor waits for either, and every page's module at the first visit, since each names its own address.
- **Beyond 150 sessions**: 150 that click every 5 s ask one process for 30 runs a second, and with the processor time a
  click says that is about all it can give, since Python runs one thread at a time. More visitors need a second process
  ([deployment.md](deployment.md)).
- **All communes over 15 years**: a year that is seen for the first time takes longer than 1.5 times of 63 units, since
  every score of the year is ranked and compared once; from then on it is remembered as long as the visit lasts.
"""


def limits_lines() -> list[str]:
    """The limits as lines of the page."""
    return [str(line) for line in LIMITS.strip().splitlines()]
