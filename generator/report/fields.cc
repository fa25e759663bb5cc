#include "report/fields.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/near_miss.h"

namespace sable::report {

namespace {

using base::error_at;
using source::Kind;
using source::Value;

bool holds(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

const char* kind_name(Kind kind) {
  switch (kind) {
    case Kind::null:
      return "nothing";
    case Kind::text:
      return "text";
    case Kind::list:
      return "a list";
    case Kind::map:
      return "a map";
  }
  return "nothing";
}

// The whole of a list or map would be too much to underline: the first key, or a
// point.
base::Span start_of(const Value& value) {
  if (value.kind == Kind::text) return value.span;
  if (value.kind == Kind::map && !value.entries.empty()) return value.entries.front().key_span;
  return {value.span.file, value.span.begin, value.span.begin};
}

bool expect(Kind kind, const Value& value, std::string_view what, std::string help,
            base::Diagnostics& diagnostics) {
  if (value.kind == kind) return true;
  diagnostics.push_back(
      error_at(start_of(value), "SBL0202",
               fmt::format("{} has to be {}, not {}", what, kind_name(kind), kind_name(value.kind)),
               std::move(help)));
  return false;
}

}  // namespace

uint32_t read_columns(const Fields& fields) {
  const std::optional<uint32_t> count =
      fields.choice<uint32_t>("columns", {{"1", 0}, {"2", 2}, {"3", 3}, {"4", 4}});
  return count.value_or(0);
}

bool read_approval(const Fields& fields) {
  return fields.choice<bool>("approval", {{"two-person", true}}).value_or(false);
}

bool expect_map(const Value& value, std::string_view what, base::Diagnostics& diagnostics) {
  return expect(Kind::map, value, what, "write `field: value` lines below it", diagnostics);
}

bool expect_list(const Value& value, std::string_view what, base::Diagnostics& diagnostics) {
  return expect(Kind::list, value, what, "begin each entry below it with `- `", diagnostics);
}

bool expect_text(const Value& value, std::string_view what, base::Diagnostics& diagnostics) {
  return expect(Kind::text, value, what, "write text behind the colon, in quotes if it has to be",
                diagnostics);
}

bool is_identifier(std::string_view text) {
  constexpr size_t kLongest = 64;
  const auto alphanumeric = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  if (text.empty() || text.size() > kLongest || !alphanumeric(text.front())) return false;
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return alphanumeric(c) || c == '.' || c == '_' || c == '-'; });
}

bool is_language_tag(std::string_view tag) {
  size_t subtag = 0;
  for (size_t begin = 0; begin <= tag.size(); ++subtag) {
    const size_t end = std::min(tag.find('-', begin), tag.size());
    const std::string_view part = tag.substr(begin, end - begin);
    const bool letters = std::all_of(part.begin(), part.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    const bool alphanumeric = std::all_of(part.begin(), part.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
    const bool fits = subtag == 0 ? letters && (part.size() == 2 || part.size() == 3)
                                  : alphanumeric && !part.empty() && part.size() <= 8;
    if (!fits) return false;
    begin = end + 1;
  }
  return true;
}

std::string suggestion(const std::string& word, const std::vector<std::string>& words) {
  if (const std::string* near = base::nearest(word, words)) {
    return fmt::format("did you mean `{}`?", *near);
  }
  return fmt::format("what may stand here: {}", fmt::join(words, ", "));
}

Fields::Fields(const Value& map, const Shape& shape, base::Diagnostics& diagnostics)
    : map_(map), shape_(shape), diagnostics_(diagnostics) {
  for (const source::Entry& entry : map.entries) {
    if (!holds(shape.fields, entry.key)) report_unknown(entry);
  }
}

void Fields::report_unknown(const source::Entry& entry) const {
  base::Diagnostic diagnostic;
  if (holds(shape_.later, entry.key)) {
    diagnostic = error_at(entry.key_span, "SBL0204",
                          fmt::format("the field `{}` of {} is not supported by this version",
                                      entry.key, shape_.what),
                          "take it out");
  } else {
    diagnostic =
        error_at(entry.key_span, "SBL0201", fmt::format("{} has no such field", shape_.what),
                 suggestion(entry.key, shape_.fields));
    diagnostic.echo = entry.key;
  }
  diagnostics_.push_back(std::move(diagnostic));
}

const Value* Fields::require(std::string_view name) const {
  const Value* value = find(name);
  if (value == nullptr) {
    diagnostics_.push_back(error_at(place(), "SBL0203",
                                    fmt::format("{} lacks the field `{}`", shape_.what, name),
                                    fmt::format("add a line `{}: …`", name)));
  }
  return value;
}

std::optional<std::string> Fields::text(std::string_view name) const {
  const Value* value = find(name);
  if (value == nullptr || !expect_text(*value, fmt::format("`{}`", name), diagnostics_)) {
    return std::nullopt;
  }
  if (holds_redaction(value->text)) {
    diagnostics_.push_back(error_at(value->span, "SBL0218",
                                    "a redaction stands where none can be: this field is no prose",
                                    "take it out: the field would be printed as it stands"));
  }
  return value->text;
}

std::optional<bool> Fields::truth(std::string_view name) const {
  return choice<bool>(name, {{"true", true}, {"false", false}});
}

void Fields::report_choice(const Value& value, std::string_view name,
                           const std::vector<std::string>& words) const {
  if (!expect_text(value, fmt::format("`{}`", name), diagnostics_)) return;
  base::Diagnostic diagnostic =
      error_at(value.span, "SBL0205", fmt::format("`{}` does not take this value", name),
               suggestion(value.text, words));
  diagnostic.echo = value.text;
  diagnostics_.push_back(std::move(diagnostic));
}

base::Span Fields::place() const { return start_of(map_); }

}  // namespace sable::report
