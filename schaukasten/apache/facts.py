"""What a web server has to know of a site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Facts:
    #: The path below which the site lies, percent-encoded, as in SITEURL: `` or `/club`.
    base: str
    #: The site's host with its port, if it is not the usual one; None for a preview.
    host: str | None
    #: Whether the site is served by https.
    secure: bool
    #: Whether search engines are kept out.
    hidden: bool
    #: Whether a page may load a script of the site's own.
    scripts: bool
    #: Whether there is a /404.html.
    error_page: bool
    #: Whether visitors are led to https, and to the one name of the host: not where something in
    #: front of the server does so already.
    to_https: bool = True
    to_host: bool = True
    #: Whether texts lie there compressed as well.
    precompressed: bool = False
    #: Old address and present one, both as in content: below `base`.
    redirects: tuple[tuple[str, str], ...] = ()
    gone: tuple[str, ...] = ()
