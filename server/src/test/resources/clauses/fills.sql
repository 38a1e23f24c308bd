# Types of keys, their bounds and steps; constants, NULL and NaN beside them; INTERPOLATE; several
# keys.
SELECT d FROM (SELECT toDecimal32(number, 2) AS d FROM numbers(3)) ORDER BY d WITH FILL /*o*/
SELECT d FROM (SELECT toDecimal64(number * 2, 4) AS d FROM numbers(3)) ORDER BY d WITH FILL FROM 0 TO 5 STEP 1 /*o*/
SELECT n FROM (SELECT toLowCardinality(toInt16(number * 2)) AS n FROM numbers(3)) ORDER BY n WITH FILL SETTINGS allow_suspicious_low_cardinality_types = 1 /*o*/
SELECT n FROM (SELECT toString(number) AS n FROM numbers(3)) ORDER BY n WITH FILL /*o*/
SELECT n FROM (SELECT number > 0 AS n FROM numbers(3)) ORDER BY n WITH FILL TO 3 /*o*/
SELECT n FROM (SELECT CAST(number + 1, 'Enum8(\'a\' = 1, \'b\' = 2, \'c\' = 5)') AS n FROM numbers(2)) ORDER BY n WITH FILL /*o*/
SELECT n FROM (SELECT toIPv4(number * 2) AS n FROM numbers(3)) ORDER BY n WITH FILL /*o*/
SELECT n FROM (SELECT (number, 1) AS n FROM numbers(3)) ORDER BY n WITH FILL /*o*/
SELECT n FROM (SELECT toTime64(number, 2) AS n FROM numbers(3)) ORDER BY n WITH FILL SETTINGS enable_time_time64_type = 1 /*o*/
SELECT n FROM (SELECT NULL AS n FROM numbers(3)) ORDER BY n WITH FILL /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n WITH FILL STEP 0.5 /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n WITH FILL FROM 0.0 TO 5.5 /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n WITH FILL FROM 1::Float64 /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n WITH FILL TO 7::Decimal(9, 2) /*o*/
SELECT n FROM (SELECT number * 2. AS n FROM numbers(3)) ORDER BY n WITH FILL TO 7::Decimal(9, 2) /*o*/
SELECT n FROM (SELECT number * 2. AS n FROM numbers(3)) ORDER BY n WITH FILL TO '7' /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n WITH FILL TO '7' /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n WITH FILL TO NULL /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n WITH FILL TO number /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n WITH FILL TO toDate('1970-01-09') /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n WITH FILL STEP '1' /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n WITH FILL STEP NULL /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n WITH FILL STEP INTERVAL 1 DAY /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n WITH FILL STEP (1, 2) /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n WITH FILL STEP 1.0 /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n WITH FILL STEP true /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n WITH FILL TO materialize(5) /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n WITH FILL TO (SELECT 8) /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n WITH FILL TO 18446744073709551615 LIMIT 6 /*o*/
SELECT n FROM (SELECT toUInt8(number * 2) AS n FROM numbers(3)) ORDER BY n WITH FILL FROM -3 /*o*/
SELECT n FROM (SELECT toUInt8(number * 2) AS n FROM numbers(3)) ORDER BY n WITH FILL TO 260 /*o*/
SELECT n FROM (SELECT toUInt8(number * 2 + 250) AS n FROM numbers(3)) ORDER BY n WITH FILL TO 260 /*o*/
SELECT n FROM (SELECT toUInt8(number * 2 + 248) AS n FROM numbers(3)) ORDER BY n WITH FILL TO 256 STEP 3 /*o*/
SELECT n FROM (SELECT toUInt8(number * 2 + 248) AS n FROM numbers(3)) ORDER BY n WITH FILL TO 256 /*o*/
SELECT n FROM (SELECT toInt8(number * 2 - 128) AS n FROM numbers(3)) ORDER BY n DESC WITH FILL TO -140 STEP -1 /*o*/
SELECT n FROM (SELECT toInt8(number * 2 - 128) AS n FROM numbers(3)) ORDER BY n WITH FILL FROM -140 /*o*/
SELECT n FROM (SELECT toUInt8(number * 2) AS n FROM numbers(3)) ORDER BY n DESC WITH FILL STALENESS -3 /*o*/
SELECT n FROM (SELECT toUInt8(number * 100) AS n FROM numbers(3)) ORDER BY n DESC WITH FILL STALENESS -3 /*o*/
SELECT n FROM (SELECT toUInt8(number * 127) AS n FROM numbers(3)) ORDER BY n WITH FILL STALENESS 3 /*o*/
SELECT n FROM (SELECT toUInt64(18446744073709551610 + number * 2) AS n FROM numbers(3)) ORDER BY n WITH FILL /*o*/
SELECT n FROM (SELECT toInt64(9223372036854775800 + number * 2) AS n FROM numbers(3)) ORDER BY n WITH FILL STALENESS 5 /*o*/
SELECT d FROM (SELECT toDate('1970-01-03') AS d) ORDER BY d DESC WITH FILL STALENESS -4 /*o*/
SELECT d FROM (SELECT toDate('1970-01-03') AS d) ORDER BY d DESC WITH FILL TO toDate('1970-01-01') /*o*/
SELECT d FROM (SELECT toDate('2149-06-03') AS d) ORDER BY d WITH FILL STALENESS 5 /*o*/
SELECT d FROM (SELECT toDate32('2299-12-29') AS d) ORDER BY d WITH FILL STALENESS 5 /*o*/
SELECT d FROM (SELECT toDateTime('2106-02-07 06:28:13', 'UTC') AS d) ORDER BY d WITH FILL STALENESS 5 /*o*/
SELECT d FROM (SELECT toDate32('2024-03-29') d) ORDER BY d WITH FILL TO toDate('2024-04-02') /*o*/
SELECT d FROM (SELECT toDate('2024-03-29') d) ORDER BY d WITH FILL TO toDate32('2024-04-02') /*o*/
SELECT d FROM (SELECT toDate('2024-03-29') d) ORDER BY d WITH FILL TO 19820 /*o*/
SELECT d FROM (SELECT toDate('2024-03-29') d) ORDER BY d WITH FILL FROM 19810 TO 19813 /*o*/
SELECT d FROM (SELECT toDate32('2024-03-29') d) ORDER BY d WITH FILL FROM 19810 TO 19813 /*o*/
SELECT d FROM (SELECT toDateTime('2024-03-29 12:00:00', 'UTC') d) ORDER BY d WITH FILL TO 1711713605 /*o*/
SELECT d FROM (SELECT toDateTime('2024-03-29 12:00:00', 'UTC') d) ORDER BY d WITH FILL TO toDateTime('2024-03-29 12:00:03', 'Europe/Berlin') /*o*/
SELECT d FROM (SELECT toDateTime64('2024-03-29 12:00:00', 1, 'UTC') d) ORDER BY d WITH FILL TO 1711713602 /*o*/
SELECT d FROM (SELECT toDateTime64('2024-03-29 12:00:00', 1, 'UTC') d) ORDER BY d WITH FILL TO 1711713602.5 /*o*/
SELECT d FROM (SELECT toDateTime64('2024-03-29 12:00:00', 1, 'UTC') d) ORDER BY d WITH FILL TO toDateTime64('2024-03-29 12:00:01', 3, 'UTC') /*o*/
SELECT d FROM (SELECT toDateTime64('2024-03-29 12:00:00', 1, 'UTC') d) ORDER BY d WITH FILL TO toDateTime('2024-03-29 12:00:01', 'UTC') /*o*/
SELECT d FROM (SELECT toDateTime64('2024-03-29 12:00:00', 1, 'UTC') d) ORDER BY d WITH FILL TO toDate('2024-03-30') STEP INTERVAL 6 HOUR /*o*/
SELECT d FROM (SELECT toDateTime64('2024-03-29 12:00:00', 1, 'UTC') d) ORDER BY d WITH FILL TO toDateTime64('2024-03-29 12:00:01', 1, 'UTC') STEP 0.2 /*o*/
SELECT d FROM (SELECT toDateTime64('2024-03-29 12:00:00', 1, 'UTC') d) ORDER BY d WITH FILL TO toDateTime64('2024-03-29 12:00:01', 1, 'UTC') STEP toDecimal64(0.2, 1) /*o*/
SELECT d FROM (SELECT toDateTime('2024-03-29 12:00:00', 'UTC') d) ORDER BY d WITH FILL TO toDateTime64('2024-03-29 12:00:03', 1, 'UTC') /*o*/
SELECT d FROM (SELECT toNullable(toDate('2024-03-29')) d) ORDER BY d WITH FILL TO toNullable(toDate('2024-04-02')) /*o*/
SELECT d FROM (SELECT toNullable(toDate('2024-03-29')) d) ORDER BY d WITH FILL TO toDate('2024-04-02') /*o*/
SELECT d FROM (SELECT toNullable(toDate('2024-03-29')) d) ORDER BY d WITH FILL FROM toNullable(toDate('2024-03-27')) /*o*/
SELECT d FROM (SELECT toDate('2024-03-29') d) ORDER BY d WITH FILL FROM toNullable(toDate('2024-03-27')) TO toNullable(toDate('2024-03-31')) /*o*/
SELECT d FROM (SELECT toDate('2024-03-29') d) ORDER BY d WITH FILL TO toDate('2024-04-02') STEP INTERVAL 1 HOUR /*o*/
SELECT n FROM (SELECT arrayJoin([1, 3, NULL]) AS n) ORDER BY n WITH FILL /*o*/
SELECT n FROM (SELECT arrayJoin([1, 3, NULL]) AS n) ORDER BY n WITH FILL TO 6 /*o*/
SELECT n FROM (SELECT arrayJoin([1, 3, NULL]) AS n) ORDER BY n NULLS FIRST WITH FILL TO 6 /*o*/
SELECT n FROM (SELECT arrayJoin([1, 3, NULL]) AS n) ORDER BY n NULLS FIRST WITH FILL FROM 0 TO 6 /*o*/
SELECT n FROM (SELECT arrayJoin([1, 3, NULL]) AS n) ORDER BY n WITH FILL FROM 0 TO 6 /*o*/
SELECT n FROM (SELECT arrayJoin([1, 3, NULL]) AS n) ORDER BY n DESC WITH FILL FROM 5 TO 0 /*o*/
SELECT n FROM (SELECT arrayJoin([1, 5, NULL]) AS n) ORDER BY n WITH FILL STALENESS 3 /*o*/
SELECT n FROM (SELECT arrayJoin([1, 5, NULL]) AS n) ORDER BY n NULLS FIRST WITH FILL STALENESS 3 /*o*/
SELECT n FROM (SELECT arrayJoin([0.5, 2, nan]) AS n) ORDER BY n WITH FILL STEP 0.5 /*o*/
SELECT n FROM (SELECT arrayJoin([0.5, 2, nan]) AS n) ORDER BY n NULLS FIRST WITH FILL STEP 0.5 /*o*/
SELECT n FROM (SELECT arrayJoin([0.5, 2, inf]) AS n) ORDER BY n WITH FILL STEP 0.5 /*o*/
SELECT n FROM (SELECT arrayJoin([0.5, 2, -inf]) AS n) ORDER BY n WITH FILL STEP 0.5 /*o*/
SELECT n FROM (SELECT arrayJoin([0.5, 2, nan]) AS n) ORDER BY n WITH FILL FROM 0 TO 4 STEP 0.5 /*o*/
SELECT n FROM (SELECT arrayJoin([0.5, 2]) AS n) ORDER BY n WITH FILL FROM nan /*o*/
SELECT n FROM (SELECT arrayJoin([0.5, 2]) AS n) ORDER BY n WITH FILL STEP nan /*o*/
SELECT n FROM (SELECT arrayJoin([0.5, 2]) AS n) ORDER BY n WITH FILL STEP inf /*o*/
SELECT n FROM (SELECT arrayJoin([-0., 0., 1.]) AS n) ORDER BY n WITH FILL STEP 0.5 /*o*/
SELECT n FROM (SELECT arrayJoin([0.1, 0.5]::Array(Float32)) AS n) ORDER BY n WITH FILL FROM 0 STEP 0.1 /*o*/
SELECT n FROM (SELECT arrayJoin([0.1, 0.5, 1]::Array(Float64)) AS n) ORDER BY n WITH FILL FROM 0 TO 1.2 STEP 0.1 /*o*/
SELECT n FROM (SELECT arrayJoin([0.5, 2, 3.7]) AS n) ORDER BY n /*o*/
SELECT n FROM (SELECT arrayJoin([0.5, 2, 3.7]) AS n) ORDER BY n WITH FILL /*o*/
SELECT n FROM (SELECT arrayJoin([0.5, 2, 3.7]) AS n) ORDER BY n DESC WITH FILL /*o*/
SELECT n FROM (SELECT arrayJoin([0.5, 2, 3.7]) AS n) ORDER BY n DESC WITH FILL STEP 1 /*o*/
SELECT n, 'x' AS k FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY k, n WITH FILL /*o*/
SELECT n, 'x' AS k FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n WITH FILL, k /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY 'a', n WITH FILL, 'b' /*o*/
SELECT 5 AS n ORDER BY n WITH FILL TO 8 /*o*/
SELECT 5 AS n ORDER BY n WITH FILL FROM 3 TO 8 /*o*/
SELECT 5 AS n, number AS m FROM numbers(2) ORDER BY n WITH FILL TO 8, m WITH FILL TO 3 /*o*/
SELECT NULL AS n ORDER BY n WITH FILL FROM 3 TO 8 /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n WITH FILL, n WITH FILL /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n WITH FILL, n /*o*/
SELECT n FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY n, n WITH FILL /*o*/
SELECT n AS a, n AS b FROM (SELECT number * 2 AS n FROM numbers(3)) ORDER BY a WITH FILL, b WITH FILL /*o*/
SELECT n, n % 4 AS m FROM (SELECT number * 2 AS n FROM numbers(5)) ORDER BY n WITH FILL LIMIT 1 BY m /*o*/
SELECT n, n % 4 AS m FROM (SELECT number * 2 AS n FROM numbers(5)) ORDER BY n WITH FILL LIMIT 1 BY n /*o*/
SELECT n, n % 4 AS m FROM (SELECT number * 2 AS n FROM numbers(5)) ORDER BY n WITH FILL LIMIT 1 BY m LIMIT 2 /*o*/
SELECT n, n % 4 AS m FROM (SELECT number * 2 AS n FROM numbers(5)) ORDER BY n WITH FILL LIMIT 3 WITH TIES /*o*/
SELECT n, n % 4 AS m FROM (SELECT number * 2 AS n FROM numbers(5)) ORDER BY n WITH FILL LIMIT -3 /*o*/
SELECT DISTINCT n % 4 AS m FROM (SELECT number * 2 AS n FROM numbers(5)) ORDER BY m WITH FILL /*o*/
SELECT n, a, b FROM (SELECT number * 3 AS n, number AS a, number * 10 AS b FROM numbers(3)) ORDER BY n WITH FILL INTERPOLATE (a AS b, b AS a) /*o*/
SELECT n, a, b FROM (SELECT number * 3 AS n, number AS a, number * 10 AS b FROM numbers(3)) ORDER BY n WITH FILL TO 12 INTERPOLATE (a AS b, b AS a) /*o*/
SELECT n, a, b FROM (SELECT number * 3 AS n, number AS a, number * 10 AS b FROM numbers(3)) ORDER BY n WITH FILL TO 12 INTERPOLATE (a AS a + 1, b AS a) /*o*/
SELECT n, a, b FROM (SELECT number * 3 AS n, number AS a, number * 10 AS b FROM numbers(3)) ORDER BY n WITH FILL TO 12 INTERPOLATE (b AS a, a AS a + 1) /*o*/
SELECT n, a, b FROM (SELECT number * 3 AS n, number AS a, number * 10 AS b FROM numbers(3)) ORDER BY n WITH FILL TO 12 INTERPOLATE (a AS b + 1, b AS 7) /*o*/
SELECT n, a, b FROM (SELECT number * 3 AS n, number AS a, number * 10 AS b FROM numbers(3)) ORDER BY n WITH FILL FROM -3 TO 12 INTERPOLATE (a AS b + 1, b AS a + n) /*o*/
SELECT n, a, b FROM (SELECT number * 3 AS n, number AS a, number * 10 AS b FROM numbers(3)) ORDER BY n WITH FILL FROM -3 TO 12 INTERPOLATE /*o*/
SELECT n, b, a FROM (SELECT number * 3 AS n, number AS a, number * 10 AS b FROM numbers(3)) ORDER BY n WITH FILL FROM -3 TO 12 INTERPOLATE (a AS b + 1, b AS a + n) /*o*/
SELECT * FROM (SELECT n, a, b FROM (SELECT number * 3 AS n, number AS a, number * 10 AS b FROM numbers(3)) ORDER BY n WITH FILL FROM -3 TO 12 INTERPOLATE) ORDER BY n /*o*/
SELECT n, a, a FROM (SELECT number * 3 AS n, number AS a, number * 10 AS b FROM numbers(3)) ORDER BY n WITH FILL FROM -3 TO 12 INTERPOLATE (a) /*o*/
SELECT n, a FROM (SELECT number * 3 AS n, number AS a, number * 10 AS b FROM numbers(3)) ORDER BY n WITH FILL FROM -3 TO 12 INTERPOLATE (b) /*o*/
SELECT n, a FROM (SELECT number * 3 AS n, number AS a, number * 10 AS b FROM numbers(3)) ORDER BY n WITH FILL FROM -3 TO 12 INTERPOLATE (a AS b) /*o*/
SELECT n, a + 1 AS c FROM (SELECT number * 3 AS n, number AS a, number * 10 AS b FROM numbers(3)) ORDER BY n WITH FILL FROM -3 TO 12 INTERPOLATE (c AS a) /*o*/
SELECT n, a + 1 AS c FROM (SELECT number * 3 AS n, number AS a, number * 10 AS b FROM numbers(3)) ORDER BY n WITH FILL FROM -3 TO 12 INTERPOLATE (c AS c + 1) /*o*/
SELECT n, a FROM (SELECT number * 3 AS n, number AS a, number * 10 AS b FROM numbers(3)) ORDER BY n WITH FILL FROM -3 TO 12 INTERPOLATE (a AS toNullable(a)) /*o*/
SELECT n, a FROM (SELECT number * 3 AS n, number AS a, number * 10 AS b FROM numbers(3)) ORDER BY n WITH FILL FROM -3 TO 12 INTERPOLATE (n AS 3) /*o*/
SELECT n, a FROM (SELECT number * 3 AS n, number AS a, number * 10 AS b FROM numbers(3)) ORDER BY n WITH FILL FROM -3 TO 12, a INTERPOLATE (a AS 3) /*o*/
SELECT n, a FROM (SELECT number * 3 AS n, number AS a, number * 10 AS b FROM numbers(3)) ORDER BY a, n WITH FILL FROM -3 TO 12 INTERPOLATE /*o*/
SELECT p, n FROM (SELECT number % 2 AS p, number * 2 AS n FROM numbers(5)) ORDER BY p, n WITH FILL TO 10 SETTINGS use_with_fill_by_sorting_prefix = 0 /*o*/
SELECT p, n FROM (SELECT number % 2 AS p, number * 2 AS n FROM numbers(5)) ORDER BY p, n WITH FILL FROM -2 TO 10 SETTINGS use_with_fill_by_sorting_prefix = 0 /*o*/
SELECT p, n FROM (SELECT number % 2 AS p, number * 2 AS n FROM numbers(5)) ORDER BY p, n WITH FILL SETTINGS use_with_fill_by_sorting_prefix = 0 /*o*/
SELECT count() FROM (SELECT number * 3 AS n FROM numbers(4) ORDER BY n WITH FILL STALENESS 2) /*o*/
SELECT n FROM (SELECT number * 3 AS n FROM numbers(4)) ORDER BY n WITH FILL STALENESS -2 /*o*/
SELECT n FROM (SELECT number * 3 AS n FROM numbers(4)) ORDER BY n WITH FILL STALENESS 0 /*o*/
SELECT n FROM (SELECT number * 3 AS n FROM numbers(4)) ORDER BY n DESC WITH FILL STALENESS 2 /*o*/
SELECT n FROM (SELECT number * 3 AS n FROM numbers(4)) ORDER BY n DESC WITH FILL STALENESS -2 /*o*/
SELECT n FROM (SELECT number * 3 AS n FROM numbers(4)) ORDER BY n WITH FILL STALENESS INTERVAL 2 DAY /*o*/
SELECT d FROM (SELECT arrayJoin([toDate('2024-01-31'), toDate('2024-08-15')]) AS d) ORDER BY d WITH FILL STEP INTERVAL 1 MONTH STALENESS INTERVAL 3 MONTH /*o*/
SELECT d FROM (SELECT arrayJoin([toDate('2024-01-31'), toDate('2024-08-31')]) AS d) ORDER BY d WITH FILL STEP INTERVAL 1 MONTH STALENESS INTERVAL 3 MONTH /*o*/
SELECT d FROM (SELECT arrayJoin([toDate('2024-01-31'), toDate('2024-08-31')]) AS d) ORDER BY d WITH FILL STEP INTERVAL 1 MONTH STALENESS 40 /*o*/
SELECT d FROM (SELECT arrayJoin([toDateTime('2024-01-31 12:00:00', 'Europe/Berlin'), toDateTime('2024-08-15 12:00:00', 'Europe/Berlin')]) AS d) ORDER BY d WITH FILL STEP INTERVAL 1 WEEK STALENESS INTERVAL 1 MONTH /*o*/
SELECT d FROM (SELECT arrayJoin([toDateTime('2024-03-29 12:00:00', 'Europe/Berlin'), toDateTime('2024-08-15 12:00:00', 'Europe/Berlin')]) AS d) ORDER BY d WITH FILL STEP INTERVAL 1 DAY STALENESS INTERVAL 4 DAY /*o*/
SELECT d FROM (SELECT arrayJoin([toDateTime64('2024-03-29 12:00:00', 2, 'Europe/Berlin'), toDateTime64('2024-08-15 12:00:00', 2, 'Europe/Berlin')]) AS d) ORDER BY d WITH FILL STEP INTERVAL 1 DAY STALENESS INTERVAL 4 DAY /*o*/
SELECT d FROM (SELECT arrayJoin([toDate('2024-02-29'), toDate('2024-08-31')]) AS d) ORDER BY d DESC WITH FILL STEP INTERVAL -1 MONTH STALENESS INTERVAL -3 MONTH /*o*/
SELECT n FROM (SELECT arrayJoin([0.5, 20]) AS n) ORDER BY n WITH FILL STEP 0.7 STALENESS 2 /*o*/
SELECT n FROM (SELECT arrayJoin([0.1, 2000000.3]) AS n) ORDER BY n WITH FILL STEP 0.1 STALENESS 0.35 /*o*/
SELECT n FROM (SELECT arrayJoin([0.1, 20.5]) AS n) ORDER BY n WITH FILL STEP 0.2 STALENESS 0.75 /*o*/
SELECT n, a AS x, a AS y FROM values('n Int32, a Int32, b Int32, c Int32', (0, 100, 200, 300), (4, 101, 201, 301)) ORDER BY n WITH FILL TO 7 INTERPOLATE (x AS x + 1) /*o*/
SELECT n, a AS x, a AS y FROM values('n Int32, a Int32, b Int32, c Int32', (0, 100, 200, 300), (4, 101, 201, 301)) ORDER BY n WITH FILL TO 7 INTERPOLATE (y AS y + 1) /*o*/
SELECT n, a, a + 1 AS y FROM values('n Int32, a Int32, b Int32, c Int32', (0, 100, 200, 300), (4, 101, 201, 301)) ORDER BY n WITH FILL TO 7 INTERPOLATE (y AS y + 1) /*o*/
SELECT n, a, a + 1 AS y FROM values('n Int32, a Int32, b Int32, c Int32', (0, 100, 200, 300), (4, 101, 201, 301)) ORDER BY n WITH FILL TO 7 INTERPOLATE (y AS y + a, a AS a + 5) /*o*/
SELECT n AS m, n, a FROM values('n Int32, a Int32, b Int32, c Int32', (0, 100, 200, 300), (4, 101, 201, 301)) ORDER BY n WITH FILL TO 7 INTERPOLATE (a AS a + m) /*o*/
SELECT n AS m, n + 1 AS k, a FROM values('n Int32, a Int32, b Int32, c Int32', (0, 100, 200, 300), (4, 101, 201, 301)) ORDER BY n WITH FILL TO 7 INTERPOLATE (a AS a + k) /*o*/
SELECT n AS m, n + 1 AS k, a FROM values('n Int32, a Int32, b Int32, c Int32', (0, 100, 200, 300), (4, 101, 201, 301)) ORDER BY n WITH FILL TO 7 INTERPOLATE (a AS a + k, k) /*o*/
WITH t AS (SELECT n, a FROM values('n Int32, a Int32', (0, 100), (4, 101)) ORDER BY n WITH FILL INTERPOLATE) SELECT * FROM t /*o*/
SELECT n, a FROM values('n Int32, a Int32', (0, 100), (4, 101)) ORDER BY n WITH FILL INTERPOLATE UNION ALL SELECT n, a FROM values('n Int32, a Int32', (0, 100), (4, 101)) ORDER BY n WITH FILL INTERPOLATE /*o*/
SELECT (SELECT groupArray(a) FROM (SELECT n, a FROM values('n Int32, a Int32', (0, 100), (4, 101)) ORDER BY n WITH FILL INTERPOLATE)) /*o*/
(SELECT n, a FROM values('n Int32, a Int32', (0, 100), (4, 101)) ORDER BY n WITH FILL INTERPOLATE) /*o*/
SELECT 7 IN (SELECT a FROM values('n Int32, a Int32', (0, 7), (4, 101)) ORDER BY n WITH FILL INTERPOLATE) /*o*/
SELECT 0 IN (SELECT a FROM values('n Int32, a Int32', (0, 7), (4, 101)) ORDER BY n WITH FILL INTERPOLATE) /*o*/
SELECT count() FROM view(SELECT n, a FROM values('n Int32, a Int32', (0, 7), (4, 101)) ORDER BY n WITH FILL INTERPOLATE) WHERE a = 0 /*o*/
SELECT n, a, b, c FROM values('n Int32, a Int32, b String, c Array(Int32)', (0, 100, 'x', [1]), (4, 101, 'y', [2])) ORDER BY n WITH FILL TO 7 INTERPOLATE (c AS arrayPushBack(c, a), a, b AS concat(b, toString(length(c)))) /*o*/
SELECT p, n, a, b FROM values('p String, n Int32, a Int32, b Int32', ('x', 0, 100, 7), ('x', 3, 10, 8), ('y', 4, 101, 9)) ORDER BY p, n WITH FILL FROM -2 TO 7 INTERPOLATE (a AS a + b, b AS b + length(p)) /*o*/
SELECT n, a FROM values('n Int32, a Int32', (0, 100), (4, 101)) ORDER BY n WITH FILL INTERPOLATE LIMIT 3 /*o*/
SELECT DISTINCT n, a FROM values('n Int32, a Int32', (0, 100), (4, 101)) ORDER BY n WITH FILL INTERPOLATE /*o*/
SELECT n, a, b FROM values('n Int32, a Nullable(Int32), b LowCardinality(String)', (0, 100, 'u'), (4, NULL, 'v')) ORDER BY n WITH FILL TO 6 INTERPOLATE (b AS concat(b, ifNull(toString(a), '-')), a AS a + 1) /*o*/
SELECT n, a FROM values('n Int32, a Int32', (0, 100), (4, 101)) ORDER BY n WITH FILL INTERPOLATE (a AS 'x') /*o*/
SELECT n, a FROM values('n Int32, a Int32', (0, 100), (4, 101)) ORDER BY n WITH FILL INTERPOLATE (a AS '7') /*o*/
SELECT n, a FROM values('n Int32, a UInt8', (0, 100), (4, 101)) ORDER BY n WITH FILL INTERPOLATE (a AS a + 200) /*o*/
SELECT n, a, b, c FROM (SELECT number * 5 AS n, number + 100 AS a, number + 200 AS b, number + 300 AS c FROM numbers(2)) ORDER BY n WITH FILL INTERPOLATE (a AS b, b AS a) /*o*/
SELECT n, a, b, c FROM (SELECT number * 5 AS n, number + 100 AS a, number + 200 AS b, number + 300 AS c FROM numbers(2)) ORDER BY n WITH FILL INTERPOLATE (a AS b + 1, b AS b + 1) /*o*/
SELECT n, a, b, c FROM (SELECT number * 5 AS n, number + 100 AS a, number + 200 AS b, number + 300 AS c FROM numbers(2)) ORDER BY n WITH FILL INTERPOLATE (b AS b + 1, a AS b + 1) /*o*/
SELECT n, a, b, c FROM (SELECT number * 5 AS n, number + 100 AS a, number + 200 AS b, number + 300 AS c FROM numbers(2)) ORDER BY n WITH FILL INTERPOLATE (b, a AS b + 1) /*o*/
SELECT n, a, b, c FROM (SELECT number * 5 AS n, number + 100 AS a, number + 200 AS b, number + 300 AS c FROM numbers(2)) ORDER BY n WITH FILL INTERPOLATE (a AS b + c) /*o*/
SELECT n, a, b, c FROM (SELECT number * 5 AS n, number + 100 AS a, number + 200 AS b, number + 300 AS c FROM numbers(2)) ORDER BY n WITH FILL INTERPOLATE (a AS b + c, c) /*o*/
SELECT n, a, b, c FROM (SELECT number * 5 AS n, number + 100 AS a, number + 200 AS b, number + 300 AS c FROM numbers(2)) ORDER BY n WITH FILL INTERPOLATE (a AS a + b + c, c, b AS b + 1) /*o*/
SELECT n, a, b, c FROM (SELECT number * 5 AS n, number + 100 AS a, number + 200 AS b, number + 300 AS c FROM numbers(2)) ORDER BY n WITH FILL INTERPOLATE (a AS a + 1, c AS a + c) /*o*/
SELECT n, a, b, c FROM (SELECT number * 5 AS n, number + 100 AS a, number + 200 AS b, number + 300 AS c FROM numbers(2)) ORDER BY n WITH FILL TO 8 INTERPOLATE (a AS a + 1, c AS a + c) /*o*/
SELECT n, a, b, c FROM values('n Int32, a Int32, b Int32, c Int32', (0, 100, 200, 300), (4, 101, 201, 301)) ORDER BY n WITH FILL TO 7 INTERPOLATE (a AS a + 1, c AS a + c) /*o*/
SELECT n, a, b, c FROM values('n Int32, a Int32, b Int32, c Int32', (0, 100, 200, 300), (4, 101, 201, 301)) ORDER BY n WITH FILL TO 7 INTERPOLATE (a AS a + 1, c AS n + c) /*o*/
SELECT n, a AS x, c AS y FROM values('n Int32, a Int32, b Int32, c Int32', (0, 100, 200, 300), (4, 101, 201, 301)) ORDER BY n WITH FILL TO 7 INTERPOLATE (x AS x + 1, y AS x + y) /*o*/
SELECT n, a + 0 AS x, c + 0 AS y FROM values('n Int32, a Int32, b Int32, c Int32', (0, 100, 200, 300), (4, 101, 201, 301)) ORDER BY n WITH FILL TO 7 INTERPOLATE (x AS x + 1, y AS x + y) /*o*/
SELECT n, a FROM values('n Int32, a Int32, b Int32, c Int32', (0, 100, 200, 300), (4, 101, 201, 301)) ORDER BY n WITH FILL TO 7 INTERPOLATE /*o*/
SELECT * FROM (SELECT n, a FROM values('n Int32, a Int32, b Int32, c Int32', (0, 100, 200, 300), (4, 101, 201, 301)) ORDER BY n WITH FILL TO 7 INTERPOLATE) /*o*/
SELECT * FROM (SELECT n, a FROM values('n Int32, a Int32, b Int32, c Int32', (0, 100, 200, 300), (4, 101, 201, 301)) ORDER BY n WITH FILL TO 7 INTERPOLATE (a)) /*o*/
SELECT n, a FROM values('n Int32, a Int32, b Int32, c Int32', (0, 100, 200, 300), (4, 101, 201, 301)) ORDER BY n WITH FILL TO 7, b INTERPOLATE /*o*/
SELECT n, a FROM values('n Int32, a Int32, b Int32, c Int32', (0, 100, 200, 300), (4, 101, 201, 301)) ORDER BY b, n WITH FILL TO 7 INTERPOLATE /*o*/
SELECT n, a + b AS s FROM values('n Int32, a Int32, b Int32, c Int32', (0, 100, 200, 300), (4, 101, 201, 301)) ORDER BY n WITH FILL TO 7 INTERPOLATE /*o*/
SELECT n, sum(a) AS s FROM values('n Int32, a Int32, b Int32, c Int32', (0, 100, 200, 300), (4, 101, 201, 301)) GROUP BY n ORDER BY n WITH FILL TO 7 INTERPOLATE /*o*/
SELECT * FROM (SELECT n, sum(a) AS s FROM values('n Int32, a Int32, b Int32, c Int32', (0, 100, 200, 300), (4, 101, 201, 301)) GROUP BY n ORDER BY n WITH FILL TO 7 INTERPOLATE) /*o*/
SELECT (0, 0) IN (SELECT a, a FROM values('n Int32, a Int32', (0, 7), (4, 101)) ORDER BY n WITH FILL INTERPOLATE) /*o*/
SELECT (1, 0) IN (SELECT n, a FROM values('n Int32, a Int32', (0, 7), (4, 101)) ORDER BY n WITH FILL INTERPOLATE) /*o*/
SELECT (1, 7) IN (SELECT n, a FROM values('n Int32, a Int32', (0, 7), (4, 101)) ORDER BY n WITH FILL INTERPOLATE) /*o*/
SELECT groupArray(a) FROM (SELECT a FROM values('n Int32, a Int32', (0, 7), (4, 101)) ORDER BY n WITH FILL INTERPOLATE) /*o*/
SELECT a FROM (SELECT a FROM values('n Int32, a Int32', (0, 7), (4, 101)) ORDER BY n WITH FILL INTERPOLATE) /*o*/
SELECT n, a FROM (SELECT n, a FROM values('n Int32, a Int32', (0, 7), (4, 101)) ORDER BY n WITH FILL INTERPOLATE) AS x JOIN numbers(9) AS y ON x.n = y.number ORDER BY n /*o*/
SELECT n, a FROM (SELECT n, a FROM values('n Int32, a Int32', (0, 7), (4, 101)) ORDER BY n WITH FILL INTERPOLATE UNION ALL SELECT 1, 2) /*o*/
SELECT n, a FROM (SELECT n, a FROM (SELECT n, a FROM values('n Int32, a Int32', (0, 7), (4, 101)) ORDER BY n WITH FILL INTERPOLATE) ORDER BY a, n) /*o*/
SELECT a, v FROM values('a Nullable(Int16), v Int32', (-1, 1), (0, 2), (1, 3), (3, 4), (9, 5)) ORDER BY a WITH FILL STEP 4 STALENESS 8 INTERPOLATE (v AS v + 1) /*o*/
SELECT a, b, v FROM (SELECT * FROM values('a Int32, b UInt8, v Int32', (1, 1, 1)) WHERE v < 0) ORDER BY a DESC WITH FILL TO -1 STEP -2, b WITH FILL TO 1 /*o*/
SELECT a, b, v FROM values('a Int32, b Int32, v Int32', (-2, 7, 1), (0, 4, 2), (3, 5, 3), (9, 6, 4)) ORDER BY a DESC, b WITH FILL STEP 4 INTERPOLATE (v AS v + 1) /*o*/
SELECT a, b, v FROM values('a Int32, b UInt8, v Int32', (-1, 5, 1), (-3, 1, 2), (3, 1, 3), (4, 5, 4)) ORDER BY a WITH FILL, b WITH FILL STEP 4 /*o*/
SELECT p, a, v FROM values('p String, a Int32, v Int32', ('x', 2, 1), ('x', 3, 2), ('y', 9, 3)) ORDER BY p DESC, a DESC WITH FILL STEP -3 INTERPOLATE (v AS v + 1) /*o*/
SELECT a, b, c, v FROM values('a Int32, b UInt8, c Int32, v Int32', (3, 2, 2, 1), (7, 9, 9, 2)) ORDER BY a DESC WITH FILL FROM 9 TO -4 STEP -4, b WITH FILL FROM 6 TO 2 STEP 4, c WITH FILL TO 10 STALENESS 8 /*o*/
SELECT a, v FROM values('a Int32, v Int32', (6, 1)) ORDER BY a WITH FILL STEP 1 /*o*/
SELECT a, v FROM values('a Int32, v Int32', (-5, 1), (1, 2), (2, 3), (4, 4), (6, 5)) ORDER BY a WITH FILL STEP 1 /*o*/
SELECT p, a, b, c, v FROM (SELECT * FROM values('p String, a UInt8, b UInt8, c Int32, v Int32', ('x', 1, 1, 1, 1)) WHERE v < 0) ORDER BY p DESC, a, b DESC WITH FILL STEP -1 STALENESS -8, c WITH FILL FROM -2 TO 1 STEP 2 INTERPOLATE (v) /*o*/
SELECT a, b, v FROM values('a Nullable(Int16), b Int32, v Int32', (6, 1, 1), (9, 0, 2), (NULL, -1, 3)) ORDER BY a WITH FILL TO 13, b WITH FILL TO 11 STEP 3 /*o*/
SELECT a, b, v FROM values('a UInt8, b Int32, v Int32', (2, 5, 1), (3, 3, 2)) ORDER BY a WITH FILL FROM 6 STEP 3, b DESC WITH FILL STEP -1 STALENESS -4 /*o*/
SELECT p, a, b, v FROM values('p String, a Int32, b Int32, v Int32', ('x', 0, -5, 1), ('x', 8, -6, 2), ('y', -1, -6, 3), ('y', -4, 4, 4), ('y', 9, 9, 5)) ORDER BY p DESC, a WITH FILL STEP 4, b WITH FILL FROM -8 /*o*/
SELECT p, a, v FROM values('p String, a Nullable(Int16), v Int32', ('x', 3, 1)) ORDER BY p DESC, a DESC WITH FILL /*o*/
SELECT a, v FROM values('a Int32, v Int32', (4, 1), (5, 2), (8, 3)) ORDER BY a WITH FILL STEP 3 /*o*/
SELECT a, b, v FROM values('a Int32, b UInt8, v Int32', (-2, 2, 1), (-2, 9, 2), (-3, 3, 3), (-4, 3, 4), (0, 0, 5), (1, 2, 6)) ORDER BY a DESC WITH FILL FROM 8 TO 2 STEP -1, b DESC WITH FILL STEP -2 /*o*/
SELECT a, b, v FROM values('a UInt8, b Nullable(Int16), v Int32', (1, -6, 1), (6, 8, 2), (6, NULL, 3), (8, 1, 4)) ORDER BY a DESC, b DESC NULLS LAST WITH FILL FROM 4 TO -3 STEP -2 INTERPOLATE (v AS v + 1) /*o*/
SELECT a, v FROM values('a Int32, v Int32', (-1, 1), (-3, 2), (6, 3)) ORDER BY a DESC WITH FILL FROM 8 STEP -1 INTERPOLATE (v AS v + 1) /*o*/
SELECT a, b, v FROM values('a Int32, b Nullable(Int16), v Int32', (4, 5, 1), (7, -5, 2)) ORDER BY a WITH FILL STEP 4, b WITH FILL STEP 3 STALENESS 2 INTERPOLATE (v AS v + 1) /*o*/
SELECT a, v FROM values('a Nullable(Int16), v Int32', (4, 1)) ORDER BY a NULLS FIRST WITH FILL TO 11 STEP 2 /*o*/
SELECT a, v FROM values('a UInt8, v Int32', (0, 1), (1, 2)) ORDER BY a WITH FILL STEP 2 /*o*/
SELECT a, b, v FROM values('a UInt8, b Int32, v Int32', (2, -6, 1), (4, -1, 2), (6, -5, 3), (8, -3, 4)) ORDER BY a WITH FILL TO 9 STALENESS 8, b WITH FILL FROM 0 TO 1 STEP 3 /*o*/
SELECT a, b, v FROM values('a UInt8, b UInt8, v Int32', (5, 5, 1)) ORDER BY a DESC WITH FILL TO 6 STEP -1, b DESC WITH FILL TO 3 STEP -3 STALENESS -4 /*o*/
SELECT p, a, v FROM values('p String, a UInt8, v Int32', ('x', 6, 1), ('y', 3, 2), ('y', 4, 3)) ORDER BY p, a DESC WITH FILL STEP -4 /*o*/
SELECT p, a, v FROM (SELECT * FROM values('p String, a Nullable(Int16), v Int32', ('x', 1, 1)) WHERE v < 0) ORDER BY p DESC, a DESC WITH FILL TO -6 STEP -1 /*o*/
SELECT a, b, c, v FROM values('a Int32, b Nullable(Int16), c Int32, v Int32', (-1, 7, 2, 1), (3, 1, -2, 2), (7, 5, 6, 3), (8, 9, -1, 4)) ORDER BY a WITH FILL FROM -7 TO 10 STEP 3, b NULLS LAST WITH FILL TO 10 STEP 4, c WITH FILL TO 14 /*o*/
SELECT a, v FROM values('a Nullable(Int16), v Int32', (0, 1), (2, 2), (6, 3)) ORDER BY a NULLS LAST WITH FILL TO 8 /*o*/
SELECT a, v FROM values('a Int32, v Int32', (-1, 1), (1, 2)) ORDER BY a DESC WITH FILL TO 3 STEP -4 /*o*/
SELECT a, b, v FROM values('a Int32, b Nullable(Int16), v Int32', (-1, NULL, 1), (3, 8, 2), (6, NULL, 3)) ORDER BY a DESC WITH FILL TO 2 STEP -4, b NULLS LAST WITH FILL FROM -1 STEP 3 INTERPOLATE (v AS v + 1) /*o*/
SELECT a, b, v FROM values('a UInt8, b Int32, v Int32', (3, -5, 1), (6, 7, 2), (8, 9, 3)) ORDER BY a DESC WITH FILL FROM 9 STEP -4, b DESC WITH FILL STEP -2 INTERPOLATE (v) /*o*/
SELECT a, b, v FROM (SELECT * FROM values('a UInt8, b Nullable(Int16), v Int32', (1, 1, 1)) WHERE v < 0) ORDER BY a DESC, b WITH FILL STEP 2 /*o*/
SELECT a, v FROM values('a Int32, v Int32', (-4, 1)) ORDER BY a WITH FILL INTERPOLATE (v AS v + 1) /*o*/
SELECT a, b, v FROM values('a Nullable(Int16), b Int32, v Int32', (-5, 6, 1), (NULL, 0, 2)) ORDER BY a WITH FILL TO 13, b WITH FILL TO 14 STEP 3 /*o*/
SELECT a, b, c, v FROM (SELECT * FROM values('a Int32, b Int32, c Int32, v Int32', (1, 1, 1, 1)) WHERE v < 0) ORDER BY a DESC, b WITH FILL, c DESC WITH FILL FROM 11 STEP -3 /*o*/
SELECT a, v FROM values('a Int32, v Int32', (-4, 1), (-6, 2), (2, 3), (5, 4), (7, 5)) ORDER BY a WITH FILL STEP 3 INTERPOLATE (v AS v + 1) /*o*/
SELECT a, v FROM values('a Nullable(Int16), v Int32', (-6, 1), (2, 2), (NULL, 3)) ORDER BY a DESC WITH FILL STEP -3 /*o*/
SELECT p, a, b, v FROM values('p String, a Int32, b Int32, v Int32', ('x', 4, -5, 1), ('y', 1, 2, 2), ('y', 3, 5, 3), ('y', 3, 7, 4), ('y', 5, 0, 5)) ORDER BY p DESC, a DESC WITH FILL FROM 9 TO 3 STEP -4, b WITH FILL STEP 2 INTERPOLATE (v AS v + 1) /*o*/
SELECT a, b, v FROM (SELECT * FROM values('a UInt8, b Nullable(Int16), v Int32', (1, 1, 1)) WHERE v < 0) ORDER BY a, b DESC WITH FILL FROM 4 STEP -3 /*o*/
SELECT p, a, b, v FROM values('p String, a Int32, b UInt8, v Int32', ('x', 2, 8, 1), ('x', 3, 1, 2), ('x', 3, 9, 3), ('y', 1, 5, 4), ('y', 3, 5, 5), ('y', 5, 6, 6)) ORDER BY p DESC, a WITH FILL, b DESC WITH FILL TO 4 STEP -2 INTERPOLATE /*o*/
SELECT a, v FROM values('a Int32, v Int32', (-3, 1), (3, 2), (5, 3), (6, 4), (8, 5)) ORDER BY a DESC WITH FILL STEP -3 STALENESS -8 /*o*/
SELECT p, a, v FROM (SELECT * FROM values('p String, a UInt8, v Int32', ('x', 1, 1)) WHERE v < 0) ORDER BY p DESC, a WITH FILL FROM 4 TO 1 STEP 3 INTERPOLATE (v AS v + 1) /*o*/
SELECT p, a, b, v FROM values('p String, a Int32, b Nullable(Int16), v Int32', ('y', -1, NULL, 1), ('y', -6, 2, 2), ('y', 0, 6, 3), ('y', 8, 5, 4)) ORDER BY p, a, b DESC NULLS FIRST WITH FILL TO 2 STEP -1 STALENESS -8 /*o*/
SELECT a, b, v FROM values('a Int32, b Int32, v Int32', (5, 8, 1), (8, -6, 2)) ORDER BY a DESC, b DESC WITH FILL STEP -2 INTERPOLATE (v) /*o*/
SELECT a, v FROM values('a Int32, v Int32', (3, 1)) ORDER BY a WITH FILL STEP 2 /*o*/
SELECT a, v FROM values('a UInt8, v Int32', (5, 1)) ORDER BY a WITH FILL STEP 1 /*o*/
SELECT a, b, v FROM values('a Int32, b Int32, v Int32', (-1, 3, 1), (1, 2, 2), (2, 3, 3), (4, -2, 4), (4, 6, 5)) ORDER BY a DESC WITH FILL TO 3 STEP -1, b WITH FILL TO 7 STEP 1 INTERPOLATE (v AS v + 1) /*o*/
SELECT p, a, v FROM (SELECT * FROM values('p String, a Int32, v Int32', ('x', 1, 1)) WHERE v < 0) ORDER BY p DESC, a WITH FILL STEP 4 /*o*/
SELECT a, v FROM values('a Int32, v Int32', (-4, 1), (0, 2), (1, 3), (9, 4)) ORDER BY a DESC WITH FILL STEP -2 STALENESS -6 /*o*/
SELECT a, b, v FROM values('a Int32, b Int32, v Int32', (-3, -3, 1), (-4, 8, 2), (-6, -2, 3), (7, 1, 4)) ORDER BY a, b DESC WITH FILL FROM 0 TO -1 STEP -2 /*o*/
SELECT a, b, c, v FROM values('a UInt8, b UInt8, c Nullable(Int16), v Int32', (1, 4, -6, 1)) ORDER BY a WITH FILL STEP 3, b WITH FILL FROM 2 STEP 4, c WITH FILL FROM -5 TO 9 STEP 2 /*o*/
SELECT a, b, v FROM values('a Int32, b Int32, v Int32', (-6, -1, 1), (3, 9, 2), (6, 1, 3), (8, 5, 4)) ORDER BY a DESC WITH FILL STEP -4, b DESC WITH FILL TO -7 STEP -2 STALENESS -6 /*o*/
SELECT p, a, v FROM values('p String, a Int32, v Int32', ('x', -3, 1), ('x', -5, 2), ('x', 0, 3), ('y', -4, 4), ('y', 2, 5), ('y', 5, 6)) ORDER BY p, a WITH FILL FROM 0 TO 1 STEP 2 SETTINGS use_with_fill_by_sorting_prefix = 0 /*o*/
SELECT a, b, c, v FROM values('a Int32, b Int32, c Int32, v Int32', (-4, -5, 9, 1), (1, -3, 9, 2)) ORDER BY a, b WITH FILL TO 8, c DESC WITH FILL TO -7 STEP -4 /*o*/
SELECT a, v FROM (SELECT * FROM values('a Int32, v Int32', (1, 1)) WHERE v < 0) ORDER BY a WITH FILL TO 12 INTERPOLATE (v) /*o*/
SELECT p, a, b, c, v FROM (SELECT * FROM values('p String, a Nullable(Int16), b Nullable(Int16), c Int32, v Int32', ('x', 1, 1, 1, 1)) WHERE v < 0) ORDER BY p, a DESC NULLS LAST WITH FILL TO -2 STEP -3, b NULLS FIRST WITH FILL, c WITH FILL STEP 3 STALENESS 2 /*o*/
SELECT a, b, v FROM values('a UInt8, b Int32, v Int32', (2, -6, 1)) ORDER BY a WITH FILL FROM 7 TO 2, b WITH FILL TO 3 STEP 2 STALENESS 8 /*o*/
SELECT a, v FROM values('a Int32, v Int32', (5, 1), (9, 2)) ORDER BY a WITH FILL TO 6 STEP 2 INTERPOLATE (v AS v + 1) /*o*/
SELECT p, a, v FROM values('p String, a Nullable(Int16), v Int32', ('x', NULL, 1)) ORDER BY p, a WITH FILL /*o*/
SELECT p, a, b, v FROM (SELECT * FROM values('p String, a Int32, b Nullable(Int16), v Int32', ('x', 1, 1, 1)) WHERE v < 0) ORDER BY p, a WITH FILL, b INTERPOLATE (v AS v + 1) /*o*/
SELECT a, b, c, v FROM (SELECT * FROM values('a Nullable(Int16), b Nullable(Int16), c UInt8, v Int32', (1, 1, 1, 1)) WHERE v < 0) ORDER BY a, b WITH FILL FROM 2, c WITH FILL FROM 4 STEP 1 INTERPOLATE (v AS v + 1) /*o*/
SELECT a, b, c, v FROM values('a Nullable(Int16), b Int32, c Nullable(Int16), v Int32', (4, -5, 4, 1)) ORDER BY a WITH FILL STEP 3, b DESC WITH FILL STEP -3 STALENESS -6, c DESC /*o*/
SELECT a, b, c, v FROM values('a UInt8, b Int32, c Nullable(Int16), v Int32', (0, 3, -3, 1), (1, -2, 4, 2), (5, 4, 3, 3), (8, 4, 3, 4)) ORDER BY a WITH FILL FROM 7 STEP 3, b DESC WITH FILL TO 3 STALENESS -8, c WITH FILL TO 14 STEP 3 INTERPOLATE (v AS v + 1) /*o*/
SELECT a, b, v FROM values('a Nullable(Int16), b Int32, v Int32', (-1, -3, 1)) ORDER BY a WITH FILL FROM -3 TO 8 STEP 2, b WITH FILL FROM -4 /*o*/
SELECT a, b, v FROM values('a Nullable(Int16), b Nullable(Int16), v Int32', (-2, 2, 1)) ORDER BY a NULLS FIRST WITH FILL STEP 2, b WITH FILL FROM -7 STEP 3 INTERPOLATE (v AS v + 1) /*o*/
SELECT a, b, v FROM values('a UInt8, b UInt8, v Int32', (2, 4, 1), (3, 0, 2), (3, 2, 3), (4, 9, 4), (6, 5, 5)) ORDER BY a DESC WITH FILL STEP -4, b WITH FILL FROM 4 STEP 2 /*o*/
SELECT a, b, v FROM values('a UInt8, b Int32, v Int32', (1, -4, 1), (2, -1, 2), (3, 3, 3), (5, 5, 4), (5, 8, 5), (7, 7, 6)) ORDER BY a WITH FILL FROM 1 STEP 4, b WITH FILL TO 12 STEP 2 /*o*/
SELECT a, b, v FROM values('a Int32, b Int32, v Int32', (1, 2, 1)) ORDER BY a DESC WITH FILL FROM 0, b WITH FILL STEP 4 STALENESS 4 /*o*/
SELECT a, b, v FROM (SELECT * FROM values('a Nullable(Int16), b Nullable(Int16), v Int32', (1, 1, 1)) WHERE v < 0) ORDER BY a NULLS LAST WITH FILL TO 11, b DESC NULLS FIRST WITH FILL TO -1 STEP -2 STALENESS -2 /*o*/
SELECT a, v FROM (SELECT * FROM values('a Int32, v Int32', (1, 1)) WHERE v < 0) ORDER BY a WITH FILL STEP 3 /*o*/
SELECT a, v FROM values('a Nullable(Int16), v Int32', (9, 1), (NULL, 2)) ORDER BY a WITH FILL STEP 1 /*o*/
SELECT p, a, b, c, v FROM values('p String, a Int32, b Int32, c UInt8, v Int32', ('x', 4, 7, 8, 1), ('x', 6, -2, 8, 2), ('x', 9, -4, 1, 3), ('y', -3, 5, 5, 4)) ORDER BY p, a DESC, b DESC WITH FILL STEP -1, c WITH FILL FROM 1 STEP 1 /*o*/
SELECT p, a, b, v FROM values('p String, a Nullable(Int16), b Int32, v Int32', ('y', 2, 0, 1)) ORDER BY p, a WITH FILL, b DESC INTERPOLATE (v AS v + 1) /*o*/
SELECT a, b, c, v FROM values('a Int32, b Int32, c Nullable(Int16), v Int32', (1, 9, 4, 1), (3, -2, NULL, 2), (3, 4, 5, 3), (6, 8, -6, 4), (8, 2, 6, 5), (8, 5, 1, 6)) ORDER BY a, b, c WITH FILL TO 5 STEP 2 INTERPOLATE (v AS v + 1) /*o*/
SELECT a, b, v FROM values('a UInt8, b Nullable(Int16), v Int32', (6, NULL, 1), (9, -2, 2)) ORDER BY a WITH FILL STEP 3, b WITH FILL STALENESS 2 /*o*/
SELECT p, a, b, v FROM values('p String, a UInt8, b Nullable(Int16), v Int32', ('x', 3, 0, 1), ('x', 3, 9, 2), ('x', 4, 4, 3), ('y', 5, 7, 4)) ORDER BY p, a WITH FILL FROM 3 STEP 1, b WITH FILL TO 13 STEP 1 INTERPOLATE (v AS v + 1) /*o*/
SELECT p, a, b, v FROM values('p String, a Int32, b Int32, v Int32', ('x', 9, -4, 1)) ORDER BY p, a DESC WITH FILL FROM 14 TO -4 STEP -3, b SETTINGS use_with_fill_by_sorting_prefix = 0 /*o*/
SELECT p, a, b, v FROM values('p String, a Int32, b Int32, v Int32', ('y', -6, 9, 1)) ORDER BY p, a WITH FILL TO 7 STEP 1, b /*o*/
SELECT a, v FROM values('a Nullable(Int16), v Int32', (-1, 1), (-6, 2), (0, 3), (3, 4), (6, 5), (8, 6)) ORDER BY a DESC WITH FILL TO -7 STEP -2 /*o*/
SELECT a, b, c, v FROM values('a Int32, b Int32, c Int32, v Int32', (-1, 4, 6, 1), (-2, 3, 0, 2), (6, 9, -1, 3)) ORDER BY a WITH FILL FROM -8 STEP 2, b DESC WITH FILL TO -1 STEP -2 STALENESS -2, c /*o*/
SELECT a, v FROM values('a Int32, v Int32', (-2, 1), (-6, 2), (0, 3), (9, 4)) ORDER BY a WITH FILL TO 5 STEP 4 /*o*/
SELECT a, v FROM values('a Int32, v Int32', (-4, 1)) ORDER BY a DESC WITH FILL INTERPOLATE (v AS v + 1) /*o*/
SELECT a, b, c, v FROM values('a UInt8, b Nullable(Int16), c Int32, v Int32', (0, 4, 2, 1), (0, NULL, 0, 2), (1, NULL, -6, 3), (4, -6, 6, 4), (4, 8, 2, 5), (8, -1, -1, 6)) ORDER BY a WITH FILL STEP 1 STALENESS 6, b NULLS LAST, c /*o*/
SELECT p, a, v FROM values('p String, a Nullable(Int16), v Int32', ('y', -1, 1), ('y', -2, 2), ('y', 6, 3), ('y', 9, 4)) ORDER BY p, a NULLS LAST WITH FILL FROM -1 STEP 3 /*o*/
SELECT a, v FROM values('a UInt8, v Int32', (0, 1), (4, 2), (5, 3), (9, 4)) ORDER BY a WITH FILL TO 2 STALENESS 2 INTERPOLATE (v AS v + 1) /*o*/
SELECT a, b, v FROM values('a Int32, b Int32, v Int32', (-3, -2, 1), (-4, -5, 2), (-5, 3, 3), (5, 6, 4), (6, -1, 5)) ORDER BY a WITH FILL FROM -4 STEP 1, b WITH FILL STEP 4 STALENESS 2 INTERPOLATE (v AS v + 1) /*o*/
SELECT a, b, c, v FROM values('a Int32, b Int32, c Nullable(Int16), v Int32', (-1, 4, 9, 1), (8, 8, NULL, 2)) ORDER BY a DESC, b DESC WITH FILL TO -4 STEP -4, c WITH FILL STEP 1 /*o*/
SELECT a, b, v FROM (SELECT * FROM values('a Int32, b UInt8, v Int32', (1, 1, 1)) WHERE v < 0) ORDER BY a WITH FILL STEP 1, b DESC WITH FILL STEP -3 /*o*/
SELECT a, b, v FROM values('a UInt8, b Nullable(Int16), v Int32', (1, 7, 1)) ORDER BY a DESC WITH FILL TO 3 STEP -4, b WITH FILL STEP 3 /*o*/
SELECT a, v FROM values('a Int32, v Int32', (1, 1)) ORDER BY a DESC WITH FILL FROM 7 TO -5 STEP -2 /*o*/
SELECT p, a, b, v FROM values('p String, a Nullable(Int16), b UInt8, v Int32', ('x', -4, 8, 1), ('x', 6, 2, 2)) ORDER BY p, a DESC NULLS FIRST, b WITH FILL STEP 1 INTERPOLATE (v AS v + 1) SETTINGS use_with_fill_by_sorting_prefix = 0 /*o*/
SELECT a, v FROM values('a Nullable(Int16), v Int32', (-1, 1), (1, 2), (NULL, 3)) ORDER BY a NULLS FIRST WITH FILL FROM 4 TO 13 STEP 4 /*o*/
SELECT a, v FROM values('a Int32, v Int32', (1, 1), (2, 2), (4, 3), (8, 4), (9, 5)) ORDER BY a WITH FILL STEP 1 INTERPOLATE (v AS v + 1) /*o*/
SELECT a, b, v FROM (SELECT * FROM values('a Nullable(Int16), b Int32, v Int32', (1, 1, 1)) WHERE v < 0) ORDER BY a NULLS LAST WITH FILL TO 2 STEP 1, b WITH FILL FROM -8 STEP 3 /*o*/
SELECT p, a, b, v FROM values('p String, a Nullable(Int16), b Nullable(Int16), v Int32', ('x', -2, 8, 1)) ORDER BY p, a NULLS FIRST WITH FILL FROM 2, b DESC WITH FILL TO 1 STEP -4 /*o*/
SELECT a, b, v FROM values('a Nullable(Int16), b Int32, v Int32', (1, -5, 1), (3, 3, 2), (NULL, -3, 3), (NULL, 1, 4)) ORDER BY a WITH FILL STEP 3, b WITH FILL TO 4 STALENESS 8 /*o*/
SELECT a, b, v FROM values('a Int32, b Int32, v Int32', (-6, 3, 1), (7, 7, 2)) ORDER BY a WITH FILL, b DESC /*o*/
SELECT p, a, b, v FROM values('p String, a Int32, b Int32, v Int32', ('x', 8, 1, 1)) ORDER BY p DESC, a WITH FILL STEP 1, b WITH FILL /*o*/
SELECT a, v FROM (SELECT * FROM values('a Int32, v Int32', (1, 1)) WHERE v < 0) ORDER BY a DESC WITH FILL STEP -1 INTERPOLATE (v AS v + 1) /*o*/
SELECT p, a, v FROM values('p String, a UInt8, v Int32', ('x', 2, 1), ('y', 2, 2), ('y', 5, 3)) ORDER BY p, a DESC WITH FILL STEP -3 INTERPOLATE (v AS v + 1) SETTINGS use_with_fill_by_sorting_prefix = 0 /*o*/
SELECT a, v FROM values('a Int32, v Int32', (3, 1), (4, 2), (5, 3), (6, 4)) ORDER BY a WITH FILL /*o*/
SELECT a, v FROM values('a UInt8, v Int32', (2, 1), (6, 2), (9, 3)) ORDER BY a WITH FILL INTERPOLATE (v AS v + 1) /*o*/
SELECT p, a, b, v FROM (SELECT * FROM values('p String, a Int32, b UInt8, v Int32', ('x', 1, 1, 1)) WHERE v < 0) ORDER BY p, a DESC WITH FILL TO 0 STEP -3, b DESC WITH FILL FROM 9 STEP -3 /*o*/
SELECT a, b, c, v FROM values('a Int32, b Int32, c Int32, v Int32', (5, 4, 7, 1)) ORDER BY a DESC WITH FILL TO -1 STEP -1, b DESC WITH FILL STEP -1, c WITH FILL TO 7 /*o*/
SELECT a, v FROM values('a UInt8, v Int32', (0, 1), (1, 2)) ORDER BY a WITH FILL STEP 1 INTERPOLATE (v AS v + 1) /*o*/
SELECT a, v FROM values('a Int32, v Int32', (-6, 1), (5, 2), (6, 3)) ORDER BY a WITH FILL STEP 2 INTERPOLATE (v AS v + 1) /*o*/
SELECT a, b, c, v FROM values('a UInt8, b Int32, c Int32, v Int32', (3, -5, -3, 1)) ORDER BY a WITH FILL FROM 5 STEP 1, b WITH FILL, c WITH FILL STEP 2 INTERPOLATE (v AS v + 1) /*o*/
SELECT a, b, v FROM values('a Int32, b Int32, v Int32', (7, -4, 1), (7, 1, 2)) ORDER BY a WITH FILL TO 3 STEP 4, b WITH FILL INTERPOLATE (v AS v + 1) /*o*/
SELECT p, a, b, v FROM values('p String, a Int32, b UInt8, v Int32', ('x', -1, 2, 1), ('x', -4, 2, 2)) ORDER BY p DESC, a DESC WITH FILL STEP -1 STALENESS -6, b WITH FILL STEP 1 STALENESS 4 INTERPOLATE (v AS v + 1) /*o*/
SELECT a, v FROM values('a UInt8, v Int32', (2, 1), (3, 2), (4, 3), (7, 4), (8, 5), (9, 6)) ORDER BY a WITH FILL FROM 0 TO 11 STEP 3 /*o*/
SELECT a, v FROM values('a UInt8, v Int32', (7, 1)) ORDER BY a WITH FILL STEP 2 /*o*/
SELECT p, a, b, c, v FROM values('p String, a UInt8, b UInt8, c Int32, v Int32', ('x', 0, 3, 0, 1), ('y', 0, 3, 5, 2), ('y', 4, 2, -2, 3)) ORDER BY p DESC, a WITH FILL, b WITH FILL STEP 4, c WITH FILL TO 8 STEP 1 STALENESS 6 /*o*/
