// Pictures that stand in an SVG as `data:` (RFC 2397). Private to the room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sable::picture {

class SvgImages {
 public:
  enum class Verdict { sound, outside, unsound };

  // `sound`: a PNG or a JPEG within the bounds of pictures, all of the file's together
  // too. It is decoded when it is drawn, so that nothing but its pixels passes.
  Verdict judge(std::string_view url);

 private:
  uint64_t pixels_ = 0;  // of those before
};

// RFC 4648, 4; false if it is none.
bool decode_base64(std::string_view text, std::string& bytes);

}  // namespace sable::picture
