#include "pdf/fonts.h"

#include <algorithm>
#include <map>

#include "pdf/deflate.h"
#include "pdf/number.h"
#include "pdf/strings.h"

namespace sable::pdf {
namespace {

constexpr const char* kSystemInfo =
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>";
// Flags of a font descriptor (ISO 32000-1, 9.8.2).
constexpr int kFixedPitch = 1, kSymbolic = 4, kItalic = 64;
// Entries of a section of a CMap (Adobe TN 5014).
constexpr size_t kSection = 100;

void append_code(std::string& out, size_t code) {
  const char bytes[2] = {static_cast<char>(code >> 8), static_cast<char>(code)};
  append_hex_string(out, {bytes, 2});
}

// `operand count` begin… entries end… in sections of a hundred.
template <typename Append>
void append_sections(std::string& out, size_t count, const char* kind, Append append) {
  for (size_t first = 0; first < count; first += kSection) {
    const size_t last = std::min(count, first + kSection);
    append_integer(out, static_cast<int64_t>(last - first));
    out.append(" begin").append(kind) += '\n';
    for (size_t i = first; i < last; ++i) append(i);
    out.append("end").append(kind) += '\n';
  }
}

void append_cmap_head(std::string& out, const char* ordering, const char* name, int type) {
  out +=
      "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(";
  out += ordering;
  out += ")/Supplement 0>>def\n/CMapName/";
  out += name;
  out += " def\n/CMapType ";
  append_integer(out, type);
  out += " def\n/WMode 0 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
}

constexpr const char* kCmapFoot =
    "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";

// Codes to glyph ids, for fonts whose glyphs are found by id alone (9.7.4.2).
std::string cid_map(const FontCodes& font) {
  std::string out;
  append_cmap_head(out, "Identity", "Sable-Codes", 1);
  append_sections(out, font.codes.size(), "cidchar", [&](size_t i) {
    append_code(out, i + 1);
    out += ' ';
    append_integer(out, font.codes[i].glyph);
    out += '\n';
  });
  return out + kCmapFoot;
}

std::string glyph_id_map(const Subset& subset) {
  std::string out(2, '\0');
  for (const uint16_t id : subset.new_ids) {
    out += static_cast<char>(id >> 8);
    out += static_cast<char>(id);
  }
  return out;
}

// W (9.7.4.3): widths by CID, which is the code or, for CFF, the glyph id.
std::string widths(const FontCodes& font, bool is_cff) {
  std::map<uint32_t, MicroEm> by_cid{{0, font.notdef_width}};
  for (size_t i = 0; i < font.codes.size(); ++i) {
    by_cid[is_cff ? font.codes[i].glyph : static_cast<uint32_t>(i + 1)] = font.codes[i].width;
  }
  std::string out = "/W[";
  uint32_t next = 0xFFFFFFFF;
  for (const auto& [cid, width] : by_cid) {
    if (cid != next) {
      if (next != 0xFFFFFFFF) out += ']';
      append_integer(out, cid);
      out += '[';
    } else {
      out += ' ';
    }
    append_thousandths(out, width);
    next = cid + 1;
  }
  return out + "]]";
}

std::string base_font(const Subset& subset, std::string name) {
  std::string full = subset.tag + "+" + (name.empty() ? "Font" : std::move(name));
  full.resize(std::min(full.size(), kLongestName));
  return full;
}

bool is_fixed_pitch(const FontCodes& font) {
  return font.codes.size() > 1 &&
         std::all_of(font.codes.begin(), font.codes.end(),
                     [&](const Code& code) { return code.width == font.codes[0].width; });
}

// Thickness of stems is in no table; this is what fonts of a weight usually have.
int stem_width(int weight) { return 50 + (weight / 65) * (weight / 65); }

class DictionaryWriter {
 public:
  DictionaryWriter(const text::FontBook& book, HiddenObjects& hidden)
      : book_(book), hidden_(hidden) {}

  uint32_t write(const FontCodes& font, const PreparedFont& prepared) {
    const text::FontId id = font.font;
    const std::string name = base_font(prepared.subset, book_.postscript_name(id));
    const uint32_t descriptor = hidden_.add(descriptor_text(font, prepared, name));
    const uint32_t descendant = hidden_.add(descendant_text(font, prepared, name, descriptor));
    return hidden_.add(type0_text(prepared, name, descendant));
  }

 private:
  void append_scaled(std::string& out, const char* key, int64_t value, int64_t em) {
    out += key;
    append_thousandths(out, value * 1'000'000 / em);
  }

  std::string descriptor_text(const FontCodes& font, const PreparedFont& prepared,
                              const std::string& name) {
    const text::FontMetrics& metrics = book_.metrics(font.font);
    const text::FontEntry& entry = book_.entry(font.font);
    const int64_t em = metrics.units_per_em;
    std::string out = "<</Type/FontDescriptor/FontName";
    append_name(out, name);
    out += "/Flags ";
    append_integer(
        out, kSymbolic | (entry.italic ? kItalic : 0) | (is_fixed_pitch(font) ? kFixedPitch : 0));
    out += "/FontBBox";
    for (int i = 0; i < 4; ++i) append_scaled(out, i == 0 ? "[" : " ", metrics.bbox[i], em);
    out += "]/ItalicAngle ";
    append_thousandths(out, int64_t{metrics.italic_angle} * 1000 / 65536);
    append_scaled(out, "/Ascent ", metrics.ascent, em);
    append_scaled(out, "/Descent ", -metrics.descent, em);
    append_scaled(out, "/CapHeight ", metrics.cap_height, em);
    out += "/StemV ";
    append_integer(out, stem_width(entry.weight));
    out += prepared.subset.is_cff ? "/FontFile3 " : "/FontFile2 ";
    append_reference(out, prepared.program);
    return out + ">>";
  }

  std::string descendant_text(const FontCodes& font, const PreparedFont& prepared,
                              const std::string& name, uint32_t descriptor) {
    const bool is_cff = prepared.subset.is_cff;
    std::string out = "<</Type/Font/Subtype";
    out += is_cff ? "/CIDFontType0" : "/CIDFontType2";
    out += "/BaseFont";
    append_name(out, name);
    out += kSystemInfo;
    out += "/FontDescriptor ";
    append_reference(out, descriptor);
    out += widths(font, is_cff);
    if (!is_cff) {
      out += "/CIDToGIDMap ";
      append_reference(out, prepared.code_map);
    }
    return out + ">>";
  }

  static std::string type0_text(const PreparedFont& prepared, const std::string& name,
                                uint32_t descendant) {
    std::string out = "<</Type/Font/Subtype/Type0/BaseFont";
    append_name(out, name);
    if (prepared.subset.is_cff) {
      out += "/Encoding ";
      append_reference(out, prepared.code_map);
    } else {
      out += "/Encoding/Identity-H";
    }
    out += "/DescendantFonts[";
    append_reference(out, descendant);
    out += "]/ToUnicode ";
    append_reference(out, prepared.to_unicode);
    return out + ">>";
  }

  const text::FontBook& book_;
  HiddenObjects& hidden_;
};

// Adds the streams of one font.
PreparedFont write_streams(const FontCodes& font, Subset subset, Document& document,
                           Deflater& deflater) {
  PreparedFont prepared{std::move(subset), document.add_object(), document.add_object(),
                        document.add_object()};
  const Subset& made = prepared.subset;
  std::string entries = made.is_cff ? "/Subtype/CIDFontType0C" : "/Length1 ";
  if (!made.is_cff) append_integer(entries, static_cast<int64_t>(made.program.size()));
  document.set_stream(prepared.program, entries + "/Filter/FlateDecode",
                      deflater.compress(made.program));
  document.set_stream(prepared.to_unicode, "/Filter/FlateDecode",
                      deflater.compress(to_unicode_map(font)));
  std::string map_entries = "/Filter/FlateDecode";
  if (made.is_cff) {
    map_entries += "/Type/CMap/CMapName/Sable-Codes/WMode 0";
    map_entries += kSystemInfo;
  }
  document.set_stream(prepared.code_map, map_entries,
                      deflater.compress(made.is_cff ? cid_map(font) : glyph_id_map(made)));
  return prepared;
}

base::Result<Subset> subset_of(const FontCodes& font, const text::FontBook& book) {
  std::vector<uint16_t> glyphs;
  glyphs.reserve(font.codes.size());
  for (const Code& code : font.codes) glyphs.push_back(code.glyph);
  auto made = subset(book.bytes(font.font), glyphs, book.is_cff(font.font));
  if (made && made->is_cff && is_cid_keyed(made->program)) {
    return base::fail(base::error_without_place(
        base::Fault::input, "SBL0957", "a CFF font of the manifest is keyed by character id",
        "name the font's TrueType file, or a CFF font with glyph names"));
  }
  return made;
}

}  // namespace

std::string to_unicode_map(const FontCodes& font) {
  std::string out;
  append_cmap_head(out, "UCS", "Adobe-Identity-UCS", 2);
  append_sections(out, font.codes.size(), "bfchar", [&](size_t i) {
    append_code(out, i + 1);
    out += '<';
    append_utf16_hex(out, font.codes[i].text);
    out += ">\n";
  });
  return out + kCmapFoot;
}

base::Result<std::vector<PreparedFont>> prepare_fonts(const Codes& codes,
                                                      const text::FontBook& book,
                                                      Document& document) {
  std::vector<PreparedFont> prepared;
  base::Diagnostics problems;
  Deflater deflater(kBestLevel);
  for (const FontCodes& font : codes.fonts()) {
    auto made = subset_of(font, book);
    if (!made) {
      problems.insert(problems.end(), made.error().begin(), made.error().end());
      continue;
    }
    prepared.push_back(write_streams(font, std::move(*made), document, deflater));
  }
  if (!problems.empty()) return base::fail(std::move(problems));
  return prepared;
}

std::vector<uint32_t> write_fonts(const Codes& codes, const std::vector<PreparedFont>& prepared,
                                  const text::FontBook& book, HiddenObjects& hidden) {
  DictionaryWriter writer(book, hidden);
  std::vector<uint32_t> numbers;
  for (size_t i = 0; i < prepared.size(); ++i) {
    numbers.push_back(writer.write(codes.fonts()[i], prepared[i]));
  }
  return numbers;
}

}  // namespace sable::pdf
