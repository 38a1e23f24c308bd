-- metric: signupsByProject
-- about: Sign-ups of this period and of the one before, per project.
-- parameter: priorSince DateTime64(3, 'UTC')
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
SELECT
    project_id,
    countIf(signed_up_at >= {since:DateTime64(3, 'UTC')}) AS signups,
    countIf(signed_up_at < {since:DateTime64(3, 'UTC')}) AS previous_signups
FROM users FINAL
WHERE project_id != 'internal'
    AND branch_id = 'main'
    AND sync_is_deleted = 0
    AND is_anonymous = 0
    AND signed_up_at >= {priorSince:DateTime64(3, 'UTC')}
    AND signed_up_at < {until:DateTime64(3, 'UTC')}
GROUP BY project_id
ORDER BY project_id
