"""What to know before using a figure: notes with their counts, what the checks remarked, and the known limits."""

import pandas as pd
import streamlit as st

from indicators.release import Release
from ui import data_answers
from ui.view import View
from wording.known_limits import known_limits, warning_rows
from wording.numbers import whole
from wording.terms import term_help


def show_notes(release: Release, view: View) -> None:
    """Draw the section."""
    text, language = view.language.text, view.language
    st.subheader(text("Known limits"), anchor=False)
    st.markdown("\n".join(f"- {limit}" for limit in known_limits(release, language)))
    st.subheader(text("What the checks remark in this release"), anchor=False)
    remarks = warning_rows(release, language)
    if remarks:
        st.markdown("\n".join(f"- **{edition}**: {sentence}" for edition, sentence in remarks))
    else:
        st.markdown(text("Nothing."))
    st.subheader(text("Notes that figures carry"), anchor=False, help=term_help("data notes", language))
    notes = data_answers.notes_of_all(release)
    st.table(
        pd.DataFrame(
            {
                text("Note"): notes[f"meaning_{language.code}"].to_list(),
                text("Figures"): [whole(int(count), language) for count in notes["figures"]],
                text("Code"): notes["code"].to_list(),
            }
        ).set_index(text("Note"))
    )
    st.caption(text("A figure can carry several notes. The code is that of the column note_codes in the files."))
