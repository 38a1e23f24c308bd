CREATE TABLE t (a Int64, b Int64, s String, x Float64) ENGINE = MergeTree ORDER BY a
INSERT INTO t SELECT number, number % 3, toString(number % 4), number / 2 FROM numbers(12)
CREATE TABLE u (a Int64, c Int64, s String, d Date) ENGINE = MergeTree ORDER BY a
INSERT INTO u SELECT number * 2, number % 5, toString(number % 3), toDate('2024-01-01') + number FROM numbers(10)
CREATE TABLE o (a Int64, k UInt8, v Int64, w Int64) ENGINE = MergeTree ORDER BY (a, k)
INSERT INTO o SELECT number % 6, number % 2, number, 20 - number FROM numbers(20)
CREATE TABLE n (a Int64, p Nullable(Int64), q Nullable(String)) ENGINE = MergeTree ORDER BY a
INSERT INTO n SELECT number, if(number % 3 = 0, NULL, number), if(number % 4 = 0, NULL, toString(number % 5)) FROM numbers(9)
SELECT sumIf(a,b=9) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sumIf(a,b=9) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT sumIf(a,b=9) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT countIf(b=9) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT countIf(b=9) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT countIf(b=9) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT uniqExactIf(a,b=9) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT uniqExactIf(a,b=9) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT uniqExactIf(a,b=9) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT avg(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT avg(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT avg(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT argMin(s,a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT argMin(s,a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT argMin(s,a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT argMax(a,s) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT argMax(a,s) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT argMax(a,s) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT count(DISTINCT a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT count(DISTINCT a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT count(DISTINCT a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sumDistinct(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sumDistinct(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT sumDistinct(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT first_value(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT first_value(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT first_value(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT last_value(s) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT last_value(s) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT last_value(s) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sumArray([a]) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sumArray([a]) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT sumArray([a]) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT countArray([a]) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT countArray([a]) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT countArray([a]) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sumOrNull(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sumOrNull(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT sumOrNull(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT countOrNull() AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT countOrNull() AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT countOrNull() AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT any(p) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT any(p) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT any(p) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sum(p) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sum(p) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT sum(p) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupArray(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupArray(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupArray(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT countDistinct(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT countDistinct(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT countDistinct(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT uniq(a,b) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT uniq(a,b) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT uniq(a,b) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT topK(2)(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT topK(2)(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT topK(2)(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupBitmap(toUInt64(a)) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupBitmap(toUInt64(a)) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupBitmap(toUInt64(a)) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT entropy(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT entropy(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT entropy(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT any(a) RESPECT NULLS AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT any(a) RESPECT NULLS AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT any(a) RESPECT NULLS AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT COUNT(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT COUNT(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT COUNT(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT SUM(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT SUM(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT SUM(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT count(p) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT count(p) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT count(p) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantile(0.5)(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantile(0.5)(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantile(0.5)(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantiles(0.5)(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantiles(0.5)(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantiles(0.5)(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT median(x) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT median(x) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT median(x) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT min(a + 5) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT min(a + 5) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT min(a + 5) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sum(a / 3) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sum(a / 3) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT sum(a / 3) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sum(a * 2) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sum(a * 2) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT sum(a * 2) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT stddevPop(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT stddevPop(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT stddevPop(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT corr(a, b) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT corr(a, b) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT corr(a, b) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT uniqCombined(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT uniqCombined(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT uniqCombined(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupUniqArray(s) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupUniqArray(s) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupUniqArray(s) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT min(s) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT min(s) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT min(s) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT max([a]) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT max([a]) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT max([a]) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sum(toDecimal32(a, 2)) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sum(toDecimal32(a, 2)) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT sum(toDecimal32(a, 2)) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT uniqUpTo(3)(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT uniqUpTo(3)(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT uniqUpTo(3)(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT deltaSum(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT deltaSum(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT deltaSum(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT minIf(s, a > 100) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT minIf(s, a > 100) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT minIf(s, a > 100) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT count() AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT count() AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT count() AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT anyLast(x) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT anyLast(x) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT anyLast(x) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT boundingRatio(a, x) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT boundingRatio(a, x) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT boundingRatio(a, x) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT windowFunnel(10)(toDateTime(a), b = 1) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT windowFunnel(10)(toDateTime(a), b = 1) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT windowFunnel(10)(toDateTime(a), b = 1) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupBitAnd(toUInt8(a)) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupBitAnd(toUInt8(a)) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupBitAnd(toUInt8(a)) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT any(toLowCardinality(s)) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT any(toLowCardinality(s)) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT any(toLowCardinality(s)) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT nosuch(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT nosuch(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT nosuch(a) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sum(s) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sum(s) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT sum(s) AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sum() AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sum() AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a)  SETTINGS aggregate_functions_null_for_empty = 1
SELECT sum() AS v, toTypeName(v) FROM (SELECT a, b, s, x, if(a = 1, NULL, a) AS p FROM t ORDER BY a) WHERE a < 5 SETTINGS aggregate_functions_null_for_empty = 1
SELECT b, sum(a), avg(x) FROM t GROUP BY b WITH TOTALS HAVING sum(a) > 20 ORDER BY b SETTINGS aggregate_functions_null_for_empty = 1
SELECT b, sum(a), max(s) FROM t GROUP BY ROLLUP(b) ORDER BY ALL SETTINGS aggregate_functions_null_for_empty = 1
SELECT a, sum(a) OVER (ORDER BY a ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING) FROM t ORDER BY a SETTINGS aggregate_functions_null_for_empty = 1
SELECT a, max(s) OVER (PARTITION BY b ORDER BY a), first_value(a) OVER (ORDER BY a ROWS BETWEEN 1 FOLLOWING AND 2 FOLLOWING), lag(a) OVER (ORDER BY a) FROM t ORDER BY a SETTINGS aggregate_functions_null_for_empty = 1
SELECT (SELECT sum(a) FROM t WHERE 0), (SELECT count() FROM t WHERE 0) SETTINGS aggregate_functions_null_for_empty = 1
SELECT t.a, (SELECT sum(v) FROM o WHERE o.a = t.b) AS z FROM t ORDER BY t.a SETTINGS aggregate_functions_null_for_empty = 1
SELECT b, sum(a) + 1 AS z FROM t GROUP BY b HAVING z > 3 ORDER BY b SETTINGS aggregate_functions_null_for_empty = 1
SELECT sum(c) FROM (SELECT sum(a) AS c FROM t WHERE 0) SETTINGS aggregate_functions_null_for_empty = 1
SELECT sum(number), max(number), min(number), count() FROM numbers(10) WHERE number > 100 SETTINGS aggregate_functions_null_for_empty = 1
SELECT t.a, u.a FROM t JOIN u ON t.a = u.a ORDER BY 1, 2 SETTINGS join_default_strictness = 'ANY'
SELECT t.b, o.v FROM t LEFT JOIN o ON t.b = o.a ORDER BY 1, 2 SETTINGS join_default_strictness = 'ANY'
SELECT t.b, o.a FROM t INNER JOIN o ON t.b = o.a ORDER BY 1, 2 SETTINGS join_default_strictness = 'ANY'
SELECT t.b, o.v FROM t ALL LEFT JOIN o ON t.b = o.a ORDER BY 1, 2 SETTINGS join_default_strictness = 'ANY'
SELECT t.a, u.a FROM t FULL JOIN u USING a ORDER BY 1, 2 SETTINGS join_default_strictness = 'ANY'
SELECT count() FROM t CROSS JOIN u SETTINGS join_default_strictness = 'ANY'
SELECT count() FROM t, u WHERE t.a = u.a SETTINGS join_default_strictness = 'ANY'
SELECT count() FROM t SEMI JOIN u ON t.a = u.a SETTINGS join_default_strictness = 'ANY'
SELECT count() FROM t ASOF JOIN u ON t.s = u.s AND t.a >= u.a SETTINGS join_default_strictness = 'ANY'
SELECT count() FROM t JOIN u ON 1 SETTINGS join_default_strictness = 'ANY'
SELECT count() FROM t NATURAL JOIN u SETTINGS join_default_strictness = 'ANY'
SELECT count() FROM t x JOIN t y USING b JOIN t z USING b SETTINGS join_default_strictness = 'ANY'
SELECT count() FROM t JOIN u USING a SETTINGS join_default_strictness = 'any'
SELECT quantilesBFloat16(0.5)(a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesBFloat16(0.5)(a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesBFloat16(0.5)(a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesDD(0.01, 0.5)(x) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesDD(0.01, 0.5)(x) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesDD(0.01, 0.5)(x) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesGK(100, 0.5)(x) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesGK(100, 0.5)(x) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesGK(100, 0.5)(x) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesDeterministic(0.5)(a, a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesDeterministic(0.5)(a, a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesDeterministic(0.5)(a, a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesExactExclusive(0.5)(a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesExactExclusive(0.5)(a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesExactExclusive(0.5)(a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesExactHigh(0.5)(a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesExactHigh(0.5)(a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesExactHigh(0.5)(a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesExactInclusive(0.5)(a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesExactInclusive(0.5)(a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesExactInclusive(0.5)(a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesExactLow(0.5)(a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesExactLow(0.5)(a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesExactLow(0.5)(a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesExactWeighted(0.5)(a, toUInt64(b)) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesExactWeighted(0.5)(a, toUInt64(b)) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesExactWeighted(0.5)(a, toUInt64(b)) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesInterpolatedWeighted(0.5)(a, toUInt64(b)) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesInterpolatedWeighted(0.5)(a, toUInt64(b)) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesInterpolatedWeighted(0.5)(a, toUInt64(b)) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesTDigest(0.5)(a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesTDigest(0.5)(a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesTDigest(0.5)(a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesTDigestWeighted(0.5)(a, toUInt64(b)) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesTDigestWeighted(0.5)(a, toUInt64(b)) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesTDigestWeighted(0.5)(a, toUInt64(b)) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesTiming(0.5)(a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesTiming(0.5)(a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesTiming(0.5)(a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesTimingWeighted(0.5)(a, toUInt64(b)) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesTimingWeighted(0.5)(a, toUInt64(b)) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesTimingWeighted(0.5)(a, toUInt64(b)) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesBFloat16Weighted(0.5)(a, toUInt64(b)) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesBFloat16Weighted(0.5)(a, toUInt64(b)) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesBFloat16Weighted(0.5)(a, toUInt64(b)) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesIf(0.5)(a, b = 7) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesIf(0.5)(a, b = 7) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesIf(0.5)(a, b = 7) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesExactIf(0.5)(a, b = 7) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesExactIf(0.5)(a, b = 7) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantilesExactIf(0.5)(a, b = 7) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT retention(a = 1, b = 2) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT retention(a = 1, b = 2) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT retention(a = 1, b = 2) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT sequenceMatch('(?1)')(toDateTime(a), b = 1) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sequenceMatch('(?1)')(toDateTime(a), b = 1) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT sequenceMatch('(?1)')(toDateTime(a), b = 1) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT sequenceCount('(?1)')(toDateTime(a), b = 1) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sequenceCount('(?1)')(toDateTime(a), b = 1) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT sequenceCount('(?1)')(toDateTime(a), b = 1) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT exponentialMovingAverage(3)(x, a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT exponentialMovingAverage(3)(x, a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT exponentialMovingAverage(3)(x, a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT covarPopMatrix(a, x) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT covarPopMatrix(a, x) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT covarPopMatrix(a, x) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT corrMatrix(a, x) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT corrMatrix(a, x) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT corrMatrix(a, x) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupArrayMovingSum(a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupArrayMovingSum(a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupArrayMovingSum(a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupArraySorted(3)(a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupArraySorted(3)(a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupArraySorted(3)(a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupArrayInsertAt(s, toUInt32(a)) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupArrayInsertAt(s, toUInt32(a)) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupArrayInsertAt(s, toUInt32(a)) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT histogram(2)(a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT histogram(2)(a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT histogram(2)(a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT kurtPop(a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT kurtPop(a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT kurtPop(a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT skewSamp(x) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT skewSamp(x) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT skewSamp(x) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT rankCorr(a, x) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT rankCorr(a, x) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT rankCorr(a, x) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT cramersV(a, b) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT cramersV(a, b) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT cramersV(a, b) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT contingency(a, b) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT contingency(a, b) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT contingency(a, b) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT theilsU(a, b) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT theilsU(a, b) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT theilsU(a, b) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT intervalLengthSum(a, a + 1) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT intervalLengthSum(a, a + 1) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT intervalLengthSum(a, a + 1) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT maxIntersections(a, a + 2) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT maxIntersections(a, a + 2) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT maxIntersections(a, a + 2) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT sparkbar(3)(a, b) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sparkbar(3)(a, b) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT sparkbar(3)(a, b) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupConcat(s) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupConcat(s) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupConcat(s) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT uniqTheta(a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT uniqTheta(a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT uniqTheta(a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT uniqCombined64(a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT uniqCombined64(a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT uniqCombined64(a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT avgWeighted(a, b) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT avgWeighted(a, b) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT avgWeighted(a, b) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT largestTriangleThreeBuckets(3)(a, x) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT largestTriangleThreeBuckets(3)(a, x) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT largestTriangleThreeBuckets(3)(a, x) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT approx_top_k(2)(b) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT approx_top_k(2)(b) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT approx_top_k(2)(b) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT topKWeighted(2)(b, 1) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT topKWeighted(2)(b, 1) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT topKWeighted(2)(b, 1) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupArrayIntersect([a]) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupArrayIntersect([a]) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupArrayIntersect([a]) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT singleValueOrNull(a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT singleValueOrNull(a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT singleValueOrNull(a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT any_respect_nulls(a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT any_respect_nulls(a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT any_respect_nulls(a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT anyHeavy(a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT anyHeavy(a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT anyHeavy(a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT first_value_respect_nulls(a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT first_value_respect_nulls(a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT first_value_respect_nulls(a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT last_value(a) RESPECT NULLS AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT last_value(a) RESPECT NULLS AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT last_value(a) RESPECT NULLS AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantileExactWeighted(0.5)(a, toUInt64(b)) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantileExactWeighted(0.5)(a, toUInt64(b)) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT quantileExactWeighted(0.5)(a, toUInt64(b)) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT distinctDynamicTypes(toString(a)::Dynamic) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT distinctDynamicTypes(toString(a)::Dynamic) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT distinctDynamicTypes(toString(a)::Dynamic) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT deltaSumTimestamp(a, a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT deltaSumTimestamp(a, a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT deltaSumTimestamp(a, a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT countIf(a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT countIf(a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT countIf(a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT sumWithOverflow(a) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sumWithOverflow(a) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT sumWithOverflow(a) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT sumKahan(x) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT sumKahan(x) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT sumKahan(x) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupBitXor(toUInt8(a)) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupBitXor(toUInt8(a)) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT groupBitXor(toUInt8(a)) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT stddevSampStable(x) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT stddevSampStable(x) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT stddevSampStable(x) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT varPop(x) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT varPop(x) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT varPop(x) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
SELECT covarSamp(a, x) AS v, toTypeName(v) FROM t WHERE 0 SETTINGS aggregate_functions_null_for_empty = 1
SELECT covarSamp(a, x) AS v, toTypeName(v) FROM t WHERE a < 0 GROUP BY () SETTINGS aggregate_functions_null_for_empty = 1
SELECT covarSamp(a, x) AS v, toTypeName(v) FROM t  SETTINGS aggregate_functions_null_for_empty = 1
