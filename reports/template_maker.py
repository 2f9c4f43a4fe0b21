"""Makes `reports/template.pptx`, the template of our own: `python -m reports.template_maker`.

Three layouts with real placeholders, the colours of `charts.theme` and Arial as theme font. A file made twice holds
the same.
"""

import io
import re
import zipfile
from pathlib import Path
from typing import Any, cast

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from charts.theme import ACCENT, BLUE, GRID, MUTED, TEXT, series_styles
from reports.text_fitting import FONT

TEMPLATE = Path(__file__).parent / "template.pptx"
_WIDTH, _HEIGHT = 13.333, 7.5
_NAMES = ("Title", "One content", "Two contents")  # found by their placeholders; the names are for people
_LAYOUTS_OF_DEFAULT = (0, 1, 3)
_NOT_KEPT = re.compile(r"thumbnail|printerSettings")  # of the default template of python-pptx
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP can say

# Boxes in inches: left, top, width, height.
_TITLE = (0.6, 0.4, 12.13, 1.1)
_WHOLE = (0.6, 1.7, 12.13, 4.95)
_LEFT = (0.6, 1.7, 5.9, 4.95)
_RIGHT = (6.83, 1.7, 5.9, 4.95)
_SOURCE = (0.6, 6.75, 11.1, 0.5)
_NUMBER = (11.83, 6.75, 0.9, 0.5)


def template_bytes() -> bytes:
    """Return the template as a PPTX."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(_WIDTH), Inches(_HEIGHT)
    _child(presentation.element, "p:sldSz").attrib.pop("type", None)
    for position, layout in reversed(list(enumerate(presentation.slide_layouts))):
        if position not in _LAYOUTS_OF_DEFAULT:
            presentation.slide_layouts.remove(layout)
    master = presentation.slide_master
    _fill(master.element, [_title("title"), _body(_WHOLE, None, 1), _line(), _number()])
    _style_master(master.element)
    contents = [[_cover_band(), *_cover()], [_body(_WHOLE, None, 1)], [_body(_LEFT, None, 1), _body(_RIGHT, None, 2)]]
    for layout, name, shapes in zip(presentation.slide_layouts, _NAMES, contents, strict=True):
        is_cover = name == _NAMES[0]
        _child(layout.element, "p:cSld").set("name", name)
        if is_cover:
            layout.element.set("showMasterSp", "0")
        common = [] if is_cover else [_title("title"), *shapes, _source(), _number()]
        _fill(layout.element, common or shapes)
    properties = presentation.core_properties
    properties.title, properties.author, properties.last_modified_by = "", "", ""
    target = io.BytesIO()
    presentation.save(target)
    return _themed(target.getvalue())


def _child(element: Any, *path: str) -> Any:
    """Return the element at a path of names such as "p:cSld"; the default template of python-pptx has it."""
    return element.find("/".join(qn(name) for name in path))


def _fill(element: Any, shapes: list[str]) -> None:
    """Put shapes in the place of those that a master or a layout has."""
    tree = _child(element, "p:cSld", "p:spTree")
    for old in tree.findall(qn("p:sp")):
        tree.remove(old)
    for number, shape in enumerate(shapes, start=2):
        tree.append(parse_xml(shape.replace('id="0"', f'id="{number}"')))


def _shape(name: str, placeholder: str, box: tuple[float, ...], body: str, levels: str, prompt: str) -> str:
    left, top, width, height = (round(Inches(length)) for length in box)
    return f"""<p:sp {nsdecls("p", "a")}>
      <p:nvSpPr><p:cNvPr id="0" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>
        <p:nvPr>{placeholder}</p:nvPr></p:nvSpPr>
      <p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
        <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>
      <p:txBody><a:bodyPr {body}><a:normAutofit/></a:bodyPr><a:lstStyle>{levels}</a:lstStyle>{prompt}</p:txBody>
    </p:sp>"""


def _prompt(text: str) -> str:
    return f'<a:p><a:r><a:rPr lang="vi-VN"/><a:t>{text}</a:t></a:r></a:p>'


def _title(kind: str) -> str:
    return _shape("Title", f'<p:ph type="{kind}"/>', _TITLE, 'anchor="b"', "", _prompt("Nêu phát hiện trong một câu"))


def _body(box: tuple[float, ...], kind: str | None, position: int) -> str:
    placeholder = f'<p:ph idx="{position}"/>' if kind is None else f'<p:ph type="{kind}" idx="{position}"/>'
    return _shape(f"Content {position}", placeholder, box, "", "", _prompt("Nội dung"))


def _cover() -> list[str]:
    large = '<a:lvl1pPr algn="l"><a:defRPr sz="4000" b="1"/></a:lvl1pPr>'
    small = (
        '<a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="2000"><a:solidFill><a:schemeClr val="tx2"/>'
        "</a:solidFill></a:defRPr></a:lvl1pPr>"
    )
    title = _prompt("Tên báo cáo")
    return [
        _shape("Title", '<p:ph type="ctrTitle"/>', (1.2, 1.5, 11.3, 2.4), 'anchor="b"', large, title),
        _shape("Subtitle", '<p:ph type="subTitle" idx="1"/>', (1.2, 4.1, 11.3, 1.8), "", small, _prompt("Ngày")),
    ]


def _source() -> str:
    small = (
        '<a:lvl1pPr marL="0" indent="0"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="1100">'
        '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    )
    placeholder = '<p:ph type="body" sz="quarter" idx="13"/>'
    return _shape("Source", placeholder, _SOURCE, 'anchor="ctr"', small, _prompt("Nguồn"))


def _number() -> str:
    small = (
        '<a:lvl1pPr algn="r"><a:defRPr sz="1100"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:defRPr>'
        "</a:lvl1pPr>"
    )
    field = '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="vi-VN"/><a:t>‹#›</a:t></a:fld></a:p>'  # noqa: E501
    placeholder = '<p:ph type="sldNum" sz="quarter" idx="12"/>'
    return _shape("Slide number", placeholder, _NUMBER, 'anchor="ctr"', small, field)


def _drawn(name: str, box: tuple[float, ...], colour: str) -> str:
    left, top, width, height = (round(Inches(length)) for length in box)
    return f"""<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="0" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>
      <p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
        <a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>
        <a:ln><a:noFill/></a:ln></p:spPr></p:sp>"""  # noqa: E501


def _line() -> str:
    return _drawn("Line", (0.6, 1.55, 12.13, 0.02), "accent1")


def _cover_band() -> str:
    return _drawn("Band", (0, 0, 0.45, _HEIGHT), "accent1")


def _style_master(master: Any) -> None:
    """Set the sizes of titles and texts; the text stands at the left without bullets, which a deck sets itself."""
    title = _child(master, "p:txStyles", "p:titleStyle", "a:lvl1pPr")
    title.set("algn", "l")
    run = _child(title, "a:defRPr")
    run.set("sz", "2800")
    run.set("b", "1")
    for level, (name, size) in enumerate((("a:lvl1pPr", 20), ("a:lvl2pPr", 18), ("a:lvl3pPr", 16))):
        paragraph = _child(master, "p:txStyles", "p:bodyStyle", name)
        _child(paragraph, "a:defRPr").set("sz", str(size * 100))
        if level == 0:
            paragraph.set("marL", "0")
            paragraph.set("indent", "0")
            for bullet in paragraph.findall(qn("a:buChar")) + paragraph.findall(qn("a:buFont")):
                paragraph.remove(bullet)
            paragraph.insert(len(paragraph) - 1, parse_xml(f"<a:buNone {nsdecls('a')}/>"))


def _themed(content: bytes) -> bytes:
    """Set the colours and the fonts of the theme; all files of the archive get one and the same date."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name in archive.namelist():
            if _NOT_KEPT.search(name):
                continue
            data = archive.read(name)
            if name.endswith(".rels"):
                data = _without_relations(data)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>2025-01-01T00:00:00Z", data)
            if re.fullmatch(r"ppt/theme/theme\d+\.xml", name):
                data = _theme(data)
            out.writestr(zipfile.ZipInfo(name, _FIRST_DAY), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _without_relations(data: bytes) -> bytes:
    relations = cast("Any", etree.fromstring(data))
    for relation in list(relations):
        if _NOT_KEPT.search(relation.get("Target")):
            relations.remove(relation)
    return etree.tostring(relations, xml_declaration=True, encoding="UTF-8", standalone=True)


def _theme(data: bytes) -> bytes:
    theme = cast("Any", etree.fromstring(data))
    further = [style.colour for style in series_styles([str(place) for place in range(6)]).values()][2:]
    colours = dict(
        zip(
            ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"),
            (TEXT, "#ffffff", MUTED, GRID, BLUE, ACCENT, *further),
            strict=True,
        ),
        hlink=BLUE,
        folHlink=MUTED,
    )
    for name, colour in colours.items():
        place = next(theme.iter(qn(f"a:{name}")))
        for old in list(place):
            place.remove(old)
        place.append(parse_xml(f'<a:srgbClr {nsdecls("a")} val="{colour.lstrip("#").upper()}"/>'))
    for fonts in (*theme.iter(qn("a:majorFont")), *theme.iter(qn("a:minorFont"))):
        _child(fonts, "a:latin").set("typeface", FONT)
        # A theme may give a script its own font; Vietnamese is to be set in the font of the theme.
        for other in fonts.findall(qn("a:font")):
            fonts.remove(other)
    return etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


if __name__ == "__main__":
    TEMPLATE.write_bytes(template_bytes())
