create table event (id int not null, at date not null);
create table event_2024 (check (at < '2025-01-01')) inherits (event);
create table event_2025 (check (at >= '2025-01-01')) inherits (event);
