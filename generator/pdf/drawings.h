// Drawings as form XObjects (ISO 32000-1, 8.10).
//
// In:  a drawing of the release.
// Out: its objects in the file, and the form that names them; it fills the unit square,
//      as an image does.
#pragma once

#include <cstdint>

#include "pdf/haru.h"
#include "released/drawing.h"

namespace sable::pdf {

// The object of the form.
uint32_t write_drawing(const released::Drawing& drawing, Document& document);

}  // namespace sable::pdf
