#include "cli/open_file.h"

#include "source/read.h"

namespace sable::cli {

base::Result<source::Value> read_open_file(const base::World& world, base::SourceSet& sources,
                                           const std::string& path) {
  constexpr source::Limits kLimits{.bytes = 1u << 20, .depth = 8};
  base::Result<std::string> bytes = world.read(path, kLimits.bytes);
  if (!bytes) return base::fail(std::move(bytes.error()));
  const base::FileId file = sources.add(path, *std::move(bytes), base::Secrecy::open);
  base::Result<source::Document> document = source::read(sources, file, kLimits);
  if (!document) return base::fail(std::move(document.error()));
  return std::move(document->tree);
}

}  // namespace sable::cli
