create table m (day date not null, id int) partition by range (day);
create index m_id on m (id);
create table m_1 partition of m for values from ('2024-01-01') to ('2025-01-01');
