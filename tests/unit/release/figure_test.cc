#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "pictures/make.h"
#include "releasing.h"

namespace sable::release {
namespace {

using sable::testing::gradient;
using sable::testing::plain_png;
using sable::testing::PngColors;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

const std::string kFoia = "withhold: [b1, b3], show: [b5], ceiling: SECRET";
const std::string kLow = "withhold: [b1, b3], show: [b5], ceiling: UNCLASSIFIED";

std::unique_ptr<base::MemoryWorld> world() {
  auto made = std::make_unique<base::MemoryWorld>();
  made->files["map.png"] = plain_png(20, 10, PngColors::rgb, gradient(20, 10, 3));
  made->files["seal.png"] = plain_png(2, 2, PngColors::gray, "abcd");
  made->files["broken.png"] = made->files["map.png"].substr(0, 60);
  return made;
}

Released released(const std::string& rule, const std::string& figure, const base::World& files,
                  const std::string& rest = {}) {
  return release(
      "sable: 1\ntemplate: plain\nreport: {title: {mark: U, text: T}}\n"
      "marking: {system: us-ic, overall: SECRET}\nbody:\n  - figure: " +
          figure + "\n" + rest + "releases:\n  r: {" + rule + "}\n",
      "r", &files);
}

std::string shown_by(const std::string& rule, const std::string& figure,
                     const std::string& rest = {}) {
  const Released made = released(rule, figure, *world(), rest);
  return made.wrong.empty() ? notation(made.value.body) : made.wrong.front();
}

TEST(WithholdFigures, ShowsThem) {
  EXPECT_EQ(shown_by(kFoia, "{id: f, mark: C, file: map.png, alt: \"'A' map\", caption: Coast}"),
            "figure1#f @1 picture0 alt '‘A’ map' caption 'Coast'");
  EXPECT_EQ(shown_by(kFoia, "{file: map.png, alt: a}"), "figure0 picture0 alt 'a'");
}

TEST(WithholdFigures, LeavesABoxForAFigure) {
  EXPECT_EQ(shown_by(kFoia, "{redact: {code: b1, extent: 6 lines}, file: map.png, alt: a}"),
            "box1 figure[(b)(1) 6lines]");
  EXPECT_EQ(shown_by(kFoia, "{redact: {code: b1}, file: map.png, alt: a}"),
            "box1 figure[(b)(1) paragraph]");
  EXPECT_EQ(shown_by(kLow, "{mark: S, file: map.png, alt: a}"), "box1 figure[ paragraph]");
  EXPECT_EQ(shown_by(kLow + ", show-marks: true", "{mark: S, file: map.png, alt: a}"),
            "p @2 'box1 figure[ paragraph]'");
}

// Not even that there is a file follows from a release that withholds it.
TEST(WithholdFigures, NeverOpensWhatItWithholds) {
  for (const char* file : {"missing.png", "broken.png", "map.png"}) {
    const std::string figure = std::string("{redact: {code: b1}, alt: a, file: ") + file + "}";
    const Released made = released(kFoia, figure, *world());
    EXPECT_THAT(made.wrong, SizeIs(0)) << file;
    EXPECT_THAT(made.value.pictures, SizeIs(0));
  }
  // The control: one that is shown is opened.
  EXPECT_EQ(shown_by(kFoia, "{file: missing.png, alt: a}"),
            "SBL0291 [missing.png] there is no such file beside the report");
  EXPECT_EQ(shown_by(kFoia, "{file: broken.png, alt: a}"),
            "SBL0302 [broken.png] this picture is damaged or incomplete");
}

TEST(WithholdFigures, LeavesHolesInItsWords) {
  EXPECT_EQ(shown_by(kFoia,
                     "{file: map.png, alt: \"a :redact[b]{code=b1}\", caption: {text: c, redact: "
                     "{code: b3}}}"),
            "figure1 picture0 alt 'a box1[(b)(1) words]' caption box2 field[(b)(3) words]");
  EXPECT_EQ(shown_by(kFoia, "{file: map.png, alt: {redact: {code: b1}, withheld: true}}"),
            "figure0 picture0 alt box1[(b)(1) words]");
  EXPECT_EQ(shown_by(kLow, "{mark: U, file: map.png, alt: a, caption: {mark: S, text: c}}"),
            "figure1 @0 picture0 alt 'a' caption box1 field[ words]");
}

TEST(WithholdFigures, BlackensRegionsThatItWithholds) {
  const std::string figure =
      "{file: map.png, alt: a, regions: [{redact: {code: b1}, area: [3, 4, 5, 2]}, {redact: "
      "{code: b5}, area: [0, 0, 1, 1]}, {redact: {code: b3}, area: [50%, 0%, 12%, 15%]}]}";
  EXPECT_EQ(shown_by(kFoia, figure),
            "figure0 picture0 alt 'a' box1 region[(b)(1) words] at 3,4 5x2 box2 region[(b)(3) "
            "words] at 10,0 3x2");
  const Released made = released(kFoia, figure, *world());
  const released::Picture& picture = *made.value.pictures.front();
  const std::string original = gradient(20, 10, 3);
  for (uint32_t y = 0; y < 10; ++y) {
    for (uint32_t x = 0; x < 20; ++x) {
      const bool black = (x >= 3 && x < 8 && y >= 4 && y < 6) || (x >= 10 && x < 13 && y < 2);
      const size_t at = (y * 20 + x) * 3;
      EXPECT_EQ(picture.samples.substr(at, 3),
                black ? std::string(3, '\0') : original.substr(at, 3));
    }
  }
}

TEST(WithholdFigures, RegionsHaveToLieInsideThePicture) {
  for (const char* area : {"[15, 0, 6, 2]", "[0, 9, 2, 2]", "[90%, 0%, 11%, 1%]"}) {
    for (const char* code : {"b1", "b5"}) {
      const Released made = released(
          kFoia,
          fmt::format("{{file: map.png, alt: a, regions: [{{redact: {{code: {}}}, area: {}}}]}}",
                      code, area),
          *world());
      ASSERT_THAT(made.wrong, SizeIs(1)) << area;
      EXPECT_THAT(made.wrong.front(), HasSubstr("SBL0420 [] this area reaches beyond the picture"));
    }
  }
}

TEST(WithholdFigures, OnePictureServesManyFigures) {
  const std::string again =
      "  - figure: {file: map.png, alt: b}\n  - figure: {file: seal.png, alt: c}\n"
      "  - figure: {file: map.png, alt: d, regions: [{redact: {code: b1}, area: [0, 0, 1, 1]}]}\n";
  EXPECT_EQ(shown_by(kFoia, "{file: map.png, alt: a}", again),
            "figure0 picture0 alt 'a'\nfigure0 picture0 alt 'b'\nfigure0 picture1 alt 'c'\n"
            "figure0 picture2 alt 'd' box1 region[(b)(1) words] at 0,0 1x1");
}

TEST(WithholdFigures, NumbersThoseThatAreShown) {
  EXPECT_EQ(shown_by(kFoia, "{redact: {code: b1}, id: x, file: a.png, alt: a, caption: A}",
                     "  - figure: {id: y, file: map.png, alt: b, caption: B}\n"
                     "  - p: \":ref[x] :ref[y]\"\n"),
            "box1 figure[(b)(1) paragraph]\nfigure1#y picture0 alt 'b' caption 'B'\n"
            "p 'ref[ withheld] ref[y]'");
}

TEST(WithholdFigures, CountForTheOverallMarking) {
  const auto overall = [](const std::string& figure) {
    const Released made = release(
        "sable: 1\ntemplate: plain\nreport: {title: {mark: U, text: T}}\nmarking: {system: us-ic}\n"
        "body:\n  - p: {mark: U, text: x}\n  - figure: " +
            figure + "\nreleases:\n  r: {withhold: [b1], ceiling: SECRET}\n",
        "r", world().get());
    return made.value.overall.level;
  };
  EXPECT_EQ(overall("{mark: S, file: map.png, alt: a}"), 2);
  EXPECT_EQ(overall("{mark: U, file: map.png, alt: a, caption: {mark: C, text: b}}"), 1);
  EXPECT_EQ(overall("{mark: U, file: map.png, alt: a, redact: {code: b1}}"), 0);
}

// P1 of pictures: what is withheld in a region does not pass, in samples or otherwise.
TEST(WithholdFigures, RegionsDoNotTellWhatTheyHide) {
  const std::string figure =
      "{file: map.png, alt: a, regions: [{redact: {code: b1}, area: [5, 2, 9, 6]}]}";
  const auto dumped = [&](uint32_t x, uint32_t y) {
    const auto files = world();
    std::string samples = gradient(20, 10, 3);
    samples[(y * 20 + x) * 3 + 1] ^= 0x40;
    files->files["map.png"] = plain_png(20, 10, PngColors::rgb, samples);
    return released::dump(released(kFoia, figure, *files).value);
  };
  EXPECT_EQ(dumped(5, 2), dumped(13, 7));
  EXPECT_EQ(dumped(9, 5), dumped(13, 7));
  // The controls: the pixels around it do pass.
  EXPECT_NE(dumped(4, 2), dumped(13, 7));
  EXPECT_NE(dumped(14, 7), dumped(13, 7));
  EXPECT_NE(dumped(13, 8), dumped(13, 7));
}

}  // namespace
}  // namespace sable::release
