// Font files that cannot be used: each is refused with its reason, none crashes.
#include <gtest/gtest.h>

#include <random>

#include "sfnt_builder.h"
#include "text/font.h"
#include "text/sfnt.h"
#include "text_testing.h"

namespace sable::text::testing {
namespace {

const std::string& serif() {
  static const std::string bytes =
      read_disk("/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf");
  return bytes;
}

SfntBuilder font() { return SfntBuilder::from(serif()); }

SfntBuilder without(const std::string& tag) {
  SfntBuilder built = font();
  built.tables.erase(tag);
  return built;
}

SfntBuilder cut(const std::string& tag, size_t size) {
  SfntBuilder built = font();
  built.tables.at(tag).resize(size);
  return built;
}

// "ok", or why the book refuses these bytes.
std::string verdict(const std::string& bytes) {
  base::MemoryWorld world;
  FontBook fonts(world, {add_font(world, "/a.ttf", bytes)});
  const auto id = fonts.find({"Test"}, false, 400);
  if (id) return "ok";
  EXPECT_EQ(id.error().size(), 1u);
  const base::Diagnostic& problem = id.error().front();
  EXPECT_EQ(problem.help, "name another font file in the font manifest");
  const std::string prefix = "the font file /a.ttf of Test cannot be used: ";
  EXPECT_TRUE(problem.message.starts_with(prefix)) << problem.message;
  return problem.code + ' ' + problem.message.substr(prefix.size());
}

TEST(FontDamage, TheBuilderItselfIsSound) { EXPECT_EQ(verdict(font().bytes()), "ok"); }

TEST(FontDamage, NotAFont) {
  const std::string expected =
      "SBL0804 it is not an OpenType font, or its table directory is damaged";
  EXPECT_EQ(verdict(""), expected);
  EXPECT_EQ(verdict("<!DOCTYPE html>"), expected);
  EXPECT_EQ(verdict(serif().substr(0, 100)), expected) << "directory cut";
  EXPECT_EQ(verdict(serif().substr(0, serif().size() / 2)), expected) << "tables cut";
  EXPECT_EQ(verdict("ttcf" + serif().substr(4)),
            "SBL0804 it is a collection of fonts, not a single one");
}

TEST(FontDamage, EachNecessaryTable) {
  for (const std::string tag : {"head", "hhea", "maxp", "hmtx", "cmap", "OS/2"}) {
    EXPECT_EQ(verdict(without(tag).bytes()), "SBL0804 it has no '" + tag + "' table");
    EXPECT_EQ(verdict(cut(tag, 3).bytes()), "SBL0804 its '" + tag + "' table is damaged");
  }
}

TEST(FontDamage, FieldsOutOfRange) {
  EXPECT_EQ(verdict(font().set_u16("head", 12, 0).bytes()), "SBL0804 its 'head' table is damaged");
  EXPECT_EQ(verdict(font().set_u16("head", 18, 15).bytes()), "SBL0804 its 'head' table is damaged");
  EXPECT_EQ(verdict(font().set_u16("head", 18, 16385).bytes()),
            "SBL0804 its 'head' table is damaged");
  EXPECT_EQ(verdict(font().set_u16("head", 50, 2).bytes()), "SBL0804 its 'head' table is damaged");
  EXPECT_EQ(verdict(font().set_u16("hhea", 34, 0).bytes()), "SBL0804 its 'hmtx' table is damaged");
  EXPECT_EQ(verdict(font().set_u16("hhea", 34, 0xFFFF).bytes()),
            "SBL0804 its 'hmtx' table is damaged");
  EXPECT_EQ(verdict(font().set_u16("maxp", 4, 0xFFFF).bytes()),
            "SBL0804 its 'hmtx' table is damaged");
  EXPECT_EQ(verdict(font().set_u16("maxp", 4, 0).bytes()), "SBL0804 its 'maxp' table is damaged");
}

TEST(FontDamage, Outlines) {
  EXPECT_EQ(verdict(without("loca").bytes()), "SBL0804 its 'loca' table is damaged");
  EXPECT_EQ(verdict(without("glyf").bytes()), "SBL0804 its 'loca' table is damaged");
  EXPECT_EQ(verdict(font().set_u16("loca", 8, 0xFFFF).bytes()),
            "SBL0804 its 'loca' table is damaged");
  SfntBuilder cff = font();
  cff.version = 0x4F54544F;
  EXPECT_EQ(verdict(cff.bytes()), "SBL0804 it has no 'CFF ' table");
}

TEST(FontDamage, LicenceBits) {
  const auto with_type = [](uint16_t type) { return font().set_u16("OS/2", 8, type).bytes(); };
  EXPECT_EQ(verdict(with_type(0x0002)), "SBL0805 its licence bits forbid embedding");
  EXPECT_EQ(verdict(with_type(0x0104)), "SBL0805 its licence bits forbid subsetting");
  EXPECT_EQ(verdict(with_type(0x0208)), "SBL0805 its licence bits allow bitmaps only");
  EXPECT_EQ(verdict(with_type(0x0006)), "ok") << "the less restrictive of two counts";
  EXPECT_EQ(verdict(with_type(0x0008)), "ok");
}

// Uses everything of a font that layout uses.
void exercise(const std::shared_ptr<FontBook>& fonts, FontId id) {
  Shaper shaper(fonts);
  for (const char* text :
       {"AVATAR office", "e\u0301q\u0323\u0307", "\u05D0\u05D1", "\u03A9\u0416"}) {
    ShapeRequest request;
    request.text = text;
    request.font = id;
    request.size = base::Length::points(10);
    request.features = "dlig,sups";
    const ShapedRun* run = shaper.shape(request);
    size_t covered = 0;
    for (const Glyph& glyph : run->glyphs) covered += glyph.text_length;
    EXPECT_EQ(covered, run->text.size());
  }
  EXPECT_GE(fonts->metrics(id).units_per_em, 16u);
  fonts->advance(id, 36);
  fonts->has_glyph(id, U'\u2010');
  EXPECT_FALSE(fonts->postscript_name(id).empty());
}

// Random damage, most of it where structure is dense: the directory and the
// first bytes of the tables.
std::string mutated(std::mt19937& random) {
  std::string bytes = serif();
  const auto table_start = [&] {
    const size_t record = 12 + 16 * (random() % 18);
    return u32_at(bytes, record + 8);
  };
  const size_t base = random() % 4 == 0 ? 0 : table_start();
  for (int i = 0; i < 12; ++i) {
    bytes[(base + random() % 200) % bytes.size()] = static_cast<char>(random());
  }
  if (random() % 10 == 0) bytes.resize(random() % bytes.size());
  return bytes;
}

TEST(FontDamage, RandomDamageGivesAnErrorOrAUsableFace) {
  std::mt19937 random(20190514);
  int opened = 0, refused = 0;
  for (int round = 0; round < 300; ++round) {
    base::MemoryWorld world;
    auto fonts = std::make_shared<FontBook>(
        world, std::vector<FontEntry>{add_font(world, "/a.ttf", mutated(random))});
    const auto id = fonts->find({"Test"}, false, 400);
    if (!id) {
      ++refused;
      continue;
    }
    ++opened;
    exercise(fonts, *id);
  }
  EXPECT_GT(opened, 30);
  EXPECT_GT(refused, 30);
}

}  // namespace
}  // namespace sable::text::testing
