# What is no statement is a SELECT without that word, if implicit_select says so.
factorial(5)
[]
1 + 1
avg(x)
'a'
foo
foo bar
*
(1)
-1
not 1
case when 1 then 2 end
explain 1
explain 1+1
explain factorial(3)
select * from (1)
1 settings max_threads=1
1 from numbers(3)
1 as x where x
1 union all select 2
select 1 union all 2
with 1 as x x
with 1 as x
number from numbers(3) limit 1
distinct 1
number, number+1 from numbers(2)
describe (1)
describe 1
insert into x 1
selec 1
selec
show
from numbers(2)
null
true
all 1
top 1 1
explain ast 1
explain syntax 1+1
select (1+1)
?
show x
show 1
show tables x
show(1)
set(1)
use(1)
use + 1
insert(1)
replace('abc','a','b')
replace(1)
exists(1)
exists nosuchtable
explain(1)
explain
alter
alter table
check
check 1
kill
system
system 1
grant
drop
drop x
truncate(1.5)
truncate
rename x
optimize
delete
update
update x
describe
desc
desc x y z
commit
rollback
move
copy
watch
attach
detach
create
create x
create(1)
select
with
from
from + 1
from x
from x y
from(1)
execute
with 1
1 x y
1 limit 1
1 order by 1
1 union select 2
1 intersect select 1
(1) union all (select 2)
(select 1) union all (select 2)
(select 1) + 1
(select 1) x
(select 1) from numbers(2)
(select 1, 2)
(1, 2)
(1), (2)
((select 1))
((1))
((select 1) + 1)
(select 1)::String
-(select 1)
select select
(select 1).1
(from numbers(2) select number)
(from)
(with 1 as x select x)
(with)
1 x format JSON
x -> x
x.*
* from numbers(2)
columns('x') from numbers(2)
columns('n') from numbers(2)
count()
count() from numbers(5)
sum(number) over () from numbers(2)
interval 1 day
date '2020-01-01'
array(1)
case 1 when 1 then 2 end
cast(1 as String)
{'a':1}
@@max_threads
/* x */ 1
1 parallel with 1
set x
set
set x = 
use
1 format
1 union
select 1 format
select 1 union
distinct on (number % 2) number from numbers(3)
select 1 2
with 1 as x insert
with x
with + 1
with(1)
from(select 1)
from (select 1) select 1
from numbers(2) number
fromx
all
distinct
top
top 1
1,
1, from numbers(1)
,1
1 group by 1
1 having 1
1 with totals
1 limit 1 by 1
1 qualify 1
1 window w as ()
1 offset 0
1 fetch first 1 rows only
1 prewhere 1
number from numbers(2) prewhere number
number as n, n + 1 from numbers(2) where n order by n
values (1)
values
insert
insert into
insert into x
insert x
1 -- c
show create
show create x y z
show processlist x
use x, y
use x y
drop table
drop table x y z
create table
create table x
create table x y
alter table x
alter table x y
alter table x y, z
truncate table
truncate(1.5), 2
rename table x
kill query
kill x
system x
system start
grant x
revoke
undrop
exchange
exchange x
check x
check table
describe nosuchtable
explain x
explain select
explain select 1 x y
explain ast
explain plan
explain x y
optimize x
optimize table
begin x
begin transaction
describe table
describe table.x
exists table.x
show create table.x
exists table
exists view
select 1 prewhere 1
start transaction
set transaction snapshot 1
