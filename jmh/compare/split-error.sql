-- Error of the activity split from one user in four at 50M events of 1M users over 90 days, nothing stored:
-- figures compared, mean and largest error in percent, mean of sqrt(3/n) in percent. Answer here: 89 0.39 1.64 0.426
WITH per AS (SELECT toString(number % 1000000) AS u, groupBitOr(if(intDiv(cityHash64(number, 'e') % (86400*90), 86400) >= 60, bitShiftLeft(toUInt64(1), toUInt8(greatest(60, intDiv(cityHash64(number, 'e') % (86400*90), 86400)) - 60)), toUInt64(0))) AS mask, min(intDiv(cityHash64(number, 'e') % (86400*90), 86400)) AS f
 FROM numbers(50000000) WHERE number % 10 < 7 AND cityHash64(number % 1000000, 'a') % 10 != 0 GROUP BY u),
 days AS (SELECT d, count() AS t, countIf(f = d) AS n, countIf(f < d AND p) AS r, countIf(f < d AND NOT p) AS x,
  4*countIf(k) AS st, 4*countIf(k AND f = d) AS sn, 4*countIf(k AND f < d AND p) AS sr, 4*countIf(k AND f < d AND NOT p) AS sx
  FROM (SELECT d, f, d > 60 AND bitTest(mask, toUInt8(greatest(d, 61) - 61)) AS p, cityHash64(u) % 4 = 0 AS k FROM per ARRAY JOIN range(60, 90) AS d WHERE bitTest(mask, toUInt8(d - 60))) GROUP BY d)
SELECT count(), round(100*avg(e),3) AS mean_error, round(100*max(e),2) AS worst, round(100*avg(q),3) AS expected FROM (SELECT abs(z.1-z.2)/z.1 AS e, sqrt(3/z.1) AS q FROM (SELECT arrayJoin([(t,st),(n,sn),(r,sr),(x,sx)]) AS z FROM days) WHERE z.1 > 0)
SETTINGS max_threads=2
