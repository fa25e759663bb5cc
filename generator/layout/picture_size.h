// The pictures of a release, and how large they are set.
//
// In:  an <img>, its style, the room that there is.
// Out: which picture it names; its size on the page.
#pragma once

#include "layout/context.h"

namespace sable::layout {

// Instead of an index into Pages::pictures.
constexpr uint32_t kNoPicture = 0xFFFFFFFF;

// "picture-1" names the first.
uint32_t picture_index(const Context& context, markup::NodeId image);
// nullptr: the release has no such picture.
const released::Picture* picture_of(const Context& context, markup::NodeId image);

// As its style says, or else as its file; never larger than the room, and in its own
// proportions. Where both sides are given it fits into them.
base::Size picture_size(const style::ComputedStyle& style, const released::Picture& picture,
                        const base::Size& room);

}  // namespace sable::layout
