// A canary in each withheld place: none of it comes through, in any spelling.

#include "channels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "judges.h"
#include "unit/cli/program.h"

namespace sable::testing {
namespace {

using cli::testing::Outcome;
using cli::testing::Program;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Where a canary sits, and the canary: letters that stand in no such order in
// any language, so that four of them in a row are no accident.
struct Perch {
  const char* place;
  Canary canary;
};

const std::vector<Perch>& perches() {
  static const std::vector<Perch> all = {
      {"SPAN", {"Wqxkzvbj", ""}},
      {"EMPHASIS", {"Vjqxhwzk", ""}},
      {"LINK", {"Zxqvkjwp", ""}},
      {"ADDRESS", {"kqvxzjfw", ""}},
      {"CODE", {"xjqkvwzf", ""}},
      {"PARAGRAPH", {"Hqzxjvwk", ""}},
      {"SECOND", {"Jvxqzwkh", ""}},
      {"RUN-IN", {"Kzqjxwvg", ""}},
      {"BULLET", {"Qjzxwkvp", ""}},
      {"BELOW", {"Xwqzjkvf", ""}},
      {"LIST", {"Fxzqjwkv", ""}},
      {"QUOTE", {"Gvzxqjwk", ""}},
      {"BOX", {"Vkzxqjwg", ""}},
      {"BOX-TITLE", {"Hjxvzqwk", ""}},
      {"IN-BOX", {"Nzvxqjwk", ""}},
      {"HEADING", {"Pxqjzvwk", ""}},
      {"SECTION", {"Bzxqwjvk", ""}},
      {"IN-SECTION", {"Cqxzvjkw", ""}},
      {"NOTE", {"Dxqzkjvw", ""}},
      {"IN-NOTE", {"Fqzjxkvw", ""}},
      {"HIDDEN-NOTE", {"Mvzqxjkw", ""}},
      {"TITLE", {"Nqxzjvkw", ""}},
      {"OFFICE", {"Rxqzvkjw", ""}},
      {"NUMBER", {"Txqzjkwv", ""}},
      {"KIND", {"Lqzxjkwv", ""}},
      {"UPPER", {"QXJVZKWH", ""}},
      {"ACCENTS", {"żółćźńęś", "z\u0307o\u0301łc\u0301z\u0301n\u0301e\u0328s\u0301"}},
      {"GREEK", {"ξψζχφθω", ""}},
      {"INNER", {"Svjqzxkw", ""}},
      {"TARGET", {"yqxzjkvw", ""}},
      {"CODEWORD", {"Wzvqjxkp", ""}},
  };
  return all;
}

std::vector<Canary> canaries() {
  std::vector<Canary> all;
  for (const Perch& perch : perches()) all.push_back(perch.canary);
  return all;
}

constexpr const char* kReport = R"(# A comment without a secret.
sable: 1
template: intelligence
report:
  kind: {text: "@KIND@ Report", redact: {code: b1}}
  office: Office of :redact[@OFFICE@]{code=b3} Analysis
  title: {text: "The @TITLE@ talks", redact: {code: b1}}
  date: 1998-09-24
  number: {text: "RM @NUMBER@", redact: {code: b3}}
marking: {system: legacy, overall: Secret, codeword: {text: "@CODEWORD@", redact: {code: b3}}}
body:
  - heading: {text: "@HEADING@", id: "@TARGET@", redact: {code: b1}}
  - p: |
      A span :redact[@SPAN@]{code=b1}, *emphasis :redact[of @EMPHASIS@]{code=b3}*, a
      :redact[link to :link[@LINK@]{https://example.org/@ADDRESS@}]{code=b1}, `code :redact[@CODE@]{code=b1}`,
      :redact[@UPPER@ @ACCENTS@ @GREEK@]{code=b6}, a note,:fn[part] another,:fn[whole] and
      :redact[a hidden one:fn[hidden] with :redact[@INNER@]{code=b3}]{code=b1}. See :ref[@TARGET@].
  - redact: {code: b1}
    run-in: "@RUN-IN@."
    p: |
      @PARAGRAPH@.

      @SECOND@.
  - bullets:
      - shown
      - text: "@BULLET@"
        redact: {code: b1, extent: 2 lines}
        bullets: ["@BELOW@"]
  - redact: {code: b3}
    bullets: ["@LIST@"]
  - redact: {code: b1}
    quote: "@QUOTE@"
  - redact: {code: b1}
    box: {title: "@BOX@", body: [{p: "@BOX@"}]}
  - box:
      title: {text: "@BOX-TITLE@", redact: {code: b3}}
      body: [{p: ":redact[@IN-BOX@]{code=b1}"}]
  - section:
      redact: {code: b1}
      heading: "@SECTION@"
      body:
        - p: "@IN-SECTION@"
notes:
  part: Shown and :redact[@IN-NOTE@]{code=b1}.
  whole: {text: "@NOTE@", redact: {code: b3}}
  hidden: "@HIDDEN-NOTE@"
releases:
  full: {unredacted: true}
  foia:
    audience: public
    withhold: [b1, b3, b6]
    declassified: {authority: Records Panel, date: 2019-05-14}
    stamp: "Approved for release: {date}"
    codes: margin
  leaky: {audience: control, show: [b1], withhold: [b3, b6], ceiling: Secret}
  partner: {audience: partner, withhold: [b1, b3, b6], ceiling: Secret, boxes: outline, codes: beside}
)";

std::string report_with_canaries() {
  std::string report = kReport;
  for (const Perch& perch : perches()) {
    const std::string mark = "@" + std::string(perch.place) + "@";
    EXPECT_NE(report.find(mark), std::string::npos) << mark;
    for (size_t at = report.find(mark); at != std::string::npos; at = report.find(mark)) {
      report.replace(at, mark.size(), perch.canary.word);
    }
  }
  return report;
}

Outcome rendered(const std::string& release) {
  Program program;
  program.world.files["report.yaml"] = report_with_canaries();
  return program.run({"render", "report.yaml", "--release", release, "--output", "-"});
}

TEST(Canary, StandsInNoChannelOfARedactedRelease) {
  for (const char* release : {"foia", "partner"}) {
    const Outcome outcome = rendered(release);
    ASSERT_EQ(outcome.status, 0) << outcome.messages;
    std::vector<Channel> channels = channels_of(outcome.output);
    channels.push_back({"messages", outcome.messages});
    EXPECT_THAT(findings(channels, canaries()), IsEmpty()) << release;
  }
}

TEST(Canary, StandsInNoDumpOfARedactedRelease) {
  Program program;
  program.world.files["report.yaml"] = report_with_canaries();
  for (const char* stage : {"released", "markup", "pages", "structure"}) {
    const Outcome outcome =
        program.run({"render", "report.yaml", "--release", "foia", "--dump", stage});
    ASSERT_EQ(outcome.status, 0) << outcome.messages;
    EXPECT_THAT(findings({{stage, outcome.output}}, canaries()), IsEmpty());
  }
}

TEST(Canary, StandsInTheNamesOfNoFile) {
  Program program;
  program.world.files["report.yaml"] = report_with_canaries();
  const auto before = program.world.files;
  ASSERT_EQ(program.run({"render", "report.yaml", "--output", "out"}).status, 0);
  std::vector<Channel> names;
  for (const auto& [name, bytes] : program.world.files) {
    if (!before.contains(name)) names.push_back({"file names", name});
  }
  EXPECT_EQ(names.size(), 3u);
  EXPECT_THAT(findings(names, canaries()), IsEmpty());
}

// ---- Positive controls. ----

bool finds(const std::vector<std::string>& found, const Canary& canary) {
  const std::string gram = canary.word.substr(0, 4);
  return std::any_of(found.begin(), found.end(),
                     [&](const std::string& line) { return line.starts_with(gram); });
}

TEST(CanaryControl, EveryCanaryIsFoundInTheFullRelease) {
  const Outcome outcome = rendered("full");
  ASSERT_EQ(outcome.status, 0) << outcome.messages;
  const std::vector<std::string> found = findings(channels_of(outcome.output), canaries());
  for (const Perch& perch : perches()) {
    if (std::string(perch.place) == "ACCENTS" || std::string(perch.place) == "GREEK") continue;
    EXPECT_TRUE(finds(found, perch.canary)) << perch.place;
  }
  EXPECT_THAT(found, Contains("żółć as utf-8 in read text"));
  EXPECT_THAT(found, Contains("ξψζχ as utf-8 in read text"));
}

TEST(CanaryControl, TextOperatorsAreReadThroughTheirMaps) {
  const std::string opened = opened_by_qpdf(rendered("full").output);
  EXPECT_THAT(findings({{"operators", texts_by_unicode_maps(opened)}}, {{"Wqxk", ""}}),
              Contains("Wqxk as utf-8 in operators"));
}

TEST(CanaryControl, ALeakyReleaseIsFound) {
  const Outcome outcome = rendered("leaky");
  ASSERT_EQ(outcome.status, 0) << outcome.messages;
  const std::vector<std::string> found = findings(channels_of(outcome.output), canaries());
  EXPECT_TRUE(finds(found, {"Wqxkzvbj", ""}));   // under b1, which it shows
  EXPECT_FALSE(finds(found, {"Dxqzkjvw", ""}));  // under b3, which it withholds
}

TEST(CanaryControl, EverySpellingIsFound) {
  const Canary canary{"Wqxk", ""};
  const auto in = [&canary](const std::string& bytes) {
    return findings({{"it", bytes}}, {canary});
  };
  EXPECT_THAT(in("..wQXK.."), ElementsAre("Wqxk as utf-8 in it"));
  EXPECT_THAT(in("..kxqw.."), ElementsAre("Wqxk as reversed utf-8 in it"));
  EXPECT_THAT(in(std::string("\0W\0q\0x\0k!", 9)), Contains("Wqxk as utf-16be in it"));
  EXPECT_THAT(in(std::string("W\0q\0x\0k\0", 8)), Contains("Wqxk as utf-16le in it"));
  EXPECT_THAT(in("5771786B"), ElementsAre("Wqxk as hex in it"));
  EXPECT_THAT(in("<005700710078006b>"), ElementsAre("Wqxk as hex of utf-16be in it"));
  EXPECT_THAT(in("V3F4aw=="), ElementsAre("Wqxk as base64 in it"));      // "Wqxk"
  EXPECT_THAT(in("LldxeGsu"), ElementsAre("Wqxk as base64 in it"));      // ".Wqxk."
  EXPECT_THAT(in("Li5XcXhrLi4="), ElementsAre("Wqxk as base64 in it"));  // "..Wqxk.."
  EXPECT_THAT(in("Wqx qxk"), IsEmpty());
  EXPECT_THAT(findings({{"it", "z\u0307o\u0301łc\u0301"}}, {{"żółć", "z\u0307o\u0301łc\u0301"}}),
              Contains("z\u0307o\u0301 as utf-8 in it"));
}

// As md5sum, sha1sum, sha256sum, sha512sum and crc32 print them.
TEST(CanaryControl, EveryDigestIsFound) {
  const Canary canary{"Wqxk", ""};
  const auto in = [&canary](const std::string& bytes) {
    return findings({{"it", bytes}}, {canary});
  };
  EXPECT_THAT(in("6da910093a24cf3e7e463b7cd0e81965"), ElementsAre("Wqxk as hex of md5 in it"));
  EXPECT_THAT(in("9dbd8ead47e070ec4439a30bd3e808ab142f1df489c5c0cc6563f905d3172f61"),
              ElementsAre("Wqxk as hex of sha-256 in it"));
  EXPECT_THAT(in("36544013C14DD5141A1F19DED47875DAF21BA366B90E27C56D337E45BAB175F1"
                 "C7E2C3405EFD31FBF57F7C0EA3135D8FD0E16AF6B923068C55EA6F81110BCA1B"),
              ElementsAre("Wqxk as hex of sha-512 in it"));
  EXPECT_THAT(in("0x1F2BA14E"), ElementsAre("Wqxk as hex of crc-32 in it"));
  EXPECT_THAT(in("SzrWcYh5cvMiiIAmxo8K5nHs8RA="), ElementsAre("Wqxk as base64 of sha-1 in it"));
  EXPECT_THAT(in("\x6d\xa9\x10\x09\x3a\x24\xcf\x3e\x7e\x46\x3b\x7c\xd0\xe8\x19\x65"),
              ElementsAre("Wqxk as md5 in it"));
}

}  // namespace
}  // namespace sable::testing
