// The opening of "The Frog King", the example of Knuth and Plass (Software: Practice
// and Experience 11 (1981), 1119–1184), set in Computer Modern Roman at 10 pt.
//
// The widths are those of cmr10 with its kerns and ligatures, in TeX's scaled points;
// lines, totals of demerits and ratios are what TeX 3.141592653 traces for them
// (\\frenchspacing, no indent, no hyphens but the written one, no limit to badness).
#include <map>

#include <gtest/gtest.h>

#include "layout/breaker.h"

namespace sable::layout {
namespace {

using base::Length;

constexpr const char* kText =
    "In olden times when wishing still helped one, there lived a king whose daughters were all "
    "beautiful; and the youngest was so beautiful that the sun itself, which has seen so much, "
    "was astonished whenever it shone in her face. Close by the king's castle lay a great dark "
    "forest, and under an old lime-tree in the forest was a well, and when the day was very "
    "warm, the king's child went out into the forest and sat down by the side of the cool "
    "fountain; and when she was bored she took a golden ball, and threw it up on high and caught "
    "it; and this ball was her favorite plaything.";

const std::map<std::string, int64_t> kWidths = {
    {"In", 600748},          {"olden", 1529177},      {"times", 1532817},
    {"when", 1492767},       {"wishing", 2151770},    {"still", 1059501},
    {"helped", 1875062},     {"one,", 1165087},       {"there", 1458178},
    {"lived", 1347132},      {"a", 327681},           {"king", 1219702},
    {"whose", 1714861},      {"daughters", 2790747},  {"were", 1294336},
    {"all", 691771},         {"beautiful;", 2730675}, {"and", 1055861},
    {"the", 910224},         {"youngest", 2515860},   {"was", 1041295},
    {"so", 586184},          {"beautiful", 2548630},  {"that", 1201497},
    {"sun", 986683},         {"itself,", 1551022},    {"which", 1656607},
    {"has", 950274},         {"seen", 1205135},       {"much,", 1711221},
    {"astonished", 2992817}, {"whenever", 2659673},   {"it", 436908},
    {"shone", 1605635},      {"in", 546135},          {"her", 912044},
    {"face.", 1292518},      {"Close", 1532816},      {"by", 691771},
    {"king's", 1660250},     {"castle", 1605634},     {"lay", 837407},
    {"great", 1458179},      {"dark", 1294340},       {"forest,", 1771296},
    {"under", 1640224},      {"an", 691771},          {"old", 873816},
    {"lime-", 1419949},      {"tree", 1094088},       {"forest", 1589251},
    {"well,", 1292517},      {"day", 1019452},        {"very", 1221521},
    {"warm,", 1767655},      {"child", 1365336},      {"went", 1347130},
    {"out", 946634},         {"into", 1110474},       {"sat", 841047},
    {"down", 1510972},       {"side", 1095909},       {"of", 527931},
    {"cool", 1146883},       {"fountain;", 2548630},  {"she", 913864},
    {"bored", 1622020},      {"took", 1274316},       {"golden", 1856858},
    {"ball,", 1237906},      {"threw", 1640223},      {"up", 728180},
    {"on", 691771},          {"high", 1237906},       {"caught", 1911471},
    {"it;", 618953},         {"this", 1059501},       {"ball", 1055861},
    {"favorite", 2149950},   {"plaything.", 2876311},
};

struct Paragraph {
  std::vector<Item> items;
  std::vector<std::string> words;  // parallel to the items; empty where there is none

  void add(ItemKind kind, int64_t width, std::string word = {}) {
    Item item;
    item.kind = kind;
    item.width = Length::raw(width);
    items.push_back(item);
    words.push_back(std::move(word));
  }
  void add_word(const std::string& word) { add(ItemKind::box, kWidths.at(word), word); }
};

Paragraph frog_king() {
  Paragraph paragraph;
  std::string word;
  const std::string text = kText;
  for (size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != ' ' && text[i] != '-') {
      word += text[i];
      continue;
    }
    if (i < text.size() && text[i] == '-') word += '-';
    paragraph.add_word(word);
    word.clear();
    if (i == text.size()) break;
    if (text[i] == '-') {
      paragraph.add(ItemKind::penalty, 0);
      paragraph.items.back().penalty = 50;
      paragraph.items.back().flagged = true;
    } else {
      paragraph.add(ItemKind::glue, 218453);
      paragraph.items.back().stretch = Length::raw(109226);
      paragraph.items.back().shrink = Length::raw(72818);
    }
  }
  paragraph.add(ItemKind::penalty, 0);
  paragraph.items.back().penalty = kForbidden;
  paragraph.add(ItemKind::glue, 0);
  paragraph.items.back().fills = true;
  paragraph.add(ItemKind::penalty, 0);
  paragraph.items.back().penalty = kForced;
  return paragraph;
}

// A line as TeX shows it: its last word and its ratio, in hundred-thousandths; none
// for the last line where it is filled.
struct Line {
  std::string last_word;
  int64_t ratio = 0;
};

std::vector<Line> lines_of(const Paragraph& paragraph, const std::vector<uint32_t>& breaks,
                           Length width) {
  std::vector<Line> lines;
  size_t start = 0;
  for (const uint32_t end : breaks) {
    Line line;
    Length missing = width, stretch, shrink;
    for (size_t i = start; i < end; ++i) {
      if (!paragraph.words[i].empty()) line.last_word = paragraph.words[i];
      missing -= paragraph.items[i].width;
      stretch += paragraph.items[i].stretch;
      shrink += paragraph.items[i].shrink;
    }
    const bool last = end + 1 == paragraph.items.size();
    if (missing < Length()) {
      line.ratio = missing.units() * 100000 / shrink.units();
    } else if (!last) {
      line.ratio = missing.units() * 100000 / stretch.units();
    }
    lines.push_back(line);
    start = end + 1;
  }
  return lines;
}

struct Published {
  int64_t width;  // scaled points
  int64_t demerits;
  std::vector<Line> lines;
};

// TeX shows five digits of a number of single precision.
void expect_lines(const std::vector<Line>& seen, const std::vector<Line>& published) {
  ASSERT_EQ(seen.size(), published.size());
  for (size_t i = 0; i < seen.size(); ++i) {
    EXPECT_EQ(seen[i].last_word, published[i].last_word) << "line " << i + 1;
    EXPECT_NEAR(static_cast<double>(seen[i].ratio), static_cast<double>(published[i].ratio), 2.5)
        << "line " << i + 1;
  }
}

class FrogKing : public ::testing::TestWithParam<Published> {};

TEST_P(FrogKing, BreaksAsTeXBreaksIt) {
  const Published& published = GetParam();
  const Paragraph paragraph = frog_king();
  BreakSettings settings;
  settings.line_width = Length::raw(published.width);
  settings.tolerance = 10000;
  const auto found = break_total_fit(paragraph.items, settings);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->demerits, published.demerits);
  expect_lines(lines_of(paragraph, found->breaks, settings.line_width), published.lines);
}

INSTANTIATE_TEST_SUITE_P(Widths, FrogKing,
                         ::testing::Values(Published{180 * 65536,
                                                     67589,
                                                     {{"helped", 37220},
                                                      {"daughters", 70554},
                                                      {"was", 37497},
                                                      {"has", -24290},
                                                      {"whenever", 92998},
                                                      {"king's", 52707},
                                                      {"under", 36188},
                                                      {"well,", 29999},
                                                      {"the", 110951},
                                                      {"and", 36902},
                                                      {"fountain;", -23130},
                                                      {"golden", -77191},
                                                      {"caught", 6040},
                                                      {"plaything.", -98576}}},
                                           Published{14168883,
                                                     126774,
                                                     {{"there", -76192},
                                                      {"beautiful;", 68378},
                                                      {"sun", 76080},
                                                      {"astonished", 123618},
                                                      {"king's", -6892},
                                                      {"old", 65776},
                                                      {"the", 53183},
                                                      {"out", 130666},
                                                      {"the", 76031},
                                                      {"a", -20503},
                                                      {"caught", 35590},
                                                      {"plaything.", 0}}},
                                           Published{300 * 65536,
                                                     2065,
                                                     {{"whose", -49796},
                                                      {"that", 9996},
                                                      {"it", 47423},
                                                      {"forest,", 26408},
                                                      {"day", -35182},
                                                      {"down", -48273},
                                                      {"a", 8450},
                                                      {"was", -8040},
                                                      {"plaything.", 0}}}));

}  // namespace
}  // namespace sable::layout
