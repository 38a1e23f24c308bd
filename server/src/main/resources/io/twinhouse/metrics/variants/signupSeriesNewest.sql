-- metric: signupSeriesNewest
-- about: signupSeries by the newest version of each key instead of FINAL.
-- parameter: since DateTime64(3, 'UTC')
-- parameter: until DateTime64(3, 'UTC')
SELECT
    toDate(tupleElement(newest, 3)) AS day,
    count() AS signups
FROM
(
    SELECT
        project_id,
        id,
        argMax(tuple(sync_is_deleted, is_anonymous, signed_up_at), sync_sequence_id) AS newest
    FROM users
    WHERE project_id != 'internal'
        AND branch_id = 'main'
    GROUP BY
        project_id,
        id
)
WHERE tupleElement(newest, 1) = 0
    AND tupleElement(newest, 2) = 0
    AND tupleElement(newest, 3) >= {since:DateTime64(3, 'UTC')}
    AND tupleElement(newest, 3) < {until:DateTime64(3, 'UTC')}
GROUP BY day
ORDER BY day
