"""Limits that are missed, with the reasons: what no single figure of the page says."""

LIMITS = """## Limits

- **A click and a first visit beside a bare page** (1.5 and 1.3 times): missed on every page. The bare page has one
  chart and one row of buttons; a page of the dashboard has 20 to 130 elements (filters, tables, texts, sources), which
  Streamlit sends and draws one by one, and most show a table, whose code the browser loads with the first one (1.2 MB).
  What the script of a page itself takes of it, the processor time under "Many sessions at once" tells.
- **Start** (1.5 times): missed. A bare page loads no pandas; the dashboard loads it and its release before it answers,
  so that no visitor waits for either, and every page's module at the first visit, since each names its own address.
- **100 sessions under a second** (95 of 100 clicks): missed where each is on a province of its own, since a view that
  nobody has opened yet costs 40 to 150 ms of processor time, and Python runs one thread at a time; 50 are well within.
  A view is drawn once a process, so that it gets better as a day goes on. More visitors need a second process
  ([deployment.md](deployment.md)).
- **Publishing** (6 times bare pandas, 400 MB): at the edge of the first for today's data, far below it for more;
  the second is missed at 250,000 figures, six times of what there is, and kept up to 125,000.
- **All communes over 15 years**: a year that is seen for the first time takes longer than 1.5 times of 63 units, since
  every score of the year is ranked and compared once; from then on it is remembered as long as the visit lasts.
"""


def limits_lines() -> list[str]:
    """The limits as lines of the page."""
    return [str(line) for line in LIMITS.strip().splitlines()]
