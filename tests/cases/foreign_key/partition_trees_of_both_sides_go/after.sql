create table day (day date primary key, next date references day) partition by range (day);
create table day_2024 partition of day for values from ('2024-01-01') to ('2025-01-01') partition by range (day);
create table day_2024_b partition of day_2024 default;
create table visit (day date references day) partition by range (day);
create table visit_2024 partition of visit for values from ('2024-01-01') to ('2025-01-01');
