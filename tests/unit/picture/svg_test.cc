// What of an SVG is drawn, and what is refused.

#include "picture/svg.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "picture/svg_drawer.h"
#include "picture/wire.h"
#include "pictures/make.h"

namespace sable::picture {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string svg(const std::string& inside, const std::string& head = "viewBox=\"0 0 40 30\"") {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" "
         "xmlns:xlink=\"http://www.w3.org/1999/xlink\" " +
         head + ">" + inside + "</svg>";
}

Svg read(const std::string& bytes) {
  base::Result<Svg> made = read_svg(bytes);
  EXPECT_TRUE(made.has_value()) << made.error().front().message;
  return made ? *std::move(made) : Svg{};
}

// "SBL0306 line 1 of this SVG picture has a script"
std::string refused(const std::string& bytes) {
  const base::Result<Svg> made = read_svg(bytes);
  if (made) return "accepted";
  EXPECT_EQ(made.error().size(), 1u);
  EXPECT_NE(made.error().front().help, "");
  return made.error().front().code + " " + made.error().front().message;
}

std::string base64(const std::string& bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    uint32_t held = 0;
    for (size_t k = 0; k < 3; ++k) {
      held = held << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0u);
    }
    for (size_t k = 0; k < 4; ++k) {
      out += i + k > bytes.size() ? '=' : kDigits[held >> (18 - 6 * k) & 63];
    }
  }
  return out;
}

TEST(Svg, KeepsWhatIsDrawn) {
  const Svg made =
      read(svg("<g id=\"a\" class=\"b\"><path d=\"M0 0L9 9\" fill=\"url(#c)\"/></g>"
               "<use xlink:href=\"#a\"/><style>.b{stroke:red}</style>"
               "<text x=\"1\">A &amp; b<tspan>c</tspan></text>"));
  EXPECT_EQ(made.text,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\">"
            "<g id=\"a\" class=\"b\"><path d=\"M0 0L9 9\" fill=\"url(#c)\"></path></g>"
            "<use href=\"#a\"></use><style>.b{stroke:red}</style>"
            "<text x=\"1\">A &amp; b<tspan>c</tspan></text></svg>");
  EXPECT_EQ(made.characters, U"&Abc");
}

TEST(Svg, DropsWhatIsNotSeen) {
  const Svg made = read(
      "<?xml version=\"1.0\"?><?editor Wqxz?><!-- Wqxz -->"
      "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/svg11.dtd\">" +
      svg("<title>Wqxz</title><desc>Wqxz</desc><metadata><a>Wqxz</a></metadata><!-- Wqxz -->"
          "<i:layer xmlns:i=\"urn:i\" name=\"Wqxz\"><path d=\"Wqxz\"/></i:layer>"
          "<g xmlns:i=\"urn:i\" i:label=\"Wqxz\" data-name=\"Wqxz\" aria-label=\"Wqxz\"/>"
          "<g display=\"none\"><text>Wqxz</text></g><text style=\"x:y; Display : NONE\">Wqxz</text>"
          "<a href=\"https://Wqxz\"><circle r=\"3\"/></a><animate to=\"Wqxz\"/>Wqxz"
          "<switch><foreignObject>Wqxz</foreignObject><rect/></switch>"));
  EXPECT_THAT(made.text, AllOf(Not(HasSubstr("Wqxz")), HasSubstr("<circle r=\"3\">"),
                               HasSubstr("<switch><rect></rect></switch>")));
  EXPECT_EQ(made.characters, U"");
}

TEST(Svg, ElementsMayHaveAPrefix) {
  const Svg made = read(
      "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\" width=\"3pt\" height=\"4pt\">"
      "<s:rect/></s:svg>");
  EXPECT_THAT(made.text, HasSubstr("viewBox=\"0 0 4 5.333\"><rect></rect></svg>"));
}

TEST(Svg, RefusesWhatLeadsOutOfTheFile) {
  for (const char* inside :
       {"<image href=\"photo.png\"/>", "<image xlink:href=\"http://a/b.png\"/>",
        "<use href=\"other.svg#a\"/>", "<image href=\"file:///etc/passwd\"/>",
        "<rect fill=\"url(http://a/b)\"/>", "<rect style=\"fill: url( 'x.svg#a' )\"/>",
        "<rect style=\"fill:u\\72l(x.svg)\"/>", "<style>@import 'a.css';</style>",
        "<style>@font-face{src:url(#a)}</style>", "<style>a{fill:URL(/**/b)}</style>",
        "<?xml-stylesheet href=\"a.css\"?>", "<linearGradient href=\"b.svg#c\"/>",
        "<feImage href=\"b.png\"/>", "<rect filter=\"url(data:image/png;base64,aa)\"/>"}) {
    EXPECT_EQ(refused(svg(inside)),
              "SBL0306 line 1 of this SVG picture refers to something outside of the file")
        << inside;
  }
}

TEST(Svg, RefusesScriptsAndEntities) {
  EXPECT_EQ(refused(svg("\n<script>alert(1)</script>")),
            "SBL0306 line 2 of this SVG picture has a script");
  EXPECT_EQ(refused(svg("<rect onload=\"a()\"/>")),
            "SBL0306 line 1 of this SVG picture has a script");
  std::string laughs = "<!DOCTYPE svg [<!ENTITY a \"ha\">";
  for (char c = 'b'; c < 'z'; ++c) {
    laughs += "<!ENTITY " + std::string(1, c) + " \"";
    for (int i = 0; i < 10; ++i) laughs += "&" + std::string(1, static_cast<char>(c - 1)) + ";";
    laughs += "\">";
  }
  EXPECT_EQ(refused(laughs + "]>" + svg("<text>&y;</text>")),
            "SBL0306 line 1 of this SVG picture declares or uses an entity");
  EXPECT_EQ(refused("<!DOCTYPE svg SYSTEM \"a.dtd\">" + svg("<text>&a;</text>")),
            "SBL0306 line 1 of this SVG picture declares or uses an entity");
}

TEST(Svg, RefusesWhatItCannotDraw) {
  EXPECT_THAT(refused(svg("<foreignObject/>")), HasSubstr("SBL0307"));
  EXPECT_THAT(refused(svg("<text><textPath href=\"#a\">b</textPath></text>")),
              HasSubstr("SBL0307"));
  EXPECT_THAT(refused("<svg width=\"3\">"), HasSubstr("SBL0305"));
  EXPECT_THAT(refused("<html><svg></svg></html>"), HasSubstr("SBL0305"));
  EXPECT_THAT(refused(svg("<g>")), HasSubstr("SBL0305"));
}

TEST(Svg, HasBounds) {
  std::string deep, end;
  for (size_t i = 0; i < kDeepestElement + 2; ++i) {
    deep += "<g>";
    end += "</g>";
  }
  EXPECT_THAT(refused(svg(deep + end)), HasSubstr("SBL0316"));
  // What is not drawn counts too.
  EXPECT_THAT(refused(svg("<metadata>" + deep + end + "</metadata>")), HasSubstr("SBL0316"));
  std::string many;
  for (size_t i = 0; i <= kMostElements; ++i) many += "<g/>";
  EXPECT_THAT(refused(svg(many)), HasSubstr("SBL0316"));
}

TEST(Svg, HoldsPicturesOfItsOwn) {
  const std::string png = testing::plain_png(2, 1, testing::PngColors::gray, "ab");
  const auto image = [](const std::string& bytes) {
    return svg("<image href=\"data:image/png;base64," + base64(bytes) + "\"/>");
  };
  EXPECT_EQ(refused(image(png)), "accepted");
  EXPECT_THAT(refused(image(png.substr(0, 50))), HasSubstr("SBL0319"));
  EXPECT_THAT(refused(image("<svg/>")), HasSubstr("SBL0319"));
  EXPECT_THAT(refused(svg("<image href=\"data:image/png,abc\"/>")), HasSubstr("SBL0319"));
}

std::string size_of(const std::string& head) {
  const base::Result<Svg> made = read_svg(svg("", head));
  if (!made) return made.error().front().code;
  return base::to_points(made->size.width) + " " + base::to_points(made->size.height);
}

TEST(Svg, SizeIsThatOfPictures) {
  EXPECT_EQ(size_of("viewBox=\"0 0 40 30\""), "30 22.5");
  EXPECT_EQ(size_of("viewBox=\"-5,-5 40,30\" width=\"72pt\""), "72 54");
  EXPECT_EQ(size_of("viewBox=\"0 0 40 30\" width=\"100%\" height=\"2in\""), "192 144");
  EXPECT_EQ(size_of("width=\"2.54cm\" height=\"12.7mm\""), "72 36");
  EXPECT_EQ(size_of("width=\"96px\" height=\"6pc\""), "72 72");
  EXPECT_EQ(size_of("width=\"10em\" height=\"3\""), "SBL0309");
  EXPECT_EQ(size_of(""), "SBL0309");
  EXPECT_EQ(size_of("width=\"0\" height=\"3\""), "SBL0309");
  EXPECT_EQ(size_of("width=\"99999in\" height=\"3\""), "SBL0309");
  EXPECT_EQ(size_of("width=\"99999999999999999999in\" height=\"3\""), "SBL0309");
}

TEST(Svg, FontsAreThoseOfAttributesStylesAndSheets) {
  const Svg made = read(
      svg("<text font-family=\"A, b\">x</text><text style=\"fill:red;font-family: 'C d' \"/>"
          "<style>/* font-family: no */ text, b:hover { font: italic 700 12px/1.2 E, F }</style>"));
  EXPECT_THAT(made.font_lists, ElementsAre("A, b", "'C d'", "E, F"));
}

// Fonts ------------------------------------------------------------------------------

const FontStock kStock = {{{"Liberation Sans", "/s.ttf", "1"},
                           {"Liberation Sans", "/s-bold.ttf", "2"},
                           {"Liberation Serif", "/t.ttf", "3"},
                           {"Amiri", "/a.ttf", "4"}},
                          {"Amiri"}};

std::vector<std::string> paths(const std::vector<std::string>& lists) {
  std::vector<std::string> found;
  const auto chosen = choose_fonts(lists, kStock);
  if (!chosen) return {chosen.error().front().code, chosen.error().front().echo};
  for (const FontFile& file : chosen->files) found.push_back(file.path);
  return found;
}

TEST(SvgFonts, AreThoseOfTheStock) {
  EXPECT_THAT(paths({}), ElementsAre("/t.ttf"));
  EXPECT_THAT(paths({"Gill Sans, 'arial', x"}), ElementsAre("/t.ttf", "/s.ttf", "/s-bold.ttf"));
  EXPECT_THAT(paths({"AMIRI", "inherit", "serif"}), ElementsAre("/t.ttf", "/a.ttf"));
  EXPECT_THAT(paths({"Gill Sans, Frutiger"}), ElementsAre("SBL0308", "Gill Sans, Frutiger"));
  EXPECT_THAT(paths({"monospace"}), ElementsAre("SBL0308", "monospace"));
}

TEST(SvgFonts, FallBackAsPagesDo) {
  const auto chosen = choose_fonts({"Arial"}, kStock);
  ASSERT_TRUE(chosen.has_value());
  ASSERT_EQ(chosen->fallbacks.size(), 1u);
  EXPECT_EQ(chosen->fallbacks[0][0].path, "/a.ttf");
  EXPECT_THAT(
      chosen->aliases,
      ElementsAre(std::pair<std::string, std::string>("Times New Roman", "Liberation Serif"),
                  std::pair<std::string, std::string>("Arial", "Liberation Sans")));
}

// Messages ---------------------------------------------------------------------------

TEST(Wire, OrdersAndAnswersComeBackAsTheyWere) {
  DrawingOrder order;
  order.svg.text = "<svg/>";
  order.svg.size = {base::Length::points(3), base::Length::points(4)};
  order.svg.characters = U"a\U0001F600";
  order.fonts = *choose_fonts({"Arial"}, kStock);
  const auto read = decode_order(encode(order));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->svg.text, order.svg.text);
  EXPECT_EQ(read->svg.size.height, order.svg.size.height);
  EXPECT_EQ(read->svg.characters, order.svg.characters);
  EXPECT_EQ(read->fonts, order.fonts);

  Answer answer;
  answer.outcome = Outcome::drawn;
  answer.drawing = {3, 4, "q Q", "<<>>", {{"/A 1", true, "bytes"}}};
  const auto back = decode_answer(encode(answer));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->drawing, answer.drawing);
}

// Whatever the other program sends.
TEST(Wire, RefusesWhatIsCutOrBent) {
  Answer answer;
  answer.outcome = Outcome::drawn;
  answer.drawing = {3, 4, "q Q", "<<>>", {{"/A 1", true, "bytes"}}};
  const std::string bytes = encode(answer);
  for (size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_FALSE(decode_answer(bytes.substr(0, length)).has_value()) << length;
  }
  EXPECT_FALSE(decode_answer(bytes + "x").has_value());
  for (size_t at = 0; at < bytes.size(); ++at) {
    std::string bent = bytes;
    bent[at] = '\xFF';
    (void)decode_answer(bent);  // and does not ask for all the memory there is
  }
}

TEST(Drawer, SaysWhatIsMissing) {
  const auto code = [](const base::Result<released::Picture>& made) {
    return made ? "drawn" : made.error().front().code;
  };
  EXPECT_EQ(code(decode_svg(svg(""), {})), "SBL0301");
  const auto drawer = drawer_process("/nowhere/sable-svg");
  EXPECT_EQ(code(decode_svg(svg(""), {drawer.get(), kStock})), "SBL0301");
  // A program that says nothing.
  const auto silent = drawer_process("/bin/true");
  EXPECT_EQ(code(decode_svg(svg(""), {silent.get(), kStock})), "SBL0301");
}

}  // namespace
}  // namespace sable::picture
