// Loading of template.h: read, scan, check, compile.
#include "markup/template.h"

#include <map>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"
#include "markup/check.h"
#include "markup/compile.h"
#include "markup/marks.h"

namespace sable::markup {
namespace {

constexpr std::string_view kExtension = ".mustache";
constexpr std::string_view kTop = "report.mustache";
constexpr size_t kFileLimit = size_t{4} << 20;

void append(base::Diagnostics& to, base::Diagnostics from) {
  for (auto& diagnostic : from) to.push_back(std::move(diagnostic));
}

// The characters of the file, checked before anything looks at them.
base::Diagnostics check_text(base::FileId id, std::string_view text) {
  const auto place = [id](size_t at) {
    return base::Span{id, static_cast<uint32_t>(at), static_cast<uint32_t>(at + 1)};
  };
  if (const auto bad = base::find_bad_utf8(text)) {
    return {base::error_at(place(*bad), "SBL0612", "the template is not UTF-8",
                           "save the file as UTF-8")};
  }
  if (const auto bad = find_forbidden(text)) {
    return {base::error_at(place(*bad), "SBL0612",
                           "the template holds a character that no document may hold",
                           "delete it: it is a control character or a noncharacter")};
  }
  return {};
}

// report.mustache first, the partials behind it in the order of their names; each in
// the first folder that has it.
std::vector<std::string> file_paths(const base::World& world,
                                    const std::vector<std::string>& folders) {
  std::map<std::string, std::string> partials;
  std::string top;
  for (const std::string& folder : folders) {
    for (const std::string& name : world.list(folder)) {
      if (!name.ends_with(kExtension)) continue;
      const std::string path = base::join_path(folder, name);
      if (name != kTop) {
        partials.emplace(name, path);
      } else if (top.empty()) {
        top = path;
      }
    }
  }
  std::vector<std::string> paths{top};
  for (const auto& [name, path] : partials) paths.push_back(path);
  return paths;
}

class Loader {
 public:
  Loader(const base::World& world, base::SourceSet& sources,
         const std::vector<std::string>& folders)
      : world_(world), sources_(sources), folders_(folders) {}

  base::Result<Template> run() {
    const std::vector<std::string> paths = file_paths(world_, folders_);
    if (paths.front().empty()) return no_template();
    for (const std::string& path : paths) read(path);
    if (!files_.empty() && files_[0].name == "report") append(diagnostics_, check_template(files_));
    if (base::has_errors(diagnostics_)) return base::fail(std::move(diagnostics_));
    auto parts = compile(files_);
    if (!parts) return base::fail(std::move(parts.error()));
    return Template(std::move(*parts));
  }

 private:
  base::Result<Template> no_template() const {
    return base::fail(base::error_without_place(
        base::Fault::input, "SBL0600",
        fmt::format("there is no template in the folder \"{}\"", folders_.front()),
        "a template is a folder with a file report.mustache: check the name"));
  }

  void read(const std::string& path) {
    auto text = world_.read(path, kFileLimit);
    if (!text) return append(diagnostics_, std::move(text.error()));
    const base::FileId id = sources_.add(path, std::move(*text), base::Secrecy::open);
    const std::string name = path.substr(path.rfind('/') + 1);
    TemplateFile file{.name = name.substr(0, name.size() - kExtension.size()),
                      .id = id,
                      .text = sources_.file(id).text,
                      .tags = {}};
    base::Diagnostics faults = check_text(id, file.text);
    if (faults.empty()) {
      Tags tags = scan_tags(id, file.text);
      file.tags = std::move(tags.tags);
      faults = std::move(tags.diagnostics);
    }
    file.sound = faults.empty();
    append(diagnostics_, std::move(faults));
    files_.push_back(std::move(file));
  }

  const base::World& world_;
  base::SourceSet& sources_;
  const std::vector<std::string>& folders_;
  std::vector<TemplateFile> files_;
  base::Diagnostics diagnostics_;
};

}  // namespace

base::Result<Template> load_template(const base::World& world, base::SourceSet& sources,
                                     const std::vector<std::string>& folders) {
  return Loader(world, sources, folders).run();
}

}  // namespace sable::markup
