CREATE TABLE a (k Int32, v Int32, s String, d Date, n Nullable(Int32)) ENGINE=MergeTree ORDER BY k
CREATE TABLE b (k Int64, w Int32, s String, d Date, n Nullable(Int32)) ENGINE=MergeTree ORDER BY k
CREATE TABLE q (sym String, t DateTime('UTC'), px Float64) ENGINE=MergeTree ORDER BY (sym,t)
INSERT INTO a VALUES (1,10,'x','2024-01-01',1),(2,20,'y','2024-01-02',NULL),(3,30,'x','2024-01-03',3),(3,31,'z','2024-01-04',NULL),(5,50,'w','2024-01-05',5)
INSERT INTO b VALUES (1,100,'x','2024-01-01',1),(1,101,'y','2024-01-03',NULL),(3,300,'x','2024-01-02',3),(4,400,'q','2024-01-09',4)
INSERT INTO q VALUES ('A','2024-01-01 00:00:01',1),('A','2024-01-01 00:00:05',2),('B','2024-01-01 00:00:03',3),('B','2024-01-01 00:00:09',4)
