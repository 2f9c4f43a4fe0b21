"""The words by which login pages, checks for robots and error pages are known: gathering and reading share them."""

import re

LOGIN_WORDS = re.compile(r"đăng nhập|log ?in\b|sign ?in\b", re.IGNORECASE)
ROBOT_WORDS = re.compile(
    r"captcha|just a moment|attention required|verify you are human|are you (?:a )?human|checking your browser",
    re.IGNORECASE,
)
# A status counts where the text begins with it or says what it is: figures of a table may be 404 too.
ERROR_WORDS = re.compile(
    r"(?:^\W*|\b(?:http|error|lỗi|trang|page)\W*)(?:40[0-9]|410|429|50[0-4])\b"
    r"|^\W*(?:http\s*)?(?:error|lỗi|sorry|unauthorized)\b"
    r"|not found|does(?: not|n't) exist|forbidden|access (?:is )?denied|service unavailable|bad gateway"
    r"|(?:server|runtime) error|account suspended|under maintenance"
    r"|không tìm thấy|không tồn tại|truy cập bị từ chối|từ chối truy cập|lỗi hệ thống"
    r"|trang bạn (?:yêu cầu|tìm)|bảo trì",
    re.IGNORECASE,
)
