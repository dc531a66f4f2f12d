create table o (shop int, no int, primary key (shop, no));
create table l (shop int, no int, pos int, primary key (shop, no, pos), foreign key (shop, no) references o);
