"""The files of all own units at once: asked for, made with a progress bar, and kept as long as the file's release."""

import threading
from weakref import WeakKeyDictionary

import streamlit as st

from indicators.catalogue import EditionKey
from indicators.release import Release
from reports.own_archive import Archive, ArchiveOrder, OwnFileKind, make_archive, units_with_results
from ui.own_file import own_targets, while_it_may_be_seen
from ui.own_parameters import own_file_name
from ui.view import View
from wording.numbers import whole

KINDS: tuple[OwnFileKind, ...] = ("deck", "workbook", "brief")

# The last archive of a file, in the memory of the visit: it goes when the release that was made of the file goes.
_kept: WeakKeyDictionary[Release, tuple[ArchiveOrder, Archive]] = WeakKeyDictionary()
# One archive at a time is made in a process, so that other visitors are not kept waiting.
_turn = threading.Lock()


def show_own_archive(own: Release, view: View, key: EditionKey) -> None:
    """Draw what makes the files of all units of an edition, and the ZIP once it is made."""
    text, language = view.language.text, view.language
    count = len(units_with_results(own, key))
    if not count:
        return
    with st.expander(text("Files of all units at once (ZIP)"), icon=":material/folder_zip:"):
        kind = st.selectbox(
            text("Kind of file"),
            KINDS,
            format_func=lambda kind: _kind_name(kind, view),
            key=f"own archive: kind {language.code}",
            width=280,
            filter_mode="contains",
        )
        targets = tuple(target for target in own_targets() if target.index == key.index)
        order = ArchiveOrder(key, kind, language.code, targets)
        found = _archive(own, order)
        first = found.stop if found and found.stop < found.count else 0
        if found is None or found.stop < found.count:
            label = (
                text("Make the files of all {count} units", count=whole(count, language))
                if not first
                else text("Make the files of the {count} units that are left", count=whole(count - first, language))
            )
            if st.button(label, icon=":material/folder_zip:", key="own-archive-make"):
                _make(own, view, order, first)
        if found is not None:
            _show_archive(view, order, found)


def _archive(own: Release, order: ArchiveOrder) -> Archive | None:
    kept = _kept.get(own)
    return kept[1] if kept and kept[0] == order else None


def _make(own: Release, view: View, order: ArchiveOrder, first: int) -> None:
    """Make an archive while a bar shows how far it is, and draw the page anew; a click elsewhere on it ends this."""
    text = view.language.text
    if not _turn.acquire(blocking=False):
        st.warning(text("Files of another visitor are being made. Try again in a minute."))
        return
    try:
        bar = st.progress(0.0)

        def told(made: int, of: int) -> None:
            bar.progress(made / of, text=text("{made} of {of} files made", made=made, of=of))

        _kept[own] = (order, make_archive(own, order, first, told=told))
    finally:
        _turn.release()
    st.rerun()


def _show_archive(view: View, order: ArchiveOrder, archive: Archive) -> None:
    text, language = view.language.text, view.language
    if archive.stop - archive.first < archive.count:
        sentence = text(
            "{made} files are made: units {first} to {stop} of {count}. Download them before the next ones are made.",
            made=whole(archive.stop - archive.first, language),
            first=whole(archive.first + 1, language),
            stop=whole(archive.stop, language),
            count=whole(archive.count, language),
        )
    else:
        sentence = language.counted(
            "{count} file is made, one a unit.", "{count} files are made, one a unit.", archive.count
        )
    st.caption(sentence)
    part = "" if archive.stop - archive.first == archive.count else f"-{archive.first + 1}-{archive.stop}"
    st.download_button(
        text("Download the files (ZIP)"),
        data=while_it_may_be_seen(lambda: archive.content),
        file_name=f"{own_file_name(view.values, order.key)}-{order.kind}{part}.zip",
        mime="application/zip",
        on_click="ignore",
        icon=":material/download:",
        key="own-archive-download",
    )


def _kind_name(kind: "OwnFileKind", view: View) -> str:
    names: dict[OwnFileKind, str] = {"deck": "Slides (PPTX)", "workbook": "Figures (XLSX)", "brief": "Brief (PDF)"}
    return view.language.text(names[kind])
