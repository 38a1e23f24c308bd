-- metric: sessionsByDay
-- about: Sessions per UTC day of their first event: a user's page views and clicks without a gap above gapMs, cut at the window.
-- parameter: projectId String
-- parameter: branchId String
-- parameter: gapMs Int64
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at since until
SELECT
    toDate(fromUnixTimestamp64Milli(first_ms, 'UTC')) AS day,
    count() AS sessions,
    countIf(page_views <= 1) AS bounces,
    sum(last_ms - first_ms) AS duration_ms
FROM
(
    SELECT
        user,
        session,
        min(ms) AS first_ms,
        max(ms) AS last_ms,
        countIf(event_type = '$page-view') AS page_views
    FROM
    (
        SELECT
            user,
            ms,
            event_type,
            sum(begins) OVER (PARTITION BY user ORDER BY ms) AS session
        FROM
        (
            SELECT
                user,
                ms,
                event_type,
                ms - lagInFrame(ms, 1) OVER (PARTITION BY user ORDER BY ms) > {gapMs:Int64} AS begins
            FROM
            (
                SELECT
                    assumeNotNull(user_id) AS user,
                    toUnixTimestamp64Milli(event_at) AS ms,
                    event_type
                FROM events
                WHERE project_id = {projectId:String}
                    AND branch_id = {branchId:String}
                    AND event_type IN ('$page-view', '$click')
                    AND user_id IS NOT NULL
                    AND event_at >= {since:DateTime64(3, 'UTC')}
                    AND event_at < {until:DateTime64(3, 'UTC')}
            )
        )
    )
    GROUP BY
        user,
        session
)
GROUP BY day
ORDER BY day
