// Floats at the sides of the text.
//
// The page is 200 pt wide and 400 high; a line is 12 pt high.

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/pages.h"
#include "layout_bench.h"

namespace sable::layout {
namespace {

using base::Length;
using testing::Bench;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string kSheet =
    "p { orphans: 1; widows: 1; hyphens: none } figure { margin: 0 }"
    ".left { float: left; margin: 0 10pt 5pt 0 } .right { float: right; margin: 0 0 5pt 10pt }";

std::string words(size_t count) {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += i > 0 ? " abcd" : "abcd";
  return out;
}

std::string paragraph(size_t count) { return "<p>" + words(count) + "</p>"; }

const std::string kLeft = "<figure class='left'><img src='picture-1' alt='a'/></figure>";
const std::string kRight = "<figure class='right'><img src='picture-1' alt='a'/></figure>";
const std::string kTall = "<figure class='left'><img src='picture-2' alt='a'/></figure>";

Pages laid_out(const std::string& body, const std::string& css = "") {
  Bench bench;
  bench.add_picture(60, 30);
  bench.add_picture(60, 250);
  bench.add_picture(150, 30);
  bench.add_picture(60, 300);
  auto output = bench.lay_out(kSheet + css, body, "");
  EXPECT_TRUE(output.has_value()) << (output ? "" : output.error().front().message);
  return output ? std::move(output->pages) : Pages{};
}

// "0 0 60x30": a picture; "70 9": where a line begins.
std::vector<std::string> seen(const Page& page) {
  std::vector<std::string> out;
  for (const Fragment& fragment : page.fragments) {
    if (const auto* image = std::get_if<Image>(&fragment.item)) {
      out.push_back("[" + base::to_points(image->area.x, 0) + " " +
                    base::to_points(image->area.y, 0) + "]");
    } else if (const auto* glyphs = std::get_if<GlyphRun>(&fragment.item)) {
      const std::string line = base::to_points(glyphs->origin.x, 0) + " " +
                               base::to_points(glyphs->origin.y - Length::points(9), 0);
      if (out.empty() || out.back() != line) out.push_back(line);
    }
  }
  return out;
}

std::vector<std::string> seen(const std::string& body, const std::string& css = "") {
  const Pages pages = laid_out(body, css);
  return pages.pages.empty() ? std::vector<std::string>() : seen(pages.pages.front());
}

TEST(Sides, LinesBesideAFloatAreShortened) {
  EXPECT_THAT(seen(kLeft + paragraph(30)),
              ElementsAre("[0 0]", "70 0", "70 12", "70 24", "0 36", "0 48"));
}

TEST(Sides, OnTheRightLinesBeginWhereTheyDo) {
  const Pages pages = laid_out(kRight + paragraph(30));
  EXPECT_THAT(seen(pages.pages[0]), ElementsAre("[140 0]", "0 0", "0 12", "0 24", "0 36", "0 48"));
}

TEST(Sides, FloatsStandBesideSeveralParagraphs) {
  EXPECT_THAT(seen(kLeft + paragraph(3) + paragraph(3) + paragraph(3) + paragraph(3)),
              ElementsAre("[0 0]", "70 0", "70 12", "70 24", "0 36"));
}

// A float begins where the next line does, and a margin comes before both.
TEST(Sides, FloatsBeginWithTheLineBehindThem) {
  EXPECT_THAT(seen(paragraph(2) + kLeft + paragraph(3), "p { margin-top: 8pt }"),
              ElementsAre("0 0", "[0 20]", "70 20"));
}

TEST(Sides, TwoOnOneSideStandBelowOneAnother) {
  EXPECT_THAT(
      seen(kLeft + kLeft + paragraph(38)),
      ElementsAre("[0 0]", "[0 35]", "70 0", "70 12", "70 24", "70 36", "70 48", "70 60", "0 72"));
}

TEST(Sides, TextStandsBetweenTwoOnBothSides) {
  const std::string narrow = ".left, .right { width: 40pt } img { width: 40pt }";
  EXPECT_THAT(seen(kLeft + kRight + "<p>ab ab ab</p>", narrow),
              ElementsAre("[0 0]", "[160 0]", "50 0"));
  // Together they leave less than a third: the second one stands below the first, and
  // a paragraph with a line that would stand beside both, below them.
  EXPECT_THAT(seen(kLeft + kRight + paragraph(12)),
              ElementsAre("[0 0]", "[140 35]", "0 70", "0 82"));
}

TEST(Sides, ClearStandsBelow) {
  const std::string css = ".clear { clear: left } .other { clear: right }";
  EXPECT_THAT(seen(kLeft + paragraph(1) + "<p class='clear'>b</p>", css),
              ElementsAre("[0 0]", "70 0", "0 35"));
  EXPECT_THAT(seen(kLeft + paragraph(1) + "<p class='other'>b</p>", css),
              ElementsAre("[0 0]", "70 0", "70 12"));
}

TEST(Sides, WhatIsNotTextStandsBelow) {
  EXPECT_THAT(seen(kLeft + paragraph(1) + "<table><tbody><tr><td>a</td></tr></tbody></table>"),
              ElementsAre("[0 0]", "70 0", "0 35"));
  EXPECT_THAT(seen(kLeft + paragraph(1) + "<p class='b'>b</p>", ".b { border-top: 1pt solid }"),
              ElementsAre("[0 0]", "70 0", "0 36"));
  EXPECT_THAT(seen(kLeft + paragraph(1) + "<figure><img src='picture-1' alt='a'/></figure>"),
              ElementsAre("[0 0]", "70 0", "[0 35]"));
}

// 8 em of a heading of 20 pt are 160 pt; of one of 12 pt, 96.
TEST(Sides, ABlockThatHasNoRoomStandsBelow) {
  EXPECT_THAT(seen(kLeft + "<h1>a</h1>", "h1 { font-size: 12pt; line-height: 12pt }"),
              ElementsAre("[0 0]", "70 1"));
  EXPECT_THAT(seen(kLeft + "<h1>a</h1>", "h1 { font-size: 20pt; line-height: 9pt }").size(), 2u);
  EXPECT_THAT(seen(kLeft + "<h1>a</h1>", "h1 { font-size: 20pt; line-height: 12pt }")[1],
              ::testing::StartsWith("0 "));
}

TEST(Sides, ListsAndQuotationsKeepTheirIndents) {
  EXPECT_THAT(seen(kLeft + "<blockquote><p>a</p></blockquote>", "blockquote { margin-left: 20pt }"),
              ElementsAre("[0 0]", "90 0"));
  const std::vector<std::string> list = seen(
      kLeft + "<ul><li>a</li></ul>",
      "ul { margin: 0 } li { margin-left: 20pt } li::marker { content: 'x'; margin-right: 4pt }");
  ASSERT_EQ(list.size(), 3u);
  EXPECT_EQ(list[2], "90 0");
  const int marker = std::stoi(list[1]);
  EXPECT_GT(marker, 70);
  EXPECT_LT(marker, 90);
}

TEST(Sides, AFloatThatIsHigherThanTheTextEndsTheText) {
  EXPECT_THAT(seen(kLeft + paragraph(1)), ElementsAre("[0 0]", "70 0"));
  EXPECT_THAT(seen(paragraph(1) + kLeft), ElementsAre("0 0", "[0 12]"));
}

TEST(Sides, WhatIsTooWideOrTooHighStandsInTheText) {
  EXPECT_THAT(seen("<figure class='left'><img src='picture-3' alt='a'/></figure>" + paragraph(1)),
              ElementsAre("[0 0]", "0 35"));
  EXPECT_THAT(seen("<figure class='left'><img src='picture-4' alt='a'/></figure>" + paragraph(1)),
              ElementsAre("[0 0]", "0 305"));
}

TEST(Sides, TooManyOfThemDoNotStandInARow) {
  // Together they would be higher than a page can be sure to hold.
  const std::vector<std::string> found = seen(kTall + kLeft + paragraph(1));
  EXPECT_THAT(found, ElementsAre("[0 0]", "[0 255]", "70 255"));
}

TEST(Sides, AreNoNarrowerThanTheWordsOfTheirCaption) {
  Bench bench;
  bench.add_picture(10, 10);
  const auto output = bench.lay_out(kSheet,
                                    "<figure class='left'><img src='picture-1' alt='a'/>"
                                    "<figcaption>abcdabcd</figcaption></figure><p>b</p>",
                                    "");
  ASSERT_TRUE(output.has_value());
  EXPECT_TRUE(output->warnings.empty());
  EXPECT_THAT(seen(output->pages.pages[0]), ElementsAre("[0 0]", "0 10", "48 0"));
}

TEST(Sides, SharesOfAWidthAreThoseOfTheText) {
  const Pages pages = laid_out(kLeft + paragraph(3), "img { width: 50% }");
  const auto* image = std::get_if<Image>(&pages.pages[0].fragments[0].item);
  ASSERT_NE(image, nullptr);
  EXPECT_EQ(base::to_points(image->area.width), "100");
}

TEST(Sides, AnAsideStandsBesideTextToo) {
  const Pages pages = laid_out("<aside class='right'>" + paragraph(9) + "</aside>" + paragraph(3),
                               "aside { width: 80pt; background: silver }");
  bool background = false;
  for (const Fragment& fragment : pages.pages[0].fragments) {
    const auto* filled = std::get_if<Filled>(&fragment.item);
    if (filled == nullptr) continue;
    background = true;
    EXPECT_EQ(base::to_points(filled->area.x), "120");
    EXPECT_EQ(base::to_points(filled->area.width), "80");
  }
  EXPECT_TRUE(background);
}

// No page ends beside a float: the lines before it stay, those beside it go with it.
TEST(Sides, AreNeverCutByAPage) {
  for (size_t before = 20; before < 34; ++before) {
    std::string body;
    for (size_t i = 0; i < before; ++i) body += paragraph(1);
    const Pages pages = laid_out(body + kLeft + paragraph(2) + paragraph(2) + paragraph(2));
    bool found = false;
    for (const Page& page : pages.pages) {
      const std::vector<std::string> on_page = seen(page);
      const bool here = std::any_of(on_page.begin(), on_page.end(),
                                    [](const auto& it) { return it.starts_with("["); });
      const auto beside = std::count_if(on_page.begin(), on_page.end(),
                                        [](const auto& it) { return it.starts_with("70 "); });
      EXPECT_EQ(beside, here ? 3 : 0) << before;
      found = found || here;
    }
    EXPECT_TRUE(found);
  }
}

TEST(Sides, NotesOfTheirCaptionsStandOnTheirPage) {
  const Pages pages = laid_out(
      "<figure class='left'><img src='picture-1' alt='a'/><figcaption>c<note><p>n</p></note>"
      "</figcaption></figure><p>b<note><p>m</p></note></p>");
  std::vector<std::string> notes;
  for (const Fragment& fragment : pages.pages[0].fragments) {
    const auto* glyphs = std::get_if<GlyphRun>(&fragment.item);
    if (glyphs == nullptr || glyphs->origin.y < Length::points(300)) continue;
    for (const PlacedRun& run : glyphs->runs) notes.push_back(run.run->text);
  }
  std::string all;
  for (const std::string& note : notes) all += note;
  EXPECT_LT(all.find('n'), all.find('m'));
  EXPECT_NE(all.find('m'), std::string::npos);
}

// Its caption counts for the page, even where the text beside it says nothing.
TEST(Sides, TheMarkingOfAFloatCounts) {
  Bench bench;
  bench.add_picture(60, 30);
  const auto output = bench.lay_out(
      kSheet,
      "<figure class='left' mark='Confidential'><img src='picture-1' alt='a'/></figure>"
      "<p mark='Public'>b</p>",
      "");
  ASSERT_TRUE(output.has_value());
  const auto system = marking::find_system("corporate");
  EXPECT_EQ(output->pages.pages[0].mark.level, system->parse("Confidential")->level);
}

// Random reports -----------------------------------------------------------------------

class RandomBody {
 public:
  explicit RandomBody(uint32_t seed) : random_(seed) {}

  std::string body() {
    std::string out;
    const size_t blocks = 3 + random_() % 25;
    for (size_t i = 0; i < blocks; ++i) out += block();
    return out;
  }
  size_t words() const { return words_; }
  size_t pictures() const { return pictures_; }

 private:
  std::string text(size_t most) {
    std::string out;
    const size_t count = 1 + random_() % most;
    for (size_t i = 0; i < count; ++i) {
      out += (i > 0 ? " " : "") + std::string(1 + random_() % 7, 'x');
    }
    words_ += count;
    return out;
  }

  std::string block() {
    static const char* const kSides[] = {"left", "right", "left clear", "top"};
    switch (random_() % 8) {
      case 0:
      case 1:
      case 2: {
        ++pictures_;
        const std::string side = kSides[random_() % 4];
        // High ones at the top would leave no page for high ones in the text.
        const std::string picture = side == "top" ? "1" : std::to_string(1 + random_() % 4);
        const std::string caption =
            random_() % 2 == 0 ? "" : "<figcaption>" + text(8) + "</figcaption>";
        return "<figure class='" + side + "'><img src='picture-" + picture + "' alt='a'/>" +
               caption + "</figure>";
      }
      case 3:
        return "<ul><li>" + text(20) + "</li><li>" + text(9) + "</li></ul>";
      case 4:
        return "<blockquote><p>" + text(30) + "</p></blockquote>";
      case 5:
        return "<h2>" + text(4) + "</h2>";
      case 6:
        return "<p>" + text(30) + "<note><p>" + text(20) + "</p></note></p>";
      default:
        return "<p>" + text(60) + "</p>";
    }
  }

  std::mt19937 random_;
  size_t words_ = 0, pictures_ = 0;
};

struct Placed {
  base::Rect area;
  bool picture = false;
};

std::vector<Placed> placed(const Page& page, size_t& words) {
  std::vector<Placed> all;
  for (const Fragment& fragment : page.fragments) {
    if (const auto* image = std::get_if<Image>(&fragment.item)) {
      all.push_back({image->area, true});
    } else if (const auto* glyphs = std::get_if<GlyphRun>(&fragment.item)) {
      for (const PlacedRun& run : glyphs->runs) {
        if (run.run->text.find('x') == std::string::npos) continue;
        ++words;
        all.push_back({{glyphs->origin.x + run.x, glyphs->origin.y - Length::points(6),
                        run.run->advance, Length::points(6)},
                       false});
      }
    }
  }
  return all;
}

bool overlap(const base::Rect& a, const base::Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

TEST(SidesProperty, NothingStandsOnAnythingOrOutsideOfThePage) {
  for (uint32_t seed = 1; seed <= 400; ++seed) {
    SCOPED_TRACE(seed);
    RandomBody random(seed);
    const std::string body = random.body();
    const Pages pages =
        laid_out(body,
                 ".clear { clear: both } .top { float: top } ul { margin: 0 }"
                 "li { margin-left: 12pt } p { margin: 3pt 0 } figure { margin: 4pt 0 }"
                 "blockquote { margin: 0 20pt } h2 { break-after: avoid }");
    size_t words = 0, pictures = 0;
    for (const Page& page : pages.pages) {
      const std::vector<Placed> all = placed(page, words);
      for (size_t i = 0; i < all.size(); ++i) {
        pictures += all[i].picture ? 1 : 0;
        if (all[i].picture) {
          EXPECT_LE(all[i].area.bottom(), page.size.height) << dump(pages) << body;
          EXPECT_GE(all[i].area.x, Length());
          EXPECT_LE(all[i].area.right(), page.size.width);
        }
        for (size_t k = 0; k < i; ++k) {
          EXPECT_FALSE(overlap(all[i].area, all[k].area)) << dump(pages) << body;
        }
        if (HasFailure()) return;
      }
    }
    EXPECT_EQ(words, random.words()) << body;
    EXPECT_EQ(pictures, random.pictures());
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace sable::layout
