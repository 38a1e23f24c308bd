# arrays of constants in brackets, which are one value, and as calls
SELECT array(5, 'five') AS x, toTypeName(x)
SELECT toTypeName([5, 'five']), length([5, 'five', NULL])
SELECT [5, 'five']
SELECT [5, 'five'] AS x, length(x)
SELECT ([5, 'five'], 1)
SELECT [5, 'five'][2], [[5], ['five']][1]
SELECT [[5], ['five']]
SELECT toTypeName([[5], ['five']])
SELECT arrayMap(x -> [5, 'five'], [1])
SELECT any([5, 'five']) FROM system.one
SELECT tuple([5, 'five']), map('k', [5, 'five'])
SELECT CAST([5, 'five'], 'Array(String)')
SELECT arrayMap(x -> variantType(x), array(5, 'five', 2.5))
SELECT array(number, toString(number)) AS x, toTypeName(x) FROM numbers(2) ORDER BY number
SELECT array(-1, 18446744073709551615) AS x, toTypeName(x)
SELECT array(true, 'no') AS x, toTypeName(x)
# sizes of arrays by their depth
CREATE TABLE deep (a Array(Array(Array(UInt32))), t Array(Tuple(x Array(UInt8), y String)), n Nested(p Array(String), q UInt8), m Map(String, Array(UInt8))) ENGINE = MergeTree ORDER BY tuple()
INSERT INTO deep VALUES ([[[5, 6], [7]], []], [([1, 2], 'a'), ([], 'b')], [['a'], ['b', 'c']], [1, 2], {'k': [1, 2]}), ([], [], [], [], {})
SELECT a.size0, a.size1, a.size2, toTypeName(a.size2) FROM deep ORDER BY a.size0
SELECT a.size3 FROM deep
SELECT t.size0, t.x.size1 FROM deep ORDER BY t.size0
SELECT n.p.size0, n.p.size1 FROM deep ORDER BY n.p.size0
SELECT m.values.size1 FROM deep ORDER BY m.size0
SELECT getSubcolumn(a, 'size1') AS s FROM deep ORDER BY s
SELECT a.size1 FROM deep WHERE a.size1[1] = 2
# intervals from one unit to another
SELECT INTERVAL '7:45' HOUR TO MINUTE AS x, toTypeName(x)
SELECT INTERVAL '-7:45' HOUR TO MINUTE, INTERVAL '+7:45' HOUR TO MINUTE
SELECT INTERVAL '7:45:09' HOUR TO SECOND, INTERVAL '45:09' MINUTE TO SECOND
SELECT INTERVAL '4 7' DAY TO HOUR, INTERVAL '4 07:45' DAY TO MINUTE, INTERVAL '-4 7:45:9' DAY TO SECOND
SELECT INTERVAL '3-11' YEAR TO MONTH AS x, toTypeName(x)
SELECT toDateTime('2024-02-29 10:00:00', 'UTC') + INTERVAL '7:45' HOUR TO MINUTE
SELECT toDateTime('2024-02-29 10:00:00', 'UTC') - INTERVAL '1-2' YEAR TO MONTH
SELECT INTERVAL '7:60' HOUR TO MINUTE
SELECT INTERVAL '3-12' YEAR TO MONTH
SELECT INTERVAL '7' HOUR TO MINUTE
SELECT INTERVAL '7:45' MINUTE TO HOUR
SELECT INTERVAL '7:45.5' MINUTE TO SECOND
SELECT INTERVAL ' 7:45' HOUR TO MINUTE
SELECT INTERVAL '3-1' QUARTER TO MONTH
SELECT INTERVAL 7 HOUR TO MINUTE
EXPLAIN SYNTAX SELECT INTERVAL '-7:45' HOUR TO MINUTE
# moving sums of decimals and wide integers
SELECT groupArrayMovingSum(x), groupArrayMovingSum(3)(x), groupArrayMovingAvg(x) AS a, toTypeName(a), groupArrayMovingAvg(2)(x) FROM (SELECT toDecimal32(number * 3 + 0.55, 2) * if(number % 3 = 0, -1, 1) AS x FROM numbers(9))
SELECT groupArrayMovingSum(x), groupArrayMovingSum(3)(x), groupArrayMovingAvg(x) AS a, toTypeName(a), groupArrayMovingAvg(2)(x) FROM (SELECT toDecimal256(number * 3 + 0.55, 5) AS x FROM numbers(9))
SELECT groupArrayMovingSum(x), groupArrayMovingSum(3)(x), toTypeName(groupArrayMovingSum(x)) FROM (SELECT toInt128(number) * -5 AS x FROM numbers(9))
SELECT groupArrayMovingSum(toUInt256(number)), groupArrayMovingSum(toNullable(toDecimal64(number, 1))) FROM numbers(5)
SELECT hex(groupArrayMovingSumState(toDecimal32(number, 1))), hex(groupArrayMovingAvgState(toDecimal128(number, 1))) FROM numbers(3)
SELECT number % 2 AS k, groupArrayMovingSum(toDecimal32(number, 1)) FROM numbers(8) GROUP BY k ORDER BY k
# parts of maps by their keys
CREATE TABLE keyed (m Map(String, UInt64), n Map(UInt8, String), l Map(LowCardinality(String), Nullable(String))) ENGINE = MergeTree ORDER BY tuple()
INSERT INTO keyed VALUES ({'k': 5, '': 7, 'a b': 8}, {5: 'five'}, {'x': 'v'}), ({}, {}, {})
SELECT m.key_k, m.key_none, toTypeName(m.key_k), m.key_, m.`key_a b` FROM keyed ORDER BY m.size0
SELECT n.key_5, n.key_6, l.key_x, l.key_y, toTypeName(l.key_x) FROM keyed ORDER BY m.size0
SELECT m.key_k AS a, count() FROM keyed WHERE l.key_x = 'v' OR m.key_k = 0 GROUP BY a ORDER BY a
SELECT n.key_05 FROM keyed
SELECT n.key_x FROM keyed
SELECT m.KEY_k FROM keyed
# Enums that are searched
SELECT CAST(number + 1, 'Enum8(\'apple\' = 1, \'pear\' = 2)') AS e, e LIKE 'a%', e NOT LIKE '%r', e ILIKE 'P%', match(e, '^p'), position(e, 'p'), substring(e, 2, 2), countSubstrings(e, 'p'), hasToken(e, 'pear') FROM numbers(2) ORDER BY number
SELECT CAST(nullIf(number, 1), 'Nullable(Enum8(\'apple\' = 0, \'pear\' = 2))') AS e, e LIKE 'a%', toTypeName(e LIKE 'a%'), toTypeName(substring(e, 2)) FROM numbers(2) ORDER BY number
SELECT upper(CAST('apple', 'Enum8(\'apple\' = 1)'))
SELECT like('apple', CAST('apple', 'Enum8(\'apple\' = 1)'))
SELECT like(CAST('apple', 'Enum8(\'apple\' = 1)'), 1)
# Variants of texts as they are
SELECT '[1, 2]'::Variant(String, Array(UInt64)) AS v, variantType(v), materialize('7')::Variant(UInt64, String) AS w, variantType(w) SETTINGS cast_string_to_variant_use_inference = 0
SELECT '7'::Variant(UInt64, Array(UInt64)) SETTINGS cast_string_to_variant_use_inference = 0
