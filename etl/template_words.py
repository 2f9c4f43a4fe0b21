"""What a template workbook says to the person who fills it in, in Vietnamese and in English."""

from collections.abc import Mapping

INSTRUCTIONS: tuple[tuple[str, str], ...] = (
    (
        "Điền số liệu của quyết định, phụ lục vào các trang tính số liệu. Mỗi dòng là một tỉnh, thành phố.",
        "Fill in the figures of the decision or its annex on the sheets of figures. One row is one province.",
    ),
    (
        "Ghi đúng như bản công bố, không làm tròn, không tự tính. Ô không có số liệu thì để trống, không ghi 0.",
        (
            "Copy them as they are printed: do not round, do not compute. Leave a cell empty where there is no figure; "
            "never write 0."
        ),
    ),
    (
        "Những ô đã có số là số liệu đang lưu. Sửa ô nào thì số liệu đó được thay; xóa ô nào thì số liệu đó bị bỏ.",
        (
            "Cells that are filled already hold the figures held today. What you change is replaced; what you empty is "
            "taken out."
        ),
    ),
    (
        "Ghi nguồn của số liệu mới vào trang tính Nguồn. Nếu mã nguồn đã có trong data/sources.csv thì chỉ cần ghi mã.",
        (
            "Name the source of the new figures on the sheet Nguồn. Where its id is in data/sources.csv already, "
            "the id is enough."
        ),
    ),
    (
        "Không đổi tên trang tính, không thêm, xóa hay đổi chỗ dòng và cột.",
        "Do not rename sheets; do not add, take out or move rows and columns.",
    ),
    (
        "Lưu tệp (.xlsx) rồi chạy lệnh dưới đây; chương trình cho xem những gì thay đổi và hỏi trước khi ghi.",
        "Save the file (.xlsx) and run the command below; it shows what changes and asks before it writes.",
    ),
)

SOURCE_WORDS: Mapping[str, tuple[str, str]] = {
    "source_id": ("Mã nguồn (chữ, số, dấu _)", "Source id (letters, digits, _)"),
    "title": ("Tên văn bản, số hiệu, ngày", "Title, number and date of the document"),
    "publisher": ("Nơi đăng hoặc giữ bản này", "Who published or holds this copy"),
    "address": ("Địa chỉ (URL) hoặc nơi lưu", "Address (URL), or where it is kept"),
    "published_on": ("Ngày công bố (2024-04-17)", "Date published (2024-04-17)"),
    "publisher_of_figures": ("Cơ quan công bố số liệu", "Who published the figures"),
    "obtained_from_kind": ("Loại nguồn", "Kind of source"),
}

SCORE_PROMPT = "Điểm / Score"
RANK_PROMPT = "Hạng / Rank"
GROUP_PROMPT = "Nhóm / Group"
