// Figures that a release withholds in whole or in part: nothing of a withheld caption,
// alternative text, file or region in the PDF, and a release does not hang on any of
// them, not even on whether there is a file.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "channels.h"
#include "judges.h"
#include "picture/decode.h"
#include "pictures/make.h"
#include "unit/cli/program.h"

namespace sable::testing {
namespace {

using cli::testing::Outcome;
using cli::testing::Program;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// Each withheld word begins so, and no other.
const Canary kCanary{"Wqxz", ""};

constexpr uint32_t kWidth = 64, kHeight = 48;

// A report and the files of its pictures.
struct Source {
  std::string report;
  std::string map;    // of which a region is withheld
  std::string photo;  // likewise, as JPEG
  std::string gone;   // of a figure that is withheld whole
};

// The samples of a picture whose withheld region has other pixels in another source.
std::string samples(bool other) {
  std::string made = gradient(kWidth, kHeight, 3);
  for (uint32_t y = 16; other && y < 32; ++y) {
    for (uint32_t x = 16; x < 32; ++x) made[(y * kWidth + x) * 3 + 1] ^= 0x3C;
  }
  return made;
}

Source source(bool other) {
  const auto either = [other](const char* one, const char* two) { return other ? two : one; };
  Source made;
  made.report = std::string(R"(sable: 1
template: intelligence
report: {title: {mark: U, text: Coast}}
marking: {system: us-ic, overall: SECRET}
body:
  - p: {mark: U, text: "See :ref[map] and :ref[gone]."}
  - figure:
      id: map
      mark: U
      file: map.png
      alt: "The coast at :redact[)") +
                either("Wqxzaa", "Wqxzab, by the sea") + R"(]{code=b1}."
      caption: {redact: {code: b1}, text: )" +
                either("Wqxzac", "\"Wqxzad is a longer caption by far:fn[inner]\"") + R"(}
      regions:
        - {redact: {code: b1}, area: [16, 16, 16, 16]}
  - figure:
      id: gone
      redact: {code: b1}
      )" +
                either("mark: S\n      alt: Wqxzae\n      caption: Wqxzaf\n      file: gone.png",
                       "alt: \"Wqxzag, and more\"\n      width: 3cm\n      float: top\n      "
                       "caption: Wqxzaf\n      file: Wqxzah.jpg") +
                R"(
  - figure:
      mark: U
      file: photo.jpg
      alt: {redact: {code: b1}, )" +
                either("text: Wqxzai", "withheld: true") + R"(}
      regions:
        - {redact: {code: b1}, area: [25%, 33.33%, 25%, 33.33%]}
notes:
  inner: {mark: U, text: Wqxzaj}
releases:
  full: {unredacted: true}
  public: {audience: some, withhold: [b1], ceiling: SECRET}
  marked: {audience: others, withhold: [b1], ceiling: UNCLASSIFIED}
)";
  made.map = plain_png(kWidth, kHeight, PngColors::rgb, samples(other));
  made.photo = jpeg_file({.width = kWidth, .height = kHeight, .comment = "Wqxzak"}, samples(other));
  made.gone = plain_png(3, 2, PngColors::gray, either("Wqxzal", "abcdef"));
  return made;
}

Outcome run(const Source& from, const std::vector<std::string>& words) {
  Program program;
  program.world.files["reports/report.yaml"] = from.report;
  program.world.files["reports/map.png"] = from.map;
  program.world.files["reports/photo.jpg"] = from.photo;
  if (!from.gone.empty()) {
    program.world.files["reports/gone.png"] = program.world.files["reports/Wqxzah.jpg"] = from.gone;
  }
  return program.run(words);
}

Outcome rendered(const Source& from, const std::string& release) {
  return run(from, {"render", "reports/report.yaml", "--release", release, "--output", "-"});
}

TEST(Figures, OfAReleaseHoldNothingThatIsWithheld) {
  for (const bool other : {false, true}) {
    for (const char* release : {"public", "marked"}) {
      const Outcome outcome = rendered(source(other), release);
      ASSERT_EQ(outcome.status, 0) << outcome.messages;
      EXPECT_EQ(complaints_of_qpdf(outcome.output), "");
      EXPECT_THAT(findings(channels_of(outcome.output), {kCanary}), IsEmpty()) << release;
    }
  }
}

TEST(Figures, ReleasesDoNotHangOnWhatIsWithheld) {
  for (const char* release : {"public", "marked"}) {
    const Outcome one = rendered(source(false), release);
    const Outcome other = rendered(source(true), release);
    ASSERT_EQ(one.status, 0) << one.messages;
    EXPECT_TRUE(one.output == other.output) << release;
    EXPECT_EQ(one.messages, other.messages);
    for (const char* stage : {"released", "markup", "pages", "structure"}) {
      const std::vector<std::string> words = {
          "render", "reports/report.yaml", "--release", release, "--dump", stage};
      EXPECT_EQ(run(source(false), words).output, run(source(true), words).output) << stage;
    }
  }
}

TEST(FiguresControl, TheFullVersionsShowItAndDiffer) {
  const Outcome one = rendered(source(false), "full");
  const Outcome other = rendered(source(true), "full");
  ASSERT_EQ(one.status, 0) << one.messages;
  EXPECT_FALSE(one.output == other.output);
  const std::string opened = opened_by_qpdf(one.output);
  for (const char* word : {"Wqxzaa", "Wqxzae", "Wqxzai"}) EXPECT_THAT(opened, HasSubstr(word));
  EXPECT_THAT(running_text(one.output), AllOf(HasSubstr("Wqxzac"), HasSubstr("Wqxzaf")));
}

// The file of a figure that is withheld may be missing, damaged or no picture at all.
TEST(Figures, ThatAreWithheldAreNeverOpened) {
  const Source whole = source(false);
  for (const std::string& gone :
       {std::string(), std::string("no picture"), whole.gone.substr(0, 40)}) {
    Source from = whole;
    from.gone = gone;
    for (const char* release : {"public", "marked"}) {
      const Outcome outcome = rendered(from, release);
      EXPECT_EQ(outcome.status, 0) << outcome.messages;
      EXPECT_TRUE(outcome.output == rendered(whole, release).output) << release;
    }
    // The control.
    EXPECT_NE(rendered(from, "full").status, 0);
  }
}

// The pictures of a PDF as a reader extracts them.
std::vector<released::Picture> pictures_of(const std::string& pdf) {
  const Scratch scratch;
  const Ran ran =
      run_program({"pdfimages", "-png", scratch.put("file.pdf", pdf), scratch.path("i")});
  EXPECT_EQ(ran.status, 0) << ran.messages;
  std::vector<released::Picture> pictures;
  for (int i = 0; i < 2; ++i) {
    const auto picture =
        picture::decode(bytes_of_file(scratch.path(i == 0 ? "i-000.png" : "i-001.png")), {});
    EXPECT_TRUE(picture.has_value());
    if (picture) pictures.push_back(*picture);
  }
  return pictures;
}

TEST(Figures, RegionsAreBlackInThePictureItself) {
  const std::vector<released::Picture> pictures =
      pictures_of(rendered(source(false), "public").output);
  ASSERT_EQ(pictures.size(), 2u);
  for (const released::Picture& picture : pictures) {
    ASSERT_EQ(picture.samples.size(), kWidth * kHeight * 3);
    size_t black = 0;
    for (uint32_t y = 16; y < 32; ++y) {
      for (uint32_t x = 16; x < 32; ++x) {
        black += picture.samples.substr((y * kWidth + x) * 3, 3) == std::string(3, '\0') ? 1 : 0;
      }
    }
    EXPECT_EQ(black, 256u);
  }
  std::string expected = samples(false);
  for (uint32_t y = 16; y < 32; ++y) expected.replace((y * kWidth + 16) * 3, 48, 48, '\0');
  EXPECT_TRUE(pictures.front().samples == expected);
}

// A drawing whose text nobody is to see but in the word "Aske".
std::string drawing(const std::string& inside) {
  return "<?xml version=\"1.0\"?><!-- Wqxzma --><svg xmlns=\"http://www.w3.org/2000/svg\" "
         "xmlns:i=\"urn:i\" width=\"60mm\" height=\"30mm\" viewBox=\"0 0 60 30\" "
         "i:docname=\"Wqxzmb\"><title>Wqxzmc</title><desc>Wqxzmd</desc>"
         "<metadata><i:w>Wqxzme</i:w></metadata><g id=\"Wqxzmf\" i:label=\"Wqxzmg\">"
         "<path d=\"M5 25L20 5L55 20Z\"/></g><text x=\"5\" y=\"9\" font-size=\"5\" "
         "font-family=\"Helvetica\">Aske</text>" +
         inside + "</svg>";
}

constexpr const char* kHidden =
    "<g display=\"none\"><text x=\"5\" y=\"20\">Wqxzmh</text></g>"
    "<text x=\"5\" y=\"20\" visibility=\"hidden\">Wqxzmi</text>"
    "<text x=\"5\" y=\"20\" opacity=\"0\">Wqxzmj</text><text x=\"900\" y=\"20\">Wqxzmk</text>"
    "<clipPath id=\"c\"><path d=\"M0 0h1v1z\"/></clipPath>"
    "<g clip-path=\"url(#c)\"><text x=\"20\" y=\"20\">Wqxzml</text></g>";

Outcome render_drawing(const std::string& svg, const std::string& release = "full") {
  Program program;
  program.world.files["report.yaml"] =
      "sable: 1\ntemplate: intelligence\nreport: {title: {mark: U, text: Coast}}\n"
      "marking: {system: us-ic, overall: SECRET}\nbody:\n"
      "  - figure: {mark: U, file: coast.svg, alt: The coast.}\n"
      "  - figure: {mark: S, redact: {code: b1}, file: plan.svg, alt: A plan.}\n"
      "releases:\n  full: {unredacted: true}\n  public: {withhold: [b1], ceiling: SECRET}\n";
  program.world.files["coast.svg"] = drawing(kHidden);
  if (!svg.empty()) program.world.files["plan.svg"] = svg;
  return program.run({"render", "report.yaml", "--release", release, "--output", "-"});
}

TEST(Drawings, HoldNothingThatIsNotSeen) {
  const Outcome outcome = render_drawing(drawing(kHidden));
  ASSERT_EQ(outcome.status, 0) << outcome.messages;
  EXPECT_EQ(complaints_of_qpdf(outcome.output), "");
  EXPECT_THAT(findings(channels_of(outcome.output), {kCanary}), IsEmpty());
  EXPECT_THAT(running_text(outcome.output), HasSubstr("Aske"));
}

TEST(DrawingsControl, WhatIsSeenIsFound) {
  const Outcome outcome =
      render_drawing(drawing("<text x=\"5\" y=\"20\" font-size=\"5\">Wqxzmn</text>"));
  ASSERT_EQ(outcome.status, 0) << outcome.messages;
  EXPECT_THAT(findings(channels_of(outcome.output), {kCanary}), Not(IsEmpty()));
}

TEST(Drawings, ThatAreWithheldAreNeverOpened) {
  const Outcome whole = render_drawing(drawing(""), "public");
  ASSERT_EQ(whole.status, 0) << whole.messages;
  for (const std::string& other :
       {std::string(), std::string("<svg"), drawing("<script/>"), drawing("<circle r=\"9\"/>")}) {
    const Outcome outcome = render_drawing(other, "public");
    EXPECT_EQ(outcome.messages, whole.messages);
    EXPECT_TRUE(outcome.output == whole.output);
    // The control.
    EXPECT_FALSE(render_drawing(other).output == render_drawing(drawing("")).output);
  }
}

TEST(Drawings, AreTheSameWithAnyNumberOfThreads) {
  const auto with = [](const char* jobs) {
    Program program;
    program.world.files["report.yaml"] =
        "sable: 1\ntemplate: intelligence\nreport: {title: Coast}\n"
        "marking: {system: legacy, overall: Secret}\nbody:\n"
        "  - figure: {file: a.svg, alt: A.}\n  - figure: {file: b.svg, alt: B.}\n"
        "releases:\n  full: {unredacted: true}\n";
    program.world.files["a.svg"] = drawing("");
    program.world.files["b.svg"] = drawing("<circle r=\"9\" opacity=\"0.5\"/>");
    return program.run(
        {"render", "report.yaml", "--release", "full", "--jobs", jobs, "--output", "-"});
  };
  ASSERT_EQ(with("1").status, 0) << with("1").messages;
  EXPECT_TRUE(with("1").output == with("2").output);
}

// What is wrong with a picture is told by its place, without the name of its file.
TEST(Figures, MessagesHoldNoWordsOfTheReport) {
  Source from = source(false);
  from.map.resize(from.map.size() / 2);
  from.photo.resize(from.photo.size() / 2);
  const Outcome outcome = run(from, {"check", "reports/report.yaml"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.messages, AllOf(HasSubstr("reports/report.yaml:10:13: error: "),
                                      HasSubstr("[SBL0302]"), Not(HasSubstr("map.png")),
                                      Not(HasSubstr("photo.jpg")), Not(HasSubstr("Wqxz"))));
}

TEST(Figures, OfStandardInputNameNoFiles) {
  Program program;
  program.world.files["map.png"] = source(false).map;
  const Outcome outcome = program.run({"check", "-"}, source(false).report);
  EXPECT_THAT(outcome.messages, HasSubstr("[SBL0290]"));
}

}  // namespace
}  // namespace sable::testing
