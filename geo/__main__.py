"""Command line of the boundaries: `python -m geo build SOURCE.geojson`."""

from pathlib import Path
from typing import Annotated

import typer

from geo.errors import BoundaryError
from geo.layers import layers_34, layers_63
from geo.publication import write_files
from geo.simplification import DEFAULT_TOLERANCE, simplify
from geo.source import check_islands, read_source
from geo.tables import Province, read_islands, read_provinces
from geo.topology import encode

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.callback()
def main() -> None:
    """Build the boundary files that the maps draw."""


@app.command()
def build(
    source: Annotated[Path, typer.Argument(help="GeoJSON of the 63 provinces, each feature with a property code.")],
    provinces: Annotated[Path, typer.Option(help="Folder of provinces_63.csv and provinces_34.csv.")] = Path(
        "data/provinces"
    ),
    islands: Annotated[Path, typer.Option(help="Islands that must not be lost.")] = Path("data/provinces/islands.csv"),
    target: Annotated[Path, typer.Option(help="Folder for the built files.")] = Path("static"),
    tolerance: Annotated[float, typer.Option(help="How much is simplified, in degrees.", min=0)] = DEFAULT_TOLERANCE,
) -> None:
    """Write provinces_63.<hash>.json, provinces_34.<hash>.json and boundaries.json."""
    try:
        units_63, units_34 = read_provinces(provinces, "63"), read_provinces(provinces, "34")
        _check_successors(units_63, units_34)
        named_islands = read_islands(islands, {"63": units_63, "34": units_34})
        shapes = read_source(source, units_63)
        check_islands(shapes, named_islands)
        simplified = simplify(shapes, tolerance)
        texts = {
            "63": encode(layers_63(simplified, units_63, named_islands)),
            "34": encode(layers_34(simplified, units_63, units_34, named_islands)),
        }
        paths = write_files(target, texts)
    except BoundaryError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    except OSError as error:
        typer.echo(f"{target} cannot be written ({error}). Give another folder with --target.", err=True)
        raise typer.Exit(1) from None
    for path in paths:
        typer.echo(f"{path}  {path.stat().st_size:,} bytes")


def _check_successors(units_63: dict[str, Province], units_34: dict[str, Province]) -> None:
    for province in units_63.values():
        if province.successor_code not in units_34:
            raise BoundaryError(
                f"provinces_63.csv, code {province.code}: successor_code {province.successor_code!r} "
                "is not in provinces_34.csv."
            )


if __name__ == "__main__":
    app()
