"""What is said below the table of strengths and weaknesses of one index."""

from indicators.release import Release
from ui.address import Values
from ui.strengths_grounds import index_grounds
from ui.strengths_standings import shown_standings
from ui.view import View
from wording.language import language

HA_NAM = "63-35"


def test_a_change_of_method_names_its_components_in_the_order_of_time(release: Release) -> None:
    values = Values(
        {
            "don_vi": [HA_NAM], "chi_so": ["PAPI"], "cap": ["cap-1"], "den_nam": ["2024"], "tinh_cu": [HA_NAM],
            "phan_cong": ["tu-2025-03-01"], "co_quan": ["tat-ca"],
        }
    )  # fmt: skip
    shown, _ = shown_standings(release, values, HA_NAM)
    lines = index_grounds(release, View(language("vi"), values, {}, ()), shown[0]).lines
    assert [line.partition(": ")[0] for line in lines if "→" in line] == [
        "Tham gia ở cấp cơ sở; Kiểm soát tham nhũng; Cung ứng dịch vụ công, 2017 → 2018",
        "Tham gia ở cấp cơ sở; Quản trị môi trường, 2018 → 2019",
        "Quản trị điện tử, 2019 → 2020",
        "Trách nhiệm giải trình, 2020 → 2021",
        "Cung ứng dịch vụ công, 2020 → 2021",
        "Tham gia ở cấp cơ sở, 2021 → 2022",
    ]
