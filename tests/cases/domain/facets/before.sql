create domain d as int constraint positive check (value > 0);
comment on domain d is 'a number';
comment on constraint positive on domain d is 'above zero';
grant usage on domain d to case_reader;
create domain e as int;
alter domain e owner to case_owner;
create domain g as text;
