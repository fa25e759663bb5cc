// JPEG (ITU-T T.81) by libjpeg-turbo: baseline and progressive; grey, RGB, YCbCr
// (JFIF, T.871) and, by Adobe's marker (Adobe TN 5116), CMYK and YCCK.
//
// An upright picture that is shown whole passes as coefficients, which are coded
// anew: nothing of the file's segments, scans and padding is left. Any other is
// decoded to samples.
//
// A pixel of a JPEG tells something of all others in its block. So the areas that
// become black are widened to whole blocks as they are stored (minimum coded units,
// A.2), and no sample of colour is mixed with one of the block beside it.

#include <csetjmp>
#include <cstdio>
#include <cstdlib>

// Takes size_t and FILE as given.
#include <jpeglib.h>

#include <jerror.h>

#include <algorithm>
#include <array>

#include "picture/exif.h"
#include "picture/format.h"

namespace sable::picture {

namespace {

using released::Colors;
using released::PixelArea;

// A file with more scans only means to take time.
constexpr int kMostScans = 200;

// Of libjpeg's warnings those that leave the picture as its maker meant it.
bool is_harmless(int warning) {
  return warning == JWRN_ADOBE_XFORM || warning == JWRN_JFIF_MAJOR ||
         warning == JWRN_EXTRANEOUS_DATA || warning == JWRN_TOO_MUCH_DATA;
}

// libjpeg has to be left by longjmp: what it calls must not throw.
struct Errors {
  jpeg_error_mgr manager;  // first, so that a pointer to one is one to the other
  std::jmp_buf back;
  bool unsupported;  // the file is sound, and of a form that is not read
};

[[noreturn]] void leave(j_common_ptr info) {
  auto* errors = reinterpret_cast<Errors*>(info->err);
  const int code = errors->manager.msg_code;
  errors->unsupported = code == JERR_BAD_PRECISION || code == JERR_ARITH_NOTIMPL ||
                        code == JERR_SOF_UNSUPPORTED || code == JERR_CONVERSION_NOTIMPL ||
                        code == JERR_CCIR601_NOTIMPL || code == JERR_FRACT_SAMPLE_NOTIMPL;
  std::longjmp(errors->back, 1);
}

void judge(j_common_ptr info, int level) {
  if (level < 0 && !is_harmless(info->err->msg_code)) leave(info);
}

void say_nothing(j_common_ptr) {}

void count_scans(j_common_ptr info) {
  const auto* reader = reinterpret_cast<j_decompress_ptr>(info);
  if (reader->input_scan_number > kMostScans) leave(info);
}

jpeg_error_mgr* prepare(Errors& errors) {
  jpeg_error_mgr* manager = jpeg_std_error(&errors.manager);
  manager->error_exit = leave;
  manager->emit_message = judge;
  manager->output_message = say_nothing;
  return manager;
}

Trouble trouble_of(const Errors& errors) {
  return errors.unsupported ? Trouble::unsupported : Trouble::damaged;
}

// A file that is being read. Its members are plain values, since steps are left by
// longjmp; they are freed by the destructor.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) { info_.err = prepare(errors_); }
  ~Reader() {
    if (created_) jpeg_destroy_decompress(&info_);
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  // The head of the file. The other steps come after it.
  bool open() {
    if (setjmp(errors_.back) != 0) return false;
    jpeg_create_decompress(&info_);
    created_ = true;
    info_.mem->max_memory_to_use = 0;  // and not what the environment says
    progress_.progress_monitor = count_scans;
    info_.progress = &progress_;
    jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(bytes_.data()),
                 static_cast<unsigned long>(bytes_.size()));
    jpeg_save_markers(&info_, JPEG_APP0 + 1, 0xFFFF);
    jpeg_read_header(&info_, TRUE);
    return true;
  }

  // All coefficients; nullptr if there is trouble.
  jvirt_barray_ptr* coefficients() {
    if (setjmp(errors_.back) != 0) return nullptr;
    return jpeg_read_coefficients(&info_);
  }

  bool start(J_COLOR_SPACE space, bool mixes_colors) {
    if (setjmp(errors_.back) != 0) return false;
    info_.out_color_space = space;
    info_.dct_method = JDCT_ISLOW;
    info_.do_fancy_upsampling = mixes_colors ? TRUE : FALSE;
    info_.do_block_smoothing = FALSE;
    jpeg_start_decompress(&info_);
    return true;
  }

  // The next row of samples, into room for it.
  bool row(unsigned char* samples) {
    if (setjmp(errors_.back) != 0) return false;
    JSAMPROW rows[] = {samples};
    return jpeg_read_scanlines(&info_, rows, 1) == 1;
  }

  bool finish() {
    if (setjmp(errors_.back) != 0) return false;
    return jpeg_finish_decompress(&info_) == TRUE;
  }

  jpeg_decompress_struct& info() { return info_; }
  const jpeg_decompress_struct& info() const { return info_; }
  Trouble trouble() const { return trouble_of(errors_); }
  Dimensions stored() const { return {info_.image_width, info_.image_height}; }

  int orientation() const {
    for (const jpeg_marker_struct* marker = info_.marker_list; marker != nullptr;
         marker = marker->next) {
      const int found =
          orientation_of({reinterpret_cast<const char*>(marker->data), marker->data_length});
      if (found != 1) return found;
    }
    return 1;
  }

 private:
  std::string_view bytes_;
  jpeg_decompress_struct info_{};
  Errors errors_{};
  jpeg_progress_mgr progress_{};
  bool created_ = false;
};

// A file that is being written.
class Writer {
 public:
  Writer() { info_.err = prepare(errors_); }
  ~Writer() {
    if (created_) jpeg_destroy_compress(&info_);
    std::free(bytes_);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // Codes the coefficients of a picture anew, in one scan.
  bool write(jpeg_decompress_struct& from, jvirt_barray_ptr* coefficients) {
    if (setjmp(errors_.back) != 0) return false;
    jpeg_create_compress(&info_);
    created_ = true;
    info_.mem->max_memory_to_use = 0;
    jpeg_mem_dest(&info_, &bytes_, &size_);
    jpeg_copy_critical_parameters(&from, &info_);
    info_.density_unit = 0;
    info_.X_density = info_.Y_density = 1;
    info_.arith_code = FALSE;
    info_.optimize_coding = TRUE;
    jpeg_write_coefficients(&info_, coefficients);
    jpeg_finish_compress(&info_);
    return true;
  }

  std::string bytes() const { return {reinterpret_cast<const char*>(bytes_), size_}; }

 private:
  jpeg_compress_struct info_{};
  Errors errors_{};
  bool created_ = false;
  unsigned char* bytes_ = nullptr;
  unsigned long size_ = 0;
};

// Whether PDF's readers decode it as it is, to grey or RGB.
bool passes(const jpeg_decompress_struct& info) {
  return info.jpeg_color_space == JCS_GRAYSCALE || info.jpeg_color_space == JCS_YCbCr ||
         info.jpeg_color_space == JCS_RGB;
}

// The marker JFIF (T.871, 10.1): dots to the inch or to the centimetre.
Density density_of(const jpeg_decompress_struct& info, unsigned dots) {
  if (info.saw_JFIF_marker == FALSE || info.density_unit == 0) return {};
  return {dots, info.density_unit == 1 ? 10'000u : 3'937u};
}

void set_size(const jpeg_decompress_struct& info, const Turn& turn, released::Picture& picture) {
  picture.width = turn.upright().width;
  picture.height = turn.upright().height;
  Density across = density_of(info, info.X_density), down = density_of(info, info.Y_density);
  if (turn.is_swapped()) std::swap(across, down);
  picture.size = {on_paper(picture.width, across), on_paper(picture.height, down)};
}

// To whole blocks of the stored picture.
PixelArea widened(const PixelArea& area, const jpeg_decompress_struct& info) {
  const auto width = static_cast<uint32_t>(info.max_h_samp_factor * DCTSIZE);
  const auto height = static_cast<uint32_t>(info.max_v_samp_factor * DCTSIZE);
  PixelArea wide;
  wide.x = area.x / width * width;
  wide.y = area.y / height * height;
  const uint32_t right = (area.x + area.width + width - 1) / width * width;
  const uint32_t bottom = (area.y + area.height + height - 1) / height * height;
  wide.width = std::min(right, info.image_width) - wide.x;
  wide.height = std::min(bottom, info.image_height) - wide.y;
  return wide;
}

// ISO 32000-1, 10.3.5, but that black multiplies instead of being added, as ink over
// ink does. Adobe's programs store the four samples inverted.
void cmyk_to_rgb(const unsigned char* from, bool inverted, unsigned char* to) {
  const auto light = [inverted](unsigned char sample) {
    return inverted ? sample : static_cast<unsigned char>(255 - sample);
  };
  const unsigned black = light(from[3]);
  for (int i = 0; i < 3; ++i) {
    to[i] = static_cast<unsigned char>((light(from[i]) * black + 127) / 255);
  }
}

// The rows of a file as grey or RGB.
class Samples {
 public:
  explicit Samples(Reader& reader)
      : reader_(reader),
        row_(size_t{reader.info().output_width} *
             static_cast<size_t>(reader.info().output_components)) {}

  bool read(std::string& samples) {
    const jpeg_decompress_struct& info = reader_.info();
    const size_t width = info.output_width;
    const bool cmyk = info.output_components == 4;
    const size_t row = width * (cmyk ? 3 : static_cast<size_t>(info.output_components));
    samples.resize(row * info.output_height);
    auto* to = reinterpret_cast<unsigned char*>(samples.data());
    for (; info.output_scanline < info.output_height; to += row) {
      if (!reader_.row(cmyk ? row_.data() : to)) return false;
      if (!cmyk) continue;
      for (size_t x = 0; x < width; ++x) {
        cmyk_to_rgb(&row_[4 * x], info.saw_Adobe_marker != FALSE, to + 3 * x);
      }
    }
    return reader_.finish();
  }

 private:
  Reader& reader_;
  std::vector<unsigned char> row_;
};

void turn_samples(const Turn& turn, Dimensions stored, released::Picture& picture) {
  const auto colors = static_cast<size_t>(picture.colors);
  std::string upright(picture.samples.size(), '\0');
  const char* from = picture.samples.data();
  for (uint32_t y = 0; y < stored.height; ++y) {
    for (uint32_t x = 0; x < stored.width; ++x, from += colors) {
      std::copy_n(from, colors, upright.data() + turn.place(x, y) * colors);
    }
  }
  picture.samples = std::move(upright);
}

Trouble decode_samples(Reader& reader, const Turn& turn, const std::vector<PixelArea>& withheld,
                       released::Picture& picture) {
  const bool gray = reader.info().jpeg_color_space == JCS_GRAYSCALE;
  const bool inks = reader.info().num_components == 4;
  picture.colors = gray ? Colors::gray : Colors::rgb;
  const J_COLOR_SPACE space = gray ? JCS_GRAYSCALE : inks ? JCS_CMYK : JCS_RGB;
  if (!reader.start(space, withheld.empty())) return reader.trouble();
  if (!Samples(reader).read(picture.samples)) return reader.trouble();
  std::vector<PixelArea> black;
  for (const PixelArea& area : withheld) {
    black.push_back(widened(turn.stored_area(area), reader.info()));
  }
  released::Picture stored;
  stored.width = reader.stored().width;
  stored.height = reader.stored().height;
  stored.colors = picture.colors;
  stored.samples.swap(picture.samples);
  blacken(stored, black);
  picture.samples.swap(stored.samples);
  if (!turn.is_none()) turn_samples(turn, reader.stored(), picture);
  return Trouble::none;
}

}  // namespace

bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }

Trouble measure_jpeg(std::string_view bytes, Dimensions& dimensions) {
  Reader reader(bytes);
  if (!reader.open()) return reader.trouble();
  dimensions = Turn(reader.orientation(), reader.stored()).upright();
  return Trouble::none;
}

Trouble decode_jpeg(std::string_view bytes, const std::vector<PixelArea>& withheld,
                    released::Picture& picture) {
  Reader reader(bytes);
  if (!reader.open()) return reader.trouble();
  const int components = reader.info().num_components;
  if (components != 1 && components != 3 && components != 4) return Trouble::unsupported;
  const Turn turn(reader.orientation(), reader.stored());
  set_size(reader.info(), turn, picture);
  if (!withheld.empty() || !turn.is_none() || !passes(reader.info())) {
    return decode_samples(reader, turn, withheld, picture);
  }
  picture.colors = components == 1 ? Colors::gray : Colors::rgb;
  jvirt_barray_ptr* coefficients = reader.coefficients();
  if (coefficients == nullptr) return reader.trouble();
  Writer writer;
  if (!writer.write(reader.info(), coefficients)) return Trouble::damaged;
  // Its end too has to be sound.
  if (!reader.finish()) return reader.trouble();
  picture.jpeg = writer.bytes();
  return Trouble::none;
}

}  // namespace sable::picture
