#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout_bench.h"

namespace sable::layout {
namespace {

using testing::Bench;
using ::testing::HasSubstr;

// The first picture is 100 × 50 pt, the second 400 × 100, the third 50 × 1,000.
std::string dumped(const std::string& css, std::string_view body) {
  Bench bench;
  bench.add_picture(100, 50);
  bench.add_picture(400, 100);
  bench.add_picture(50, 1000);
  return bench.dump(css, body);
}

std::string figure(const std::string& picture, const std::string& rest = {}) {
  return "<figure><img src='" + picture + "' alt='a' width='25' unit='%'/>" + rest + "</figure>";
}

TEST(Pictures, HaveTheirOwnSizeAndNoMoreThanThereIs) {
  EXPECT_EQ(dumped("", figure("picture-1")), "picture 1 0,0 100x50\n");
  EXPECT_EQ(dumped("", figure("picture-2")), "picture 2 0,0 200x50\n");
  EXPECT_EQ(dumped("", figure("picture-3")), "picture 3 0,0 20x400\n");
}

TEST(Pictures, HaveTheSizeOfTheirStyle) {
  EXPECT_EQ(dumped("img { width: attr(width %) }", figure("picture-1")), "picture 1 0,0 50x25\n");
  EXPECT_EQ(dumped("img { width: 150pt }", figure("picture-1")), "picture 1 0,0 150x75\n");
  EXPECT_EQ(dumped("img { width: 150pt; height: 60pt }", figure("picture-1")),
            "picture 1 0,0 120x60\n");
  EXPECT_EQ(dumped("figure { padding-left: 100pt } img { width: 50% }", figure("picture-1")),
            "picture 1 100,0 50x25\n");
}

TEST(Pictures, StandAsTextIsAligned) {
  EXPECT_EQ(dumped("figure { text-align: center }", figure("picture-1")),
            "picture 1 50,0 100x50\n");
  EXPECT_EQ(dumped("figure { text-align: right }", figure("picture-1")),
            "picture 1 100,0 100x50\n");
  EXPECT_EQ(dumped("figure { text-align: center } img { border: 1pt solid black; padding: 4pt }",
                   figure("picture-1")),
            "fill 45,0 110x1 #000000 artifact\n"
            "fill 45,59 110x1 #000000 artifact\n"
            "fill 45,0 1x60 #000000 artifact\n"
            "fill 154,0 1x60 #000000 artifact\n"
            "picture 1 50,5 100x50\n");
}

// A caption of two lines and a margin leave 371 pt of the page's 400.
TEST(Pictures, LeaveRoomForTheirCaption) {
  const std::string caption = "<figcaption>one<br/>two</figcaption>";
  EXPECT_THAT(dumped("figcaption { margin-top: 5pt }", figure("picture-3", caption)),
              HasSubstr("picture 3 0,0 18.55x371\n"));
}

TEST(Pictures, AreKeptWithTheirCaption) {
  // 27 lines of text leave 76 pt.
  std::string lines;
  for (int i = 0; i < 27; ++i) lines += "<p>x</p>";
  const std::string caption = "<figcaption>one<br/>two<br/>three</figcaption>";
  const std::string out = dumped("", lines + figure("picture-1", caption));
  EXPECT_THAT(out, HasSubstr("picture 1 0,0 100x50\n"));
}

TEST(Pictures, HaveBoxesOverTheirRegions) {
  const std::string box =
      "<redaction kind='region' codes='(b)(1)' area='10 20 50 25'/>"
      "<redaction kind='region' codes='(b)(3)' area='0 0 4 4'/>";
  EXPECT_EQ(dumped("redaction { background: black } redaction::code { color: white }"
                   "img { width: 200pt }",
                   figure("picture-1", box)),
            "picture 1 0,0 200x100\n"
            "fill 20,40 100x50 #000000 artifact\n"
            "text 58.34,68.27 to 81.66 LiberationSerif 10 \"(b)(1)\" #ffffff\n"
            "fill 0,0 8x8 #000000 artifact\n"
            "text 0,9.37 to 2.5 LiberationSerif 10 \" \" #ffffff\n");
}

TEST(Pictures, ThatTheReleaseDoesNotHaveAreErrors) {
  EXPECT_THAT(dumped("", figure("picture-4")), HasSubstr("SBL0870"));
  EXPECT_THAT(dumped("", figure("map.png")), HasSubstr("SBL0870"));
  EXPECT_THAT(dumped("", figure("picture-1", "<redaction kind='region' area='90 0 11 1'/>")),
              HasSubstr("SBL0871"));
}

TEST(Pictures, AreFiguresOfTheStructure) {
  Bench bench;
  bench.add_picture(100, 50);
  const auto output =
      bench.lay_out("",
                    "<figure><img src='picture-1' alt='A map'/><redaction kind='region' "
                    "codes='(b)(1)' area='0 0 50 50'/><figcaption>Words</figcaption></figure>",
                    "");
  ASSERT_TRUE(output.has_value());
  EXPECT_EQ(dump_structure(output->pages),
            "Document\n"
            "  Div\n"
            "    Figure alt=\"A map\"\n"
            "      \"(picture 1)\"\n"
            "    P\n"
            "      Span\n"
            "        = \"[redacted: (b)(1)]\"\n"
            "    Caption\n"
            "      \"Words\"\n");
}

TEST(Pictures, CountForTheMarkingOfTheirPage) {
  Bench bench;
  bench.add_picture(100, 50);
  const auto output = bench.lay_out("",
                                    "<p mark='Public'>x</p><figure mark='Confidential'><img "
                                    "src='picture-1' alt='a'/></figure>",
                                    "");
  ASSERT_TRUE(output.has_value()) << output.error().front().message;
  const auto system = marking::find_system("corporate");
  EXPECT_EQ(output->pages.pages[0].mark.level, system->parse("Confidential")->level);
}

// Floats ---------------------------------------------------------------------------

// "1: a b | 2: picture 1 at 0 c": what stands on each page, from top to bottom.
std::string all_pages_of(const std::string& css, std::string_view body) {
  Bench bench;
  bench.add_picture(100, 50);
  bench.add_picture(100, 180);
  bench.add_picture(100, 300);
  const std::string sheet =
      "p { orphans: 1; widows: 1 } .top { float: top } .foot { float: bottom }"
      ".first { break-after: page }" +
      css;
  const auto output = bench.lay_out(sheet, body, "");
  if (!output) return output.error().front().code;
  std::string out;
  for (const Page& page : output->pages.pages) {
    std::vector<std::pair<base::Length, std::string>> seen;
    for (const Fragment& fragment : page.fragments) {
      if (const auto* image = std::get_if<Image>(&fragment.item)) {
        seen.emplace_back(image->area.y, "[" + std::to_string(image->picture + 1) + " " +
                                             base::to_points(image->area.y) + "]");
      } else if (const auto* glyphs = std::get_if<GlyphRun>(&fragment.item)) {
        seen.emplace_back(glyphs->origin.y, glyphs->runs.front().run->text);
      }
    }
    std::stable_sort(seen.begin(), seen.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    out += out.empty() ? "" : " | ";
    for (size_t i = 0; i < seen.size(); ++i) out += (i > 0 ? " " : "") + seen[i].second;
  }
  return out;
}

// The same behind a first page, on which floats stand otherwise.
std::string pages_of(const std::string& css, std::string_view body) {
  const std::string out = all_pages_of(css, "<p class='first'>o</p>" + std::string(body));
  EXPECT_TRUE(out.starts_with("o | ")) << out;
  return out.substr(std::min<size_t>(out.size(), 4));
}

// Each line of text is 40 pt high: ten go on a page.
const std::string kTall = "p { line-height: 40pt }";

std::string text(const char* letters) {
  std::string out;
  for (const char* at = letters; *at != '\0'; ++at) out += std::string("<p>") + *at + "</p>";
  return out;
}

std::string floating(const char* place, const char* picture) {
  return std::string("<figure class='") + place + "'><img src='" + picture + "' alt='a'/></figure>";
}

TEST(Floats, StandAtTheTopOfTheirPage) {
  EXPECT_EQ(pages_of(kTall, text("ab") + floating("top", "picture-1") + text("c")), "[1 0] a b c");
  EXPECT_EQ(
      pages_of(kTall + "figure { margin: 10pt 0 }", text("ab") + floating("top", "picture-1") +
                                                        floating("top", "picture-1") + text("c")),
      "[1 0] [1 60] a b c");
}

TEST(Floats, StandAtTheFootOfTheirPage) {
  EXPECT_EQ(pages_of(kTall, text("ab") + floating("foot", "picture-1") + text("c")),
            "a b c [1 350]");
  EXPECT_EQ(pages_of(kTall + "figure { margin: 10pt 0 }",
                     text("a") + floating("foot", "picture-1") + floating("foot", "picture-1")),
            "a [1 290] [1 350]");
}

TEST(Floats, OfTheFirstPageStandAtItsFoot) {
  EXPECT_EQ(all_pages_of(kTall + "figure { margin: 10pt 0 }",
                         text("ab") + floating("top", "picture-1") + floating("foot", "picture-1")),
            "a b [1 290] [1 350]");
}

// Written behind the tenth line: on its page the float would send that line away.
TEST(Floats, NeverStandBeforeThePageOfTheirPlace) {
  EXPECT_EQ(pages_of(kTall, text("abcdefghij") + floating("top", "picture-2") + text("kl")),
            "a b c d e f g h i j | [2 0] k l");
}

TEST(Floats, StayInTheirOrder) {
  EXPECT_EQ(
      pages_of(kTall, text("a") + floating("top", "picture-2") + floating("top", "picture-2") +
                          floating("foot", "picture-1") + text("bcdefghijklm")),
      "[2 0] a b c d e | [2 0] f g h i [1 350] | j k l m");
}

TEST(Floats, BehindTheLastPageHavePagesOfTheirOwn) {
  EXPECT_EQ(pages_of(kTall, text("a") + floating("top", "picture-2") +
                                floating("top", "picture-2") + floating("top", "picture-2")),
            "[2 0] a | [2 0] | [2 0]");
}

TEST(Floats, ThatAreTooHighStandInTheText) {
  EXPECT_EQ(pages_of(kTall, text("a") + floating("top", "picture-3") + text("b")), "a [3 40] b");
}

TEST(Floats, WithoutTextStandWhereTheyAreWritten) {
  EXPECT_EQ(pages_of(kTall, floating("top", "picture-1") + floating("foot", "picture-1")),
            "[1 0] [1 50]");
}

TEST(Floats, StandAboveTheNotes) {
  EXPECT_EQ(pages_of("@page { @footnote { margin-top: 10pt } }" + kTall,
                     "<p>a<note kind='foot'><p>n</p></note></p>" + floating("foot", "picture-1")),
            "1 a [1 300] 1 n");
}

}  // namespace
}  // namespace sable::layout
