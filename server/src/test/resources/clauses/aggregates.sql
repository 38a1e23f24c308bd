# Values of sets come in the order of the server's hash table
SELECT groupUniqArray(cityHash64(number) % 500) FROM numbers(900) SETTINGS max_threads = 1
SELECT groupUniqArray(toInt32(cityHash64(number))), groupUniqArray(toUInt8(number * 7)) FROM numbers(300) SETTINGS max_threads = 1
SELECT groupUniqArray(number / 3), groupUniqArray(toFloat32(number / 3)) FROM numbers(200) SETTINGS max_threads = 1
SELECT groupUniqArray(toString(number)), groupUniqArray(substring(hex(number), 1, number % 5)) FROM numbers(200) SETTINGS max_threads = 1
SELECT groupUniqArray(repeat(toString(number), 3)), groupUniqArray(toLowCardinality(toString(number % 30))) FROM numbers(90) SETTINGS max_threads = 1
SELECT groupUniqArray(toDate(number)), groupUniqArray(toDate32(number)), groupUniqArray(toDateTime64(number, 3, 'UTC')) FROM numbers(100) SETTINGS max_threads = 1
SELECT groupUniqArray(toDecimal64(number, 2)), groupUniqArray(toUInt128(number) * 7777777777777777777), groupUniqArray(toInt128(number) * -7777777777777777777) FROM numbers(100) SETTINGS max_threads = 1
SELECT groupUniqArray((number, toString(number))), groupUniqArray([number, 7]), groupUniqArray([toString(number)]), groupUniqArray(map('a', number)) FROM numbers(60) SETTINGS max_threads = 1
SELECT groupUniqArray(if(number % 3 = 0, NULL, number)), groupUniqArray(12)(number), groupUniqArrayIf(number, number % 2) FROM numbers(80) SETTINGS max_threads = 1
SELECT hex(groupUniqArrayState(number)), hex(groupUniqArrayState([number])), hex(sumDistinctState(number)) FROM numbers(70) SETTINGS max_threads = 1
SELECT hex(anyDistinctState(toString(number))), hex(argMinDistinctState(number, toDate(number))), hex(anyDistinctState([number])) FROM numbers(70) SETTINGS max_threads = 1
SELECT number % 3 AS k, groupUniqArray(number), groupUniqArrayArray([number, number + 7]) FROM numbers(90) GROUP BY k ORDER BY k SETTINGS max_threads = 1
