create table t (a int, b int, constraint starts check (b > 0), constraint stops check (b > 1) not enforced,
                constraint new check (a > 2) not enforced);
create table u (a int, constraint inline check (a > 0) not enforced);
