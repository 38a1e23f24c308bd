# Data that stand in a query: defaults of columns, expressions, odd texts and limits
select * from format(CSVWithNames, 'n Int32, s String DEFAULT \'a,b\', z UInt8 default 1+8', 'n,q\n1,2')
select * from format(JSONEachRow, 'n Int32 default 5, s Array(String) DEFAULT [\'x\'], z Nullable(UInt8) default NULL', '{"n":1}{}{"s":[]}')
select * from format(Values, 'n Int32, f Float64, u UInt64', $$(1,1,2),(1.5,2,-3),(1+1, pi(), length('abc'))$$)
select * from format(Values, 'n Nullable(Int32), s String, a Array(Int8), t Tuple(Int8,String)', $$(NULL,upper('x'),[1+1],(2*2,'a'||'b')),(3,NULL,[],(1,'x'))$$)
select * from format(Values, 'd Date, t DateTime', $$(toDate('2020-01-01')+1, toDateTime(0,'UTC'))$$)
select * from format(Values, 'd Date', $$(nosuch(1))$$)
select * from format(RowBinaryWithDefaults, 'x UInt32 default 42, y UInt32', unhex('010001000000'))
select * from format('RowBinaryWithNamesAndTypesAndDefaults','x Nullable(UInt32) DEFAULT 42', unhex('01' || '0178' || '10' || hex('Nullable(UInt32)') || '01'))
select * from format(RowBinaryWithNamesAndTypes,'n Int32',unhex('02016E017105496E74333205496E7433320100000001000000'))
select * from format(RowBinaryWithNamesAndTypes,'n Int32',unhex('02016E017106537472696E6705496E74333205496E7433320100000001000000'))
select * from format(RowBinaryWithNames,'n Int32',unhex('02016E01710100000001000000'))
select * from format(JSONEachRow, 'x Decimal(9,2), y Nullable(Int8), z Array(Int32)', '{"x":"","y":"","z":["","5"]}')
select * from format(JSONEachRow, 'x Float64', '{"x":""}')
select hex(x) from format(JSONEachRow, 'x String', '{"x":"a\\qb\\x\\/\\u0041"}')
select hex(x) from format(JSONEachRow, 'x String', '{"x":"a\\u00b"}')
select * from format(JSONCompactEachRow, 'x String', '["a\\qb"]')
select * from format(JSONEachRow, 'x Array(Tuple(a Int32, b Int32))', '{"x":[[1,2]]}')
select JSONExtract('{"x":[1,2]}','x','Tuple(a Int32,b Int32)')
select '{"x":[1,2]}'::JSON(x Tuple(a Int32,b Int32))
select * from format(JSONEachRow, 'j JSON(x Tuple(a Int32,b Int32))', '{"j":{"x":[1,2]}}')
select * from format(TSV, 'd DateTime', '03/04/2020 05:06:07') settings date_time_input_format='best_effort_us'
select * from format(JSONEachRow, 'n Int32', '{"n":1,"q":[[[1]]]}') settings input_format_json_max_depth=2
select * from format(JSONEachRow, 'n Int32', '{"n":1,"q":[[[1]]]}') settings input_format_json_max_depth=3
select * from format(JSONEachRow, '{"n":1}') settings input_format_max_rows_to_read_for_schema_inference=0
select * from format(JSONAsString, '{"n":1}') settings input_format_max_rows_to_read_for_schema_inference=0
# States of aggregates among data, engines of tables that name none, limits of patterns
SELECT finalizeAggregation(v) FROM format(TSV, 'v AggregateFunction(count)', 'abc')
SELECT finalizeAggregation(v) FROM format(TSV, 'v AggregateFunction(sum, UInt8)', 'abc')
SELECT finalizeAggregation(v) FROM format(TSV, 'v AggregateFunction(avg, UInt8)', 'a')
SELECT finalizeAggregation(v) FROM format(CSV, 'v AggregateFunction(groupArray, UInt8)', unhex('020506'))
SELECT finalizeAggregation(v) FROM format(CSV, 'v AggregateFunction(groupArray, UInt8)', unhex('02050607'))
SELECT multiMatchAny('abcd', ['ab','bcd','c','d']) SETTINGS max_hyperscan_regexp_length = 2
SELECT multiMatchAny(materialize('abcd'), ['ab','bcd','c','d']) SETTINGS max_hyperscan_regexp_length = 3
SELECT multiMatchAny('abcd', ['ab','bc','c','d']) SETTINGS max_hyperscan_regexp_total_length = 5
SELECT multiMatchAllIndices('abcd', ['ab','bc','c','d']) SETTINGS max_hyperscan_regexp_total_length = 5
DROP TABLE IF EXISTS engineless
CREATE TABLE engineless (x UInt8) SETTINGS default_table_engine = 'Log'
SELECT engine FROM system.tables WHERE database = currentDatabase() AND name = 'engineless'
DROP TABLE engineless
CREATE TABLE engineless (x UInt8) SETTINGS default_table_engine = 'None'
CREATE TABLE engineless (x UInt8 PRIMARY KEY) SETTINGS default_table_engine = 'Memory'
SELECT * FROM format(j.x, 'a')
