#include "CLibEdit.h"

#include "CSharedLibrary.h"

#define FUNCTIONS(each)                                                                     \
  each(el_init_fd) each(el_end) each(el_set) each(el_get) each(el_source) each(el_wgets)    \
  each(el_reset) each(el_wline) each(el_wreplacestr) each(el_deletestr)                     \
  each(el_cursor) each(history_init) each(history_end) each(history)

static struct {
  FUNCTIONS(CSHAREDLIBRARY_MEMBER)
} libedit;

static bool isOpen(void) {
  static const char *const names[] = {FUNCTIONS(CSHAREDLIBRARY_NAME)};
  static CSharedLibrary library = CSHAREDLIBRARY("libedit.so.2", names, libedit);
  return csharedlibrary_open(&library) == NULL;
}

EditLine *mamlnb_el_init(const char *program, FILE *nowhere, int input, int output) {
  return isOpen() ? libedit.el_init_fd(program, nowhere, nowhere, nowhere, input, output, output)
                  : NULL;
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

int mamlnb_el_set_prompt(EditLine *editor, mamlnb_prompt_function prompt) {
  return libedit.el_set(editor, EL_PROMPT, prompt);
}

int mamlnb_el_set_editor(EditLine *editor, const char *mode) {
  return libedit.el_set(editor, EL_EDITOR, mode);
}

bool mamlnb_el_is_vi(EditLine *editor) {
  const char *mode = NULL;
  libedit.el_get(editor, EL_EDITOR, &mode);
  return mode && mode[0] == 'v';
}

int mamlnb_el_set_reader(EditLine *editor, mamlnb_read_function read) {
  return libedit.el_set(editor, EL_GETCFN, read);
}

int mamlnb_el_set_step_by_step(EditLine *editor) {
  return libedit.el_set(editor, EL_UNBUFFERED, 1);
}

int mamlnb_el_set_raw(EditLine *editor, bool isRaw) {
  return libedit.el_set(editor, EL_PREP_TERM, (int)isRaw);
}

int mamlnb_el_set_size(EditLine *editor, const char *side) {
  int columns = libedit.el_set(editor, EL_SETTC, "co", side, NULL);
  int rows = libedit.el_set(editor, EL_SETTC, "li", side, NULL);
  return columns == 0 ? rows : columns;
}

int mamlnb_el_add_function(EditLine *editor, const char *name, const char *help,
                           mamlnb_edit_function function) {
  return libedit.el_set(editor, EL_ADDFN, name, help, function);
}

int mamlnb_el_bind(EditLine *editor, const char *key, const char *command) {
  return libedit.el_set(editor, EL_BIND, key, command, NULL);
}

int mamlnb_el_bind_alternative(EditLine *editor, const char *key, const char *command) {
  return libedit.el_set(editor, EL_BIND, "-a", key, command, NULL);
}

int mamlnb_el_set_tty(EditLine *editor, const char *setting) {
  return libedit.el_set(editor, EL_SETTY, "-d", setting, NULL);
}

int mamlnb_el_source(EditLine *editor, const char *file) { return libedit.el_source(editor, file); }

int mamlnb_el_refresh(EditLine *editor) { return libedit.el_set(editor, EL_REFRESH); }

void mamlnb_el_step(EditLine *editor) {
  int count = 0;
  libedit.el_wgets(editor, &count);
}

void mamlnb_el_reset(EditLine *editor) { libedit.el_reset(editor); }

const LineInfoW *mamlnb_el_line(EditLine *editor) { return libedit.el_wline(editor); }

int mamlnb_el_replace(EditLine *editor, const wchar_t *text) {
  return libedit.el_wreplacestr(editor, text);
}

void mamlnb_el_delete(EditLine *editor, int count) { libedit.el_deletestr(editor, count); }

int mamlnb_el_move(EditLine *editor, int count) { return libedit.el_cursor(editor, count); }

int mamlnb_el_set_history(EditLine *editor, History *list) {
  return libedit.el_set(editor, EL_HIST, libedit.history, list);
}

int mamlnb_history_enter(History *list, const char *entry) {
  HistEvent event;
  return libedit.history(list, &event, H_ENTER, entry);
}
