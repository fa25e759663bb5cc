// Pages made by hand with real fonts, for tests of the PDF room.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/world.h"
#include "layout/pages.h"
#include "pdf/write.h"

namespace sable::pdf::testing {

enum class Face { regular, bold, italic };

class SamplePages {
 public:
  // `family`: "Liberation Serif", or a path of another regular font file.
  explicit SamplePages(const std::string& font_file = {});

  layout::Pages pages;

  // Starts a US letter page.
  void add_page(const std::string& label);
  layout::ElementId add_element(layout::Role role, layout::ElementId parent = 0);
  layout::LeafId add_leaf(layout::ElementId element, const std::string& actual_text = {});
  // A paragraph's element and its leaf.
  layout::LeafId add_paragraph(layout::ElementId parent = 0);

  // A line of words and real spaces; `y` is its baseline from the top, in points.
  void add_text(layout::LeafId leaf, int64_t x, int64_t y, std::string_view text,
                Face face = Face::regular, int64_t size = 11);
  void add_artifact(layout::Artifact kind, int64_t x, int64_t y, std::string_view text);
  // A word that ends its line with a hyphen.
  void add_hyphenated(layout::LeafId leaf, int64_t x, int64_t y, std::string_view text);
  void add_box(int64_t x, int64_t y, int64_t width, int64_t height, base::Color color = {});
  // A black box with its code in white, read as "[redacted: …]".
  void add_redaction(layout::ElementId parent, int64_t x, int64_t y, const std::string& code);

  text::Shaper& shaper() { return *pages.shaper; }
  const text::ShapedRun* shape(std::string_view text, Face face = Face::regular, int64_t size = 11);

 private:
  layout::GlyphRun line(int64_t x, int64_t y, std::string_view text, Face face, int64_t size);

  std::unique_ptr<base::World> world_;
  std::vector<text::FontId> faces_;
};

// A report of `count` pages: heading, paragraphs, a list, a note, boxes, banners.
SamplePages sample_report(size_t count);

Settings sample_settings();

// The file's bytes; fails the test and is empty where writing fails.
std::string written(const layout::Pages& pages, const Settings& settings = sample_settings());

bool has_program(const std::string& name);

struct Outcome {
  int status = -1;
  std::string output;  // both streams
};
// Runs a command on the bytes: "{}" stands for the name of a file that holds them.
Outcome run_on(const std::string& bytes, const std::string& command);

// The file without compression and object streams, by qpdf.
std::string as_text(const std::string& bytes);
// What pdftotext finds, each run of blanks as one.
std::string extracted_text(const std::string& bytes);
std::string folded(std::string text);

}  // namespace sable::pdf::testing
