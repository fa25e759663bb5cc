// An SVG drawn as PDF.
//
// In:  an order: an SVG that is safe to draw, and its fonts.
// Out: an answer: the drawing, or what is wrong.
//
// It sets the process's own fontconfig, so a process draws one picture at a time, and
// it takes no heed of time and memory: see main.cc.
#pragma once

#include "picture/wire.h"

namespace sable::drawing {

picture::Answer draw(const picture::DrawingOrder& order);

}  // namespace sable::drawing
