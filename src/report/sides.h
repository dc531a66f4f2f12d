/* sides.h - two texts side by side, with the words that differ in lines that differ */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct {
    bool differs;
    char *text;
} Segment;

typedef struct {
    int number;          /* of the line, from 1; 0: there is none on this side */
    GPtrArray *segments; /* of Segment; NULL: there is no line */
} Side;

typedef struct {
    bool differs;
    bool is_near; /* differs, or is one of the two lines around one that does */
    Side left, right;
} SidePair;

/* An array of SidePair, g_array_unref. Lines that differ stand beside each other as far as there are as many. */
GArray *sides_compare(const char *left, const char *right);
