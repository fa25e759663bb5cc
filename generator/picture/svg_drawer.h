// Who draws an SVG.
//
// In:  an SVG that is safe to draw, and the fonts to draw it with.
// Out: a drawing; or what is wrong, without a place.
//
// The libraries that draw are large, and meant for files that mean well: a program of
// its own loads them (drawing/), and draws each picture in a process of its own, with
// little time and memory.
#pragma once

#include <memory>
#include <string>

#include "base/diagnostic.h"
#include "picture/svg.h"
#include "picture/svg_fonts.h"
#include "released/drawing.h"
#include "released/picture.h"

namespace sable::picture {

struct DrawingOrder {
  Svg svg;
  FontChoice fonts;
};

class SvgDrawer {
 public:
  SvgDrawer() = default;
  SvgDrawer(const SvgDrawer&) = delete;
  SvgDrawer& operator=(const SvgDrawer&) = delete;
  virtual ~SvgDrawer() = default;

  virtual base::Result<released::Drawing> draw(const DrawingOrder& order) const = 0;
};

// Draws by the program at `path`, which is started with the first picture.
std::unique_ptr<SvgDrawer> drawer_process(std::string path);

// What a drawer may find wrong.
base::Diagnostic cannot_be_drawn();
base::Diagnostic takes_too_much();
base::Diagnostic lacks_character(char32_t character);
base::Diagnostic lacks_font(const std::string& path);

// Whether any SVG can be drawn, and with which fonts.
struct SvgTools {
  const SvgDrawer* drawer = nullptr;
  FontStock fonts = {};
};

base::Result<released::Picture> decode_svg(std::string_view bytes, const SvgTools& tools);

}  // namespace sable::picture
