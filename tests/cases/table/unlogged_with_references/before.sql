create table account (id int primary key, parent int references account);
create table entry (id int primary key, account int not null references account);
create table line (entry int references entry, account int references account);
create unlogged table cached (id int primary key, line text);
create unlogged table hit (cached int, at timestamptz);
create unlogged table tally (day date primary key);
create unlogged table tally_hit (day date references tally);
create table event (tally date);
