#include "CLineEditor.h"
#include "signals.h"

#include <errno.h>
#include <pthread.h>
#include <stddef.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>

/* So many Ctrl-C unnoticed, and the program is taken to be stuck. */
enum { PATIENCE = 5 };

enum { SIGNALS = 64 };

static volatile sig_atomic_t raised;
static volatile sig_atomic_t marking;
static volatile sig_atomic_t waiting;
static volatile sig_atomic_t received[SIGNALS];

/* The thread that waits for input, while one does. */
static volatile sig_atomic_t reading;
static pthread_t reader;

/* The signals that reading a line answers itself. */
static const int answered[] = {
    SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
enum { ANSWERED = sizeof answered / sizeof *answered };

/* Marking pastes */

static void write_marking(bool on) {
  const char *sequence = on ? "\033[?2004h" : "\033[?2004l";
  ssize_t ignored = write(STDOUT_FILENO, sequence, strlen(sequence));
  (void)ignored;
}

void paste_marking(bool on) {
  if (on == marking) return;
  write_marking(on);
  marking = on;
}

/* Handlers */

static void handle_by(int number, void (*handler)(int)) {
  struct sigaction action = {.sa_handler = handler};
  sigemptyset(&action.sa_mask);
  /* No SA_RESTART: a call that waits has to come back. */
  sigaction(number, &action, NULL);
}

void signals_yield(int number) {
  struct sigaction ours;
  sigaction(number, NULL, &ours);
  handle_by(number, SIG_DFL);
  sigset_t this_one;
  sigset_t before;
  sigemptyset(&this_one);
  sigaddset(&this_one, number);
  raise(number);
  sigprocmask(SIG_UNBLOCK, &this_one, &before);
  /* Ended here, or stopped until continued. */
  sigprocmask(SIG_SETMASK, &before, NULL);
  sigaction(number, &ours, NULL);
}

static void answer(int number) {
  int saved = errno;
  if (reading && !pthread_equal(pthread_self(), reader)) {
    /* The system picks any thread that does not hold the signal back. */
    pthread_kill(reader, number);
  } else if (number == SIGINT) {
    raised += 1;
    if (raised > PATIENCE) signals_yield(number);
  } else if (waiting) {
    received[number] = true;
  } else if (number != SIGCONT && number != SIGWINCH) {
    signals_yield(number);
  }
  errno = saved;
}

void interrupts_install(void) {
  for (int i = 0; i < ANSWERED; i++) {
    struct sigaction before;
    sigaction(answered[i], NULL, &before);
    /* Ignored by whoever started us, as nohup does: that stands. */
    if (before.sa_handler != SIG_IGN) handle_by(answered[i], answer);
  }
  handle_by(SIGPIPE, SIG_IGN);
}

/* Waiting */

static void begin_reading(void) {
  reader = pthread_self();
  reading = true;
}

void signals_hold(sigset_t *before) {
  begin_reading();
  sigset_t held;
  sigemptyset(&held);
  for (int i = 0; i < ANSWERED; i++) sigaddset(&held, answered[i]);
  sigprocmask(SIG_BLOCK, &held, before);
}

void signals_release(const sigset_t *before) {
  reading = false;
  sigprocmask(SIG_SETMASK, before, NULL);
}

static int take_received(void) {
  if (raised) return SIGINT;
  for (int i = 0; i < ANSWERED; i++) {
    int number = answered[i];
    if (!received[number]) continue;
    received[number] = false;
    return number;
  }
  return 0;
}

/* Lets in what was held back. The wait itself looks at the input first, and
   a signal could go unanswered as long as there is any. */
static void let_in(const sigset_t *before) {
  sigset_t held;
  waiting = true;
  sigprocmask(SIG_SETMASK, before, &held);
  sigprocmask(SIG_SETMASK, &held, NULL);
  waiting = false;
}

int signals_wait(int descriptor, const sigset_t *before, int seconds) {
  struct timespec limit = {.tv_sec = seconds};
  for (;;) {
    let_in(before);
    int number = take_received();
    if (number) return number;
    fd_set wanted;
    FD_ZERO(&wanted);
    FD_SET(descriptor, &wanted);
    waiting = true;
    int ready = pselect(
        descriptor + 1, &wanted, NULL, NULL, seconds > 0 ? &limit : NULL,
        before);
    int code = errno;
    waiting = false;
    if (ready < 0 && code == EINTR) continue;
    number = take_received();
    return ready == 0 && number == 0 ? -1 : number;
  }
}

/* For Swift */

bool interrupts_raised(void) { return raised > 0; }

bool interrupts_take(void) {
  bool was = raised > 0;
  raised = 0;
  return was;
}

/* Ctrl-C is held back but for the wait itself: one that came just before it
   would go unseen until something else is typed. */
bool interrupts_wait(int descriptor) {
  begin_reading();
  sigset_t held;
  sigset_t before;
  sigemptyset(&held);
  sigaddset(&held, SIGINT);
  sigprocmask(SIG_BLOCK, &held, &before);
  int ready = 0;
  while (ready <= 0 && !raised && descriptor < FD_SETSIZE) {
    fd_set wanted;
    FD_ZERO(&wanted);
    FD_SET(descriptor, &wanted);
    ready = pselect(descriptor + 1, &wanted, NULL, NULL, NULL, &before);
    if (ready < 0 && errno != EINTR) break;
  }
  reading = false;
  sigprocmask(SIG_SETMASK, &before, NULL);
  return !interrupts_take();
}
