// Implements script.h.
#include "text/script.h"

#include <unicode/uloc.h>

#include <string>

#include "base/utf8.h"

namespace sable::text {
namespace {

bool is_specific(hb_script_t script) {
  return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN;
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

hb_direction_t direction_of(hb_script_t script) {
  const hb_direction_t direction = hb_script_get_horizontal_direction(script);
  // Old Hungarian, Old Italic and Runic have no fixed one.
  return direction == HB_DIRECTION_RTL ? HB_DIRECTION_RTL : HB_DIRECTION_LTR;
}

}  // namespace

ScriptRun resolve_script(std::string_view text, hb_script_t of_language) {
  if (!text.empty() && is_ascii_letter(text.front())) return {HB_SCRIPT_LATIN, HB_DIRECTION_LTR};
  hb_unicode_funcs_t* unicode = hb_unicode_funcs_get_default();
  for (size_t offset = 0; offset < text.size();) {
    const hb_script_t script = hb_unicode_script(unicode, base::next_code_point(text, offset));
    if (is_specific(script)) return {script, direction_of(script)};
  }
  // Numbers run from left to right in every script (UAX #9, W2).
  return {of_language, HB_DIRECTION_LTR};
}

hb_script_t script_of_language(std::string_view language) {
  if (language.empty()) return HB_SCRIPT_COMMON;
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY], likely[ULOC_FULLNAME_CAPACITY], script[ULOC_SCRIPT_CAPACITY];
  uloc_forLanguageTag(std::string(language).c_str(), locale, sizeof locale, nullptr, &status);
  uloc_addLikelySubtags(locale, likely, sizeof likely, &status);
  const int32_t length = uloc_getScript(likely, script, sizeof script, &status);
  if (U_FAILURE(status) || length != 4) return HB_SCRIPT_COMMON;
  const hb_script_t found = hb_script_from_string(script, length);
  return is_specific(found) ? found : HB_SCRIPT_COMMON;
}

}  // namespace sable::text
