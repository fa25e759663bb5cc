// The sheets of the templates that come with the program.

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "sheets.h"

namespace sable::style {
namespace {

std::string file(const std::string& name) {
  std::ifstream in(SABLE_SOURCE_DIR "/templates/intelligence/" + name);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

// The lines "  name: value" of a theme; enough YAML for what ours hold.
Tokens tokens_of(const std::string& yaml) {
  Tokens tokens;
  std::istringstream lines(yaml.substr(yaml.find("tokens:\n") + 8));
  for (std::string line; std::getline(lines, line);) {
    const size_t colon = line.find(": ");
    if (colon == std::string::npos || line.find_first_not_of(' ') != 2 || line[2] == '#') continue;
    std::string value = line.substr(colon + 2);
    if (value[0] == '"' || value[0] == '\'') value = value.substr(1, value.size() - 2);
    tokens[line.substr(2, colon - 2)] = value;
  }
  return tokens;
}

std::string report(const std::string& classes) {
  return "<html lang='en-US'><head><title>t</title></head><body class='" + classes +
         "'><running name='head'><div class='banner'><s>SECRET</s><redaction id='banner' "
         "kind='banner' codes='(b)(3)'/></div></running>"
         "<div class='title-block'><p class='kind'>k</p><p class='title'>t</p></div>"
         "<section><h1>h</h1><h2>i</h2><p id='text'>a<strong class='run-in'>b</strong>"
         "<redaction id='span' kind='span' extent='words' codes='(b)(1)'/>"
         "<note id='n' kind='foot'><p id='np'>c</p></note></p>"
         "<ul><li id='l1'>d<ul><li id='l2'>e<ul><li id='l3'>f</li></ul></li></ul></li></ul>"
         "<redaction id='lines' kind='paragraph' extent='lines' lines='3' codes='(b)(1)'/>"
         "<redaction id='para' kind='paragraph' extent='paragraph' codes='(b)(1)'/>"
         "<redaction id='page' kind='section' extent='page' codes='(b)(1)'/>"
         "</section></body></html>";
}

Styled intelligence(const std::string& classes) {
  return Styled(file("style.css"), report(classes), tokens_of(file("theme.yaml")));
}

TEST(Template, IntelligenceIsSound) {
  const Parsed parsed(file("style.css"), tokens_of(file("theme.yaml")));
  EXPECT_EQ(parsed.errors(), "");
}

TEST(Template, IntelligenceUsesEachToken) {
  const std::string css = file("style.css");
  for (const auto& [name, value] : tokens_of(file("theme.yaml"))) {
    EXPECT_NE(css.find("var(--" + name + ")"), std::string::npos) << name;
  }
}

TEST(Template, IntelligencePages) {
  const Styled styled = intelligence("boxes-black codes-inside");
  const PageMaster& master = styled.styled.master({});
  EXPECT_EQ(master.size, (base::Size{pt(612), pt(792)}));
  EXPECT_EQ(master.margin, (Edges{pt(72), pt(90), pt(72), pt(90)}));
  ASSERT_EQ(master.boxes.size(), 5U);  // those below, running numbers, what is behind and beside
  EXPECT_EQ(master.boxes[0].content[0].text, "head");
  EXPECT_EQ(master.boxes[1].content[0].text, "bates");
  EXPECT_EQ(master.boxes[2].content[0].text, "foot");
  EXPECT_EQ(styled.styled.style(master.notes.style).border.top.width, pt(1, 2));
}

TEST(Template, IntelligenceText) {
  const Styled styled = intelligence("boxes-black codes-inside");
  const ComputedStyle& p = styled["text"];
  EXPECT_EQ(p.font_size, pt(11));
  EXPECT_EQ(styled["text"].display, Display::block);
  EXPECT_EQ(p.line_height, pt(13));
  EXPECT_EQ(p.align, Align::justify);
  EXPECT_EQ(p.hyphens, Hyphens::automatic);
  EXPECT_EQ(p.text_indent, base::Length());
  EXPECT_EQ(styled["np"].font_size, pt(9));
  EXPECT_EQ(styled["np"].line_height, pt(21, 2));
  EXPECT_EQ(styled["np"].weight, 400);
  EXPECT_TRUE(styled["s"].decoration.line_through);
  const auto mark = [&](const char* id) {
    return styled.generated(styled.node(id).marker).content[0].text;
  };
  EXPECT_EQ(mark("l1"), "–");
  EXPECT_EQ(mark("l2"), "–");
  EXPECT_EQ(mark("l3"), "·");
}

TEST(Template, IntelligenceBoxes) {
  const Styled black = intelligence("boxes-black codes-inside");
  EXPECT_EQ(black["span"].display, Display::inline_block);
  EXPECT_EQ(black["span"].background, base::Color());
  EXPECT_EQ(black["span"].min_width.length, pt(99, 2));
  EXPECT_EQ(black["lines"].height.length, pt(39));
  EXPECT_EQ(black["para"].height.length, pt(52));
  EXPECT_EQ(black["page"].height, (Dimension{Dimension::Kind::percent, {}, 10000}));
  EXPECT_EQ(black["page"].break_before, Break::page);
  EXPECT_EQ(black["page"].break_after, Break::page);
  const Styled outline = intelligence("boxes-outline codes-inside");
  EXPECT_EQ(outline["span"].border.top.style, LineStyle::solid);
  EXPECT_EQ(outline["span"].background, (base::Color{255, 255, 255}));
}

int luminance(base::Color color) { return color.red * 2 + color.green * 5 + color.blue; }

// The codes can be read on whatever they stand on, in all nine combinations.
TEST(Template, IntelligenceCodesCanBeRead) {
  for (const std::string box : {"black", "outline", "grey"}) {
    for (const std::string place : {"inside", "beside", "margin"}) {
      const Styled styled = intelligence("boxes-" + box + " codes-" + place);
      for (const char* id : {"span", "lines", "page", "banner"}) {
        const ComputedStyle& style = styled[id];
        const ComputedStyle& code = styled.generated_style(styled.node(id).code);
        const bool inside = style.code_position == CodePosition::inside;
        // A banner has no margin beside it, and a withheld page tells its codes itself.
        const bool always = std::string(id) == "banner" || std::string(id) == "page";
        EXPECT_EQ(inside, place == "inside" || always);
        const base::Color ground = inside ? *style.background : base::Color{255, 255, 255};
        EXPECT_GT(std::abs(luminance(ground) - luminance(code.color)), 900) << box << place << id;
      }
    }
  }
}

}  // namespace
}  // namespace sable::style
