-- metric: totalsByProjectNewest
-- about: totalsByProject by the newest version of each key instead of FINAL.
SELECT
    project_id,
    count() AS users
FROM
(
    SELECT
        project_id,
        id,
        argMax(tuple(sync_is_deleted, is_anonymous), sync_sequence_id) AS newest
    FROM users
    WHERE project_id != 'internal'
        AND branch_id = 'main'
    GROUP BY
        project_id,
        id
)
WHERE tupleElement(newest, 1) = 0
    AND tupleElement(newest, 2) = 0
GROUP BY project_id
ORDER BY project_id
