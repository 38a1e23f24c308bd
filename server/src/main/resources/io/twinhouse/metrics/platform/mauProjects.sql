-- metric: mauProjects
-- about: Users and projects with a token refresh in this period and in the one before, in one pass.
-- parameter: priorSince DateTime64(3, 'UTC')
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
-- window: event_at priorSince until
-- distinct: hashed
SELECT
    uniqExactIf(user_id, event_at >= {since:DateTime64(3, 'UTC')}) AS users,
    uniqExactIf(user_id, event_at < {since:DateTime64(3, 'UTC')}) AS previous_users,
    uniqExactIf(project_id, event_at >= {since:DateTime64(3, 'UTC')}) AS projects,
    uniqExactIf(project_id, event_at < {since:DateTime64(3, 'UTC')}) AS previous_projects
FROM events
WHERE project_id != 'internal'
    AND event_type = '$token-refresh'
    AND user_id IS NOT NULL
