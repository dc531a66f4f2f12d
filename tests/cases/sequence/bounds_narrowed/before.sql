create sequence up;
create sequence down increment by -1;
create sequence stands;
select nextval('up'), nextval('down'), setval('stands', 500);
