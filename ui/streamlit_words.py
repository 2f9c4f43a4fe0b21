"""Streamlit's own words: it speaks English only, so they are left out, or said in the language of the page."""

import streamlit as st

from wording.language import Language

# Tools over charts and tables, the menu of a column, hints under a text box, the status at the top: our own buttons,
# and the labels of the filters, say what a reader needs.
_LEFT_OUT = (
    '[data-testid="stElementToolbar"]',
    '[data-testid="stDataFrameColumnMenu"]',
    '[data-testid="InputInstructions"]',
    '[data-testid="stStatusWidget"] button',
    '[data-testid="stConnectionStatus"] label',
    ".gdg-search-status",
    '[data-testid="stFileUploaderDropzone"] [data-testid="stBaseButton-borderlessIcon"]',
)
_NO_CHOICE_LEFT = '[role="listbox"][data-empty="true"] [role="option"] > span'
_UPLOAD_BUTTON = '[data-testid="stFileUploaderDropzone"] [data-testid="stBaseButton-secondary"] p'
_UPLOAD_LIMIT = '[data-testid="stFileUploaderDropzoneInstructions"] span'
_FILE_IN_THE_MAKING = '[data-testid="stDownloadButton"] button:has([data-testid="stSpinnerIcon"]) p'
_FILE_FAILED = '[data-testid="stDownloadButtonError"]'
_SKIP_LINK = '[data-testid="stSkipToContent"]'


def replace_streamlit_words(language: Language) -> None:
    """Add the style that hides Streamlit's words or puts ours in their place; once a run."""
    said = {
        _NO_CHOICE_LEFT: language.text("Nothing matches"),
        _FILE_IN_THE_MAKING: language.text("Preparing the file…"),
        _FILE_FAILED: language.text("The file could not be made. Try again in a few minutes."),
        _SKIP_LINK: language.text("Skip to the content"),
        _UPLOAD_BUTTON: language.text("Choose a file"),
        _UPLOAD_LIMIT: language.text("At most {size} MB", size=st.get_option("server.maxUploadSize")),
    }
    replaced = "".join(
        f'{place} {{ font-size: 0; }} {place}::after {{ font-size: 0.9375rem; content: "{words}"; }} '
        for place, words in said.items()
    )
    st.html(f"<style>{', '.join(_LEFT_OUT)} {{ display: none !important; }} {replaced}</style>")
