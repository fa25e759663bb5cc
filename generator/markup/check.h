// Checks a template's tags against the schema. Private to the room.
//
// In:  the scanned files of a template; files[0] is report.mustache.
// Out: diagnostics: unknown names, values used as what they are not, missing
//      partials, partials that include themselves without end, a misplaced body.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "markup/tags.h"

namespace sable::markup {

struct TemplateFile {
  std::string name;  // of the partial: "spans"
  base::FileId id = 0;
  std::string_view text;
  std::vector<Tag> tags;
  bool sound = true;  // tags could be read
};

base::Diagnostics check_template(const std::vector<TemplateFile>& files);

// Index of the partial of that name, or 0, which is report.mustache and no partial.
size_t find_partial(const std::vector<TemplateFile>& files, std::string_view name);

// Index of the tag {{#body}} of report.mustache, which check_template has found good.
size_t find_body(const TemplateFile& report);

}  // namespace sable::markup
