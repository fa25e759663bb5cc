#include "report/directive_attributes.h"

#include "report/fields.h"
#include "report/near_miss.h"

namespace sable::report {

namespace {

using base::error_at;

// Behind a directive that has one attribute: it, or nullptr.
const Attribute* only(const Attributes& attributes, const char* name,
                      base::Diagnostics& diagnostics) {
  const Attribute* found = nullptr;
  for (const Attribute& each : attributes.all) {
    if (each.name.text() != name) {
      base::Diagnostic diagnostic =
          error_at(each.name.span(), "SBL0256", "this directive has no such attribute",
                   suggestion(std::string(each.name.text()), {name}));
      diagnostic.echo = each.name.text();
      diagnostics.push_back(std::move(diagnostic));
    } else if (found != nullptr) {
      diagnostics.push_back(error_at(each.name.span(), "SBL0238",
                                     "this attribute stands here twice", "take one out"));
    } else {
      found = &each;
    }
  }
  return found;
}

}  // namespace

ReferenceShow read_reference_attributes(const Attributes& attributes,
                                        base::Diagnostics& diagnostics) {
  const Attribute* show = only(attributes, "show", diagnostics);
  if (show == nullptr) return ReferenceShow::by_kind;
  const std::string_view word = show->value.text();
  if (word == "number") return ReferenceShow::number;
  if (word == "page") return ReferenceShow::page;
  if (word == "title") return ReferenceShow::title;
  base::Diagnostic diagnostic =
      error_at(show->value.span(), "SBL0259", "a reference cannot show this",
               "write `show=number`, `show=page` or `show=title`");
  diagnostic.echo = word;
  diagnostics.push_back(std::move(diagnostic));
  return ReferenceShow::by_kind;
}

// An entry is shown with its term: a redaction in it would be printed as it stands.
std::string read_term_attributes(const Attributes& attributes, base::Diagnostics& diagnostics) {
  const Attribute* as = only(attributes, "as", diagnostics);
  if (as == nullptr) return {};
  const Stretch entry = as->value.trimmed();
  if (holds_redaction(entry.text())) {
    diagnostics.push_back(error_at(entry.span(), "SBL0218",
                                   "a redaction stands where none can be: in an entry of the index",
                                   "redact the whole term: then it has no entry"));
  } else if (entry.text().find_first_not_of(" ,") == std::string_view::npos ||
             entry.text().find('\n') != std::string_view::npos) {
    diagnostics.push_back(
        error_at(entry.span(), "SBL0259", "this is no entry for an index",
                 "write it on one line: `as=\"barges\"`, or `as=\"barges, iron\"` "
                 "for one below another"));
    return {};
  }
  return std::string(entry.text());
}

}  // namespace sable::report
