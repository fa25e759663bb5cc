#include "release/figure_passage.h"

#include <optional>

#include <fmt/format.h>

namespace sable::release {

namespace {

using released::HoleKind;
using released::PixelArea;

constexpr uint64_t kWhole = 10'000;  // 100 %

released::Float released_float(report::Float floating) {
  switch (floating) {
    case report::Float::none:
      return released::Float::none;
    case report::Float::top:
      return released::Float::top;
    case report::Float::bottom:
      return released::Float::bottom;
    case report::Float::left:
      return released::Float::left;
    case report::Float::right:
      break;
  }
  return released::Float::right;
}

// The pixels that [from, from + length) of a side covers, in part or whole.
struct Reach {
  uint32_t begin = 0, length = 0;
};

std::optional<Reach> reach(uint64_t from, uint64_t length, uint32_t side, bool percent) {
  const uint64_t whole = percent ? kWhole : side;
  if (from + length > whole) return std::nullopt;
  const uint64_t begin = from * side / whole;
  const uint64_t end = ((from + length) * side + whole - 1) / whole;
  return Reach{static_cast<uint32_t>(begin), static_cast<uint32_t>(end - begin)};
}

std::optional<PixelArea> pixels_of(const report::Area& area, picture::Dimensions dimensions) {
  const auto across = reach(area.x, area.width, dimensions.width, area.percent);
  const auto down = reach(area.y, area.height, dimensions.height, area.percent);
  if (!across || !down) return std::nullopt;
  return PixelArea{across->begin, down->begin, across->length, down->length};
}

class FigurePassage {
 public:
  FigurePassage(const report::Figure& from, Pictures& pictures, Passage& passage)
      : from_(from), pictures_(pictures), passage_(passage) {}

  released::Figure pass() {
    released::Figure to;
    to.id = from_.id;
    to.mark = from_.mark;
    to.width = from_.width;
    to.unit = from_.unit;
    to.floating = released_float(from_.floating);
    alternative(to);
    picture(to);
    if (from_.caption) to.caption = caption(*from_.caption);
    return to;
  }

 private:
  void alternative(released::Figure& to) {
    const report::RichText& from = from_.alternative;
    const Decision decision = passage_.decisions().of(from.redaction);
    if (decision == Decision::shown) {
      to.alternative = passage_.prose().convert(from.text);
      draw_around(passage_.shown(from.redaction), to.alternative);
    } else {
      to.alternative = passage_.hole(HoleKind::span, from.redaction, decision);
    }
  }

  // A caption without a mark of its own is decided with the figure.
  released::Field caption(const report::RichText& from) {
    const Decision decision = from.mark ? passage_.decide(from.redaction, from.mark, from.span)
                                        : passage_.decisions().of(from.redaction);
    released::Field caption;
    caption.ordinal = passage_.ordinal(from.span);
    caption.mark = passage_.shown_mark(from.mark, decision);
    if (decision == Decision::shown) {
      caption.text = passage_.prose().convert(from.text);
      draw_around(from.mark ? passage_.shown_portion(from.redaction, from.mark)
                            : passage_.shown(from.redaction),
                  caption.text);
    } else {
      caption.text = passage_.hole(HoleKind::field, from.redaction, decision);
    }
    return caption;
  }

  void picture(released::Figure& to) {
    if (pictures_.album() == nullptr) {
      report(base::error_without_place(base::Fault::input, "SBL0290",
                                       "a report that is no file of a folder can name no files",
                                       "save the report beside the file, and read it from there"));
      return;
    }
    std::string bytes;
    const std::optional<picture::Dimensions> dimensions = measured(bytes);
    if (!dimensions) return;
    const std::vector<PixelArea> withheld = regions(*dimensions, to);
    if (const uint32_t* known = pictures_.find(from_.file, withheld)) {
      to.picture = *known;
      return;
    }
    if (bytes.empty() && !read(bytes)) return;
    base::Result<released::Picture> decoded =
        picture::is_svg(bytes) ? picture::decode_svg(bytes, pictures_.album()->svg_tools())
                               : picture::decode(bytes, withheld);
    if (!decoded) return report(decoded.error().front());
    to.picture = pictures_.add(from_.file, withheld, *std::move(decoded));
  }

  bool read(std::string& bytes) {
    base::Result<std::string> found = pictures_.album()->read(from_.file);
    if (found) {
      bytes = *std::move(found);
    } else {
      report(found.error().front());
    }
    return found.has_value();
  }

  // The size of the picture in pixels. Its file is read where that is not known yet.
  std::optional<picture::Dimensions> measured(std::string& bytes) {
    if (const picture::Dimensions* known = pictures_.dimensions(from_.file)) return *known;
    if (!read(bytes)) return std::nullopt;
    picture::Dimensions dimensions;
    if (!picture::is_svg(bytes)) {
      const base::Result<picture::Dimensions> found = picture::measure(bytes);
      if (!found) {
        report(found.error().front());
        return std::nullopt;
      }
      dimensions = *found;
    }
    pictures_.set_dimensions(from_.file, dimensions);
    return dimensions;
  }

  // Areas that this release withholds. Those that it shows are looked at too: an area
  // beside the picture covers something else than its author means.
  std::vector<PixelArea> regions(picture::Dimensions dimensions, released::Figure& to) {
    std::vector<PixelArea> withheld;
    for (const report::Region& region : from_.regions) {
      if (dimensions == picture::Dimensions{}) {
        refuse_region(region);
        continue;
      }
      const std::optional<PixelArea> area = pixels_of(region.area, dimensions);
      if (!area) {
        passage_.report(base::error_at(
            region.span, "SBL0420", "this area reaches beyond the picture",
            fmt::format("the picture is {} pixels wide and {} high; write the left and upper edge "
                        "of the area, then its width and height",
                        dimensions.width, dimensions.height)));
        continue;
      }
      const Decision decision = passage_.decisions().of(region.redaction);
      if (decision == Decision::shown) {
        passage_.prose().pass(region.redaction);
        continue;
      }
      to.regions.push_back({*area, passage_.hole(HoleKind::region, region.redaction, decision)});
      withheld.push_back(*area);
    }
    return withheld;
  }

  // A drawing has no pixels that could become black.
  void refuse_region(const report::Region& region) {
    passage_.report(base::error_at(
        region.span, "SBL0421", "a region of a picture in SVG cannot be withheld",
        "export the picture as PNG at 300 dots to the inch, and give the area in its pixels"));
  }

  void report(base::Diagnostic diagnostic) {
    diagnostic.span = from_.file_span;
    diagnostic.echo = from_.file;
    passage_.report(std::move(diagnostic));
  }

  const report::Figure& from_;
  Pictures& pictures_;
  Passage& passage_;
};

}  // namespace

const picture::Dimensions* Pictures::dimensions(const std::string& file) const {
  const auto found = dimensions_.find(file);
  return found == dimensions_.end() ? nullptr : &found->second;
}

const uint32_t* Pictures::find(const std::string& file,
                               const std::vector<PixelArea>& withheld) const {
  const auto found = indices_.find({file, withheld});
  return found == indices_.end() ? nullptr : &found->second;
}

uint32_t Pictures::add(const std::string& file, const std::vector<PixelArea>& withheld,
                       released::Picture picture) {
  const auto index = static_cast<uint32_t>(all_.size());
  all_.push_back(std::make_shared<const released::Picture>(std::move(picture)));
  indices_.emplace(std::pair{file, withheld}, index);
  return index;
}

released::Figure pass_figure(const report::Figure& from, Pictures& pictures, Passage& passage) {
  return FigurePassage(from, pictures, passage).pass();
}

}  // namespace sable::release
