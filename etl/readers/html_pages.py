"""Tells a page of data from the pages that stand in its place: login, error, robot check, drawn by a script."""

import lxml.html

from etl.page_words import ERROR_WORDS, LOGIN_WORDS, ROBOT_WORDS


def fault_of_page(root: lxml.html.HtmlElement, *, has_table: bool) -> str | None:
    """Say in a sentence why a page holds no data and what to do; None for a page that has a table and no such sign.

    `has_table`: whether some table has two rows or more. A page with one is taken at its word unless it asks for a
    password and is titled as a login page.
    """
    headings = " ".join(str(element.text_content()) for element in root.iter("title", "h1", "h2"))
    headings = " ".join(headings.split())
    asks_password = bool(root.xpath("//input[translate(@type, 'PASWORD', 'pasword')='password']"))
    if asks_password and (not has_table or LOGIN_WORDS.search(headings)):
        return "it is a login page, not the data. Log in with a browser, save the page with the table, and read that."
    if has_table:
        return None
    text = _visible_text(root)
    told = f" ('{headings[:80]}')" if headings else ""
    if ROBOT_WORDS.search(headings) or ROBOT_WORDS.search(text[:2000]):
        return f"it is a check for robots{told}, not the data. Open the address in a browser and save the page."
    if ERROR_WORDS.search(headings) or (len(text) < 1000 and ERROR_WORDS.search(text)):
        return f"it is an error page{told}, not the data. Check the address in etl/sources.yaml and try again later."
    if len(text) < 200 and root.xpath("//script"):
        return (
            "it has no table: a script draws it in the browser. Open the address in a browser, wait for the table, "
            "and save the page."
        )
    return f"it has no table{told}. Check that this is the page with the ranking; the site may have changed."


def _visible_text(root: lxml.html.HtmlElement) -> str:
    pieces = root.xpath("//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]")
    return " ".join(" ".join(str(piece) for piece in pieces).split())
