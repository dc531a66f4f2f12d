/* dropped.h - what is declared no more, found by the name that it had */
#pragma once

#include "project/one_object.h"

/* The newest declaration of that name in the history, and the file; an error where there never was one. declared: what
 * is declared now, for the hint. */
bool dropped_find(OneObject *object, const Schema *declared, const char *name, const Node **out,
                  const FileVersion **version, GError **error);
