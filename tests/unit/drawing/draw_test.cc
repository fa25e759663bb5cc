// SVG drawn by the program that draws it.

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/hash.h"
#include "picture/svg_drawer.h"
#include "pictures/make.h"

namespace sable::drawing {
namespace {

using picture::FontFile;
using picture::SvgTools;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kSans = "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf";
constexpr const char* kSerif = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf";
constexpr const char* kSymbols = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";

FontFile font(const char* family, const char* path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return {family, path, base::hex(base::sha256(bytes.view()))};
}

picture::FontStock stock() {
  return {{font("Liberation Sans", kSans), font("Liberation Serif", kSerif),
           font("DejaVu Sans", kSymbols)},
          {"DejaVu Sans"}};
}

std::string svg(const std::string& inside, const std::string& head = "viewBox=\"0 0 100 50\"") {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" " + head + ">" + inside + "</svg>";
}

class Draws : public ::testing::Test {
 protected:
  base::Result<released::Picture> decode(const std::string& bytes) {
    return picture::decode_svg(bytes, tools_);
  }
  released::Drawing drawn(const std::string& inside) {
    const auto made = decode(svg(inside));
    EXPECT_TRUE(made.has_value()) << made.error().front().message;
    return made ? *made->drawing : released::Drawing{};
  }
  std::string code(const std::string& bytes) {
    const auto made = decode(bytes);
    return made ? "drawn" : made.error().front().code;
  }
  static std::string all(const released::Drawing& drawing) {
    std::string text = drawing.content + drawing.resources;
    for (const released::DrawingObject& object : drawing.objects)
      text += object.text + object.bytes;
    return text;
  }

  std::unique_ptr<picture::SvgDrawer> drawer_ = picture::drawer_process(SABLE_SVG_PROGRAM);
  SvgTools tools_ = {drawer_.get(), stock()};
};

TEST_F(Draws, PathsAsVectors) {
  const auto made = decode(svg("<path d=\"M0 0H100V50H0Z\" fill=\"#ff0000\"/>"));
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ(base::to_points(made->size.width), "75");
  EXPECT_EQ(made->drawing->width, 300u);
  EXPECT_EQ(made->drawing->height, 150u);
  EXPECT_THAT(made->drawing->content, AllOf(HasSubstr("1 0 0 rg"), HasSubstr("0 0 300 150 re")));
  EXPECT_TRUE(made->drawing->objects.empty());
}

TEST_F(Draws, TextsInOurFonts) {
  const std::string text =
      all(drawn("<text x=\"1\" y=\"20\" font-family=\"Gill Sans, Helvetica\">Coast</text>"
                "<text x=\"1\" y=\"40\">Sea</text>"));
  EXPECT_THAT(text, AllOf(HasSubstr("+LiberationSans"), HasSubstr("+LiberationSerif"),
                          Not(HasSubstr("DejaVu"))));
}

TEST_F(Draws, FallsBackForCharactersAndNamesThoseThatNoFontHas) {
  EXPECT_THAT(all(drawn("<text x=\"1\" y=\"20\" font-family=\"Arial\">\u2603</text>")),
              HasSubstr("+DejaVuSans"));
  const auto made = decode(svg("<text>\u4E2D</text>"));
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().front().code, "SBL0317");
  EXPECT_THAT(made.error().front().message, HasSubstr("U+4E2D"));
}

TEST_F(Draws, WithTheFontsOfTheManifestAlone) {
  tools_.fonts.files[1].sha256[0] ^= 1;
  EXPECT_EQ(code(svg("<text>a</text>")), "SBL0318");
  EXPECT_EQ(code(svg("<rect width=\"3\" height=\"3\"/>")), "drawn");
  EXPECT_EQ(code(svg("<text font-family=\"DejaVu Serif\">a</text>")), "SBL0308");
}

// What stands in the file and is not seen.
TEST_F(Draws, NothingThatIsNotSeen) {
  const std::string canary = "<text x=\"10\" y=\"20\">WWWW</text>";
  const std::string shown = all(drawn(canary));
  ASSERT_THAT(shown, HasSubstr("WWWW"));
  for (const std::string& hidden : std::vector<std::string>{
           "<g visibility=\"hidden\">" + canary + "</g>", "<g opacity=\"0\">" + canary + "</g>",
           "<g display=\"none\">" + canary + "</g>",
           "<style>.x{display:none}</style><g class=\"x\">" + canary + "</g>",
           "<defs>" + canary + "</defs>", "<symbol id=\"s\">" + canary + "</symbol>",
           std::string("<text x=\"10\" y=\"900\">WWWW</text><text x=\"-900\" y=\"20\">WWWW</text>"),
           "<clipPath id=\"c\"><rect x=\"80\" y=\"40\" width=\"5\" height=\"5\"/></clipPath>"
           "<g clip-path=\"url(#c)\">" +
               canary + "</g>",
           "<svg x=\"60\" y=\"40\" width=\"9\" height=\"9\">" + canary + "</svg>",
           "<title>WWWW</title><desc>WWWW</desc><metadata>WWWW</metadata><!--WWWW-->"
           "<g id=\"WWWW\" class=\"WWWW\"><rect id=\"WWWW\" width=\"3\" height=\"3\"/></g>"}) {
    EXPECT_THAT(all(drawn(hidden)), Not(HasSubstr("WWWW"))) << hidden;
  }
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

TEST_F(Draws, PicturesByTheirPixelsAlone) {
  const std::string samples = testing::gradient(16, 16, 3);
  const std::string jpeg =
      testing::jpeg_file({.width = 16, .height = 16, .orientation = 1, .comment = "WWWW"}, samples);
  ASSERT_THAT(jpeg, AllOf(HasSubstr("Exif"), HasSubstr("WWWW")));
  const std::string text =
      all(drawn("<image width=\"30\" height=\"30\" href=\"data:image/jpeg;"
                "base64," +
                base64(jpeg) + "\"/>"));
  EXPECT_THAT(text, AllOf(HasSubstr("/Subtype/Image"), Not(HasSubstr("Exif")),
                          Not(HasSubstr("WWWW")), Not(HasSubstr("Interpolate"))));
}

TEST_F(Draws, TheSameBytesWheneverItDraws) {
  const std::string inside =
      "<defs><linearGradient id=\"g\"><stop stop-color=\"red\"/><stop offset=\"1\" "
      "stop-color=\"blue\" stop-opacity=\"0.3\"/></linearGradient><filter id=\"f\">"
      "<feGaussianBlur stdDeviation=\"3\"/></filter></defs><rect width=\"90\" height=\"40\" "
      "fill=\"url(#g)\"/><circle cx=\"50\" cy=\"25\" r=\"9\" filter=\"url(#f)\"/>"
      "<text y=\"20\" font-family=\"Arial\">Ab</text>";
  const released::Drawing first = drawn(inside);
  (void)drawn("<text font-family=\"Times\">Other</text>");
  EXPECT_EQ(drawn(inside), first);
  drawer_ = picture::drawer_process(SABLE_SVG_PROGRAM);
  tools_.drawer = drawer_.get();
  EXPECT_EQ(drawn(inside), first);
}

TEST_F(Draws, HostilePicturesAreErrorsAndTheNextOneIsDrawn) {
  // Each doubles the one before it.
  std::string uses = "<g id=\"a0\"><rect width=\"9\" height=\"9\"/></g>";
  for (int i = 1; i < 40; ++i) {
    const std::string before = "<use href=\"#a" + std::to_string(i - 1) + "\"/>";
    uses += "<g id=\"a" + std::to_string(i) + "\">" + before + before + "</g>";
  }
  const std::string noise =
      "<filter id=\"f\" x=\"0\" y=\"0\" width=\"1\" height=\"1\">"
      "<feTurbulence baseFrequency=\"0.01\" numOctaves=\"200000000\"/></filter>"
      "<rect width=\"14000\" height=\"14000\" filter=\"url(#f)\"/>";
  const std::string blur =
      "<filter id=\"f\" x=\"-999\" y=\"-999\" width=\"9999\" height=\"9999\">"
      "<feMorphology radius=\"100000\"/><feGaussianBlur stdDeviation=\"100000\"/></filter>"
      "<rect width=\"90\" height=\"40\" filter=\"url(#f)\"/>";
  const std::string itself = "<g id=\"a\"><use href=\"#a\"/></g>";
  EXPECT_NE(code(svg(uses)), "drawn");
  EXPECT_NE(code(svg(noise, "viewBox=\"0 0 14000 14000\"")), "drawn");
  (void)code(svg(blur));  // drawn or not
  (void)code(svg(itself));
  EXPECT_EQ(code(svg("<rect width=\"3\" height=\"3\"/>")), "drawn");
}

}  // namespace
}  // namespace sable::drawing
