// The query view, the tables and the running queries.
'use strict';

const byId = id => document.getElementById(id);

/** Makes an element; children are elements or texts. */
function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties || {});
  element.append(...children);
  return element;
}

/** Bytes as people read them. */
function bytes(count) {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let shown = Number(count), unit = 0;
  while (shown >= 1024 && unit < units.length - 1) { shown /= 1024; unit++; }
  return `${unit === 0 ? shown : shown.toFixed(2)} ${units[unit]}`;
}

const whole = count => Number(count).toLocaleString('en');

function credentials() {
  return {'X-ClickHouse-User': byId('user').value || 'default', 'X-ClickHouse-Key': byId('password').value};
}

/** Runs SQL; throws what the server says. */
async function ask(sql, options = {}) {
  const parameters = new URLSearchParams({default_format: 'JSONCompact', wait_end_of_query: '1',
    output_format_json_quote_64bit_integers: '1', ...(options.queryId ? {query_id: options.queryId} : {})});
  const begun = performance.now();
  const response = await fetch('/?' + parameters, {method: 'POST', body: sql, headers: credentials(), signal: options.signal});
  const text = await response.text();
  if (!response.ok || response.headers.has('X-ClickHouse-Exception-Code')) throw new Error(text.trim());
  const summary = JSON.parse(response.headers.get('X-ClickHouse-Summary') || '{}');
  const structured = response.headers.get('X-ClickHouse-Format') === 'JSONCompact';
  return {answer: structured ? JSON.parse(text) : null, text, summary, millis: performance.now() - begun};
}

/** Arrow keys move between tabs; the chosen one shows its panel. */
function tabs(list, chosen) {
  const buttons = [...byId(list).querySelectorAll('[role=tab]')];
  const choose = button => {
    for (const each of buttons) {
      const selected = each === button;
      each.setAttribute('aria-selected', selected);
      each.tabIndex = selected ? 0 : -1;
      byId(each.getAttribute('aria-controls')).hidden = !selected;
    }
    if (chosen) chosen(button.getAttribute('aria-controls'));
  };
  buttons.forEach((button, index) => {
    button.onclick = () => choose(button);
    button.onkeydown = event => {
      const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
      if (step) {
        const next = buttons[(index + step + buttons.length) % buttons.length];
        next.focus();
        choose(next);
      }
    };
  });
  return id => choose(byId(id));
}

const isNumeric = type => /^(Nullable\()?(U?Int|Float|Decimal|BFloat)/.test(type);

function cell(value, numeric) {
  if (value === null) return make('td', {className: 'null', textContent: 'NULL'});
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return make('td', {className: numeric ? 'number' : '', textContent: text});
}

const SHOWN_ROWS = 1000;

function table(answer) {
  const numeric = answer.meta.map(column => isNumeric(column.type));
  const head = make('tr', {}, ...answer.meta.map((column, i) =>
    make('th', {scope: 'col', className: numeric[i] ? 'number' : ''}, column.name, ...(column.quiet ? [] : [make('small', {textContent: column.type})]))));
  const rows = answer.data.slice(0, SHOWN_ROWS).map(row => make('tr', {}, ...row.map((value, i) => cell(value, numeric[i]))));
  const parts = [make('table', {}, make('thead', {}, head), make('tbody', {}, ...rows))];
  if (!answer.data.length) parts.push(make('p', {className: 'none', textContent: 'No rows.'}));
  if (answer.data.length > SHOWN_ROWS) parts.push(make('p', {textContent: `The first ${whole(SHOWN_ROWS)} of ${whole(answer.data.length)} rows.`}));
  return parts;
}

const PALETTE = ['#2a9d7f', '#e08a2e', '#5b7bd5', '#c6527a', '#8a9a3b', '#8d6cc3'];

/** Draws columns over the first one: lines over time and numbers, bars over names. */
function draw(canvas, labels, series, kind, stacked) {
  const old = Chart.getChart(canvas);
  if (old) old.destroy();
  const ink = getComputedStyle(document.body).color;
  const axis = {stacked: Boolean(stacked), ticks: {color: ink}, grid: {color: 'rgba(128,128,128,.2)'}};
  return new Chart(canvas, {
    type: kind,
    data: {labels, datasets: series.map((one, i) => ({
      label: one.label, data: one.values, borderColor: PALETTE[i % PALETTE.length],
      backgroundColor: PALETTE[i % PALETTE.length], pointRadius: labels.length > 40 ? 0 : 2, borderWidth: 2, tension: .2}))},
    options: {maintainAspectRatio: false, animation: false, scales: {x: axis, y: {...axis, beginAtZero: true}},
      plugins: {legend: {display: series.length > 1, labels: {color: ink}}}},
  });
}

let lastAnswer = null;
let lastSql = null;

function drawAnswer() {
  if (!lastAnswer || lastAnswer.meta.length < 1) return;
  const numeric = lastAnswer.meta.map(column => isNumeric(column.type));
  const firstLabel = numeric.indexOf(false) >= 0 ? numeric.indexOf(false) : 0;
  const drawn = lastAnswer.meta.map((_, i) => i).filter(i => numeric[i] && (i !== firstLabel || lastAnswer.meta.length === 1));
  const rows = lastAnswer.data.slice(0, 2000);
  const type = lastAnswer.meta[firstLabel].type;
  const kind = /Date/.test(type) || numeric[firstLabel] ? 'line' : 'bar';
  draw(byId('chart'), rows.map(row => row[firstLabel]), drawn.map(i =>
    ({label: lastAnswer.meta[i].name, values: rows.map(row => row[i] === null ? null : Number(row[i]))})), kind);
}

const HISTORY = 'twinhouse.history';
const history_ = () => JSON.parse(localStorage.getItem(HISTORY) || '[]');

function remember(entry) {
  localStorage.setItem(HISTORY, JSON.stringify([entry, ...history_()].slice(0, 100)));
}

function showHistory() {
  const rows = history_().map(run => {
    const again = make('button', {textContent: 'Open'});
    again.onclick = () => { editor.setValue(run.sql); editor.focus(); };
    return make('tr', {}, make('td', {textContent: run.at}), make('td', {className: 'number', textContent: `${run.millis.toFixed(1)} ms`}),
      make('td', {className: 'number', textContent: run.peak === null ? '' : bytes(run.peak)}), make('td', {}, make('code', {textContent: run.sql})), make('td', {}, again));
  });
  byId('history').replaceChildren(make('table', {}, make('thead', {}, make('tr', {},
    ...['When', 'Time', 'Peak memory', 'Query', ''].map(text => make('th', {scope: 'col', textContent: text})))), make('tbody', {}, ...rows)));
}

const editor = CodeMirror.fromTextArea(byId('sql'), {
  mode: 'text/x-sql', lineNumbers: true, lineWrapping: true, viewportMargin: Infinity,
  extraKeys: {'Ctrl-Enter': () => run(), 'Shift-Ctrl-Enter': () => explain(), 'Cmd-Enter': () => run(), 'Ctrl-Space': complete, Esc: () => cancel(), Tab: false, 'Shift-Tab': false},
});
editor.getInputField().setAttribute('aria-label', 'SQL');

let words = null;

/** Names of functions, tables and columns; what the server does not tell is left out. */
async function knownWords() {
  const sources = ['SELECT name FROM system.functions', 'SELECT DISTINCT name FROM system.tables', 'SELECT DISTINCT name FROM system.columns'];
  const lists = await Promise.all(sources.map(sql => ask(sql).then(reply => reply.answer.data.map(row => row[0])).catch(() => [])));
  const keywords = Object.keys(CodeMirror.resolveMode('text/x-sql').keywords).map(word => word.toUpperCase());
  return [...new Set([...lists.flat(), ...keywords])].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

async function complete(instance) {
  words = words || await knownWords();
  instance.showHint({completeSingle: false, hint: () => {
    const cursor = instance.getCursor();
    const before = instance.getLine(cursor.line).slice(0, cursor.ch);
    const start = before.search(/[A-Za-z_0-9]*$/);
    const typed = before.slice(start).toLowerCase();
    return {list: words.filter(word => word.toLowerCase().startsWith(typed)).slice(0, 200),
      from: CodeMirror.Pos(cursor.line, start), to: cursor};
  }});
}

let running = null;

function problem(text) {
  byId('problem').hidden = !text;
  byId('problem').textContent = text || '';
}

/** The cursor goes to where the server stopped reading, if the whole text was run. */
function pointAt(message) {
  const at = /failed at position (\d+)/.exec(message);
  if (at && !editor.somethingSelected()) editor.setCursor(editor.posFromIndex(Number(at[1]) - 1));
}

/** What is shown is of the statement that ran last: beside a refusal no older rows stand. */
function showResult(answer, otherwise) {
  lastAnswer = answer;
  byId('download').disabled = byId('copy').disabled = !answer;
  byId('result').replaceChildren(...(answer ? table(answer) : otherwise ? [make('pre', {textContent: otherwise})] : []));
  const chart = Chart.getChart(byId('chart'));
  if (chart && !answer) chart.destroy();
}

async function copy() {
  const text = value => value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value).replace(/[\t\n]/g, ' ');
  const rows = [lastAnswer.meta.map(column => column.name), ...lastAnswer.data.map(row => row.map(text))];
  await navigator.clipboard.writeText(rows.map(row => row.join('\t')).join('\n'));
  byId('copy').textContent = 'Copied';
  setTimeout(() => { byId('copy').textContent = 'Copy'; }, 1500);
}

async function run() {
  if (running) return;
  const sql = editor.getSelection() || editor.getValue();
  running = {abort: new AbortController(), queryId: 'page-' + Math.random().toString(36).slice(2)};
  byId('run').disabled = true;
  byId('cancel').disabled = false;
  byId('figures').textContent = 'running …';
  const endWatch = watch(running.queryId);
  problem('');
  try {
    const reply = await ask(sql, {signal: running.abort.signal, queryId: running.queryId});
    const peak = reply.summary.memory_usage === undefined ? null : Number(reply.summary.memory_usage);
    const rows = reply.answer ? reply.answer.rows : null;
    byId('figures').textContent = [`${reply.millis.toFixed(1)} ms`, peak === null ? null : `peak memory ${bytes(peak)}`,
      rows === null ? null : `${whole(rows)} rows`, reply.summary.read_rows ? `${whole(reply.summary.read_rows)} read` : null].filter(Boolean).join(' · ');
    lastSql = sql;
    showResult(reply.answer, reply.text || 'Done.');
    if (reply.answer) sortable(byId('result')); else showSchema();
    if (byId('result').hidden && byId('drawing').hidden) showAnswer('answer-table');
    if (!byId('drawing').hidden) drawAnswer();
    remember({at: new Date().toLocaleString(), sql, millis: reply.millis, peak});
    if (!byId('history').hidden) showHistory();
  } catch (failure) {
    byId('figures').textContent = '';
    showResult(null, '');
    pointAt(failure.message);
    problem(failure.name === 'AbortError' ? 'Cancelled.' : failure.message);
  } finally {
    endWatch();
    running = null;
    byId('run').disabled = false;
    byId('cancel').disabled = true;
  }
}

function cancel() {
  if (!running) return;
  ask(`KILL QUERY WHERE query_id = '${running.queryId}' ASYNC`).catch(() => {});
  running.abort.abort();
}

byId('run').onclick = run;
byId('cancel').onclick = cancel;
byId('copy').onclick = () => copy().catch(failure => problem(`The browser refused to copy: ${failure.message}`));
byId('login').onsubmit = event => event.preventDefault();
document.addEventListener('keydown', event => { if (event.key === 'Escape') cancel(); });

const showAnswer = tabs('answers', panel => {
  if (panel === 'drawing') drawAnswer();
  if (panel === 'history') showHistory();
});

/** Fills a panel with a query's table, or with what the server said instead. */
async function fill(panel, sql, extra) {
  const place = byId(panel);
  place.replaceChildren(make('p', {textContent: 'loading …'}));
  try {
    const reply = await ask(sql);
    const again = make('button', {textContent: 'Refresh'});
    again.onclick = () => fill(panel, sql, extra);
    place.replaceChildren(make('div', {className: 'bar'}, again), ...table(reply.answer));
    if (extra) extra(place, reply.answer);
  } catch (failure) {
    place.replaceChildren(make('p', {className: 'error', textContent: failure.message}));
  }
}

function addKill(place, answer) {
  const id = answer.meta.findIndex(column => column.name === 'query_id');
  place.querySelectorAll('tbody tr').forEach((row, i) => {
    const kill = make('button', {textContent: 'Kill'});
    kill.onclick = () => ask(`KILL QUERY WHERE query_id = '${answer.data[i][id].replace(/\\/g, '\\\\').replace(/'/g, "\\'")}' ASYNC`)
      .then(() => views('running'), failure => place.prepend(make('p', {className: 'error', textContent: failure.message})));
    row.append(make('td', {}, kill));
  });
}

const TABLES = "SELECT database, name, engine, total_rows AS rows, formatReadableSize(total_bytes) AS size FROM system.tables"
  + " WHERE database NOT IN ('system', 'INFORMATION_SCHEMA', 'information_schema') ORDER BY database, name";
const RUNNING = 'SELECT query_id, user, round(elapsed, 2) AS seconds, read_rows, formatReadableSize(memory_usage) AS memory,'
  + ' formatReadableSize(peak_memory_usage) AS peak, query FROM system.processes ORDER BY elapsed DESC';

function views(panel) {
  if (panel === 'tables') fill('tables', TABLES);
  if (panel === 'running') fill('running', RUNNING, addKill);
  if (panel === 'internal' || panel === 'platform') openDashboard(panel);
}
const showView = tabs('views', views);

/** Links: #internal opens that view, #sql=SELECT… runs a query. */
function follow() {
  const place = decodeURIComponent(location.hash.slice(1));
  if (place.startsWith('sql=')) {
    editor.setValue(place.slice(4));
    run();
  } else if (byId('view-' + place)) {
    showView('view-' + place);
  }
}
window.addEventListener('load', follow);
window.addEventListener('hashchange', follow);
