// Spellings of all kinds, most of them wrong: none is too wrong to be judged.

#include <random>

#include <gtest/gtest.h>

#include "marking/marking.h"
#include "table.h"

namespace sable::marking {
namespace {

// Pieces of valid spellings, put together and spoilt.
class Spoilt {
 public:
  explicit Spoilt(uint64_t seed) : random_(seed) {
    for (const auto& row : testing::table("us-cases.tsv")) spellings_.push_back(row.at(2));
  }

  std::string next() {
    std::string text = piece() + piece();
    for (uint32_t i = below(4); i > 0; --i) spoil(text);
    return text;
  }

 private:
  uint32_t below(size_t count) { return static_cast<uint32_t>(random_() % count); }

  std::string piece() {
    const std::string& from = spellings_[below(spellings_.size())];
    const size_t begin = below(3) == 0 ? below(from.size() + 1) : 0;
    return from.substr(begin, below(3) == 0 ? below(from.size() + 1) : std::string::npos);
  }

  void spoil(std::string& text) {
    static const std::string kLetters = "ABCGNRSTUX019//,- ()=a\xC3\xA4\n";
    const size_t at = below(text.size() + 1);
    if (below(2) == 0 && at < text.size()) {
      text.erase(at, 1);
    } else {
      text.insert(at, 1, kLetters[below(kLetters.size())]);
    }
  }

  std::mt19937_64 random_;
  std::vector<std::string> spellings_;
};

class AnySpelling : public ::testing::TestWithParam<std::string> {};

TEST_P(AnySpelling, IsJudged) {
  const auto system = find_system(GetParam());
  Spoilt spoilt(7);
  size_t valid = 0, repaired = 0;
  constexpr int kSpellings = 4000;
  for (int i = 0; i < kSpellings; ++i) {
    const std::string spelling = spoilt.next();
    const Form form = i % 3 == 0 ? Form::any : i % 3 == 1 ? Form::banner : Form::portion;
    const Verdict verdict = system->examine(spelling, form);
    ASSERT_EQ(verdict.valid(), verdict.findings.empty()) << spelling;
    if (verdict.valid()) {
      ++valid;
      ASSERT_EQ(verdict.repair, "") << spelling;
      const std::string banner = system->banner(*verdict.marking);
      const auto again = system->parse(banner);
      // Only a list that is left to the banner cannot stand in one.
      if (!again) {
        ASSERT_TRUE(spelling.find("//REL") != std::string::npos ||
                    spelling.find("/REL") != std::string::npos ||
                    spelling.find("EYES") != std::string::npos)
            << spelling << " " << banner;
      } else {
        ASSERT_EQ(*again, *verdict.marking) << spelling;
      }
    }
    if (!verdict.repair.empty()) {
      ++repaired;
      ASSERT_TRUE(system->examine(verdict.repair, form).valid())
          << spelling << " " << verdict.repair;
    }
  }
  RecordProperty("valid", static_cast<int>(valid));
  RecordProperty("repaired", static_cast<int>(repaired));
  if (GetParam().starts_with("us-i")) {
    EXPECT_GT(valid, 30u);
    EXPECT_GT(repaired, 100u);
  }
}

INSTANTIATE_TEST_SUITE_P(Systems, AnySpelling, ::testing::ValuesIn(system_names()),
                         [](const auto& system) {
                           std::string name = system.param;
                           for (char& c : name) c = c == '-' ? '_' : c;
                           return name;
                         });

}  // namespace
}  // namespace sable::marking
