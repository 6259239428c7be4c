/* Shared by the two files: whether the terminal marks what is pasted. */
#ifndef PASTE_H
#define PASTE_H

#include <stdbool.h>

void paste_marking(bool on);

#endif
