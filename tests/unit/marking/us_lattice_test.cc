// The laws of a lattice on random valid markings of the United States, and that spelling
// and reading are inverse to each other.

#include <map>

#include <gtest/gtest.h>

#include "random_marking.h"

namespace sable::marking {
namespace {

using testing::RandomMarkings;

class UsLattice : public ::testing::TestWithParam<const char*> {
 protected:
  // The one exception: the Department of Defense lets SBU NOFORN stand in a classified
  // marking without NOFORN, and its roll-up gives NOFORN. Such a marking is not a join.
  Marking settled(const Marking& marking) {
    Marking joined = system_->join(std::vector<Marking>{marking, marking}).marking;
    if (joined == marking) return joined;
    ++exceptions_;
    const std::string banner = system_->banner(marking);
    EXPECT_EQ(system_->name(), "us-dod") << banner;
    EXPECT_GT(marking.level, 0) << banner;
    EXPECT_NE(banner.find("SBU NOFORN"), std::string::npos) << banner;
    EXPECT_EQ(banner.find("/NOFORN"), std::string::npos) << banner;
    return joined;
  }

  int exceptions_ = 0;
  std::shared_ptr<const System> system_ = find_system(GetParam());
};

TEST_P(UsLattice, SpellingThenReadingGivesTheSame) {
  RandomMarkings random(*system_, 1);
  for (int i = 0; i < 4000; ++i) {
    const Marking marking = random.next();
    for (const Form form : {Form::banner, Form::portion}) {
      const std::string spelling =
          form == Form::banner ? system_->banner(marking) : system_->portion(marking);
      const Verdict verdict = system_->examine(spelling, form);
      ASSERT_TRUE(verdict.valid()) << spelling << ": " << verdict.findings[0].message;
      ASSERT_EQ(*verdict.marking, marking) << spelling;
    }
  }
}

TEST_P(UsLattice, TheJoinIsALeastUpperBound) {
  RandomMarkings random(*system_, 2);
  for (int i = 0; i < 4000; ++i) {
    const Marking a = settled(random.next()), b = settled(random.next()),
                  c = settled(random.next());
    const std::string three =
        system_->banner(a) + " | " + system_->banner(b) + " | " + system_->banner(c);
    const Marking ab = system_->join(a, b);
    ASSERT_EQ(ab, system_->join(b, a)) << three;
    ASSERT_EQ(system_->join(std::vector<Marking>{a, a}).marking, a) << three;
    ASSERT_FALSE(HasFailure()) << three;
    ASSERT_TRUE(system_->dominates(ab, a) && system_->dominates(ab, b)) << three;
    const Marking ab_c = system_->join(ab, c), a_bc = system_->join(a, system_->join(b, c));
    ASSERT_EQ(ab_c, a_bc) << three << ": " << system_->banner(ab_c) << " or "
                          << system_->banner(a_bc);
    // Whatever dominates both dominates their join.
    if (system_->dominates(c, a) && system_->dominates(c, b)) {
      ASSERT_TRUE(system_->dominates(c, ab)) << three;
    }
  }
  EXPECT_EQ(exceptions_ > 0, system_->name() == "us-dod");
}

TEST_P(UsLattice, TheJoinIsAValidMarking) {
  RandomMarkings random(*system_, 3);
  for (int i = 0; i < 4000; ++i) {
    const Marking a = random.next(), b = random.next();
    const Marking joined = system_->join(a, b);
    const std::string banner = system_->banner(joined);
    const Verdict verdict = system_->examine(banner, Form::banner);
    ASSERT_TRUE(verdict.valid()) << system_->banner(a) << " | " << system_->banner(b) << ": "
                                 << banner << ": " << verdict.findings[0].message;
    // Portions to banner to value is stable.
    ASSERT_EQ(*verdict.marking, joined) << banner;
    ASSERT_EQ(system_->join(joined, a), joined) << banner;
  }
}

// That the drawing covers what the laws are about.
TEST_P(UsLattice, TheMarkingsAreOfAllKinds) {
  RandomMarkings random(*system_, 4);
  std::map<uint16_t, int> kinds;
  std::map<uint8_t, int> levels;
  for (int i = 0; i < 4000; ++i) {
    const Marking marking = random.next();
    ++levels[marking.level];
    for (const Control& control : marking.controls) ++kinds[control.kind];
  }
  EXPECT_EQ(levels.size(), 4u);
  for (const auto& [level, count] : levels) EXPECT_GT(count, 150) << int{level};
  EXPECT_GE(kinds.size(), 28u);
}

INSTANTIATE_TEST_SUITE_P(Dialects, UsLattice, ::testing::Values("us-ic", "us-dod"),
                         [](const auto& dialect) {
                           return std::string(dialect.param) == "us-ic" ? "Ic" : "Dod";
                         });

}  // namespace
}  // namespace sable::marking
