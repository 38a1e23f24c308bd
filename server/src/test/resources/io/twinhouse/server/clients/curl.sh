#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What people do with curl, step by step; the test compares what two servers answer.
#   sh curl.sh URL DATABASE
url=$1
db=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

step() {
  echo "== $1"
  shift
  curl -sS --max-time 30 -w '\n[%{http_code}]\n' "$@" 2>&1
}

printf '1,one\n2,"two, ""2"""\n' > "$work/rows.csv"
printf '{"id":3,"name":"three"}\n{"id":4,"name":"four"}\n' > "$work/rows.json"
gzip -c "$work/rows.json" > "$work/rows.json.gz"

step ping "$url/ping"
step root "$url/"
step 'query in the address' "$url/?query=SELECT%201"
step 'query by -G' -G "$url/" --data-urlencode 'query=SELECT 1 + 1 AS x FORMAT JSONEachRow'
step 'query in the body' "$url/" -d 'SELECT 2'
step 'query in both' "$url/?query=SELECT%20" -d '3'
step 'query from a file' "$url/" --data-binary @- <<'SQL'
-- a comment
SELECT number
FROM numbers(3);
SQL
step 'create' "$url/?database=$db" -d 'CREATE TABLE t (id UInt32, name String) ENGINE = MergeTree ORDER BY id'
step 'create again' -o /dev/null "$url/?database=$db" -d 'CREATE TABLE t (id UInt32) ENGINE = MergeTree ORDER BY id'
step 'insert values' "$url/?database=$db" -d "INSERT INTO t VALUES (10, 'ten'), (11, 'ele\\'ven')"
step 'insert a file' "$url/?database=$db&query=INSERT%20INTO%20t%20FORMAT%20CSV" --data-binary @"$work/rows.csv"
step 'insert gzip' -H 'Content-Encoding: gzip' "$url/?database=$db&query=INSERT%20INTO%20t%20FORMAT%20JSONEachRow" --data-binary @"$work/rows.json.gz"
step 'insert chunked' -H 'Transfer-Encoding: chunked' -X POST --data-binary @"$work/rows.csv" "$url/?database=$db&query=INSERT%20INTO%20t%20(id,name)%20FORMAT%20CSV"
step 'text and rows in the body' "$url/?database=$db" --data-binary "$(printf 'INSERT INTO t FORMAT TSV\n20\ttwenty\n')"
step 'read' "$url/?database=$db" -d 'SELECT * FROM t ORDER BY id, name'
step 'read as csv' "$url/?database=$db&default_format=CSVWithNames" -d 'SELECT * FROM t ORDER BY id, name LIMIT 2'
step 'format by header' -H 'X-ClickHouse-Format: JSONCompactEachRow' "$url/?database=$db" -d 'SELECT * FROM t ORDER BY id LIMIT 2'
step 'database by header' -H "X-ClickHouse-Database: $db" "$url/" -d 'SELECT count() FROM t'
step 'parameters' "$url/?param_id=3&param_name=a%5Ctb" -d 'SELECT {id:UInt32} + 1, {name:String}'
step 'settings' "$url/?max_result_rows=1&result_overflow_mode=throw" -o "$work/out" -d 'SELECT number FROM numbers(10)'
step 'compressed answer' --compressed "$url/?enable_http_compression=1" -d "SELECT repeat('x', 100)"
step 'user by header' -H 'X-ClickHouse-User: default' -H 'X-ClickHouse-Key;' "$url/" -d 'SELECT currentUser()'
step 'user by -u' -u default: "$url/" -d 'SELECT currentUser()'
step 'user by address' "$url/?user=default&password=" -d 'SELECT currentUser()'
step 'stranger' -o /dev/null -u stranger:x "$url/" -d 'SELECT 1'
step 'write by GET' -o /dev/null -G "$url/" --data-urlencode "query=INSERT INTO $db.t VALUES (1, 'x')"
step 'unknown table' -o /dev/null "$url/" -d "SELECT * FROM $db.nosuch"
step 'two statements' -o /dev/null "$url/" -d 'SELECT 1; SELECT 2'
step 'no statement' -o /dev/null "$url/" -d ''
step 'unknown setting' -o /dev/null "$url/?nosuch=1" -d 'SELECT 1'
step 'unknown format' -o /dev/null "$url/" -d 'SELECT 1 FORMAT Nosuch'
step 'unknown path' -o /dev/null "$url/nosuch"
step 'head' -I -o /dev/null "$url/"
step 'options' -X OPTIONS -o /dev/null "$url/"
step 'put' -X PUT -o /dev/null "$url/?query=SELECT%201"
step 'drop' "$url/?database=$db" -d 'DROP TABLE t'
