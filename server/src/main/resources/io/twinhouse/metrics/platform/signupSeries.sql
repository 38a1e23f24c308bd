-- metric: signupSeries
-- about: Users that signed up and have an account, per UTC day.
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
SELECT
    toDate(signed_up_at) AS day,
    count() AS signups
FROM users FINAL
WHERE project_id != 'internal'
    AND branch_id = 'main'
    AND sync_is_deleted = 0
    AND is_anonymous = 0
    AND signed_up_at >= {since:DateTime64(3, 'UTC')}
    AND signed_up_at < {until:DateTime64(3, 'UTC')}
GROUP BY day
ORDER BY day
