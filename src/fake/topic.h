/* topic.h - what the name of a column says about its values */
#pragma once

#include "fake/maker.h"

/* Of texts; never NULL. */
MakeFunction *topic_of_text(const char *column, const char *table);

/* Of numbers and times: what is usual, within what the axis can hold. */
void topic_of_axis(Maker *maker, const char *column);

/* NULL in so many of 100 rows. */
unsigned topic_rareness(const char *column);

/* Does the name end with these words? "created_at" and "createdAt" end with "at". Case does not count. */
bool name_ends_with(const char *name, const char *words);

/* Two columns of which the first is not above the second: created_at and updated_at, start and end, min and max. */
bool names_are_ordered(const char *first, const char *second);
