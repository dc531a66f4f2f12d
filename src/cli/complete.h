/* complete.h - what can stand at a place of a command line, for the shells' completions */
#pragma once

/*
 * Prints what the last of the words, which stand behind "pleat", may become: a line each, with a tab before what tells
 * more of it. ":files" and ":directories" stand for names that shells complete themselves. Made from the commands'
 * tables; no server is asked. Gives the exit status.
 */
int complete(int argc, char **argv);
