#include "layout/picture_size.h"

#include <algorithm>
#include <charconv>

namespace sable::layout {

namespace {

using base::Length;
using base::Size;
using style::Dimension;

constexpr std::string_view kPrefix = "picture-";

// Makes it smaller, if it has to be, and keeps its proportions.
Size fitted(Size size, Length width, Length height) {
  if (size.width > width) {
    size.height = size.height.scaled(width.units(), size.width.units());
    size.width = width;
  }
  if (size.height > height) {
    size.width = size.width.scaled(height.units(), size.height.units());
    size.height = height;
  }
  return size;
}

Size widened(const Size& size, Length width) {
  return {width, size.height.scaled(width.units(), size.width.units())};
}

}  // namespace

uint32_t picture_index(const Context& context, markup::NodeId image) {
  const std::string_view name = context.node(image).attribute("src");
  if (!name.starts_with(kPrefix)) return kNoPicture;
  const char* const begin = name.data() + kPrefix.size();
  const char* const end = name.data() + name.size();
  uint32_t number = 0;
  const auto [rest, error] = std::from_chars(begin, end, number);
  const bool known =
      error == std::errc() && rest == end && number > 0 && number <= context.input.pictures.size();
  return known ? number - 1 : kNoPicture;
}

const released::Picture* picture_of(const Context& context, markup::NodeId image) {
  const uint32_t index = picture_index(context, image);
  return index == kNoPicture ? nullptr : context.input.pictures[index].get();
}

Size picture_size(const style::ComputedStyle& style, const released::Picture& picture,
                  const Size& room) {
  const Length least = Length::points(1);
  const Size most{std::max(room.width, least), std::max(room.height, least)};
  Size size = picture.size;
  Length height = most.height;
  if (style.width.kind == Dimension::Kind::length) size = widened(size, style.width.length);
  if (style.width.kind == Dimension::Kind::percent) {
    size = widened(size, most.width.scaled(style.width.percent, 10000));
  }
  if (style.height.kind == Dimension::Kind::length) height = std::min(height, style.height.length);
  if (style.height.kind == Dimension::Kind::percent) {
    height = std::min(height, most.height.scaled(style.height.percent, 10000));
  }
  size = fitted(size, most.width, std::max(height, least));
  return {std::max(size.width, Length::raw(1)), std::max(size.height, Length::raw(1))};
}

}  // namespace sable::layout
