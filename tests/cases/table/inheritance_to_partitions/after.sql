create table event (id int not null, at date not null) partition by range (at);
create table event_2024 partition of event for values from (minvalue) to ('2025-01-01');
create table event_2025 partition of event for values from ('2025-01-01') to (maxvalue);
