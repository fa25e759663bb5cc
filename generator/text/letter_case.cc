#include "text/letter_case.h"

#include <memory>

#include <unicode/ucasemap.h>

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

}  // namespace

std::string upper_case(std::string_view text, std::string_view language) {
  return mapped(text, language, &ucasemap_utf8ToUpper);
}

std::string lower_case(std::string_view text, std::string_view language) {
  return mapped(text, language, &ucasemap_utf8ToLower);
}

}  // namespace sable::text
