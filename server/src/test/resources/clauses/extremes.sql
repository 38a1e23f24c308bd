# The first rows by a column, extremes and counts where most granules need not be read
CREATE TABLE ex (p UInt8, s String, k UInt64, n Nullable(Int32), f Float64, g Nullable(Float32), at DateTime('UTC'), other String) ENGINE = MergeTree PARTITION BY toYYYYMM(at) ORDER BY (p, s, k)
INSERT INTO ex SELECT 1, leftPad(toString(intDiv(number, 3)), 6, '0'), number, if(number % 97 = 0, NULL, number % 30011), if(number % 1009 = 0, nan, number / 8 - 500), if(number % 2 = 0, NULL, if(number % 3 = 0, nan, -toFloat64(number))), 1700000000 + number * 40, toString(number % 1000) FROM numbers(60000)
INSERT INTO ex SELECT 2, toString(number), 100000 + number, -number, if(number = 0, -0., 0.), inf, 1700000000, '' FROM numbers(20000)
SELECT count(), min(k), max(k) FROM ex
SELECT count(*), count(), max(s), min(s) FROM ex
SELECT count() AS c, min(f), max(f), min(g), max(g) FROM ex HAVING c > 10
SELECT count() + 1, max(k) - min(k) FROM ex
SELECT count(), min(n), max(n), min(at), max(at), any(p) > 0 FROM ex
SELECT count(), max(k) FROM ex WHERE toYYYYMM(at) = 202312
SELECT count(), min(s) FROM ex WHERE p = 1 AND s < '015000'
SELECT count(), max(s) FROM ex WHERE k >= 100000
SELECT count(), max(k) FROM ex WHERE k < 0
SELECT count(), max(n) FROM ex WHERE n IS NULL
SELECT count(1), count(n), max(n) FROM ex
SELECT countIf(n > 5), max(n) FROM ex
SELECT (SELECT count() FROM ex WHERE k < 7), max(k) FROM ex
SELECT max(k), c FROM (SELECT count() AS c, max(k) AS k FROM ex) GROUP BY c
SELECT count(), min(x) FROM (SELECT k + 1 AS x FROM ex)
SELECT count(), min(x) FROM (SELECT k AS x, f FROM ex)
SELECT count(), max(k) FROM ex WITH TOTALS
SELECT count(), max(k) FROM ex UNION ALL SELECT count(), min(k) FROM ex ORDER BY 1, 2
SELECT s, k FROM ex ORDER BY s, k LIMIT 5
SELECT s, k FROM ex ORDER BY s DESC, k LIMIT 5
SELECT s, k FROM ex ORDER BY s DESC, k DESC LIMIT 3 OFFSET 19000
SELECT s, k FROM ex WHERE p = 1 ORDER BY s DESC, k LIMIT 7
SELECT p, s, k FROM ex ORDER BY p, s, k LIMIT 4 OFFSET 24570
SELECT s FROM ex ORDER BY s LIMIT 1 WITH TIES
SELECT f, k FROM ex ORDER BY f, k LIMIT 5
SELECT f, k FROM ex ORDER BY f DESC, k LIMIT 5
SELECT f, k FROM ex WHERE f >= 0 ORDER BY f, k LIMIT 3
SELECT f = 0, k FROM ex WHERE k >= 100000 ORDER BY f, k LIMIT 3
SELECT g, k FROM ex ORDER BY g, k LIMIT 5
SELECT g, k FROM ex ORDER BY g DESC, k LIMIT 5
SELECT g, k FROM ex ORDER BY g NULLS FIRST, k LIMIT 3
SELECT other, k FROM ex ORDER BY other, k LIMIT 3
SELECT other, k FROM ex ORDER BY other DESC, k DESC LIMIT 3
SELECT min(other), max(other), count() FROM ex
CREATE TABLE exr (s String, v UInt64, d UInt8, x UInt64) ENGINE = ReplacingMergeTree(v, d) ORDER BY s
INSERT INTO exr SELECT leftPad(toString(number), 6, '0'), 1, 0, number FROM numbers(40000)
INSERT INTO exr SELECT leftPad(toString(number * 3), 6, '0'), 2, number % 2, number FROM numbers(9000)
SELECT count(), min(s), max(s), min(x), max(x) FROM exr FINAL
SELECT count(), min(s), max(s), max(x) FROM exr FINAL WHERE s < '027001'
SELECT s, x FROM exr FINAL ORDER BY s LIMIT 5
SELECT s, x FROM exr FINAL ORDER BY s DESC LIMIT 5
SELECT x, s FROM exr FINAL ORDER BY x, s LIMIT 5
DROP TABLE exr
DROP TABLE ex
