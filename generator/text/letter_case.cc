#include "text/letter_case.h"

#include <memory>
#include <optional>

#include <unicode/ucasemap.h>
#include <unicode/uchar.h>

#include "base/utf8.h"

namespace sable::text {

namespace {

using Mapping = int32_t (*)(const UCaseMap*, char*, int32_t, const char*, int32_t, UErrorCode*);

std::string mapped(std::string_view text, std::string_view language, Mapping mapping) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCaseMap, decltype(&ucasemap_close)> map(
      ucasemap_open(std::string(language).c_str(), 0, &status), &ucasemap_close);
  if (U_FAILURE(status)) return std::string(text);
  // No case mapping makes UTF-8 more than three times as long.
  std::string out(text.size() * 3 + 1, '\0');
  const int32_t length = mapping(map.get(), out.data(), static_cast<int32_t>(out.size()),
                                 text.data(), static_cast<int32_t>(text.size()), &status);
  if (U_FAILURE(status)) return std::string(text);
  out.resize(static_cast<size_t>(length));
  return out;
}

// Whether a character is drawn as a small capital; nullopt: as what it follows is.
std::optional<bool> is_small(char32_t c, bool all) {
  const auto code_point = static_cast<UChar32>(c);
  if (u_hasBinaryProperty(code_point, UCHAR_CASE_IGNORABLE)) return std::nullopt;
  const UProperty property = all ? UCHAR_CASED : UCHAR_LOWERCASE;
  return u_hasBinaryProperty(code_point, property) != 0;
}

}  // namespace

std::vector<CaseStretch> case_stretches(std::string_view text, bool all) {
  std::vector<CaseStretch> stretches;
  for (size_t offset = 0; offset < text.size();) {
    const auto begin = static_cast<uint32_t>(offset);
    const std::optional<bool> small = is_small(base::next_code_point(text, offset), all);
    const bool begins = stretches.empty() || (small && *small != stretches.back().small);
    if (begins) stretches.push_back({begin, begin, small.value_or(false)});
    stretches.back().end = static_cast<uint32_t>(offset);
  }
  return stretches;
}

std::string upper_case(std::string_view text, std::string_view language) {
  return mapped(text, language, &ucasemap_utf8ToUpper);
}

std::string lower_case(std::string_view text, std::string_view language) {
  return mapped(text, language, &ucasemap_utf8ToLower);
}

}  // namespace sable::text
