#include "CLineEditor.h"
#include "signals.h"

#include <errno.h>
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

enum { HISTORY_SIZE = 4000 };

struct LineEditor {
  EditLine *edit;
  History *history;
  FILE *errors;
  char *prompt;
  bool pasting;
  int seconds;
  bool idle;
  sigset_t held_before;
  LineEditorAction action;
  void *context;
};

static LineEditor *owner(EditLine *edit) {
  void *data = NULL;
  el_get(edit, EL_CLIENTDATA, &data);
  return data;
}

static char *prompt_of(EditLine *edit) { return owner(edit)->prompt; }

static void set_prompt(LineEditor *editor, const char *prompt) {
  char *copy = strdup(prompt);
  if (!copy) return;
  free(editor->prompt);
  editor->prompt = copy;
}

/* Signals and characters */

static void give_terminal(LineEditor *editor) {
  paste_marking(false);
  el_set(editor->edit, EL_PREP_TERM, 0);
}

static void take_terminal(LineEditor *editor) {
  el_set(editor->edit, EL_PREP_TERM, 1);
  paste_marking(editor->pasting);
  el_set(editor->edit, EL_REFRESH);
}

/* Answers what came while waiting; false for Ctrl-C. */
static bool answer_signal(LineEditor *editor, int number) {
  switch (number) {
  case SIGINT:
    return false;
  case SIGWINCH:
    el_resize(editor->edit);
    return true;
  case SIGCONT:
    take_terminal(editor);
    return true;
  default:
    give_terminal(editor);
    signals_yield(number);
    take_terminal(editor);
    return true;
  }
}

/* Adds a byte to a character; false while it is not complete. A byte that
   does not belong begins anew. */
static bool decode(char byte, wchar_t *character, mbstate_t *state) {
  size_t used = mbrtowc(character, &byte, 1, state);
  if (used == (size_t)-1) {
    memset(state, 0, sizeof *state);
    used = mbrtowc(character, &byte, 1, state);
    if (used == (size_t)-1) memset(state, 0, sizeof *state);
  }
  return used <= 1;
}

/* libedit's own way of reading (EL_SIGNAL) loses a signal that comes just
   before it waits, and leaves the terminal in the wrong mode then; here they
   come during the wait only. */
static int next_character(EditLine *edit, wchar_t *character) {
  LineEditor *editor = owner(edit);
  mbstate_t state = {0};
  for (;;) {
    int number =
        signals_wait(STDIN_FILENO, &editor->held_before, editor->seconds);
    if (number < 0) {
      editor->idle = true;
      *character = L'\n';
      return 1;
    }
    if (number) {
      if (answer_signal(editor, number)) continue;
      errno = EINTR;
      return -1;
    }
    char byte = 0;
    ssize_t count = read(STDIN_FILENO, &byte, 1);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count <= 0) return (int)count;
    editor->seconds = 0;
    if (decode(byte, character, &state)) return 1;
  }
}

/* Keys that are answered in Swift */

static unsigned char act(EditLine *edit, LineEditorKey key) {
  LineEditor *editor = owner(edit);
  switch (editor->action(editor->context, key)) {
  case LineEditorAnswerRefresh:
    return CC_REFRESH;
  case LineEditorAnswerBeep:
    return CC_REFRESH_BEEP;
  case LineEditorAnswerRedraw:
    /* CC_REDISPLAY would climb back over what was written. */
    el_set(edit, EL_REFRESH);
    return CC_NORM;
  case LineEditorAnswerSubmit:
    el_push(edit, "\n");
    return CC_REFRESH;
  }
  return CC_ERROR;
}

static unsigned char complete(EditLine *edit, int character) {
  (void)character;
  return act(edit, LineEditorKeyComplete);
}

static unsigned char older(EditLine *edit, int character) {
  (void)character;
  return act(edit, LineEditorKeyOlder);
}

static unsigned char newer(EditLine *edit, int character) {
  (void)character;
  return act(edit, LineEditorKeyNewer);
}

static unsigned char search(EditLine *edit, int character) {
  (void)character;
  return act(edit, LineEditorKeySearch);
}

static unsigned char paste(EditLine *edit, int character) {
  (void)character;
  return act(edit, LineEditorKeyPaste);
}

static unsigned char page_down(EditLine *edit, int character) {
  (void)character;
  return act(edit, LineEditorKeyPageDown);
}

static unsigned char page_up(EditLine *edit, int character) {
  (void)character;
  return act(edit, LineEditorKeyPageUp);
}

static unsigned char right(EditLine *edit, int character) {
  (void)character;
  return act(edit, LineEditorKeyRight);
}

static unsigned char left(EditLine *edit, int character) {
  (void)character;
  return act(edit, LineEditorKeyLeft);
}

static unsigned char blank(EditLine *edit, int character) {
  (void)character;
  return act(edit, LineEditorKeyBlank);
}

static void add_commands(EditLine *edit) {
  el_set(edit, EL_ADDFN, "show-next", "Go on, on an empty line", page_down);
  el_set(edit, EL_ADDFN, "show-previous", "Go back", page_up);
  el_set(edit, EL_ADDFN, "right-or-next", "To the right, or on", right);
  el_set(edit, EL_ADDFN, "left-or-back", "To the left, or back", left);
  el_set(edit, EL_ADDFN, "blank-or-type", "A full stop, or no screen", blank);
  el_set(edit, EL_ADDFN, "complete-word", "Complete what is typed", complete);
  el_set(edit, EL_ADDFN, "older-line", "Earlier line that begins so", older);
  el_set(edit, EL_ADDFN, "newer-line", "Later line that begins so", newer);
  el_set(edit, EL_ADDFN, "search-lines", "Earlier line with text", search);
  el_set(edit, EL_ADDFN, "paste-text", "Take pasted text as it is", paste);
}

/* Opening and closing */

/* libedit starts with vi's keys, and a change of mode drops every binding:
   first the mode, then the user's file, and the caller binds after that. */
static void prepare(LineEditor *editor) {
  HistEvent event;
  history(editor->history, &event, H_SETSIZE, HISTORY_SIZE);
  el_set(editor->edit, EL_CLIENTDATA, editor);
  el_set(editor->edit, EL_EDITOR, "emacs");
  /* The narrow el_set would have it read bytes. */
  el_wset(editor->edit, EL_GETCFN, next_character);
  el_set(editor->edit, EL_PROMPT, prompt_of);
  el_set(editor->edit, EL_HIST, history, editor->history);
  add_commands(editor->edit);
  /* -1 for a line that it does not know, or for no file. */
  el_source(editor->edit, NULL);
}

LineEditor *line_editor_open(
    const char *program, LineEditorAction action, void *context) {
  LineEditor *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  editor->action = action;
  editor->context = context;
  editor->prompt = strdup("");
  /* libedit reports an unknown TERM in its own words; we have ours. */
  editor->errors = fopen("/dev/null", "w");
  editor->history = history_init();
  if (editor->errors && editor->history && editor->prompt) {
    editor->edit = el_init(program, stdin, stdout, editor->errors);
  }
  if (!editor->edit) {
    line_editor_close(editor);
    return NULL;
  }
  prepare(editor);
  return editor;
}

void line_editor_close(LineEditor *editor) {
  if (editor->edit) el_end(editor->edit);
  if (editor->history) history_end(editor->history);
  if (editor->errors) fclose(editor->errors);
  free(editor->prompt);
  free(editor);
}

/* Settings */

bool line_editor_is_vi(LineEditor *editor) {
  const char *mode = NULL;
  return el_get(editor->edit, EL_EDITOR, &mode) == 0 && mode &&
         strcmp(mode, "vi") == 0;
}

bool line_editor_is_off(LineEditor *editor) {
  int on = 1;
  return el_get(editor->edit, EL_EDITMODE, &on) == 0 && !on;
}

bool line_editor_can_move(LineEditor *editor) {
  char *up = NULL;
  return el_get(editor->edit, EL_GETTC, "up", &up) == 0 && up && *up;
}

bool line_editor_bind(
    LineEditor *editor, const char *key, const char *command) {
  return el_set(editor->edit, EL_BIND, key, command, NULL) == 0;
}

void line_editor_remember(LineEditor *editor, const char *line) {
  HistEvent event;
  history(editor->history, &event, H_ENTER, line);
}

bool line_editor_use_utf8(void) {
  static const char *const names[] = {
      "", "C.UTF-8", "en_US.UTF-8", "C.utf8", "UTF-8"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    /* Characters only: numbers keep their decimal point. */
    if (!setlocale(LC_CTYPE, names[i])) continue;
    if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  }
  return false;
}

/* Reading */

void line_editor_wait(LineEditor *editor, int seconds) {
  editor->seconds = seconds;
}

bool line_editor_was_idle(LineEditor *editor) { return editor->idle; }

LineEditorOutcome line_editor_read(
    LineEditor *editor, const char *prompt, bool pasting, const char **text,
    size_t *length) {
  int count = 0;
  set_prompt(editor, prompt);
  *text = NULL;
  *length = 0;
  editor->idle = false;
  signals_hold(&editor->held_before);
  /* The window may have changed while nothing was read. */
  el_resize(editor->edit);
  editor->pasting = pasting;
  paste_marking(pasting);
  const char *line = el_gets(editor->edit, &count);
  paste_marking(false);
  bool interrupted = interrupts_take();
  signals_release(&editor->held_before);
  if (interrupted) return LineEditorOutcomeInterrupted;
  if (!line || count <= 0) return LineEditorOutcomeEnd;
  *text = line;
  *length = (size_t)count;
  return LineEditorOutcomeLine;
}

/* Inside an action */

const char *line_editor_line(
    LineEditor *editor, size_t *length, size_t *cursor) {
  const LineInfo *info = el_line(editor->edit);
  *length = (size_t)(info->lastchar - info->buffer);
  *cursor = (size_t)(info->cursor - info->buffer);
  return info->buffer;
}

void line_editor_move(LineEditor *editor, int scalars) {
  el_cursor(editor->edit, scalars);
}

void line_editor_delete(LineEditor *editor, int scalars) {
  el_deletestr(editor->edit, scalars);
}

bool line_editor_insert(LineEditor *editor, const char *text) {
  return !*text || el_insertstr(editor->edit, text) == 0;
}

void line_editor_show(LineEditor *editor, const char *prompt) {
  set_prompt(editor, prompt);
  el_set(editor->edit, EL_REFRESH);
}

int32_t line_editor_next(LineEditor *editor) {
  /* el_getc fails on whatever is not ASCII. */
  wchar_t character = 0;
  return el_wgetc(editor->edit, &character) == 1 ? (int32_t)character : -1;
}

void line_editor_type(LineEditor *editor, const char *text) {
  if (*text) el_push(editor->edit, text);
}
