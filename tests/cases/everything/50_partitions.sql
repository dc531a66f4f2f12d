create table crash (id bigint not null, day date not null, signature text default 'none', primary key (id, day))
    partition by range (day);
create index crash_signature on crash (signature);
create table crash_2025 partition of crash for values from ('2025-01-01') to ('2026-01-01') partition by hash (id);
create table crash_2025_0 partition of crash_2025 for values with (modulus 2, remainder 0);
create table crash_2025_1 partition of crash_2025 for values with (modulus 2, remainder 1);
create table crash_2026 (id bigint not null, day date not null, signature text, constraint own_key primary key (id, day));
create index own_signature on crash_2026 (signature);
alter table crash attach partition crash_2026 for values from ('2026-01-01') to ('2027-01-01');
create table other.crash_rest partition of crash (signature default 'rest' not null) default with (fillfactor = 50);
comment on column other.crash_rest.signature is 'whatever';
comment on index crash_2025_signature_idx is 'of the past';
grant select (signature) on other.crash_rest to case_reader;
create trigger touched before update on crash for each row execute function touch();
alter table crash_2026 disable trigger touched;
create table note (crash_id bigint, crash_day date, foreign key (crash_id, crash_day) references crash);
alter table crash add constraint recent check (id > 5) not valid;
alter table other.crash_rest validate constraint recent;
