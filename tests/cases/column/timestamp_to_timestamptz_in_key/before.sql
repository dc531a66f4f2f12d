create table log (at timestamp not null, host text not null, primary key (at, host));
create index log_host on log using brin (at);
