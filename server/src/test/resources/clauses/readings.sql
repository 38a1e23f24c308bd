# What settings of formats change in what is read, and how values are written
SELECT * from format(TSV,'a Nullable(Int32), b Nullable(String), c String, d Date, e Array(Int8)','\t\t\t\t\n') SETTINGS input_format_tsv_empty_as_default = 1
SELECT * from format(CSVWithNames,'a Int32, b String','b,a\n1,x\n') SETTINGS input_format_with_names_use_header = 0
SELECT * from format(CSVWithNames,'a Int32, b String','b,a,c\n1,x\n') SETTINGS input_format_with_names_use_header = 0
SELECT * from format(CSV,'a String, b String','b,a\n1,x\n') SETTINGS input_format_with_names_use_header = 0
SELECT * from format(TSVWithNames,'a String, b String','b\ta\n1\tx\n') SETTINGS input_format_with_names_use_header = 0
SELECT * from format(JSONCompactEachRowWithNames,'a String, b String','["b","a"]["1","x"]') SETTINGS input_format_with_names_use_header = 0
SELECT * from format(CustomSeparatedWithNames,'a String, b String','b\ta\n1\tx\n') SETTINGS input_format_with_names_use_header = 0
SELECT * from format(JSONCompact,'a UInt8, b UInt8','{"meta":[{"name":"b","type":"UInt8"},{"name":"a","type":"UInt8"}],"data":[[1,2]]}') SETTINGS input_format_with_names_use_header = 0
SELECT * from format(CSVWithNamesAndTypes,'a Int32, b String','b,a\nInt32,String\n1,x\n') SETTINGS input_format_with_names_use_header = 0
SELECT * from format(CSVWithNamesAndTypes,'a Int32, b String','a,b\nfoo\n1,x\n') SETTINGS input_format_with_types_use_header = 0
SELECT * from format(CSV,'a Int32, b Nullable(String), c Int32','1,x,3,4\n2\n\n') SETTINGS input_format_csv_allow_variable_number_of_columns = 1
SELECT * from format(CSV,'a Int32, b String','1,x,"a\nb"\n2,"y"\n') SETTINGS input_format_csv_allow_variable_number_of_columns = 1
SELECT * from format(CSVWithNames,'a Int32, b String','a,b\n1,x,3\n2\n') SETTINGS input_format_csv_allow_variable_number_of_columns = 1
SELECT * from format(TSV,'a Int32, b Nullable(String), c Int32','1\tx\t3\t4\n2\n\n3\t\n') SETTINGS input_format_tsv_allow_variable_number_of_columns = 1
SELECT * from format(CSV,'a Int32','1\n\n\r\n \n') SETTINGS input_format_csv_skip_trailing_empty_lines = 1
SELECT * from format(CSV,'a Int32','1\n\n2\n\n\r\n') SETTINGS input_format_csv_skip_trailing_empty_lines = 1
SELECT * from format(TSV,'a Int32','1\n\n') SETTINGS input_format_tsv_skip_trailing_empty_lines = 1
SELECT * from format(TSV,'a Int32','1\n\n2\n') SETTINGS input_format_tsv_skip_trailing_empty_lines = 1
SELECT * from format(TSV,'a Int32, b String','1\tx\r\n2\ty\n3\tz\r') SETTINGS input_format_tsv_crlf_end_of_line = 1
SELECT * from format(TSV,'a Int32, b String','1\tx\r\n2\t\r\n') SETTINGS input_format_tsv_crlf_end_of_line = 1
SELECT * from format(TSVWithNames,'a Int32, b String','a\tb\r\n2\ty\r\n') SETTINGS input_format_tsv_crlf_end_of_line = 1
SELECT * from format(CSV,'a Int32, b String','1,x\r2,y\r\n3,z\n') SETTINGS input_format_csv_allow_cr_end_of_line = 1
SELECT * from format(CSV,'a Int32, b String','1,x\r\r2,y\r') SETTINGS input_format_csv_allow_cr_end_of_line = 1
SELECT * from format(CSV,'a Int32, b String','1,"x\ry"\r2,y') SETTINGS input_format_csv_allow_cr_end_of_line = 1
SELECT toIntervalDay(3) as x, [toIntervalDay(3)] as y, toInt64(3) as z SETTINGS output_format_json_quote_64bit_integers = 1
SELECT * FROM format(CSVWithNames, 'a String', 'A\n1\n')
SELECT * FROM format(CSVWithNames, 'a String', 'A,a\n1,x\n')
SELECT * FROM format(JSONCompactEachRowWithNames, 'a String', '["A"]\n["1"]')
SELECT * FROM format(JSONEachRow, '{"a":[1,2.5],"b":{"c":1}}')
SELECT * FROM format(TSV, '0.5\t[1]\t{}\n')
SELECT * FROM format(Values, '(1,[1,2],(1,2.5))')
SELECT toTypeName(a), a FROM format(TSKV, 'a=[1]\n')
SELECT * FROM format(CSV, '1,x\n') SETTINGS column_names_for_schema_inference = 'p,q'
SELECT * FROM format(CSV, '1,2020-01-01\n') SETTINGS input_format_try_infer_dates = 0
SELECT * FROM format(CSV, '1e5\n') SETTINGS input_format_try_infer_exponent_floats = 1
SELECT toTypeName(c1) FROM format(CSV, '2020-01-01 00:00:00\n') SETTINGS input_format_try_infer_datetimes_only_datetime64 = 1
SELECT toTypeName(c1) FROM format(CSV, '5\n') SETTINGS input_format_csv_use_best_effort_in_schema_inference = 0
SELECT * FROM format(CSV, 'junk\n1,2\n') SETTINGS input_format_csv_skip_first_lines = 1
SELECT * FROM format(CSV, '1;2\n') SETTINGS format_csv_delimiter = ';'
