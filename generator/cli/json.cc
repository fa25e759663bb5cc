#include "cli/json.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sable::cli {

std::string json_text(std::string_view text) {
  std::string out(1, '"');
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  out += '"';
  return out;
}

std::string json_list(const std::vector<std::string>& items, const char* between) {
  return fmt::format("[{}]", fmt::join(items, between));
}

JsonObject& JsonObject::put(const char* name, std::string_view json) {
  out_ += fmt::format("{}\"{}\": {}", out_.empty() ? "" : ", ", name, json);
  return *this;
}

std::string JsonObject::text() const { return fmt::format("{{{}}}", out_); }

}  // namespace sable::cli
