#include "CLibEdit.h"

#include "CSharedLibrary.h"

#define FUNCTIONS(each)                                                                   \
  each(el_init) each(el_end) each(el_set) each(el_get) each(el_source) each(el_gets)      \
  each(el_wgetc) each(el_reset) each(el_line) each(el_insertstr) each(el_deletestr)       \
  each(el_cursor) each(el_push) each(history_init) each(history_end) each(history)

static struct {
  FUNCTIONS(CSHAREDLIBRARY_MEMBER)
} libedit;

static bool isOpen(void) {
  static const char *const names[] = {FUNCTIONS(CSHAREDLIBRARY_NAME)};
  static CSharedLibrary library = CSHAREDLIBRARY("libedit.so.2", names, libedit);
  return csharedlibrary_open(&library) == NULL;
}

EditLine *mamlnb_el_init(const char *program, FILE *input, FILE *output) {
  return isOpen() ? libedit.el_init(program, input, output, output) : NULL;
}

History *mamlnb_history_init(int size) {
  History *list = isOpen() ? libedit.history_init() : NULL;
  if (!list) return NULL;
  HistEvent event;
  libedit.history(list, &event, H_SETSIZE, size);
  libedit.history(list, &event, H_SETUNIQUE, 1);
  return list;
}

void mamlnb_el_end(EditLine *editor) { libedit.el_end(editor); }

void mamlnb_history_end(History *list) { libedit.history_end(list); }

int mamlnb_el_set_client_data(EditLine *editor, void *data) {
  return libedit.el_set(editor, EL_CLIENTDATA, data);
}

void *mamlnb_el_client_data(EditLine *editor) {
  void *data = NULL;
  libedit.el_get(editor, EL_CLIENTDATA, &data);
  return data;
}

int mamlnb_el_set_prompt(EditLine *editor, mamlnb_prompt_function prompt, char escape) {
  return libedit.el_set(editor, EL_PROMPT_ESC, prompt, escape);
}

int mamlnb_el_set_editor(EditLine *editor, const char *mode) {
  return libedit.el_set(editor, EL_EDITOR, mode);
}

int mamlnb_el_set_signal(EditLine *editor, int on) {
  return libedit.el_set(editor, EL_SIGNAL, on);
}

int mamlnb_el_add_function(EditLine *editor, const char *name, const char *help,
                           mamlnb_edit_function function) {
  return libedit.el_set(editor, EL_ADDFN, name, help, function);
}

int mamlnb_el_bind(EditLine *editor, const char *key, const char *command) {
  return libedit.el_set(editor, EL_BIND, key, command, NULL);
}

int mamlnb_el_set_tty(EditLine *editor, const char *setting) {
  return libedit.el_set(editor, EL_SETTY, "-d", setting, NULL);
}

int mamlnb_el_source(EditLine *editor) { return libedit.el_source(editor, NULL); }

int mamlnb_el_refresh(EditLine *editor) { return libedit.el_set(editor, EL_REFRESH); }

const char *mamlnb_el_gets(EditLine *editor, int *count) {
  return libedit.el_gets(editor, count);
}

int mamlnb_el_wgetc(EditLine *editor, wchar_t *character) {
  return libedit.el_wgetc(editor, character);
}

void mamlnb_el_reset(EditLine *editor) { libedit.el_reset(editor); }

const LineInfo *mamlnb_el_line(EditLine *editor) { return libedit.el_line(editor); }

int mamlnb_el_insertstr(EditLine *editor, const char *text) {
  return libedit.el_insertstr(editor, text);
}

void mamlnb_el_deletestr(EditLine *editor, int count) { libedit.el_deletestr(editor, count); }

int mamlnb_el_cursor(EditLine *editor, int count) { return libedit.el_cursor(editor, count); }

void mamlnb_el_push(EditLine *editor, const char *keys) { libedit.el_push(editor, keys); }

int mamlnb_el_set_history(EditLine *editor, History *list) {
  return libedit.el_set(editor, EL_HIST, libedit.history, list);
}

int mamlnb_history_enter(History *list, const char *entry) {
  HistEvent event;
  return libedit.history(list, &event, H_ENTER, entry);
}
