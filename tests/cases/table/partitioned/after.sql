create table m (day date not null, id int, note text default 'n') partition by range (day);
create table m_2024 partition of m for values from ('2024-01-01') to ('2025-01-01');
create table m_2025 partition of m for values from ('2025-01-01') to ('2026-01-01') partition by hash (id);
create table m_2025_0 partition of m_2025 for values with (modulus 2, remainder 0);
create table m_2025_1 partition of m_2025 for values with (modulus 2, remainder 1);
create table m_rest partition of m default;
create index m_id on m (id);
alter table m add primary key (day, id);
create table l (kind text, x int) partition by range (kind, lower(kind));
