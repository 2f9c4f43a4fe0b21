#!/bin/sh
# One run of the keeper without a person: gather all declared files, then hold each against the figures that we have.
#
#   deploy/keeper_run.sh show    print what each file would change; take nothing over
#   deploy/keeper_run.sh write   write the changes to data/published, for a person to approve as a diff
#
# One edition that fails does not stop the others. Exit code 1 where anything failed or the check found an error.
set -eu

case "${1:-}" in
    show) how=--dry-run ;;
    write) how=--yes ;;
    *) echo "Say 'show' or 'write'." >&2; exit 2 ;;
esac
raw=${DASHBOARD_RAW:-${DASHBOARD_DATA:-data}/raw}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
worst=0

python -m etl gather --json >"$work/gathered.json" || worst=1

# One line a file that is held: index, year, place below the raw folder.
python - "$work/gathered.json" >"$work/files" <<'EOF'
import json
import sys
from pathlib import Path

text = Path(sys.argv[1]).read_text("utf-8")
for file in json.loads(text)["files"] if text else []:
    if file["state"] != "failed":
        print(file["index"], file["year"], file["file"])
EOF

while read -r index year file; do
    echo "== $index $year: $file" >&2
    python -m etl import "$raw/$file" --index "$index" --year "$year" "$how" </dev/null || worst=1
done <"$work/files"

python -m etl check || worst=1
exit "$worst"
