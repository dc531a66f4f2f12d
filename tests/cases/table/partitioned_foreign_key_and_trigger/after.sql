create table acc (id int primary key);
create table entry (id int not null, acc int not null references acc, at date not null, unique (id, at)) partition by range (at);
create table entry_1 partition of entry for values from (minvalue) to ('2026-01-01');
create table entry_2 partition of entry for values from ('2026-01-01') to (maxvalue);
create function audit() returns trigger language plpgsql as $$begin return null; end$$;
create trigger entry_audit after insert or update on entry for each row execute function audit();
