"""A template of a ministry can replace ours: its layouts are found by their placeholders."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from conftest import TellStory
from deck_reading import opened, overflowing
from pptx import Presentation

from reports import deck_shapes
from reports.deck import make_deck
from reports.deck_template import TEMPLATE, TemplateError, read_template
from reports.pictures import picture
from reports.slides import Story
from reports.template_maker import template_bytes
from wording.language import language

VIETNAMESE = language("vi")
WIDTH, HEIGHT = 960, 540  # 16:9, in points


def saved(presentation: Any, folder: Path, name: str = "mau.pptx") -> Path:
    presentation.save(folder / name)
    return folder / name


@pytest.fixture(autouse=True)
def quick_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    blank = picture({"mark": "point", "data": {"values": []}}, width=9, height=5, scale=1)
    monkeypatch.setattr(deck_shapes, "picture", lambda *_, **__: blank)


def few_slides(story: Story) -> Story:
    wanted = ("cover", "standing", "change-PCI", "components-PCI", "map-PCI", "history-DTI", "peers", "not_compared")
    return Story(story.title, story.subtitle, story.language, tuple(s for s in story.slides if s.id in wanted))


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_ours_is_what_its_maker_makes() -> None:
    made = parts_of(template_bytes())
    assert made == parts_of(TEMPLATE.read_bytes()), "make it again: python -m reports.template_maker"


def test_ours_lacks_nothing_and_is_16_to_9() -> None:
    template = read_template(None, VIETNAMESE)
    assert template.missing == ()
    assert (template.presentation.slide_width.pt, template.presentation.slide_height.pt) == pytest.approx(
        (WIDTH, HEIGHT), abs=0.1
    )
    assert template.one.source[0] is not None
    assert template.two.number is not None


def test_another_template_is_used_as_it_is(story_of: TellStory, tmp_path: Path) -> None:
    """The one of python-pptx: 4:3, eleven layouts with other names, footers, another font."""
    file = saved(Presentation(), tmp_path)
    deck = make_deck(few_slides(story_of("province:63-67")), file)
    assert deck.notices == ("mau.pptx dùng phông chữ Calibri: chữ được đo theo phông Arial.",)
    presentation = opened(deck.content)
    assert presentation.slide_width.pt == 720
    assert overflowing(presentation) == []
    used = {slide.slide_layout.name for slide in presentation.slides}
    assert used == {"Title Slide", "Title and Content", "Two Content"}


def test_what_a_template_lacks_is_said_in_sentences(story_of: TellStory, tmp_path: Path) -> None:
    presentation: Any = Presentation()
    for layout in list(presentation.slide_layouts):
        if layout.name != "Title and Content":
            presentation.slide_layouts.remove(layout)
    for found in list(presentation.slide_layouts[0].placeholders):
        if found.placeholder_format.idx >= 10:
            found.element.getparent().remove(found.element)
    deck = make_deck(few_slides(story_of("province:63-67")), saved(presentation, tmp_path))
    assert deck.notices[:4] == (
        "mau.pptx không có bố cục hai nội dung cạnh nhau: phần nội dung được chia đôi.",
        "mau.pptx không có bố cục trang bìa: trang bìa dùng bố cục của trang nội dung.",
        "mau.pptx không có dòng nguồn: nguồn được ghi trong hộp văn bản.",
        "mau.pptx không có số trang: các trang không đánh số.",
    )
    assert overflowing(opened(deck.content)) == []


def test_slides_that_a_template_has_are_left_out(story_of: TellStory, tmp_path: Path) -> None:
    presentation: Any = Presentation()
    for _ in range(2):
        presentation.slides.add_slide(presentation.slide_layouts[1]).shapes.title.text = "Trang mẫu"
    deck = make_deck(few_slides(story_of("province:63-67")), saved(presentation, tmp_path))
    titles = [slide.shapes.title.text_frame.text for slide in opened(deck.content).slides]
    assert "Trang mẫu" not in titles
    assert len(titles) == deck.slides


def test_a_template_without_a_place_for_contents_is_refused(tmp_path: Path) -> None:
    presentation: Any = Presentation()
    for layout in list(presentation.slide_layouts):
        if layout.name not in ("Title Slide", "Title Only"):
            presentation.slide_layouts.remove(layout)
    with pytest.raises(TemplateError, match="no layout with a title and one place for contents"):
        read_template(saved(presentation, tmp_path), VIETNAMESE)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no archive", b"%PDF-1.7"])
def test_what_is_no_pptx_is_refused_in_a_sentence(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "mau.pptx"
    file.write_bytes(content)
    with pytest.raises(TemplateError, match="is no PPTX file, or it is damaged"):
        read_template(file, VIETNAMESE)


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"khong-co\.pptx cannot serve as a template"):
        read_template(tmp_path / "khong-co.pptx", VIETNAMESE)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed: decks are not converted")
def test_libreoffice_opens_a_deck_and_makes_a_page_of_each_slide(story_of: TellStory, tmp_path: Path) -> None:
    deck = make_deck(few_slides(story_of("province:63-67")))
    file = tmp_path / "deck.pptx"
    file.write_bytes(deck.content)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    assert _pages(tmp_path / "deck.pdf") == deck.slides


def _pages(file: Path) -> int:
    document: Any = pypdfium2.PdfDocument(file)
    try:
        return len(document)
    finally:
        document.close()
