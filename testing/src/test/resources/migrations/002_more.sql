INSERT INTO visits VALUES ('2026-01-01', 'ann'), ('2026-01-01', 'bob');
INSERT INTO visits VALUES ('2026-01-02', 'ann');
