/* What the two files of this folder share: signals while a line is read. */
#ifndef SIGNALS_H
#define SIGNALS_H

#include <signal.h>
#include <stdbool.h>

/* Has the terminal mark what is pasted, or leaves it unmarked. */
void paste_marking(bool on);

/* Holds back every signal that reading a line has to answer, storing what
   was held before; and lets them come again. */
void signals_hold(sigset_t *before);
void signals_release(const sigset_t *before);

/* Waits, with `before` held only, for so many seconds at most; 0 for as long
   as it takes. Returns 0 when there is something to read, -1 when the time is
   over, or else the signal that came. */
int signals_wait(int descriptor, const sigset_t *before, int seconds);

/* Does what the signal does when nobody handles it: ends or stops. */
void signals_yield(int number);

#endif
