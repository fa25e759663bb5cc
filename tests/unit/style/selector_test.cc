#include <gmock/gmock.h>

#include "sheets.h"

namespace sable::style {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kReport =
    "<html lang='en-US'><body class='boxes-black codes-margin'>"
    "<div id='title' class='title-block wide'><p id='p1' class='kind'>a</p><p id='p2'>b</p></div>"
    "text<section id='s1'><h1 id='h' mark='S//NF'>c</h1>"
    "<p id='p3'>d<em id='e1'><strong id='g1'>e</strong></em><redaction id='r1' kind='span'/></p>"
    "<ul id='u1'><li id='l1'>f<ul id='u2'><li id='l2'>g</li></ul></li><li id='l3'>h</li> </ul>"
    "</section></body></html>";

// Ids of the elements that a selector matches.
std::vector<std::string> matched(const std::string& selector) {
  const Styled styled(selector +
                          " { text-indent: 99pt !important } "
                          "* { text-indent: 0 !important }",
                      kReport);
  std::vector<std::string> ids;
  for (markup::NodeId id = 0; id < styled.tree.nodes.size(); ++id) {
    const markup::Node& node = styled.tree.nodes[id];
    if (node.is_text() || styled.styled.nodes.empty()) continue;
    if (styled.styled.style(styled.styled.nodes[id].style).text_indent != pt(99)) continue;
    const std::string_view name = node.attribute("id");
    ids.emplace_back(name.empty() ? node.element : name);
  }
  return ids;
}

TEST(Selector, SimpleOnes) {
  EXPECT_THAT(matched("p"), ElementsAre("p1", "p2", "p3"));
  EXPECT_THAT(matched(".kind"), ElementsAre("p1"));
  EXPECT_THAT(matched(".title-block.wide"), ElementsAre("title"));
  EXPECT_THAT(matched(".title"), IsEmpty());
  EXPECT_THAT(matched("#l2"), ElementsAre("l2"));
  EXPECT_THAT(matched("p#p3"), ElementsAre("p3"));
  EXPECT_THAT(matched("h1#p3"), IsEmpty());
  EXPECT_THAT(matched("h1, em ,redaction"), ElementsAre("h", "e1", "r1"));
  EXPECT_THAT(matched("*:root"), ElementsAre("html"));
}

TEST(Selector, Attributes) {
  EXPECT_THAT(matched("[mark]"), ElementsAre("h"));
  EXPECT_THAT(matched("[mark='S//NF']"), ElementsAre("h"));
  EXPECT_THAT(matched("[mark=S]"), IsEmpty());
  EXPECT_THAT(matched("[mark^=S]"), ElementsAre("h"));
  EXPECT_THAT(matched("[mark$='NF']"), ElementsAre("h"));
  EXPECT_THAT(matched("[mark*='//']"), ElementsAre("h"));
  EXPECT_THAT(matched("[mark*='']"), IsEmpty());
  EXPECT_THAT(matched("[class~='wide']"), ElementsAre("title"));
  EXPECT_THAT(matched("[class~='wi']"), IsEmpty());
  EXPECT_THAT(matched("[lang|=en]"), ElementsAre("html"));
  EXPECT_THAT(matched("[lang|='en-US']"), ElementsAre("html"));
  EXPECT_THAT(matched("[lang|=e]"), IsEmpty());
  EXPECT_THAT(matched("redaction[kind=span][id]"), ElementsAre("r1"));
}

TEST(Selector, Combinators) {
  EXPECT_THAT(matched("section p"), ElementsAre("p3"));
  EXPECT_THAT(matched("body > p"), IsEmpty());
  EXPECT_THAT(matched("div > p"), ElementsAre("p1", "p2"));
  EXPECT_THAT(matched("body.codes-margin redaction"), ElementsAre("r1"));
  EXPECT_THAT(matched("body.codes-inside redaction"), IsEmpty());
  EXPECT_THAT(matched("li li"), ElementsAre("l2"));
  EXPECT_THAT(matched("section>ul>li"), ElementsAre("l1", "l3"));
  EXPECT_THAT(matched("p + p"), ElementsAre("p2"));
  EXPECT_THAT(matched("div + section"), ElementsAre("s1"));
  EXPECT_THAT(matched("h1 + p + ul li"), ElementsAre("l1", "l2", "l3"));
}

// The nearest ancestor that fits the middle is not the right one.
TEST(Selector, TriesFurtherAncestors) {
  EXPECT_THAT(matched("section > ul li"), ElementsAre("l1", "l2", "l3"));
  EXPECT_THAT(matched("section > ul li > ul > li"), ElementsAre("l2"));
  EXPECT_THAT(matched("body > ul li"), IsEmpty());
}

TEST(Selector, PseudoClasses) {
  EXPECT_THAT(matched("p:first-child"), ElementsAre("p1"));
  EXPECT_THAT(matched("p:last-child"), ElementsAre("p2"));
  EXPECT_THAT(matched("li:last-child"), ElementsAre("l2", "l3"));  // text behind it does not count
  EXPECT_THAT(matched("li:only-child"), ElementsAre("l2"));
  EXPECT_THAT(matched("section:last-child"), ElementsAre("s1"));
  EXPECT_THAT(matched("p:not(.kind)"), ElementsAre("p2", "p3"));
  EXPECT_THAT(matched("p:not(.kind):not(#p3)"), ElementsAre("p2"));
  EXPECT_THAT(matched("p:not(:first-child)"), ElementsAre("p2", "p3"));
  EXPECT_THAT(matched("div p:not([class])"), ElementsAre("p2"));
}

// Many steps over a deep tree: the search must not try every ancestor for each.
TEST(Selector, DeepTreesAreNoTrap) {
  std::string xml = "<html>";
  for (int i = 0; i < 400; ++i) xml += "<div>";
  for (int i = 0; i < 400; ++i) xml += "</div>";
  std::string selector = "section";
  for (int i = 0; i < 12; ++i) selector += " div > div";
  const Styled styled(selector + " { color: red }", xml + "</html>");
  EXPECT_EQ(styled["div"].color, base::Color());
}

std::string faults(const std::string& selector) { return Parsed(selector + " {}").errors(); }

TEST(Selector, Faults) {
  EXPECT_EQ(faults("headng"), "SBL0710 1:1 'headng'\n");
  EXPECT_EQ(faults("p[clas]"), "SBL0711 1:3 'clas'\n");
  EXPECT_EQ(faults("p:hover"), "SBL0712 1:3 'hover'\n");
  EXPECT_EQ(faults("p:nth-child(2)"), "SBL0712 1:3 'nth-child('\n");
  EXPECT_EQ(faults("p::first-line"), "SBL0713 1:4 'first-line'\n");
  EXPECT_EQ(faults("p:before"), "SBL0713 1:3 'before'\n");
  EXPECT_EQ(faults("p ~ p"), "SBL0716 1:3 '~'\n");
  EXPECT_EQ(faults("p::code"), "SBL0715 1:4 'code'\n");
  EXPECT_EQ(faults("li::marker p"), "SBL0715 1:12 'p'\n");
  EXPECT_EQ(faults("li::marker.x"), "SBL0715 1:11 '.'\n");
  EXPECT_EQ(faults("p >"), "SBL0714 1:4 ''\n");
  EXPECT_EQ(faults("p,"), "SBL0714 1:2 ''\n");
  EXPECT_EQ(faults("p,,h1"), "SBL0714 1:2 ''\n");
  EXPECT_EQ(faults("p[class=1]"), "SBL0714 1:9 '1'\n");
  EXPECT_EQ(faults("p:not(p.x)"), "SBL0714 1:8 '.'\n");
  EXPECT_EQ(faults("#a#b"), "SBL0714 1:3 '#b'\n");
  EXPECT_EQ(faults("p 5"), "SBL0714 1:3 '5'\n");
  EXPECT_EQ(faults("div:not(:not(p))"), "SBL0714 1:9 ':'\n");
  EXPECT_EQ(faults(""), "SBL0714 1:2 '{'\n");
}

TEST(Selector, FaultsOfAListAreAllReported) {
  EXPECT_EQ(faults("headng, p, .x[nam]"), "SBL0710 1:1 'headng'\nSBL0711 1:15 'nam'\n");
}

TEST(Selector, SaysWhatWasMeant) {
  EXPECT_EQ(Parsed("sectoin {}").help(), "did you mean 'section'?");
  EXPECT_EQ(Parsed("p:frist-child {}").help(), "did you mean 'first-child'?");
  EXPECT_EQ(Parsed("note::footnote-cal {}").help(), "did you mean 'footnote-call'?");
  EXPECT_EQ(Parsed("p[klass] {}").help(), "did you mean 'class'?");
}

TEST(Selector, AnElementOfHtmlThatIsNone) {
  EXPECT_EQ(Parsed("b { color: red }").help(),
            "what templates write for it: <strong>, or <span> with a class and font-weight in the "
            "style sheet");
}

}  // namespace
}  // namespace sable::style
