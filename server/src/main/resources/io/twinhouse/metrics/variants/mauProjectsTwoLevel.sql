-- metric: mauProjectsTwoLevel
-- about: mauProjects with one row a hash, which tells the periods that it was seen in.
-- parameter: priorSince DateTime64(3, 'UTC')
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at priorSince until
SELECT
    u.users AS users,
    u.previous_users AS previous_users,
    p.projects AS projects,
    p.previous_projects AS previous_projects
FROM
(
    SELECT
        countIf(latest >= {since:DateTime64(3, 'UTC')}) AS users,
        countIf(first < {since:DateTime64(3, 'UTC')}) AS previous_users
    FROM
    (
        SELECT
            sipHash64(assumeNotNull(user_id)) AS user,
            max(event_at) AS latest,
            min(event_at) AS first
        FROM events
        WHERE project_id != 'internal'
            AND event_type = '$token-refresh'
            AND user_id IS NOT NULL
            AND event_at >= {priorSince:DateTime64(3, 'UTC')}
        GROUP BY user
    )
) AS u
CROSS JOIN
(
    SELECT
        uniqExactIf(project_id, event_at >= {since:DateTime64(3, 'UTC')}) AS projects,
        uniqExactIf(project_id, event_at < {since:DateTime64(3, 'UTC')}) AS previous_projects
    FROM events
    WHERE project_id != 'internal'
        AND event_type = '$token-refresh'
        AND user_id IS NOT NULL
) AS p
