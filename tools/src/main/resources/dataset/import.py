"""Reads the files of this folder into pandas, as datapackage.json describes them.

    from importlib import import_module
    tables = import_module("import").load()     a DataFrame for each table, by name
    python import.py                            says what there is

Codes become categories with labels, yes and no booleans, dates and times (UTC) timestamps. Where there is no value the
column that ends in _missing says why. Labels of columns are in frame.attrs["labels"].
"""
import json
import pathlib
import sys

import pandas as pd

HERE = pathlib.Path(__file__).parent


def load(folder=HERE, language="$language"):
    """language: of labels, such as "en"; None keeps codes."""
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    lists = read_lists(folder, language)
    return {resource["name"]: table(folder, resource, language, lists) for resource in package["resources"]}


def table(folder, resource, language, lists):
    fields = resource["schema"]["fields"]
    frame = READERS[resource["format"]](folder / resource["path"], resource, [field["name"] for field in fields])
    if resource["format"] in ("csv", "ndjson"):
        columns = {field["name"]: column(frame[field["name"]], field, language, lists) for field in fields}
        frame = pd.DataFrame(columns, index=frame.index)
    frame.attrs["labels"] = {field["name"]: said(field, "title", language) for field in fields}
    return frame


def said(described, word, language):
    return described[word + "s"].get(language, described[word])


def column(values, field, language, lists):
    values = values.mask(values.isna() | values.eq(""))
    kind = field["type"]
    if kind in ("integer", "number"):
        return pd.to_numeric(values, errors="coerce").astype("Int64" if kind == "integer" else "Float64")
    if kind == "boolean":
        return values.map({"1": True, "0": False, True: True, False: False}).astype("boolean")
    if kind == "date":
        return pd.to_datetime(values, format="%Y-%m-%d", errors="coerce")
    if kind == "datetime":
        return pd.to_datetime(values.astype(object), utc=True, errors="coerce",
                              **({"format": "ISO8601"} if int(pd.__version__.split(".")[0]) > 1 else {}))
    several = field.get("codes", False)
    if language is not None and not several and "categories" in field:
        return categories(values, [(one["value"], said(one, "label", language)) for one in field["categories"]])
    if language is not None and not several and "list" in field and field["list"] in lists:
        return categories(values, lists[field["list"]])
    return values.astype(object)


def categories(values, words):
    """Words that stand for several codes, or none, get their code behind them."""
    codes = [unguarded(code) for code, _ in words]
    more = [code for code in values.dropna().unique() if code not in set(codes)]
    texts = [text for _, text in words] + list(more)
    codes += more
    count = pd.Series(texts, dtype=object).value_counts()
    texts = [text if text and count[text] == 1 else f"{text} [{code}]" for code, text in zip(codes, texts)]
    return pd.Series(pd.Categorical(values.map(dict(zip(codes, texts))), categories=texts), index=values.index)


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


def read_sqlite(path, resource, names):
    import sqlite3
    with sqlite3.connect(path) as database:
        return pd.read_sql_query(f'select * from "{resource["dialect"]["table"]}"', database)


def read_lists(folder, language):
    for name, reader in (("codelists.csv", read_csv), ("codelists.ndjson", read_ndjson)):
        if (folder / name).exists():
            frame = reader(folder / name, None, None)
            label = "label_en" if language == "en" else "label_zh"
            return {name: list(zip(rows["code"], rows[label])) for name, rows in frame.groupby("list")}
    return {}


READERS = {
    "csv": read_csv,
    "ndjson": read_ndjson,
    "sav": lambda path, resource, names: pd.read_spss(path, convert_categoricals=False),
    "dta": lambda path, resource, names: pd.read_stata(path, convert_categoricals=False),
    "parquet": lambda path, resource, names: pd.read_parquet(path),
    "xlsx": lambda path, resource, names: pd.read_excel(path, sheet_name=resource["dialect"]["sheet"], dtype=object),
    "sqlite": read_sqlite,
    "gpkg": read_sqlite,
}

if __name__ == "__main__":
    for name, frame in load(language=sys.argv[1] if len(sys.argv) > 1 else "$language").items():
        print(f"{name}: {len(frame)} rows, {len(frame.columns)} columns")
