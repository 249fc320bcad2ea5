"""The key of a text → its rank, in its form and in a new file."""

from __future__ import annotations

#: What people think of first; then what belongs to the kind, then what is seldom needed.
FIRST = (
    *("title", "date", "end_date", "start", "end", "summary", "audience", "schedule"),
    *("employment", "deadline", "weekly_hours", "begins", "limited_until", "pay"),
    *("location", "body", "image", "pictures", "gallery", "questions", "tags", "status"),
)
LAST = (
    *("updated", "publish_from", "expires", "review_by", "slug", "aliases", "id", "lang"),
    *("template", "moved_from", "overnight", "days"),
)


def rank(key: str) -> int:
    """Return where a key stands; those of the same rank are in the order of their schema."""
    if key in FIRST:
        return FIRST.index(key)
    return len(FIRST) + (1 + LAST.index(key) if key in LAST else 0)
