-- metric: country
-- about: Users by the country of their latest token refresh that has one.
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at since until
SELECT
    upper(assumeNotNull(latest)) AS country_code,
    count() AS users
FROM
(
    SELECT
        user_id,
        argMax(CAST(data.ip_info.country_code, 'Nullable(String)'), event_at) AS latest
    FROM events
    WHERE project_id != 'internal'
        AND event_type = '$token-refresh'
        AND user_id IS NOT NULL
        AND CAST(data.ip_info.country_code, 'Nullable(String)') IS NOT NULL
    GROUP BY user_id
)
GROUP BY country_code
ORDER BY
    users DESC,
    country_code
