/* Swift's Glibc lacks the functions for pseudo-terminals, and between fork
   and exec nothing of Swift may run: these are for that. */
#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

#include <stdbool.h>

/* Runs a program on a terminal of its own; returns its process and stores the
   other end of the terminal, or returns -1 with errno. `folder` may be NULL. */
int pseudo_terminal_run(
    const char *_Nonnull path, char *_Nullable const *_Nonnull arguments,
    char *_Nullable const *_Nonnull environment,
    const char *_Nullable folder, int columns, int rows,
    int *_Nonnull terminal);

/* Runs a program on these three descriptors, likewise. */
int pipes_run(
    const char *_Nonnull path, char *_Nullable const *_Nonnull arguments,
    char *_Nullable const *_Nonnull environment,
    const char *_Nullable folder, int input, int output, int error);

bool pseudo_terminal_resize(int terminal, int columns, int rows);
/* Whether lines are the system's matter: echoed and handed on whole. */
bool pseudo_terminal_is_canonical(int terminal);
/* The process group that Ctrl-C would reach, or -1. */
int pseudo_terminal_foreground(int terminal);

/* The file that this code was loaded from: the tests, however they are run. */
const char *_Nullable code_file(void);

#endif
