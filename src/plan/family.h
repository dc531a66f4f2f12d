/* family.h - the order between tables and those that are their partitions or inherit from them */
#pragma once

#include "plan/edges.h"

/* What a table and one that inherits from it both say: the table above adopts what is there, and lets go of it before
 * it goes. */
void family_merge(Sequence *sequence, const Node *node, size_t index, bool creates);

/* A copy of something above comes with that or with its own table, whichever is made later: with that, where it waits
 * for what it adopts in other tables. needed: what the node is a copy of, or anything else. */
bool family_adopts_others(const Schema *schema, const Node *node, const Node *needed);

/* PostgreSQL attaches what a partition has already to what its parent gets: what is to go goes before that, and, on the
 * way back, what is to be alone comes when that is gone. */
void family_keep_apart(Sequence *sequence, const Node *node, size_t index, bool creates);

/* What refers to a key of a table above holds the part of it that a table below has: it comes behind that, and goes
 * first. */
void family_refer(Sequence *sequence, const Node *node, size_t index, bool creates);

/* What is adopted goes with its own table, which goes before that of its forebear: they only waited for each other to
 * be made. */
bool family_adopts(const Sequence *sequence, const Node *dependant, const Node *node);

/* Tables below may say a column themselves, too: those that go do so before it has another type, and come behind. */
void family_retype(Sequence *sequence, const Node *table, size_t index, bool creates);

/* Whatever else is done to a table happens between its detaching and its attaching, but for what says that it comes
 * after. */
void family_leave_and_join(Sequence *sequence, size_t index);
