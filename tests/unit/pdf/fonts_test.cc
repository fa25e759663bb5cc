// What a font file in the PDF holds: the glyphs drawn, and nothing else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>

#include "base/utf8.h"
#include "pdf/codes.h"
#include "pdf/subset.h"
#include "sample_pages.h"

namespace sable::pdf {
namespace {

using testing::as_text;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::SamplePages;
using testing::written;

constexpr const char* kSerif = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf";
constexpr const char* kTermes =
    "/usr/share/texmf/fonts/opentype/public/tex-gyre/texgyretermes-regular.otf";

size_t read(const std::string& bytes, size_t at, size_t width) {
  size_t value = 0;
  for (size_t i = 0; i < width; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// Tables of an sfnt file: their offsets by tag.
std::map<std::string, size_t> tables(const std::string& font) {
  std::map<std::string, size_t> found;
  for (size_t i = 0; i < read(font, 4, 2); ++i) {
    const size_t record = 12 + 16 * i;
    found[font.substr(record, 4)] = read(font, record + 8, 4);
  }
  return found;
}

TEST(Subset, HasTheGlyphsAskedForAndNotdef) {
  const std::string font = *base::disk_world()->read(kSerif);
  const SamplePages sample;
  std::vector<uint16_t> glyphs;  // "fi" too: no closure over the ligature table
  for (const char* text : {"x", "f", "i", "n"}) {
    glyphs.push_back(const_cast<SamplePages&>(sample).shape(text)->glyphs[0].id);
  }
  const auto made = subset(font, glyphs, false);
  ASSERT_TRUE(made.has_value());
  const auto found = tables(made->program);
  EXPECT_EQ(read(made->program, found.at("maxp") + 4, 2), 5u);
  std::vector<std::string> tags;
  for (const auto& [tag, offset] : found) tags.push_back(tag);
  EXPECT_THAT(tags,
              ElementsAre("cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"));
  EXPECT_THAT(made->new_ids, ElementsAre(4, 1, 2, 3));
  EXPECT_THAT(made->tag, ::testing::MatchesRegex("[A-Z][A-Z][A-Z][A-Z][A-Z][A-Z]"));
}

TEST(Subset, TagFollowsTheBytes) {
  const std::string font = *base::disk_world()->read(kSerif);
  EXPECT_EQ(subset(font, {40, 41}, false)->tag, subset(font, {41, 40}, false)->tag);
  EXPECT_NE(subset(font, {40, 41}, false)->tag, subset(font, {40, 42}, false)->tag);
}

TEST(Subset, BrokenFontIsAnError) {
  for (const std::string& font :
       {std::string(), std::string("not a font"), std::string(5000, '\0')}) {
    const auto made = subset(font, {1}, false);
    ASSERT_FALSE(made.has_value());
    EXPECT_EQ(made.error()[0].code, "SBL0956");
  }
}

TEST(Subset, CffKeepsGlyphIds) {
  const auto font = base::disk_world()->read(kTermes);
  if (!font) GTEST_SKIP() << kTermes << " is not installed";
  const auto made = subset(*font, {40, 300}, true);
  ASSERT_TRUE(made.has_value());
  EXPECT_THAT(made->new_ids, ElementsAre(40, 300));
  EXPECT_EQ(made->program[0], 1);  // major version of a CFF table
  EXPECT_FALSE(is_cid_keyed(made->program));
}

TEST(Subset, KnowsACidKeyedFont) {
  // Header, Name INDEX "A", Top DICT INDEX "391 392 0 ROS".
  const std::string cff(
      "\1\0\4\1"
      "\0\1\1\1\2A"
      "\0\1\1\1\10"
      "\370\33\370\34\213\14\36",
      22);
  EXPECT_TRUE(is_cid_keyed(cff));
  EXPECT_FALSE(is_cid_keyed(cff.substr(0, 20)));
  EXPECT_FALSE(is_cid_keyed(""));
}

// The texts that the ToUnicode maps of a file give.
std::set<std::string> mapped_texts(const std::string& pdf) {
  std::set<std::string> texts;
  std::istringstream lines(as_text(pdf));
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line == "endbfchar") inside = false;
    if (inside) texts.insert(line.substr(7, line.size() - 8));
    if (line.ends_with(" beginbfchar")) inside = true;
  }
  return texts;
}

// The texts of the glyphs that the pages draw.
std::set<std::string> drawn_texts(const layout::Pages& pages) {
  std::set<std::string> texts;
  for (const layout::Page& page : pages.pages) {
    for (const layout::Fragment& fragment : page.fragments) {
      const auto* glyphs = std::get_if<layout::GlyphRun>(&fragment.item);
      if (glyphs == nullptr) continue;
      for (const layout::PlacedRun& placed : glyphs->runs) {
        for (const std::string& text : glyph_texts(*placed.run)) {
          std::ostringstream hex;
          for (size_t at = 0; at < text.size();) {
            char unit[8];
            snprintf(unit, sizeof unit, "%04X",
                     static_cast<unsigned>(base::next_code_point(text, at)));
            hex << unit;
          }
          texts.insert(hex.str());
        }
      }
    }
  }
  return texts;
}

TEST(Fonts, ToUnicodeIsExactlyWhatIsDrawn) {
  if (!testing::has_program("qpdf")) GTEST_SKIP();
  const SamplePages sample = testing::sample_report(2);
  EXPECT_EQ(mapped_texts(written(sample.pages)), drawn_texts(sample.pages));
}

TEST(Fonts, ShapedButUndrawnTextLeavesNoTrace) {
  SamplePages plain = testing::sample_report(1);
  SamplePages measured = testing::sample_report(1);
  measured.shape("QUIZZICAL @#%&");  // measured, never drawn
  EXPECT_TRUE(written(plain.pages) == written(measured.pages));
}

TEST(Fonts, WidthsAreTheFontsOwn) {
  if (!testing::has_program("qpdf")) GTEST_SKIP();
  SamplePages sample;
  sample.add_page("1");
  sample.add_text(sample.add_paragraph(), 72, 72, "nW");
  // .notdef 777.832, n 500, W 943.848 thousandths in units of 1/2048 em.
  EXPECT_THAT(testing::folded(as_text(written(sample.pages))),
              HasSubstr("/W [ 0 [ 777.832 500 943.848 ] ]"));
}

}  // namespace
}  // namespace sable::pdf
