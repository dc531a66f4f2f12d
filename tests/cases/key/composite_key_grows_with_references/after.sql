create table o (tenant int, shop int, no int, primary key (tenant, shop, no));
create table l (tenant int, shop int, no int, pos int, primary key (tenant, shop, no, pos), foreign key (tenant, shop, no) references o on delete cascade);
