SELECT k, e, count() FROM t1 GROUP BY k, e WITH ROLLUP ORDER BY ALL
SELECT k, e, count() FROM t1 GROUP BY ROLLUP(k, e) ORDER BY ALL
SELECT k, e, count() FROM t1 GROUP BY k, e WITH CUBE ORDER BY ALL
SELECT k, e, count(), grouping(k), grouping(e), grouping(k, e) FROM t1 GROUP BY CUBE(k, e) ORDER BY ALL
SELECT k, e, count(), GROUPING(k, e) g FROM t1 GROUP BY GROUPING SETS ((k), (e), ()) ORDER BY g, k, e
SELECT k, e, count() FROM t1 GROUP BY GROUPING SETS ((k, e), (k)) ORDER BY ALL
SELECT k, e, count() FROM t1 GROUP BY ALL ORDER BY ALL
SELECT k, count() * 2 + id % 2, id % 2 AS m FROM t1 GROUP BY ALL ORDER BY ALL
SELECT 1, count() FROM t1 GROUP BY 1
SELECT k, count() FROM t1 GROUP BY 1 ORDER BY 2, 1
SELECT k AS kk, count() FROM t1 GROUP BY kk ORDER BY kk
SELECT upper(k) AS k, count() FROM t1 GROUP BY k ORDER BY k
SELECT upper(k) AS u, count() FROM t1 GROUP BY u HAVING u != '' ORDER BY u
SELECT k, count() FROM t1 GROUP BY k HAVING count() > 7 AND k != '' ORDER BY k
SELECT id, count() FROM t1 GROUP BY k
SELECT k, id + 1, count() FROM t1 GROUP BY k, id ORDER BY ALL LIMIT 2
SELECT count() FROM t1 HAVING count() > 100
SELECT count() FROM t1 HAVING k = 'x'
SELECT sum(id) FROM t1 WHERE 0
SELECT k, sum(id) FROM t1 WHERE 0 GROUP BY k
SELECT sum(id), max(v), any(k), groupArray(id) FROM t1 WHERE 0
SELECT sum(id) FROM t1 WHERE 0 GROUP BY ()
SELECT count() FROM t1 GROUP BY ()
SELECT count() FROM t1 GROUP BY NULL
SELECT v, count() FROM t1 GROUP BY v ORDER BY v
SELECT v % 3 x, count() FROM t1 GROUP BY x ORDER BY x NULLS FIRST
SELECT a, count() FROM t1 GROUP BY a ORDER BY a
SELECT (k, e) t, count() FROM t1 GROUP BY t ORDER BY t
SELECT f > 0, count() FROM t1 GROUP BY f > 0 ORDER BY 1
SELECT d, e, dec, count() FROM t1 GROUP BY d, e, dec ORDER BY ALL LIMIT 3
SELECT -0.0 x UNION ALL SELECT 0.0
SELECT x, count() FROM (SELECT arrayJoin([0.0, -0.0, nan, nan, inf]) x) GROUP BY x ORDER BY x
SELECT DISTINCT x FROM (SELECT arrayJoin([0.0, -0.0, nan, nan]) x)
SELECT x, y, count() FROM (SELECT arrayJoin([0.0, -0.0]) x, 1 y) GROUP BY x, y ORDER BY x
SELECT uniqExact(x) FROM (SELECT arrayJoin([0.0, -0.0]) x)
SELECT sumIf(id, k='x'), countIf(k='y'), avgIf(id, id > 100), sumIf(id, 0) FROM t1
SELECT sum(DISTINCT id % 5), count(DISTINCT k), countDistinct(k, e) FROM t1
SELECT count(DISTINCT k, e), uniq(k, e), uniqExact((k,e)) FROM t1
SELECT k, groupArray(id) FROM (SELECT * FROM t1 ORDER BY id) GROUP BY k ORDER BY k
SELECT k, arraySort(groupUniqArray(e)) FROM t1 GROUP BY k ORDER BY k
SELECT k, quantiles(0.1,0.5,0.9)(f) FROM t1 GROUP BY k ORDER BY k
SELECT sum(sum(id)) FROM t1
SELECT max(sum(id)) FROM t1 GROUP BY k
SELECT count() FROM t1 WHERE sum(id) > 1
SELECT k, count() AS c, c * 2 AS c2 FROM t1 GROUP BY k HAVING c2 > 10 ORDER BY c2, k
SELECT k, max(id) m FROM t1 GROUP BY k ORDER BY max(id) DESC
SELECT toStartOfHour(dt) h, count() FROM t1 GROUP BY h ORDER BY h LIMIT 3
SELECT toYYYYMM(d) ym, k, count() FROM t1 GROUP BY ym, k ORDER BY ym, k
SELECT id % 3 AS g, id % 2 AS h, sum(id) FROM t1 GROUP BY g, h WITH ROLLUP ORDER BY g, h
SELECT k, grouping(id) FROM t1 GROUP BY k
SELECT k, grouping(k) FROM t1 GROUP BY k ORDER BY k
SELECT k, grouping(k) g, count() FROM t1 GROUP BY k WITH ROLLUP HAVING g = 0 ORDER BY k
SELECT k, count() FROM t1 GROUP BY k WITH ROLLUP ORDER BY grouping(k), k
SELECT s, count() FROM emp GROUP BY s WITH ROLLUP
SELECT s, count() FROM emp GROUP BY s WITH CUBE
SELECT s, count() FROM emp GROUP BY GROUPING SETS ((s), ())
SELECT s, count() FROM emp GROUP BY GROUPING SETS ((s))
SELECT DISTINCT k, e FROM t1 ORDER BY k, e
SELECT DISTINCT k FROM t1 ORDER BY id
SELECT DISTINCT ON (k) k, id FROM t1 ORDER BY k, id
SELECT DISTINCT v FROM t1 ORDER BY v DESC LIMIT 3
SELECT DISTINCT a FROM t1 ORDER BY a
SELECT DISTINCT 1 FROM t1
SELECT count(DISTINCT v), count(v), count(NULL), count(1) FROM t1
SELECT k, any(id) FROM t1 WHERE id IN (1,2) GROUP BY k ORDER BY k
SELECT tuple(k), count() FROM t1 GROUP BY k ORDER BY k
SELECT length(k) + count() FROM t1 GROUP BY k ORDER BY 1
SELECT length(k) + count() FROM t1 GROUP BY length(k) ORDER BY 1
SELECT k || 'x', count() FROM t1 GROUP BY k || 'x' ORDER BY 1
SELECT toString(k), count() FROM t1 GROUP BY k ORDER BY 1
SELECT if(id > 5, k, 'o') g, sum(id) FROM t1 GROUP BY g ORDER BY g
SELECT CASE WHEN id < 5 THEN 'a' WHEN id < 10 THEN 'b' ELSE 'c' END g, count() FROM t1 GROUP BY g ORDER BY g
SELECT multiIf(id<3,1,id<6,2,3) g, min(id), max(id) FROM t1 GROUP BY g ORDER BY g
SELECT arrayJoin(a) x, count() FROM t1 GROUP BY x ORDER BY x
SELECT k, sumMap([toString(e)], [id]) FROM t1 GROUP BY k ORDER BY k
SELECT k, sum(id) AS s FROM t1 GROUP BY k HAVING s = (SELECT max(s2) FROM (SELECT sum(id) s2 FROM t1 GROUP BY k))
SELECT count() FROM (SELECT k FROM t1 GROUP BY k)
SELECT k FROM t1 GROUP BY k ORDER BY count() DESC, k
SELECT min(k), max(k), min(n), max(n), min(a), max(dec) FROM t1
SELECT e, sum(dec), avg(dec), toTypeName(sum(dec)), toTypeName(avg(dec)) FROM t1 GROUP BY e ORDER BY e
SELECT type, props['c'] c, count(), uniqExact(user) FROM ev GROUP BY type, c ORDER BY type, c
SELECT toDate(ts) day, countIf(type='buy') / count() conv FROM ev GROUP BY day ORDER BY day
SELECT k, e, sum(id) FROM t1 GROUP BY k, ROLLUP(e) ORDER BY ALL
SELECT id%2 x, count() FROM t1 GROUP BY x ORDER BY x SETTINGS max_rows_to_group_by=1
SELECT leftPad('a', 3, '*') AS k, number AS k2, count() FROM numbers(2) GROUP BY CUBE(k, k2)
SELECT leftPad('a', 1) AS k, lower(leftPad('b', 1)) AS z, count() FROM numbers(0) GROUP BY k, z
SELECT number FROM numbers(2) GROUP BY GROUPING SETS ((number), ())
SELECT number FROM numbers(2) GROUP BY GROUPING SETS ((number), ()) HAVING count() > 0
SELECT materialize('12') AS k, count() FROM numbers(0) GROUP BY k
SELECT number IS NULL AS k, number AS k2, count() FROM numbers(1) GROUP BY CUBE(k, k2)
SELECT identity('a') AS k, number AS k2, count() FROM numbers(1) GROUP BY ROLLUP(k, k2)
SELECT uniqExact(unhex(x)), uniqExactIf(unhex(x), 1), count(DISTINCT unhex(x), 1), uniqExact(reverse(unhex(x))), uniqExact(lower(unhex(x))) FROM (SELECT arrayJoin(['zz', 'Gr']) AS x)
SELECT uniq(toString(number)), uniqHLL12(hex(number)), uniq(number, toString(number)), uniqIf(toString(number), 1) FROM numbers(100000)
SELECT coalesce(1, number) AS k, number AS k2, count() FROM numbers(1) GROUP BY CUBE(k, k2)
SELECT number OR 1 AS k, number AS k2, count() FROM numbers(1) GROUP BY CUBE(k, k2)
SELECT toUInt8(number % 3) AS k, sumCount(number), sumKahan(number) FROM numbers(9) GROUP BY k WITH TOTALS ORDER BY k
SELECT k, e, count() FROM t1 GROUP BY (k, e) ORDER BY ALL
SELECT (k, e) AS g, count() AS c FROM t1 WHERE id < 3 GROUP BY ROLLUP(g) ORDER BY ALL
SELECT (k, e) AS g, id % 2 AS m, count() AS c, grouping(m), grouping(k) FROM t1 WHERE id < 3 GROUP BY CUBE(g, m) ORDER BY ALL
SELECT (k, e) AS g, count(), grouping(g) FROM t1 GROUP BY g
SELECT ((k, e), id) AS g, k, count() FROM t1 GROUP BY g
SELECT k AS g, k AS h, count() AS z, grouping(g, h) AS x FROM t1 GROUP BY ROLLUP(g, h) ORDER BY ALL
SELECT k AS g, k AS h, count() AS z, grouping(g, h) AS x FROM t1 GROUP BY CUBE(g, h) ORDER BY ALL
SELECT n AS g, upper(n) AS h, count(), grouping(g), grouping(h) FROM t1 GROUP BY GROUPING SETS ((g, h), (h), ())
SELECT n AS g, upper(n) AS h, length(h) AS i, count(), grouping(i) FROM t1 GROUP BY GROUPING SETS ((g, h, i), (h))
SELECT k, count(), sum(count()) OVER (), row_number() OVER (ORDER BY k) FROM t1 GROUP BY k WITH TOTALS ORDER BY k
SELECT k, count() AS c, c / sum(c) OVER () FROM t1 GROUP BY k WITH TOTALS QUALIFY row_number() OVER (ORDER BY k) = 1
SELECT k, count(), arrayJoin([3, 4]) AS a FROM t1 GROUP BY k WITH TOTALS ORDER BY k, a LIMIT 3
SELECT k, c, z FROM (SELECT k, count() AS c FROM t1 GROUP BY k WITH TOTALS) LEFT ARRAY JOIN emptyArrayUInt8() AS z ORDER BY k
SELECT k, c, z FROM (SELECT k, count() AS c FROM t1 GROUP BY k WITH TOTALS) ARRAY JOIN emptyArrayUInt8() AS z ORDER BY k
SELECT * FROM (SELECT 'z' AS k, 2 AS c UNION ALL SELECT e::String AS k, count() FROM t1 GROUP BY k WITH TOTALS UNION ALL SELECT e::String AS k, sum(id) FROM t1 GROUP BY k WITH TOTALS) ORDER BY k, c
SELECT k, count() FROM t1 GROUP BY k WITH TOTALS UNION DISTINCT SELECT k, count() FROM t1 GROUP BY k ORDER BY ALL
SELECT k, count() FROM t1 GROUP BY k WITH TOTALS EXCEPT SELECT k, count() FROM t1 GROUP BY k
SELECT k, count() FROM t1 GROUP BY k INTERSECT SELECT k, count() FROM t1 GROUP BY k WITH TOTALS ORDER BY ALL
SELECT a.k, a.c, b.c FROM (SELECT k, count() AS c FROM t1 GROUP BY k WITH TOTALS) AS a LEFT JOIN (SELECT k, sum(id) AS c FROM t1 GROUP BY k) AS b ON a.k = b.k ORDER BY a.k
SELECT a.k, a.c, b.c FROM (SELECT k, count() AS c FROM t1 GROUP BY k WITH TOTALS) AS a LEFT JOIN (SELECT k, sum(id) AS c FROM t1 GROUP BY k) AS b ON a.k = b.k ORDER BY a.k SETTINGS join_use_nulls = 1
SELECT k, count() FROM t1 GROUP BY k WITH TOTALS HAVING 0
SELECT k, count() FROM t1 GROUP BY k WITH TOTALS HAVING NULL
SELECT * FROM (SELECT k, count() AS c FROM t1 GROUP BY k WITH TOTALS) WHERE 0
SELECT * FROM (SELECT id % 3 AS m, count() AS c FROM t1 GROUP BY m WITH TOTALS ORDER BY m) WHERE m + 1 = 2 ORDER BY m
SELECT * FROM (SELECT k, count() AS c FROM t1 GROUP BY k WITH TOTALS LIMIT 100) WHERE c > 1000 ORDER BY k
SELECT k, count(), sum(id), any(n), 'x' FROM t1 GROUP BY k WITH TOTALS ORDER BY k LIMIT 0
SELECT k, count() FROM t1 GROUP BY k WITH TOTALS HAVING count() > 1 ORDER BY k LIMIT 0 OFFSET 2
SELECT k, count() FROM t1 GROUP BY k WITH TOTALS LIMIT 0
SELECT k, count() FROM t1 GROUP BY k WITH TOTALS ORDER BY k LIMIT 0 SETTINGS exact_rows_before_limit = 1
SELECT * FROM (SELECT k, count() FROM t1 GROUP BY k WITH TOTALS ORDER BY k) ORDER BY k LIMIT 0
SELECT randConstant() = randConstant(), randConstant(1) = randConstant(1), (SELECT randConstant()) = randConstant(), rand() = rand()
SELECT a = b, b = c FROM (SELECT randConstant() AS a, randConstant() AS b, randConstant() + 0 AS c)
SELECT a = b, b = b FROM (SELECT randConstant() + 0 AS a, randConstant() + 0 AS b)
SELECT uniqExact(randConstant(number) = randConstant(number)), sum(randConstant(number) = randConstant(number)) FROM numbers(10)
