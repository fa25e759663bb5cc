#include "make.h"

#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>
#include <png.h>

namespace sable::testing {

namespace {

void append_png(png_structp png, png_bytep bytes, size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))
      ->append(reinterpret_cast<const char*>(bytes), size);
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

void set_colors(png_structp png, png_infop info, const PngForm& form) {
  if (!form.palette.empty()) {
    std::vector<png_color> colors;
    for (size_t i = 0; i + 2 < form.palette.size(); i += 3) {
      const unsigned char* rgb = bytes_of(form.palette) + i;
      colors.push_back({rgb[0], rgb[1], rgb[2]});
    }
    png_set_PLTE(png, info, colors.data(), static_cast<int>(colors.size()));
  }
  if (form.transparency.empty()) return;
  const unsigned char* bytes = bytes_of(form.transparency);
  if (form.colors == PngColors::palette) {
    png_set_tRNS(png, info, bytes, static_cast<int>(form.transparency.size()), nullptr);
    return;
  }
  png_color_16 color{};
  const auto sample = [bytes](size_t i) {
    return static_cast<png_uint_16>(bytes[2 * i] * 256 + bytes[2 * i + 1]);
  };
  color.gray = color.red = sample(0);
  if (form.colors == PngColors::rgb) {
    color.green = sample(1);
    color.blue = sample(2);
  }
  png_set_tRNS(png, info, nullptr, 0, &color);
}

}  // namespace

std::string png_file(const PngForm& form, const std::vector<std::string>& rows) {
  std::string out;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(png, &out, append_png, nullptr);
  png_set_IHDR(png, info, form.width, form.height, form.depth, static_cast<int>(form.colors),
               form.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  set_colors(png, info, form);
  if (form.dots_to_the_metre > 0) {
    png_set_pHYs(png, info, form.dots_to_the_metre, form.dots_to_the_metre, PNG_RESOLUTION_METER);
  }
  std::string key = "Comment", words = form.comment;
  png_text text{};
  text.compression = PNG_TEXT_COMPRESSION_NONE;
  text.key = key.data();
  text.text = words.data();
  if (!words.empty()) png_set_text(png, info, &text, 1);
  png_write_info(png, info);
  std::vector<png_bytep> pointers;
  std::vector<std::string> copies = rows;
  for (std::string& row : copies) pointers.push_back(reinterpret_cast<png_bytep>(row.data()));
  png_write_image(png, pointers.data());
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return out;
}

std::string plain_png(uint32_t width, uint32_t height, PngColors colors, std::string_view samples) {
  const size_t row = samples.size() / height;
  std::vector<std::string> rows;
  for (uint32_t y = 0; y < height; ++y) rows.emplace_back(samples.substr(y * row, row));
  return png_file({.width = width, .height = height, .colors = colors}, rows);
}

namespace {

// Exif with a single field, Orientation (CIPA DC-008).
std::string exif(int orientation, bool big_endian) {
  const auto number = [big_endian](uint32_t value, int size) {
    std::string bytes;
    for (int i = 0; i < size; ++i) {
      const int shift = 8 * (big_endian ? size - 1 - i : i);
      bytes += static_cast<char>(value >> shift & 0xFF);
    }
    return bytes;
  };
  std::string out("Exif\0\0", 6);
  out += big_endian ? "MM" : "II";
  out += number(42, 2) + number(8, 4) + number(1, 2);
  out += number(0x0112, 2) + number(3, 2) + number(1, 4);
  out += number(static_cast<uint32_t>(orientation), 2) + number(0, 2) + number(0, 4);
  return out;
}

J_COLOR_SPACE stored_space(JpegColors colors) {
  switch (colors) {
    case JpegColors::gray:
      return JCS_GRAYSCALE;
    case JpegColors::ycc:
      return JCS_YCbCr;
    case JpegColors::rgb:
      return JCS_RGB;
    case JpegColors::cmyk:
      return JCS_CMYK;
    case JpegColors::ycck:
      break;
  }
  return JCS_YCCK;
}

void set_form(jpeg_compress_struct& info, const JpegForm& form) {
  const J_COLOR_SPACE space = stored_space(form.colors);
  info.image_width = form.width;
  info.image_height = form.height;
  const bool inks = space == JCS_CMYK || space == JCS_YCCK;
  info.input_components = inks ? 4 : space == JCS_GRAYSCALE ? 1 : 3;
  info.in_color_space = inks ? JCS_CMYK : space == JCS_GRAYSCALE ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&info);
  jpeg_set_colorspace(&info, space);
  jpeg_set_quality(&info, form.quality, TRUE);
  info.dct_method = JDCT_ISLOW;
  if (space == JCS_YCbCr || space == JCS_YCCK) {
    info.comp_info[0].h_samp_factor = info.comp_info[0].v_samp_factor = form.subsampling;
  }
  if (form.dots_to_the_inch > 0) {
    info.density_unit = 1;
    info.X_density = info.Y_density = form.dots_to_the_inch;
  }
  if (form.progressive) jpeg_simple_progression(&info);
}

}  // namespace

std::string jpeg_file(const JpegForm& form, std::string_view samples) {
  jpeg_compress_struct info{};
  jpeg_error_mgr errors;
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&info, &bytes, &size);
  set_form(info, form);
  jpeg_start_compress(&info, TRUE);
  if (form.orientation > 0) {
    const std::string segment = exif(form.orientation, form.big_endian);
    jpeg_write_marker(&info, JPEG_APP0 + 1, bytes_of(segment),
                      static_cast<unsigned>(segment.size()));
  }
  if (!form.comment.empty()) {
    jpeg_write_marker(&info, JPEG_COM, bytes_of(form.comment),
                      static_cast<unsigned>(form.comment.size()));
  }
  const size_t row = samples.size() / form.height;
  for (uint32_t y = 0; y < form.height; ++y) {
    std::string copy(samples.substr(y * row, row));
    JSAMPROW rows[] = {reinterpret_cast<JSAMPROW>(copy.data())};
    jpeg_write_scanlines(&info, rows, 1);
  }
  jpeg_finish_compress(&info);
  std::string out(reinterpret_cast<const char*>(bytes), size);
  jpeg_destroy_compress(&info);
  std::free(bytes);
  return out;
}

std::string gradient(uint32_t width, uint32_t height, uint32_t channels, uint32_t seed) {
  std::string samples;
  for (uint32_t y = 0; y < height; ++y) {
    for (uint32_t x = 0; x < width; ++x) {
      for (uint32_t c = 0; c < channels; ++c) {
        samples += static_cast<char>((x * (3 + c) + y * (5 - c) + 40 * c + seed) % 251);
      }
    }
  }
  return samples;
}

}  // namespace sable::testing
