#include "source/redactions.h"

#include <gtest/gtest.h>

#include "reading.h"

namespace sable::source {
namespace {

// What sight_redactions makes of a text: each sighting, "!" before those that
// are not well formed.
std::string sighted(std::string_view text) {
  std::string out;
  for (const Sighting& sighting : sight_redactions(text)) {
    if (!out.empty()) out += '|';
    if (!sighting.well_formed) out += '!';
    out += text.substr(sighting.begin, sighting.end - sighting.begin);
  }
  return out;
}

TEST(Redactions, WellFormed) {
  EXPECT_EQ(sighted("met :redact[Holt]{code=b1} and :redact[x]"), ":redact[|:redact[");
  EXPECT_EQ(sighted("*:redact[a]*(:redact[b])"), ":redact[|:redact[");
}

TEST(Redactions, NearMisses) {
  EXPECT_EQ(sighted("redact:[x]"), "!redact:[");
  EXPECT_EQ(sighted("a redact: [x]"), "!redact: [");
  EXPECT_EQ(sighted(":redact [x]"), "!:redact [");
  EXPECT_EQ(sighted(":redact\n    [x]"), "!:redact\n    [");
  EXPECT_EQ(sighted(":Redact[x]"), "!:Redact[");
  EXPECT_EQ(sighted(":REDACT[x]"), "!:REDACT[");
  EXPECT_EQ(sighted(":redacted[x]"), "!:redacted[");
  EXPECT_EQ(sighted(":un-redact[x]"), "!:un-redact[");
  EXPECT_EQ(sighted(": redact[x]"), "!: redact[");
  EXPECT_EQ(sighted(": redact [x]"), "!: redact [");
  EXPECT_EQ(sighted("redact[x]"), "!redact[");
  EXPECT_EQ(sighted("redact [x]"), "!redact [");
  EXPECT_EQ(sighted(":redact{code=b1}[x]"), "!:redact{");
  EXPECT_EQ(sighted("redact{code=b1}[x]"), "!redact{");
  EXPECT_EQ(sighted("redact:{code=b1}"), "!redact:{");
  EXPECT_EQ(sighted(":redact(x)"), "!:redact(");
  EXPECT_EQ(sighted("x :redact y"), "!:redact");
  EXPECT_EQ(sighted(":redact"), "!:redact");
  EXPECT_EQ(sighted("：redact[x]"), "!：redact[");
  EXPECT_EQ(sighted(":redact［x]"), "!:redact［");
}

TEST(Redactions, ProseAboutRedactions) {
  EXPECT_EQ(sighted("The text was redacted (see note) before release."), "");
  EXPECT_EQ(sighted("Decisions: redact the annex; redactions follow."), "");
  EXPECT_EQ(sighted("Redacted names [three] stay."), "");
  EXPECT_EQ(sighted("were redacted: (1) names"), "");
  EXPECT_EQ(sighted("reda"), "");
  EXPECT_EQ(sighted(""), "");
}

TEST(Redactions, EscapedOnesAreText) {
  EXPECT_EQ(sighted("\\:redact[x]"), "");
  EXPECT_EQ(sighted(":redact\\[x]"), "");
  EXPECT_EQ(sighted("\\\\:redact[x]"), ":redact[");
  EXPECT_EQ(read_text("a: \"\\\\:redact[x]\"\n"), "{a: \"\\:redact[x]\"}");
}

TEST(Redactions, StandInText) {
  EXPECT_EQ(read_text("a: met :redact[Holt]{code=b1}\nb: {c: ':redact[x]'}\nd: |\n  :redact[y]\n"),
            "{a: \"met :redact[Holt]{code=b1}\", b: {c: \":redact[x]\"}, d: \":redact[y]\n\"}");
  EXPECT_EQ(read_text("- {redact: {code: b1}, text: x}\n- redact: [b1]\n"),
            "[{redact: {code: \"b1\"}, text: \"x\"}, {redact: [\"b1\"]}]");
}

TEST(Redactions, InAKey) {
  EXPECT_EQ(read_text("- :redact[Agent: Smith]{code=b1}\n"), "1:3-1:11 SBL0140");
  EXPECT_EQ(read_text("\":redact[x]\": y\n"), "1:2-1:10 SBL0140");
  EXPECT_EQ(read_text("\"\\x3aredact[x]\": y\n"), "1:2-1:13 SBL0140");
  EXPECT_EQ(read_text(":redact: [x]\n"), "1:1-1:8 SBL0140");
  EXPECT_EQ(read_text("- met :redcat[Agent: Smith]\n"), "1:7-1:15 SBL0140");
  const Reading reading("- :redact[Agent: Smith]{code=b1}\n");
  EXPECT_EQ(reading.found().front().message, "a key looks like a redaction");
  EXPECT_EQ(reading.found().front().echo, "");
}

TEST(Redactions, InAComment) {
  EXPECT_EQ(read_text("a: b\n# :redact[x]\n"), "2:3-2:11 SBL0141");
  EXPECT_EQ(read_text("a: | # redact:[x]\n  b\n"), "1:8-1:16 SBL0141");
  EXPECT_EQ(read_text("a: met # :redact[x]\n"), "warning 1:8-1:20 SBL0111\n1:10-1:18 SBL0141");
}

// `- p: secret` would be shown by every release.
TEST(Redactions, AKeyThatBecameAComment) {
  EXPECT_EQ(read_text("- p: b\n  # redact: {code: b1}\n"), "2:5-2:11 SBL0141");
  EXPECT_EQ(read_text("- p: b\n#  redact:\n#    code: b1\n"), "2:4-2:10 SBL0141");
  EXPECT_EQ(read_text("- p: b\n#Redact : {code: b1}\n"), "2:2-2:8 SBL0141");
  EXPECT_EQ(read_text("- csv: b\n  # redact-rows: {3: {code: b1}}\n"), "2:5-2:11 SBL0141");
  EXPECT_EQ(read_text("- csv: b\n# redact-cells:\n#   3: {Fee: b1}\n"), "2:3-2:9 SBL0141");
  EXPECT_EQ(read_text("a: b\n# We redact: names, places. Unredact: {}\n"), "{a: \"b\"}");
}

TEST(Redactions, BetweenBracketsWithoutQuotes) {
  EXPECT_EQ(read_text("a: {text: met :redact[Holt, Arne]{code=b1}, b: c}\n"), "1:15-1:23 SBL0143");
  EXPECT_EQ(read_text("a: {text: met redact:[Holt]}\n"), "1:15-1:23 SBL0142");
}

TEST(Redactions, HiddenByEscapes) {
  EXPECT_EQ(read_text("a: \"\\x3aredact[Holt]\"\n"), "{a: \":redact[Holt]\"}");
  EXPECT_EQ(read_text("a: \"x \\x3aRedact[Holt]\"\n"), "1:7-1:18 SBL0142");
  EXPECT_EQ(read_text("a: \":red\\\n  act [x]\"\n"), "1:5-2:8 SBL0142");
}

TEST(Redactions, AreFoundWhereYamlFails) {
  EXPECT_EQ(read_text("a: [b\nc: redact:[x]\n d: 'e\n"),
            "1:4-1:5 SBL0123\n2:4-2:12 SBL0142\n3:3-3:4 SBL0116");
}

}  // namespace
}  // namespace sable::source
