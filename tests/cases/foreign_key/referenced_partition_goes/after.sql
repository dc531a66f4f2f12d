create table day (day date primary key) partition by range (day);
create table day_2024 partition of day for values from ('2024-01-01') to ('2025-01-01');
create table visit (day date references day, old date);
create table log (old date);
