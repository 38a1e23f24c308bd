// SPDX-License-Identifier: Apache-2.0
'use strict'
// The steps of an application that uses ClickHouse's own client for Node. Each prints one line; the
// test compares the lines that two servers lead to.  node node-client.js URL DIRECTORY_OF_MODULES
const path = require('path')
const { Readable } = require('stream')
const [, , url, modules] = process.argv
const { createClient, TupleParam, ClickHouseLogLevel } = require(require.resolve('@clickhouse/client', { paths: [path.resolve(modules)] }))

const database = 'twinhouse_node'
const common = {
  url,
  log: { level: ClickHouseLogLevel.OFF },
  clickhouse_settings: { wait_end_of_query: 1 },
}
const client = createClient({ ...common, database })
const admin = createClient(common)
const steps = []
const step = (name, run) => steps.push([name, run])
const read = async (query, format = 'JSONEachRow', more = {}) =>
  (await client.query({ query, format, ...more })).json()
const text = async (query, format, more = {}) =>
  (await client.query({ query, format, ...more })).text()
const refusal = async (run) => {
  try {
    await run()
    return 'no error'
  } catch (error) {
    return { code: error.code, type: error.type }
  }
}

step('make a database', async () => {
  await admin.command({ query: `DROP DATABASE IF EXISTS ${database}` })
  await admin.command({ query: `CREATE DATABASE ${database}` })
})
step('ping', () => client.ping())
step('ping by a query', () => client.ping({ select: true }))
step('create', async () => {
  await client.command({
    query: `CREATE TABLE t (id UInt64, name String, tags Array(LowCardinality(String)),
      at DateTime64(3, 'UTC'), price Decimal(18, 4), maybe Nullable(Int32),
      m Map(String, UInt8), ok Bool, u UUID, day Date)
      ENGINE = MergeTree ORDER BY id`,
  })
})
step('insert objects', async () => {
  const r = await client.insert({
    table: 't',
    format: 'JSONEachRow',
    values: [
      { id: '18446744073709551615', name: "Grüße 'x'\\\n\t\"", tags: ['a', 'b', 'a'],
        at: '2026-01-02 03:04:05.678', price: '12.3400', maybe: null, m: { a: 1 }, ok: true,
        u: '61f0c404-5cb3-11e7-907b-a6006ad3dba0', day: '2026-02-03' },
      { id: 1, name: 'one', at: '1970-01-01 00:00:00', day: '1970-01-01' },
    ],
  })
  return [r.executed, r.summary.written_rows]
})
step('insert arrays of some columns', async () => {
  await client.insert({
    table: 't', columns: ['id', 'name', 'maybe'], format: 'JSONCompactEachRow',
    values: [[2, 'two', 22], [3, 'three', null]],
  })
})
step('insert all columns except', async () => {
  await client.insert({
    table: 't', columns: { except: ['tags', 'm'] }, format: 'JSONEachRow',
    values: [{ id: 4, name: 'four', ok: false }],
  })
})
step('insert a stream', async () => {
  const rows = Readable.from((function* () {
    for (let i = 100; i < 1100; i++) yield { id: i, name: 'n' + i, maybe: i }
  })(), { objectMode: true })
  await client.insert({ table: 't', values: rows, format: 'JSONEachRow' })
})
step('insert raw text', async () => {
  const rows = Readable.from(['5,five,[]\n', '6,six,"[\'q\']"\n'], { objectMode: false })
  await client.insert({ table: 't', columns: ['id', 'name', 'tags'], values: rows, format: 'CSV' })
})
step('insert nothing', async () => (await client.insert({ table: 't', values: [] })).executed)
step('rows', () => read('SELECT * FROM t WHERE id NOT BETWEEN 100 AND 1099 ORDER BY id'))
step('a document', async () => {
  const found = await read('SELECT id, name, price FROM t WHERE id < 4 ORDER BY id', 'JSON')
  delete found.statistics
  return found
})
for (const format of ['JSONStrings', 'JSONCompact', 'JSONCompactStrings', 'JSONColumnsWithMetadata',
  'JSONObjectEachRow', 'JSONStringsEachRow', 'JSONCompactEachRow', 'JSONCompactStringsEachRow',
  'JSONCompactEachRowWithNames', 'JSONCompactEachRowWithNamesAndTypes',
  'JSONCompactStringsEachRowWithNames', 'JSONCompactStringsEachRowWithNamesAndTypes',
  'CSV', 'CSVWithNames', 'CSVWithNamesAndTypes', 'TabSeparated', 'TabSeparatedRaw',
  'TabSeparatedWithNames', 'TabSeparatedWithNamesAndTypes', 'CustomSeparated',
  'CustomSeparatedWithNames', 'CustomSeparatedWithNamesAndTypes']) {
  step('as ' + format, async () =>
    (await text('SELECT id, name, tags, maybe FROM t WHERE id < 4 ORDER BY id', format))
      .replace(/"elapsed": [0-9.e-]+/, '"elapsed": 0').replace(/"(rows|bytes)_read": \d+/g, ''))
}
step('a stream of rows', async () => {
  const answer = await client.query({ query: 'SELECT number AS n FROM numbers(200000)', format: 'JSONEachRow' })
  let count = 0, sum = 0
  for await (const rows of answer.stream()) {
    for (const row of rows) { count++; sum += Number(row.json().n) }
  }
  return [count, sum]
})
step('parameters', () => read(
  `SELECT {i:UInt64} AS i, {s:String} AS s, {a:Array(String)} AS a, {d:Date} AS d, {t:DateTime} AS t,
    {t3:DateTime64(3)} AS t3, {b:Bool} AS b, {n:Nullable(String)} AS n, {f:Float64} AS f,
    {m:Map(String, UInt8)} AS m, {x:Identifier} AS x, {tu:Tuple(Int32, String)} AS tu FROM t ORDER BY id LIMIT 1`,
  'JSONEachRow',
  { query_params: { i: '18446744073709551615', s: "a'b\\c\n\t", a: ["x'y", 'z'], d: '2026-01-02',
    t: new Date(Date.UTC(2026, 0, 2, 3, 4, 5)), t3: new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 678)),
    b: true, n: null, f: 1.5, m: { k: 1 }, x: 'name', tu: new TupleParam([1, "q'"]) } }))
step('settings', () => read('SELECT getSetting(\'max_threads\') AS n, 18446744073709551615 AS u', 'JSONEachRow',
  { clickhouse_settings: { max_threads: 1, output_format_json_quote_64bit_integers: 1 } }))
step('compressed both ways', async () => {
  const packed = createClient({ ...common, database, compression: { request: true, response: true } })
  await packed.insert({ table: 't', values: [{ id: 7, name: 'z'.repeat(1000) }], format: 'JSONEachRow' })
  const found = await (await packed.query({ query: 'SELECT id, length(name) AS l FROM t WHERE id = 7', format: 'JSONEachRow' })).json()
  await packed.close()
  return found
})
step('a session', async () => {
  const own = createClient({ ...common, database, session_id: 'node-' + process.pid })
  await own.command({ query: 'SET max_block_size = 77' })
  const found = await (await own.query({ query: "SELECT getSetting('max_block_size') AS s", format: 'JSONEachRow' })).json()
  await own.close()
  return found
})
step('query id', async () => (await client.query({ query: 'SELECT 1', query_id: 'node-query-' + process.pid })).query_id === 'node-query-' + process.pid)
step('summary', async () => {
  const r = await client.command({ query: 'INSERT INTO t (id) SELECT 8' })
  return [Object.keys(r.summary).sort(), r.summary.written_rows]
})
step('headers', async () => {
  const r = await client.query({ query: 'SELECT 1', format: 'JSON' })
  await r.text()
  return Object.keys(r.response_headers).filter((n) => n.startsWith('x-')).sort()
})
step('exec', async () => {
  const { stream } = await client.exec({ query: 'SELECT 1 AS x FORMAT CSVWithNames' })
  let all = ''
  for await (const chunk of stream) all += chunk
  return all
})
step('exec with values', async () => {
  await client.exec({ query: 'INSERT INTO t (id, name) FORMAT CSV', values: Readable.from(['9,nine\n'], { objectMode: false }) })
  return read('SELECT name FROM t WHERE id = 9')
})
step('unknown table', () => refusal(() => read('SELECT * FROM nosuch')))
step('unknown column', () => refusal(() => read('SELECT nosuch FROM t')))
step('unknown function', () => refusal(() => read('SELECT nosuch(1)')))
step('syntax', () => refusal(() => read('SELECT FROM WHERE 1 +')))
step('unknown setting', () => refusal(() => read('SELECT 1', 'JSON', { clickhouse_settings: { nosuch: 1 } })))
step('missing parameter', () => refusal(() => read('SELECT {x:UInt8}')))
step('wrong parameter', () => refusal(() => read('SELECT {x:UInt8}', 'JSON', { query_params: { x: 'abc' } })))
step('bad rows', () => refusal(() => client.insert({ table: 't', values: [{ id: 'abc' }], format: 'JSONEachRow' })))
step('wrong password', () => {
  const stranger = createClient({ ...common, username: 'stranger', password: 'x' })
  return refusal(() => stranger.query({ query: 'SELECT 1' }))
})
step('memory limit', () => refusal(() => read('SELECT groupArray(number) FROM numbers(10000000)', 'JSON', { clickhouse_settings: { max_memory_usage: '1000000' } })))
step('an error behind rows', () => refusal(async () => {
  const r = await client.query({ query: 'SELECT throwIf(number = 3000000) AS x FROM numbers(4000000)', format: 'JSONEachRow', clickhouse_settings: { wait_end_of_query: 0, max_block_size: '1000' } })
  for await (const rows of r.stream()) rows.length
}))
step('abort', () => {
  const abort = new AbortController()
  setTimeout(() => abort.abort(), 200)
  return refusal(() => read('SELECT sum(sipHash64(number)) FROM numbers(1000000000)', 'JSON', {
    abort_signal: abort.signal, clickhouse_settings: { max_execution_time: 5 } }))
})
step('drop', async () => {
  await admin.command({ query: `DROP DATABASE ${database}` })
})

;(async () => {
  for (const [name, run] of steps) {
    let result
    try {
      result = await run()
    } catch (error) {
      result = { failed: String(error.message).slice(0, 300), code: error.code }
    }
    console.log(name + ': ' + JSON.stringify(result === undefined ? 'done' : result))
  }
  await client.close()
  await admin.close()
})()
