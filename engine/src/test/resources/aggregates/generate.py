#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Asks a running ClickHouse what aggregates give over small tables; prints the golden file.

Usage: generate.py URL > golden.tsv
Lines: "table NAME COLUMN..." (name and type), "row VALUE...", "call TEXT TYPE RESULT" and
"error TEXT CODE", fields parted by tabs, values as in the format TabSeparated.
"""
import random
import re
import sys
import urllib.error
import urllib.request
import uuid

URL = sys.argv[1]
RANDOM = random.Random(20261121)

COLUMNS = [
    ("u8", "UInt8"), ("i8", "Int8"), ("u16", "UInt16"), ("i32", "Int32"), ("u64", "UInt64"),
    ("i64", "Int64"), ("i128", "Int128"), ("u256", "UInt256"), ("f32", "Float32"), ("f64", "Float64"),
    ("d9", "Decimal(9, 2)"), ("d18", "Decimal(18, 4)"), ("d38", "Decimal(38, 10)"),
    ("d76", "Decimal(76, 5)"), ("b", "Bool"), ("s", "String"), ("fs", "FixedString(3)"),
    ("lc", "LowCardinality(String)"), ("lcn", "LowCardinality(Nullable(String))"),
    ("dt", "Date"), ("dt32", "Date32"), ("t", "DateTime('UTC')"), ("t64", "DateTime64(3, 'UTC')"),
    ("id", "UUID"), ("ip4", "IPv4"), ("e", "Enum8('x' = -1, 'y' = 2)"), ("ns", "Nullable(String)"),
    ("ni", "Nullable(Int32)"), ("nf", "Nullable(Float64)"), ("nd", "Nullable(Decimal(18, 4))"),
    ("a", "Array(UInt8)"), ("an", "Array(Nullable(Int32))"), ("tp", "Tuple(UInt8, String)"),
    ("mp", "Map(String, UInt64)"), ("c", "UInt8"), ("nc", "Nullable(UInt8)"), ("k", "UInt8"),
    ("ka", "Array(UInt8)"), ("va", "Array(Int64)"), ("w", "UInt32"),
    ("x", "Float64"), ("y", "Float64"), ("nx", "Nullable(Float64)"), ("x32", "Float32"),
]


def null(text):
    return "\\N" if RANDOM.random() < 0.25 else text


def integer(bits, signed):
    low = -(1 << bits - 1) if signed else 0
    high = (1 << bits - (1 if signed else 0)) - 1
    pick = RANDOM.random()
    if pick < 0.15:
        return str(RANDOM.choice([low, high]))
    return str(max(low, min(high, RANDOM.randint(-20 if signed else 0, 60))))


def value(name):
    r = RANDOM
    words = ["", "a", "ab", "b", "Grüße", "zz"]
    number = lambda: r.choice(["0", "-0", "1.5", "0.1", "-2.25", "1e10", "nan", "inf", "3.3", "7"])
    finite = lambda: "%.6f" % r.uniform(-1e4, 1e4)
    makers = {
        "u8": lambda: integer(8, False), "i8": lambda: integer(8, True),
        "u16": lambda: integer(16, False), "i32": lambda: integer(32, True),
        "u64": lambda: integer(64, False), "i64": lambda: integer(64, True),
        "i128": lambda: integer(128, True), "u256": lambda: integer(256, False),
        "f32": number, "f64": lambda: r.choice([number(), "%.3f" % r.uniform(-9, 9)]),
        "d9": lambda: "%.2f" % r.uniform(-999, 999), "d18": lambda: "%.4f" % r.uniform(-9, 9),
        "d38": lambda: "%.10f" % r.uniform(-9, 9), "d76": lambda: "%.5f" % r.uniform(-9, 9),
        "b": lambda: r.choice(["true", "false"]), "s": lambda: r.choice(words),
        "fs": lambda: r.choice(["abc", "abd", "xyz"]), "lc": lambda: r.choice(words),
        "lcn": lambda: null(r.choice(words)), "dt": lambda: "20%02d-01-%02d" % (r.randint(0, 30), r.randint(1, 28)),
        "dt32": lambda: "19%02d-02-%02d" % (r.randint(10, 99), r.randint(1, 28)),
        "t": lambda: "2024-05-%02d 10:%02d:07" % (r.randint(1, 3), r.randint(0, 59)),
        "t64": lambda: "2024-05-%02d 10:00:07.%03d" % (r.randint(1, 3), r.randint(0, 999)),
        "id": lambda: str(uuid.UUID(int=r.getrandbits(128) if r.random() < 0.5 else r.randint(0, 3))),
        "ip4": lambda: "10.0.%d.%d" % (r.randint(0, 2), r.randint(0, 255)), "e": lambda: r.choice(["x", "y"]),
        "ns": lambda: null(r.choice(words)), "ni": lambda: null(integer(32, True)),
        "nf": lambda: null(number()), "nd": lambda: null("%.4f" % r.uniform(-9, 9)),
        "a": lambda: "[" + ",".join(str(r.randint(0, 5)) for _ in range(r.randint(0, 3))) + "]",
        "an": lambda: "[" + ",".join(r.choice(["NULL", "1", "-7"]) for _ in range(r.randint(0, 3))) + "]",
        "tp": lambda: "(%d,'%s')" % (r.randint(0, 3), r.choice(words)),
        "mp": lambda: "{" + ",".join("'%s':%d" % (w, r.randint(0, 9)) for w in r.sample(words, r.randint(0, 3))) + "}",
        "c": lambda: r.choice("01"), "nc": lambda: null(r.choice("01")), "k": lambda: str(r.randint(0, 5)),
        "x": finite, "y": finite, "nx": lambda: null(finite()), "x32": finite,
        "w": lambda: str(r.randint(0, 4)),
    }
    return makers[name]()


def row():
    length = RANDOM.randint(0, 3)
    pair = {
        "ka": "[" + ",".join(str(RANDOM.randint(0, 4)) for _ in range(length)) + "]",
        "va": "[" + ",".join(str(RANDOM.randint(-9, 9)) for _ in range(length)) + "]",
    }
    return [pair[n] if n in pair else value(n) for n, _ in COLUMNS]


def ask(sql):
    request = urllib.request.Request(URL, sql.encode())
    try:
        with urllib.request.urlopen(request) as answer:
            return None, answer.read().decode().rstrip("\n")
    except urllib.error.HTTPError as error:
        text = error.read().decode()
        return re.search(r"Code: (\d+)", text).group(1), text


def calls(kind):
    names = [n for n, _ in COLUMNS if n not in ("ka", "va")]
    numbers = ["x", "nx", "x32", "u8", "i8", "i64", "u64", "f32", "f64", "d18", "nf", "ni", "dt", "t", "t64"]
    some = ["u8", "i64", "f64", "s", "lcn", "ni", "dt", "tp", "a"]
    for f in ["count", "sum", "avg", "min", "max", "any", "anyLast", "uniqExact", "groupArray",
              "any_respect_nulls", "anyLast_respect_nulls", "groupBitOr", "groupBitAnd", "groupBitXor",
              "sumOrNull", "avgOrDefault", "maxOrDefault", "sumDistinct", "countDistinct"] + ALL_COLUMNS:
        for n in names:
            if f == "uniq" and n in ("u256", "d76", "a", "an", "tp", "mp"):
                continue
            if (f, n) not in (("maxOrDefault", "e"), ("sumDistinct", "x"), ("sumDistinct", "y"), ("sumDistinct", "nx")):
                yield f"{f}({n})"
    for f in ["argMin", "argMax"]:
        for n in names:
            yield f"{f}({n}, i64)"
            yield f"{f}(s, {n})"
    for f in ["sumIf", "countIf", "anyIf", "maxIf", "uniqExactIf", "groupArrayIf", "avgIf", "sumOrNullIf",
              "sumIfOrNull", "argMaxIf", "uniqExactDistinctIf"]:
        for n in some:
            for c in ["c", "nc"]:
                yield f"argMaxIf({n}, i64, {c})" if f == "argMaxIf" else f"{f}({n}, {c})"
    for f in NUMERIC:
        for n in numbers:
            if n == "d18" and f[:4] in ("skew", "kurt"):
                continue
            if n in ("f32", "x32") and f[:3] in ("var", "std", "ske", "kur") or n in ("f32", "f64", "nf") and "Exact" in f:
                continue  # sums in Float32; which of two zeros
            yield f"{f}({n})"
    for f in ["sumArray", "countArray", "uniqExactArray", "groupArrayArray", "avgArray", "maxArray"]:
        for n in ["a", "an", "u8"]:
            yield f"{f}({n})"
    yield from ["count()", "uniqExact(k, s)", "uniqExact(k, ns)", "uniqExact(tp, ni)", "groupArray(2)(s)",
                "groupArray(3)(ni)", "groupArray(0)(s)", "groupArray(1, 2)(s)", "sum(u8, u8)", "sum()",
                "sum(1)(u8)", "count(u8, u8)", "argMax(u8)", "sumIf(u8)", "sumIf(u8, i8)", "countIf()",
                "sumArray(va)", "sumIfArray(va, ka)", "argMaxArray(ka, va)", "sumArrayIf(va, c)"]
    yield from EXTRA
    for n in ["u8", "i8", "u16", "i32", "u64", "i64", "x", "x32", "b"]:
        yield f"deltaSum({n})"
        yield f"deltaSumTimestamp({n}, t)"
        yield f"boundingRatio({n}, y)"
        yield f"simpleLinearRegression({n}, y)"
        yield f"intervalLengthSum({n}, {n})"
        yield f"maxIntersections({n}, {n})"
        yield f"maxIntersectionsPosition({n}, {n})"
        yield f"histogram(4)({n})"
        yield f"sumKahan({n})"
        yield f"sumCount({n})"
        yield f"sumArgMin({n}, dt32)"
        yield f"groupArrayArgMax({n}, k)"
        yield f"countArgMin({n})"
    yield from PAIRS


PAIRS = ["intervalLengthSum(x, y)", "maxIntersections(x, y)", "maxIntersectionsPosition(x, y)", "retention(c, b)",
         "retention(c)", "windowFunnel(100)(t, c, b)", "windowFunnel(100, 'strict_order')(w, c, b)",
         "windowFunnel(9, 'strict_increase')(dt, b, c)", "windowFunnel(9, 'strict_deduplication')(u16, b, c)",
         "windowFunnel(9, 'x')(u16, b, c)", "windowFunnel(9)(x, b, c)", "histogram(0)(x)", "histogram(251)(x)",
         "sumWithOverflow(u8)", "sumWithOverflow(i32)", "avgWeighted(u8, w)", "avgWeighted(x, y)", "avgWeighted(i64, i8)",
         "sumMap(ka, va)", "minMap(ka, va)", "maxMap(ka, va)", "sumMap(ka)", "sumMapWithOverflow(ka, ka)", "deltaSum(ni)",
         "intervalLengthSum(ni, ni)", "sumCountIf(k, c)", "topK(0)(s)", "deltaSum(s)", "histogram(s)"]
ALL_COLUMNS = ["uniq"]
NUMERIC = ["quantile", "quantiles(0.1, 0.5, 0.99)", "median", "quantile(0.25)", "quantileExact(0.9)",
           "quantilesExact(0.1, 0.5, 1)", "quantileExactLow", "quantileExactHigh(0.5)", "quantileExactExclusive(0.3)",
           "quantileExactInclusive(0.7)", "medianExact", "quantilesExactInclusive(0.2, 0.6)",
           "varPop", "varSamp", "stddevPop", "stddevSamp", "skewPop", "skewSamp", "kurtPop", "kurtSamp"]
EXTRA = ["sumForEach(a)", "sumForEach(an)", "countForEach(va)", "argMaxForEach(ka, va)", "groupArrayForEach(a)",
         "sumForEach(u8)", "sumForEachIf(va, c)", "sumIfForEach(va, ka)", "uniqExactForEach(a)", "sumMap(mp)",
         "maxMap(mp)", "minMapIf(mp, c)", "avgMap(mp)", "countMap(mp)", "groupArrayMap(mp)", "sumMap(u8)",
         "sumMap(mp, mp)", "uniqExactMap(mp)", "sumResample(0, 6, 2)(i64, k)", "countResample(0, 4, 1)(k)",
         "uniqExactResample(0, 6, 3)(s, k)", "sumResample(0, 6)(i64, k)", "sumResample(0, 6, 0)(i64, k)",
         "sumResample(0, 6, 2)(i64, f64)", "avgResample(0, 3, 1)(ni, k)", "quantileResample(0.5, 0, 6, 3)(u8, k)",
         "sumResample(-100, 100, 50)(u8, i8)", "countMerge(u8)", "sumSimpleState(u8)", "avgSimpleState(u8)",
         "maxSimpleState(ns)", "sumIfIf(u8, c, c)",
         "uniq(k, s)", "uniq(f64, u8, dt)", "uniq(id, f32)", "uniq(d9, t64, lc)", "uniq()", "uniqIf(s, c)", "uniq(k, ns)",
         "quantile(2)(u8)", "quantile(1)(u8)", "quantile('a')(u8)", "quantile(0.1, 0.2)(u8)", "quantiles(u8)",
         "quantile(s)", "quantileExact(s)", "quantileExactWeighted(u8, w)", "quantilesExactWeighted(0.1, 0.9)(i64, k)",
         "quantileExactWeighted(0.7)(f64, w)", "quantileExactWeighted(u8, i8)", "quantileExactWeighted(dt, w)",
         "quantileIf(0.5)(f64, c)", "quantilesIf(0.5, 0.9)(u8, nc)", "medianIf(ni, c)",
         "covarPop(u8, k)", "covarSamp(k, w)", "corr(k, w)", "corr(f64, w)", "corr(d18, u8)",
         "STD(k)", "corr(x, y)", "covarPop(x, y)", "covarSamp(x, nx)", "varPopIf(x, c)", "sumIf(x, c)",
         "avgIf(x, nc)", "avg(x)", "sum(x)", "sum(nx)", "sum(x32)", "var_pop(k)", "stddevSampIf(k, c)"]


def one_line(type_name):
    """Named tuples are printed over several lines."""
    return re.sub(r"\\n +", " ", type_name).replace("( ", "(").replace("\\'", "'")


def main():
    for kind, rows in [("one", 1), ("few", 12), ("many", 150), ("none", 0)]:
        print("table", kind, *[f"{n} {t}" for n, t in COLUMNS], sep="\t")
        data = [row() for _ in range(rows)]
        for values in data:
            print("row", *values, sep="\t")
        body = "\n".join("\t".join(values) for values in data)
        structure = ", ".join(f"{n} {t}" for n, t in COLUMNS).replace("'", "\\'")
        source = f"format(TabSeparated, '{structure}', $x${body}\n$x$)" if rows else f"null('{structure}')"
        for call in dict.fromkeys(calls(kind)):
            sql = f"SELECT {call} AS result, toTypeName(result) FROM {source} SETTINGS max_threads = 1"
            if "arg" in call and rows:
                # In one group alone the server takes any of the rows that tie, not the first one.
                twice = f"(SELECT *, arrayJoin([0, 1]) AS g FROM {source})"
                sql = (f"SELECT result, type FROM (SELECT g, {call} AS result, toTypeName(result) AS type FROM {twice}"
                       " GROUP BY g) WHERE g = 0 SETTINGS max_threads = 1")
            code, answer = ask(sql)
            if code:
                print("error", call, code, sep="\t")
            else:
                result, kind_name = answer.split("\t")
                print("call", call, one_line(kind_name), result, sep="\t")


main()
