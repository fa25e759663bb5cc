// Columns, from markup to places on the page.
#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout_bench.h"

namespace sable::layout::testing {
namespace {

using base::Length;
using base::Rect;
using ::testing::ElementsAre;

// Columns of 90 pt, 20 pt apart; lines of 12 pt.
constexpr const char* kTwo =
    "p { margin: 0; orphans: 1; widows: 1 } .c { columns: 2; column-gap: 20pt }"
    " h1 { margin: 0; font: 10pt/12pt Serif } .s { column-span: all }";

// A word, and where it stands: its column by tenths of the page, the line's number.
struct Seen {
  std::string word;
  size_t page = {};
  Length x = {}, y = {};
};

std::string words_of(const GlyphRun& glyphs) {
  std::string text;
  for (const PlacedRun& placed : glyphs.runs) text += placed.run->text;
  return text;
}

std::vector<Seen> seen(Bench& bench, const std::string& css, const std::string& body) {
  const auto output = bench.lay_out(css, body, "");
  std::vector<Seen> all;
  if (!output) {
    all.push_back({output.error().front().code + " " + output.error().front().message});
    return all;
  }
  for (size_t page = 0; page < output->pages.pages.size(); ++page) {
    for (const Fragment& fragment : output->pages.pages[page].fragments) {
      const auto* glyphs = std::get_if<GlyphRun>(&fragment.item);
      if (glyphs == nullptr || glyphs->runs.empty()) continue;
      all.push_back(
          {words_of(*glyphs), page, glyphs->origin.x + glyphs->runs.front().x, glyphs->origin.y});
    }
  }
  return all;
}

// "a 0/0,1 b": words with page, left edge in points and line.
std::vector<std::string> places(const std::string& css, const std::string& body) {
  Bench bench;
  std::vector<std::string> all;
  for (const Seen& each : seen(bench, std::string(kTwo) + css, body)) {
    all.push_back(fmt::format("{} {}/{},{}", each.word, each.page,
                              each.x.units() / Length::kUnitsPerPoint,
                              each.y.units() / Length::kUnitsPerPoint / 12));
  }
  return all;
}

std::string lines(int count, const std::string& word = "w") {
  std::string body;
  for (int i = 0; i < count; ++i) body += fmt::format("<p>{}{}</p>", word, i);
  return body;
}

TEST(Columns, AreBalanced) {
  EXPECT_THAT(places("", "<div class='c'>" + lines(5) + "</div>"),
              ElementsAre("w0 0/0,0", "w1 0/0,1", "w2 0/0,2", "w3 0/110,0", "w4 0/110,1"));
}

TEST(Columns, AreFilledOneAfterAnotherWhereTheStyleSaysSo) {
  EXPECT_THAT(places(".c { column-fill: auto } @page { size: 200pt 50pt }",
                     "<div class='c'>" + lines(5) + "</div>"),
              ElementsAre("w0 0/0,0", "w1 0/0,1", "w2 0/0,2", "w3 0/0,3", "w4 0/110,0"));
}

TEST(Columns, GoOnOnTheNextPageAndAreBalancedThere) {
  EXPECT_THAT(places("@page { size: 200pt 24pt }", "<div class='c'>" + lines(7) + "</div>"),
              ElementsAre("w0 0/0,0", "w1 0/0,1", "w2 0/110,0", "w3 0/110,1", "w4 1/0,0",
                          "w5 1/0,1", "w6 1/110,0"));
}

TEST(Columns, TextAboveAndBelowIsAsWideAsThePage) {
  EXPECT_THAT(places("", "<p>a</p><div class='c'>" + lines(3) + "</div><p>b</p>"),
              ElementsAre("a 0/0,0", "w0 0/0,1", "w1 0/0,2", "w2 0/110,1", "b 0/0,3"));
}

TEST(Columns, WhatSpansThemParts) {
  EXPECT_THAT(
      places("", "<div class='c'>" + lines(2) + "<h1 class='s'>h</h1>" + lines(3, "v") + "</div>"),
      ElementsAre("w0 0/0,0", "w1 0/110,0", "h 0/0,1", "v0 0/0,2", "v1 0/0,3", "v2 0/110,2"));
}

TEST(Columns, AHeadingStaysWithWhatFollows) {
  EXPECT_THAT(
      places("", "<div class='c'>" + lines(2) + "<h1>h</h1>" + lines(3, "v") + "</div>"),
      ElementsAre("w0 0/0,0", "w1 0/0,1", "h 0/0,2", "v0 0/0,3", "v1 0/110,0", "v2 0/110,1"));
}

TEST(Columns, WidowsAndOrphansHold) {
  // Four lines of one paragraph behind one line: 3 and 2 would leave a single line of it.
  const std::string body = "<div class='c'><p>a</p><p>b</p><p class='k'>c<br/>d<br/>e</p></div>";
  EXPECT_THAT(places(".k { orphans: 2; widows: 2 }", body),
              ElementsAre("a 0/0,0", "b 0/0,1", "c 0/110,0", "d 0/110,1", "e 0/110,2"));
}

TEST(Columns, ThreeOfThem) {
  EXPECT_THAT(
      places(".c { columns: 3; column-gap: 10pt }", "<div class='c'>" + lines(4) + "</div>"),
      ElementsAre("w0 0/0,0", "w1 0/0,1", "w2 0/70,0", "w3 0/70,1"));
}

TEST(Columns, FromRightToLeft) {
  EXPECT_THAT(places("", "<div class='c' dir='rtl' lang='en'>" + lines(2) + "</div>").size(), 2u);
  Bench bench;
  const std::vector<Seen> all =
      seen(bench, kTwo, "<div class='c' dir='rtl'>" + lines(2) + "</div>");
  ASSERT_EQ(all.size(), 2u);
  EXPECT_GT(all[0].x, Length::points(110));
  EXPECT_LT(all[1].x, Length::points(90));
}

TEST(Columns, NotesStandBelowAllOfThem) {
  const std::vector<std::string> all = places(
      "note { font: 10pt/12pt Serif } note p { margin: 0 } @page { size: 200pt 48pt }"
      " note::footnote-call { content: '*' } note::footnote-marker { content: none }",
      "<div class='c'>" + lines(3) +
          "<p>x<note id='n' kind='foot'><p>a note as wide as the page, in one line</p></note></p>"
          "</div>");
  ASSERT_FALSE(all.empty());
  EXPECT_THAT(all.back(), "a note as wide as the page, in one line 0/0,3");
}

TEST(Columns, ARuleStandsBetweenThem) {
  Bench bench;
  const std::string dump = bench.dump(std::string(kTwo) + ".c { column-rule: 2pt solid #ff0000 }",
                                      "<div class='c'>" + lines(3) + "</div>");
  EXPECT_NE(dump.find("fill 99,0 2x24 #ff0000"), std::string::npos) << dump;
  const std::string alone = bench.dump(std::string(kTwo) + ".c { column-rule: 2pt solid #ff0000 }",
                                       "<div class='c'><p>a</p></div>");
  EXPECT_EQ(alone.find("fill"), std::string::npos) << alone;
}

TEST(Columns, ChangeBarsStandBesideTheirColumn) {
  Bench bench;
  const std::string dump = bench.dump(
      std::string(kTwo) +
          ".n { change-bar-width: 1pt; change-bar-offset: 3pt; change-bar-color: "
          "#ff0000 } .r { change-bar-placement: right }",
      "<div class='c'><p>a</p><p class='n'>b</p><p class='n'>c</p><p class='n r'>d</p></div>");
  // No bar goes on from the foot of one column to the top of the next.
  EXPECT_NE(dump.find("fill -4,12 1x12 #ff0000"), std::string::npos) << dump;
  EXPECT_NE(dump.find("fill 106,0 1x12 #ff0000"), std::string::npos) << dump;
  EXPECT_NE(dump.find("fill 203,12 1x12 #ff0000"), std::string::npos) << dump;
}

TEST(Columns, ABackgroundIsDrawnInEachOfThem) {
  Bench bench;
  const std::string dump = bench.dump(
      std::string(kTwo) + ".b { background: #ff0000 } .o { background: #00ff00 }",
      "<div class='o'><div class='c'><p>a</p><div class='b'>" + lines(3) + "</div></div></div>");
  EXPECT_NE(dump.find("ground 0,0 200x24 #00ff00"), std::string::npos) << dump;
  EXPECT_NE(dump.find("ground 0,12 90x12 #ff0000"), std::string::npos) << dump;
  EXPECT_NE(dump.find("ground 110,0 90x24 #ff0000"), std::string::npos) << dump;
}

TEST(Columns, ATableRepeatsItsHeadInEachOfThem) {
  std::string rows;
  for (int i = 0; i < 5; ++i) rows += fmt::format("<tr><td>r{}</td></tr>", i);
  EXPECT_THAT(places("td, th { padding: 0; text-align: left }",
                     "<div class='c'><table><thead><tr><th>H</th></tr></thead><tbody>" + rows +
                         "</tbody></table></div>"),
              ElementsAre("H 0/0,0", "r0 0/0,1", "r1 0/0,2", "r2 0/0,3", "H 0/110,0", "r3 0/110,1",
                          "r4 0/110,2"));
}

// ---- Random documents ----

struct Made {
  std::string body;
  std::vector<std::string> words;  // in reading order
  std::set<std::string> spanning;  // that are not in columns
  std::set<std::string> notes;
};

class Maker {
 public:
  explicit Maker(uint32_t seed) : engine_(seed) {}

  Made make() {
    const int parts = 1 + below(3);
    for (int i = 0; i < parts; ++i) part(below(3) > 0);
    return std::move(made_);
  }

 private:
  int below(int limit) { return static_cast<int>(engine_() % static_cast<uint32_t>(limit)); }

  std::string word(bool spans) {
    std::string word = fmt::format("w{}x", made_.words.size());
    made_.words.push_back(word);
    if (spans) made_.spanning.insert(word);
    return word;
  }

  void part(bool columns) {
    if (columns) made_.body += fmt::format("<div class='c{}'>", 2 + below(2));
    const int blocks = 1 + below(25);
    for (int i = 0; i < blocks; ++i) block(!columns);
    if (columns) made_.body += "</div>";
  }

  void block(bool wide) {
    switch (below(10)) {
      case 0:
        made_.body += "<h1>" + word(wide) + "</h1>";
        return;
      case 1:
        made_.body += "<h1 class='s'>" + word(true) + "</h1>";
        return;
      case 2:
        made_.body += "<div class='b'>";
        made_.body += paragraph(wide);
        made_.body += paragraph(wide) + "</div>";
        return;
      case 3:
        made_.body += "<table>";
        for (int rows = 1 + below(6); rows > 0; --rows)
          made_.body += "<tr><td>" + word(wide) + "</td></tr>";
        made_.body += "</table>";
        return;
      case 4:
        made_.body += "<p>" + word(wide) + note() + "</p>";
        return;
      default:
        made_.body += paragraph(wide);
    }
  }

  std::string paragraph(bool wide) {
    std::string text = "<p>";
    for (int count = 1 + below(30); count > 0; --count) text += word(wide) + " ";
    return text + "</p>";
  }

  std::string note() {
    const std::string word = fmt::format("n{}x", made_.notes.size());
    made_.notes.insert(word);
    return fmt::format("<note id='{0}' kind='foot'><p>{0}</p></note>", word);
  }

  std::mt19937 engine_;
  Made made_;
};

constexpr const char* kRandom =
    "@page { size: 200pt 150pt; margin: 0 } p { margin: 3pt 0 } h1 { margin: 6pt 0; font: "
    "10pt/12pt "
    "Serif } td { padding: 0; text-align: left }"
    " .c2 { columns: 2; column-gap: 20pt } .c3 { columns: 3; column-gap: 10pt }"
    " .s { column-span: all } .b { border: 1pt solid black; padding: 2pt }"
    " note { font: 8pt/9pt Serif } note p { margin: 0 }"
    " note::footnote-call { content: '*' } note::footnote-marker { content: '*' }";

// What stands in columns stands in one of them, and nothing else does.
bool in_a_column(const Seen& seen, Length width) {
  for (const int64_t count : {2, 3}) {
    const int64_t gap = count == 2 ? 20 : 10;
    const Length column = Length::points(200 - gap * (count - 1)) / count;
    for (int64_t i = 0; i < count; ++i) {
      const Length left = (column + Length::points(gap)) * i;
      if (seen.x >= left && seen.x + width <= left + column + Length::raw(64)) return true;
    }
  }
  return false;
}

TEST(Columns, NothingIsLostDoubledOutOfOrderOrOutsideOfItsColumn) {
  for (uint32_t seed = 1; seed <= 150; ++seed) {
    const Made made = Maker(seed).make();
    Bench bench;
    const auto output = bench.lay_out(kRandom, made.body, "");
    ASSERT_TRUE(output.has_value()) << seed;
    std::vector<std::string> words;
    std::map<std::string, size_t> notes;
    for (size_t page = 0; page < output->pages.pages.size(); ++page) {
      for (const Fragment& fragment : output->pages.pages[page].fragments) {
        const auto* glyphs = std::get_if<GlyphRun>(&fragment.item);
        if (glyphs == nullptr) continue;
        ASSERT_LE(glyphs->origin.y, Length::points(150)) << seed;
        for (const PlacedRun& placed : glyphs->runs) {
          const std::string& text = placed.run->text;
          if (text.starts_with('n')) ++notes[text];
          if (!text.starts_with('w')) continue;
          words.push_back(text);
          const Seen where{text, page, glyphs->origin.x + placed.x, glyphs->origin.y};
          EXPECT_TRUE(made.spanning.contains(text) || in_a_column(where, placed.run->advance))
              << seed << " " << text;
        }
      }
    }
    const auto differ =
        std::mismatch(words.begin(), words.end(), made.words.begin(), made.words.end());
    ASSERT_EQ(words, made.words) << seed << " at " << differ.first - words.begin() << " of "
                                 << words.size() << ", " << made.words.size() << "\n"
                                 << made.body;
    EXPECT_EQ(notes.size(), made.notes.size()) << seed;
    for (const auto& [word, count] : notes) EXPECT_EQ(count, 1u) << seed << " " << word;
  }
}

// A float at the side narrows the lines of its own column, and is not told from the
// columns by what stands below it.
TEST(Columns, HoldFloatsAtTheSide) {
  Bench bench;
  const std::string css = std::string(kTwo) + " .f { float: left; width: 30pt }";
  std::string words;
  for (int i = 0; i < 60; ++i) words += " aa";
  const auto all = seen(bench, css,
                        "<div class='c'><div class='f'><p>f</p></div><p>" + words +
                            "</p><div class='f'><p>g</p></div></div><p>end</p>");
  const auto place = [&all](const std::string& word) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Seen& each) { return each.word == word; });
    return found == all.end() ? Seen{} : *found;
  };
  EXPECT_EQ(place("f").x, Length());
  EXPECT_EQ(place("g").x, Length::points(110));
  bool beside = false, in_second = false;
  Length lowest;
  for (const Seen& each : all) {
    if (each.word.find("aa") == std::string::npos) continue;
    beside = beside || (each.y == place("f").y && each.x >= Length::points(30));
    in_second = in_second || each.x >= Length::points(110);
    lowest = std::max(lowest, each.y);
  }
  EXPECT_TRUE(beside);
  EXPECT_TRUE(in_second);
  EXPECT_GT(place("end").y, std::max(lowest, place("g").y));
}

}  // namespace
}  // namespace sable::layout::testing
