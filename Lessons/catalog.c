/* The course: its parts, and in each the lessons in the order in which they
   are taught. A lesson is its file and two lines here, a part is one. The
   first part is the core; the others branch off it. */
#include "catalog.h"

/* #embed is clang's from version 19 on, and standard in C23. */
#pragma clang diagnostic ignored "-Wc23-extensions"

/* Each ends the text before it with a NUL and begins the next entry. */
#define PART(title) , 0}}, {title, "", (const char[]){0
#define LESSON(name) , 0}}, {"", name, (const char[]){

static const struct {
  const char *part;
  const char *name;
  const char *text;
} catalog[] = {{"", "", (const char[]){0

PART("The core")
LESSON("one-weight")
#embed "one-weight.md"
LESSON("forks")
#embed "forks.md"
LESSON("sigmoid")
#embed "sigmoid.md"
LESSON("layers")
#embed "layers.md"
LESSON("last-layer")
#embed "last-layer.md"
LESSON("paths")
#embed "paths.md"
LESSON("hidden-layer")
#embed "hidden-layer.md"
LESSON("weights")
#embed "weights.md"
LESSON("every-layer")
#embed "every-layer.md"
LESSON("batch")
#embed "batch.md"
LESSON("gradient-check")
#embed "gradient-check.md"
PART("Curves")
LESSON("tanh")
#embed "tanh.md"
LESSON("relu")
#embed "relu.md"
LESSON("vanishing")
#embed "vanishing.md"
PART("Costs")
LESSON("cross-entropy")
#embed "cross-entropy.md"
LESSON("softmax")
#embed "softmax.md"
PART("Learning")
LESSON("descent")
#embed "descent.md"
LESSON("symmetry")
#embed "symmetry.md"
LESSON("xor")
#embed "xor.md"
LESSON("digits")
#embed "digits.md"

PART("Notation and other orders")
LESSON("rows")
#embed "rows.md"
LESSON("theta")
#embed "theta.md"
LESSON("moves")
#embed "moves.md"
PART("Detective work")
LESSON("mazur")
#embed "mazur.md"
LESSON("find-the-slip")
#embed "find-the-slip.md"

, 0}}};

/* The first entry is what the first PART ends. */
int entry_count(void) { return sizeof catalog / sizeof *catalog - 1; }

const char *entry_part(int number) { return catalog[number + 1].part; }

const char *entry_lesson(int number) { return catalog[number + 1].name; }

const char *entry_text(int number) { return catalog[number + 1].text; }
