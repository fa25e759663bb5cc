#include "pdf/deflate.h"

#include <libdeflate.h>

#include <new>

namespace sable::pdf {

Deflater::Deflater(int level) : compressor_(libdeflate_alloc_compressor(level)) {
  if (compressor_ == nullptr) throw std::bad_alloc();
}

Deflater::~Deflater() { libdeflate_free_compressor(compressor_); }

std::string Deflater::compress(std::string_view bytes) {
  const size_t bound = libdeflate_zlib_compress_bound(compressor_, bytes.size());
  if (room_.size() < bound) room_.resize(bound);
  const size_t size =
      libdeflate_zlib_compress(compressor_, bytes.data(), bytes.size(), room_.data(), room_.size());
  return room_.substr(0, size);
}

}  // namespace sable::pdf
