#include "release/extents.h"

#include <cmath>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "released/register.h"
#include "releasing.h"

namespace sable::release {
namespace {

using base::Length;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Every ordinal is set alone, `lines` lines long, of 100 pt each, on a page of 40.
released::Sizes sizes_of(const Withheld& full, uint32_t lines, Length last = Length::points(100)) {
  released::Sizes sizes;
  sizes.leading = Length::points(12);
  sizes.measure = Length::points(100);
  sizes.page_lines = 40;
  int64_t y = 0;
  for (released::Ordinal i = 0; i < full.released.ordinals; ++i) {
    for (uint32_t line = 0; line < lines; ++line) {
      y += 12;
      const bool ends = line + 1 == lines;
      sizes.stretches.push_back(
          {i, 0, Length::points(y), Length(), ends ? last : Length::points(100)});
    }
  }
  return sizes;
}

// "kind now -> proposed" of each redaction.
std::vector<std::string> proposed(const std::string& body, uint32_t lines,
                                  Length last = Length::points(100),
                                  const char* release = nullptr) {
  const Source source = read_source(report_with(body));
  const auto profiles = read_profiles(source.report);
  const Profile* of = nullptr;
  for (const Profile& one : *profiles) {
    if (release != nullptr && one.name == release) of = &one;
  }
  const auto full = withhold(source.report, measured_profile());
  std::vector<std::string> all;
  for (const ExtentProposal& one :
       propose_extents(source.report, of, full->sources, sizes_of(*full, lines, last))) {
    all.push_back(fmt::format("{} {} {} -> {}{}", released::kind_name(one.kind), one.tenths,
                              released::extent_name(one.now), released::extent_name(one.proposed),
                              one.exceeds_page ? " and more" : ""));
  }
  return all;
}

const std::string kParagraph = "  - {p: abcde, redact: {code: b1}}\n";

TEST(Extents, OfABlockAreItsLinesRoundedUpToAStep) {
  EXPECT_THAT(proposed(kParagraph, 1), ElementsAre("paragraph 10 paragraph -> 1 line"));
  EXPECT_THAT(proposed(kParagraph, 2), ElementsAre("paragraph 20 paragraph -> 3 lines"));
  EXPECT_THAT(proposed(kParagraph, 3), ElementsAre("paragraph 30 paragraph -> 3 lines"));
  EXPECT_THAT(proposed(kParagraph, 4), ElementsAre("paragraph 40 paragraph -> 6 lines"));
  EXPECT_THAT(proposed(kParagraph, 7), ElementsAre("paragraph 70 paragraph -> half page"));
  EXPECT_THAT(proposed(kParagraph, 21), ElementsAre("paragraph 210 paragraph -> page"));
  EXPECT_THAT(proposed(kParagraph, 41), ElementsAre("paragraph 410 paragraph -> page and more"));
}

TEST(Extents, OfASpanAreItsShareOfTheLetters) {
  // 3 of 10 letters of one line; all of two.
  EXPECT_THAT(proposed("  - p: 'abcdef :redact[xyz]{code=b1}'\n", 1),
              ElementsAre("span 3 words -> words"));
  EXPECT_THAT(proposed("  - p: 'ab :redact[uvwxyz]{code=b1}'\n", 1),
              ElementsAre("span 7 words -> 1 line"));
  EXPECT_THAT(proposed("  - p: ':redact[uvwxyz]{code=b1}'\n", 2),
              ElementsAre("span 20 words -> 3 lines"));
}

TEST(Extents, OfASpanInAShortLineAreMeasuredByALongOne) {
  EXPECT_THAT(proposed("  - p: ':redact[uvwxyz]{code=b1}'\n", 1, Length::points(30)),
              ElementsAre("span 3 words -> words"));
}

TEST(Extents, OfWhatIsDeclaredAreComparedWithIt) {
  EXPECT_THAT(proposed("  - {p: abc, redact: {code: b1, extent: 3 lines}}\n", 2),
              ElementsAre("paragraph 20 3 lines -> 3 lines"));
}

TEST(Extents, OfAListItemHoldWhatIsBelowIt) {
  EXPECT_THAT(proposed("  - bullets:\n      - text: a\n        redact: {code: b1}\n"
                       "        bullets: [b, c]\n      - d\n",
                       1),
              ElementsAre("bullet 30 paragraph -> 3 lines"));
}

TEST(Extents, OfASpanInTheHeadingOfASectionAreThoseOfTheHeading) {
  EXPECT_THAT(
      proposed("  - section: {heading: 'A :redact[bcdefgh]{code=b1}', body: [{p: i}]}\n", 1),
      ElementsAre("span 8 words -> 1 line"));
}

TEST(Extents, OfAReleaseAreThoseOfItsOutermostBoxes) {
  const std::string body =
      "  - {p: 'a :redact[b]{code=b1} c', redact: {code: b3}}\n"
      "  - p: 'a :redact[bbb]{code=b5} c'\n";
  EXPECT_THAT(proposed(body, 1, Length::points(100), "foia"),
              ElementsAre("paragraph 10 paragraph -> 1 line"));
  EXPECT_EQ(proposed(body, 1).size(), 3u);
}

TEST(Extents, LeaveOutWhatHasNone) {
  EXPECT_THAT(proposed("  - table: {columns: [{redact: {code: b1}}, {}], rows: [[a, b]]}\n", 1),
              IsEmpty());
  EXPECT_THAT(proposed("  - {redact: {code: b1}, withheld: true}\n", 1), IsEmpty());
}

TEST(Extents, DiscloseTheLogarithmOfTheirSteps) {
  ExtentProposal one;
  one.steps = 6;
  EXPECT_NEAR(one.bits(), 2.585, 0.001);
  one.steps = 1;
  EXPECT_EQ(one.bits(), 0);
}

}  // namespace
}  // namespace sable::release
