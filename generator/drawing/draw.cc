#include "drawing/draw.h"

#include <algorithm>
#include <memory>

#include <cairo-pdf.h>
#include <librsvg/rsvg.h>

#include "drawing/fonts.h"
#include "drawing/form.h"

namespace sable::drawing {

namespace {

using picture::Answer;
using picture::Outcome;

// Units of the drawing to the point: filters and masks become pixels, one to the unit,
// and are to have 288 of them to the inch. Less where the picture is large.
constexpr int64_t kScale = 4;
constexpr int64_t kLongestSide = 4800;

struct Free {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(GError* error) const { g_error_free(error); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

uint32_t units(base::Length side, base::Length longest) {
  const int64_t point = base::Length::points(1).units();
  const int64_t most =
      std::max<int64_t>(1, std::min(longest.units() * kScale / point, kLongestSide));
  return static_cast<uint32_t>(std::max<int64_t>(1, side.scaled(most, longest.units()).units()));
}

cairo_status_t collect(void* to, const unsigned char* bytes, unsigned int length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

Owned<RsvgHandle> load(const std::string& svg) {
  GError* error = nullptr;
  Owned<RsvgHandle> handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
  const Owned<GError> why(error);
  // A picture in it may have base64 of any length.
  if (handle) rsvg_handle_set_dpi(handle.get(), 96);
  return handle;
}

// The PDF of a page of that size; empty if there is trouble.
std::string page(RsvgHandle* handle, uint32_t width, uint32_t height) {
  std::string pdf;
  const Owned<cairo_surface_t> surface(
      cairo_pdf_surface_create_for_stream(collect, &pdf, width, height));
  cairo_surface_set_fallback_resolution(surface.get(), 72, 72);  // a pixel to the unit
  const Owned<cairo_t> context(cairo_create(surface.get()));
  const RsvgRectangle viewport{0, 0, static_cast<double>(width), static_cast<double>(height)};
  GError* error = nullptr;
  const bool drawn = rsvg_handle_render_document(handle, context.get(), &viewport, &error) != FALSE;
  const Owned<GError> why(error);
  cairo_surface_finish(surface.get());
  const bool sound = cairo_status(context.get()) == CAIRO_STATUS_SUCCESS &&
                     cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS;
  return drawn && sound ? pdf : std::string();
}

}  // namespace

Answer draw(const picture::DrawingOrder& order) {
  Answer answer = pin_fonts(order);
  if (answer.outcome != Outcome::drawn) return answer;
  answer.outcome = Outcome::undrawable;
  const base::Size& size = order.svg.size;
  const base::Length longest = std::max(size.width, size.height);
  if (size.width <= base::Length() || size.height <= base::Length()) return answer;
  const uint32_t width = units(size.width, longest), height = units(size.height, longest);
  const Owned<RsvgHandle> handle = load(order.svg.text);
  if (!handle) return answer;
  auto drawing = form_of(page(handle.get(), width, height));
  if (!drawing) return answer;
  drawing->width = width;
  drawing->height = height;
  answer.drawing = *std::move(drawing);
  answer.outcome = Outcome::drawn;
  return answer;
}

}  // namespace sable::drawing
