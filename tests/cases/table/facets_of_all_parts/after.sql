create table t (id int constraint t_pk primary key, a int, u int constraint t_u unique, constraint t_c check (a > 0), constraint t_f foreign key (a) references t);
create index t_i on t (a);
create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger t_t before insert on t for each row execute function f();
create policy t_p on t;
create rule t_r as on delete to t where false do nothing;
create statistics t_s on id, a from t;
comment on constraint t_u on t is 'another';
