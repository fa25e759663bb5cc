// The filling of fill.h: block by block, each piece read as XML at once.
#include "markup/fill.h"

#include <exception>
#include <string>

#include <fmt/format.h>

#include "markup/builder.h"
#include "markup/context.h"
#include "markup/findings.h"
#include "markup/parts.h"
#include "markup/xml.h"

namespace sable::markup {
namespace {

class Filler {
 public:
  Filler(const Template::Parts& parts, const released::Released& released, const Dates& dates)
      : parts_(parts),
        released_(released),
        findings_(released),
        context_(parts, released, dates, findings_),
        builder_(findings_),
        reader_(builder_, findings_, parts.places) {}

  base::Result<Tree> run() {
    try {
      fill_document();
    } catch (const FillingStopped&) {
      // The finding says why.
    } catch (const std::exception& exception) {
      return base::fail(base::error_without_place(
          base::Fault::internal, "SBL0629", "the template could not be filled",
          fmt::format("a library says: {}", exception.what())));
    }
    if (!findings_.empty()) return base::fail(findings_.take());
    return builder_.take();
  }

 private:
  void fill_document() {
    if (!feed(parts_.prefix, {Document{}})) return;
    const Sequence body{&released_.body};
    for (size_t i = 0; i < released_.body.size(); ++i) {
      if (!feed(parts_.block, item_of(body, i, kNoOrdinal))) return;
    }
    if (feed(parts_.suffix, {Document{}})) reader_.finish();
  }

  bool feed(const Filling& filling, const Frame& frame) {
    piece_.clear();
    context_.fill(filling, frame, piece_);
    return reader_.feed(piece_);
  }

  const Template::Parts& parts_;
  const released::Released& released_;
  Findings findings_;
  Context context_;
  TreeBuilder builder_;
  XmlReader reader_;
  std::string piece_;  // the filled text of one block, used again for the next
};

}  // namespace

base::Result<Tree> fill(const Template& from, const base::SourceSet& /*sources*/,
                        const released::Released& released, const Dates& dates) {
  return Filler(from.parts(), released, dates).run();
}

}  // namespace sable::markup
