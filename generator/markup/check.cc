// The walk of check.h: from report.mustache into each partial, once for each
// frame from which it is used.
#include "markup/check.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "markup/schema.h"

namespace sable::markup {
namespace {

// A file as seen from a frame.
using Scene = std::pair<size_t, FrameKind>;

// A partial used where no list or frame was opened since the user's own start.
struct Inclusion {
  Scene to;
  base::Span place;
};

class Checker {
 public:
  explicit Checker(const std::vector<TemplateFile>& files) : files_(files) {}

  base::Diagnostics run() {
    check_body();
    open({0, FrameKind::document});
    while (!waiting_.empty()) {
      const Scene scene = waiting_.back();
      waiting_.pop_back();
      walk(scene);
    }
    for (const auto& [scene, unused] : inclusions_) find_endless(scene);
    return std::move(diagnostics_);
  }

 private:
  base::Diagnostic& report(base::Span place, std::string code, std::string message,
                           std::string help) {
    return diagnostics_.emplace_back(
        base::error_at(place, std::move(code), std::move(message), std::move(help)));
  }

  void open(Scene scene) {
    if (seen_.insert(scene).second) waiting_.push_back(scene);
  }

  void check_body() {
    const TemplateFile& top = files_[0];
    if (!top.sound) return;
    const Tag* first = nullptr;
    size_t depth = 0;
    for (const Tag& tag : top.tags) {
      if (tag.type == TagType::section && tag.name == "body") check_body_place(tag, depth, first);
      if (tag.type == TagType::section || tag.type == TagType::inverted) ++depth;
      if (tag.type == TagType::end) --depth;
    }
    if (!first) {
      report({top.id, 0, 0}, "SBL0610", "report.mustache has no section {{#body}}",
             "add {{#body}}{{>block}}{{/body}} where the blocks of the report go");
    }
  }

  void check_body_place(const Tag& tag, size_t depth, const Tag*& first) {
    if (first) {
      report(tag.span, "SBL0610", "the body is filled twice", "keep one {{#body}}")
          .related.push_back({first->span, "the first one"});
    } else if (depth > 0) {
      report(tag.span, "SBL0610", "{{#body}} stands inside another section",
             "move it to the top level of report.mustache");
    }
    if (!first) first = &tag;
  }

  void walk(Scene scene) {
    const TemplateFile& file = files_[scene.first];
    if (!file.sound) return;
    inclusions_[scene];
    struct Open {
      FrameKind frame;
      bool descended;
    };
    std::vector<Open> frames{{scene.second, false}};
    for (size_t i = 0; i < file.tags.size(); ++i) {
      const Tag& tag = file.tags[i];
      const Open at = frames.back();
      switch (tag.type) {
        case TagType::comment:
          break;
        case TagType::end:
          frames.pop_back();
          break;
        case TagType::partial:
          include(scene, tag, at.frame, at.descended);
          break;
        case TagType::variable:
          check_variable(scene, tag, at.frame);
          break;
        case TagType::section: {
          const auto found = check_name(scene, tag, at.frame);
          if (!found) {
            i = tag.partner;  // what stands inside cannot be judged
            break;
          }
          const bool opens = opens_frame(found->rule);
          frames.push_back(
              {opens ? found->rule.inner : at.frame, at.descended || (opens && !found->rooted)});
          break;
        }
        case TagType::inverted:
          check_name(scene, tag, at.frame);
          frames.push_back(at);
          break;
      }
    }
  }

  void include(Scene scene, const Tag& tag, FrameKind frame, bool descended) {
    const size_t partial = find_partial(files_, tag.name);
    if (partial == 0) return missing_partial(tag);
    open({partial, frame});
    if (!descended) inclusions_[scene].push_back({{partial, frame}, tag.span});
  }

  void missing_partial(const Tag& tag) {
    if (!told_.insert({tag.span.file, tag.span.begin}).second) return;
    std::vector<std::string> names;
    for (size_t i = 1; i < files_.size(); ++i) names.push_back(files_[i].name);
    const std::string* near = base::nearest(std::string(tag.name), names);
    report(tag.span, "SBL0608", fmt::format("the template has no partial \"{}\"", tag.name),
           near ? fmt::format("did you mean {{{{>{}}}}}?", *near)
                : fmt::format("add the file {}.mustache to the template's folder", tag.name));
  }

  std::optional<Resolved> check_name(Scene scene, const Tag& tag, FrameKind frame) {
    auto resolved = resolve(frame, tag.name);
    const bool body = resolved && resolved->rule.name == Name::body;
    if (body && (scene.first != 0 || tag.type != TagType::section)) {
      misplaced_body(tag);
    } else if (!resolved) {
      unknown_name(tag, frame);
    }
    return resolved;
  }

  void misplaced_body(const Tag& tag) {
    if (!told_.insert({tag.span.file, tag.span.begin}).second) return;
    report(tag.span, "SBL0610", "the body can be filled by {{#body}} in report.mustache alone",
           "move it to the top level of report.mustache");
  }

  void unknown_name(const Tag& tag, FrameKind frame) {
    if (!told_.insert({tag.span.file, tag.span.begin}).second) return;
    const auto candidates = spellings_in(frame);
    const std::string* near = base::nearest(std::string(tag.name), candidates);
    std::string help = near ? fmt::format("did you mean \"{}\"?", *near) : list_names(frame);
    report(tag.span, "SBL0606", fmt::format("{} has no value \"{}\"", describe(frame), tag.name),
           std::move(help));
  }

  static std::string list_names(FrameKind frame) {
    std::string help = fmt::format("a tag sees the names of {}", describe(frame));
    std::string_view separator = " (";
    for (const NameRule& rule : names_of(frame)) {
      help += fmt::format("{}{}", separator, spelling(rule.name));
      separator = ", ";
    }
    return help + ") and what starts with report, marking or release";
  }

  void check_variable(Scene scene, const Tag& tag, FrameKind frame) {
    const auto resolved = check_name(scene, tag, frame);
    if (!resolved || resolved->rule.kind == ValueKind::text) return;
    if (resolved->rule.name == Name::body) return;  // told as misplaced
    if (!told_.insert({tag.span.file, tag.span.begin}).second) return;
    report(tag.span, "SBL0607",
           fmt::format("\"{}\" is a {} and cannot be written as text", tag.name,
                       describe_kind(resolved->rule.kind)),
           fmt::format("open it: {{{{#{0}}}}} … {{{{/{0}}}}}", tag.name));
  }

  static std::string_view describe_kind(ValueKind kind) {
    switch (kind) {
      case ValueKind::text:
        return "text";
      case ValueKind::flag:
        return "flag";
      case ValueKind::list:
        return "list";
      case ValueKind::frame:
        return "frame";
    }
    return "";
  }

  static bool opens_frame(const NameRule& rule) {
    return rule.kind == ValueKind::list || rule.kind == ValueKind::frame;
  }

  // Depth first along inclusions that open nothing: whoever comes back to a
  // scene that is still open never ends, whatever the release holds.
  void find_endless(Scene start) {
    if (finished_.contains(start)) return;
    std::vector<std::pair<Scene, size_t>> path{{start, 0}};
    std::set<Scene> on_path{start};
    while (!path.empty()) {
      auto& [scene, next] = path.back();
      const auto& edges = inclusions_[scene];
      if (next == edges.size()) {
        finished_.insert(scene);
        on_path.erase(scene);
        path.pop_back();
        continue;
      }
      const Inclusion& edge = edges[next++];
      if (on_path.contains(edge.to)) {
        endless(edge);
      } else if (!finished_.contains(edge.to) && inclusions_.contains(edge.to)) {
        on_path.insert(edge.to);
        path.emplace_back(edge.to, 0);
      }
    }
  }

  void endless(const Inclusion& edge) {
    if (!told_.insert({edge.place.file, edge.place.begin}).second) return;
    report(
        edge.place, "SBL0609",
        fmt::format("the partial \"{}\" includes itself without end", files_[edge.to.first].name),
        "include it inside a section over a list or frame, so that it ends with the text");
  }

  const std::vector<TemplateFile>& files_;
  base::Diagnostics diagnostics_;
  std::set<Scene> seen_;
  std::vector<Scene> waiting_;
  std::set<std::pair<base::FileId, uint32_t>> told_;  // places with a message
  std::map<Scene, std::vector<Inclusion>> inclusions_;
  std::set<Scene> finished_;
};

}  // namespace

base::Diagnostics check_template(const std::vector<TemplateFile>& files) {
  return Checker(files).run();
}

size_t find_partial(const std::vector<TemplateFile>& files, std::string_view name) {
  for (size_t i = 1; i < files.size(); ++i) {
    if (files[i].name == name) return i;
  }
  return 0;
}

size_t find_body(const TemplateFile& report) {
  for (size_t i = 0; i < report.tags.size(); ++i) {
    if (report.tags[i].type == TagType::section && report.tags[i].name == "body") return i;
  }
  return report.tags.size();
}

}  // namespace sable::markup
