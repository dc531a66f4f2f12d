/* command_pages.h - what docs/commands.md says beside what the commands' tables do: the files of src/cli/pages */
#pragma once

typedef struct {
    const char *name; /* of a command; "commands" is what stands before all of them */
    const char *text; /* Markdown */
} CommandPage;

extern const CommandPage command_pages[]; /* the last one has no name */
