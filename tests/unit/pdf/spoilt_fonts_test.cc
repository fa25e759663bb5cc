// Fonts of a file against what its pages draw (P3): program, widths and ToUnicode hold
// the glyphs drawn and .notdef, nothing else; and a font that holds more is found.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "base/utf8.h"
#include "pdf/codes.h"
#include "pdf/subset.h"
#include "sample_pages.h"

namespace sable::pdf {
namespace {

using testing::as_text;
using ::testing::ElementsAre;
using testing::folded;
using ::testing::IsEmpty;
using testing::SamplePages;

// ---- What the pages draw. ----

struct Drawn {
  text::FontId font = 0;
  std::set<std::pair<uint16_t, std::string>> codes;  // glyph, text as UTF-16 in hex
  std::map<uint16_t, double> widths;                 // in thousandths, .notdef too
};

std::string hex_of(const std::string& text) {
  std::string hex;
  for (size_t at = 0; at < text.size();) {
    char unit[8];
    snprintf(unit, sizeof unit, "%04X", static_cast<unsigned>(base::next_code_point(text, at)));
    hex += unit;
  }
  return hex;
}

// By PostScript name.
std::map<std::string, Drawn> drawn_fonts(const layout::Pages& pages) {
  const text::FontBook& book = pages.shaper->fonts();
  std::map<std::string, Drawn> fonts;
  const auto draw = [&](const text::ShapedRun& run) {
    Drawn& drawn = fonts[book.postscript_name(run.font)];
    drawn.font = run.font;
    const auto width = [&](uint16_t glyph) {
      return 1000.0 * book.advance(run.font, glyph) / book.metrics(run.font).units_per_em;
    };
    drawn.widths[0] = width(0);
    const std::vector<std::string> texts = glyph_texts(run);
    for (size_t i = 0; i < run.glyphs.size(); ++i) {
      drawn.codes.insert({run.glyphs[i].id, hex_of(texts[i])});
      drawn.widths[run.glyphs[i].id] = width(run.glyphs[i].id);
    }
  };
  for (const layout::Page& page : pages.pages) {
    for (const layout::Fragment& fragment : page.fragments) {
      const auto* glyphs = std::get_if<layout::GlyphRun>(&fragment.item);
      if (glyphs == nullptr) continue;
      for (const layout::PlacedRun& placed : glyphs->runs) draw(*placed.run);
    }
  }
  return fonts;
}

// ---- What the file holds. ----

struct Held {
  std::string program, code_map, to_unicode;
  std::vector<double> widths;  // of the codes from 0 on
};

// An object of a file that qpdf has opened.
std::string object(const std::string& pdf, const std::string& number) {
  const size_t begin = pdf.find("\n" + number + " 0 obj\n");
  if (begin == std::string::npos) return {};
  return pdf.substr(begin, pdf.find("\nendobj\n", begin) - begin);
}

std::string stream(const std::string& pdf, const std::string& number) {
  const std::string whole = object(pdf, number);
  const size_t begin = whole.find("\nstream\n");
  if (begin == std::string::npos) return {};
  return whole.substr(begin + 8, whole.rfind("endstream") - begin - 8);
}

std::string match(const std::string& text, const char* pattern) {
  std::smatch found;
  return std::regex_search(text, found, std::regex(pattern)) ? found[1].str() : "";
}

// Where each font of a file is, by PostScript name without the tag of the subset.
struct Place {
  std::string descendant, program, code_map, to_unicode;  // numbers of objects
};

std::map<std::string, Place> places_of_fonts(const std::string& pdf) {
  static const std::regex head("\n(\\d+) 0 obj\n<<");
  std::map<std::string, Place> places;
  for (std::sregex_iterator it(pdf.begin(), pdf.end(), head), end; it != end; ++it) {
    const std::string font = folded(object(pdf, (*it)[1]));
    if (font.find("/Subtype /Type0") == std::string::npos) continue;
    Place place;
    place.descendant = match(font, "/DescendantFonts \\[ (\\d+) 0 R");
    place.to_unicode = match(font, "/ToUnicode (\\d+) 0 R");
    const std::string descendant = folded(object(pdf, place.descendant));
    place.code_map = match(descendant, "/CIDToGIDMap (\\d+) 0 R");
    const std::string descriptor = object(pdf, match(descendant, "/FontDescriptor (\\d+) 0 R"));
    place.program = match(descriptor, "/FontFile2 (\\d+) 0 R");
    places[match(font, "/BaseFont /[A-Z]{6}\\+(\\S+)")] = place;
  }
  return places;
}

Held held_at(const Place& place, const std::string& pdf) {
  Held held{
      stream(pdf, place.program), stream(pdf, place.code_map), stream(pdf, place.to_unicode), {}};
  std::istringstream numbers(
      match(folded(object(pdf, place.descendant)), "/W \\[ 0 \\[ ([^\\]]*)"));
  for (double width = 0; numbers >> width;) held.widths.push_back(width);
  return held;
}

size_t two_bytes(const std::string& bytes, size_t at) {
  if (at + 2 > bytes.size()) return 0;
  return static_cast<size_t>(static_cast<unsigned char>(bytes[at])) << 8 |
         static_cast<unsigned char>(bytes[at + 1]);
}

// numGlyphs of the table maxp.
size_t glyphs_of(const std::string& program) {
  for (size_t record = 12; record < 12 + 16 * two_bytes(program, 4); record += 16) {
    if (program.compare(record, 4, "maxp") != 0) continue;
    return two_bytes(program,
                     (two_bytes(program, record + 8) << 16 | two_bytes(program, record + 10)) + 4);
  }
  return 0;
}

std::multiset<std::string> texts_in(const std::string& to_unicode) {
  static const std::regex entry("<([0-9A-F]{4})><([0-9A-F]*)>\n");
  std::multiset<std::string> texts;
  for (std::sregex_iterator it(to_unicode.begin(), to_unicode.end(), entry), end; it != end; ++it) {
    if ((*it)[1] != "0000" || (*it)[2] != "FFFF") texts.insert((*it)[2]);
  }
  return texts;
}

// ---- The comparison. ----

// The widths of all codes, each rounded to a thousandth of its unit; sorted.
std::multiset<int64_t> rounded(const std::vector<double>& widths) {
  std::multiset<int64_t> out;
  for (const double width : widths) out.insert(static_cast<int64_t>(width * 100 + 0.5));
  return out;
}

void compare(const std::string& name, const Drawn& drawn, const Held& held,
             std::vector<std::string>& wrong) {
  const size_t codes = drawn.codes.size();
  std::multiset<std::string> texts;
  std::vector<double> widths{drawn.widths.at(0)};
  for (const auto& [glyph, text] : drawn.codes) {
    texts.insert(text);
    widths.push_back(drawn.widths.at(glyph));
  }
  if (glyphs_of(held.program) != drawn.widths.size()) wrong.push_back(name + ": glyphs");
  if (held.code_map.size() / 2 != codes + 1) wrong.push_back(name + ": codes");
  if (rounded(held.widths) != rounded(widths)) wrong.push_back(name + ": widths");
  if (texts_in(held.to_unicode) != texts) wrong.push_back(name + ": texts");
}

// What fonts of an opened file hold beyond what is drawn, or lack.
std::vector<std::string> wrong_fonts(const std::string& pdf, const layout::Pages& pages) {
  std::vector<std::string> wrong;
  auto places = places_of_fonts(pdf);
  for (const auto& [name, drawn] : drawn_fonts(pages)) {
    if (!places.contains(name)) {
      wrong.push_back(name + " is missing");
      continue;
    }
    compare(name, drawn, held_at(places.at(name), pdf), wrong);
    places.erase(name);
  }
  for (const auto& [name, place] : places) wrong.push_back(name + " is not drawn");
  return wrong;
}

// ---- Sound fonts, and spoilt ones. ----

constexpr const char* kFont = "LiberationSerif";

class SpoiltFonts : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!testing::has_program("qpdf")) GTEST_SKIP();
    pdf_ = as_text(testing::written(sample_.pages));
    ASSERT_THAT(wrong_fonts(pdf_, sample_.pages), IsEmpty());
    ASSERT_TRUE(places_of_fonts(pdf_).contains(kFont));
    place_ = places_of_fonts(pdf_).at(kFont);
  }

  // The file with something else in one of its objects.
  std::string with(const std::string& number, const std::string& from, const std::string& to) {
    const size_t begin = pdf_.find("\n" + number + " 0 obj\n");
    const size_t at = pdf_.find(from, begin);
    EXPECT_LT(at, pdf_.find("\nendobj\n", begin));
    return std::string(pdf_).replace(at, from.size(), to);
  }

  SamplePages sample_ = testing::sample_report(2);
  std::string pdf_;
  Place place_;
};

TEST_F(SpoiltFonts, OneMoreTextIsSeen) {
  EXPECT_THAT(
      wrong_fonts(with(place_.to_unicode, "endbfchar", "<00FF><0051>\nendbfchar"), sample_.pages),
      ElementsAre("LiberationSerif: texts"));
}

TEST_F(SpoiltFonts, OneTextMoreOfADrawnGlyphIsSeen) {
  const std::string entry = match(stream(pdf_, place_.to_unicode), "(<0001><[0-9A-F]+>)");
  EXPECT_THAT(wrong_fonts(with(place_.to_unicode, entry, entry + "\n<00FF>" + entry.substr(6)),
                          sample_.pages),
              ElementsAre("LiberationSerif: texts"));
}

TEST_F(SpoiltFonts, OneMoreWidthIsSeen) {
  const std::string first = match(object(pdf_, place_.descendant), "(/W \\[\\s+0\\s+\\[)");
  EXPECT_THAT(wrong_fonts(with(place_.descendant, first, first + " 722.168"), sample_.pages),
              ElementsAre("LiberationSerif: widths"));
}

TEST_F(SpoiltFonts, OneMoreCodeIsSeen) {
  const std::string map = stream(pdf_, place_.code_map);
  EXPECT_THAT(wrong_fonts(with(place_.code_map, map, map + std::string("\0\1", 2)), sample_.pages),
              ElementsAre("LiberationSerif: codes"));
}

// The same font with a glyph that no page draws, as a subset made of measured text is.
TEST_F(SpoiltFonts, OneMoreGlyphIsSeen) {
  const Drawn drawn = drawn_fonts(sample_.pages).at(kFont);
  std::vector<uint16_t> glyphs;
  for (const auto& [glyph, width] : drawn.widths) {
    if (glyph != 0) glyphs.push_back(glyph);
  }
  const auto subset_of = [&] {
    return subset(sample_.shaper().fonts().bytes(drawn.font), glyphs, false)->program;
  };
  const std::string program = stream(pdf_, place_.program);
  EXPECT_THAT(wrong_fonts(with(place_.program, program, subset_of()), sample_.pages), IsEmpty());
  glyphs.push_back(sample_.shape("@")->glyphs[0].id);
  EXPECT_THAT(wrong_fonts(with(place_.program, program, subset_of()), sample_.pages),
              ElementsAre("LiberationSerif: glyphs"));
}

// A font of which nothing is drawn: its pages are those without the line in italics.
TEST_F(SpoiltFonts, OneMoreFontIsSeen) {
  layout::Pages pages = sample_.pages;
  for (layout::Page& page : pages.pages) {
    std::erase_if(page.fragments, [&](const layout::Fragment& fragment) {
      const auto* glyphs = std::get_if<layout::GlyphRun>(&fragment.item);
      return glyphs != nullptr && pages.shaper->fonts().postscript_name(
                                      glyphs->runs.front().run->font) == "LiberationSerif-Italic";
    });
  }
  EXPECT_THAT(wrong_fonts(pdf_, pages), ElementsAre("LiberationSerif-Italic is not drawn"));
}

}  // namespace
}  // namespace sable::pdf
