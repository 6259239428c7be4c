/* glibc shows some of these functions only when asked. */
#define _GNU_SOURCE

#include "CPseudoTerminal.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

/* In the child, between fork and exec: only what may be called there. */
static void become(
    const char *path, char *const *arguments, char *const *environment,
    const char *folder) {
  for (int number = 1; number < 32; number++) {
    if (number != SIGKILL && number != SIGSTOP) signal(number, SIG_DFL);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  /* A terminal kept open by another test's child would never hang up. */
  for (int other = 3; other < 1024; other++) close(other);
  if (folder && chdir(folder) != 0) _exit(126);
  execve(path, arguments, environment);
  _exit(127);
}

static int open_master(void) {
  int master = posix_openpt(O_RDWR | O_NOCTTY);
  if (master < 0) return -1;
  fcntl(master, F_SETFD, FD_CLOEXEC);
  if (grantpt(master) == 0 && unlockpt(master) == 0) return master;
  close(master);
  return -1;
}

int pseudo_terminal_run(
    const char *path, char *const *arguments, char *const *environment,
    const char *folder, int columns, int rows, int *terminal) {
  int master = open_master();
  if (master < 0) return -1;
  const char *name = ptsname(master);
  int slave = name ? open(name, O_RDWR | O_NOCTTY) : -1;
  pid_t child = -1;
  if (slave >= 0 && pseudo_terminal_resize(slave, columns, rows)) {
    child = fork();
  }
  if (child == 0) {
    setsid();
    ioctl(slave, TIOCSCTTY, 0);
    for (int i = 0; i < 3; i++) dup2(slave, i);
    become(path, arguments, environment, folder);
  }
  if (slave >= 0) close(slave);
  if (child < 0) close(master);
  *terminal = master;
  return child;
}

int pipes_run(
    const char *path, char *const *arguments, char *const *environment,
    const char *folder, int input, int output, int error) {
  pid_t child = fork();
  if (child != 0) return child;
  /* No terminal to fall back on. */
  setsid();
  dup2(input, 0);
  dup2(output, 1);
  dup2(error, 2);
  become(path, arguments, environment, folder);
  return -1;
}

bool pseudo_terminal_resize(int terminal, int columns, int rows) {
  struct winsize size = {
      .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(terminal, TIOCSWINSZ, &size) == 0;
}

bool pseudo_terminal_is_canonical(int terminal) {
  struct termios settings;
  return tcgetattr(terminal, &settings) != 0 ||
         (settings.c_lflag & ICANON) != 0;
}

int pseudo_terminal_foreground(int terminal) { return tcgetpgrp(terminal); }

const char *code_file(void) {
  Dl_info info;
  return dladdr((const void *)code_file, &info) ? info.dli_fname : NULL;
}
