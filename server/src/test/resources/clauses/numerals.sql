# Numbers, series and primes, of which a condition leaves some
SELECT * FROM generate_series(9, 0, -1)
SELECT * FROM generate_series(0, 9, -1)
SELECT * FROM generate_series(9, 0, -3)
SELECT * FROM generate_series(-5, 5)
SELECT * FROM generate_series(-5, 5, 3)
SELECT toTypeName(generate_series) FROM generate_series(-5, 5, 3) limit 1
SELECT toTypeName(generate_series) FROM generate_series(9, 0, -1) limit 1
SELECT toTypeName(generate_series) FROM generate_series(0, 9, 1) limit 1
SELECT * FROM generate_series(5, -5, -2)
SELECT * FROM generate_series(5, -5)
SELECT * FROM generate_series(0, 10, 0)
SELECT * FROM generate_series(0, -10, 0)
SELECT * FROM generate_series(10, 10, -1)
SELECT * FROM generate_series(10, 10, 5)
SELECT * FROM generateSeries(3, 1, -1)
SELECT count() FROM generateSeries(-9223372036854775808, 9223372036854775807, 1000000000000000000)
SELECT * FROM generateSeries(-9223372036854775808, 9223372036854775807, 1000000000000000000)
SELECT * FROM generateSeries(9223372036854775807, -9223372036854775808, -1000000000000000000)
SELECT * FROM generateSeries(18446744073709551615, 18446744073709551610, -1)
SELECT * FROM generateSeries(18446744073709551610, 18446744073709551615)
SELECT * FROM generateSeries(18446744073709551610, 18446744073709551615, 2)
SELECT * FROM generateSeries(0, 18446744073709551615, 9223372036854775807)
SELECT * FROM generateSeries(-1, 18446744073709551615, 9223372036854775807)
SELECT * FROM generateSeries(0, 9223372036854775808, 9223372036854775807)
SELECT * FROM generateSeries(1.5, 3)
SELECT * FROM generateSeries(1.0, 3)
SELECT * FROM generateSeries(1, 3, -1.0)
SELECT * FROM generateSeries(NULL, 3)
SELECT * FROM generateSeries('1', 3)
SELECT * FROM generateSeries(1, 3, NULL)
SELECT * FROM generateSeries(toInt8(-3), toUInt8(3))
SELECT * FROM generateSeries(1)
SELECT * FROM generateSeries(1,2,3,4)
SELECT generate_series FROM generate_series(10, -10, -5) ORDER BY generate_series
SELECT generate_series FROM generate_series(10, -10, -5) WHERE generate_series > 0
SELECT sum(generate_series) FROM generate_series(10, -10, -5)
SELECT max(generate_series), min(generate_series), count() FROM generate_series(10000000, 1, -1)
SELECT * FROM generate_series(10, 1, -1) LIMIT 3
SELECT * FROM generate_series(10, 1, -9223372036854775808)
SELECT * FROM generate_series(-10, -20, -3)
SELECT * FROM generate_series(-20, -10, 3)
SELECT * FROM generate_series(toInt128(1), 3)
SELECT * FROM generate_series(true, 3)
SELECT * FROM generate_series(toDecimal32(1,0), 3)
SELECT * FROM generate_series(1, 5, 18446744073709551615)
SELECT * FROM generate_series(1+1, 2*3, intDiv(7,3))
SELECT * FROM generate_series(materialize(1), 3)
SELECT * FROM generate_series((SELECT 1), 3)
SELECT * FROM generate_series((SELECT 3), 1, -1)
SELECT number FROM numbers(5, 3, 2)
SELECT number FROM numbers(5, 10, 3)
SELECT number FROM numbers(0, 0, 1)
SELECT number FROM numbers(0, 5, 0)
SELECT number FROM numbers(-1)
SELECT number FROM numbers(1, -1)
SELECT number FROM numbers(1, 2, -1)
SELECT number FROM numbers(10, 5)
SELECT number FROM numbers(NULL)
SELECT number FROM numbers('5')
SELECT number FROM numbers(3.0)
SELECT number FROM numbers(3.5)
SELECT number FROM numbers(1e1)
SELECT number FROM numbers(true)
SELECT number FROM numbers(18446744073709551613, 5)
SELECT number FROM numbers(18446744073709551613, 50, 3) 
SELECT number FROM numbers(9223372036854775805, 5)
SELECT number FROM numbers(0, 18446744073709551615, 6148914691236517205)
SELECT number FROM numbers(18446744073709551615) LIMIT 2
SELECT number FROM numbers(5,5) LIMIT 2 OFFSET 2
SELECT number FROM numbers(1,2,3,4)
SELECT number FROM numbers_mt(3)
SELECT number FROM numbers() LIMIT 3
SELECT number FROM numbers_mt() LIMIT 3
SELECT count() FROM numbers(100) WHERE number BETWEEN 3 AND 9
SELECT * FROM system.numbers WHERE number BETWEEN 3 AND 9
SELECT * FROM system.numbers WHERE number < 4
SELECT * FROM system.numbers WHERE number <= 4 AND number % 2 = 0
SELECT * FROM system.numbers WHERE number IN (1, 5, 3)
SELECT * FROM system.numbers WHERE number = 7
SELECT number FROM numbers() WHERE number < 3 OR number = 10
SELECT number FROM numbers() WHERE number > 1000000000000 LIMIT 2
SELECT sum(number) FROM numbers() WHERE number < 10
SELECT number FROM numbers(10, 20, 5) WHERE number > 12 and number < 27
SELECT count() FROM system.numbers WHERE number > 5 AND number < 3
SELECT number FROM system.numbers_mt WHERE number < 3 ORDER BY number
SELECT zero FROM zeros(2)
SELECT count() FROM zeros_mt(3)
SELECT * FROM system.zeros LIMIT 2
SELECT * FROM system.zeros_mt LIMIT 2
SELECT number FROM numbers() WHERE number < 5 and number >= 2 order by number desc
SELECT n.number FROM numbers() AS n WHERE n.number < 3
SELECT number FROM (SELECT number FROM numbers() WHERE number < 4) WHERE number > 1
SELECT number FROM (SELECT number FROM system.numbers) WHERE number < 2
SELECT number AS x FROM numbers() WHERE x < 2
SELECT number FROM numbers() PREWHERE number < 2
SELECT number FROM numbers() WHERE 5 > number
SELECT number FROM numbers() WHERE number < 2.5
SELECT number FROM numbers() WHERE number < -1
SELECT generate_series FROM generate_series(0, 18446744073709551614) WHERE generate_series < 3
SELECT number FROM numbers(3, 20, 4) WHERE number IN (7, 8, 11, 100)
SELECT number FROM numbers(100) WHERE number != 50 AND number > 47 AND number < 53
SELECT count(), sum(number) FROM numbers(10000000) WHERE number != 5
SELECT count(), sum(number) FROM numbers(10000000) WHERE number < 10 OR number BETWEEN 3000000 AND 6000000 OR number > 9999990
SELECT number FROM numbers(10) WHERE number NOT IN (1,2,3)
SELECT number FROM numbers() WHERE number IN (1, 10, 1000000000000, 18446744073709551615)
SELECT number FROM numbers(10) WHERE number IN (NULL)
SELECT number FROM numbers(10) WHERE number = NULL
SELECT number FROM numbers(10) WHERE NOT (number > 3)
SELECT number FROM numbers() WHERE number < 3 LIMIT 1
SELECT number FROM numbers(10) WHERE number < 3 UNION ALL SELECT number FROM numbers(3) WHERE number = 2 ORDER BY number
SELECT sum(a.number) FROM numbers(10) AS a JOIN numbers(20) AS b ON a.number = b.number WHERE b.number > 5
SELECT number FROM numbers(5) WHERE number > 1 SETTINGS max_rows_to_read = 3
SELECT prime FROM primes() WHERE prime < 30
SELECT prime FROM primes() WHERE prime IN (0, 2, 5, 6, 97, 98)
SELECT prime FROM primes() WHERE prime BETWEEN 2 AND 4 OR prime BETWEEN 5 AND 7 OR prime = 131071 OR prime = 131101
SELECT count() FROM primes() WHERE prime BETWEEN 131000 AND 131200
SELECT count(), sum(prime) FROM primes() WHERE prime < 1000000
SELECT * FROM system.primes WHERE prime < 12
SELECT prime FROM primes(5) WHERE prime > 3
SELECT prime FROM primes(2, 5) WHERE prime > 7
SELECT prime FROM primes(2, 5, 2) WHERE prime > 7
SELECT prime FROM primes(2, 5, 2)
SELECT count() FROM primes(1000)
SELECT max(prime) FROM primes(100000)
SELECT prime FROM primes(0)
SELECT prime FROM primes(3, 0)
SELECT prime FROM primes(1,2,0)
SELECT prime FROM primes(-1)
SELECT prime FROM primes('2')
SELECT prime FROM primes(1,2,3,4)
SELECT prime FROM primes() WHERE prime > 100 LIMIT 3
SELECT prime FROM primes() WHERE prime = 4
SELECT prime FROM primes() WHERE prime = 2
SELECT prime FROM primes() WHERE prime < 2
SELECT prime FROM primes() WHERE prime >= 131071 LIMIT 3
SELECT prime FROM primes() WHERE prime >= 131075 LIMIT 3
SELECT prime FROM primes() WHERE prime > 20 AND prime < 50 ORDER BY prime DESC
SELECT toTypeName(prime) FROM primes(1)
