#include "marking/marking.h"

#include <gtest/gtest.h>

namespace sable::marking {
namespace {

TEST(System, ReadsPortionAndBannerSpellings) {
  const auto system = find_system("us-ic");
  for (const char* spelling : {"S//NF", "(S//NF)", "SECRET//NOFORN"}) {
    const auto marking = system->parse(spelling);
    ASSERT_TRUE(marking) << spelling;
    EXPECT_EQ(system->banner(*marking), "SECRET//NOFORN");
    EXPECT_EQ(system->portion(*marking), "S//NF");
  }
}

TEST(System, RefusesWhatItDoesNotKnow) {
  const auto system = find_system("us-ic");
  for (const char* spelling : {"", "SEKRET", "S//XX", "S//", "(S", "U//OC"}) {
    EXPECT_FALSE(system->parse(spelling)) << spelling;
  }
  EXPECT_EQ(find_system("us"), nullptr);
}

TEST(System, SaysNothingOfTheTextItRefuses) {
  const auto refused = find_system("us-ic")->parse("HOLT");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error()[0].message.find("HOLT"), std::string::npos);
  EXPECT_EQ(refused.error()[0].help.find("HOLT"), std::string::npos);
}

// All values of a system with few controls: the laws of a lattice.
TEST(System, SaysWhichSpellingWasMeant) {
  const auto legacy = find_system("legacy");
  EXPECT_EQ(legacy->meant("Secrte"), "Secret");
  EXPECT_EQ(legacy->meant("SECRET"), "Secret");
  EXPECT_EQ(legacy->meant("top secret"), "Top Secret");
  EXPECT_EQ(legacy->meant("s"), "S");
  EXPECT_EQ(legacy->meant("X"), "");  // one letter is near to every other
  EXPECT_EQ(legacy->meant("Purple"), "");
  EXPECT_EQ(legacy->meant(""), "");
  const auto us = find_system("us-ic");
  EXPECT_EQ(us->meant("Secret//NOFRON"), "SECRET//NOFORN");
  EXPECT_EQ(us->meant("(S//nf/orcon)"), "S//OC/NF");
  EXPECT_EQ(us->meant("SECRET//ELEPHANT"), "");
  // What was meant has to be a marking: RSEN may not stand so low.
  EXPECT_EQ(us->meant("Unclassified//RSEN"), "");
}

TEST(System, CompletesAListThatIsLeftToTheWhole) {
  const auto us = find_system("us-ic");
  const Marking whole = *us->parse("SECRET//REL TO USA, AUS, GBR");
  const auto portion = us->parse("(C//REL)");
  ASSERT_TRUE(portion);
  const auto complete = us->completed(*portion, whole);
  ASSERT_TRUE(complete);
  EXPECT_EQ(us->portion(*complete), "C//REL TO USA, AUS, GBR");
  EXPECT_EQ(us->portion_within(*complete, whole), "C//REL");
  EXPECT_EQ(us->portion_within(*us->parse("C//REL TO USA, GBR"), whole), "C//REL TO USA, GBR");
  EXPECT_FALSE(us->completed(*portion, *us->parse("SECRET//NOFORN")));
  EXPECT_EQ(us->completed(*us->parse("S//NF"), whole), *us->parse("S//NF"));
  EXPECT_FALSE(us->examine("SECRET//REL", Form::banner).marking);
}

TEST(Join, IsAJoinInEverySystem) {
  for (const std::string& name : system_names()) {
    const auto system = find_system(name);
    ASSERT_NE(system, nullptr) << name;
    std::vector<Marking> all;
    for (uint8_t level = 0; level < system->levels().size(); ++level) {
      all.push_back({level});
    }
    for (const Marking& a : all) {
      EXPECT_EQ(system->join(a, a), a);
      for (const Marking& b : all) {
        const Marking ab = system->join(a, b);
        EXPECT_EQ(ab, system->join(b, a));
        EXPECT_TRUE(system->dominates(ab, a) && system->dominates(ab, b));
        for (const Marking& c : all) {
          EXPECT_EQ(system->join(ab, c), system->join(a, system->join(b, c)));
        }
      }
    }
  }
}

TEST(System, LegacySpellsAsOldReportsDid) {
  const auto system = find_system("legacy");
  EXPECT_EQ(system->banner(*system->parse("S")), "Secret");
  EXPECT_EQ(system->portion(*system->parse("Top Secret")), "TS");
}

}  // namespace
}  // namespace sable::marking
