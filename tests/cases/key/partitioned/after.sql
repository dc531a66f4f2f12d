create table m (a int not null, b int not null, c int, constraint "M's" primary key (b, a),
                constraint m_c unique (c, a, b) with (fillfactor = 80) deferrable initially deferred) partition by range (a);
create table m1 partition of m for values from (0) to (10) partition by list (b);
create table "m's 11" partition of m1 for values in (1);
create table m2 partition of m for values from (10) to (20);
create table gone (a int not null, c int) partition by list (a);
create table gone1 partition of gone for values in (1);
create table changes (a int not null, c int not null, constraint changes_key unique (a), primary key (a, c)) partition by list (a);
create table changes1 partition of changes for values in (1);
create table refers (a int, b int, foreign key (a, b) references m (b, a));
