"""Redirects, addresses that are gone, and what nobody may look at → rules of mod_rewrite.

Where mod_rewrite is missing, mod_alias does what it can; the pages at old addresses lead on too.
"""

from __future__ import annotations

from schaukasten.apache import precompression
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
            *_name(facts),
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
            *(precompression.rules() if facts.precompressed else ()),
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


def _name(facts: Facts) -> list[str]:
    """The name that redirects lead to: the site's own where a proxy that asks by another says so.

    On any other host that is the one that was asked: a copy does not lead to the live site. Who
    asks by the twin was asked for it, unless something says that it was the site's own name.
    """
    lines = [f"RewriteRule ^ - [E={_NAME}:%{{HTTP_HOST}}]"]
    if facts.host:
        twin = twin_of(facts.host)
        lines += [
            "# A proxy may ask by a name that visitors do not know.",
            f'RewriteCond "{_ASKED}" {_among(facts.host)} [NC,OR]',
            f'RewriteCond %{{HTTP_HOST}} "!{_only(twin)}" [NC]',
            f'RewriteCond "{_ASKED}" {_among(facts.host, twin)} [NC]',
            f"RewriteRule ^ - [E={_NAME}:{facts.host}]",
        ]
    return lines


def _encryption(facts: Facts) -> list[str]:
    """On the same host, so that its HSTS is learned as well (hstspreload.org)."""
    return [
        "# To https, unless somebody in front of this server has decrypted it.",
        *unless_encrypted(),
        *_UNLESS_CERTIFICATE,
        f"RewriteRule ^ - [E={PLAIN}:1]",
        *(_with_its_port(facts.host) if facts.host else ()),
        f"RewriteCond %{{ENV:{PLAIN}}} =1",
        f'RewriteCond %{{ENV:{_NAME}}} "^([a-z0-9._-]+)(?::[0-9]+)?$" [NC]',
        "RewriteRule ^ https://%1%{REQUEST_URI} [R=301,L]",
    ]


def _with_its_port(host: str) -> list[str]:
    """The port of another name is that of http."""
    return [
        f"RewriteCond %{{ENV:{PLAIN}}} =1",
        f"RewriteCond %{{ENV:{_NAME}}} ={host}",
        f"RewriteRule ^ https://{host}%{{REQUEST_URI}} [R=301,L]",
    ]


#: RFC 8555, 8.3: the host proves by http that it may have a certificate.
_UNLESS_CERTIFICATE = (r"RewriteCond %{REQUEST_URI} !^/\.well-known/acme-challenge/",)
#: The variable of the name that redirects lead to.
_NAME = "SCHAUKASTEN_NAME"
#: What a proxy says of the name that the visitor asked for; Host may be the proxy's own choice.
_ASKED = "%{HTTP:X-Forwarded-Host} %{HTTP:X-Original-Host} %{HTTP:X-Host} %{HTTP:Forwarded}"
#: mod_dir does not know what a proxy has decrypted, and would lead back to http.
_SLASH = (
    "# A folder's address ends with a slash.",
    f"RewriteCond %{{ENV:{_NAME}}} .",
    "RewriteCond %{REQUEST_FILENAME} -d",
    f"RewriteRule [^/]$ https://%{{ENV:{_NAME}}}%{{REQUEST_URI}}/ [R=301,L]",
)


def _host(facts: Facts, host: str) -> list[str]:
    """One name for the site; any other host that is no twin of it serves a copy in peace."""
    scheme = "https" if facts.secure else "http"
    return [
        "# To the one name of the site, with or without www, unless it is what was asked for.",
        *_UNLESS_CERTIFICATE,
        f'RewriteCond %{{HTTP_HOST}} "{_only(twin_of(host))}" [NC]',
        f'RewriteCond "{_ASKED}" !{_among(host)} [NC]',
        f"RewriteRule ^ {scheme}://{host}%{{REQUEST_URI}} [R=301,L]",
    ]


def _only(host: str) -> str:
    """A pattern for a host, with or without its port."""
    return f"^{_literally(host)}(?::[0-9]+)?$"


def _among(*hosts: str) -> str:
    """A pattern for one of the hosts in a list of names, each with or without its port."""
    return rf"(?:^|[\s,;=\x22])(?:{'|'.join(map(_literally, hosts))})(?:[\s,;:\x22]|$)"


def _literally(host: str) -> str:
    return host.split(":")[0].replace(".", "\\.")


def _gone(facts: Facts) -> list[str]:
    lines = ["# Gone on purpose: content/data/gone.yaml"] if facts.gone else []
    for address in facts.gone:
        lines += [
            f"RewriteCond %{{REQUEST_URI}} {exactly(facts.base + address)}",
            "RewriteRule ^ - [G]",
        ]
    return lines


def _redirects(facts: Facts) -> list[str]:
    lines = ["# Old addresses: `aliases` in content/"] if facts.redirects else []
    scheme = "https" if facts.secure else "http"
    for address, target in facts.redirects:
        lines += [
            f"RewriteCond %{{REQUEST_URI}} {exactly(facts.base + address)}",
            f"RewriteRule ^ {scheme}://%{{ENV:{_NAME}}}{substitution(facts.base + target)}"
            " [NE,R=301,L]",
        ]
    return lines
