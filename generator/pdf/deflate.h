// Compression of streams (ISO 32000-1, 7.4.4), by libdeflate.
//
// In:  bytes.
// Out: a zlib stream (RFC 1950); the same bytes for the same input, because the
//      level is fixed.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace sable::pdf {

// Levels of libdeflate. Streams of pages and of structure are many and small in
// gain; fonts and profiles are few.
constexpr int kFastLevel = 2;
constexpr int kBestLevel = 9;

// Reusable; one for each thread.
class Deflater {
 public:
  explicit Deflater(int level = kFastLevel);
  ~Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  std::string compress(std::string_view bytes);

 private:
  libdeflate_compressor* compressor_;
  std::string room_;
};

}  // namespace sable::pdf
