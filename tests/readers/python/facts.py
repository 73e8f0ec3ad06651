"""What Python programs read in the files named on standard input, as one JSON object on standard output.

In: {"calendars": [path, ...], "feeds": [path, ...]}. Out: {"calendars": {path: facts}, "feeds": {path: facts}}.
"""

import json
import sys

import calendars
import feeds

asked = json.load(sys.stdin)
json.dump({
    "calendars": {path: calendars.read(path) for path in asked["calendars"]},
    "feeds": {path: feeds.read(path) for path in asked["feeds"]},
}, sys.stdout)
