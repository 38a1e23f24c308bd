# Queries that between them touch what settings change: each house is asked with each setting changed.
SELECT 1 AS a, count() FROM numbers(10) GROUP BY a HAVING a = 1
SELECT * FROM (SELECT number AS k, toString(number) AS s FROM numbers(3)) AS a LEFT JOIN (SELECT number + 1 AS k, number AS v FROM numbers(3)) AS b USING (k) ORDER BY k
SELECT a.k, b.k, s FROM (SELECT number AS k, toString(number) AS s FROM numbers(3)) AS a FULL JOIN (SELECT number + 1 AS k, number AS v FROM numbers(3)) AS b ON a.k = b.k ORDER BY 1, 2, 3
SELECT a.k, b.v FROM (SELECT number % 2 AS k FROM numbers(3)) AS a ANY LEFT JOIN (SELECT number % 2 AS k, number AS v FROM numbers(3)) AS b ON a.k = b.k ORDER BY 1,2
SELECT a.number, b.number FROM numbers(2) AS a, numbers(3) AS b WHERE a.number = b.number ORDER BY 1,2
SELECT number, sum(number) OVER (ORDER BY number), lag(number) OVER (ORDER BY number) FROM numbers(4)
SELECT sum(x), avg(x), max(x), any(x), uniq(x), count(DISTINCT x), quantile(0.5)(x), groupArray(x) FROM (SELECT arrayJoin([1, NULL, 2]) AS x)
SELECT sum(x), avg(x), max(x), min(x), count() FROM (SELECT 1 AS x WHERE 0)
SELECT number % 2 AS k, count() FROM numbers(5) GROUP BY k WITH TOTALS ORDER BY k
SELECT number % 2 AS k, count() FROM numbers(5) GROUP BY ROLLUP(k) ORDER BY ALL
SELECT k, v FROM (SELECT number % 3 AS k, number AS v FROM numbers(9)) ORDER BY k, v LIMIT 1 BY k
SELECT arrayJoin([3,1,2]) AS x ORDER BY x LIMIT 1 OFFSET 1
SELECT number FROM numbers(3) ORDER BY number WITH FILL TO 6
SELECT 1 UNION SELECT 1
SELECT 1 UNION ALL SELECT 2 EXCEPT SELECT 2
SELECT 1 INTERSECT SELECT 1
SELECT 1 IN (1, NULL), NULL IN (1, NULL), 2 IN (SELECT number FROM numbers(3)), (1, 'a') IN ((1, 'a')), number IN (number, 2) FROM numbers(2)
SELECT toTypeName(1 + 1), toTypeName(-1), 7 / 2, intDiv(7, 2), 7 % -3, toTypeName(1 / 0), 0 / 0, 1 + 1.5, toTypeName(if(1, 1, NULL)), CAST(NULL AS Nullable(Int32)), CAST(300 AS UInt8)
SELECT toDate('2020-01-05'), toDateTime('2020-01-05 01:02:03'), toDateTime64('2020-01-05 01:02:03.450', 3), toDate(70000), toDateTime(-1), toYearWeek(toDate('2020-01-05')), formatDateTime(toDateTime64('2020-01-05 01:02:03.450', 3, 'UTC'), '%f %M %e %k %l %c'), parseDateTime('2020-01-05 1', '%Y-%m-%d %e'), dateDiff('week', toDate('2020-01-01'), toDate('2020-02-01')), toStartOfWeek(toDate('2020-01-05')), date_trunc('month', toDate('2020-01-05')), toString(now64(3)) = '', toStartOfMonth(toDateTime64('1950-01-05 01:02:03', 3)), toUnixTimestamp(toDate32('2020-01-01')), now() > 0
SELECT toDateTime('2020-01-05T01:02:03Z'), parseDateTimeBestEffort('Jan 5 2020 1:02')
SELECT toString(1.5), toString(1e30), 0.1 + 0.2, toFloat32(1.1), toDecimal32('1.50', 2), toDecimal64(1.5, 4) * toDecimal64(2, 4), toDecimal32(99999999, 1) * toDecimal32(9, 1), -0.0, nan, inf
SELECT splitByChar(',', 'a,b,c', 2), splitByRegexp('', 'abc'), extractAll('abc', '(b)'), replaceRegexpAll('abc', 'b', 'x'), position('abc', 'b'), locate('b', 'abc'), countMatches('aab', 'a*'), substring('abc', 2), format('{} {}', 1, 'a'), lower('ABC'), concat('a', 1), match('abc', 'a.c'), like('a_b', 'a\\_b'), greatest(1, NULL), least(2, NULL, 1), coalesce(NULL, 1)
SELECT JSONExtract('{"a":1,"b":[1,2]}', 'a', 'Int8'), JSONExtractString('{"a":"x"}', 'a'), JSON_VALUE('{"a":{"b":1}}', '$.a'), JSON_QUERY('{"a":[1]}', '$.a'), JSONExtractRaw('{"a": 1.50}', 'a'), visitParamExtractInt('{"a":1}', 'a'), JSONExtract('{"a":"1"}', 'a', 'Int8')
SELECT [1, 2], ['a'], (1, 'a'), map('a', 1), tuple(1), [(1, 2)], [[1], []], [1, NULL], toTypeName([1, -1]), toTypeName(tuple(1 AS a, 2 AS b)), [1,2,3][-1], (1,2).1, map('a',1)['b'], arraySort([3,1]), arrayMap(x -> x + 1, [1]), has([1,2],3)
SELECT 1 AS x, x + 1 AS y, y * 2 AS z FROM numbers(1) WHERE y = 2 ORDER BY 1
SELECT number AS x FROM numbers(5) WHERE x > 2 ORDER BY 1 DESC
SELECT toLowCardinality('a') AS k, count(), toTypeName(k) FROM numbers(2) GROUP BY k
SELECT t.*, u.number FROM numbers(1) AS t JOIN numbers(2) AS u ON t.number = u.number
SELECT CAST('abc' AS FixedString(5)), CAST('a' AS Enum8('a' = 1)), CAST(1 AS Enum8('a' = 1)), CAST('1.2.3.4' AS IPv4), CAST('x' AS Nullable(Int8))
SELECT toInt8OrNull('x'), toInt8('12'), accurateCastOrNull(300, 'UInt8'), CAST([1, 2] AS Array(String)), CAST(5 AS Enum8('a' = 1))
SELECT sumIf(number, number > 1), countIf(number > 1), avgIf(number, 0), argMax(number, number), topK(2)(number), groupUniqArray(number % 2), sumMap([1], [2]), quantiles(0.1, 0.9)(number), corr(number, number), stddevPop(number) FROM numbers(5)
SELECT uniq(number), uniqCombined(number), uniqHLL12(number), uniq(toString(number)), median(number), quantileTDigest(0.5)(number), sum(number / 3), avg(number) FROM numbers(5000)
SELECT * FROM format(JSONEachRow, '{"a":1,"b":"x","c":[1,2],"d":null,"e":"2020-01-01","f":1.5,"g":{"h":1},"i":true}')
SELECT * FROM format(JSONEachRow, 'a UInt8, b String, c Nullable(Int8)', '{"a":"1","b":2,"z":3} {"a":null}')
SELECT * FROM format(CSV, '1,"a",2020-01-01,1.5\n2,b,,')
SELECT * FROM format(CSV, 'a UInt8, b String, c Date, d Nullable(Float32)', '1,"a",2020-01-01,1.5\n2,b,2020-01-01,')
SELECT * FROM format(TSV, '1\ta\t2020-01-01 00:00:00\t[1,2]\n2\t\\N\t2020-01-01 00:00:00\t[]')
SELECT * FROM format(TSV, 'a UInt8, b String', '1\ta\n\tb\n')
SELECT * FROM format(Values, 'a UInt8, b String', '(1, \'a\'), (1+1, concat(\'x\',\'y\')), (NULL, \'c\')')
SELECT toTypeName(x), x FROM (SELECT '{"a":1,"b":{"c":"x"}}'::JSON AS x)
WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT * FROM t
SELECT (SELECT max(number) FROM numbers(3)) AS m, (SELECT 1 WHERE 0) AS e, EXISTS(SELECT 1)
SELECT number, (SELECT count() FROM numbers(3) AS u WHERE u.number < t.number) FROM numbers(3) AS t ORDER BY number
SELECT * FROM numbers(2) ARRAY JOIN [1, 2] AS a, [3, 4] AS b ORDER BY ALL
SELECT * FROM (SELECT [1] AS a, [2, 3] AS b) ARRAY JOIN a, b
SELECT grouping(k), k FROM (SELECT number % 2 AS k FROM numbers(3)) GROUP BY GROUPING SETS ((k), ()) ORDER BY ALL
SELECT * EXCEPT (number), COLUMNS('n') FROM numbers(1)
SELECT toString(toDateTime(0)), toString(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')), toTypeName(toDateTime64('2020-01-01', 6) - toDateTime(0)), addMonths(toDate('2020-01-31'), 1), INTERVAL 1 DAY + toDate('2020-01-01'), toIntervalDay(1), tupleElement((1, 2), 1)
SELECT a FROM (SELECT 1 AS a UNION ALL SELECT 2 UNION ALL SELECT NULL) ORDER BY a DESC NULLS FIRST
SELECT DISTINCT number % 2 FROM numbers(4) ORDER BY 1
SELECT number FROM numbers(10) WHERE number > 3 AND number < 8 AND toString(number) != '5' AND number IN (4, 5, 6) ORDER BY number
SELECT runningDifference(number), neighbor(number, 1), rowNumberInAllBlocks() FROM numbers(3)
