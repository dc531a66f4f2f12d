create table m (id bigint, at timestamptz not null, kind text, v numeric) partition by range (at);
create table m_2026 partition of m for values from ('2026-01-01') to ('2027-01-01') partition by list (kind);
create table m_2026_a partition of m_2026 for values in ('a');
create table m_2026_rest partition of m_2026 default partition by hash (id);
create table m_2026_rest_0 partition of m_2026_rest for values with (modulus 2, remainder 0);
create table m_2026_rest_1 partition of m_2026_rest for values with (modulus 2, remainder 1);
create index m_at on m (at);
grant select on m to case_reader;
