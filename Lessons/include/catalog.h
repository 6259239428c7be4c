/* The lesson files, embedded in the program in the order of the course. */
#ifndef CATALOG_H
#define CATALOG_H

/* How many lessons there are. */
int lesson_count(void);

/* The name of the lesson with this number, from 0: its file without `.md`. */
const char *_Nonnull lesson_name(int number);

/* The whole file, UTF-8, ended by a NUL. */
const char *_Nonnull lesson_text(int number);

#endif
