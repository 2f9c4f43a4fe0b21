"""A small data folder with an invented index, whole and free of problems, for tests to break."""

from dataclasses import dataclass
from pathlib import Path

HEADER = "index,year,unit_system,province_code,component,score,rank,group,group_kind,kind,note_codes,source_id\n"
FIGURES_2023 = (
    "ABC,2023,63,01,A,6.1,,,,published,,S1\n"
    "ABC,2023,63,01,B,7.2,,,,published,,S1\n"
    "ABC,2023,63,01,overall,13.3,1,high,published,published,,S1\n"
    "ABC,2023,63,02,A,5.1,,,,published,,S1\n"
    "ABC,2023,63,02,B,5.2,,,,published,,S1\n"
    "ABC,2023,63,02,overall,10.3,3,low,computed,published,one_copy,S1;context:law\n"
    "ABC,2023,63,08,overall,11.5,2,low,published,published,,S1\n"
)
FILES = {
    "catalogue/abc.yaml": """id: ABC
position: 1
short_name: ABC
names: [{from: 2022, vi: Chỉ số ABC, en: Index ABC}]
publishers: [{from: 2022, vi: Bộ A, en: Ministry A}]
help: {vi: Câu, en: Sentence}
unit: points
display_decimals: 2
publishes_ranks: true
groups: [{id: high, vi: Cao, en: High}, {id: low, vi: Thấp, en: Low}]
component_word: {vi: phần, en: part}
components:
  - id: overall
    periods: [{from: 2022, role: root, minimum: 2, maximum: 20, vi: Tổng, en: Total}]
  - id: A
    periods:
      - {from: 2022, to: 2022, role: addend, parent: overall, weight: 1, maximum: 3.33, vi: Một, en: One}
      - {from: 2023, role: addend, parent: overall, weight: 1, maximum: 10, vi: Một, en: One}
  - id: B
    periods: [{from: 2022, role: addend, parent: overall, weight: 1, maximum: 10, vi: Hai, en: Two, source: S1}]
""",
    "catalogue/editions.csv": "index,year,unit_system,published_on,decision,units_measured,units_ranked,"
    "what_is_published,series,decimals,status,source_id\n"
    "ABC,2022,63,2023-04-19,,3,3,all_ranks,abc-2022,2,published,S1\n"
    "ABC,2023,63,2024-04,,3,3,all_ranks,abc-2022,2,published,S1;context:law\n"
    "ABC,2025,34,,,,,,,2,unknown,\n",
    "catalogue/breaks.csv": "index,component,between_year,and_year,degree,reason_en,reason_vi,found_how,source_id,"
    "province_codes\n"
    "ABC,A,2022,2023,break,Scale changed.,Đổi thang điểm.,stated by publisher,S1,02;08\n"
    "*,*,2024,2025,break,34 units.,34 đơn vị.,stated by publisher,context:law,\n",
    "catalogue/note_codes.csv": "code,meaning_en,meaning_vi,shown,applies_to\n"
    "one_copy,From one copy.,Từ một bản sao.,yes,score\n"
    "announced_by_province,Announced by the province.,Do tỉnh công bố.,yes,rank\n"
    "corrected,Corrected here.,Đã đính chính.,yes,both\n",
    "catalogue/missing.csv": "index,year,unit_system,province_code,components,reason,reason_vi,reason_en,source_id\n"
    "ABC,2023,63,08,A;B,left_out,Không công bố.,Left out.,S1\n",
    "former_units.csv": "index,year,unit,name,name_en,region,component,score,rank,source_id\n",
    "corrections.csv": "index,year,unit_system,province_code,component,field,expected,corrected,reason,source_id\n",
    "national.csv": "index,year,unit_system,scope,component,statistic,value,source_id\n"
    "ABC,2023,63,national,overall,mean,11.70,S1\n",
    "sources.csv": "index,source_id,title,publisher,address,published_on,publisher_of_figures,obtained_from_kind,"
    "sha256\n"
    "ABC,S1,Results,Ministry A,https://example.org,2024-04,Bộ A,publisher,\n"
    "context,law,Resolution 202,National Assembly,https://example.org,2025,,other,\n",
    "responsibility.csv": "index,component,lead_to_2025_02_28,lead_from_2025_03_01,with,basis,source\n"
    "ABC,overall,Sở Nội vụ,Sở Nội vụ,,usual,\n",
    "targets.csv": "unit_system,province_code,index,component,year,kind,value,since_year,source\n"
    "63,02,ABC,overall,2025,rank_at_most,2,,\n"
    "63,08,ABC,overall,2025,score_kept,,2023,Plan 1\n",
    "provinces/provinces_63.csv": "code,name_vi,name_en,kind_vi,region,successor_code,sort_key\n"
    "01,Hà Nội,Ha Noi,thành phố,RRD,01,h1\n"
    "02,Hà Giang,Ha Giang,tỉnh,NMM,08,h2\n"
    "08,Tuyên Quang,Tuyen Quang,tỉnh,NMM,08,t1\n",
    "provinces/provinces_34.csv": "code,name_vi,name_en,kind_vi,predecessor_codes,sort_key\n"
    "01,Hà Nội,Ha Noi,thành phố,01,h1\n"
    "08,Tuyên Quang,Tuyen Quang,tỉnh,02;08,t1\n",
    "provinces/regions.csv": "region,name_vi,name_en,position\nRRD,Sông Hồng,Red River,1\nNMM,Phía Bắc,North,2\n",
    "provinces/aliases.csv": "alias,unit_system,code,kind\nHN,63,01,short\n",
    "provinces/context.csv": "unit_system,code,year,measure,value,unit,kind,source_id\n"
    "63,01,2024,area_km2,3359.8,km2,published,law\n",
    "provinces/islands.csv": "name_vi,name_en,code_63,code_34,lon,lat\nĐảo,Islet,01,01,107.5,20.5\n",
    "published/abc/2022.csv": HEADER
    + "ABC,2022,63,01,A,3.3333,,,,published,,S1\n"
    + "ABC,2022,63,02,overall,,3,,,published,,S1\n",
    "published/abc/2023.csv": HEADER + FIGURES_2023,
}


@dataclass(frozen=True)
class SmallData:
    """A data folder on disk, and how to break it."""

    folder: Path

    def write(self, name: str, text: str) -> Path:
        """Write a file below the folder and return its path."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        return path

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a piece of text that must be there, once."""
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))
