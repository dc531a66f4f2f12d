create unlogged table account (id int primary key, parent int references account);
create unlogged table entry (id int primary key, account int not null references account);
create unlogged table line (entry int references entry, account int references account);
create table cached (id int primary key, line text);
create table hit (cached int references cached, at timestamptz);
create table fresh (cached int references cached);
create table tally (day date primary key);
create table tally_hit (day date references tally);
create table event (tally date references tally);
