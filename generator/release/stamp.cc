#include "release/stamp.h"

#include <fmt/format.h>

namespace sable::release {

namespace {

using released::Inlines;

// Plain text, if all of it is shown.
bool append_shown_text(const Inlines& inlines, std::string& out) {
  for (const released::Inline& one : inlines) {
    if (std::holds_alternative<released::Hole>(one.value)) return false;
    if (const auto* text = std::get_if<released::Text>(&one.value)) {
      out += text->text;
    } else if (const auto* styled = std::get_if<released::Styled>(&one.value)) {
      if (!append_shown_text(styled->children, out)) return false;
    } else if (const auto* link = std::get_if<released::Link>(&one.value)) {
      if (!append_shown_text(link->children, out)) return false;
    }
  }
  return true;
}

std::optional<std::string> shown_text(const std::optional<released::Field>& field) {
  if (!field) return std::nullopt;
  const auto* inlines = std::get_if<Inlines>(&field->text);
  std::string text;
  if (inlines == nullptr || !append_shown_text(*inlines, text)) return std::nullopt;
  return text;
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

base::Result<std::string> fill_stamp(const Profile& profile,
                                     const std::optional<released::Field>& number) {
  std::string filled;
  const auto parts = stamp_parts(profile.stamp);
  if (!parts) return filled;
  for (const StampPart& part : *parts) {
    if (!part.placeholder) {
      filled += part.text;
    } else if (part.text == "date") {
      filled += profile.declassified ? profile.declassified->date : "";
    } else if (const std::optional<std::string> text = shown_text(number)) {
      filled += *text;
    } else {
      return base::fail(base::error_at(
          profile.span, "SBL0411",
          fmt::format("the stamp of the release `{}` prints the report's number, which this "
                      "release withholds",
                      profile.name),
          "take `{number}` out of the stamp, or show the number"));
    }
  }
  return filled;
}

}  // namespace sable::release
