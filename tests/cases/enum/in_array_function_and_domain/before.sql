create type level as enum ('low', 'high');
create domain levels as level[] check (cardinality(value) < 9);
create table t (id int primary key, l level[], d levels);
create function worst(level[]) returns level language sql immutable as $$select max(x) from unnest($1) x$$;
create index t_worst on t (worst(l));
