#include "sample_pages.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/hash.h"
#include "pdf/number.h"

namespace sable::pdf::testing {
namespace {

using base::Length;
using layout::Role;

constexpr const char* kFonts = "/usr/share/fonts/truetype/liberation2/LiberationSerif-";

text::FontEntry entry(const base::World& world, const std::string& file, bool italic,
                      uint16_t weight) {
  const auto bytes = world.read(file);
  return {"Sample",
          italic,
          weight,
          file,
          "fonts-liberation2",
          bytes ? base::hex(base::sha256(*bytes)) : ""};
}

constexpr std::string_view kProse =
    "The office found first affidavits filed in the official difficult affair, and its "
    "finding was that AVATAR Towers could not be offered to Yesterday's waffle brokers";

}  // namespace

SamplePages::SamplePages(const std::string& font_file) : world_(base::disk_world()) {
  std::vector<text::FontEntry> entries;
  const std::string base = kFonts;
  entries.push_back(
      entry(*world_, font_file.empty() ? base + "Regular.ttf" : font_file, false, 400));
  entries.push_back(entry(*world_, base + "Bold.ttf", false, 700));
  entries.push_back(entry(*world_, base + "Italic.ttf", true, 400));
  auto book = std::make_shared<text::FontBook>(*world_, entries);
  for (const auto& [italic, weight] : {std::pair{false, 400}, {false, 700}, {true, 400}}) {
    const auto found = book->find({"Sample"}, italic, static_cast<uint16_t>(weight));
    EXPECT_TRUE(found.has_value());
    faces_.push_back(found ? *found : text::FontId{0});
  }
  pages.shaper = std::make_shared<text::Shaper>(book);
  pages.info = {"A Sample Report", "Office of Samples", "Samples", "sample, test", "en-US"};
  pages.structure.elements.push_back({Role::document, layout::kNoElement, {}, "", "", ""});
}

void SamplePages::add_page(const std::string& label) {
  pages.pages.emplace_back();
  pages.pages.back().size = {Length::points(612), Length::points(792)};
  pages.pages.back().label = label;
}

layout::ElementId SamplePages::add_element(Role role, layout::ElementId parent) {
  auto& elements = pages.structure.elements;
  const auto id = static_cast<layout::ElementId>(elements.size());
  elements.push_back({role, parent, {}, "", "", ""});
  elements[parent].kids.push_back({false, id});
  return id;
}

layout::LeafId SamplePages::add_leaf(layout::ElementId element, const std::string& actual_text) {
  auto& leaves = pages.structure.leaves;
  const auto id = static_cast<layout::LeafId>(leaves.size());
  leaves.push_back({element, actual_text});
  pages.structure.elements[element].kids.push_back({true, id});
  return id;
}

layout::LeafId SamplePages::add_paragraph(layout::ElementId parent) {
  return add_leaf(add_element(Role::p, parent));
}

const text::ShapedRun* SamplePages::shape(std::string_view text, Face face, int64_t size) {
  return shaper().shape(
      {text, faces_[static_cast<size_t>(face)], Length::points(size), Length(), "", "en-US"});
}

layout::GlyphRun SamplePages::line(int64_t x, int64_t y, std::string_view text, Face face,
                                   int64_t size) {
  layout::GlyphRun glyphs;
  glyphs.origin = {Length::points(x), Length::points(y)};
  Length pen;
  while (!text.empty()) {
    const bool blank = text[0] == ' ';
    size_t end = 0;
    while (end < text.size() && (text[end] == ' ') == blank && (end == 0 || !blank)) ++end;
    const text::ShapedRun* run = shape(text.substr(0, end), face, size);
    glyphs.runs.push_back({run, pen});
    pen += run->advance;
    // As if justified: spaces are a little wider than the font's.
    if (blank) pen += Length::points(1, 7);
    text.remove_prefix(end);
  }
  return glyphs;
}

void SamplePages::add_text(layout::LeafId leaf, int64_t x, int64_t y, std::string_view text,
                           Face face, int64_t size) {
  pages.pages.back().fragments.push_back(
      {line(x, y, text, face, size), layout::Artifact::none, leaf, {}});
}

void SamplePages::add_artifact(layout::Artifact kind, int64_t x, int64_t y, std::string_view text) {
  pages.pages.back().fragments.push_back(
      {line(x, y, text, Face::bold, 10), kind, layout::kNoLeaf, {}});
}

void SamplePages::add_hyphenated(layout::LeafId leaf, int64_t x, int64_t y, std::string_view text) {
  layout::GlyphRun glyphs = line(x, y, text, Face::regular, 11);
  const layout::PlacedRun last = glyphs.runs.back();
  const text::ShapedRun* hyphen =
      shaper().hyphen({"", faces_[0], Length::points(11), Length(), "", "en-US"});
  glyphs.runs.push_back({hyphen, last.x + last.run->advance});
  pages.pages.back().fragments.push_back({glyphs, layout::Artifact::none, leaf, {}});
}

void SamplePages::add_box(int64_t x, int64_t y, int64_t width, int64_t height, base::Color color) {
  const base::Rect area{Length::points(x), Length::points(y), Length::points(width),
                        Length::points(height)};
  pages.pages.back().fragments.push_back(
      {layout::Filled{area, color}, layout::Artifact::layout, layout::kNoLeaf, {}});
}

void SamplePages::add_redaction(layout::ElementId parent, int64_t x, int64_t y,
                                const std::string& code) {
  add_box(x, y - 9, 60, 12);
  const auto leaf = add_leaf(add_element(Role::span, parent), "[redacted: " + code + "]");
  layout::GlyphRun glyphs = line(x + 20, y, code, Face::regular, 9);
  glyphs.color = {255, 255, 255};
  pages.pages.back().fragments.push_back({glyphs, layout::Artifact::none, leaf, {}});
}

SamplePages sample_report(size_t count) {
  SamplePages sample;
  for (size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i + 1);
    sample.add_page(number);
    sample.add_artifact(layout::Artifact::header, 260, 36, "SECRET BANNER");
    const auto section = sample.add_element(Role::sect);
    const auto heading = sample.add_element(Role::h1, section);
    sample.add_text(sample.add_leaf(heading), 72, 90, "Section " + number, Face::bold, 14);
    sample.pages.outline.push_back(
        {1, "Section " + number, static_cast<uint32_t>(i), Length::points(76), heading});
    sample.pages.destinations.push_back(
        {"section-" + number, static_cast<uint32_t>(i), {Length::points(72), Length::points(76)}});
    int64_t y = 110;
    for (int p = 0; p < 7; ++p) {
      const auto paragraph = sample.add_element(Role::p, section);
      const auto leaf = sample.add_leaf(paragraph);
      for (int line = 0; line < 5; ++line, y += 14) {
        sample.add_text(leaf, 72, y, kProse.substr(0, 92 - static_cast<size_t>(p)));
      }
      sample.add_redaction(paragraph, 72, y, "(b)(1)");
      y += 16;
    }
    const auto list = sample.add_element(Role::l, section);
    const auto item = sample.add_element(Role::li, list);
    sample.add_text(sample.add_leaf(sample.add_element(Role::lbl, item)), 72, y, "\u2022");
    sample.add_text(sample.add_leaf(sample.add_element(Role::lbody, item)), 90, y,
                    "An item of a list");
    const auto note = sample.add_element(Role::note, section);
    sample.pages.structure.elements[note].id = "note-" + number;
    sample.add_text(sample.add_leaf(note), 72, 720, "1 A note in italics", Face::italic, 9);
    sample.add_artifact(layout::Artifact::footer, 300, 770, number);
  }
  std::sort(sample.pages.destinations.begin(), sample.pages.destinations.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return sample;
}

Settings sample_settings() {
  Settings settings;
  settings.date = 1709208000;  // 2024-02-29 12:00:00
  settings.producer = "sable test";
  const auto world = base::disk_world();
  if (auto profile = world->read("/usr/share/color/icc/sRGB.icc")) {
    settings.icc_profile = std::move(*profile);
  }
  return settings;
}

std::string written(const layout::Pages& pages, const Settings& settings) {
  auto bytes = write(pages, settings);
  if (!bytes) {
    for (const auto& problem : bytes.error()) ADD_FAILURE() << problem.code << problem.message;
    return {};
  }
  return std::move(*bytes);
}

bool has_program(const std::string& name) {
  return std::system(("command -v " + name + " >/dev/null 2>&1").c_str()) == 0;
}

Outcome run_on(const std::string& bytes, const std::string& command) {
  std::string name = (std::filesystem::temp_directory_path() / "sable-pdf-XXXXXX").string();
  const int file = mkstemp(name.data());
  EXPECT_NE(file, -1);
  close(file);
  std::ofstream(name, std::ios::binary) << bytes;
  std::string line = command + " 2>&1";
  line.replace(line.find("{}"), 2, name);
  Outcome outcome;
  FILE* pipe = popen(line.c_str(), "r");
  std::array<char, 65536> room;
  for (size_t n = 0; (n = fread(room.data(), 1, room.size(), pipe)) > 0;) {
    outcome.output.append(room.data(), n);
  }
  const int status = pclose(pipe);
  outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  std::filesystem::remove(name);
  return outcome;
}

std::string as_text(const std::string& bytes) {
  return run_on(bytes, "qpdf --qdf --object-streams=disable --no-original-object-ids {} -").output;
}

std::string folded(std::string text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\f';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string extracted_text(const std::string& bytes) {
  return folded(run_on(bytes, "pdftotext -raw {} -").output);
}

}  // namespace sable::pdf::testing
