/* bound.h - bounds of partitions, as PostgreSQL spells them */
#pragma once

#include <stdbool.h>

/* May a row be in both? Where the order of two values is not known, it may. */
bool bounds_overlap(const char *a, const char *b);
