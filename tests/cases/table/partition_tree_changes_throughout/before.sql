create table m (id bigint not null, day date not null, kind text not null, v int, primary key (id, day, kind)) partition by range (day);
create table m_2025 partition of m for values from ('2025-01-01') to ('2026-01-01') partition by list (kind);
create table m_2025_a partition of m_2025 for values in ('a');
create table m_2025_rest partition of m_2025 default;
create index m_v on m (v);
