"""A window on the editor → what went wrong in it that nobody sees: other hosts asked, the policy
violated, scripts that broke off."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import BrowserContext, Error, Page, Route

_LISTEN = """document.addEventListener('securitypolicyviolation', (event) =>
  policy_violated(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`))"""
#: What Chromium prints when the policy stops something before a document could listen.
_POLICY = "Content Security Policy"


@dataclass
class Watch:
    """All three are empty as long as all is well; `asked` is all that was asked of the own host."""

    foreign: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext, origin: str) -> None:
        """Watch all windows of a context; what is not of `origin` gets no answer."""

        def route(route: Route) -> None:
            address = route.request.url
            if address.startswith((f"{origin}/", "blob:", "data:")):
                self.asked.append(address)
                route.continue_()
            else:
                self.foreign.append(address)
                route.abort()

        context.route("**/*", route)
        context.expose_function("policy_violated", lambda told: self.violations.append(told))
        context.add_init_script(_LISTEN)
        context.on("page", self._listen)

    def _listen(self, page: Page) -> None:
        def said(message: Any) -> None:
            if _POLICY in message.text:
                self.violations.append(message.text)

        def broke(error: Error) -> None:
            self.errors.append(str(error))

        page.on("console", said)
        page.on("pageerror", broke)

    def nothing(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.foreign or self.violations or self.errors)
