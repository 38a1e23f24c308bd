-- metric: teamsByProjectNewest
-- about: teamsByProject by the newest version of each key instead of FINAL.
SELECT
    project_id,
    count() AS teams
FROM
(
    SELECT
        project_id,
        id,
        argMax(tuple(sync_is_deleted, created_at), sync_sequence_id) AS newest
    FROM teams
    WHERE project_id != 'internal'
        AND branch_id = 'main'
    GROUP BY
        project_id,
        id
)
WHERE tupleElement(newest, 1) = 0
GROUP BY project_id
ORDER BY project_id
