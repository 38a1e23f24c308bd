-- metric: analyticsByProject
-- about: Page views of all time, per project.
-- guard: off
SELECT
    project_id,
    count() AS page_views
FROM events
WHERE project_id != 'internal'
    AND branch_id = 'main'
    AND event_type = '$page-view'
GROUP BY project_id
ORDER BY project_id
