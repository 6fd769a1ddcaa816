// libedit for Swift. Its setters are variadic, which Swift cannot call, so each operation that
// LineEditing uses gets a function of its own here.
#ifndef MAMLNB_CLIBEDIT_H
#define MAMLNB_CLIBEDIT_H

#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

typedef char *_Nonnull (*mamlnb_prompt_function)(EditLine *_Nonnull);
typedef unsigned char (*mamlnb_edit_function)(EditLine *_Nonnull, int);

// An editor on streams that it does not close.
static inline EditLine *_Nullable mamlnb_el_init(const char *_Nonnull program,
                                                 FILE *_Nonnull input,
                                                 FILE *_Nonnull output) {
  return el_init(program, input, output, output);
}

// What every callback of the editor can ask back.
static inline int mamlnb_el_set_client_data(EditLine *_Nonnull el, void *_Nullable data) {
  return el_set(el, EL_CLIENTDATA, data);
}
static inline void *_Nullable mamlnb_el_client_data(EditLine *_Nonnull el) {
  void *data = NULL;
  el_get(el, EL_CLIENTDATA, &data);
  return data;
}

// A prompt in which `escape` brackets what takes no room on the screen.
static inline int mamlnb_el_set_prompt(EditLine *_Nonnull el,
                                       mamlnb_prompt_function _Nonnull prompt, char escape) {
  return el_set(el, EL_PROMPT_ESC, prompt, escape);
}

// "emacs" or "vi".
static inline int mamlnb_el_set_editor(EditLine *_Nonnull el, const char *_Nonnull mode) {
  return el_set(el, EL_EDITOR, mode);
}

// Whether the editor handles resizing, suspending and the rest while it reads.
static inline int mamlnb_el_set_signal(EditLine *_Nonnull el, int on) {
  return el_set(el, EL_SIGNAL, on);
}

// A command by name, and a key for a command.
static inline int mamlnb_el_add_function(EditLine *_Nonnull el, const char *_Nonnull name,
                                         const char *_Nonnull help,
                                         mamlnb_edit_function _Nonnull function) {
  return el_set(el, EL_ADDFN, name, help, function);
}
static inline int mamlnb_el_bind(EditLine *_Nonnull el, const char *_Nonnull key,
                                 const char *_Nonnull command) {
  return el_set(el, EL_BIND, key, command, NULL);
}

// A setting of the terminal while editing, as stty writes it.
static inline int mamlnb_el_set_tty(EditLine *_Nonnull el, const char *_Nonnull setting) {
  return el_set(el, EL_SETTY, "-d", setting, NULL);
}

// Draws the prompt and the entry afresh from where the terminal's cursor is.
static inline int mamlnb_el_refresh(EditLine *_Nonnull el) { return el_set(el, EL_REFRESH); }

// The history that the arrow keys walk through.
static inline int mamlnb_el_set_history(EditLine *_Nonnull el, History *_Nonnull list) {
  return el_set(el, EL_HIST, history, list);
}
static inline int mamlnb_history_set_size(History *_Nonnull list, int size) {
  HistEvent event;
  return history(list, &event, H_SETSIZE, size);
}
static inline int mamlnb_history_set_unique(History *_Nonnull list, int on) {
  HistEvent event;
  return history(list, &event, H_SETUNIQUE, on);
}
static inline int mamlnb_history_enter(History *_Nonnull list, const char *_Nonnull entry) {
  HistEvent event;
  return history(list, &event, H_ENTER, entry);
}

#endif
