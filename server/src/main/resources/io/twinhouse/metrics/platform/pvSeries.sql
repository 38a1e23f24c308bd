-- metric: pvSeries
-- about: Page views and their distinct users, per UTC day; views without a user count as views.
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at since until
-- distinct: hashed
SELECT
    toDate(event_at) AS day,
    count() AS page_views,
    uniqExact(user_id) AS visitors
FROM events
WHERE project_id != 'internal'
    AND event_type = '$page-view'
GROUP BY day
ORDER BY day
