// Typographic quotes and dashes.
//
// In:  inline content of a release.
// Out: the same with `"` and `'` as quotation marks, `--` as an en dash and
//      `---` as an em dash.
//
// It runs after withholding: a hole counts as a word, and nothing that stood in
// it has a say in what its neighbours become.
#pragma once

#include <string_view>

#include "released/released.h"

namespace sable::release {

// Quotation marks of English; other languages keep theirs as written. Code is
// left alone.
void set_typographic_signs(released::Inlines& inlines, std::string_view language);

}  // namespace sable::release
