// Banners can be read: the contrast of their words with their ground (WCAG 2.2, 1.4.3) in
// the themes that come with the program, and with the colours of TLP 2.0.

#include <cmath>
#include <fstream>
#include <regex>

#include <gtest/gtest.h>

namespace sable::style {
namespace {

constexpr double kLeast = 4.5;

// Relative luminance (WCAG 2.2) of "#c8102e" or "#fff".
double luminance(const std::string& color) {
  std::string hex = color.substr(1);
  if (hex.size() == 3) hex = {hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]};
  const double weights[] = {0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (size_t i = 0; i < 3; ++i) {
    const double part = std::stoi(hex.substr(2 * i, 2), nullptr, 16) / 255.0;
    sum += weights[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
  }
  return sum;
}

double contrast(const std::string& a, const std::string& b) {
  const double one = luminance(a), other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

// A token of a theme that is a colour.
std::string token(const std::string& name, const std::string& of) {
  std::ifstream file(std::string(SABLE_SOURCE_DIR "/templates/") + of + "/theme.yaml");
  const std::regex line("\\s*" + name + ": \"(#[0-9a-fA-F]{3,6})\".*");
  std::smatch match;
  for (std::string text; std::getline(file, text);) {
    if (std::regex_match(text, match, line)) return match[1];
  }
  ADD_FAILURE() << of << " has no colour " << name;
  return "#000";
}

TEST(BannerContrast, OfTheAssessment) {
  for (const char* name :
       {"banner-color", "unclassified-color", "confidential-color", "secret-color"}) {
    EXPECT_GE(contrast(token(name, "assessment"), "#fff"), kLeast) << name;
  }
  EXPECT_GE(contrast(token("top-secret-color", "assessment"), "#000"), kLeast);
  // Struck, once the report is declassified.
  EXPECT_GE(contrast(token("panel-line", "assessment"), token("ink", "assessment")), kLeast);
}

TEST(BannerContrast, OfTheTrafficLightProtocol) {
  const std::string ground = token("tlp-ground", "tlp-advisory");
  EXPECT_EQ(ground, "#000");
  const std::pair<const char*, const char*> colors[] = {{"tlp-red", "#FF2B2B"},
                                                        {"tlp-amber", "#FFC000"},
                                                        {"tlp-green", "#33FF00"},
                                                        {"tlp-clear", "#FFF"}};
  for (const auto& [name, of_the_standard] : colors) {
    std::string color = token(name, "tlp-advisory");
    for (char& c : color) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    EXPECT_EQ(color, of_the_standard) << name;
    EXPECT_GE(contrast(color, ground), kLeast) << name;
  }
}

// The measure itself: black on white is 21 to 1, and a grey that is too light is seen.
TEST(BannerContrast, IsMeasuredAsTheGuidelinesSay) {
  EXPECT_NEAR(contrast("#000", "#fff"), 21.0, 0.01);
  EXPECT_NEAR(contrast("#777777", "#ffffff"), 4.48, 0.01);
}

}  // namespace
}  // namespace sable::style
