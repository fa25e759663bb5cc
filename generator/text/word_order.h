// The order of words in a language, by ICU (UTS #10, UTS #35 part 5).
//
// In:  a tag of BCP 47; texts.
// Out: which of two comes first.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace sable::text {

// Where ICU does not know the language, the order is that of all of them (DUCET).
class WordOrder {
 public:
  explicit WordOrder(const std::string& language);
  ~WordOrder();
  WordOrder(WordOrder&&) noexcept;
  WordOrder& operator=(WordOrder&&) noexcept;

  // Whether `a` comes before `b`.
  bool operator()(std::string_view a, std::string_view b) const;

 private:
  struct Collator;
  std::unique_ptr<Collator> collator_;
};

}  // namespace sable::text
