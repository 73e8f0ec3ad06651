"""One calendar file as icalendar, recurring-ical-events and dateutil read it.

Times are instants in UTC (2026-12-05T05:00:00Z), days are days (2026-12-05), so that another reader can be compared with this one.
"""

import datetime
import itertools
import re

import icalendar
import recurring_ical_events
from dateutil import rrule

# Everything that the manuscripts of the tests announce happens between these days.
FIRST, LAST = datetime.date(2020, 1, 1), datetime.date(2040, 1, 1)


def read(path):
    with open(path, "rb") as file:
        written = file.read()
    # Whatever stops a program from reading is a complaint, not a failure of this one.
    try:
        calendar = icalendar.Calendar.from_ical(written)
        complaints = [f"{name}: {fault}" for part in calendar.walk() for name, fault in part.errors]
        return {"complaints": complaints, **({} if complaints else whole(calendar))}
    except Exception as fault:
        return {"complaints": [f"{type(fault).__name__}: {fault}"]}


def whole(calendar):
    events = calendar.walk("VEVENT")
    return {
        "parts": sorted({part.name for part in calendar.walk()}),
        "properties": sorted({name for part in calendar.walk() for name in part}),
        "zones": sorted(str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")),
        "zonesUsed": sorted(zones_used(events)),
        "events": [facts(event) for event in events],
        "happenings": happenings(calendar),
        "repeated": {text(event, "UID"): repeated(event) for event in events if "RRULE" in event},
    }


def facts(event):
    return {
        "uid": text(event, "UID"),
        "summary": text(event, "SUMMARY"),
        "description": text(event, "DESCRIPTION"),
        "location": text(event, "LOCATION"),
        "url": text(event, "URL"),
        "contact": text(event, "CONTACT"),
        "categories": [str(word) for word in event["CATEGORIES"].cats] if "CATEGORIES" in event else [],
        "geo": [event["GEO"].latitude, event["GEO"].longitude] if "GEO" in event else None,
        "start": moment(event, "DTSTART"),
        "end": moment(event, "DTEND"),
        "stamp": moment(event, "DTSTAMP"),
        "modified": moment(event, "LAST-MODIFIED"),
        "sequence": int(event["SEQUENCE"]) if "SEQUENCE" in event else None,
        "status": text(event, "STATUS"),
    }


def text(part, name):
    """Several properties of one name are read as one text, a line each."""
    if name not in part:
        return None
    found = part[name]
    return "\n".join(map(str, found)) if isinstance(found, list) else str(found)


def moment(event, name):
    return written(event[name].dt) if name in event else None


def written(day_or_time):
    if not isinstance(day_or_time, datetime.datetime):
        return day_or_time.isoformat()
    if day_or_time.tzinfo is None:
        return day_or_time.isoformat()
    return day_or_time.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def zones_used(events):
    return {value.params["TZID"] for event in events for value in properties(event) if "TZID" in value.params}


def properties(event):
    for value in event.values():
        for each in value if isinstance(value, list) else [value]:
            if hasattr(each, "params"):
                yield each


def happenings(calendar):
    found = recurring_ical_events.of(calendar).between(FIRST, LAST)
    return sorted([text(event, "UID") or "", moment(event, "DTSTART"), moment(event, "DTEND")] for event in found)


def repeated(event):
    """The starts of an event that repeats, from its lines alone: dateutil knows nothing of calendars."""
    lines = event.to_ical().decode().replace("\r\n ", "")
    rule = "\n".join(line for line in lines.split("\r\n") if re.match("DTSTART|RRULE|RDATE|EXDATE", line))
    is_day = "DTSTART;VALUE=DATE:" in rule
    starts = itertools.takewhile(lambda start: start.date() < LAST, rrule.rrulestr(rule, forceset=True))
    return [written(start.date() if is_day else start) for start in starts]
