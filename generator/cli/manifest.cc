#include "cli/manifest.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/hash.h"
#include "cli/open_file.h"
#include "cli/shape.h"

namespace sable::cli {

namespace {

constexpr size_t kLargestProfile = 16u << 20;

// CSS Fonts 4, 2.2: a number from 1 to 1000.
uint16_t weight_of(const MapShape& shape) {
  const std::string text = shape.text("weight");
  uint16_t weight = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
  if (error == std::errc() && end == text.data() + text.size() && weight >= 1 && weight <= 1000) {
    return weight;
  }
  if (!text.empty()) {
    shape.note("weight", "a weight is a number from 1 to 1000", "400 is regular, 700 is bold");
  }
  return 400;
}

bool italic_of(const MapShape& shape) {
  const std::string style = shape.text("style");
  if (!style.empty() && style != "normal" && style != "italic") {
    shape.note("style", "a style is normal or italic");
  }
  return style == "italic";
}

std::string digest_of(const MapShape& shape) {
  std::string digest = shape.text("sha256");
  const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  const bool fits = digest.size() == 64 && std::all_of(digest.begin(), digest.end(), is_hex);
  if (!digest.empty() && !fits) {
    shape.note("sha256", "a digest is 64 digits of lower-case hexadecimal", "sha256sum prints it");
  }
  return digest;
}

std::string file_of(const MapShape& shape) {
  std::string file = shape.text("file");
  if (!file.empty() && !file.starts_with('/')) shape.note("file", "a file's path begins with /");
  return file;
}

text::FontEntry font_of(const source::Value& value, base::Diagnostics& problems) {
  const MapShape shape(value, {"family", "style", "weight", "file", "package", "sha256"}, {},
                       problems);
  if (value.kind != source::Kind::map) return {};
  text::FontEntry font;
  font.family = shape.text("family");
  font.italic = italic_of(shape);
  font.weight = weight_of(shape);
  font.file = file_of(shape);
  font.package = shape.text("package");
  font.sha256 = digest_of(shape);
  return font;
}

text::HyphenPatterns patterns_of(const source::Value& value, base::Diagnostics& problems) {
  const MapShape shape(value, {"language", "file", "package"}, {}, problems);
  if (value.kind != source::Kind::map) return {};
  return {shape.text("language"), file_of(shape), shape.text("package")};
}

ColorProfile profile_of(const source::Value& value, base::Diagnostics& problems) {
  const MapShape shape(value, {"file", "package", "sha256"}, {}, problems);
  return {file_of(shape), shape.text("package"), digest_of(shape)};
}

std::string fallback_of(const source::Value& value, const std::vector<text::FontEntry>& fonts,
                        base::Diagnostics& problems) {
  const auto listed = [&](const text::FontEntry& font) { return font.family == value.text; };
  if (value.kind != source::Kind::text || std::none_of(fonts.begin(), fonts.end(), listed)) {
    problems.push_back(base::error_at(value.span, "SBL1018",
                                      "a fallback is a family that the manifest does not list",
                                      "list its faces under `fonts`, spelt alike"));
  }
  return value.text;
}

bool same_face(const text::FontEntry& a, const text::FontEntry& b) {
  return a.family == b.family && a.italic == b.italic && a.weight == b.weight;
}

void find_doubles(const std::vector<text::FontEntry>& fonts, const source::Value& list,
                  base::Diagnostics& problems) {
  for (size_t i = 0; i < fonts.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      if (!same_face(fonts[i], fonts[j])) continue;
      base::Diagnostic twice =
          base::error_at(list.items[i].span, "SBL1015", "this face stands in the manifest twice",
                         "drop one of the two");
      twice.related.push_back({list.items[j].span, "the first is here"});
      problems.push_back(std::move(twice));
    }
  }
}

}  // namespace

base::Result<Manifest> load_manifest(const base::World& world, base::SourceSet& sources,
                                     const std::string& path) {
  const base::Result<source::Value> tree = read_open_file(world, sources, path);
  if (!tree) return base::fail(tree.error());
  base::Diagnostics problems;
  Manifest manifest;
  const MapShape shape(*tree, {"fonts", "color-profile"}, {"fallback", "hyphenation"}, problems);
  if (const source::Value* fonts = shape.list("fonts")) {
    for (const source::Value& font : fonts->items)
      manifest.fonts.push_back(font_of(font, problems));
    if (!base::has_errors(problems)) find_doubles(manifest.fonts, *fonts, problems);
  }
  if (const source::Value* families = shape.list("fallback")) {
    for (const source::Value& family : families->items) {
      manifest.fallbacks.push_back(fallback_of(family, manifest.fonts, problems));
    }
  }
  if (const source::Value* languages = shape.list("hyphenation")) {
    for (const source::Value& language : languages->items) {
      manifest.hyphenation.push_back(patterns_of(language, problems));
    }
  }
  if (const source::Value* profile = shape.map("color-profile")) {
    manifest.color_profile = profile_of(*profile, problems);
  }
  if (base::has_errors(problems)) return base::fail(std::move(problems));
  return manifest;
}

base::Result<std::string> load_color_profile(const base::World& world,
                                             const ColorProfile& profile) {
  base::Result<std::string> bytes = world.read(profile.file, kLargestProfile);
  if (!bytes) {
    return base::fail(
        base::error_without_place(base::Fault::environment, "SBL1016",
                                  fmt::format("the colour profile {} cannot be read", profile.file),
                                  fmt::format("install the Debian package {}", profile.package)));
  }
  if (base::hex(base::sha256(*bytes)) != profile.sha256) {
    return base::fail(base::error_without_place(
        base::Fault::environment, "SBL1017",
        fmt::format("the colour profile {} is not the one of the manifest", profile.file),
        fmt::format("install the Debian package {} anew, or write the new digest into the manifest",
                    profile.package)));
  }
  return bytes;
}

}  // namespace sable::cli
