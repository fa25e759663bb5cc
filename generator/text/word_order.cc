#include "text/word_order.h"

#include <unicode/ucol.h>
#include <unicode/uloc.h>

#include <array>

namespace sable::text {

namespace {

using Handle = std::unique_ptr<UCollator, decltype(&ucol_close)>;

// The root of all languages: where ICU lacks one it would take that of the machine,
// which must have no say.
constexpr const char* kRoot = "root";

Handle open(const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  Handle handle(ucol_open(locale, &status), &ucol_close);
  if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING) handle.reset();
  return handle;
}

}  // namespace

struct WordOrder::Collator {
  Handle handle;
};

WordOrder::WordOrder(const std::string& language) {
  std::array<char, ULOC_FULLNAME_CAPACITY> locale{};
  UErrorCode status = U_ZERO_ERROR;
  uloc_forLanguageTag(language.c_str(), locale.data(), ULOC_FULLNAME_CAPACITY, nullptr, &status);
  Handle handle(nullptr, &ucol_close);
  if (U_SUCCESS(status)) handle = open(locale.data());
  if (handle == nullptr) handle = open(kRoot);
  collator_ = std::make_unique<Collator>(Collator{std::move(handle)});
}

WordOrder::~WordOrder() = default;
WordOrder::WordOrder(WordOrder&&) noexcept = default;
WordOrder& WordOrder::operator=(WordOrder&&) noexcept = default;

bool WordOrder::operator()(std::string_view a, std::string_view b) const {
  if (collator_->handle == nullptr) return a < b;
  UErrorCode status = U_ZERO_ERROR;
  const UCollationResult result =
      ucol_strcollUTF8(collator_->handle.get(), a.data(), static_cast<int32_t>(a.size()), b.data(),
                       static_cast<int32_t>(b.size()), &status);
  return U_SUCCESS(status) ? result == UCOL_LESS : a < b;
}

}  // namespace sable::text
