# Paths of JSON through conditions that no row fulfils, joins, unions and sub-queries.
SELECT j.a::Nullable(Int64) FROM documents WHERE 0
SELECT k, j.a::Nullable(Int64) FROM (SELECT * FROM documents) WHERE 1 = 0
SELECT x FROM (SELECT j.a::Nullable(Int64) AS x, j FROM documents WHERE 0) ORDER BY j.b.c::String
SELECT j.b.c::String AS c, count() FROM documents WHERE 0 GROUP BY c
SELECT j.b.c::String AS c, count() FROM documents WHERE 0 GROUP BY c WITH TOTALS
SELECT j.b.c::Nullable(String) AS c, count() FROM documents WHERE NULL GROUP BY ROLLUP(c)
SELECT x.j.a::Nullable(Int64), y.j.a::Nullable(Int64) FROM documents AS x JOIN documents AS y ON x.k = y.k WHERE 0
SELECT x.j.a::Nullable(Int64), y.j.a::Nullable(Int64) FROM documents AS x LEFT JOIN (SELECT * FROM documents WHERE 0) AS y ON x.k = y.k ORDER BY 1
SELECT x.k, y.j.a::Nullable(Int64) FROM (SELECT * FROM documents WHERE 0) AS x RIGHT JOIN documents AS y ON x.j.a::Nullable(Int64) = y.j.a::Nullable(Int64) ORDER BY 1,2
SELECT x.k, y.j.b.c::String FROM (SELECT * FROM documents WHERE 0) AS x FULL JOIN documents AS y ON x.j.a::Nullable(Int64) = y.j.a::Nullable(Int64) ORDER BY 1,2
SELECT j.a::Nullable(Int64) FROM (SELECT * FROM documents WHERE 0 UNION ALL SELECT * FROM documents) ORDER BY 1
SELECT j.a::Nullable(Int64) FROM (SELECT k, j FROM documents UNION ALL SELECT k, j FROM documents WHERE k > 1) ORDER BY 1
SELECT j.a::Nullable(Int64) FROM (SELECT j FROM documents UNION DISTINCT SELECT j FROM documents WHERE 0) ORDER BY 1
SELECT j.a::Nullable(Int64) FROM (SELECT DISTINCT j FROM documents) ORDER BY 1
SELECT j.a::Nullable(Int64) FROM (SELECT DISTINCT ON (k) * FROM documents) ORDER BY 1
SELECT j.a::Nullable(Int64), x FROM documents ARRAY JOIN [1,2] AS x WHERE 0
SELECT j.a::Nullable(Int64), x FROM (SELECT * FROM documents) ARRAY JOIN j.l::Array(Int64) AS x
SELECT j.a::Nullable(Int64), x FROM (SELECT * FROM documents WHERE 0) ARRAY JOIN j.l::Array(Int64) AS x
SELECT j.a::Nullable(Int64), x FROM documents LEFT ARRAY JOIN j.l::Array(Int64) AS x ORDER BY ALL
SELECT j.a::Nullable(Int64) FROM (SELECT * FROM documents ORDER BY k LIMIT 1)
SELECT j.a::Nullable(Int64) FROM (SELECT * FROM documents ORDER BY k LIMIT 0)
SELECT j.a::Nullable(Int64) FROM (SELECT * FROM documents ORDER BY k LIMIT 1 BY k)
SELECT j.a::Nullable(Int64), row_number() OVER (PARTITION BY j.b.c::String ORDER BY k) FROM documents WHERE 0
SELECT j.a::Nullable(Int64), r FROM (SELECT *, row_number() OVER (ORDER BY k) AS r FROM documents) WHERE 0
SELECT j.a::Nullable(Int64), r FROM (SELECT *, row_number() OVER (ORDER BY k) AS r FROM documents) ORDER BY r
SELECT any(j.a::Nullable(Int64)) FROM (SELECT * FROM documents WHERE k IN (SELECT number FROM numbers(0)))
SELECT k FROM documents WHERE j.a::Nullable(Int64) IN (SELECT j.a::Nullable(Int64) FROM documents WHERE 0)
SELECT k FROM documents WHERE j.a::Nullable(Int64) IN (SELECT j.a::Nullable(Int64) FROM documents WHERE k = 1)
SELECT k, (SELECT max(j.a::Nullable(Int64)) FROM documents AS y WHERE y.k = documents.k) FROM documents ORDER BY k
SELECT k, (SELECT max(j.a::Nullable(Int64)) FROM documents AS y WHERE y.k = documents.k AND 0) FROM documents ORDER BY k
SELECT k FROM documents WHERE EXISTS(SELECT 1 FROM documents AS y WHERE y.j.a::Nullable(Int64) = documents.j.a::Nullable(Int64)) ORDER BY k
WITH c AS (SELECT * FROM documents WHERE 0) SELECT j.a::Nullable(Int64) FROM c
WITH c AS (SELECT * FROM documents) SELECT a.j.a::Nullable(Int64), b.j.b.c::String FROM c AS a, c AS b WHERE a.k = b.k AND 0
SELECT j.a::Nullable(Int64) FROM (SELECT j AS j FROM (SELECT j FROM documents PREWHERE k = 1 WHERE 0))
SELECT j.b.c::String AS x, sum(k) FROM documents WHERE 0 GROUP BY GROUPING SETS ((x), ())
SELECT j FROM documents WHERE 0
SELECT max(j.a::Nullable(Int64)) OVER () FROM documents WHERE 0
SELECT argMax(j.a::Nullable(Int64), k) FROM documents WHERE k = 1 AND k = 2
SELECT j.a::Nullable(Int64) FROM documents AS x ANTI JOIN (SELECT * FROM documents WHERE 0) AS y USING (k) ORDER BY 1
SELECT x.j.a::Nullable(Int64), y.j.a::Nullable(Int64) FROM documents AS x ASOF JOIN (SELECT * FROM documents WHERE 0) AS y ON x.s = y.s AND x.k >= y.k
SELECT x.j.a::Nullable(Int64), y.j.a::Nullable(Int64) FROM documents AS x ASOF LEFT JOIN documents AS y ON x.s = y.s AND x.k >= y.k ORDER BY 1
SELECT j.a::Nullable(Int64) FROM documents AS x CROSS JOIN (SELECT 1 AS u WHERE 0) AS z
SELECT j.a::Nullable(Int64) AS f, k FROM documents WHERE 0 ORDER BY k WITH FILL FROM 1 TO 3
SELECT j.a::Nullable(Int64) AS f FROM (SELECT k, j FROM documents ORDER BY k WITH FILL FROM 0 TO 5) ORDER BY f
SELECT j.a::Nullable(Int64) FROM view(SELECT * FROM documents WHERE 0)
SELECT j.a::Nullable(Int64) FROM (SELECT * FROM documents QUALIFY row_number() OVER (ORDER BY k) = 1)
SELECT j.a::Nullable(Int64) FROM documents WHERE 0 HAVING 1
SELECT * FROM (SELECT j.a::Nullable(Int64) AS z FROM documents) WHERE z = 1 AND 0
SELECT count() FROM (SELECT * FROM documents) WHERE 0 AND j.a::Nullable(Int64) = 1
SELECT count() FROM (SELECT * FROM documents) WHERE j.a::Nullable(Int64) = 1 OR 1
SELECT j.a::Nullable(Int64) FROM null('j JSON')
SELECT JSONExtract('{"a":1.15}', 'a', 'Decimal(10,2)'), JSONExtract('{"a":12345678901234567890.12}', 'a', 'Decimal(38,2)'), JSONExtract('{"a":0.29}', 'a', 'Decimal(10,2)'), JSONExtract('{"a":-4.35}', 'a', 'Decimal(38,2)'), JSONExtract('{"a":1704067200.1155}', 'a', 'DateTime64(3)')
SELECT '{"a":"2020-01-01","b":["x","2020-01-01"],"c":{"2020-01-01 00:00:00":1}}'::JSON AS j, j.a SETTINGS session_timezone = 'America/New_York'
SELECT '{"a":"2020-01-01 00:00:00","b":["2020-01-01 00:00:00"]}'::JSON(a String, b Array(String)) AS j, j.a, j::String SETTINGS session_timezone = 'America/New_York'
