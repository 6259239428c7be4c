#include "CLineEditor.h"
#include "paste.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

/* So many of them unnoticed, and the program is taken to be stuck. libedit
   passes each one on to the whole process group, so one may count twice. */
enum { PATIENCE = 8 };

static volatile sig_atomic_t raised;
static volatile sig_atomic_t marking;

static void write_marking(bool on) {
  const char *sequence = on ? "\033[?2004h" : "\033[?2004l";
  ssize_t ignored = write(STDOUT_FILENO, sequence, 8);
  (void)ignored;
}

void paste_marking(bool on) {
  if (on == marking) return;
  /* Marked before it is switched on and after it is switched off, so that a
     signal in between switches it off once more rather than never. */
  if (on) marking = true;
  write_marking(on);
  marking = on;
}

static void act_by_default(int number) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

static void count(int number) {
  if (raised < PATIENCE) {
    raised += 1;
    return;
  }
  act_by_default(number);
  raise(number);
}

/* Ends by the same signal, so that the parent sees why. It is blocked while
   this runs and takes effect on return. */
static void leave(int number) {
  if (marking) write_marking(false);
  act_by_default(number);
  raise(number);
}

static void stop(int number) {
  int saved = errno;
  if (marking) write_marking(false);

  struct sigaction ours;
  sigaction(number, NULL, &ours);
  act_by_default(number);
  sigset_t this_one;
  sigset_t before;
  sigemptyset(&this_one);
  sigaddset(&this_one, number);
  raise(number);
  sigprocmask(SIG_UNBLOCK, &this_one, &before);
  /* Stopped here, until continued. */
  sigprocmask(SIG_SETMASK, &before, NULL);
  sigaction(number, &ours, NULL);

  if (marking) write_marking(true);
  errno = saved;
}

/* No SA_RESTART: a read that waits for input has to come back. */
static void answer(int number, void (*handler)(int)) {
  struct sigaction before;
  sigaction(number, NULL, &before);
  /* Ignored by whoever started us, as nohup does: that stands. */
  if (before.sa_handler == SIG_IGN) return;
  struct sigaction action = {.sa_handler = handler};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

void interrupts_install(void) {
  answer(SIGINT, count);
  answer(SIGTERM, leave);
  answer(SIGHUP, leave);
  answer(SIGQUIT, leave);
  answer(SIGTSTP, stop);
  answer(SIGPIPE, SIG_IGN);
}

bool interrupts_raised(void) { return raised > 0; }

bool interrupts_take(void) {
  bool was = raised > 0;
  raised = 0;
  return was;
}
