drop database if exists received;
create database received;
CREATE TABLE received.t (k UInt32, s String DEFAULT 'dflt', n Nullable(Int32), d Date DEFAULT '2024-01-01') ENGINE = MergeTree ORDER BY k;
INSERT INTO received.t (k, s) SELECT a * 2, upper(b) FROM input('a UInt32, b String') FORMAT CSV
1,"x"
2,"y"
;
SELECT * FROM received.t ORDER BY k;
INSERT INTO received.t (k, s, n) SELECT a, b, c FROM input('a UInt32, b String, c Nullable(Int32)') WHERE a > 10 FORMAT JSONEachRow {"a":5,"b":"no"} {"a":11,"b":"yes","c":3} {"a":12};
SELECT * FROM received.t ORDER BY k;
INSERT INTO received.t (k, n) SELECT a, sum(b) FROM input('a UInt32, b Int32') GROUP BY a FORMAT Values (20, 1), (20, 2), (21, 5);
SELECT * FROM received.t ORDER BY k;
INSERT INTO received.t (k, s) SELECT i.a, t.s FROM input('a UInt32') AS i LEFT JOIN received.t AS t ON t.k = i.a + 1 FORMAT TSV
10
19
;
SELECT k, s FROM received.t ORDER BY k, s;
INSERT INTO received.t SELECT * FROM input('a UInt32, b String, c Nullable(Int32), d Date') FORMAT CSV
100,q,\N,2024-05-05
;
SELECT * FROM received.t WHERE k = 100;
INSERT INTO received.t (k) SELECT a FROM input('a UInt32');
INSERT INTO received.t (k) SELECT a FROM input('a UInt32') AS x INNER JOIN input('b UInt32') AS y ON x.a = y.b FORMAT CSV
1
;
SELECT * FROM input('a UInt32');
INSERT INTO received.t (k) SELECT a FROM input('a Strange') FORMAT CSV
1
;
INSERT INTO received.t (k) SELECT a FROM input() FORMAT CSV
1
;
INSERT INTO received.t (k) SELECT a FROM input('a UInt32', 1) FORMAT CSV
1
;
INSERT INTO received.t (k) SELECT a FROM input('a UInt32') FORMAT CSV
x
;
INSERT INTO received.t (k) SELECT a FROM input('a UInt32') FORMAT Strange
x
;
INSERT INTO received.t (k) WITH 5 AS five SELECT a + five FROM input('a UInt32') FORMAT CSV
200
;
SELECT count(), max(k) FROM received.t;
CREATE TABLE received.p (k UInt32, d Date) ENGINE = MergeTree ORDER BY k PARTITION BY k;
INSERT INTO received.p (k) SELECT number FROM numbers(100);
INSERT INTO received.p (k) SELECT number FROM numbers(101);
INSERT INTO received.p (k) SELECT number FROM numbers(150) SETTINGS max_partitions_per_insert_block = 150;
INSERT INTO received.p (k) SELECT number FROM numbers(150) SETTINGS max_partitions_per_insert_block = 149;
INSERT INTO received.p (k) SELECT number FROM numbers(200) SETTINGS max_partitions_per_insert_block = 0;
INSERT INTO received.p (k) SELECT number FROM numbers(120) SETTINGS max_partitions_per_insert_block = 18446744073709551615;
INSERT INTO received.p (k) SELECT number FROM numbers(120) SETTINGS throw_on_max_partitions_per_insert_block = 0;
INSERT INTO received.p (k) SELECT number FROM numbers(4) SETTINGS max_partitions_per_insert_block = 3;
INSERT INTO received.p (k) SETTINGS max_partitions_per_insert_block = 3 VALUES (1), (2), (3), (4);
INSERT INTO received.p (k) SETTINGS max_partitions_per_insert_block = 3 VALUES (1), (2), (3), (3);
SELECT count(), uniqExact(k) FROM received.p;
CREATE TABLE received.e (a UInt8, b Date, c Array(UInt8), d Enum8('x' = 1, 'y' = 2)) ENGINE = MergeTree ORDER BY a;
INSERT INTO received.e SETTINGS input_format_allow_errors_num = 2 FORMAT CSV
1,2024-01-01,"[1]",x
bad,2024-01-01,"[1]",x
2,nodate,"[1,2]",y
3,2024-01-03,"[]",y
;
SELECT * FROM received.e ORDER BY a;
INSERT INTO received.e SETTINGS input_format_allow_errors_num = 1 FORMAT CSV
11,2024-01-01,"[1]",x
bad,2024-01-01,"[1]",x
12,nodate,"[1,2]",y
13,2024-01-03,"[]",y
;
INSERT INTO received.e SETTINGS input_format_allow_errors_ratio = 0.5 FORMAT TSV
21␉2024-01-01␉[1]␉x
22␉2024-01-01␉[1,z,3]␉x
23␉2024-01-01␉[1,2,3]␉z
24␉2024-01-01␉[1,2,3]␉y
25␉2024-01-01␉[]
26␉2024-01-01␉[5]␉y
27␉2024-01-01␉[6]␉y␉extra
28␉2024-01-01␉[7]␉y
;
INSERT INTO received.e SETTINGS input_format_allow_errors_ratio = 0.2 FORMAT TSV
31␉2024-01-01␉[1]␉x
32␉nodate␉[1]␉x
;
INSERT INTO received.e SETTINGS input_format_allow_errors_num = 3 FORMAT JSONEachRow
{"a":41,"b":"2024-01-01","c":[1],"d":"x"}
{"a":"q","b":"2024-01-01","c":[1],"d":"x"}
{"a":42,"b":"2024-01-01","c":[1,"z"],"d":"x"}
{"a":43,"b":"2024-01-01","c":[1,2],"d":"x" 7}
{"a":44,"b":"2024-01-01","c":[1,2,3],"d":"y"}
{"a":45}
;
SELECT * FROM received.e ORDER BY a;
INSERT INTO received.e SETTINGS input_format_allow_errors_num = 1 FORMAT CSV
51,2024-01-01,"[1]",x
52,"2024-01-01,"[1]",x
53,2024-01-01,"[1]",x
;
INSERT INTO received.e SETTINGS input_format_allow_errors_num = 5 FORMAT TSV
61␉2024-01-01␉[1]␉x
62␉2024-01-01
63␉2024-01-01␉[1]␉x

64␉2024-01-01␉[1]␉x␉y
65␉2024-01-01␉[1]␉y
;
INSERT INTO received.e SETTINGS input_format_allow_errors_num = 5 FORMAT CSV
71,2024-01-01,"[1]",x
72,2024-01-01
999,2024-01-01,"[1]",x
74,2024-01-01,"[1]",x,y
75,2024-01-01,"[1]","y"z
76,2024-01-01,"[1,2]",'y'
77,2024-01-01,"[1,2]",y
;
INSERT INTO received.e SETTINGS input_format_allow_errors_num = 5 FORMAT JSONEachRow
{"a":81,"b":"2024-01-01"} {"a":"zz"} {"a":82}
{"a":83,"a":84}
{"a":85,}
{"a":86,"strange":[1,2,{"x":3}]}
x
{"a":87}
;
SELECT * FROM received.e WHERE a > 50 ORDER BY a;
drop database received;
