"""The workbook named on standard input as openpyxl reads it, as JSON: by sheet its rows, each as the words of its cells and whether
all of them are set in bold on a ground."""

import json
import sys

import openpyxl


def row(cells):
    filled = [cell for cell in cells if cell.value is not None]
    marked = bool(filled) and all(cell.font.bold and cell.fill.fill_type for cell in filled)
    return {"cells": [cell.value for cell in filled], "heading": marked}


book = openpyxl.load_workbook(json.load(sys.stdin))
json.dump({sheet.title: [row(cells) for cells in sheet.iter_rows()] for sheet in book}, sys.stdout)
