#include "release/public_warnings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "releasing.h"

namespace sable::release {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "SBL0471 [stretch of the source] 0"
std::vector<std::string> warnings(const std::string& body, const std::string& language = "en-US") {
  const Released released =
      release("sable: 1\ntemplate: plain\nreport: {title: T, language: " + language +
                  "}\nmarking: {system: us-ic, overall: U}\nbody:\n" + body +
                  "releases:\n  foia: {audience: public, withhold: [b1]}\n",
              "foia");
  std::vector<std::string> out;
  for (const PublicWarning& warning : public_warnings(released.value)) {
    out.push_back(fmt::format("{} [{}] {}", code_of(warning.kind),
                              released.sources[warning.ordinal], warning.hole));
  }
  return out;
}

std::vector<std::string> in_text(const std::string& text, const std::string& language = "en-US") {
  std::vector<std::string> out;
  for (const std::string& one : warnings("  - p: \"" + text + "\"\n", language)) {
    out.push_back(one.substr(0, 7) + one.substr(one.rfind(' ')));
  }
  return out;
}

TEST(PublicWarnings, TellOfABoxThatTouchesAWord) {
  EXPECT_THAT(in_text("The un:redact[seen]{code=b1} man"), ElementsAre("SBL0470 0"));
  EXPECT_THAT(in_text("In 19:redact[84]{code=b1}"), ElementsAre("SBL0470 0"));
  EXPECT_THAT(in_text(":redact[un]{code=b1}seen, (:redact[x]{code=b1})"), ElementsAre("SBL0470 0"));
  EXPECT_THAT(in_text("The *un*:redact[seen]{code=b1}"), ElementsAre("SBL0470 0"));
  EXPECT_THAT(in_text("The (:redact[seen]{code=b1}), man-:redact[x]{code=b1}"), IsEmpty());
}

TEST(PublicWarnings, TellOfArticlesThatTellASound) {
  EXPECT_THAT(in_text("the :redact[x]{code=b1}, a :redact[x]{code=b1}, an :redact[x]{code=b1}"),
              ElementsAre("SBL0471 1", "SBL0471 2"));
  EXPECT_THAT(in_text("Aa :redact[x]{code=b1}; a, :redact[x]{code=b1}"), IsEmpty());
  EXPECT_THAT(in_text("il a :redact[vu]{code=b1}", "fr"), IsEmpty());
  EXPECT_THAT(in_text("l':redact[homme]{code=b1} et le :redact[chien]{code=b1}", "fr"),
              ElementsAre("SBL0471 0"));
}

TEST(PublicWarnings, TellOfBoxesInAnAlphabeticalList) {
  EXPECT_THAT(warnings("  - bullets: [Aske, Dorn, {text: Ilm, redact: {code: b1}}, Orr]\n"),
              ElementsAre("SBL0472 [{text: Ilm, redact: {code: b1}}] 0"));
  EXPECT_THAT(warnings("  - bullets: [Aske, {text: Ilm, redact: {code: b1}}, Orr]\n"), IsEmpty());
  EXPECT_THAT(warnings("  - bullets: [Dorn, Aske, {text: Ilm, redact: {code: b1}}, Orr]\n"),
              IsEmpty());
  EXPECT_THAT(warnings("  - bullets: [{text: A, redact: {code: b1}}, Aske, Dorn, Orr]\n"),
              IsEmpty());
  EXPECT_THAT(warnings("  - table: {rows: [[Aske, 1], [Dorn, 2], [{text: Ilm, redact: {code: b1}}, "
                       "3], [Orr, 4]]}\n"),
              ElementsAre("SBL0472 [{text: Ilm, redact: {code: b1}}] 0"));
}

TEST(PublicWarnings, TellOfNumbersThatFollowFromATotal) {
  const std::string hidden = "{text: '20', redact: {code: b1}}";
  EXPECT_THAT(
      warnings("  - table: {rows: [[Salt, '10'], [Grain, " + hidden + "], [Total, '30']]}\n"),
      ElementsAre("SBL0473 [" + hidden + "] 0"));
  EXPECT_THAT(warnings("  - table: {rows: [[Salt, '10'], [Grain, " + hidden +
                       "]], foot: [[Sum, '1,030']]}\n"),
              ElementsAre("SBL0473 [" + hidden + "] 0"));
  EXPECT_THAT(warnings("  - table: {head: [[a, b, c, Total]], rows: [[Salt, '10', " + hidden +
                       ", '30']]}\n"),
              ElementsAre("SBL0473 [" + hidden + "] 0"));
  // Two are withheld, the total is, or there is none.
  EXPECT_THAT(warnings("  - table: {rows: [[Salt, " + hidden + "], [Grain, " + hidden +
                       "], [Fish, '3'], [Total, '30']]}\n"),
              IsEmpty());
  EXPECT_THAT(warnings("  - table: {rows: [[Salt, '10'], [Grain, " + hidden + "], [Total, " +
                       hidden + "]]}\n"),
              IsEmpty());
  EXPECT_THAT(
      warnings("  - table: {rows: [[Salt, '10'], [Grain, " + hidden + "], [Fish, '30']]}\n"),
      IsEmpty());
  EXPECT_THAT(warnings("  - table: {rows: [[Salt, '10'], [Grain, " + hidden +
                       "], [Fish, none], [Total, '30']]}\n"),
              IsEmpty());
}

}  // namespace
}  // namespace sable::release
