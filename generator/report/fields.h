// The fields of a map, typed and checked.
//
// In:  a map of the source, and the fields that the schema gives it.
// Out: values; diagnostics for unknown, missing and ill-typed fields, each at
//      its place and with the repair.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "source/value.h"

namespace sable::report {

// What a map may hold.
struct Shape {
  std::string what;                 // "a paragraph", for messages
  std::vector<std::string> fields;  // that this version reads
  std::vector<std::string> later;   // of the format, but not of this version
};

class Fields {
 public:
  // Reports the fields that `shape` does not have. `map` has to be a map.
  Fields(const source::Value& map, const Shape& shape, base::Diagnostics& diagnostics);

  // The field's value, or nullptr.
  const source::Value* find(std::string_view name) const { return map_.find(name); }
  // The same; its absence is an error.
  const source::Value* require(std::string_view name) const;

  // The text of a scalar field that is no prose; nullopt if there is none or it is
  // no text. A redaction in it is an error: it would be printed as it stands.
  std::optional<std::string> text(std::string_view name) const;
  // `true` or `false`; nullopt if there is none or it is neither.
  std::optional<bool> truth(std::string_view name) const;

  // One of a closed set of words; nullopt if there is none or it is another.
  template <typename T>
  std::optional<T> choice(std::string_view name,
                          const std::vector<std::pair<std::string, T>>& words) const;

  // A point for messages about the map as a whole: its first key.
  base::Span place() const;

 private:
  void report_unknown(const source::Entry& entry) const;
  void report_choice(const source::Value& value, std::string_view name,
                     const std::vector<std::string>& words) const;

  const source::Value& map_;
  const Shape& shape_;
  base::Diagnostics& diagnostics_;
};

// `columns:` of a report or section: 2 to 4; 0 where it has none.
uint32_t read_columns(const Fields& fields);

// `approval:` of a report or release: whether a second person has to approve.
bool read_approval(const Fields& fields);

// Whether the value is of that kind; reports it otherwise. `what` is what stands
// there by the schema: "the body", "a mark".
bool expect_map(const source::Value& value, std::string_view what, base::Diagnostics& diagnostics);
bool expect_list(const source::Value& value, std::string_view what, base::Diagnostics& diagnostics);
bool expect_text(const source::Value& value, std::string_view what, base::Diagnostics& diagnostics);

// A letter or digit, then letters, digits, `.`, `_` or `-`; at most 64.
bool is_identifier(std::string_view text);

// A tag of BCP 47, as far as reports need it: language, and any further subtags.
bool is_language_tag(std::string_view text);

// "did you mean `text`?" if one of `words` is near; else the list of them all.
std::string suggestion(const std::string& word, const std::vector<std::string>& words);

template <typename T>
std::optional<T> Fields::choice(std::string_view name,
                                const std::vector<std::pair<std::string, T>>& words) const {
  const source::Value* value = find(name);
  if (value == nullptr) return std::nullopt;
  std::vector<std::string> known;
  for (const auto& [word, meaning] : words) {
    if (value->kind == source::Kind::text && value->text == word) return meaning;
    known.push_back(word);
  }
  report_choice(*value, name, known);
  return std::nullopt;
}

}  // namespace sable::report
