#include "cli/svg_desk.h"

namespace sable::cli {

SvgDesk::SvgDesk(const std::string& program, const Manifest& manifest)
    : drawer_(picture::drawer_process(program)) {
  for (const text::FontEntry& font : manifest.fonts) {
    fonts_.files.push_back({font.family, font.file, font.sha256});
  }
  fonts_.fallbacks = manifest.fallbacks;
}

}  // namespace sable::cli
