create table log (at timestamptz not null, host text not null, primary key (at, host));
create index log_host on log using brin (at);
