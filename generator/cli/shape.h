// Reads maps of the program's own YAML files: theme and font manifest.
//
// In:  a Value, the keys that it may have.
// Out: texts; every wrong shape becomes a located diagnostic.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "source/value.h"

namespace sable::cli {

class MapShape {
 public:
  // Notes a value that is no map, and keys beyond `required` and `optional`.
  MapShape(const source::Value& value, std::vector<std::string> required,
           std::vector<std::string> optional, base::Diagnostics& problems);

  // The text under that key; empty if it is absent or no text, which is noted.
  std::string text(std::string_view key) const;
  // The value under that key if it is a list, and nullptr otherwise, which is
  // noted unless the key is absent.
  const source::Value* list(std::string_view key) const;
  const source::Value* map(std::string_view key) const;
  // The place of a key's value, or of the whole map.
  base::Span place(std::string_view key) const;
  void note(std::string_view key, std::string message, std::string help = {}) const;

 private:
  const source::Value* child(std::string_view key, source::Kind kind) const;

  const source::Value& value_;
  base::Diagnostics& problems_;
};

}  // namespace sable::cli
