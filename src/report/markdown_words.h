/*
 * markdown_words.h - texts of others in Markdown: nothing in them is markup, mentions anybody, ends what they stand in,
 * or turns the order of what is read (spell.h)
 */
#pragma once

#include <glib.h>

/* As running text; line ends become blanks. Also for cells of tables. */
void markdown_append_text(GString *out, const char *text);

/* As code, on one line. Also for cells of tables. */
void markdown_append_code(GString *out, const char *text);

/* A block of code, whose fence is longer than any in it. */
void markdown_append_block(GString *out, const char *language, const char *text);

/* For HTML, inside of elements and of attributes in double quotes. */
void html_append_text(GString *out, const char *text);

/* The same for what stands on one line: line ends are spelled. */
void html_append_line(GString *out, const char *text);
