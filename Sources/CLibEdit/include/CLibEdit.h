// libedit for Swift, opened with the first editor: only who types at a prompt needs it. Its setters are
// variadic, which Swift cannot call, so each operation that LineEditing uses is a function of its own
// here; all but the first two may be called once an editor has been made.

#ifndef CLIBEDIT_H
#define CLIBEDIT_H

#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma clang assume_nonnull begin

typedef char *_Nonnull (*mamlnb_prompt_function)(EditLine *);
typedef unsigned char (*mamlnb_edit_function)(EditLine *, int);

// An editor on streams that it does not close; null where libedit cannot be loaded.
EditLine *_Nullable mamlnb_el_init(const char *program, FILE *input, FILE *output);

// A history of at most so many entries, without repetitions; null where libedit cannot be loaded.
History *_Nullable mamlnb_history_init(int size);

void mamlnb_el_end(EditLine *editor);
void mamlnb_history_end(History *list);

// What every callback of the editor can ask back.
int mamlnb_el_set_client_data(EditLine *editor, void *_Nullable data);
void *_Nullable mamlnb_el_client_data(EditLine *editor);

// A prompt in which `escape` brackets what takes no room on the screen.
int mamlnb_el_set_prompt(EditLine *editor, mamlnb_prompt_function prompt, char escape);

// "emacs" or "vi".
int mamlnb_el_set_editor(EditLine *editor, const char *mode);

// Whether the editor handles resizing, suspending and the rest while it reads.
int mamlnb_el_set_signal(EditLine *editor, int on);

// A command by name, and a key for a command.
int mamlnb_el_add_function(EditLine *editor, const char *name, const char *help,
                           mamlnb_edit_function function);
int mamlnb_el_bind(EditLine *editor, const char *key, const char *command);

// A setting of the terminal while editing, as stty writes it.
int mamlnb_el_set_tty(EditLine *editor, const char *setting);

// Reads the user's own settings.
int mamlnb_el_source(EditLine *editor);

// Draws the prompt and the entry afresh from where the terminal's cursor is.
int mamlnb_el_refresh(EditLine *editor);

// Reads an entry, whose length is written to `count`; null at the end of the input.
const char *_Nullable mamlnb_el_gets(EditLine *editor, int *count);

// Reads a character. Returns 1 where there was one.
int mamlnb_el_wgetc(EditLine *editor, wchar_t *character);

// Makes an editor that stopped in the middle ready for the next entry.
void mamlnb_el_reset(EditLine *editor);

// The entry and its cursor.
const LineInfo *_Nullable mamlnb_el_line(EditLine *editor);

// Inserts text at the cursor, deletes characters before it, moves it, has keys read next.
int mamlnb_el_insertstr(EditLine *editor, const char *text);
void mamlnb_el_deletestr(EditLine *editor, int count);
int mamlnb_el_cursor(EditLine *editor, int count);
void mamlnb_el_push(EditLine *editor, const char *keys);

// The history that the arrow keys walk through.
int mamlnb_el_set_history(EditLine *editor, History *list);
int mamlnb_history_enter(History *list, const char *entry);

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif
#endif
