"""What this library finds in the ZIP files named on standard input, as JSON, and each unpacked below the folder named first."""

import json
import os
import sys
import zipfile

UTF8 = 0x800


def read(path, folder):
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
        entries = [
            {
                "name": entry.filename,
                "says_utf8": bool(entry.flag_bits & UTF8),
                "time": list(entry.date_time),
                "mode": oct(entry.external_attr >> 16),
                "system": entry.create_system,
            }
            for entry in archive.infolist()
        ]
        return {"broken": archive.testzip(), "entries": entries, "folder": folder}


asked = json.load(sys.stdin)
places = ((path, os.path.join(asked["folder"], str(number))) for number, path in enumerate(asked["paths"]))
json.dump({path: read(path, folder) for path, folder in places}, sys.stdout)
