"""What a visitor's own file leaves behind when the visit ends: nothing."""

import gc
import json
import weakref

from indicators.catalogue import EditionKey
from ui import own_answers
from ui.address import Values
from ui.own_component_table import component_rows
from ui.own_file import read_file
from ui.own_tables import edition_columns, edition_file, edition_rows
from ui.view import View
from wording.language import language

BEFORE, AFTER = EditionKey("DISTRICT", 2023, "district"), EditionKey("DISTRICT", 2024, "district")
FILE = """Năm;Loại đơn vị;Đơn vị;Tổng điểm;Thể chế;Thủ tục
;;Điểm tối đa;100;40;60
2023;Huyện;Huyện A;80;30;50
2023;Huyện;Huyện B;75;30;45
2023;Huyện;Huyện D;60;20;40
2024;Huyện;Huyện A;79,5;30;49,5
2024;Huyện;Huyện B;82,25;32;50,25
2024;Huyện;Huyện C;70;30;40
2024;Huyện;Huyện D;65;20;45
"""


def test_answers_and_charts_go_with_the_file() -> None:
    view = View(language("vi"), Values({}), {}, ())
    file = read_file("huyen.csv", FILE.encode())
    release = file.release("vi")
    assert release is not None
    change = own_answers.change_between(release, BEFORE, AFTER)
    table = edition_rows(release, view, AFTER, "overall", change)
    assert table["name"].tolist() == ["Huyện B", "Huyện A", "Huyện C", "Huyện D"]
    assert table["place_change"].tolist()[:2] == [1, -1]
    columns = edition_columns(release, view, AFTER, "overall", table, 2023)
    assert [column.heading for column in columns][-2:] == ["Thể chế", "Thủ tục"]
    assert edition_file(release, view, AFTER, "overall", table)["Điểm"].tolist() == [82.25, 79.5, 70, 65]
    chosen = own_answers.first_units(release, AFTER, "overall")
    drawn = [*own_answers.trend_charts(release, AFTER, "overall", "vi", chosen)]
    drawn.append(own_answers.change_chart(release, BEFORE, AFTER, "overall", "vi", chosen))
    drawn += [own_answers.contributions_chart(release, BEFORE, AFTER, unit, "vi") for unit in chosen[:2]]
    for spec, said in drawn:
        assert spec is not None
        # The charts of provinces are drawn of districts: nothing in them may speak of provinces.
        assert "tỉnh" not in json.dumps(spec, ensure_ascii=False, default=str) + said
    assert drawn[2][1] == (
        "Cấp huyện 2023 → 2024: 1 đơn vị tăng, 1 đơn vị giảm, 1 đơn vị giữ nguyên; nhiều nhất: Huyện B, tăng 1 vị trí"
    )
    rows = component_rows(release, view, AFTER, BEFORE, chosen[0])
    assert rows["contribution"].tolist() == [2, 5.25]
    assert own_answers.robustness_of_all(release, AFTER) is own_answers.robustness_of_all(release, AFTER)
    ghost = weakref.ref(release)
    del release, file
    gc.collect()
    assert ghost() is None
