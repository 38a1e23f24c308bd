CREATE TABLE a (k Int32, v Int32, s String, d Date, n Nullable(Int32)) ENGINE=MergeTree ORDER BY k
CREATE TABLE b (k Int64, w Int32, s String, d Date, n Nullable(Int32)) ENGINE=MergeTree ORDER BY k
CREATE TABLE q (sym String, t DateTime('UTC'), px Float64) ENGINE=MergeTree ORDER BY (sym,t)
INSERT INTO a VALUES (1,10,'x','2024-01-01',1),(2,20,'y','2024-01-02',NULL),(3,30,'x','2024-01-03',3),(3,31,'z','2024-01-04',NULL),(5,50,'w','2024-01-05',5)
INSERT INTO b VALUES (1,100,'x','2024-01-01',1),(1,101,'y','2024-01-03',NULL),(3,300,'x','2024-01-02',3),(4,400,'q','2024-01-09',4)
INSERT INTO q VALUES ('A','2024-01-01 00:00:01',1),('A','2024-01-01 00:00:05',2),('B','2024-01-01 00:00:03',3),('B','2024-01-01 00:00:09',4)
CREATE TABLE t1 (id UInt32, k LowCardinality(String), v Nullable(Int32), f Float64, d Date, dt DateTime('UTC'), a Array(Int32), n Nullable(String), dec Decimal(18,3), e Enum8('a'=1,'b'=2,'c'=-3)) ENGINE=MergeTree ORDER BY id
INSERT INTO t1 SELECT number, ['x','y','z','']  [number%4+1], if(number%5=0,NULL,number*3-20), number/4-2, toDate('2026-01-01')+number%7, toDateTime('2026-01-01 00:00:00','UTC')+number*3671, range(number%4), if(number%3=0,NULL,toString(number%6)), toDecimal64(number/8,3), ['a','b','c'][number%3+1] FROM numbers(30)
CREATE TABLE t2 (id UInt64, k String, w Nullable(Int64), name String, d Date32) ENGINE=MergeTree ORDER BY id
INSERT INTO t2 SELECT number*2, ['x','z','q'][number%3+1], if(number%4=0,NULL,number*10), concat('n',toString(number)), toDate32('2026-01-01')+number FROM numbers(12)
CREATE TABLE ev (user String, ts DateTime64(3,'UTC'), type LowCardinality(String), amount Float64, props Map(String,String), tags Array(String)) ENGINE=MergeTree ORDER BY (user,ts)
INSERT INTO ev SELECT concat('u',toString(number%7)), toDateTime64('2026-03-01 00:00:00.000',3,'UTC')+number*3599, ['view','click','buy'][number%3+1], number*1.5, map('c',['DE','FR','US'][number%3+1],'n',toString(number)), [toString(number%2),toString(number%3)] FROM numbers(100)
CREATE TABLE emp (x UInt8, s String, nn Nullable(Int32)) ENGINE=MergeTree ORDER BY x
CREATE TABLE nest (id UInt8, n Nested(a UInt8, b String), j JSON) ENGINE=MergeTree ORDER BY id
INSERT INTO nest (id, n.a, n.b, j) VALUES (1,[1,2],['a','b'],'{"a":{"b":1},"c":"x"}'),(2,[],[],'{"a":{"b":2.5}}'),(3,[7],['z'],'{"c":null,"d":[1,2]}')
CREATE TABLE documents (k UInt32, s String, j JSON, d Date) ENGINE = MergeTree ORDER BY k
INSERT INTO documents VALUES (1, 'x', '{"a":1,"b":{"c":"q"}}', '2026-01-01'), (2, 'y', '{"a":2,"b":{"c":"r"},"l":[1,2]}', '2026-01-02')
