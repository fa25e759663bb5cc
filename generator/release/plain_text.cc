#include "release/plain_text.h"

namespace sable::release {

std::string plain_text(const released::Inlines& inlines) {
  std::string out;
  for (const released::Inline& each : inlines) {
    if (const auto* text = std::get_if<released::Text>(&each.value)) out += text->text;
    if (const auto* styled = std::get_if<released::Styled>(&each.value)) {
      out += plain_text(styled->children);
    }
    if (const auto* link = std::get_if<released::Link>(&each.value)) {
      out += plain_text(link->children);
    }
  }
  return out;
}

}  // namespace sable::release
