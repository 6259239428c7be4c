/* libedit's el_set, el_get and history take a varying number of arguments,
   which Swift cannot call: these few functions of fixed arity exist for that.

   Two things more must be C: what libedit calls back while it reads a line,
   and what runs inside a signal handler. All text is UTF-8. */
#ifndef CLINEEDITOR_H
#define CLINEEDITOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CLINEEDITOR_CLOSED __attribute__((enum_extensibility(closed)))

typedef struct LineEditor LineEditor;

/* The keys that are answered in Swift. */
typedef enum CLINEEDITOR_CLOSED {
  LineEditorKeyComplete,
  LineEditorKeyOlder,
  LineEditorKeyNewer,
  LineEditorKeySearch,
  LineEditorKeyPaste,
  LineEditorKeyPageDown,
  LineEditorKeyPageUp,
  LineEditorKeyRight,
  LineEditorKeyLeft,
  LineEditorKeyBlank,
} LineEditorKey;

/* What is to be done on the screen after a key. */
typedef enum CLINEEDITOR_CLOSED {
  LineEditorAnswerRefresh, /* show the line as it is now */
  LineEditorAnswerBeep,    /* nothing could be done */
  LineEditorAnswerRedraw,  /* something was written: start on a new line */
  LineEditorAnswerSubmit,  /* the line is finished, as if by Enter */
} LineEditorAnswer;

/* How reading a line ended. */
typedef enum CLINEEDITOR_CLOSED {
  LineEditorOutcomeLine,
  LineEditorOutcomeInterrupted,
  LineEditorOutcomeEnd,
} LineEditorOutcome;

typedef LineEditorAnswer (*LineEditorAction)(
    void *_Nullable context, LineEditorKey key);

/* Takes the editor on standard input and output, or NULL. The user's
   ~/.editrc has been read when it returns. */
LineEditor *_Nullable line_editor_open(
    const char *_Nonnull program, LineEditorAction _Nonnull action,
    void *_Nullable context);
void line_editor_close(LineEditor *_Nonnull editor);

/* Whether the user chose vi's keys in ~/.editrc. */
bool line_editor_is_vi(LineEditor *_Nonnull editor);
/* Whether the user switched editing off there. */
bool line_editor_is_off(LineEditor *_Nonnull editor);
/* Whether the terminal's description is known and can move the cursor. */
bool line_editor_can_move(LineEditor *_Nonnull editor);

bool line_editor_bind(
    LineEditor *_Nonnull editor, const char *_Nonnull key,
    const char *_Nonnull command);
void line_editor_remember(
    LineEditor *_Nonnull editor, const char *_Nonnull line);

/* How many seconds the next line may be waited for before it is taken as it
   stands; any key ends that. 0 for as long as it takes. */
void line_editor_wait(LineEditor *_Nonnull editor, int seconds);
/* Whether the line that was read last came so, and not by a key. */
bool line_editor_was_idle(LineEditor *_Nonnull editor);

/* Reads one line. `pasting` asks the terminal to mark what is pasted. The
   text is the editor's and stays until the next call. */
LineEditorOutcome line_editor_read(
    LineEditor *_Nonnull editor, const char *_Nonnull prompt, bool pasting,
    const char *_Nullable *_Nonnull text, size_t *_Nonnull length);

/* For use in an action: the line so far, with the cursor as a byte offset. */
const char *_Nonnull line_editor_line(
    LineEditor *_Nonnull editor, size_t *_Nonnull length,
    size_t *_Nonnull cursor);
/* Moves the cursor by as many Unicode scalars. */
void line_editor_move(LineEditor *_Nonnull editor, int scalars);
/* Deletes as many Unicode scalars before the cursor. */
void line_editor_delete(LineEditor *_Nonnull editor, int scalars);
bool line_editor_insert(
    LineEditor *_Nonnull editor, const char *_Nonnull text);
/* Shows the line anew under another prompt, from the cursor's row and the
   first column on. */
void line_editor_show(LineEditor *_Nonnull editor, const char *_Nonnull prompt);
/* The next Unicode scalar that is typed, or -1. */
int32_t line_editor_next(LineEditor *_Nonnull editor);
/* Hands text to the editor as if it were typed next. */
void line_editor_type(LineEditor *_Nonnull editor, const char *_Nonnull text);

/* Makes character input UTF-8 whatever the locale, where that can be had. */
bool line_editor_use_utf8(void);

/* Counts Ctrl-C instead of ending the program, writes to a closed pipe fail
   instead of ending it, and the terminal is put right before it is ended or
   stopped by another signal. */
void interrupts_install(void);
/* Ctrl-C was typed, and nobody has taken note of it. */
bool interrupts_raised(void);
/* The same, and takes note of it. */
bool interrupts_take(void);
/* Waits until there is something to read. Returns false, and takes note of
   it, if Ctrl-C was typed first. */
bool interrupts_wait(int descriptor);

#endif
