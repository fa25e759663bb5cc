// What is new stands in spans of its own, whatever the template.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "samples.h"

namespace sable::markup::test {
namespace {

constexpr const char* kSpans =
    "{{#spans}}{{text}}{{#emphasis}}<em>{{>spans}}</em>{{/emphasis}}"
    "{{#redaction}}<redaction kind=\"{{kind}}\"/>{{/redaction}}{{/spans}}";
constexpr const char* kBlock =
    "{{#paragraph}}<p class=\"x\">{{>spans}}!</p>{{/paragraph}}"
    "{{#redaction}}<redaction kind=\"{{kind}}\"/><p>later</p>{{/redaction}}";

std::string dumped(std::vector<Block> body) {
  const Filled made = filled(
      {{"report", page("{{#body}}{{>block}}{{/body}}")}, {"block", kBlock}, {"spans", kSpans}},
      release_of(std::move(body)));
  return made.tree ? dump(*made.tree) : "refused";
}

std::string in_paragraph(const std::string& inside) {
  return "html\n  body\n    p class=\"x\"\n" + inside;
}

TEST(Changed, WordsStandInSpansOfTheirOwn) {
  EXPECT_EQ(dumped({paragraph(0, {plain("one "),
                                  {Text{"two"}, Change::added},
                                  plain(" & "),
                                  {Text{"fo<ur"}, Change::cut}})}),
            in_paragraph("      \"one \"\n"
                         "      span changed=\"new\"\n"
                         "        \"two\"\n"
                         "      \" & \"\n"
                         "      span changed=\"cut\"\n"
                         "        \"fo<ur\"\n"
                         "      \"!\"\n"));
}

TEST(Changed, EmphasisKeepsItsWords) {
  EXPECT_EQ(dumped({paragraph(
                0, {styled(SpanStyle::emphasis, {plain("a "), {Text{"b"}, Change::added}})})}),
            in_paragraph("      em\n"
                         "        \"a \"\n"
                         "        span changed=\"new\"\n"
                         "          \"b\"\n"
                         "      \"!\"\n"));
}

TEST(Changed, BoxesHaveTheAttributeAndWhatFollowsHasNot) {
  Hole box = hole(HoleKind::paragraph, {});
  box.change = Change::added;
  EXPECT_EQ(dumped({{0, box}}),
            "html\n  body\n    redaction kind=\"paragraph\" changed=\"new\"\n"
            "    p\n      \"later\"\n");
  EXPECT_EQ(dumped({paragraph(0, {{hole(HoleKind::span, {}), Change::added}, plain(" x")})}),
            in_paragraph("      redaction kind=\"span\" changed=\"new\"\n      \" x!\"\n"));
}

}  // namespace
}  // namespace sable::markup::test
