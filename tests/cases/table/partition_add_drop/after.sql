create table m (day date not null, id int) partition by range (day);
create index m_id on m (id);
create table m_2 partition of m for values from ('2025-01-01') to ('2026-01-01');
create table m_rest partition of m default;
