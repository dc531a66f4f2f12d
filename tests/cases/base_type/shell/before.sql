create type old;
create type "Kept one";
create type becomes;
