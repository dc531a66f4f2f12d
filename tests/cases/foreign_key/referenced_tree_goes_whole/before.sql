create table day (day date primary key, next date references day) partition by range (day);
create table day_2023 partition of day for values from ('2023-01-01') to ('2024-01-01') partition by range (day);
create table day_2023_a partition of day_2023 default;
create table visit (day date references day) partition by range (day);
create table visit_2023 partition of visit for values from ('2023-01-01') to ('2024-01-01');
