// The order of words in a language.
#include "text/word_order.h"

#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

namespace sable::text {
namespace {

std::vector<std::string> sorted(const std::string& language, std::vector<std::string> words) {
  const WordOrder order(language);
  std::sort(words.begin(), words.end(),
            [&](const std::string& a, const std::string& b) { return order(a, b); });
  return words;
}

using Words = std::vector<std::string>;

TEST(WordOrder, LettersBeforeCaseAndAccents) {
  EXPECT_EQ(sorted("en-US", {"zebra", "Éclair", "eel", "apple", "Zone", "edge"}),
            (Words{"apple", "Éclair", "edge", "eel", "zebra", "Zone"}));
}

TEST(WordOrder, IsThatOfTheLanguage) {
  EXPECT_EQ(sorted("de", {"zebra", "ära", "affe"}), (Words{"affe", "ära", "zebra"}));
  EXPECT_EQ(sorted("sv", {"zebra", "ära", "affe"}), (Words{"affe", "zebra", "ära"}));
}

TEST(WordOrder, ALanguageThatIsNotKnownHasThatOfAll) {
  EXPECT_EQ(sorted("xx", {"b", "A", "a"}), (Words{"a", "A", "b"}));
}

}  // namespace
}  // namespace sable::text
