/* The lesson files, embedded in the program in the order of the course. */
#ifndef CATALOG_H
#define CATALOG_H

/* How many entries there are: each begins a part or is a lesson. */
int entry_count(void);

/* The title of the part that this entry begins, from 0; empty at a lesson. */
const char *_Nonnull entry_part(int number);

/* The name of the lesson at this entry: its file without `.md`; empty where a
   part begins. */
const char *_Nonnull entry_lesson(int number);

/* The whole file, UTF-8, ended by a NUL. */
const char *_Nonnull entry_text(int number);

#endif
