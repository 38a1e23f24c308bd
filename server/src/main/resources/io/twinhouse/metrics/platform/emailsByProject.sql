-- metric: emailsByProject
-- about: E-mails, per project.
SELECT
    project_id,
    count() AS emails
FROM email_outboxes FINAL
WHERE project_id != 'internal'
    AND branch_id = 'main'
    AND sync_is_deleted = 0
GROUP BY project_id
ORDER BY project_id
