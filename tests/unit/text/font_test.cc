// The manifest's faces: which one a style gets, what it measures, and what is
// said when it is not there.
#include "text/font.h"

#include <gtest/gtest.h>

#include "sfnt_builder.h"
#include "text_testing.h"

namespace sable::text::testing {
namespace {

constexpr char kSerif[] = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf";

FontEntry entry(const std::string& family, bool italic, uint16_t weight) {
  return {family, italic, weight, "/none", "fonts-none", ""};
}

// Message, help and code of the only diagnostic, a line each.
std::string told(const base::Result<FontId>& result) {
  if (result) return "found";
  std::string lines;
  for (const base::Diagnostic& problem : result.error()) {
    if (!lines.empty()) lines += '\n';
    lines += problem.code + ' ' + problem.message + '\n' + problem.help;
  }
  return lines;
}

TEST(Manifest, ListsInstalledFilesWithTheirDigests) {
  const Manifest manifest = read_manifest();
  ASSERT_EQ(manifest.fonts.size(), 27u);
  for (const FontEntry& font : manifest.fonts) {
    EXPECT_EQ(base::hex(base::sha256(read_disk(font.file))), font.sha256) << font.file;
    const bool named = font.package.starts_with("fonts-");
    EXPECT_TRUE(named) << font.package;
  }
  ASSERT_EQ(manifest.hyphenation.size(), 4u);
  EXPECT_EQ(manifest.hyphenation[0].language, "en-US");
  EXPECT_EQ(manifest.hyphenation[0].package, "hyphen-en-us");
}

TEST(FontBook, AFallbackIsUprightWhereItHasNoItalics) {
  const auto world = base::disk_world();
  FontBook fonts(*world, read_manifest().fonts, {"Amiri", "DejaVu Sans", "Nowhere"});
  ASSERT_EQ(fonts.fallback_count(), 3u);
  EXPECT_TRUE(fonts.entry(fonts.find_fallback(0, true, 400).value()).italic);
  const FontEntry& dejavu = fonts.entry(fonts.find_fallback(1, true, 700).value());
  EXPECT_FALSE(dejavu.italic);
  EXPECT_EQ(dejavu.weight, 700);
  EXPECT_EQ(fonts.find_fallback(2, false, 400).error().front().code, "SBL0800");
}

TEST(FontBook, KnowsItsFeatures) {
  Bench bench;
  const FontId serif = bench.font("Liberation Serif");
  EXPECT_TRUE(bench.fonts->has_feature(serif, "sups"));
  EXPECT_FALSE(bench.fonts->has_feature(serif, "smcp"));
}

TEST(Manifest, EachFaceOpens) {
  Bench bench;
  for (const FontEntry& font : read_manifest().fonts) {
    const FontId id = bench.font(font.family, font.italic, font.weight);
    EXPECT_EQ(bench.fonts->entry(id).file, font.file);
    EXPECT_EQ(bench.fonts->is_cff(id), font.file.ends_with(".otf"));
    EXPECT_EQ(bench.fonts->bytes(id), read_disk(font.file));
  }
}

TEST(FontBook, MetricsAreThoseOfTheTables) {
  Bench bench;
  const FontMetrics& metrics = bench.fonts->metrics(bench.font("Liberation Serif"));
  EXPECT_EQ(metrics.units_per_em, 2048u);
  EXPECT_EQ(metrics.ascent, 1825);
  EXPECT_EQ(metrics.descent, 443);
  EXPECT_EQ(metrics.cap_height, 1341);
  EXPECT_EQ(metrics.x_height, 940);
  EXPECT_EQ(metrics.underline_position, 123);
  EXPECT_EQ(metrics.underline_thickness, 100);
  EXPECT_EQ(metrics.strikeout_position, 420);
  EXPECT_EQ(metrics.strikeout_thickness, 100);
  EXPECT_EQ(std::vector<int32_t>(metrics.bbox, metrics.bbox + 4),
            (std::vector<int32_t>{-1114, -621, 2618, 2010}));
  EXPECT_EQ(metrics.italic_angle, 0);
}

TEST(FontBook, ItalicAngleIsCounterClockwise) {
  Bench bench;
  const FontId italic = bench.font("Liberation Serif", true);
  EXPECT_EQ(bench.fonts->metrics(italic).italic_angle, -1070400);  // −16.33°
}

TEST(FontBook, PostScriptNames) {
  Bench bench;
  EXPECT_EQ(bench.fonts->postscript_name(bench.font("Liberation Serif")), "LiberationSerif");
  EXPECT_EQ(bench.fonts->postscript_name(bench.font("Liberation Sans", true, 700)),
            "LiberationSans-BoldItalic");
}

TEST(FontBook, GlyphsAndAdvances) {
  Bench bench;
  const FontId id = bench.font("Liberation Serif");
  EXPECT_TRUE(bench.fonts->has_glyph(id, U'A'));
  EXPECT_TRUE(bench.fonts->has_glyph(id, U'\u2010'));
  EXPECT_FALSE(bench.fonts->has_glyph(id, U'\u4E2D'));
  EXPECT_FALSE(bench.fonts->has_glyph(id, U'\U0010FFFF'));
  EXPECT_EQ(bench.fonts->advance(id, 36), 1479);  // A
  EXPECT_EQ(bench.fonts->advance(id, 3), 512);    // space
  EXPECT_EQ(bench.fonts->advance(id, 0xFFFF), 0);
}

TEST(FontBook, TakesTheFirstListedFamilyThatTheManifestHas) {
  Bench bench;
  const auto id =
      bench.fonts->find({"Garamond", "liberation SANS", "Liberation Serif"}, false, 400);
  ASSERT_TRUE(id);
  EXPECT_EQ(bench.fonts->entry(*id).family, "Liberation Sans");
}

TEST(FontBook, TheFirstOfEqualEntriesIsUsed) {
  base::MemoryWorld world;
  const FontEntry first = add_font(world, "/a.ttf", read_disk(kSerif));
  const FontEntry second = add_font(world, "/b.ttf", read_disk(kSerif));
  FontBook fonts(world, {first, second});
  EXPECT_EQ(fonts.find({"Test"}, false, 400).value(), 0);
}

// CSS Fonts 4, 5.2, 4. The file does not exist: the message tells which was chosen.
std::string chosen(const std::vector<uint16_t>& weights, uint16_t asked) {
  base::MemoryWorld world;
  std::vector<FontEntry> entries;
  for (const uint16_t weight : weights) {
    entries.push_back(entry("Test", false, weight));
    entries.back().file = std::to_string(weight);
  }
  FontBook fonts(world, entries);
  const auto id = fonts.find({"Test"}, false, asked);
  const std::string message = id ? "found" : id.error().front().message;
  return message.substr(14, message.find(" of Test") - 14);
}

TEST(FontBook, NearestWeight) {
  EXPECT_EQ(chosen({300, 400, 700}, 400), "400");
  EXPECT_EQ(chosen({300, 500, 700}, 400), "500");
  EXPECT_EQ(chosen({300, 700}, 400), "300");
  EXPECT_EQ(chosen({600, 700}, 400), "600");
  EXPECT_EQ(chosen({400, 700}, 500), "400");
  EXPECT_EQ(chosen({100, 600}, 450), "100");
  EXPECT_EQ(chosen({100, 200, 400}, 300), "200");
  EXPECT_EQ(chosen({400, 900}, 300), "400");
  EXPECT_EQ(chosen({400, 700, 900}, 600), "700");
  EXPECT_EQ(chosen({400, 500}, 600), "500");
  EXPECT_EQ(chosen({100, 900}, 900), "900");
}

TEST(FontBook, AnAbsentSlantIsAnError) {
  base::MemoryWorld world;
  FontBook fonts(world, {entry("Roman", false, 400), entry("Chancery", true, 400)});
  EXPECT_EQ(told(fonts.find({"Roman"}, true, 400)),
            "SBL0803 the font family Roman has no italic face\n"
            "list such a face in the font manifest, or ask for another family or font-style");
  EXPECT_EQ(told(fonts.find({"Chancery", "Roman"}, false, 400)),
            "SBL0803 the font family Chancery has no upright face\n"
            "list such a face in the font manifest, or ask for another family or font-style");
}

TEST(FontBook, AnUnknownFamilyIsAnError) {
  base::MemoryWorld world;
  FontBook fonts(world,
                 {entry("Liberation Serif", false, 400), entry("Liberation Serif", true, 400),
                  entry("Liberation Sans", false, 400)});
  EXPECT_EQ(told(fonts.find({"Liberation Serf"}, false, 400)),
            "SBL0800 the font manifest has no font family \"Liberation Serf\"\n"
            "did you mean \"Liberation Serif\"?");
  EXPECT_EQ(told(fonts.find({"Garamond", "serif"}, false, 400)),
            "SBL0800 the font manifest has no font family \"Garamond\", \"serif\"\n"
            "add the family to the font manifest, or use one of \"Liberation Serif\", "
            "\"Liberation Sans\"");
  EXPECT_EQ(told(fonts.find({}, false, 400)),
            "SBL0800 no font family is asked for\n"
            "add the family to the font manifest, or use one of \"Liberation Serif\", "
            "\"Liberation Sans\"");
  FontBook none(world, {});
  EXPECT_EQ(told(none.find({"Garamond"}, false, 400)),
            "SBL0800 the font manifest has no font family \"Garamond\"\n"
            "the font manifest lists no font");
}

TEST(FontBook, AMissingFileNamesItsPackage) {
  base::MemoryWorld world;
  FontBook fonts(world, {entry("Test", false, 400)});
  const std::string expected =
      "SBL0801 the font file /none of Test is missing\n"
      "install it: apt-get install fonts-none; the font manifest says where each file is expected";
  EXPECT_EQ(told(fonts.find({"Test"}, false, 400)), expected);
  EXPECT_EQ(told(fonts.find({"Test"}, false, 400)), expected) << "told again";
  EXPECT_EQ(fonts.find({"Test"}, false, 400).error().front().fault, base::Fault::environment);
}

TEST(FontBook, AnotherDigestIsAnError) {
  base::MemoryWorld world;
  FontEntry font = add_font(world, "/a.ttf", "other bytes");
  const std::string digest = font.sha256;
  font.sha256 = std::string(64, '0');
  FontBook fonts(world, {font});
  EXPECT_EQ(told(fonts.find({"Test"}, false, 400)),
            "SBL0802 the font file /a.ttf of Test is not the one of the font manifest\n"
            "install the version of the package fonts-test that the manifest means, since lines "
            "would break elsewhere; or "
            "accept this one everywhere and write its SHA-256 there: " +
                digest);
}

TEST(FontBook, NoDigestIsNoPermission) {
  base::MemoryWorld world;
  FontEntry font = add_font(world, "/a.ttf", read_disk(kSerif));
  font.sha256.clear();
  FontBook fonts(world, {font});
  EXPECT_TRUE(told(fonts.find({"Test"}, false, 400)).starts_with("SBL0802 "));
}

TEST(FontBook, DigestsMayBeInCapitals) {
  base::MemoryWorld world;
  FontEntry font = add_font(world, "/a.ttf", read_disk(kSerif));
  for (char& c : font.sha256) c = static_cast<char>(std::toupper(c));
  FontBook fonts(world, {font});
  EXPECT_TRUE(fonts.find({"Test"}, false, 400));
}

TEST(FontBook, ReadsAFileOnce) {
  base::MemoryWorld world;
  FontBook fonts(world, {add_font(world, "/a.ttf", read_disk(kSerif))});
  const FontId id = fonts.find({"Test"}, false, 400).value();
  world.files.clear();
  EXPECT_EQ(fonts.find({"Test"}, false, 700).value(), id);
  EXPECT_EQ(fonts.bytes(id).size(), 393576u);
}

TEST(FontBook, OpensNothingThatIsNotAskedFor) {
  base::MemoryWorld world;
  FontBook fonts(world, {add_font(world, "/a.ttf", read_disk(kSerif)), entry("Gone", false, 400)});
  EXPECT_TRUE(fonts.find({"Test"}, false, 400));
}

TEST(FontBook, APostScriptNameIsMadeWhereTheFontHasNone) {
  base::MemoryWorld world;
  SfntBuilder font = SfntBuilder::from(read_disk(kSerif));
  font.tables.erase("name");
  FontEntry unnamed = add_font(world, "/a.ttf", font.bytes());
  unnamed.family = "My (Test) Font";
  FontBook fonts(world, {unnamed});
  EXPECT_EQ(fonts.postscript_name(fonts.find({"My (Test) Font"}, false, 400).value()),
            "MyTestFont-400");
}

TEST(FontBook, LetterHeightsComeFromOutlinesWhereOs2IsOld) {
  base::MemoryWorld world;
  SfntBuilder font = SfntBuilder::from(read_disk(kSerif));
  font.set_u16("OS/2", 0, 1).tables.at("OS/2").resize(86);
  FontBook fonts(world, {add_font(world, "/a.ttf", font.bytes())});
  const FontMetrics& metrics = fonts.metrics(fonts.find({"Test"}, false, 400).value());
  EXPECT_EQ(metrics.cap_height, 1341);
  EXPECT_EQ(metrics.x_height, 940);
}

}  // namespace
}  // namespace sable::text::testing
