// Lays out markup, for tests.
//
// In:  a body as XML, and CSS.
// Out: the dump of its pages, with places.
#pragma once

#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "../style/tree_builder.h"
#include "base/hash.h"
#include "layout/layout.h"
#include "markup/contents.h"
#include "style/styler.h"

namespace sable::layout::testing {

inline constexpr const char* kLiberation =
    "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf";
inline constexpr const char* kArabic = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";

// A page of 200 pt by 400 pt without margins, in Liberation Serif of 10 pt on 12 pt.
class Bench {
 public:
  Bench() {
    add("Serif", kLiberation);
    add("Arabic", kArabic);
  }

  void add(const std::string& family, const std::string& file) {
    std::stringstream bytes;
    bytes << std::ifstream(file).rdbuf();
    world_.files[file] = bytes.str();
    entries_.push_back({family, false, 400, file, "", base::hex(base::sha256(bytes.str()))});
  }

  // The text of the body's lines, with places; diagnostics in place of pages.
  std::string dump(const std::string& css, std::string_view body, const char* root = "") {
    const auto pages = lay_out(css, body, root);
    if (!pages) return pages.error().front().code + " " + pages.error().front().message;
    std::istringstream lines(layout::dump(pages->pages));
    std::string text;
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("  ")) text += line.substr(2) + "\n";
    }
    return text;
  }

  base::Result<Output> lay_out(const std::string& css, std::string_view body, const char* root) {
    tree_ = markup::with_contents(style::tree_of("<html" + std::string(root) + "><body>" +
                                                 std::string(body) + "</body></html>"),
                                  {});
    const auto sheet = style::parse_sheet(
        sources_,
        {sources_.add("s.css",
                      "@page { size: 200pt 400pt; margin: 0 } html { font: 10pt/12pt Serif }" + css,
                      base::Secrecy::open)},
        {});
    EXPECT_TRUE(sheet.has_value());
    styled_ = style::apply(*sheet, tree_);
    auto fonts =
        std::make_shared<text::FontBook>(world_, entries_, std::vector<std::string>{"Arabic"});
    return layout::lay_out({tree_,
                            styled_,
                            std::make_shared<text::Shaper>(std::move(fonts)),
                            hyphenator_,
                            *marking::find_system("corporate"),
                            {},
                            true,
                            pictures});
  }

  // `width` × `height` points at its own resolution; the next one that markup can name.
  void add_picture(int64_t width, int64_t height) {
    released::Picture picture;
    picture.width = static_cast<uint32_t>(width);
    picture.height = static_cast<uint32_t>(height);
    picture.size = {base::Length::points(width), base::Length::points(height)};
    pictures.push_back(std::make_shared<const released::Picture>(std::move(picture)));
  }

  std::vector<std::shared_ptr<const released::Picture>> pictures;

 private:
  base::MemoryWorld world_;
  std::vector<text::FontEntry> entries_;
  text::Hyphenator hyphenator_{world_, {}};
  base::SourceSet sources_;
  markup::Tree tree_;
  style::StyledTree styled_;
};

}  // namespace sable::layout::testing
