// The tables beside the editor, the examples, and how far a running query is.
'use strict';

const EXAMPLES = [
  ['Numbers', 'SELECT number AS n, number * number AS square FROM numbers(20)'],
  ['Distinct by day', "SELECT toDate('2026-01-01') + number % 30 AS day, uniqExact(cityHash64(number) % 700) AS users\nFROM numbers(20000) GROUP BY day ORDER BY day"],
  ['Tables and sizes', "SELECT database, name, total_rows, formatReadableSize(total_bytes) AS size\nFROM system.tables WHERE total_rows > 0 ORDER BY total_bytes DESC"],
  ['Hungry queries', "SELECT event_time, formatReadableSize(memory_usage) AS peak, query_duration_ms AS ms, query\nFROM system.query_log WHERE type = 'QueryFinish' ORDER BY memory_usage DESC LIMIT 20"],
];

/** What an empty answer shows: queries to begin with. */
function showExamples() {
  const list = make('div', {className: 'examples'}, make('p', {textContent: 'Write a query, or begin with one of these:'}),
    ...EXAMPLES.map(([name, sql]) => {
      const button = make('button', {}, make('strong', {textContent: name}), make('code', {textContent: sql}));
      button.onclick = () => { editor.setValue(sql); run(); };
      return button;
    }));
  byId('result').replaceChildren(list);
}

/** A name as SQL writes it where it must be quoted. */
const quotedName = name => /^[A-Za-z_][A-Za-z_0-9]*$/.test(name) ? name : '`' + name.replace(/\\/g, '\\\\').replace(/`/g, '\\`') + '`';

function insert(text) {
  editor.replaceSelection(text);
  editor.focus();
}

const OWN_TABLES = "database NOT IN ('system', 'INFORMATION_SCHEMA', 'information_schema', 'default') OR database = 'default'";

function tableEntry(row, columns) {
  const [database, name, engine, rows, size] = row;
  const path = (database === 'default' ? '' : quotedName(database) + '.') + quotedName(name);
  const show = make('button', {className: 'plain', textContent: 'first rows', title: `SELECT * FROM ${path} LIMIT 100`});
  show.onclick = () => { editor.setValue(`SELECT * FROM ${path} LIMIT 100`); run(); };
  const facts = [engine, rows === null ? null : whole(rows) + ' rows', rows === null ? null : size].filter(Boolean).join(' · ');
  const list = make('ul', {}, ...columns.map(([column, type]) => {
    const pick = make('button', {className: 'plain', textContent: column, title: 'puts the name into the query'});
    pick.onclick = () => insert(quotedName(column));
    return make('li', {}, pick, make('small', {textContent: type}));
  }));
  return make('details', {}, make('summary', {textContent: path}), make('p', {}, facts + ' · ', show), list);
}

async function showSchema() {
  const place = byId('schema-list');
  try {
    const [tables, columns] = await Promise.all([
      ask(`SELECT database, name, engine, total_rows, formatReadableSize(total_bytes) FROM system.tables WHERE ${OWN_TABLES} ORDER BY database, name LIMIT 500`),
      ask(`SELECT database, table, name, type FROM system.columns WHERE ${OWN_TABLES} ORDER BY database, table, position LIMIT 5000`)]);
    const byTable = new Map();
    for (const [database, name, column, type] of columns.answer.data) {
      const key = JSON.stringify([database, name]);
      byTable.set(key, [...(byTable.get(key) || []), [column, type]]);
    }
    const open = new Set([...place.querySelectorAll('details[open] summary')].map(each => each.textContent));
    const entries = tables.answer.data.map(row => tableEntry(row, byTable.get(JSON.stringify([row[0], row[1]])) || []));
    entries.forEach(entry => { entry.open = open.has(entry.querySelector('summary').textContent); });
    place.replaceChildren(...(entries.length ? entries : [make('p', {textContent: 'There is no table yet. CREATE TABLE … makes one.'})]));
  } catch (failure) {
    place.replaceChildren(make('p', {className: 'error', textContent: failure.message}));
  }
}

/** Rows, bytes and memory of a query while it runs. */
function watch(queryId) {
  const sql = `SELECT elapsed, read_rows, read_bytes, memory_usage FROM system.processes WHERE query_id = '${queryId}'`;
  const timer = setInterval(() => ask(sql).then(reply => {
    const row = reply.answer.data[0];
    if (row && running && running.queryId === queryId) {
      byId('figures').textContent = `${Number(row[0]).toFixed(1)} s · ${whole(row[1])} rows, ${bytes(row[2])} read · ${bytes(row[3])} held`;
    }
  }).catch(() => {}), 400);
  return () => clearInterval(timer);
}

const TYPES_OF_FILES = {CSVWithNames: 'csv', TSVWithNames: 'tsv', JSONEachRow: 'jsonl', Native: 'native', Markdown: 'md'};

/** The answer of a query again, as a file in another format. */
async function download(format) {
  const sql = lastSql || editor.getValue();
  try {
    const response = await fetch('/?' + new URLSearchParams({default_format: format}), {method: 'POST', body: sql, headers: credentials()});
    if (!response.ok) throw new Error((await response.text()).trim());
    const url = URL.createObjectURL(await response.blob());
    const link = make('a', {href: url, download: 'answer.' + TYPES_OF_FILES[format]});
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  } catch (failure) {
    problem(failure.message);
  }
}

byId('download').onchange = event => {
  if (event.target.value) download(event.target.value);
  event.target.value = '';
};

/** Sorts the rows on the screen by a column; again turns the order. */
function sortable(place) {
  const head = [...place.querySelectorAll('thead th')];
  head.forEach((title, column) => {
    title.tabIndex = 0;
    title.setAttribute('aria-sort', 'none');
    const sort = () => {
      const up = title.getAttribute('aria-sort') !== 'ascending';
      head.forEach(each => each.setAttribute('aria-sort', 'none'));
      title.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      const body = place.querySelector('tbody');
      const numeric = title.classList.contains('number');
      const value = row => { const text = row.cells[column].textContent; return numeric ? Number(text) : text; };
      const order = (a, b) => { const x = value(a), y = value(b); return x < y ? -1 : x > y ? 1 : 0; };
      body.append(...[...body.rows].sort((a, b) => up ? order(a, b) : order(b, a)));
    };
    title.onclick = sort;
    title.onkeydown = event => { if (event.key === 'Enter') sort(); };
  });
}

window.addEventListener('load', () => { showExamples(); showSchema(); });
byId('schema-refresh').onclick = showSchema;
