// Each property: what it takes, and what comes of it.

#include <gtest/gtest.h>

#include "sheets.h"
#include "style/value.h"

namespace sable::style {
namespace {

using base::Color;
using base::Length;

TEST(Property, Units) {
  const auto indent = [](const std::string& value) {
    return style_of("font: 10pt/14pt serif; text-indent: " + value).text_indent;
  };
  EXPECT_EQ(indent("7.5pt"), pt(15, 2));
  EXPECT_EQ(indent("1pc"), pt(12));
  EXPECT_EQ(indent("1in"), pt(72));
  EXPECT_EQ(indent("25.4mm"), pt(72));
  EXPECT_EQ(indent("2.54cm"), pt(72));
  EXPECT_EQ(indent("1mm"), Length::raw(185771));  // 360/127 pt, rounded
  EXPECT_EQ(indent("96px"), pt(72));
  EXPECT_EQ(indent("1.5em"), pt(15));
  EXPECT_EQ(indent("2lh"), pt(28));
  EXPECT_EQ(indent("2REM"), pt(20));  // of the root element: the initial 10 pt
  EXPECT_EQ(indent("-3pt"), pt(-3));
  EXPECT_EQ(indent("0"), Length());
  EXPECT_EQ(indent("1e1pt"), pt(10));
  EXPECT_EQ(indent("999999999in"), pt(1'000'000));  // held at the longest length
}

TEST(Property, CounterReset) {
  EXPECT_FALSE(style_of("counter-reset: none").resets_notes);
  EXPECT_TRUE(style_of("counter-reset: footnote").resets_notes);
  EXPECT_EQ(style_of("counter-reset: footnote").page_counter.first, 0u);
  EXPECT_EQ(style_of("counter-reset: page 12").page_counter.first, 12u);
  EXPECT_FALSE(style_of("counter-reset: page 12").resets_notes);
  for (const char* both : {"page 3 footnote", "footnote page 3"}) {
    EXPECT_TRUE(style_of(std::string("counter-reset: ") + both).resets_notes);
    EXPECT_EQ(style_of(std::string("counter-reset: ") + both).page_counter.first, 3u);
  }
  EXPECT_EQ(style_of("counter-reset: page 3 none").page_counter.first, 3u);
}

TEST(Property, Columns) {
  EXPECT_EQ(style_of("columns: 3").columns.count, 3u);
  EXPECT_EQ(style_of("column-count: 2").columns.count, 2u);
  EXPECT_EQ(style_of("column-count: auto").columns.count, 0u);
  EXPECT_EQ(style_of("column-gap: 18pt").columns.gap, pt(18));
  EXPECT_EQ(style_of("column-gap: normal").columns.gap, std::nullopt);
  EXPECT_FALSE(style_of("column-fill: auto").columns.balanced);
  EXPECT_TRUE(style_of("column-fill: balance").columns.balanced);
  EXPECT_TRUE(style_of("column-span: all").columns.spans);
  const BorderEdge rule = style_of("color: red; column-rule: solid 2pt").columns.rule;
  EXPECT_EQ(rule, (BorderEdge{LineStyle::solid, pt(2), Color{255, 0, 0}}));
  EXPECT_EQ(style_of("column-rule: 2pt none").columns.rule, BorderEdge());
}

TEST(Property, PageNumbers) {
  EXPECT_EQ(style_of("page-number-style: upper-roman").page_counter.numerals,
            Numerals::upper_roman);
  EXPECT_EQ(style_of("page-number-prefix: 'A' \"-\"").page_counter.prefix, "A-");
  EXPECT_EQ(style_of("page-number-prefix: none").page_counter.prefix, "");
}

TEST(Property, FontSize) {
  EXPECT_EQ(style_of("font-size: 11.25pt").font_size, pt(45, 4));
  EXPECT_EQ(style_of("font-size: 120%").font_size, pt(12));
  EXPECT_EQ(style_of("font-size: 0.9em").font_size, pt(9));
  EXPECT_EQ(style_of("font-size: larger").font_size, pt(12));
  EXPECT_EQ(style_of("font-size: smaller").font_size, pt(50, 6));
}

TEST(Property, FontWeight) {
  EXPECT_EQ(style_of("font-weight: bold").weight, 700);
  EXPECT_EQ(style_of("font-weight: 300").weight, 300);
  EXPECT_EQ(style_of("font-weight: bolder").weight, 700);
  EXPECT_EQ(style_of("font-weight: lighter").weight, 100);
  EXPECT_EQ(style_of("font-weight: normal").weight, 400);
}

TEST(Property, FontFeatures) {
  EXPECT_EQ(style_of("font-style: italic").slant, FontSlant::italic);
  EXPECT_EQ(style_of("font-style: oblique").slant, FontSlant::italic);
  EXPECT_EQ(style_of("font-variant-caps: small-caps").caps, Caps::small);
  EXPECT_EQ(style_of("font-feature-settings: \"onum\", 'liga' off, \"salt\" 3, 'kern' 0, 'smcp' on")
                .features,
            "onum,-liga,salt=3,-kern,smcp");
  EXPECT_EQ(style_of("font-feature-settings: normal").features, "");
}

TEST(Property, FontFamily) {
  const Styled styled("p { font-family: 'Liberation Serif', Old Times , serif }",
                      "<html><p>x</p></html>");
  EXPECT_EQ(styled.families("p"), (Families{"Liberation Serif", "Old Times", "serif"}));
  EXPECT_EQ(styled.families("html"), (Families{"serif"}));
}

TEST(Property, FontShorthand) {
  const Styled styled(
      "html { font-weight: bold; font-feature-settings: 'onum' } "
      "p { font: italic small-caps 600 11pt/13pt A, 'B C' } "
      "em { font: 2em D }",
      "<html><p>x</p><em>y</em></html>");
  const ComputedStyle& p = styled["p"];
  EXPECT_EQ(p.slant, FontSlant::italic);
  EXPECT_EQ(p.caps, Caps::small);
  EXPECT_EQ(p.weight, 600);
  EXPECT_EQ(p.font_size, pt(11));
  EXPECT_EQ(p.line_height, pt(13));
  EXPECT_EQ(p.features, "");
  EXPECT_EQ(styled.families("p"), (Families{"A", "B C"}));
  const ComputedStyle& em = styled["em"];
  EXPECT_EQ(em.slant, FontSlant::normal);  // what it does not mention is initial
  EXPECT_EQ(em.weight, 400);
  EXPECT_EQ(em.font_size, pt(20));
  EXPECT_EQ(em.line_height, pt(24));
}

TEST(Property, LineHeight) {
  EXPECT_EQ(style_of("line-height: 1.5").line_height, pt(15));
  EXPECT_EQ(style_of("line-height: 13pt").line_height, pt(13));
  EXPECT_EQ(style_of("line-height: 140%").line_height, pt(14));
  EXPECT_EQ(style_of("line-height: normal").line_height, pt(12));
  EXPECT_EQ(style_of("line-height: 2lh").line_height, pt(24));
}

TEST(Property, Lines) {
  EXPECT_EQ(style_of("text-align: justify").align, Align::justify);
  EXPECT_EQ(style_of("text-align: center").align, Align::center);
  EXPECT_EQ(style_of("text-align-last: right").align_last, Align::right);
  EXPECT_EQ(style_of("text-align-last: auto").align_last, Align::automatic);
  EXPECT_EQ(style_of("hyphens: auto").hyphens, Hyphens::automatic);
  EXPECT_EQ(style_of("hyphens: none").hyphens, Hyphens::none);
  EXPECT_EQ(style_of("letter-spacing: 0.05em").letter_spacing, pt(1, 2));
  EXPECT_EQ(style_of("letter-spacing: normal").letter_spacing, Length());
  EXPECT_EQ(style_of("text-transform: uppercase").transform, TextTransform::uppercase);
  EXPECT_EQ(style_of("text-transform: lowercase").transform, TextTransform::lowercase);
  EXPECT_EQ(style_of("white-space: nowrap").white_space, WhiteSpace::nowrap);
  EXPECT_EQ(style_of("white-space: pre").white_space, WhiteSpace::pre);
}

TEST(Property, Colors) {
  EXPECT_EQ(style_of("color: #1a2B3c").color, (Color{0x1a, 0x2b, 0x3c}));
  EXPECT_EQ(style_of("color: #F80").color, (Color{255, 136, 0}));
  EXPECT_EQ(style_of("color: Navy").color, (Color{0, 0, 128}));
  EXPECT_EQ(style_of("color: rgb(1, 2 ,3)").color, (Color{1, 2, 3}));
  EXPECT_EQ(style_of("color: rgb(1 2 3)").color, (Color{1, 2, 3}));
  EXPECT_EQ(style_of("color: rgb(100%, 50%, 0%)").color, (Color{255, 128, 0}));
  EXPECT_EQ(style_of("background: #eee").background, (Color{0xee, 0xee, 0xee}));
  EXPECT_EQ(style_of("background-color: transparent").background, std::nullopt);
  EXPECT_EQ(style_of("color: red; background: currentColor").background, (Color{255, 0, 0}));
}

TEST(Property, Decoration) {
  EXPECT_TRUE(style_of("text-decoration: underline").decoration.underline);
  const Decoration both = style_of("text-decoration: line-through underline 1pt red").decoration;
  EXPECT_EQ(both, (Decoration{true, true, pt(1), {255, 0, 0}}));
  const Decoration own = style_of(
                             "color: blue; text-decoration-line: line-through;"
                             "text-decoration-thickness: auto")
                             .decoration;
  EXPECT_EQ(own, (Decoration{false, true, {}, {0, 0, 255}}));
  EXPECT_EQ(style_of("text-decoration: none").decoration, Decoration());
}

TEST(Property, EdgesShorthands) {
  const auto margin = [](const std::string& value) { return style_of("margin: " + value).margin; };
  EXPECT_EQ(margin("1pt"), (Edges{pt(1), pt(1), pt(1), pt(1)}));
  EXPECT_EQ(margin("1pt 2pt"), (Edges{pt(1), pt(2), pt(1), pt(2)}));
  EXPECT_EQ(margin("1pt 2pt 3pt"), (Edges{pt(1), pt(2), pt(3), pt(2)}));
  EXPECT_EQ(margin("1pt 2pt 3pt -4pt"), (Edges{pt(1), pt(2), pt(3), pt(-4)}));
  EXPECT_EQ(style_of("padding: 1pt 2pt 3pt 4pt").padding, (Edges{pt(1), pt(2), pt(3), pt(4)}));
  EXPECT_EQ(style_of("margin: 1pt; margin-left: 5pt").margin, (Edges{pt(1), pt(1), pt(1), pt(5)}));
}

TEST(Property, Borders) {
  const BorderEdge edge{LineStyle::solid, pt(1), {255, 0, 0}};
  EXPECT_EQ(style_of("border: 1pt solid red").border, (Border{edge, edge, edge, edge}));
  EXPECT_EQ(style_of("border-top: red 1pt solid").border, (Border{edge, {}, {}, {}}));
  EXPECT_EQ(style_of("border-right: solid 1pt red").border, (Border{{}, edge, {}, {}}));
  EXPECT_EQ(style_of("border-bottom: 1pt solid red").border, (Border{{}, {}, edge, {}}));
  EXPECT_EQ(style_of("border-left: 1pt solid red").border, (Border{{}, {}, {}, edge}));
  EXPECT_EQ(style_of("border: 1pt red").border, Border());  // no style: no border
  EXPECT_EQ(style_of("border: solid").border.top,
            (BorderEdge{LineStyle::solid, pt(9, 4), {}}));  // medium, the text's colour
  EXPECT_EQ(style_of("color: red; border: thin dashed").border.left,
            (BorderEdge{LineStyle::dashed, pt(3, 4), {255, 0, 0}}));
  EXPECT_EQ(
      style_of("border-style: solid double; border-width: 1pt 2pt; border-color: red blue").border,
      (Border{edge,
              {LineStyle::double_, pt(2), {0, 0, 255}},
              edge,
              {LineStyle::double_, pt(2), {0, 0, 255}}}));
  EXPECT_EQ(style_of("border: 1pt solid red; border-bottom: none").border.bottom, BorderEdge());
}

TEST(Property, Boxes) {
  using Kind = Dimension::Kind;
  EXPECT_EQ(style_of("display: inline-block").display, Display::inline_block);
  EXPECT_EQ(style_of("display: list-item").display, Display::list_item);
  EXPECT_EQ(style_of("display: none").display, Display::none);
  EXPECT_EQ(style_of("width: 33.33%").width, (Dimension{Kind::percent, {}, 3333}));
  EXPECT_EQ(style_of("min-width: 4em").min_width, (Dimension{Kind::length, pt(40), 0}));
  EXPECT_EQ(style_of("height: 4lh").height, (Dimension{Kind::length, pt(48), 0}));
  EXPECT_EQ(style_of("height: 4pt; height: auto").height, Dimension());
  EXPECT_EQ(style_of("code-position: margin").code_position, CodePosition::margin);
}

TEST(Property, AttributeLengths) {
  using Kind = Dimension::Kind;
  const auto height = [](const std::string& value, const std::string& attributes) {
    return Styled("redaction { height: " + value + " }",
                  "<html><redaction" + attributes + "/></html>")["redaction"]
        .height;
  };
  EXPECT_EQ(height("attr(lines lh)", " lines='3'"), (Dimension{Kind::length, pt(36), 0}));
  EXPECT_EQ(height("attr(lines lh, 2pt)", ""), (Dimension{Kind::length, pt(2), 0}));
  EXPECT_EQ(height("attr(lines lh)", ""), Dimension());
  EXPECT_EQ(height("attr(lines lh, 50%)", " lines='x'"), (Dimension{Kind::percent, {}, 5000}));
  EXPECT_EQ(height("attr(lines %)", " lines='12.5'"), (Dimension{Kind::percent, {}, 1250}));
  EXPECT_EQ(height("attr(lines lh)", " lines='-1'"), Dimension());
  EXPECT_EQ(height("attr(lines lh)", " lines='999999999'"),
            (Dimension{Kind::length, pt(1'000'000), 0}));
}

TEST(Property, Fragmentation) {
  EXPECT_EQ(style_of("break-before: page").break_before, Break::page);
  EXPECT_EQ(style_of("break-before: always").break_before, Break::page);
  EXPECT_EQ(style_of("break-after: recto").break_after, Break::right);
  EXPECT_EQ(style_of("break-after: left").break_after, Break::left);
  EXPECT_EQ(style_of("break-inside: avoid-page").break_inside, Break::avoid);
  EXPECT_EQ(style_of("widows: 3").widows, 3);
  EXPECT_EQ(style_of("orphans: 255").orphans, 255);
  EXPECT_EQ(Styled("@page annex {} p { page: annex }", "<html><p>x</p></html>")["p"].page, "annex");
}

TEST(Property, Tables) {
  const ComputedStyle style = style_of(
      "border-collapse: collapse; border-spacing: 3pt 4pt; vertical-align: middle; max-width: 50%;"
      "min-height: 9pt; border: 2pt hidden red; box-decoration-break: clone");
  EXPECT_TRUE(style.collapses_borders);
  EXPECT_EQ(style.border_spacing_x, pt(3));
  EXPECT_EQ(style.border_spacing_y, pt(4));
  EXPECT_EQ(style.cell_align, CellAlign::middle);
  EXPECT_EQ(style.max_width.percent, 5000);
  EXPECT_EQ(style.min_height.length, pt(9));
  EXPECT_EQ(style.border.top.style, LineStyle::hidden);
  EXPECT_EQ(style.border.top.width, pt(0));
  EXPECT_TRUE(style.clones_edges);
  EXPECT_EQ(style_of("border-spacing: 3pt").border_spacing_y, pt(3));
}

TEST(Property, AlignmentOnAString) {
  const ComputedStyle style = style_of("text-align: ','");
  EXPECT_EQ(style.align_on, ",");
  EXPECT_EQ(style.align, Align::end);
  EXPECT_TRUE(style_of("text-align: decimal").aligns_decimals);
  const ComputedStyle plain = style_of("text-align: ','; text-align: center");
  EXPECT_EQ(plain.align_on, "");
  EXPECT_EQ(plain.align, Align::center);
}

TEST(Property, VerticalAlign) {
  const auto shift = [](const std::string& value) {
    return Styled("p { font: 9pt/15pt serif } em { vertical-align: " + value + " }",
                  "<html><p><em>x</em></p></html>")["em"]
        .baseline_shift;
  };
  EXPECT_EQ(shift("super"), pt(3));
  EXPECT_EQ(shift("sub"), -pt(9, 5));
  EXPECT_EQ(shift("baseline"), Length());
  EXPECT_EQ(shift("2pt"), pt(2));
  EXPECT_EQ(shift("-10%"), -pt(3, 2));
}

TEST(Property, NamesAndKeywordsIgnoreCase) {
  EXPECT_EQ(style_of("TEXT-Align: CENTER; COLOR: RGB(1,2,3); Margin: 1PT").align, Align::center);
}

}  // namespace
}  // namespace sable::style
