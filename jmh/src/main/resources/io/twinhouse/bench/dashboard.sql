-- A day's users, new and returning, of one month, each day filled, with the share of the busiest day.
WITH
  toDateTime64({since:String}, 3, 'UTC') AS window_start,
  toDateTime64({until:String}, 3, 'UTC') AS window_end,
  '550e8400-e29b-41d4-a716-446655440000' AS project,
  firsts AS
  (
    SELECT user_id, min(toDate(event_at)) AS first_day
    FROM events
    WHERE project_id = project AND branch_id = 'main' AND user_id IS NOT NULL
    GROUP BY user_id
  ),
  active AS
  (
    SELECT DISTINCT user_id, toDate(event_at) AS day, lower(trim(ifNull(country, ''))) AS place
    FROM events
    WHERE project_id = project AND branch_id = 'main'
      AND event_type IN ('$token-refresh', '$page-view')
      AND event_at >= window_start AND event_at < window_end
      AND coalesce(is_anonymous, 0) = 0
      AND match(user_id, '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$')
  ),
  days AS
  (
    SELECT toDate(window_start) + number AS day
    FROM numbers(30)
  )
SELECT
  d.day AS day,
  formatDateTime(d.day, '%Y-%m-%d') AS label,
  uniqExact(a.user_id) AS users,
  uniqExactIf(a.user_id, f.first_day = d.day) AS new_users,
  countIf(f.first_day < d.day) AS returning_rows,
  topK(3)(a.place) AS places,
  round(100 * users / greatest(max(users) OVER (), 1), 2) AS share,
  sum(users) OVER (ORDER BY day ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS week
FROM days AS d
LEFT JOIN active AS a ON a.day = d.day
LEFT JOIN firsts AS f ON f.user_id = a.user_id
GROUP BY d.day
HAVING users >= 0
ORDER BY day ASC WITH FILL STEP 1
LIMIT 400
