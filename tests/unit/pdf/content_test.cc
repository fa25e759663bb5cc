#include "pdf/content.h"

#include <gtest/gtest.h>

#include "pdf/draw_pages.h"
#include "sample_pages.h"

namespace sable::pdf {
namespace {

using base::Length;
using layout::Role;
using testing::Face;
using testing::SamplePages;

// Codes as printable digits: a is 1, and each pair of bytes one letter.
std::string readable(const std::string& operators) {
  std::string out;
  for (size_t i = 0; i < operators.size(); ++i) {
    if (operators[i] == '\0') {
      out += static_cast<char>('a' + operators[++i] - 1);
    } else {
      out += operators[i];
    }
  }
  return out;
}

struct Drawn {
  std::string operators;
  std::vector<layout::LeafId> leaves;
};

Drawn drawn(const SamplePages& sample, uint32_t page = 0) {
  Codes codes(sample.pages.shaper->fonts());
  const ContentSource source = encode_pages(sample.pages, codes);
  Content content = draw(sample.pages.pages[page], page, source);
  return {readable(content.operators), content.leaves};
}

SamplePages one_page() {
  SamplePages sample;
  sample.add_page("1");
  return sample;
}

TEST(Content, LineIsOneArrayWithItsGaps) {
  SamplePages sample = one_page();
  sample.add_text(sample.add_paragraph(), 72, 92, "nn nn");
  // 1/7 pt at 11 pt is 13 thousandths.
  EXPECT_EQ(drawn(sample).operators,
            "BT\n/P<</MCID 0>>BDC\n/F0 11 Tf\n72 700 Td[(aab)-13(aa)]TJ\nEMC\nET\n");
}

TEST(Content, NextLineMovesRelatively) {
  SamplePages sample = one_page();
  const auto leaf = sample.add_paragraph();
  sample.add_text(leaf, 72, 92, "n");
  sample.add_text(leaf, 80, 106, "n");
  EXPECT_EQ(drawn(sample).operators,
            "BT\n/P<</MCID 0>>BDC\n/F0 11 Tf\n72 700 Td[(a)]TJ\n8 -14 Td[(a)]TJ\nEMC\nET\n");
}

TEST(Content, RunsOfOneBaselineJoinAcrossFragments) {
  SamplePages sample = one_page();
  const auto leaf = sample.add_paragraph();
  sample.add_text(leaf, 72, 92, "n");
  sample.add_text(leaf, 83, 92, "n");  // one em further: 500 of them the letter's own
  EXPECT_EQ(drawn(sample).operators,
            "BT\n/P<</MCID 0>>BDC\n/F0 11 Tf\n72 700 Td[(a)-500(a)]TJ\nEMC\nET\n");
}

TEST(Content, EachLeafIsASequenceWithItsRole) {
  SamplePages sample = one_page();
  const auto heading = sample.add_leaf(sample.add_element(Role::h2));
  sample.add_text(heading, 72, 92, "n", Face::bold, 14);
  const auto body = sample.add_paragraph();
  sample.add_text(body, 72, 120, "n");
  const Drawn result = drawn(sample);
  EXPECT_EQ(result.operators,
            "BT\n/H2<</MCID 0>>BDC\n/F0 14 Tf\n72 700 Td[(a)]TJ\nEMC\n"
            "/P<</MCID 1>>BDC\n/F1 11 Tf\n0 -28 Td[(a)]TJ\nEMC\nET\n");
  EXPECT_EQ(result.leaves, (std::vector<layout::LeafId>{heading, body}));
}

TEST(Content, BannersAreArtifacts) {
  SamplePages sample = one_page();
  sample.add_artifact(layout::Artifact::header, 72, 92, "n");
  sample.add_artifact(layout::Artifact::footer, 72, 120, "n");
  EXPECT_EQ(drawn(sample).operators,
            "BT\n/Artifact<</Type/Pagination/Subtype/Header>>BDC\n/F0 10 Tf\n72 700 Td[(a)]TJ\n"
            "EMC\n/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n0 -28 Td[(a)]TJ\nEMC\nET\n");
}

TEST(Content, RedactionIsABoxAndItsCode) {
  SamplePages sample = one_page();
  sample.add_redaction(0, 72, 101, "n");
  EXPECT_EQ(drawn(sample).operators,
            "/Artifact<</Type/Layout>>BDC\n72 688 60 12 re f\nEMC\n"
            "BT\n/Span<</MCID 0/ActualText([redacted: n])>>BDC\n1 g\n/F0 9 Tf\n"
            "92 691 Td[(a)]TJ\nEMC\nET\n");
}

TEST(Content, BoxesShareASequenceAndTheirEdgesMeet) {
  SamplePages sample = one_page();
  const Length third = Length::points(1, 3);
  for (int64_t i = 0; i < 3; ++i) {
    sample.pages.pages[0].fragments.push_back(
        {layout::Filled{{third * i, Length(), third, Length::points(1)}, {255, 0, 51}},
         layout::Artifact::layout,
         layout::kNoLeaf,
         {}});
  }
  EXPECT_EQ(drawn(sample).operators,
            "/Artifact<</Type/Layout>>BDC\n1 0 .2 rg\n0 791 .333 1 re f\n"
            ".333 791 .334 1 re f\n.667 791 .333 1 re f\nEMC\n");
}

TEST(Content, LineOfABoxLiesInside) {
  SamplePages sample = one_page();
  sample.pages.pages[0].fragments.push_back(
      {layout::Stroked{
           {Length::points(10), Length::points(10), Length::points(20), Length::points(30)},
           Length::points(2),
           {128, 128, 128}},
       layout::Artifact::none,
       layout::kNoLeaf,
       {}});
  EXPECT_EQ(drawn(sample).operators,
            "/Artifact<</Type/Layout>>BDC\n.502 G\n2 w\n11 753 18 28 re S\nEMC\n");
}

TEST(Content, LeafThatGoesOnBehindABoxIsTwoSequences) {
  SamplePages sample = one_page();
  const auto leaf = sample.add_leaf(sample.add_element(Role::p), "x");
  sample.add_text(leaf, 72, 92, "n");
  sample.add_box(0, 0, 1, 1);
  sample.add_text(leaf, 72, 92, "n");
  const Drawn result = drawn(sample);
  EXPECT_EQ(result.operators,
            "BT\n/Span<</MCID 0/ActualText(x)>>BDC\n/F0 11 Tf\n72 700 Td[(a)]TJ\nEMC\nET\n"
            "/Artifact<</Type/Layout>>BDC\n0 791 1 1 re f\nEMC\n"
            "BT\n/Span<</MCID 1/ActualText()>>BDC\n72 700 Td[(a)]TJ\nEMC\nET\n");
  EXPECT_EQ(result.leaves, (std::vector<layout::LeafId>{leaf, leaf}));
}

TEST(Content, SequenceAroundABoxAndTextNests) {
  SamplePages sample = one_page();
  const auto leaf = sample.add_paragraph();
  sample.pages.pages[0].fragments.push_back(
      {layout::Filled{{Length(), Length(), Length::points(1), Length::points(1)}, {}},
       layout::Artifact::none,
       leaf,
       {}});
  sample.add_text(leaf, 72, 92, "n");
  EXPECT_EQ(drawn(sample).operators,
            "/P<</MCID 0>>BDC\n0 791 1 1 re f\nBT\n/F0 11 Tf\n72 700 Td[(a)]TJ\nET\nEMC\n");
}

TEST(Content, ColourChangesOnlyWhereItDoes) {
  SamplePages sample = one_page();
  const auto leaf = sample.add_paragraph();
  for (const uint8_t red : std::vector<uint8_t>{0, 0, 255, 255}) {
    sample.add_text(leaf, 72, 92, "n");
    std::get<layout::GlyphRun>(sample.pages.pages[0].fragments.back().item).color = {red, 0, 0};
  }
  const std::string operators = drawn(sample).operators;
  EXPECT_EQ(operators.find("rg"), operators.rfind("rg"));
  EXPECT_NE(operators.find("1 0 0 rg"), std::string::npos);
}

TEST(Content, GapsNeverDrift) {
  SamplePages sample = one_page();
  const auto leaf = sample.add_paragraph();
  layout::GlyphRun glyphs;
  glyphs.origin = {Length::points(10), Length::points(92)};
  const text::ShapedRun* run = sample.shape("n");
  for (int64_t i = 0; i < 200; ++i) glyphs.runs.push_back({run, Length::raw(411111 * i)});
  sample.pages.pages[0].fragments.push_back({glyphs, layout::Artifact::none, leaf, {}});
  const std::string operators = drawn(sample).operators;
  int64_t pen = 0;  // thousandths of an em: 500 for each letter, less each adjustment
  for (size_t at = operators.find("[(") + 2; operators[at] != ']';) {
    if (operators[at] == 'a') pen += 500;
    if (operators[at] == ')' && operators[at + 1] != ']')
      pen -= std::stol(operators.substr(at + 1));
    at = operators[at] == ')' && operators[at + 1] != ']' ? operators.find('(', at) + 1 : at + 1;
  }
  const double expected = 411111.0 * 199 / (11.0 * 65536) * 1000 + 500;
  EXPECT_NEAR(static_cast<double>(pen), expected, 1.0);
}

}  // namespace
}  // namespace sable::pdf
