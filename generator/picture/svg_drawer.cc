#include "picture/svg_drawer.h"

#include <fmt/format.h>

namespace sable::picture {

namespace {

using base::Fault;

constexpr const char* kExport = "export it as PNG at 300 dots to the inch";

}  // namespace

base::Diagnostic cannot_be_drawn() {
  return base::error_without_place(Fault::input, "SBL0305", "this SVG picture cannot be drawn",
                                   fmt::format("export it again as plain SVG, or {}", kExport));
}

base::Diagnostic takes_too_much() {
  return base::error_without_place(
      Fault::input, "SBL0316", "drawing this SVG picture takes too much time or memory",
      fmt::format("take its filters out or make them smaller, or {}", kExport));
}

base::Diagnostic lacks_character(char32_t character) {
  return base::error_without_place(
      Fault::input, "SBL0317",
      fmt::format("no font has the character U+{:04X} of this SVG picture",
                  static_cast<uint32_t>(character)),
      "write another one, or have the program that made it turn texts into paths");
}

base::Diagnostic lacks_font(const std::string& path) {
  return base::error_without_place(
      Fault::environment, "SBL0318",
      fmt::format("the font {} is missing, or is not the one of the manifest", path),
      "install the package that the font manifest names for it");
}

base::Result<released::Picture> decode_svg(std::string_view bytes, const SvgTools& tools) {
  if (tools.drawer == nullptr) {
    return base::fail(base::error_without_place(
        Fault::environment, "SBL0301", "pictures in SVG cannot be drawn here",
        fmt::format("install the program sable-svg beside sable, or {}", kExport)));
  }
  base::Result<Svg> svg = read_svg(bytes);
  if (!svg) return base::fail(std::move(svg.error()));
  DrawingOrder order;
  if (!svg->characters.empty()) {
    base::Result<FontChoice> fonts = choose_fonts(svg->font_lists, tools.fonts);
    if (!fonts) return base::fail(std::move(fonts.error()));
    order.fonts = *std::move(fonts);
  }
  order.svg = *std::move(svg);
  base::Result<released::Drawing> drawing = tools.drawer->draw(order);
  if (!drawing) return base::fail(std::move(drawing.error()));
  released::Picture picture;
  picture.size = order.svg.size;
  picture.drawing = *std::move(drawing);
  return picture;
}

}  // namespace sable::picture
