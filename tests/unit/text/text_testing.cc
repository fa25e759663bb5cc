#include "text_testing.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <sstream>

namespace sable::text::testing {

std::string read_disk(const std::string& path) {
  const auto bytes = base::disk_world()->read(path);
  EXPECT_TRUE(bytes) << path;
  return bytes.value_or("");
}

Manifest read_manifest() {
  Manifest manifest;
  std::istringstream lines(read_disk(SABLE_SOURCE_DIR "/fonts/manifest.yaml"));
  for (std::string line; std::getline(lines, line);) {
    const size_t colon = line.find(": ");
    if (line.starts_with('#') || colon == std::string::npos) continue;
    const std::string key = line.substr(4, colon - 4), value = line.substr(colon + 2);
    if (key == "family") manifest.fonts.emplace_back().family = value;
    if (key == "language") manifest.hyphenation.emplace_back().language = value;
    const bool in_fonts = manifest.hyphenation.empty();
    if (key == "style") manifest.fonts.back().italic = value == "italic";
    if (key == "weight") manifest.fonts.back().weight = static_cast<uint16_t>(std::stoi(value));
    if (key == "sha256") manifest.fonts.back().sha256 = value;
    if (key == "file") {
      (in_fonts ? manifest.fonts.back().file : manifest.hyphenation.back().file) = value;
    }
    if (key == "package") {
      (in_fonts ? manifest.fonts.back().package : manifest.hyphenation.back().package) = value;
    }
  }
  return manifest;
}

FontEntry add_font(base::MemoryWorld& world, const std::string& file, const std::string& bytes) {
  world.files[file] = bytes;
  return {"Test", false, 400, file, "fonts-test", base::hex(base::sha256(bytes))};
}

std::string glyphs_of(const ShapedRun& run) {
  std::string line;
  for (const Glyph& glyph : run.glyphs) {
    if (!line.empty()) line += ' ';
    line +=
        fmt::format("{}@{}+{}={}", glyph.id, glyph.text_begin, glyph.text_length, glyph.advance);
    if (glyph.x_offset || glyph.y_offset) {
      line += fmt::format("@{},{}", glyph.x_offset, glyph.y_offset);
    }
  }
  return line;
}

FontId Bench::font(const std::string& family, bool italic, uint16_t weight) {
  const auto id = fonts->find({family}, italic, weight);
  EXPECT_TRUE(id) << family;
  return id.value_or(0);
}

ShapeRequest Bench::request(std::string_view text) {
  ShapeRequest request;
  request.text = text;
  request.font = font("Liberation Serif");
  request.size = base::Length::points(10);
  request.language = "en-US";
  return request;
}

}  // namespace sable::text::testing
