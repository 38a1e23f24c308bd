// The two example dashboards, drawn from what /page/dashboards/… answers.
'use strict';

/** How each metric is drawn; what is not named here is a table. */
const DRAWINGS = {
  loadUsersByCountry: {kind: 'countries'}, country: {kind: 'countries'},
  loadDailyActiveUsers: {kind: 'line'}, dauSeries: {kind: 'line'}, signupSeries: {kind: 'bar'},
  loadDailyActiveUsersSplit: {kind: 'bar', skip: 'total_count', stacked: true},
  loadDailyActiveTeamsSplit: {kind: 'bar', skip: 'total_count', stacked: true},
  split: {kind: 'bar', skip: 'total_count', stacked: true},
  'analyticsOverview:dailyEvents': {kind: 'line'}, pvSeries: {kind: 'line'},
};

/** Every day of the window, zero where the answer has no row. */
function zeroFilled(metric, document_) {
  const days = [];
  for (let day = new Date(document_.since + 'T00:00:00Z'); days.length < 400; day.setUTCDate(day.getUTCDate() + 1)) {
    const text = day.toISOString().slice(0, 10);
    days.push(text);
    if (text >= document_.today) break;
  }
  const known = new Map(metric.rows.map(row => [String(row[0]), row]));
  return days.map(day => known.get(day) || [day, ...metric.columns.slice(1).map(() => 0)]);
}

function drawing(metric, how, document_) {
  const daily = metric.columns[0] === 'day';
  const rows = daily ? zeroFilled(metric, document_) : metric.rows.slice(0, 12);
  const canvas = make('canvas', {});
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', metric.about);
  const series = metric.columns.map((name, i) => ({label: name, values: rows.map(row => Number(row[i]))}))
    .slice(1).filter(one => one.label !== how.skip);
  queueMicrotask(() => draw(canvas, rows.map(row => daily ? row[0].slice(5) : row[0]), series, how.kind, how.stacked));
  return make('div', {className: 'canvas'}, canvas);
}

/** The names of countries in the reader's language; a code that is none stands for itself. */
const COUNTRIES = new Intl.DisplayNames(undefined, {type: 'region', fallback: 'code'});

function countryName(code) {
  try {
    return COUNTRIES.of(code);
  } catch (unknown) {
    return String(code);
  }
}

/** All countries in order, each with its number and its share of the users whose country is known. */
function countries(metric) {
  const sum = metric.rows.reduce((all, row) => all + Number(row[1]), 0);
  const most = Math.max(...metric.rows.map(row => Number(row[1])));
  return make('ol', {className: 'countries scroll', tabIndex: 0}, ...metric.rows.map(([code, users]) => {
    const bar = make('span', {className: 'share'});
    bar.style.width = `${100 * Number(users) / most}%`;
    return make('li', {title: String(code)}, make('span', {className: 'name', textContent: countryName(code)}), make('span', {className: 'track'}, bar),
      make('span', {className: 'number'}, whole(users)), make('small', {}, `${(100 * Number(users) / sum).toFixed(1)} %`));
  }));
}

/** previous_users as people say it. */
function label(column) {
  return column.replace(/_/g, ' ').replace(/^previous (.*)/, '$1 before').replace(/\bid\b/g, 'ID');
}

/** One row of figures: each with what it is. */
function figuresOf(metric) {
  return make('dl', {className: 'figures'}, ...metric.columns.map((name, i) => make('div', {},
    make('dt', {textContent: label(name)}), make('dd', {textContent: typeof metric.rows[0][i] === 'number' ? whole(metric.rows[0][i]) : metric.rows[0][i] ?? 'none'}))));
}

function body(metric, document_) {
  if (metric.error) return make('p', {className: 'error', textContent: metric.error});
  if (metric.rows.length === 1 && metric.columns.length === 1) {
    const live = metric.name === 'analyticsOverview:online' ? [make('span', {className: Number(metric.rows[0][0]) ? 'live' : 'live nobody', ariaHidden: 'true'})] : [];
    return make('div', {className: 'big'}, ...live, whole(metric.rows[0][0]));
  }
  if (!metric.rows.length) return make('p', {className: 'none', textContent: 'Nothing in this window.'});
  const how = DRAWINGS[metric.name];
  if (how && how.kind === 'countries') return countries(metric);
  if (!how && metric.rows.length === 1) return figuresOf(metric);
  if (how) return drawing(metric, how, document_);
  const answer = {meta: metric.columns.map((name, i) => ({name, quiet: true, type: metric.rows.some(row => typeof row[i] === 'number') ? 'Int64' : ''})), data: metric.rows};
  return make('div', {className: 'scroll', tabIndex: 0}, ...table(answer));
}

/** loadDailyActiveUsers as people say it. */
function title(name) {
  const words = name.replace(/^load|^analyticsOverview:/, '').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
    .replace(/^online$/, 'live users').replace(/\bdau\b/, 'DAU').replace(/\bmau\b/, 'MAU').replace(/\bpv\b/, 'page view').replace(/\boauth\b/, 'OAuth');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function card(metric, document_) {
  const facts = `${metric.millis.toFixed(1)} ms · peak ${bytes(metric.peak)}${metric.approximate ? ' · from a sample' : ''}`;
  const article = make('article', {className: 'card', title: metric.notes.join('\n')},
    make('h2', {textContent: title(metric.name)}), make('p', {textContent: metric.about}), make('p', {className: 'facts', textContent: `${metric.name} · ${facts}`}), body(metric, document_));
  return article;
}

function control(label, name, value, type) {
  const input = make('input', {name, value, type: type || 'text', size: 14});
  return make('label', {}, label, input);
}

function openDashboard(name) {
  const place = byId(name);
  if (place.childElementCount) return;
  const parts = [control('Today', 'today', new Date().toISOString().slice(0, 10), 'date')];
  if (name === 'internal') {
    parts.unshift(control('Project', 'projectId', 'demo-project'), control('Branch', 'branchId', 'main'));
    parts.push(make('label', {}, 'Anonymous users', make('select', {name: 'includeAnonymous'},
      make('option', {value: '0', textContent: 'left out'}), make('option', {value: '1', textContent: 'counted'}))));
  }
  const cards = make('div', {className: 'cards'});
  const sum = make('output', {});
  const form = make('form', {className: 'controls'}, ...parts, make('button', {className: 'primary', textContent: 'Show'}), sum);
  form.onsubmit = async event => {
    event.preventDefault();
    sum.textContent = 'asking …';
    try {
      const response = await fetch(`/page/dashboards/${name}?` + new URLSearchParams(new FormData(form)), {headers: credentials()});
      if (!response.ok) throw new Error(await response.text());
      const document_ = await response.json();
      sum.textContent = `${document_.metrics.length} queries in ${document_.elapsedMillis.toFixed(0)} ms · sum of peaks ${bytes(document_.sumOfPeaks)} · largest ${bytes(document_.maxPeak)}`;
      // who is there right now comes first
      const ordered = [...document_.metrics].sort((a, b) => b.name.endsWith(':online') - a.name.endsWith(':online'));
      cards.replaceChildren(...ordered.map(metric => card(metric, document_)));
    } catch (failure) {
      sum.textContent = failure.message;
    }
  };
  place.replaceChildren(form, cards);
  form.requestSubmit();
}
