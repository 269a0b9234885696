"""Damaged files: bytes and cells of small tables changed at random, by a seed."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

CELLS = (
    *("", " ", "4", "4*", "-1", "-666666666", "1,2,3", "3,5", "1.250", "1_250", "1e400", "nan"),
    *("inf", "-", "N", "(X)", "±4", "4 (8%)", '"', "#REF!", "#N/A", "\u200b7", "１２", "Total"),
    *("Source: us", "=1+1", "2024-25", "1/2/2024", "\x0b", "Ünïcode", "٣", "²", "½", "1.2.3"),
    *("9" * 400, "a" * 300, "1 250", "1'250", ",", ".", "%", "$", "$-5", "(5)", "999", "\ufeff"),
)


def grid(dice: random.Random) -> list[list[str]]:
    """A small table with odd cells, rows of other lengths, and titles."""
    width = dice.randint(1, 6)
    rows = [[f"name {i}" for i in range(width)]]
    rows += [[str(dice.randint(0, 5000)) for _ in range(width)] for _ in range(dice.randint(0, 9))]
    for _ in range(dice.randint(0, 12)):
        row = dice.choice(rows)
        if row:
            row[dice.randrange(len(row))] = dice.choice(CELLS)
        if dice.random() < 0.1:
            rows.insert(dice.randrange(len(rows)), [dice.choice(CELLS)])
        if dice.random() < 0.1:
            row.append(dice.choice(CELLS))
        if dice.random() < 0.05:
            rows.insert(dice.randrange(len(rows)), [])
    return rows


def csv_bytes(dice: random.Random) -> bytes:
    sign = dice.choice(",;\t|")
    end = dice.choice(("\n", "\r\n", "\r"))
    text = end.join(sign.join(row) for row in grid(dice)) + dice.choice(("", end))
    return text.encode(
        dice.choice(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252")), "ignore"
    )


def xlsx_bytes(dice: random.Random) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    formats = ("General", "0%", "0.0", '"$"#,##0', "mmm-yy", "00000", "h:mm", ';;;"x"', "[<10]0;0")
    for r, row in enumerate(grid(dice), 1):
        for c, text in enumerate(row, 1):
            cell = sheet.cell(r, c)
            try:
                cell.value = float(text) if text.isdecimal() else text
            except Exception:  # openpyxl refuses control signs
                continue
            cell.number_format = dice.choice(formats)
    if dice.random() < 0.3:
        sheet.merge_cells("A1:B2")
    if dice.random() < 0.3:
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["B"].hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xls_bytes(dice: random.Random) -> bytes:
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("One")
    styles = [xlwt.easyxf(num_format_str=code) for code in ("General", "0%", "mmm-yy", "#,##0")]
    for r, row in enumerate(grid(dice)):
        for c, text in enumerate(row):
            value = float(text) if text.isdecimal() and len(text) < 300 else text
            sheet.write(r, c, value, dice.choice(styles))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods_bytes(dice: random.Random) -> bytes:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    document = OpenDocumentSpreadsheet()
    table = Table(name="One")
    for row in grid(dice):
        line = TableRow()
        for text in row:
            bare = "".join(c for c in text if c.isprintable())
            number = bare.isdecimal() and bare.isascii()
            cell = TableCell(valuetype="float", value=bare) if number else TableCell()
            cell.addElement(P(text=bare))
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


MAKERS: dict[str, Callable[[random.Random], bytes]] = {
    "csv": csv_bytes,
    "xlsx": xlsx_bytes,
    "xls": xls_bytes,
    "ods": ods_bytes,
}


def damaged(data: bytes, dice: random.Random) -> bytes:
    """Bytes changed, cut or doubled; of packages sometimes inside one of their parts."""
    if data[:2] == b"PK" and dice.random() < 0.7:
        return _part_damaged(data, dice)
    return _changed(data, dice)


def _changed(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.randint(0, 8)):
        if changed:
            changed[dice.randrange(len(changed))] = dice.randrange(256)
    if dice.random() < 0.2:
        del changed[dice.randrange(len(changed) + 1) :]
    if dice.random() < 0.1:
        at = dice.randrange(len(changed) + 1)
        changed[at:at] = changed[: dice.randint(0, 200)]
    return bytes(changed)


def _part_damaged(data: bytes, dice: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        unlucky = dice.choice([n for n in names if n.endswith(".xml")] or names)
        for name in names:
            part = old.read(name)
            if name == unlucky:
                if dice.random() < 0.1:
                    continue
                part = _digits_changed(part, dice) if dice.random() < 0.6 else _changed(part, dice)
            new.writestr(name, part)
    return out.getvalue()


def _digits_changed(part: bytes, dice: random.Random) -> bytes:
    """Numbers inside of a part made wrong: lines, styles, counts, indexes."""
    changed = bytearray(part)
    places = [i for i, byte in enumerate(changed) if 48 <= byte <= 57]
    for _ in range(dice.randint(1, 6)):
        if places:
            changed[dice.choice(places)] = dice.choice(b"0123456789-.Ae")
    return bytes(changed)


def written(folder: Path, kind: str, seed: int) -> Path:
    dice = random.Random(f"{kind}{seed}")
    data = MAKERS[kind](dice)
    path = folder / f"{seed}.{kind}"
    path.write_bytes(damaged(data, dice) if seed % 4 else data)
    return path
