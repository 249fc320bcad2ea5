"""A vacancy → what search engines read of it (schema.org, JobPosting).

What is not known is left out, pay above all: a wrong figure is worse than none
(developers.google.com/search/docs/appearance/structured-data/job-posting).
"""

from __future__ import annotations

import datetime as dt
import re

from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.job import Job
from schaukasten.model.kinds.job_terms import Employment, is_term
from schaukasten.model.structured_data.price import price
from schaukasten.model.structured_data.schema_org import Thing, known
from schaukasten.model.structured_data.structured_data import StructuredData
from schaukasten.model.text.html_tree import tree

#: Of what is permanent it knows no type: that is how work is.
_TYPES = {
    Employment.FULL_TIME: "FULL_TIME",
    Employment.PART_TIME: "PART_TIME",
    Employment.MINIJOB: "PART_TIME",
    Employment.TEMPORARY: "TEMPORARY",
    Employment.TRAINING: "OTHER",
    Employment.INTERNSHIP: "INTERN",
    Employment.WORKING_STUDENT: "PART_TIME",
    Employment.FSJ: "VOLUNTEER",
    Employment.BFD: "VOLUNTEER",
    Employment.VOLUNTEER: "VOLUNTEER",
    Employment.CONTRACTOR: "CONTRACTOR",
}
_PER = re.compile(
    r"(?P<pay>.+?),?\s+(?:(?:pro|je|in der|die|im|brutto im)\s+)?"
    r"(?P<unit>Stunde|stündlich|Monat|monatlich)(?:\s+brutto)?\.?",
    re.IGNORECASE,
)
_BLOCK_END = re.compile(r"</(?:p|li|h\d|div|d[dt]|tr|figcaption)>")
_UNITS = {"s": "HOUR", "m": "MONTH"}


class StructuredJob(StructuredData):
    """Vacancies."""

    def job_posting(self, document: Document) -> Thing | None:
        """Return a vacancy as long as one may apply for it; None after that."""
        item = document.item
        assert isinstance(item, Job)
        if item.last_day < self.site.today:
            return None
        types = [_TYPES[one] for one in item.employment if one in _TYPES]
        types += ["TEMPORARY"] if _is_limited(item.limited_until) else []
        begins = item.begins if isinstance(item.begins, dt.date) else None
        return known(
            {
                "@type": "JobPosting",
                "title": item.title,
                "description": self._description(document),
                "datePosted": item.date.isoformat(),
                "validThrough": self._end(item.deadline),
                "employmentType": list(dict.fromkeys(types)),
                "jobStartDate": begins and begins.isoformat(),
                "workHours": item.weekly_hours and f"{item.weekly_hours} h/week",
                "baseSalary": self._salary(item.pay),
                "hiringOrganization": self.organization(),
                "jobLocation": self.where(self.site.location(item.location)),
                "applicationContact": self.contact_point(document),
                "url": self.website + document.address,
            }
        )

    def _description(self, document: Document) -> str:
        """Return the summary and the words of the text, a paragraph a line."""
        html = self.site.rendering(document).html
        text = tree(_BLOCK_END.sub(r"\g<0>\n", html)).text_content() if html else ""
        rows = [str(document.item.summary), *text.split("\n")]
        return "\n".join(row for one in rows if (row := " ".join(one.split())))

    def _end(self, deadline: dt.date | None) -> str | None:
        """Return the last moment of the day, with its offset."""
        if deadline is None:
            return None
        end = dt.datetime.combine(deadline, dt.time(23, 59, 59), self.site.agenda.zone)
        return end.isoformat()

    def _salary(self, pay: str | None) -> Thing | None:
        """Return one plain amount for an hour or a month; a collective agreement is none."""
        found = _PER.fullmatch((pay or "").strip())
        paid = price(found["pay"]) if found else None
        if found is None or paid is None or not paid.currency:
            return None
        value = {
            "@type": "QuantitativeValue",
            "value": float(paid.amount),
            "unitText": _UNITS[found["unit"][0].lower()],
        }
        return {"@type": "MonetaryAmount", "currency": paid.currency, "value": value}


def _is_limited(until: dt.date | str | None) -> bool:
    return isinstance(until, dt.date) or (until is not None and is_term(until))
