// Pseudo-elements and their content.

#include <gtest/gtest.h>

#include "sheets.h"

namespace sable::style {
namespace {

using Kind = ContentItem::Kind;
using Content = std::vector<ContentItem>;

TEST(Generated, BeforeAndAfter) {
  const Styled styled(
      "p { color: red } p::before { content: '\\201C'; font-weight: bold } "
      "p::after { content: leader('. ') 'z' }",
      "<html><p>x</p><em>y</em></html>");
  const Generated& before = styled.generated(styled.node("p").before);
  EXPECT_EQ(before.content, (Content{{Kind::text, "\u201C"}}));
  EXPECT_EQ(styled.styled.style(before.style).weight, 700);
  EXPECT_EQ(styled.styled.style(before.style).color, (base::Color{255, 0, 0}));
  EXPECT_EQ(styled.styled.style(before.style).display, Display::inline_);
  EXPECT_EQ(styled.generated(styled.node("p").after).content,
            (Content{{Kind::leader, ". "}, {Kind::text, "z"}}));
  EXPECT_EQ(styled.node("em").before, kNoContent);
  EXPECT_TRUE(styled.styled.generated[kNoContent].content.empty());
}

TEST(Generated, NothingWithoutContent) {
  const Styled styled(
      "p::before { color: red } p::after { content: 'x'; content: none } "
      "em::before { content: '' } em::after { content: 'x'; display: none }",
      "<html><p>x</p><em>y</em></html>");
  EXPECT_EQ(styled.node("p"), (StyledNode{.style = styled.node("p").style}));
  EXPECT_EQ(styled.node("em"), (StyledNode{.style = styled.node("em").style}));
}

TEST(Generated, CodesOfARedaction) {
  const Styled styled(
      "redaction::code { content: '[' attr(codes) ']' attr(label); color: white }",
      "<html><redaction id='a' codes='(b)(1) (b)(3)'/><redaction id='b' codes='(b)(6)'"
      "/><redaction id='c' codes='(b)(6)' label='x'/></html>");
  const auto text = [&](const char* id) { return styled.generated(styled.node(id).code).content; };
  EXPECT_EQ(text("a"), (Content{{Kind::text, "[(b)(1) (b)(3)]"}}));
  EXPECT_EQ(text("b"), (Content{{Kind::text, "[(b)(6)]"}}));
  EXPECT_EQ(text("c"), (Content{{Kind::text, "[(b)(6)]x"}}));
  EXPECT_EQ(styled.node("a").style, styled.node("b").style);
}

TEST(Generated, CodesAreShownWithoutAnyRule) {
  const Styled styled("", "<html><redaction id='a' codes='(b)(1)'/><redaction id='b'/></html>");
  EXPECT_EQ(styled.generated(styled.node("a").code).content, (Content{{Kind::text, "(b)(1)"}}));
  EXPECT_EQ(styled.node("b").code, kNoContent);
}

TEST(Generated, Markers) {
  const Styled styled(
      "li li::marker { content: '–'; margin-right: 5pt } .none { list-style: none } "
      ".star { list-style-type: '*' }",
      "<html><ul><li id='disc'>a<ul><li id='dash'>b</li></ul></li></ul>"
      "<ol><li id='number'>c</li></ol><ul class='none'><li id='none'>d</li></ul>"
      "<ul class='star'><li id='star'>e</li></ul><p>f</p></html>");
  const auto content = [&](const char* id) {
    return styled.generated(styled.node(id).marker).content;
  };
  EXPECT_EQ(content("disc"), (Content{{Kind::text, "\u2022"}}));
  EXPECT_EQ(content("dash"), (Content{{Kind::text, "–"}}));
  EXPECT_EQ(content("number"), (Content{{Kind::list_number, ""}, {Kind::text, "."}}));
  EXPECT_EQ(styled.node("none").marker, kNoContent);
  EXPECT_EQ(content("star"), (Content{{Kind::text, "*"}}));
  EXPECT_EQ(styled.node("p").marker, kNoContent);
  EXPECT_EQ(styled.generated_style(styled.node("dash").marker).margin.right, pt(5));
}

// The call is set as the text around it, the number in the note as the note.
TEST(Generated, Notes) {
  const Styled styled(
      "h1 { font-size: 18pt; color: red } note { font-size: 9pt; color: blue } "
      "note::footnote-call { font-size: 0.5em } "
      "note::footnote-marker { content: counter(footnote) '. ' }",
      "<html><h1>x<note id='n' kind='foot'><p>y</p></note></h1></html>");
  const StyledNode& note = styled.node("n");
  EXPECT_EQ(styled.generated(note.note_call).content, (Content{{Kind::note_number, ""}}));
  EXPECT_EQ(styled.generated_style(note.note_call).font_size, pt(9));
  EXPECT_EQ(styled.generated_style(note.note_call).color, (base::Color{255, 0, 0}));
  EXPECT_EQ(styled.generated_style(note.note_call).baseline_shift, pt(6));
  EXPECT_EQ(styled.generated(note.note_marker).content,
            (Content{{Kind::note_number, ""}, {Kind::text, ". "}}));
  EXPECT_EQ(styled.generated_style(note.note_marker).font_size, pt(9));
  EXPECT_EQ(styled.generated_style(note.note_marker).color, (base::Color{0, 0, 255}));
}

TEST(Generated, EqualContentIsShared) {
  const Styled styled("p::before { content: '-' }", "<html><p id='a'>x</p><p id='b'>y</p></html>");
  EXPECT_EQ(styled.node("a"), styled.node("b"));
  EXPECT_EQ(styled.styled.generated.size(), 2U);
}

}  // namespace
}  // namespace sable::style
