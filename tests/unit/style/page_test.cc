// @page: masters, margin boxes, the area of notes.

#include <gtest/gtest.h>

#include "sheets.h"

namespace sable::style {
namespace {

constexpr std::string_view kPage = "<html><body><p>x</p></body></html>";
using Kind = ContentItem::Kind;

base::Length top(const Styled& styled, const PageKey& key) {
  return styled.styled.master(key).margin.top;
}

TEST(Page, WithoutRules) {
  const Styled styled("", kPage);
  const PageMaster& master = styled.styled.master({});
  EXPECT_EQ(master.size, (base::Size{pt(612), pt(792)}));
  EXPECT_EQ(master.margin, (Edges{pt(72), pt(72), pt(72), pt(72)}));
  EXPECT_TRUE(master.boxes.empty());
  EXPECT_EQ(master.notes.max_height_percent, 75);
}

TEST(Page, Sizes) {
  const auto size = [](const std::string& value) {
    return Styled("@page { size: " + value + " }", kPage).styled.master({}).size;
  };
  EXPECT_EQ(size("letter"), (base::Size{pt(612), pt(792)}));
  EXPECT_EQ(size("a4"), (base::Size{pt(210 * 360, 127), pt(297 * 360, 127)}));
  EXPECT_EQ(size("Legal landscape"), (base::Size{pt(1008), pt(612)}));
  EXPECT_EQ(size("landscape letter"), (base::Size{pt(792), pt(612)}));
  EXPECT_EQ(size("portrait"), (base::Size{pt(612), pt(792)}));
  EXPECT_EQ(size("5in 7in"), (base::Size{pt(360), pt(504)}));
  EXPECT_EQ(size("100pt"), (base::Size{pt(100), pt(100)}));
}

TEST(Page, AllKindsOfPages) {
  const Styled styled(
      "@page { margin-top: 1pt } @page :left { margin-top: 2pt } "
      "@page :first { margin-top: 3pt } @page :blank { margin-top: 4pt } "
      "@page annex { margin-top: 5pt } @page annex:left { margin-top: 6pt }"
      "p { page: annex }",
      kPage);
  EXPECT_EQ(top(styled, {}), pt(1));
  EXPECT_EQ(top(styled, {"", false, true, false}), pt(2));
  EXPECT_EQ(top(styled, {"", true, false, false}), pt(3));
  EXPECT_EQ(top(styled, {"", true, true, false}), pt(3));  // :first is more specific than :left
  EXPECT_EQ(top(styled, {"", false, false, true}), pt(4));
  EXPECT_EQ(top(styled, {"", true, true, true}), pt(4));  // as :first, and later
  EXPECT_EQ(top(styled, {"annex", false, false, false}), pt(5));
  EXPECT_EQ(top(styled, {"annex", true, false, true}), pt(5));  // a name is more specific
  EXPECT_EQ(top(styled, {"annex", false, true, false}), pt(6));
  EXPECT_EQ(top(styled, {"unknown", false, true, false}), pt(2));
  EXPECT_EQ(styled.styled.masters.size(), 2U);
  EXPECT_EQ(styled.styled.masters.at("annex").size(), 8U);
}

TEST(Page, ListsAndImportance) {
  const Styled styled(
      "@page :left, :first { margin-top: 2pt } "
      "@page { margin-top: 3pt !important } @page :blank { margin-top: 4pt }",
      kPage);
  EXPECT_EQ(top(styled, {"", false, true, false}), pt(3));
  EXPECT_EQ(top(styled, {"", false, false, true}), pt(3));
  const Styled right("@page :right, :first { margin-top: 2pt }", kPage);
  EXPECT_EQ(top(right, {}), pt(2));
  EXPECT_EQ(top(right, {"", false, true, false}), pt(72));
  EXPECT_EQ(top(right, {"", true, true, false}), pt(2));
}

TEST(Page, MarginBoxes) {
  const Styled styled(
      "html { color: red; font-size: 11pt } "
      "@page { font-size: 8pt; @bottom-center { content: 'Page ' counter(page) ' of ' "
      "counter(pages) }"
      " @top-center { content: element(head); vertical-align: bottom; font-size: 2em } "
      " @top-left { content: none } @top-right { color: blue } @left-top { content: '' } }",
      kPage);
  const PageMaster& master = styled.styled.master({});
  ASSERT_EQ(master.boxes.size(), 2U);
  const MarginBox& head = master.boxes[0];
  EXPECT_EQ(head.name, MarginBoxName::top_center);
  EXPECT_EQ(head.vertical, MarginBox::VerticalAlign::bottom);
  EXPECT_EQ(head.content, (std::vector<ContentItem>{{Kind::running, "head"}}));
  EXPECT_EQ(styled.styled.style(head.style).font_size, pt(16));
  EXPECT_EQ(styled.styled.style(head.style).align, Align::center);
  EXPECT_EQ(styled.styled.style(head.style).color, (base::Color{255, 0, 0}));
  const MarginBox& foot = master.boxes[1];
  EXPECT_EQ(foot.name, MarginBoxName::bottom_center);
  EXPECT_EQ(foot.vertical, MarginBox::VerticalAlign::middle);
  EXPECT_EQ(foot.content, (std::vector<ContentItem>{{Kind::text, "Page "},
                                                    {Kind::page_number, ""},
                                                    {Kind::text, " of "},
                                                    {Kind::page_count, ""}}));
}

TEST(Page, EachMarginBoxHasItsNameAndAlignment) {
  const char* names[] = {"top-left-corner",     "top-left",     "top-center",    "top-right",
                         "top-right-corner",    "right-top",    "right-middle",  "right-bottom",
                         "bottom-right-corner", "bottom-right", "bottom-center", "bottom-left",
                         "bottom-left-corner",  "left-bottom",  "left-middle",   "left-top"};
  using V = MarginBox::VerticalAlign;
  const std::pair<Align, V> expected[] = {
      {Align::right, V::middle},  {Align::left, V::middle},   {Align::center, V::middle},
      {Align::right, V::middle},  {Align::left, V::middle},   {Align::center, V::top},
      {Align::center, V::middle}, {Align::center, V::bottom}, {Align::left, V::middle},
      {Align::right, V::middle},  {Align::center, V::middle}, {Align::left, V::middle},
      {Align::right, V::middle},  {Align::center, V::bottom}, {Align::center, V::middle},
      {Align::center, V::top}};
  std::string css = "@page {";
  for (const char* name : names) css += std::string("@") + name + " { content: '" + name + "' }";
  const Styled styled(css + "}", kPage);
  const PageMaster& master = styled.styled.master({});
  ASSERT_EQ(master.boxes.size(), 16U);
  for (size_t i = 0; i < 16; ++i) {
    EXPECT_EQ(master.boxes[i].name, static_cast<MarginBoxName>(i));
    EXPECT_EQ(master.boxes[i].content[0].text, names[i]);
    EXPECT_EQ(styled.styled.style(master.boxes[i].style).align, expected[i].first) << names[i];
    EXPECT_EQ(master.boxes[i].vertical, expected[i].second) << names[i];
  }
}

TEST(Page, BoxesCascadeByDeclaration) {
  const Styled styled(
      "@page :first { @top-left { content: 'first' } } "
      "@page { @top-left { content: 'all'; color: red } }",
      kPage);
  EXPECT_EQ(styled.styled.master({}).boxes[0].content[0].text, "all");
  const MarginBox& first = styled.styled.master({"", true, false, false}).boxes[0];
  EXPECT_EQ(first.content[0].text, "first");
  EXPECT_EQ(styled.styled.style(first.style).color, (base::Color{255, 0, 0}));
}

TEST(Page, Notes) {
  const Styled styled(
      "@page { @footnote { border-top: 0.5pt solid red; width: 30%; margin-top: 12pt;"
      " padding-top: 4pt; max-height: 60% } } @page :first { @footnote { width: 2in } }",
      kPage);
  const NoteArea& notes = styled.styled.master({}).notes;
  const ComputedStyle& style = styled.styled.style(notes.style);
  EXPECT_EQ(style.border.top, (BorderEdge{LineStyle::solid, pt(1, 2), {255, 0, 0}}));
  EXPECT_EQ(style.margin.top, pt(12));
  EXPECT_EQ(style.padding.top, pt(4));
  EXPECT_EQ(notes.separator_width, (Dimension{Dimension::Kind::percent, {}, 3000}));
  EXPECT_EQ(notes.max_height_percent, 60);
  EXPECT_EQ(styled.styled.master({"", true, false, false}).notes.separator_width,
            (Dimension{Dimension::Kind::length, pt(144), 0}));
}

TEST(Page, OfAnEmptyTree) {
  const Styled styled("@page { margin: 1pt }", "");
  EXPECT_EQ(styled.styled.master({}).margin.top, pt(1));
}

}  // namespace
}  // namespace sable::style
