// Loading of template.h: read, scan, check, compile.
#include "markup/template.h"

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

// report.mustache first, the partials behind it in the order of their names.
std::vector<std::string> file_names(const base::World& world, const std::string& folder) {
  std::vector<std::string> names{std::string(kTop)};
  for (const std::string& name : world.list(folder)) {
    if (name.ends_with(kExtension) && name != kTop) names.push_back(name);
  }
  return names;
}

class Loader {
 public:
  Loader(const base::World& world, base::SourceSet& sources, const std::string& folder)
      : world_(world), sources_(sources), folder_(folder) {}

  base::Result<Template> run() {
    const std::string top = base::join_path(folder_, kTop);
    if (!world_.is_file(top)) return no_template();
    for (const std::string& name : file_names(world_, folder_)) read(name);
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
        fmt::format("there is no template in the folder \"{}\"", folder_),
        "a template is a folder with a file report.mustache: check the name"));
  }

  void read(const std::string& name) {
    auto text = world_.read(base::join_path(folder_, name), kFileLimit);
    if (!text) return append(diagnostics_, std::move(text.error()));
    const base::FileId id =
        sources_.add(base::join_path(folder_, name), std::move(*text), base::Secrecy::open);
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
  const std::string& folder_;
  std::vector<TemplateFile> files_;
  base::Diagnostics diagnostics_;
};

}  // namespace

base::Result<Template> load_template(const base::World& world, base::SourceSet& sources,
                                     const std::string& folder) {
  return Loader(world, sources, folder).run();
}

}  // namespace sable::markup
