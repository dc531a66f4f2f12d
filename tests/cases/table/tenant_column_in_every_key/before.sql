create table tenant (id uuid primary key);
create table project (id int primary key, name text, unique (name));
create table task (id int primary key, project_id int references project, title text);
create index task_project on task (project_id);
