SELECT number FROM loop(numbers(3)) LIMIT 8
SELECT * FROM loop(numbers(1, 3)) LIMIT 2, 5
SELECT count() FROM (SELECT * FROM loop(numbers(10)) LIMIT 1005)
SELECT sum(number) FROM (SELECT number FROM loop(numbers(10)) LIMIT 1005)
SELECT number, count() FROM (SELECT number FROM loop(numbers(3)) LIMIT 100) GROUP BY number ORDER BY number
SELECT number FROM loop(numbers(5)) WHERE number > 2 LIMIT 5
SELECT toTypeName(number), * FROM loop(numbers(2)) LIMIT 3
SELECT l.number FROM loop(numbers(2)) AS l LIMIT 3
SELECT * FROM loop()
SELECT * FROM loop(1) LIMIT 1
SELECT * FROM loop(absent_table) LIMIT 1
SELECT * FROM loop(absent_function()) LIMIT 1
SELECT id FROM loop(t1) WHERE id < 3 LIMIT 0
SELECT count() FROM (SELECT * FROM loop(t1) LIMIT 1000)
