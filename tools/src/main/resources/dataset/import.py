"""Reads the files of this folder into pandas, as datapackage.json describes them.

    from importlib import import_module
    tables = import_module("import").load()     a DataFrame for each table, by name
    python import.py                            says what there is

Codes become categories with labels, yes and no booleans, dates and times (UTC) timestamps. Where there is no value the
column that ends in _missing says why. Labels of columns are in frame.attrs["labels"]. Beside pandas .sav needs
pyreadstat, .parquet pyarrow and .xlsx openpyxl.
"""
import json
import pathlib
import re
import sys

import pandas as pd

HERE = pathlib.Path(__file__).parent


def load(folder=HERE, language="$language"):
    """language: of labels, such as "en"; None keeps codes."""
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    lists = read_lists(folder, package["resources"], language)
    return {resource["name"]: table(folder, resource, language, lists) for resource in package["resources"]}


def table(folder, resource, language, lists):
    fields = resource["schema"]["fields"]
    frame = READERS[resource["format"]](folder / resource["path"], resource, [field["name"] for field in fields])
    columns = {field["name"]: column(frame[field["name"]], field, language, lists) for field in fields}
    frame = pd.DataFrame(columns, index=frame.index)
    frame.attrs["labels"] = {field["name"]: said(field, "title", language) for field in fields}
    return frame


def said(described, word, language):
    return described[word + "s"].get(language, described[word])


def column(values, field, language, lists):
    values = values.astype(object).mask(values.isna() | values.eq(""), None)
    kind = field["type"]
    if kind == "integer":
        return whole(values)
    if kind == "number":
        return pd.to_numeric(values, errors="coerce").astype("Float64")
    if kind == "boolean":
        return values.map({"1": True, "0": False, True: True, False: False}).astype("boolean")
    if kind == "date":
        return pd.to_datetime(values, errors="coerce", **({"format": "%Y-%m-%d"} if written(values) else {}))
    if kind == "datetime":
        mixed = written(values) and int(pd.__version__.split(".")[0]) > 1
        return pd.to_datetime(values, utc=True, errors="coerce", **({"format": "ISO8601"} if mixed else {}))
    several = field.get("codes", False)
    if language is not None and not several and "categories" in field:
        return categories(values, [(one["value"], said(one, "label", language)) for one in field["categories"]])
    if language is not None and not several and "list" in field and field["list"] in lists:
        return categories(values, lists[field["list"]])
    return values


def whole(values):
    """By way of integers: a float keeps no more than 15 digits. What 64 bits do not hold stays an integer of Python."""
    numbers = [None if value is None or pd.isna(value) else digits(value) for value in values]
    try:
        return pd.Series(pd.array(numbers, dtype="Int64"), index=values.index)
    except OverflowError:
        return pd.Series(numbers, index=values.index, dtype=object)


def digits(value):
    try:
        return int(value)
    except ValueError:
        return None


def written(values):
    return any(isinstance(value, str) for value in values)


def categories(values, words):
    """Words that stand for several codes, or none, get their code behind them."""
    codes = [unguarded(code) for code, _ in words]
    if not written(values):
        values = values.map({number(code): code for code in codes}).astype(object)
    more = [code for code in values.dropna().unique() if code not in set(codes)]
    texts = [text for _, text in words] + list(more)
    codes += more
    count = pd.Series(texts, dtype=object).value_counts()
    texts = [text if text and count[text] == 1 else f"{text} [{code}]" for code, text in zip(codes, texts)]
    return pd.Series(pd.Categorical(values.map(dict(zip(codes, texts))), categories=texts), index=values.index)


def number(code):
    """Statistical files hold codes as numbers."""
    try:
        return float(code)
    except ValueError:
        return code


def unguarded(text):
    """Text that a spreadsheet might run has an apostrophe in front."""
    return text[1:] if text.startswith("'") else text


def read_csv(path, resource, names):
    frame = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    return frame.apply(lambda column: column.map(unguarded)) if len(frame) else frame


def read_ndjson(path, resource, names):
    rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    frame = pd.DataFrame(rows, columns=names, dtype=object)
    return frame.apply(lambda column: column.map(lambda cell: " ".join(cell) if isinstance(cell, list) else cell))


def read_xlsx(path, resource, names):
    """A table of more rows than a sheet holds goes on in others: members, members (2)."""
    sheet = resource["dialect"]["sheetName"]
    with pd.ExcelFile(path) as book:
        parts = [name for name in book.sheet_names if re.sub(r" \([0-9]+\)$", "", name) == sheet]
        frames = [book.parse(part, dtype=object, keep_default_na=False, na_values=[""]) for part in parts]
        return frames[0] if len(frames) == 1 else pd.concat(frames, ignore_index=True)


def read_sqlite(path, resource, names):
    import sqlite3
    with sqlite3.connect(path) as database:
        return pd.read_sql_query(f'select * from "{resource["dialect"]["table"]}"', database)


def read_lists(folder, resources, language):
    """Lists that are too long for datapackage.json, in a file of their own or in that of the tables."""
    if not any("list" in field for resource in resources for field in resource["schema"]["fields"]):
        return {}
    beside = next((kind for kind in ("csv", "ndjson") if (folder / f"codelists.{kind}").exists()), None)
    path, kind = (f"codelists.{beside}", beside) if beside else (resources[0]["path"], resources[0]["format"])
    if not beside and kind not in ("xlsx", "sqlite", "gpkg"):
        return {}
    frame = READERS[kind](folder / path, {"dialect": {"sheetName": "codelists", "table": "codelists"}},
                          ["list", "code", "label_zh", "label_en", "version"])
    label = "label_en" if language == "en" else "label_zh"
    return {name: list(zip(rows["code"], rows[label])) for name, rows in frame.groupby("list")}


READERS = {
    "csv": read_csv,
    "ndjson": read_ndjson,
    "sav": lambda path, resource, names: pd.read_spss(path, convert_categoricals=False),
    "dta": lambda path, resource, names: pd.read_stata(path, convert_categoricals=False),
    "parquet": lambda path, resource, names: pd.read_parquet(path),
    "xlsx": read_xlsx,
    "sqlite": read_sqlite,
    "gpkg": read_sqlite,
}

if __name__ == "__main__":
    for name, frame in load(language=sys.argv[1] if len(sys.argv) > 1 else "$language").items():
        print(f"{name}: {len(frame)} rows, {len(frame.columns)} columns")
