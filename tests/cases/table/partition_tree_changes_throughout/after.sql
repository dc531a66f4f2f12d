create table m (id bigint not null, day date not null, kind text not null, v bigint not null default 0, note text, primary key (id, day, kind), check (v >= 0)) partition by range (day);
create table m_2025 partition of m for values from ('2025-01-01') to ('2026-01-01') partition by list (kind);
create table m_2025_a partition of m_2025 for values in ('a', 'b');
create table m_2025_rest partition of m_2025 default;
create table m_2026 partition of m for values from ('2026-01-01') to ('2027-01-01');
create index m_v on m (v, note);
create index m_2026_note on m_2026 (note);
