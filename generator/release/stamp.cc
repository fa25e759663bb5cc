#include "release/stamp.h"

namespace sable::release {

namespace {

using released::Inlines;

constexpr const char* kWithheld = "[withheld]";

void append_text(const Inlines& inlines, std::string& out) {
  for (const released::Inline& one : inlines) {
    if (std::holds_alternative<released::Hole>(one.value)) {
      out += kWithheld;
    } else if (const auto* text = std::get_if<released::Text>(&one.value)) {
      out += text->text;
    } else if (const auto* styled = std::get_if<released::Styled>(&one.value)) {
      append_text(styled->children, out);
    } else if (const auto* link = std::get_if<released::Link>(&one.value)) {
      append_text(link->children, out);
    } else if (const auto* outlined = std::get_if<released::Outlined>(&one.value)) {
      append_text(outlined->children, out);
    }
  }
}

void append_text(const std::optional<released::Field>& field, std::string& out) {
  if (!field) return;
  if (const auto* inlines = std::get_if<Inlines>(&field->text)) {
    append_text(*inlines, out);
  } else {
    out += kWithheld;
  }
}

}  // namespace

std::optional<std::vector<StampPart>> stamp_parts(std::string_view stamp) {
  std::vector<StampPart> parts;
  while (!stamp.empty()) {
    const bool placeholder = stamp.front() == '{';
    if (stamp.front() == '}') return std::nullopt;
    if (placeholder) {
      const size_t close = stamp.find_first_of("{}", 1);
      if (close == std::string_view::npos || stamp[close] == '{') return std::nullopt;
      parts.push_back({stamp.substr(1, close - 1), true});
      stamp.remove_prefix(close + 1);
    } else {
      parts.push_back({stamp.substr(0, stamp.find_first_of("{}")), false});
      stamp.remove_prefix(parts.back().text.size());
    }
  }
  return parts;
}

std::string fill_stamp(const Profile& profile, const std::optional<released::Field>& number) {
  std::string filled;
  const auto parts = stamp_parts(profile.stamp);
  if (!parts) return filled;
  for (const StampPart& part : *parts) {
    if (!part.placeholder) {
      filled += part.text;
    } else if (part.text == "number") {
      append_text(number, filled);
    } else if (profile.declassified) {
      filled += profile.declassified->date;
    }
  }
  return filled;
}

}  // namespace sable::release
