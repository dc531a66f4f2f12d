/*
 * agreeing.h - what a row repeats of the row that it refers to
 *
 * Where "member" refers to an event and has a room, and the event has a room too, a trigger often asks that both be the
 * same; nothing in the catalog says so.
 */
#pragma once

#include "fake/subject.h"

/* The table's foreign keys, those widened by NOT NULL columns that the referenced table has under the same name with
 * the same type; in the subject. NULL: none can be. */
FakeForeignKey *agreeing_keys(Subject *subject, const FakeTable *table);
