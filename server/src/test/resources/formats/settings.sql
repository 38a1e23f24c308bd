# Queries in each format: both houses are asked with each setting of formats changed.
SELECT number AS a, toString(number) AS b, [1, 2] AS c, (1, 'x') AS d, map('k', 1) AS e, NULL AS f, 1.5 AS g, toDate('2020-01-01') AS h, 'q"u,o\'t\te' AS i FROM numbers(3) FORMAT CSV
SELECT number AS a, toString(number) AS b, [1, 2] AS c, (1, 'x') AS d, map('k', 1) AS e, NULL AS f, 1.5 AS g, toDate('2020-01-01') AS h, 'q"u,o\'t\te' AS i FROM numbers(3) FORMAT CSVWithNamesAndTypes
SELECT number AS a, toString(number) AS b, [1, 2] AS c, (1, 'x') AS d, map('k', 1) AS e, NULL AS f, 1.5 AS g, toDateTime('2020-01-01 00:00:00', 'UTC') AS h, 'q"u,o\'t\te' AS i, true AS k FROM numbers(3) FORMAT TSV
SELECT number AS a, toString(number) AS b, [1, 2] AS c, (1, 'x') AS d, map('k', 1) AS e, NULL AS f, 1.5 AS g, toDateTime('2020-01-01 00:00:00', 'UTC') AS h, 'q"u,o\'t\te' AS i, true AS k FROM numbers(3) FORMAT TabSeparatedWithNamesAndTypes
SELECT number AS a, toString(number) AS b, [1, 2] AS c, CAST((1, 'x'), 'Tuple(p Int8, q String)') AS d, map('k', 1) AS e, NULL AS f, 1.5 AS g, toDateTime64('2020-01-01 00:00:00', 3, 'UTC') AS h, 'q"/u,o\'t\te' AS i, nan AS j, toInt128(5) AS k, toDecimal64(1.5, 3) AS l, toInt64(-1) AS m, true AS n, CAST('a', 'Enum8(\'a\' = 1)') AS o FROM numbers(2) FORMAT JSONEachRow
SELECT number AS a, [1, 2] AS c, (1, 'x') AS d, map('k', 1) AS e, NULL AS f, 1.5 AS g, inf AS j, toInt128(5) AS k, toUInt64(1) AS m FROM numbers(2) FORMAT JSONCompactEachRow
SELECT number AS a, [1, 2] AS c, CAST((1, 'x'), 'Tuple(p Int8, q String)') AS d, map('k', 1) AS e, NULL AS f, 1.5 AS g, nan AS j, toInt128(5) AS k FROM numbers(2) FORMAT JSON
SELECT number % 2 AS a, count() AS c FROM numbers(3) GROUP BY a WITH TOTALS ORDER BY a FORMAT JSON
SELECT number AS a, [1, 2] AS c, (1, 'x') AS d, '\xff' AS u FROM numbers(2) FORMAT JSONStringsEachRow
SELECT number AS a, toIntervalDay(3) AS i FROM numbers(2) FORMAT TSV
SELECT toDateTime('2020-01-01 01:00:00', 'UTC') AS t, toDateTime64('2020-01-01 01:00:00.1', 3, 'UTC') AS u FORMAT TSV
SELECT toDateTime('2020-01-01 01:00:00', 'Europe/Berlin') AS t FORMAT JSONEachRow
SELECT number AS a, 'x y' AS b, 1000000 AS n, 'tail  ' AS t FROM numbers(3) FORMAT Pretty
SELECT number AS a, 'x y' AS b, 1000000 AS n, (1, 'a') AS tu FROM numbers(3) FORMAT PrettyCompact
SELECT number AS a, CAST((1, 'x'), 'Tuple(p Int8, q String)') AS d, 'x\ny' AS b, 1.5 AS n FROM numbers(60) FORMAT PrettyCompactNoEscapes
SELECT number AS a, 'x y' AS b, 1000000 AS n FROM numbers(3) FORMAT PrettySpace
SELECT 123456789 FORMAT Pretty
SELECT number AS a, 'x y' AS b FROM numbers(3) FORMAT Vertical
SELECT number AS a, 'x\'y' AS b, NULL AS c, [1] AS d FROM numbers(3) FORMAT Values
SELECT number AS a, 'x\'y' AS b FROM numbers(3) FORMAT SQLInsert
SELECT number AS a, 'x<y' AS b FROM numbers(3) FORMAT XML
SELECT number AS a, 'x|y' AS b FROM numbers(3) FORMAT Markdown
SELECT number AS a, 'x y' AS b FROM numbers(3) FORMAT TSKV
SELECT number AS a, 'x y' AS b, toLowCardinality('z') AS lc, toNullable(1) AS n FROM numbers(3) FORMAT Native
SELECT number AS a, 'x y' AS b FROM numbers(3) FORMAT RowBinaryWithNamesAndTypes
SELECT number AS a, 'x y' AS b FROM numbers(3) FORMAT CustomSeparated
SELECT number AS a, 'x y' AS b FROM numbers(3) FORMAT JSONColumns
SELECT number AS a, 'x y' AS b FROM numbers(3) FORMAT JSONObjectEachRow
SELECT 1 AS a FROM numbers(0) FORMAT CSVWithNames
SELECT 1 AS a, toFloat64(3) AS b, toFloat32(0.1) AS c, 1e300 AS d FORMAT CSV
SELECT toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0') AS u, toIPv4('1.2.3.4') AS i, toDecimal64(1.50, 3) AS d, true AS b, false AS c FORMAT CSV
SELECT sum(number) AS s, avg(number), quantile(number), uniq(number) FROM numbers(100) FORMAT TSV
SELECT '{"a":1,"b":{"c":"x"}}'::JSON AS j FORMAT JSONEachRow
SELECT '{"a":1,"b":{"c":"x"}}'::JSON AS j FORMAT TSV
SELECT [1, NULL, 3] AS a, [(1, 'a')] AS b, [map('x', 1)] AS c FORMAT CSV
SELECT number FROM numbers(5) FORMAT JSONEachRow
SELECT 'a' AS x FORMAT RawBLOB
SELECT number FROM numbers(120) SETTINGS output_format_pretty_max_rows = 20 FORMAT PrettyCompact
SELECT number FROM numbers(120) SETTINGS output_format_pretty_max_rows = 20 FORMAT Pretty
SELECT (1, 2), 'abc' AS word, 'a\nbcdefg\nh' AS lines_of_it, 12345678 AS number FORMAT PrettyCompact SETTINGS output_format_pretty_max_value_width = 2
SELECT (1, 2), 'abc' AS word, 'a\nbcdefg\nh' AS lines_of_it, 12345678 AS number FORMAT PrettySpace SETTINGS output_format_pretty_max_value_width = 1
