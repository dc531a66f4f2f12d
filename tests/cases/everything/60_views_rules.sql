create view "Odd view" ("A", b) with (security_barrier) as select id, kind from parent where note is not null with cascaded check option;
comment on column "Odd view"."A" is 'first';
alter view "Odd view" alter b set default 'v';
grant insert, select on "Odd view" to case_reader;
create recursive view numbers (n) as select 1 union all select n + 1 from numbers where n < 5;
create materialized view summary with (fillfactor = 80) as select kind, count(*) as n from parent group by kind with no data;
create unique index summary_kind on summary (kind);
create rule "no delete" as on delete to "Odd view" do instead nothing;
comment on rule "no delete" on "Odd view" is 'kept';
create policy own on parent as restrictive for update to case_reader, public using (id > 0) with check (kind = 'x');
alter table parent enable row level security, force row level security;
create constraint trigger "Touch me" after insert or update of kind on parent deferrable initially deferred for each row
    when (new.id > 1) execute function touch();
