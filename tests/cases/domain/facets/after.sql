create domain d as int constraint positive check (value > 0);
alter domain d owner to case_owner;
comment on constraint positive on domain d is 'more than zero';
create domain e as int;
comment on domain e is 'another';
revoke usage on domain e from public;
create domain g as text;
grant usage on domain g to case_reader with grant option;
