/* fill_order.h - which table is filled after which, and what has to wait */
#pragma once

#include "fake/subject.h"

/*
 * The tables that rows are written to: partitions come with their root. A table stands behind those that it refers to;
 * where that goes round in a circle, a foreign key whose columns may be NULL is marked to be set later. Tables that go
 * round in a circle even so follow each other and have the same number in "circle".
 */
GPtrArray *fill_order(Subject *subject);

/* The table itself, or what it is a partition of. */
FakeTable *fill_place(const Subject *subject, FakeTable *table);
