// JSON (RFC 8259) with its members in a fixed order.
//
// In:  texts in UTF-8.
// Out: JSON in UTF-8; equal values give equal text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sable::cli {

std::string json_text(std::string_view text);
// Items that are JSON.
std::string json_list(const std::vector<std::string>& items, const char* between);

// Members of an object, in the order in which they are added.
class JsonObject {
 public:
  JsonObject& add(const char* name, std::string_view text) { return put(name, json_text(text)); }
  JsonObject& put(const char* name, std::string_view json);
  std::string text() const;

 private:
  std::string out_;
};

}  // namespace sable::cli
