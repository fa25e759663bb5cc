// Equal styles are one, and a large tree is quick.

#include <chrono>

#include <gtest/gtest.h>

#include "sheets.h"

namespace sable::style {
namespace {

std::string long_report(int paragraphs) {
  std::string xml = "<html lang='en'><body class='codes-margin'>";
  for (int i = 0; i < paragraphs; ++i) {
    xml +=
        "<section><h1>h</h1><p mark='S'><span class='mark'>(S)</span> a<em>b</em>"
        "<redaction kind='span' codes='(b)(" +
        std::to_string(i % 9) + ")' id='r" + std::to_string(i) +
        "'/></p><ul><li>c<ul><li>d</li></ul></li></ul></section>";
  }
  return xml + "</body></html>";
}

constexpr const char* kSheet =
    "body { color: #111 } section p { margin: 1pt } .mark { color: red } li::marker { content: '-' "
    "}"
    "li li::marker { content: '+' } body.codes-margin redaction { code-position: margin }"
    "redaction::code { content: attr(codes); color: var(--c, white) } p:first-child { margin: 0 }"
    "[mark='S'] em { font-weight: bold } h1 + p { text-indent: 0 }";

TEST(Sharing, StylesAreInterned) {
  const Styled styled(kSheet, long_report(200));
  EXPECT_LT(styled.styled.styles.size(), 24U);
  EXPECT_EQ(styled.styled.generated.size(), 1U + 2U + 9U);
  for (size_t i = 0; i < styled.styled.styles.size(); ++i) {
    for (size_t j = 0; j < i; ++j) EXPECT_NE(styled.styled.styles[i], styled.styled.styles[j]);
  }
}

TEST(Sharing, SiblingsWithDifferentAttributesDiffer) {
  const Styled styled("redaction { height: attr(lines lh) }",
                      "<html><redaction id='a' lines='1'/><redaction id='b' lines='2'/>"
                      "<redaction id='c' lines='1'/><redaction id='d'/></html>");
  EXPECT_EQ(styled["a"].height.length, pt(12));
  EXPECT_EQ(styled["b"].height.length, pt(24));
  EXPECT_EQ(styled.node("a").style, styled.node("c").style);
  EXPECT_EQ(styled["d"].height, Dimension());
}

TEST(Sharing, TextHasItsParentsStyle) {
  const Styled styled("em { color: red }", "<html><p>x<em>y</em></p></html>");
  for (markup::NodeId id = 1; id < styled.tree.nodes.size(); ++id) {
    const markup::Node& node = styled.tree.nodes[id];
    if (!node.is_text()) continue;
    EXPECT_EQ(styled.styled.nodes[id],
              (StyledNode{.style = styled.styled.nodes[node.parent].style}));
  }
}

TEST(Sharing, IdsFollowTheDocument) {
  const Styled first(kSheet, long_report(5));
  const Styled second(kSheet, long_report(5));
  EXPECT_EQ(first.styled.nodes, second.styled.nodes);
  EXPECT_EQ(first.styled.styles, second.styled.styles);
  EXPECT_EQ(first.styled.generated, second.styled.generated);
}

// A thousand pages are some 80,000 nodes. The bound is generous: it holds in a
// debug build on a busy machine, and catches what grows faster than the tree.
TEST(Sharing, LargeTreesAreQuick) {
  const markup::Tree tree = tree_of(long_report(6200));
  ASSERT_GT(tree.nodes.size(), 80'000U);
  const Parsed parsed(kSheet);
  ASSERT_TRUE(parsed.sheet);
  const auto begin = std::chrono::steady_clock::now();
  const StyledTree styled = apply(*parsed.sheet, tree);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  EXPECT_EQ(styled.nodes.size(), tree.nodes.size());
  RecordProperty("milliseconds", static_cast<int>(took.count() * 1000));
  EXPECT_LT(took.count(), 5.0);
}

TEST(Sharing, DeepTreesNeedNoStack) {
  std::string xml = "<html>";
  for (int i = 0; i < 20'000; ++i) xml += "<div>";
  const Styled styled("div div { color: red }", xml);
  EXPECT_EQ(styled.styled.style(styled.styled.nodes.back().style).color, (base::Color{255, 0, 0}));
}

}  // namespace
}  // namespace sable::style
