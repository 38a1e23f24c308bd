# What a query may read, hold and return, and what happens then. Blocks are of one size on both houses, so that what a limit
# that breaks leaves is the same rows.
# reading
SELECT count(), sum(number) FROM numbers(20000) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_read = 4096, read_overflow_mode = 'break'
SELECT count(), sum(number) FROM numbers(20000) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_read = 4097, read_overflow_mode = 'break'
SELECT count(), sum(number) FROM numbers(20000) SETTINGS max_threads = 1, max_block_size = 4096, max_bytes_to_read = 40000, read_overflow_mode = 'break'
SELECT count(), sum(a.number) FROM numbers(20000) AS a JOIN numbers(20000) AS b ON a.number = b.number SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_read = 1000, read_overflow_mode = 'break'
SELECT count() FROM numbers(20000) WHERE number IN (SELECT number FROM numbers(10000)) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_read = 4096, read_overflow_mode = 'break'
SELECT (SELECT sum(number) FROM numbers(9000)) AS s, sum(number) FROM numbers(20000) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_read = 5000, read_overflow_mode = 'break'
SELECT count() > 0, max(number) > 0 FROM numbers(100000) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_read = 1000
SELECT sum(number) FROM numbers(100000) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_read = 1000
SELECT sum(number) FROM numbers(100000) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_read = 100000
SELECT count() > 0, max(number) > 0 FROM numbers(1000000) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_read = 1000, read_overflow_mode = 'break'
SELECT sum(number) FROM numbers(1000000) SETTINGS max_threads = 1, max_block_size = 4096, max_bytes_to_read = 1000
SELECT max(number) > 0 FROM numbers(1000000) SETTINGS max_threads = 1, max_block_size = 4096, max_bytes_to_read = 1000, read_overflow_mode = 'break'
SELECT number FROM numbers(1000000) WHERE number % 1000 = 0 LIMIT 2 SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_read = 1000, read_overflow_mode = 'break'
# grouping
SELECT count(), sum(c), sum(k) FROM (SELECT number % 7000 AS k, count() AS c FROM numbers(50000) GROUP BY k) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_group_by = 4096, group_by_overflow_mode = 'break'
SELECT count(), sum(c), sum(k) FROM (SELECT number % 7000 AS k, count() AS c FROM numbers(50000) GROUP BY k) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_group_by = 4097, group_by_overflow_mode = 'any'
SELECT k, count() AS c FROM (SELECT toString(number % 6000) AS k FROM numbers(50000)) GROUP BY k WITH TOTALS ORDER BY k LIMIT 3 SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_group_by = 1000, group_by_overflow_mode = 'break'
SELECT number % 5000 AS k, count() AS c FROM numbers(100000) GROUP BY k ORDER BY k LIMIT 3 SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_group_by = 1000, group_by_overflow_mode = 'throw'
SELECT count(), sum(c) FROM (SELECT number % 7000 AS k, count() AS c FROM numbers(50000) GROUP BY k) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_group_by = 5000, group_by_overflow_mode = 'throw'
SELECT count() FROM (SELECT number AS k, count() FROM numbers(3000) GROUP BY k) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_group_by = 3000, group_by_overflow_mode = 'throw'
SELECT number % 5000 AS k, count() AS c FROM numbers(100000) GROUP BY k ORDER BY k LIMIT 3 SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_group_by = 1000, group_by_overflow_mode = 'break'
SELECT count(), sum(c) FROM (SELECT number % 7000 AS k, count() AS c FROM numbers(50000) GROUP BY k) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_group_by = 5000, group_by_overflow_mode = 'break'
SELECT count() FROM (SELECT number AS k, count() FROM numbers(3000) GROUP BY k) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_group_by = 3000, group_by_overflow_mode = 'break'
SELECT number % 5000 AS k, count() AS c FROM numbers(100000) GROUP BY k ORDER BY k LIMIT 3 SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_group_by = 1000, group_by_overflow_mode = 'any'
SELECT count(), sum(c) FROM (SELECT number % 7000 AS k, count() AS c FROM numbers(50000) GROUP BY k) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_group_by = 5000, group_by_overflow_mode = 'any'
SELECT count() FROM (SELECT number AS k, count() FROM numbers(3000) GROUP BY k) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_group_by = 3000, group_by_overflow_mode = 'any'
# sorting
SELECT number % 7000 AS x FROM numbers(20000) ORDER BY x DESC SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_sort = 4096, sort_overflow_mode = 'break'
SELECT number % 7000 AS x FROM numbers(20000) ORDER BY x DESC LIMIT 5 SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_sort = 10, sort_overflow_mode = 'break'
SELECT count(), sum(x) FROM (SELECT number % 7000 AS x FROM numbers(20000) ORDER BY x DESC LIMIT 9000) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_sort = 4097, sort_overflow_mode = 'break'
SELECT sum(y) FROM (SELECT sum(number) OVER (PARTITION BY number % 3 ORDER BY number DESC) AS y FROM numbers(20000)) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_sort = 1000, sort_overflow_mode = 'break'
SELECT number FROM numbers(20000) ORDER BY number DESC LIMIT 5 SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_sort = 1000, sort_overflow_mode = 'throw'
SELECT number FROM numbers(20000) ORDER BY number DESC SETTINGS max_threads = 1, max_block_size = 4096, max_bytes_to_sort = 1000, sort_overflow_mode = 'throw'
SELECT number FROM numbers(20000) ORDER BY number DESC LIMIT 5 SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_sort = 1000, sort_overflow_mode = 'break'
# distinct rows
SELECT count(), sum(x) FROM (SELECT DISTINCT number % 7000 AS x, toString(x % 10) FROM numbers(20000)) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_distinct = 4096, distinct_overflow_mode = 'break'
SELECT count() FROM (SELECT DISTINCT number FROM numbers(20000)) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_distinct = 1000, distinct_overflow_mode = 'throw'
SELECT count() FROM (SELECT DISTINCT number % 1000 FROM numbers(20000)) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_distinct = 1000, distinct_overflow_mode = 'throw'
SELECT count() FROM (SELECT DISTINCT number % 5000 FROM numbers(20000)) SETTINGS max_threads = 1, max_block_size = 4096, max_bytes_in_distinct = 1000, distinct_overflow_mode = 'throw'
SELECT count() FROM (SELECT DISTINCT number FROM numbers(20000)) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_distinct = 1000, distinct_overflow_mode = 'break'
SELECT count() FROM (SELECT DISTINCT number % 1000 FROM numbers(20000)) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_distinct = 1000, distinct_overflow_mode = 'break'
# sets
SELECT count() FROM numbers(100) WHERE number IN (SELECT number FROM numbers(10000)) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_set = 1000
SELECT count() FROM numbers(100) WHERE number IN (SELECT number % 1000 FROM numbers(10000)) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_set = 1000
SELECT count() FROM numbers(100) WHERE number IN (SELECT nullIf(number % 5, 2) FROM numbers(1000)) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_set = 4
SELECT count() FROM numbers(100) WHERE number NOT IN (SELECT nullIf(number % 5, 2) FROM numbers(1000)) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_set = 3
SELECT count() FROM numbers(10) WHERE (number, number) IN (SELECT number, number FROM numbers(1000)) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_set = 999
SELECT count() FROM numbers(10) WHERE number IN (1, 2, 3) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_set = 2
SELECT count() FROM numbers(10) WHERE number IN (1, 2, 2) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_set = 2
SELECT count() FROM numbers(10) WHERE (number, number) IN ((1, 1), (1, 1), (2, 2)) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_set = 2
SELECT count() FROM numbers(10) WHERE number IN (NULL, 1, 2, 3) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_set = 3
# joins
SELECT count(), sum(a.number), sum(b.number) FROM numbers(20000) AS a LEFT JOIN numbers(20000) AS b ON a.number = b.number SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_join = 4096, join_overflow_mode = 'break', join_algorithm = 'hash'
SELECT count(), sum(a.number), sum(b.number) FROM numbers(20000) AS a  JOIN numbers(20000) AS b ON a.number = b.number SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_join = 4097, join_overflow_mode = 'break', join_algorithm = 'hash'
SELECT count(), sum(a.number), sum(b.number) FROM numbers(20000) AS a ANY LEFT JOIN numbers(20000) AS b ON a.number = b.number SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_join = 10, join_overflow_mode = 'break', join_algorithm = 'default'
SELECT count(), sum(a.number), sum(b.number) FROM numbers(20000) AS a  JOIN numbers(20000) AS b ON a.number = b.number SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_join = 10, join_overflow_mode = 'break', join_algorithm = 'parallel_hash'
SELECT count(), sum(a.number), sum(b.number) FROM numbers(20000) AS a  JOIN numbers(20000) AS b ON a.number = b.number SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_join = 10, join_overflow_mode = 'throw', join_algorithm = 'parallel_hash'
SELECT count(), sum(a.number), sum(b.number) FROM numbers(20000) AS a  JOIN numbers(20000) AS b ON a.number = b.number SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_join = 10, join_overflow_mode = 'throw', join_algorithm = 'partial_merge'
SELECT count(), sum(a.number), sum(b.number) FROM numbers(20000) AS a LEFT JOIN numbers(20000) AS b ON a.number = b.number SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_join = 10, join_overflow_mode = 'break', join_algorithm = 'full_sorting_merge'
SELECT count(), sum(a.number), sum(b.number) FROM numbers(20000) AS a  JOIN numbers(20000) AS b ON a.number = b.number SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_join = 10, join_overflow_mode = 'break', join_algorithm = 'parallel_hash,hash'
SELECT count() FROM numbers(100) AS a CROSS JOIN numbers(5000) AS b SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_join = 10, join_overflow_mode = 'throw'
SELECT count() FROM numbers(100) AS a CROSS JOIN numbers(5000) AS b SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_join = 10, join_overflow_mode = 'break'
SELECT count() FROM numbers(10) AS a JOIN numbers(20000) AS b ON a.number = b.number SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_join = 1000, join_overflow_mode = 'throw'
SELECT count() FROM numbers(10) AS a JOIN numbers(1000) AS b ON a.number = b.number SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_join = 1000, join_overflow_mode = 'throw'
SELECT count() FROM numbers(10) AS a JOIN numbers(20000) AS b ON a.number = b.number SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_join = 1000, join_overflow_mode = 'break'
SELECT count() FROM numbers(10) AS a JOIN numbers(1000) AS b ON a.number = b.number SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_join = 1000, join_overflow_mode = 'break'
SELECT count() FROM numbers(10) AS a JOIN numbers(20000) AS b ON a.number = b.number SETTINGS max_threads = 1, max_block_size = 4096, max_bytes_in_join = 1000
# results
SELECT number % 2000 AS k, count() FROM numbers(20000) GROUP BY k WITH TOTALS ORDER BY k SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 10, result_overflow_mode = 'break'
SELECT number FROM numbers(20000) SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 10, result_overflow_mode = 'throw'
SELECT number FROM numbers(20000) ORDER BY number SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 5000, result_overflow_mode = 'throw'
SELECT number FROM numbers(20000) SETTINGS max_threads = 1, max_block_size = 4096, max_result_bytes = 10, result_overflow_mode = 'throw'
SELECT count() FROM (SELECT number FROM numbers(100)) SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 10, result_overflow_mode = 'throw'
SELECT number % 3 AS k, count() FROM numbers(100) GROUP BY k ORDER BY k SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 2, result_overflow_mode = 'throw'
SELECT number FROM numbers(100) SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 100, result_overflow_mode = 'throw'
SELECT number FROM numbers(20000) SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 10, result_overflow_mode = 'break'
SELECT number FROM numbers(20000) ORDER BY number SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 5000, result_overflow_mode = 'break'
SELECT count() FROM (SELECT number FROM numbers(100)) SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 10, result_overflow_mode = 'break'
SELECT number % 3 AS k, count() FROM numbers(100) GROUP BY k ORDER BY k SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 2, result_overflow_mode = 'break'
SELECT number FROM numbers(100) SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 100, result_overflow_mode = 'break'
# time
SELECT max(cityHash64(number)) > 0 FROM numbers(10000000000) SETTINGS max_threads = 1, max_block_size = 4096, max_execution_time = 0.1, timeout_overflow_mode = 'throw'
# memory
SELECT uniqExact(cityHash64(number)) FROM numbers(1000000) SETTINGS max_threads = 1, max_block_size = 4096, max_memory_usage = 1000000
# from the end, and shares of all rows
SELECT number FROM numbers(10) LIMIT -3
SELECT number FROM numbers(10) LIMIT -3 OFFSET -2
SELECT number FROM numbers(10) OFFSET -3
SELECT number FROM numbers(10) LIMIT 3 OFFSET -2
SELECT number FROM numbers(10) LIMIT -3 OFFSET 2
SELECT number FROM numbers(10) LIMIT -20
SELECT number FROM numbers(10) LIMIT -20 OFFSET -3
SELECT number FROM numbers(10) LIMIT -3 OFFSET -20
SELECT number FROM numbers(10) OFFSET -20
SELECT number FROM numbers(10) LIMIT 0.3
SELECT number FROM numbers(10) LIMIT 0.25
SELECT number FROM numbers(30) LIMIT 0.1
SELECT count() FROM (SELECT number FROM numbers(30) LIMIT 0.1)
SELECT number FROM numbers(10) LIMIT 0.3 OFFSET 0.2
SELECT number FROM numbers(10) LIMIT 0.3 OFFSET 2
SELECT number FROM numbers(10) LIMIT 3 OFFSET 0.25
SELECT number FROM numbers(10) OFFSET 0.5
SELECT number FROM numbers(10) OFFSET 0.55
SELECT number FROM numbers(10) LIMIT -3 OFFSET 0.5
SELECT number FROM numbers(10) LIMIT 0.5 OFFSET -3
SELECT number FROM numbers(10) LIMIT -0.5
SELECT number FROM numbers(10) OFFSET -0.5
SELECT number FROM numbers(10) LIMIT 1.5
SELECT number FROM numbers(10) LIMIT 1.0
SELECT number FROM numbers(10) LIMIT 2.0
SELECT number FROM numbers(10) LIMIT 0.0
SELECT number FROM numbers(10) LIMIT -1.0
SELECT number FROM numbers(10) OFFSET 1.0
SELECT number FROM numbers(10) LIMIT 0.999999
SELECT number FROM numbers(10) LIMIT 1e-9
SELECT number FROM numbers(0) LIMIT 0.5
SELECT number FROM numbers(0) LIMIT -5
SELECT number FROM numbers(10) ORDER BY number % 3, number LIMIT -4
SELECT number FROM numbers(10) ORDER BY number DESC LIMIT 0.2
SELECT number % 3 AS m FROM numbers(10) ORDER BY m LIMIT 0.2 WITH TIES
SELECT number % 3 AS m FROM numbers(10) ORDER BY m LIMIT 1 OFFSET 0.3 WITH TIES
SELECT number % 3 AS m FROM numbers(10) ORDER BY m LIMIT 0.1 OFFSET 0.3 WITH TIES
SELECT number % 3 AS m FROM numbers(10) ORDER BY m LIMIT 0.1 OFFSET 2 WITH TIES
SELECT number FROM numbers(10) LIMIT 0.5 BY number % 3
SELECT number FROM numbers(10) LIMIT toDecimal32(0.5, 2)
SELECT number FROM numbers(10) LIMIT 0.5::Float32
SELECT number FROM numbers(10) LIMIT nan
SELECT number FROM numbers(10) LIMIT inf
SELECT number FROM numbers(10) LIMIT NULL
SELECT number FROM numbers(10) LIMIT 'a'
SELECT number FROM numbers(10) LIMIT -9223372036854775808
SELECT number FROM numbers(10) LIMIT 18446744073709551615
SELECT number FROM numbers(10) LIMIT -2, -3
SELECT number FROM numbers(10) LIMIT 0.1, 0.2
SELECT count() FROM (SELECT number FROM numbers(100000) LIMIT -12345)
SELECT sum(number) FROM (SELECT number FROM numbers(100000) LIMIT -12345 OFFSET -7)
SELECT sum(number) FROM (SELECT number FROM numbers(100000) LIMIT 0.37)
SELECT sum(number), count() FROM (SELECT number FROM numbers(100000) LIMIT 0.37 OFFSET 0.11)
SELECT sum(number), count() FROM (SELECT number FROM numbers(100000) OFFSET -77777)
SELECT sum(number), count() FROM (SELECT number FROM numbers(100000) OFFSET 0.7)
SELECT a FROM (SELECT 1 AS a UNION ALL SELECT 2 UNION ALL SELECT 3) ORDER BY a LIMIT -1
SELECT number % 2 AS k, count() FROM numbers(10) GROUP BY k WITH TOTALS ORDER BY k LIMIT -1
SELECT number % 2 AS k, count() FROM numbers(10) GROUP BY k WITH TOTALS ORDER BY k LIMIT 0.5
SELECT number FROM numbers(10) WHERE number IN (SELECT number FROM numbers(20) LIMIT -15) ORDER BY number
SELECT (SELECT number FROM numbers(5) LIMIT -1)
SELECT number FROM numbers(10) LIMIT -0
SELECT number FROM numbers(10) OFFSET -0
SELECT number FROM numbers(10) LIMIT 0 OFFSET -1
SELECT number FROM numbers(10) LIMIT 0 OFFSET 0.5
SELECT number FROM numbers(10) LIMIT 0.5 OFFSET 0
SELECT number FROM numbers(10) LIMIT -5 OFFSET 0
SELECT number FROM numbers(10) LIMIT 1 + 1
SELECT number FROM numbers(10) LIMIT 1 - 3
SELECT number FROM numbers(10) LIMIT 1 / 2
SELECT 'a' AS s FROM numbers(3) LIMIT -2
SELECT DISTINCT number % 3 AS x FROM numbers(10) ORDER BY x LIMIT -2
SELECT number FROM numbers(10) ORDER BY number LIMIT 1 BY number LIMIT -2
SELECT number FROM numbers(10) LIMIT -3 OFFSET 9
SELECT number FROM numbers(10) LIMIT -3 OFFSET 8
SELECT number FROM numbers(10) LIMIT -3 OFFSET 20
SELECT number FROM numbers(200000) ORDER BY number LIMIT -100000 OFFSET 199998
select number from system.numbers order by number limit 0
select count() from system.numbers limit 0
select number, count() from system.numbers group by number order by number limit 0
select throwIf(number >= 0) from numbers(3) limit 0
select count() from (select number from system.numbers order by number desc limit 0)
select number % 3 as k, count() from numbers(10) group by k with totals order by k limit 0
select * from (select number from numbers(3) limit 0) as a full join (select number + 1 as number from numbers(2)) as b using number order by number
# The settings limit and offset
SELECT k FROM a ORDER BY v SETTINGS limit = 2
SELECT k FROM a ORDER BY v SETTINGS offset = 1
SELECT k FROM a ORDER BY v SETTINGS limit = 2, offset = 1
SELECT k FROM a ORDER BY v LIMIT 3 SETTINGS limit = 2
SELECT k FROM a ORDER BY v LIMIT 1 SETTINGS limit = 2
SELECT k FROM a ORDER BY v LIMIT 3 SETTINGS offset = 1
SELECT k FROM a ORDER BY v LIMIT 3 SETTINGS offset = 4
SELECT k FROM a ORDER BY v LIMIT 3 SETTINGS limit = 2, offset = 1
SELECT k FROM a ORDER BY v LIMIT 3 OFFSET 1 SETTINGS limit = 2, offset = 1
SELECT k FROM a ORDER BY v LIMIT 3 OFFSET 1 SETTINGS limit = 2
SELECT k FROM a ORDER BY v LIMIT 3 OFFSET 1 SETTINGS offset = 2
SELECT k FROM a ORDER BY v OFFSET 1 ROWS SETTINGS offset = 2
SELECT k FROM a ORDER BY v OFFSET 1 ROWS SETTINGS limit = 2
SELECT k FROM a ORDER BY k LIMIT 3 WITH TIES SETTINGS limit = 2
SELECT k FROM a ORDER BY k LIMIT 3 WITH TIES SETTINGS limit = 3
SELECT k FROM a ORDER BY k LIMIT 3 WITH TIES SETTINGS limit = 4
SELECT k FROM a ORDER BY k LIMIT 3 WITH TIES SETTINGS offset = 1
SELECT k FROM a ORDER BY k LIMIT 1 BY k SETTINGS limit = 2
SELECT k FROM (SELECT k FROM a ORDER BY v) SETTINGS limit = 2
SELECT count() FROM (SELECT k FROM a ORDER BY v) SETTINGS limit = 2
SELECT count() FROM (SELECT k FROM a ORDER BY v SETTINGS limit = 2)
SELECT count() FROM (SELECT k FROM a ORDER BY v SETTINGS offset = 2) SETTINGS limit = 2
SELECT k FROM (SELECT k, v FROM a ORDER BY v SETTINGS offset = 2) ORDER BY v SETTINGS limit = 2
SELECT 1 AS x UNION ALL SELECT 1 SETTINGS limit = 1
SELECT 1 AS x UNION ALL SELECT 1 UNION ALL SELECT 1 SETTINGS offset = 1
(SELECT number FROM numbers(3) SETTINGS limit = 1) UNION ALL SELECT 7
SELECT * FROM (SELECT number FROM numbers(3) UNION ALL SELECT 7 SETTINGS limit = 2) ORDER BY 1
SELECT number FROM numbers(3) INTERSECT SELECT number FROM numbers(3) SETTINGS limit = 2
SELECT count() FROM a SETTINGS limit = 1, offset = 1
SELECT k, count() FROM a GROUP BY k WITH TOTALS ORDER BY k SETTINGS limit = 1
SELECT k, (SELECT count() FROM b SETTINGS limit = 1) FROM a ORDER BY k SETTINGS limit = 2
SELECT k, k IN (SELECT k FROM b) FROM a ORDER BY k SETTINGS limit = 2
WITH w AS (SELECT k, v FROM a) SELECT k FROM w ORDER BY v SETTINGS limit = 2
SELECT k, v FROM a ORDER BY v LIMIT 2 SETTINGS limit = 0
SELECT DISTINCT k FROM a ORDER BY k SETTINGS limit = 2
SELECT x.k FROM a AS x JOIN b AS y ON x.k = y.k ORDER BY y.w SETTINGS limit = 2, offset = 1
SELECT v FROM va ORDER BY v SETTINGS limit = 2
SELECT v FROM va ORDER BY v LIMIT 4 SETTINGS limit = 2
SELECT number FROM numbers(3) WHERE number < 2 LIMIT 1 SETTINGS limit = 5, offset = 1
SELECT number FROM numbers(3) SETTINGS offset = 18446744073709551616
