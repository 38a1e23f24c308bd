-- metric: loadDailyActiveUsersSplitHashed
-- about: The users' split over 64-bit hashes of their ids.
-- parameter: projectId String
-- parameter: branchId String
-- parameter: includeAnonymous UInt8
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at since until
-- all history: first_seen
SELECT
    w.day AS day,
    count() AS total_count,
    countIf(f.first_date = w.day) AS new_count,
    countIf(f.first_date < w.day AND w.previous_day = addDays(w.day, -1)) AS retained_count,
    countIf(f.first_date < w.day AND w.previous_day < addDays(w.day, -1)) AS reactivated_count
FROM
(
    SELECT
        day,
        entity,
        lagInFrame(day, 1) OVER (PARTITION BY entity ORDER BY day) AS previous_day
    FROM
    (
        SELECT DISTINCT
            toDate(event_at) AS day,
            sipHash64(assumeNotNull(user_id)) AS entity
        FROM events
        WHERE project_id = {projectId:String}
            AND branch_id = {branchId:String}
            AND event_type = '$token-refresh'
            AND user_id IS NOT NULL
            AND event_at >= {since:DateTime64(3, 'UTC')}
            AND event_at < {until:DateTime64(3, 'UTC')}
            AND ({includeAnonymous:UInt8} = 1 OR coalesce(CAST(data.is_anonymous, 'Nullable(UInt8)'), 0) = 0)
    )
) AS w
LEFT JOIN
(
    SELECT
        sipHash64(assumeNotNull(user_id)) AS entity,
        toDate(min(event_at)) AS first_date
    FROM events AS first_seen
    WHERE project_id = {projectId:String}
        AND branch_id = {branchId:String}
        AND event_type = '$token-refresh'
        AND user_id IS NOT NULL
        AND event_at < {until:DateTime64(3, 'UTC')}
        AND ({includeAnonymous:UInt8} = 1 OR coalesce(CAST(data.is_anonymous, 'Nullable(UInt8)'), 0) = 0)
    GROUP BY entity
) AS f ON f.entity = w.entity
GROUP BY day
ORDER BY day
