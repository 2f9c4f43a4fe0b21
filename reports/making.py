"""Makes the files of one report or of many: deck, workbook, brief, pictures of charts."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Literal

from indicators.release import Release, load
from reports.brief import brief_pdf
from reports.command_subjects import file_name
from reports.deck import make_deck
from reports.pictures import Format, picture
from reports.slides import Chart, Map, Story
from reports.story import build_story
from reports.story_choice import Choice, choose
from reports.story_subject import Subject
from reports.workbook import workbook_xlsx
from wording.language import LanguageCode

Kind = Literal["deck", "workbook", "brief", "picture"]
ENDINGS: dict[Kind, str] = {"deck": ".pptx", "workbook": ".xlsx", "brief": ".pdf", "picture": ""}
PROCESSES = 2
PICTURE_SIZE = (900, 520)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made of every subject: the kind of file, years, language, template, slides chosen, picture form."""

    kind: Kind
    first_year: int
    last_year: int
    language: LanguageCode
    template: Path | None = None
    choice: Choice | None = None
    form: Format = "png"


@dataclass(frozen=True, slots=True)
class Made:
    """The file, or the folder of pictures, that was made; what there is to say of it; `error` where it was not."""

    subject: Subject
    path: Path
    notices: tuple[str, ...] = ()
    error: str = ""


def make(release: Release, subject: Subject, order: Order, path: Path) -> Made:
    """Make one file; raises ValueError (SubjectError, TemplateError) with what was wrong, OSError of the disk."""
    story = build_story(release, subject, order.first_year, order.last_year, order.language)
    if order.choice is not None:
        story = choose(story, order.choice)
    path.parent.mkdir(parents=True, exist_ok=True)
    notices: tuple[str, ...] = ()
    if order.kind == "deck":
        deck = make_deck(story, order.template)
        notices = deck.notices
        path.write_bytes(deck.content)
    elif order.kind == "workbook":
        path.write_bytes(workbook_xlsx(story))
    elif order.kind == "brief":
        path.write_bytes(brief_pdf(story))
    else:
        _draw(story, path, order.form)
    return Made(subject, path, notices)


def make_all(place: Path | str, order: Order, subjects: Sequence[Subject], target: Path) -> Iterator[Made]:
    """Make one file a subject in two processes, each as soon as it is done; a failure does not stop the others."""
    # A new process, not a copy of this one: the library that draws pictures has threads of its own.
    with ProcessPoolExecutor(PROCESSES, get_context("spawn"), initializer=_start, initargs=(place,)) as pool:
        waiting = [pool.submit(_make_one, subject, order, target) for subject in subjects]
        for done in as_completed(waiting):
            yield done.result()


_HELD: dict[str, Release] = {}


def _start(place: Path | str) -> None:
    _HELD["release"] = load(place)


def _make_one(subject: Subject, order: Order, target: Path) -> Made:
    release = _HELD["release"]
    path = target / (file_name(release, subject, order.first_year, order.last_year) + ENDINGS[order.kind])
    try:
        return make(release, subject, order, path)
    except (ValueError, OSError) as error:
        return Made(subject, path, error=str(error))


def _draw(story: Story, folder: Path, form: Format) -> None:
    """Draw every chart and map of a story into a folder, title, source and date inside each."""
    folder.mkdir(parents=True, exist_ok=True)
    for slide in story.slides:
        drawn = [block for block in slide.blocks if isinstance(block, Chart | Map)]
        for number, block in enumerate(drawn, start=1):
            name = slide.id if number == 1 else f"{slide.id}-{number}"
            width, height = PICTURE_SIZE
            lines = [line for line in (slide.source, story.subtitle) if line]
            content = picture(
                block.specification, width=width, height=height, heading=slide.title, lines=lines, form=form
            )
            (folder / f"{name}.{form}").write_bytes(content)
