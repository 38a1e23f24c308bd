-- metric: liveUsers
-- about: Users seen since a moment some minutes ago, at most eight a country, the last seen first.
-- parameter: projectId String
-- parameter: branchId String
-- parameter: since DateTime64(3, 'UTC')
SELECT
    upper(latest_country) AS country,
    user_id,
    last_seen
FROM
(
    SELECT
        user_id,
        argMax(CAST(data.ip_info.country_code, 'Nullable(String)'), event_at) AS latest_country,
        max(event_at) AS last_seen
    FROM events
    WHERE project_id = {projectId:String}
        AND branch_id = {branchId:String}
        AND event_type = '$token-refresh'
        AND user_id IS NOT NULL
        AND CAST(data.ip_info.country_code, 'Nullable(String)') IS NOT NULL
        AND event_at >= {since:DateTime64(3, 'UTC')}
    GROUP BY user_id
)
ORDER BY
    country,
    last_seen DESC,
    user_id
LIMIT 8 BY country
