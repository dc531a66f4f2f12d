create type level as enum ('low', 'middle', 'high', 'top');
create domain levels as level[] check (cardinality(value) < 19);
create table t (id int primary key, l level[] not null default array['middle']::level[], d levels);
create function worst(level[]) returns level language sql immutable as $$select max(x) from unnest($1) x where x <> 'top'$$;
create index t_worst on t (worst(l));
