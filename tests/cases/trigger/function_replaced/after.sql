create function tg() returns trigger language plpgsql as 'begin return new; end';
create table t (a int);
create trigger tr before insert on t for each row execute function tg();
