// Figures through the door.
//
// In:  a figure that is not withheld whole.
// Out: what a release shows of it. The picture is opened here and decoded; regions of
//      it that the release withholds are black before it is put into the release.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "release/album.h"
#include "release/passage.h"

namespace sable::release {

// The pictures of one release: each once, however many figures show it.
class Pictures {
 public:
  // Without an album no picture can be shown.
  explicit Pictures(const Album* album) : album_(album) {}

  const Album* album() const { return album_; }
  // Of a file that has been opened, 0 × 0 of a drawing; nullptr: it has not been.
  const picture::Dimensions* dimensions(const std::string& file) const;
  void set_dimensions(const std::string& file, picture::Dimensions dimensions) {
    dimensions_.emplace(file, dimensions);
  }
  // The index of a picture with these areas black; nullptr: it has not been opened yet.
  const uint32_t* find(const std::string& file,
                       const std::vector<released::PixelArea>& withheld) const;
  uint32_t add(const std::string& file, const std::vector<released::PixelArea>& withheld,
               released::Picture picture);

  std::vector<std::shared_ptr<const released::Picture>> take() { return std::move(all_); }

 private:
  const Album* album_;
  std::map<std::string, picture::Dimensions> dimensions_;
  std::vector<std::shared_ptr<const released::Picture>> all_;
  std::map<std::pair<std::string, std::vector<released::PixelArea>>, uint32_t> indices_;
};

// Its number is given by the caller.
released::Figure pass_figure(const report::Figure& from, Pictures& pictures, Passage& passage);

}  // namespace sable::release
