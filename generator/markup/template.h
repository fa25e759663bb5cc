// A template: a folder of Mustache files, loaded and checked.
//
// In:  report.mustache and its partials.
// Out: a value that fill.h can fill any number of times.
//
// Mustache is kainjow's. Checked at load: every name is one that the schema of
// schema.h knows in its place ("did you mean"), every partial exists, no raw
// or changed delimiters ({{{x}}}, {{&x}}, {{=…=}}), no lambdas.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/world.h"

namespace sable::markup {

class Template {
 public:
  struct Parts;  // kainjow's types stay inside
  explicit Template(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}
  const Parts& parts() const { return *parts_; }

 private:
  std::shared_ptr<const Parts> parts_;
};

// Loads report.mustache and the partials *.mustache, each from the first of the folders
// that has it; adds the files to `sources`, so that messages can point into them.
base::Result<Template> load_template(const base::World& world, base::SourceSet& sources,
                                     const std::vector<std::string>& folders);

}  // namespace sable::markup
