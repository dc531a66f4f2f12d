/*
 * measured.h - what the steps of a revision do to what is there: the lines "measured" of its header
 *
 *     -- pleat: measured 1 public.child (SHARE ROW EXCLUSIVE, scan) public.parent (SHARE ROW EXCLUSIVE)
 *     -- pleat: measured 2 public.crash (SHARE UPDATE EXCLUSIVE) public.crash (SHARE UPDATE EXCLUSIVE, scan, 12
 * partitions)
 *     -- pleat: measured down 1 public.child (ACCESS EXCLUSIVE)
 *
 *     -- pleat: measured nothing                     no step touches anything that was there before
 *
 * Steps are numbered as the runner counts them. One that is not named touches nothing that was there before. "known":
 * it cannot be measured, but PostgreSQL's manual says it.
 */
#pragma once

#include "model/impact.h"
#include "revision/revision.h"

/* The line of a step without "-- pleat: measured ", in the arena. impacts: of Impact. */
const char *measured_format(Arena *arena, bool down, int step, const GArray *impacts);

/* The line where there is no other. */
extern const char measured_nothing[];

/* What the header says of one way: number of a step -> array of Impact, whose texts the revision holds. What it cannot
 * read it passes over. NULL: nothing was measured. g_hash_table_unref. */
GHashTable *measured_read(const Revision *revision, bool down);
