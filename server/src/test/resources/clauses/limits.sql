# What a query may read, hold and return, and what happens then. Blocks are of one size on both houses, so that what a limit
# that breaks leaves is the same rows.
# reading
SELECT count() > 0, max(number) > 0 FROM numbers(100000) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_read = 1000
SELECT sum(number) FROM numbers(100000) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_read = 1000
SELECT sum(number) FROM numbers(100000) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_read = 100000
SELECT count() > 0, max(number) > 0 FROM numbers(1000000) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_read = 1000, read_overflow_mode = 'break'
SELECT sum(number) FROM numbers(1000000) SETTINGS max_threads = 1, max_block_size = 4096, max_bytes_to_read = 1000
SELECT max(number) > 0 FROM numbers(1000000) SETTINGS max_threads = 1, max_block_size = 4096, max_bytes_to_read = 1000, read_overflow_mode = 'break'
SELECT number FROM numbers(1000000) WHERE number % 1000 = 0 LIMIT 2 SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_read = 1000, read_overflow_mode = 'break'
# grouping
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
SELECT number FROM numbers(20000) ORDER BY number DESC LIMIT 5 SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_sort = 1000, sort_overflow_mode = 'throw'
SELECT number FROM numbers(20000) ORDER BY number DESC SETTINGS max_threads = 1, max_block_size = 4096, max_bytes_to_sort = 1000, sort_overflow_mode = 'throw'
SELECT number FROM numbers(20000) ORDER BY number DESC LIMIT 5 SETTINGS max_threads = 1, max_block_size = 4096, max_rows_to_sort = 1000, sort_overflow_mode = 'break'
SELECT number FROM numbers(20000) ORDER BY number DESC SETTINGS max_threads = 1, max_block_size = 4096, max_bytes_to_sort = 1000, sort_overflow_mode = 'break'
# distinct rows
SELECT count() FROM (SELECT DISTINCT number FROM numbers(20000)) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_distinct = 1000, distinct_overflow_mode = 'throw'
SELECT count() FROM (SELECT DISTINCT number % 1000 FROM numbers(20000)) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_distinct = 1000, distinct_overflow_mode = 'throw'
SELECT count() FROM (SELECT DISTINCT number % 5000 FROM numbers(20000)) SETTINGS max_threads = 1, max_block_size = 4096, max_bytes_in_distinct = 1000, distinct_overflow_mode = 'throw'
SELECT count() FROM (SELECT DISTINCT number FROM numbers(20000)) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_distinct = 1000, distinct_overflow_mode = 'break'
SELECT count() FROM (SELECT DISTINCT number % 1000 FROM numbers(20000)) SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_distinct = 1000, distinct_overflow_mode = 'break'
SELECT count() FROM (SELECT DISTINCT number % 5000 FROM numbers(20000)) SETTINGS max_threads = 1, max_block_size = 4096, max_bytes_in_distinct = 1000, distinct_overflow_mode = 'break'
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
SELECT count() FROM numbers(10) AS a JOIN numbers(20000) AS b ON a.number = b.number SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_join = 1000, join_overflow_mode = 'throw'
SELECT count() FROM numbers(10) AS a JOIN numbers(1000) AS b ON a.number = b.number SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_join = 1000, join_overflow_mode = 'throw'
SELECT count() FROM numbers(10) AS a JOIN numbers(20000) AS b ON a.number = b.number SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_join = 1000, join_overflow_mode = 'break'
SELECT count() FROM numbers(10) AS a JOIN numbers(1000) AS b ON a.number = b.number SETTINGS max_threads = 1, max_block_size = 4096, max_rows_in_join = 1000, join_overflow_mode = 'break'
SELECT count() FROM numbers(10) AS a JOIN numbers(20000) AS b ON a.number = b.number SETTINGS max_threads = 1, max_block_size = 4096, max_bytes_in_join = 1000
# results
SELECT number FROM numbers(20000) SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 10, result_overflow_mode = 'throw'
SELECT number FROM numbers(20000) ORDER BY number SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 5000, result_overflow_mode = 'throw'
SELECT number FROM numbers(20000) SETTINGS max_threads = 1, max_block_size = 4096, max_result_bytes = 10, result_overflow_mode = 'throw'
SELECT count() FROM (SELECT number FROM numbers(100)) SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 10, result_overflow_mode = 'throw'
SELECT number % 3 AS k, count() FROM numbers(100) GROUP BY k ORDER BY k SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 2, result_overflow_mode = 'throw'
SELECT number FROM numbers(100) SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 100, result_overflow_mode = 'throw'
SELECT number FROM numbers(20000) SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 10, result_overflow_mode = 'break'
SELECT number FROM numbers(20000) ORDER BY number SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 5000, result_overflow_mode = 'break'
SELECT number FROM numbers(20000) SETTINGS max_threads = 1, max_block_size = 4096, max_result_bytes = 10, result_overflow_mode = 'break'
SELECT count() FROM (SELECT number FROM numbers(100)) SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 10, result_overflow_mode = 'break'
SELECT number % 3 AS k, count() FROM numbers(100) GROUP BY k ORDER BY k SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 2, result_overflow_mode = 'break'
SELECT number FROM numbers(100) SETTINGS max_threads = 1, max_block_size = 4096, max_result_rows = 100, result_overflow_mode = 'break'
# time
SELECT max(cityHash64(number)) > 0 FROM numbers(10000000000) SETTINGS max_threads = 1, max_block_size = 4096, max_execution_time = 0.1, timeout_overflow_mode = 'throw'
# memory
SELECT uniqExact(number) FROM numbers(1000000) SETTINGS max_threads = 1, max_block_size = 4096, max_memory_usage = 1000000
