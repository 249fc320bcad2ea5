"""Redirects, addresses that are gone, and what nobody may look at → rules of mod_rewrite.

Where mod_rewrite is missing, mod_alias does what it can; the pages at old addresses lead on too.
"""

from __future__ import annotations

from schaukasten.apache.encryption import PLAIN, unless_encrypted
from schaukasten.apache.facts import Facts
from schaukasten.apache.quoting import encoded, exactly, substitution, twin_of

#: A file or folder whose name begins with a dot, except RFC 8615's.
HIDDEN = r"/\.(?!well-known(?:/|$))"
#: A last step without a dot: no name of a file that we publish.
_NO_ENDING = r"^\S+\s[^?\s]*/[^./?%\s]+[?\s]"


def error_pages(facts: Facts) -> str:
    """Return where Apache finds the page for what it does not give; the status stays."""
    page = f"{encoded(facts.base)}/404.html"
    return "\n".join(f"ErrorDocument {code} {page}" for code in (403, 404, 410))


def folders() -> str:
    """Return what is shown of a folder: its page, else nothing."""
    return "\n".join(
        [
            "<IfModule mod_dir.c>",
            "DirectoryIndex index.html",
            "</IfModule>",
            "<IfModule mod_autoindex.c>",
            "IndexIgnore *",
            "</IfModule>",
        ]
    )


def rules(facts: Facts) -> str:
    """Return the rules in their order: first where the visitor belongs, then what is there."""
    return "\n".join(
        [
            "<IfModule mod_rewrite.c>",
            "RewriteEngine On",
            "# Apache's own way to the error page or to index.html: all was asked before.",
            "RewriteCond %{ENV:REDIRECT_STATUS} ^[0-9] [OR]",
            "RewriteCond %{IS_SUBREQ} =true",
            "RewriteRule ^ - [L]",
            *_guesses(),
            *(_encryption(facts) if facts.secure and facts.to_https else ()),
            *(_host(facts, facts.host) if facts.host and facts.to_host else ()),
            *_gone(facts),
            *_redirects(facts),
            "# Nobody sees hidden files, nor a list of a folder.",
            f'RewriteCond %{{REQUEST_URI}} "{HIDDEN}"',
            "RewriteRule ^ - [R=404,L]",
            "RewriteCond %{REQUEST_FILENAME} -d",
            "RewriteCond %{REQUEST_FILENAME}/index.html !-f",
            "RewriteRule ^ - [R=404,L]",
            *(_SLASH if facts.secure else ()),
            "</IfModule>",
            "<IfModule !mod_rewrite.c>",
            "<IfModule mod_alias.c>",
            f'RedirectMatch 404 "{HIDDEN}"',
            *(f"RedirectMatch 410 {exactly(facts.base + address)}" for address in facts.gone),
            "</IfModule>",
            "</IfModule>",
        ]
    )


def _guesses() -> list[str]:
    """MultiViews answers /404 with 404.html, and has forgotten by now what was asked for."""
    return [
        "# No guessing of endings, should the host have MultiViews on.",
        f'RewriteCond %{{THE_REQUEST}} "{_NO_ENDING}"',
        r"RewriteCond %{REQUEST_URI} !/\.well-known/",
        "RewriteCond %{REQUEST_FILENAME} -f",
        "RewriteRule ^ - [R=404,L]",
    ]


def _encryption(facts: Facts) -> list[str]:
    """On the same host, so that its HSTS is learned as well (hstspreload.org)."""
    return [
        "# To https, unless somebody in front of this server has decrypted it.",
        *unless_encrypted(),
        *_UNLESS_CERTIFICATE,
        f"RewriteRule ^ - [E={PLAIN}:1]",
        *(_behind_a_proxy(facts.host) if facts.host else ()),
        f"RewriteCond %{{ENV:{PLAIN}}} =1",
        'RewriteCond %{HTTP_HOST} "^([a-z0-9._-]+)(?::[0-9]+)?$" [NC]',
        "RewriteRule ^ https://%1%{REQUEST_URI} [R=301,L]",
    ]


def _behind_a_proxy(host: str) -> list[str]:
    """The name that was asked for may be another one than the proxy asks by."""
    return [
        f"RewriteCond %{{ENV:{PLAIN}}} =1",
        f'RewriteCond "{_ASKED}" {_names(host)} [NC]',
        f"RewriteRule ^ https://{host}%{{REQUEST_URI}} [R=301,L]",
    ]


#: RFC 8555, 8.3: the host proves by http that it may have a certificate.
_UNLESS_CERTIFICATE = (r"RewriteCond %{REQUEST_URI} !^/\.well-known/acme-challenge/",)
#: What a proxy says of the name that the visitor asked for; Host may be the proxy's own choice.
_ASKED = "%{HTTP:X-Forwarded-Host} %{HTTP:X-Original-Host} %{HTTP:X-Host} %{HTTP:Forwarded}"
#: mod_dir does not know what a proxy has decrypted, and would lead back to http.
_SLASH = (
    "# A folder's address ends with a slash.",
    "RewriteCond %{HTTP_HOST} .",
    "RewriteCond %{REQUEST_FILENAME} -d",
    "RewriteRule [^/]$ https://%{HTTP_HOST}%{REQUEST_URI}/ [R=301,L]",
)


def _host(facts: Facts, host: str) -> list[str]:
    """One name for the site; any other host that is no twin of it serves a copy in peace."""
    scheme = "https" if facts.secure else "http"
    twin = _literally(twin_of(host).split(":")[0])
    return [
        "# To the one name of the site, with or without www, unless it is what was asked for.",
        *_UNLESS_CERTIFICATE,
        f'RewriteCond %{{HTTP_HOST}} "^{twin}(?::[0-9]+)?$" [NC]',
        f'RewriteCond "{_ASKED}" !{_names(host)} [NC]',
        f"RewriteRule ^ {scheme}://{host}%{{REQUEST_URI}} [R=301,L]",
    ]


def _names(host: str) -> str:
    """A pattern for a host in a list of names, each with or without its port."""
    name = _literally(host.split(":")[0])
    return rf"(?:^|[\s,;=\x22]){name}(?:[\s,;:\x22]|$)"


def _literally(host: str) -> str:
    return host.replace(".", "\\.")


def _gone(facts: Facts) -> list[str]:
    lines = ["# Gone on purpose: content/data/gone.yaml"] if facts.gone else []
    for address in facts.gone:
        lines += [
            f"RewriteCond %{{REQUEST_URI}} {exactly(facts.base + address)}",
            "RewriteRule ^ - [G]",
        ]
    return lines


def _redirects(facts: Facts) -> list[str]:
    """On the host that was asked: a copy elsewhere does not lead back to the live site."""
    lines = ["# Old addresses: `aliases` in content/"] if facts.redirects else []
    scheme = "https" if facts.secure else "http"
    for address, target in facts.redirects:
        lines += [
            f"RewriteCond %{{REQUEST_URI}} {exactly(facts.base + address)}",
            f"RewriteRule ^ {scheme}://%{{HTTP_HOST}}{substitution(facts.base + target)}"
            " [NE,R=301,L]",
        ]
    return lines
