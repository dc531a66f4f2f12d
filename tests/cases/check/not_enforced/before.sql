create table t (a int, b int, constraint drops check (a > 0) not enforced, constraint starts check (b > 0) not enforced,
                constraint stops check (b > 1));
