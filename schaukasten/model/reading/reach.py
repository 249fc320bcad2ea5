"""A row like `Erika Beispiel, Tel. 0231 141662` → what it says, each behind its key."""

from __future__ import annotations

import re

_EMAIL = re.compile(r"[^\s,;<>()]+@[^\s,;<>()]+")
#: Six signs at least: a postal code is no telephone number.
_PHONE = re.compile(r"\+?\(?\d[\d ()/-]{4,23}\d")
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>]+", re.IGNORECASE)
_LABELS = re.compile(r"\b(?:Tel(?:efon)?|Fon|Mobil|Handy|E-?Mail|Mail|unter)\b[.:]*", re.IGNORECASE)
_NOTHING = re.compile(r"[<>]|\(\s*\)")


def reach_in(text: str) -> dict[str, str]:
    """Return `name`, `phone`, `email` and `form` (an address in the web), as far as they occur."""
    found: dict[str, str] = {}
    for key, pattern in (("form", _WEB), ("email", _EMAIL), ("phone", _PHONE)):
        if one := pattern.search(text):
            found[key] = one[0].strip().rstrip(".,")
            text = text.replace(one[0], " ")
    if found.get("form", "").casefold().startswith("www."):
        found["form"] = f"https://{found['form']}"
    name = " ".join(_NOTHING.sub(" ", _LABELS.sub(" ", text)).split())
    name = re.sub(r"\s*[,;|·]\s*(?=[,;|·])", "", name).strip(" ,;:|·–-")
    return {key: found[key] for key in ("phone", "email", "form") if key in found} | (
        {"name": name} if name else {}
    )
