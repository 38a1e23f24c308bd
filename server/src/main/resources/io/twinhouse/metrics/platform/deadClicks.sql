-- metric: deadClicks
-- about: Clicks, and those on something that did nothing.
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at since until
SELECT
    count() AS clicks,
    sum(is_dead) AS dead_clicks
FROM clickmap_events
WHERE project_id != 'internal'
