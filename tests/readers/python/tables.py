"""The rows of the files named on standard input as these libraries read them, as JSON: lists of words, the headings first."""

import csv
import json
import sys

import openpyxl


def words(value):
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def read(path):
    if path.endswith(".csv"):
        encoding = "cp932" if path.endswith(".cp932.csv") else "utf-8-sig"
        with open(path, encoding=encoding, newline="") as file:
            return list(csv.reader(file, strict=True))
    if path.endswith(".xlsx"):
        rows = openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)
        return [[words(cell) for cell in row] for row in rows]
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    if path.endswith(".geojson"):
        for feature in data["features"]:
            longitude, latitude = feature["geometry"]["coordinates"]
            assert 122 < longitude < 154 and 20 < latitude < 46, feature
        data = [feature["properties"] for feature in data["features"]]
    heads = list(data[0]) if data else []
    return [heads] + [[words(row[head]) for head in heads] for row in data]


json.dump({path: read(path) for path in json.load(sys.stdin)}, sys.stdout)
