create function handle(internal) returns index_am_handler language internal as 'bthandler';
create access method tree type index handler handle;
create operator class ints for type int using tree as
    operator 1 < (int, int), operator 2 <= (int, int), operator 3 = (int, int), operator 4 >= (int, int), operator 5 > (int, int),
    function 1 (int, int) btint4cmp(int, int);
create table t (a int, b int);
create index t_a on t using tree (a ints);
