// libedit for Swift, opened with the first editor: only who types at a prompt needs it. Its setters are
// variadic, which Swift cannot call, so each operation that LineEditing uses is a function of its own
// here; all but the first two may be called once an editor has been made.

#ifndef CLIBEDIT_H
#define CLIBEDIT_H

#include <histedit.h>
#include <stdbool.h>
#include <stdio.h>
#include <wchar.h>

#include "TerminalSignals.h"

#ifdef __cplusplus
extern "C" {
#endif

#pragma clang assume_nonnull begin

typedef char *_Nonnull (*mamlnb_prompt_function)(EditLine *);
typedef int (*mamlnb_read_function)(EditLine *, wchar_t *);
typedef unsigned char (*mamlnb_edit_function)(EditLine *, int);

// An editor that sets the modes of the terminal `input`, and draws on `nowhere`, a stream that leads
// to no terminal and outlives the editor; null where libedit cannot be loaded.
EditLine *_Nullable mamlnb_el_init(const char *program, FILE *nowhere, int input, int output);

// A history of at most so many entries, without repetitions; null where libedit cannot be loaded.
History *_Nullable mamlnb_history_init(int size);

void mamlnb_el_end(EditLine *editor);
void mamlnb_history_end(History *list);

// What every callback of the editor can ask back.
int mamlnb_el_set_client_data(EditLine *editor, void *_Nullable data);
void *_Nullable mamlnb_el_client_data(EditLine *editor);

int mamlnb_el_set_prompt(EditLine *editor, mamlnb_prompt_function prompt);

// "emacs" or "vi", and which of them it is.
int mamlnb_el_set_editor(EditLine *editor, const char *mode);
bool mamlnb_el_is_vi(EditLine *editor);

// Where characters come from: 1 for one, 0 at the end of the input, -1 where the command that asks is
// to be dropped.
int mamlnb_el_set_reader(EditLine *editor, mamlnb_read_function read);

// Has every `mamlnb_el_step` perform one command. Leaves the terminal raw.
int mamlnb_el_set_step_by_step(EditLine *editor);

// The terminal's modes: those for editing, or those from before.
int mamlnb_el_set_raw(EditLine *editor, bool isRaw);

// The rows and the columns, in decimal, that the editor takes the terminal to have.
int mamlnb_el_set_size(EditLine *editor, const char *side);

// A command by name, and a key for a command: in the keys of emacs or of vi's insertion, and in those
// of vi's commands.
int mamlnb_el_add_function(EditLine *editor, const char *name, const char *help,
                           mamlnb_edit_function function);
int mamlnb_el_bind(EditLine *editor, const char *key, const char *command);
int mamlnb_el_bind_alternative(EditLine *editor, const char *key, const char *command);

// A setting of the terminal while editing, as stty writes it.
int mamlnb_el_set_tty(EditLine *editor, const char *setting);

// Reads the settings in a file; null for the user's own.
int mamlnb_el_source(EditLine *editor, const char *_Nullable file);

// Makes what the editor believes to be on its screen agree with the entry.
int mamlnb_el_refresh(EditLine *editor);

// Reads as many characters as one command takes, and performs it.
void mamlnb_el_step(EditLine *editor);

// Empties the entry and forgets half a command; the terminal gets the modes from before.
void mamlnb_el_reset(EditLine *editor);

// The entry and its cursor.
const LineInfoW *_Nullable mamlnb_el_line(EditLine *editor);

// Inserts text at the cursor, makes a text that is not empty the entry, deletes characters before the
// cursor (which can be pasted then), moves it.
int mamlnb_el_replace(EditLine *editor, const wchar_t *text);
void mamlnb_el_delete(EditLine *editor, int count);
int mamlnb_el_move(EditLine *editor, int count);

// The history that libedit's own commands walk through.
int mamlnb_el_set_history(EditLine *editor, History *list);
int mamlnb_history_enter(History *list, const char *entry);

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif
#endif
