/* spell.h - texts that nothing obeys, whoever wrote them */
#pragma once

#include <glib.h>

/*
 * The text with nothing in it that a terminal obeys or that turns the order of what is read: control characters are
 * spelled "\n", "\e", "\x07", those of direction "\u202e", bytes that are no UTF-8 "\xe9". keep: control characters
 * that stand as they are, such as "\n\t". g_free.
 */
char *spell_controls(const char *text, const char *keep);

/* Likewise for a whole output: line ends, tabs and sequences of colors stand. g_free. */
char *spell_for_terminal(const char *text);
