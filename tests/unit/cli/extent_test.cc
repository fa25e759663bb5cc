// sable extent: sizes of what is redacted, from the full version as it is set.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "program.h"

namespace sable::cli::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

std::string repeated(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "The lighters lie at the quay until the tide serves. ";
  return text;
}

std::string report(const std::string& body) {
  return "sable: 1\ntemplate: intelligence\nreport: {title: Harbor dues}\n"
         "marking: {system: legacy, overall: Unclassified}\ncontents: true\nbody:\n" +
         body +
         "releases:\n  full: {unredacted: true}\n  foia: {withhold: [b1]}\n"
         "  closed: {withhold: [b1], withheld-as: omit}\n";
}

class ExtentTest : public ::testing::Test {
 protected:
  Outcome of(const std::string& body, std::vector<std::string> more = {}) {
    program_.world.files["a.yaml"] = report(body);
    const auto before = program_.world.files;
    std::vector<std::string> words = {"extent", "a.yaml"};
    words.insert(words.end(), more.begin(), more.end());
    const Outcome outcome = program_.run(words);
    EXPECT_EQ(program_.world.files, before) << "it writes nothing";
    return outcome;
  }

  Program program_;
};

TEST_F(ExtentTest, GrowWithWhatIsSet) {
  const struct {
    int sentences;
    const char* proposed;
  } cases[] = {{1, "1 line "}, {8, "6 lines"}, {20, "half page"}, {60, "page "}};
  for (const auto& one : cases) {
    const Outcome outcome = of("  - {p: '" + repeated(one.sentences) + "', redact: {code: b1}}\n");
    EXPECT_EQ(outcome.status, 0) << outcome.messages;
    EXPECT_THAT(outcome.output, HasSubstr(one.proposed));
  }
}

TEST_F(ExtentTest, SayThatTheyAreInternalAndWhatTheyDisclose) {
  const Outcome outcome = of("  - p: 'Dues of :redact[the port]{code=b1 id=k1}.'\n");
  EXPECT_THAT(outcome.output,
              AllOf(StartsWith("Internal: this tells how long redacted matter is.\na.yaml\n"),
                    HasSubstr("k1"), HasSubstr("(b)(1)"), HasSubstr("(words)"),
                    HasSubstr("at most 2.6 bits")));
  EXPECT_THAT(outcome.output, Not(HasSubstr("the port")));
  EXPECT_THAT(outcome.messages, IsEmpty());
}

// The contents repeat a heading: it is measured once.
TEST_F(ExtentTest, CountAHeadingOnce) {
  const Outcome outcome =
      of("  - heading: {text: Dues of the port, redact: {code: b1}}\n  - p: a\n");
  EXPECT_THAT(outcome.output, HasSubstr("heading  (b)(1)"));
  EXPECT_THAT(outcome.output, Not(HasSubstr("2.0")));
}

TEST_F(ExtentTest, AreOfOneReleaseWhereItIsNamed) {
  const std::string body = "  - p: 'A :redact[b]{code=b1} :redact[c]{code=b6} d.'\n";
  program_.world.files["r.yaml"] =
      "sable-releases: 1\nreleases:\n  x: {audience: court, withhold: [b6], show: [b1]}\n";
  std::string both = report(body);
  const size_t at = both.find("withhold: [b1]");
  both.replace(at, 14, "audience: port, withhold: [b1], show: [b6]");
  EXPECT_THAT(of(body).messages, HasSubstr("b6"));
  program_.world.files["a.yaml"] = both.substr(0, both.find("  closed"));
  const Outcome all = program_.run({"extent", "a.yaml"});
  EXPECT_THAT(all.output, HasSubstr("\n2 redactions;")) << all.messages;
  EXPECT_THAT(program_.run({"extent", "a.yaml", "--release", "foia"}).output,
              AllOf(HasSubstr(", withheld from foia"), HasSubstr("\n1 redaction;")));
  EXPECT_THAT(
      program_.run({"extent", "a.yaml", "--release", "x", "--release-file", "r.yaml"}).output,
      HasSubstr("\n1 redaction;"));
}

TEST_F(ExtentTest, AreJsonWhereItIsAskedFor) {
  const Outcome outcome = of("  - {p: a, redact: {code: b1, id: k1}}\n", {"--format", "json"});
  EXPECT_EQ(outcome.output,
            "{\n\"extents\": 1,\n\"internal\": true,\n\"report\": \"a.yaml\",\n\"release\": \"\",\n"
            "\"redactions\": [\n"
            "{\"place\": \"7:5\", \"id\": \"k1\", \"kind\": \"paragraph\", \"codes\": "
            "[\"(b)(1)\"], \"lines\": 0.1, \"now\": \"paragraph\", \"declared\": false, "
            "\"proposed\": \"1 line\", \"exceeds-page\": false, \"bits\": 2.322}\n"
            "],\n\"bits\": 2.322\n}\n");
}

TEST_F(ExtentTest, RefuseReleasesWithoutBoxes) {
  const std::string body = "  - {p: a, redact: {code: b1}}\n";
  const Outcome full = of(body, {"--release", "full"});
  EXPECT_EQ(full.status, 2);
  EXPECT_THAT(full.messages, HasSubstr("the release full withholds nothing [SBL1060]"));
  EXPECT_THAT(of(body, {"--release", "closed"}).messages,
              HasSubstr("the release closed leaves no boxes"));
  EXPECT_THAT(of(body, {"--release", "foai"}).messages, HasSubstr("foia"));
}

TEST_F(ExtentTest, OfAReportWithoutRedactionsAreNone) {
  const Outcome outcome = of("  - p: a\n");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.output, HasSubstr("no redaction has a box with an extent"));
}

}  // namespace
}  // namespace sable::cli::testing
