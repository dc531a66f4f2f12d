create sequence s;
create sequence down increment -1;
