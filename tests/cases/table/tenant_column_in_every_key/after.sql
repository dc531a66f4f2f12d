create table tenant (id uuid primary key);
create table project (tenant_id uuid not null references tenant, id int not null, name text, primary key (tenant_id, id), unique (tenant_id, name));
create table task (tenant_id uuid not null, id int not null, project_id int, title text, primary key (tenant_id, id), foreign key (tenant_id, project_id) references project);
create index task_project on task (tenant_id, project_id);
alter table task enable row level security;
create policy tenant_only on task using (tenant_id = current_setting('app.tenant')::uuid);
