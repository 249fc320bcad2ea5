"""The kinds of files that staff have on their disks and a site does not show, and what to do.

`endings` are those of their names, `marks` the words of `file_marks` for what they begin with.
"""

from __future__ import annotations

from dataclasses import dataclass

from schaukasten.language.messages import Message, _


@dataclass(frozen=True)
class FileKind:
    """One kind; `name` follows “this is”. `endings` and `marks` are words with blanks between."""

    name: Message
    #: With the file's name as a link to a PDF, {link}, or an MP3, {sound}, with .jpg, {photo}, the
    #: same as a link's target, {poster}, without ending, {stem}.
    remedy: Message
    endings: str = ""
    marks: str = ""


_AS_PDF = _("Save it as PDF, in most programs by “Export” or “Print”, and link to that: {link}")
_AS_PICTURE = _(
    "Save it as JPEG (photograph) or PNG (drawing). Windows: open it in Paint, “Save as”. "
    "Mac: open it in Preview, “File”, “Export”."
)
_FROM_HEIC = _(
    "Make a JPEG of it. iPhone: send the photograph to yourself by e-mail, in the app Mail. "
    "Android: in Google Photos “Edit”, “Save copy”. Windows: open it in Paint, “Save as”, “JPEG”. "
    "Mac: open it in Preview, “File”, “Export”, “JPEG”."
)
_FROM_AVIF = _(
    "Make a JPEG of it. iPhone and Android: show it and take a screenshot. Windows: open it in "
    "Paint, “Save as”, “JPEG”. Mac: open it in Preview, “File”, “Export”, “JPEG”."
)
_FROM_RAW = _("Export it as JPEG in the camera's program, or let the camera store JPEG.")
_FROM_DRAWING = _("Export it as PNG or JPEG from the program that it was made with.")
_AS_DOCX = _("Save it as DOCX or PDF, and link to that: {link}")
_AS_CARD = _(
    "Put it on a platform that plays films, save a picture of it beside this file, and let the "
    "picture lead there: [![what is to be seen]({poster})](https://…)"
)
_AS_MP3 = _("Save it as MP3 and link to that: {sound}")
_AS_ZIP = _("Pack it anew as ZIP and link to that, or link to each of its files.")

KINDS = (
    FileKind(_("a picture of the kind HEIC"), _FROM_HEIC, "heic heif hif heics heifs", "heic"),
    FileKind(_("a picture of the kind AVIF"), _FROM_AVIF, "avif avifs", "avif"),
    FileKind(
        _("a JPEG with an unusual ending"),
        _("Rename it to {photo} and show it: ![what is to be seen]({photo})"),
        "jfif jpe jif jfi pjpeg pjp",
    ),
    FileKind(
        _("a GIF"),
        _("Save it as PNG. If it moves, put it on a platform and link to it: [title](https://…)"),
        "gif",
        "gif",
    ),
    FileKind(_("a TIFF picture"), _AS_PICTURE, "tif tiff", "tiff"),
    FileKind(_("a BMP picture"), _AS_PICTURE, "bmp dib", "bmp"),
    FileKind(_("a picture of the kind JPEG XL"), _FROM_DRAWING, "jxl", "jxl"),
    FileKind(_("a picture of the kind JPEG 2000"), _AS_PICTURE, "jp2 j2k jpx jpf", "jp2"),
    FileKind(_("a compressed SVG"), _FROM_DRAWING, "svgz"),
    FileKind(_("a Photoshop file"), _FROM_DRAWING, "psd psb", "psd"),
    FileKind(
        _("a file of a drawing program"),
        _FROM_DRAWING,
        "ai eps ps cdr xcf afphoto afdesign drawio odg vsd vsdx dxf dwg emf wmf kra",
        "eps",
    ),
    FileKind(
        _("a camera's raw picture"),
        _FROM_RAW,
        "cr2 cr3 crw nef nrw dng arw srf raf orf rw2 pef srw 3fr raw",
        "raw",
    ),
    FileKind(_("a Word file"), _AS_DOCX, "doc docm dot dotx"),
    FileKind(_("a LibreOffice text"), _AS_PDF, "ott fodt sxw"),
    FileKind(_("a text file"), _AS_PDF, "rtf txt text wps wpd tex", "rtf"),
    FileKind(_("a Pages document"), _AS_PDF, "pages"),
    FileKind(_("a Publisher file"), _AS_PDF, "pub"),
    FileKind(_("a file of a layout program"), _AS_PDF, "indd idml afpub sla qxp qxd ppp"),
    FileKind(
        _("a spreadsheet"),
        _("Save it as PDF or XLSX and link to that, or write it into the text as a table."),
        "xls xlsm xlsb ots numbers csv tsv",
        "sheet",
    ),
    FileKind(_("a presentation"), _AS_PDF, "ppt pptx pptm pps ppsx odp", "slides"),
    FileKind(_("a Keynote presentation"), _AS_PDF, "key"),
    FileKind(_("an Office file"), _AS_PDF, "one mpp accdb mdb odf", "office iwork"),
    FileKind(_("a book for e-readers"), _AS_PDF, "epub mobi azw3", "epub"),
    FileKind(
        _("a sound recording"),
        _AS_MP3,
        "wav m4a aac ogg oga opus flac wma aif aiff mid amr",
        "audio",
    ),
    FileKind(
        _("a film"),
        _AS_CARD,
        "mp4 m4v mov avi mkv webm wmv mpg mpeg 3gp flv mts m2ts ogv",
        "video",
    ),
    FileKind(_("a packed folder"), _AS_ZIP, "rar 7z tar gz tgz bz2 xz sitx", "packed"),
    FileKind(
        _("a saved web page"),
        _("Download the file itself once more, or link to the page: [title](https://…)"),
        "html htm xhtml mht mhtml webarchive",
        "html",
    ),
    FileKind(
        _("a shortcut to a web page or a file"),
        _("Link to the address that it leads to: [title](https://…)"),
        "url webloc lnk desktop gdoc gsheet gslides",
        "shortcut",
    ),
    FileKind(
        _("an e-mail"),
        _("Copy its text into the page, and save what is attached beside it."),
        "eml msg emlx",
    ),
    FileKind(
        _("a calendar file"),
        _("Write the date as an event in termine/; its calendar file is made by itself."),
        "ical vcs",
    ),
    FileKind(_("a business card"), _("Write into the text what stands in it."), "vcf", "card"),
    FileKind(
        _("a track for maps"),
        _("Put it on a site with maps and link to it: [title](https://…)"),
        "gpx kml kmz",
    ),
    FileKind(
        _("a program"),
        _("Link to the page of its maker: [title](https://…)"),
        "exe msi apk dmg pkg deb appimage bat cmd ps1 jar iso",
        "program",
    ),
    FileKind(
        _("a text whose ending is not .md"),
        _("Rename it: {stem}.md"),
        "markdown mdown mkd mdwn mdx",
    ),
    FileKind(_("a data file whose ending is not .yaml"), _("Rename it: {stem}.yaml"), "yml"),
    FileKind(
        _("an unfinished download"),
        _("Delete it and download the file once more."),
        "crdownload part partial download opdownload",
    ),
    FileKind(
        _("something that a program left behind"),
        _("Close the program and delete the file."),
        "tmp temp bak old orig swp thumbs.db desktop.ini",
        "lock",
    ),
    FileKind(
        _("only a sign for a file that is stored elsewhere (Git LFS)"),
        _("Upload the file itself, on the pages of GitHub or GitLab."),
        marks="lfs",
    ),
    FileKind(
        _("a text file with two endings, of which Windows hides the last"),
        _("Rename it: {stem}"),
        marks="twice",
    ),
)
