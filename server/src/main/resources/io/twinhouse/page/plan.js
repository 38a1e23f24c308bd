// The plan of a query, and what each of its operators did and held.
'use strict';

const SIZES = {B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3, TiB: 1024 ** 4};

/** What EXPLAIN ANALYZE tells, line by line. */
function operators(lines) {
  const found = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const facts = /^\s*rows (\d+), peak ([\d.]+) (\w+), time ([\d.]+) ms/.exec(lines[i + 1]);
    if (facts) {
      found.push({name: lines[i].trim(), depth: lines[i].search(/\S/) / 2, rows: Number(facts[1]),
        peak: Number(facts[2]) * (SIZES[facts[3]] || 1), millis: Number(facts[4])});
    }
  }
  return found;
}

function share(value, most, text) {
  const bar = make('span', {className: 'share'});
  bar.style.width = (most > 0 ? Math.max(0, 100 * value / most) : 0).toFixed(1) + '%';
  return make('td', {className: 'number shared'}, bar, make('span', {textContent: text}));
}

function operatorTable(list) {
  const most = key => Math.max(...list.map(each => each[key]));
  const rows = list.map(each => {
    const name = make('td', {textContent: each.name});
    name.style.paddingLeft = each.depth * 1.2 + .3 + 'rem';
    return make('tr', {}, name, make('td', {className: 'number', textContent: whole(each.rows)}),
      share(each.peak, most('peak'), bytes(each.peak)), share(each.millis, most('millis'), each.millis.toFixed(2) + ' ms'));
  });
  const titles = [['Operator', ''], ['Rows out', 'number'], ['Peak memory', 'number'], ['Time', 'number']];
  return make('table', {className: 'operators'}, make('thead', {}, make('tr', {}, ...titles.map(([text, kind]) =>
    make('th', {scope: 'col', className: kind, textContent: text})))), make('tbody', {}, ...rows));
}

const linesOf = reply => reply.answer.data.map(row => row.join('  '));

async function explain() {
  problem('');
  const sql = editor.getSelection() || editor.getValue();
  byId('figures').textContent = 'planning …';
  try {
    const plan = linesOf(await ask('EXPLAIN ' + sql));
    const parts = [make('h2', {textContent: 'Plan'}), make('pre', {textContent: plan.join('\n')})];
    byId('figures').textContent = '';
    try {
      const lines = linesOf(await ask('EXPLAIN ANALYZE ' + sql));
      const list = operators(lines);
      const total = lines.filter(line => /^  (Time|Read|Peak memory):/.test(line)).map(line => line.trim()).join(' · ');
      if (list.length) parts.unshift(make('h2', {textContent: 'Operators'}), make('p', {textContent: total}), operatorTable(list));
    } catch (failure) {
      parts.push(make('p', {className: 'error', textContent: failure.message}));
    }
    byId('plan').replaceChildren(...parts);
    showAnswer('answer-plan');
  } catch (failure) {
    byId('figures').textContent = '';
    problem(failure.message);
  }
}

byId('explain').onclick = explain;
