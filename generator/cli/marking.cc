#include "cli/marking.h"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/json.h"
#include "marking/marking.h"

namespace sable::cli {

namespace {

using ::sable::marking::Finding;
using ::sable::marking::Form;
using ::sable::marking::Joined;
using ::sable::marking::Marking;
using ::sable::marking::Meaning;
using ::sable::marking::Reason;
using ::sable::marking::System;
using ::sable::marking::Verdict;

// A line is a marking: longer ones, and more of them, are a mistake.
constexpr size_t kMostInput = size_t{16} << 20;

// Of what stands on standard input; the last line may lack its end.
std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) lines.emplace_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

base::Result<std::vector<std::string>> read_lines(std::FILE* input) {
  const base::Result<std::string> text = read_all(input, kMostInput);
  if (!text) return base::fail(text.error());
  return lines_of(*text);
}

std::string findings_json(const std::vector<Finding>& findings) {
  std::vector<std::string> all;
  for (const Finding& finding : findings) {
    JsonObject one;
    one.add("code", finding.code).add("message", finding.message);
    if (!finding.help.empty()) one.add("help", finding.help);
    if (!finding.source.empty()) one.add("source", finding.source);
    all.push_back(one.text());
  }
  return json_list(all, ", ");
}

std::string reasons_json(const std::vector<Reason>& reasons) {
  std::vector<std::string> all;
  for (const Reason& reason : reasons) {
    all.push_back(JsonObject().add("reason", reason.text).add("source", reason.source).text());
  }
  return json_list(all, ", ");
}

std::string parts_json(const std::vector<Meaning>& parts) {
  std::vector<std::string> all;
  for (const Meaning& part : parts) {
    JsonObject one;
    one.add("banner", part.banner).add("portion", part.portion).add("meaning", part.text);
    if (!part.source.empty()) one.add("source", part.source);
    all.push_back(one.text());
  }
  return json_list(all, ", ");
}

std::string cited(std::string text, const std::string& source) {
  return source.empty() ? text : fmt::format("{} ({})", text, source);
}

class MarkingDesk {
 public:
  MarkingDesk(const MarkingArguments& arguments, const System& system, std::FILE* output)
      : arguments_(arguments), system_(system), output_(output) {}

  ExitStatus work(const std::vector<std::string>& spellings) {
    std::string out;
    if (arguments_.action == MarkingAction::join) {
      join(spellings, out);
    } else {
      for (const std::string& spelling : spellings) one(spelling, out);
    }
    const base::Result<void> written = write_all(output_, out);
    if (!written) return status_of(written.error());
    return valid_ ? ExitStatus::done : ExitStatus::findings;
  }

 private:
  bool as_text() const { return arguments_.format == MarkingFormat::text; }

  void one(const std::string& spelling, std::string& out) {
    const Verdict verdict = system_.examine(spelling, arguments_.form);
    valid_ = valid_ && verdict.valid();
    out += as_text() ? text(spelling, verdict) : json(spelling, verdict);
  }

  std::string json(const std::string& spelling, const Verdict& verdict) const {
    JsonObject line;
    line.add("marking", spelling).add("system", system_.name());
    line.put("valid", verdict.valid() ? "true" : "false");
    if (verdict.valid()) {
      line.add("banner", system_.banner(*verdict.marking));
      line.add("portion", system_.portion(*verdict.marking));
    }
    if (arguments_.action == MarkingAction::explain && verdict.marking) {
      line.put("parts", parts_json(system_.explain(*verdict.marking)));
    }
    line.put("findings", findings_json(verdict.findings));
    if (!verdict.repair.empty()) line.add("repair", verdict.repair);
    return line.text() + "\n";
  }

  // "`SECRET//NF`: NF is a portion spelling in a banner; write `SECRET//NOFORN` (…)".
  std::string text(const std::string& spelling, const Verdict& verdict) const {
    std::string out;
    for (const Finding& finding : verdict.findings) {
      const std::string repair =
          verdict.repair.empty() ? finding.help : fmt::format("write `{}`", verdict.repair);
      out += cited(fmt::format("`{}`: {}; {}", spelling, finding.message, repair), finding.source);
      out += '\n';
    }
    if (verdict.valid()) out += fmt::format("`{}`: valid\n", spelling);
    if (arguments_.action != MarkingAction::explain || !verdict.marking) return out;
    for (const Meaning& part : system_.explain(*verdict.marking)) {
      out += cited(fmt::format("  {} ({}): {}", part.banner, part.portion, part.text), part.source);
      out += '\n';
    }
    return out;
  }

  // Of valid markings alone: else the verdicts on those that are not.
  void join(const std::vector<std::string>& spellings, std::string& out) {
    std::vector<Marking> all;
    for (const std::string& spelling : spellings) {
      Verdict verdict = system_.examine(spelling, arguments_.form);
      if (!verdict.valid()) {
        one(spelling, out);
      } else {
        all.push_back(std::move(*verdict.marking));
      }
    }
    if (!valid_) return;
    const Joined joined = system_.join(all);
    if (as_text()) {
      out += system_.banner(joined.marking) + "\n";
      for (const Reason& reason : joined.reasons) {
        out += cited(fmt::format("  {}", reason.text), reason.source) + "\n";
      }
      return;
    }
    out += JsonObject()
               .add("system", system_.name())
               .add("banner", system_.banner(joined.marking))
               .add("portion", system_.portion(joined.marking))
               .put("reasons", reasons_json(joined.reasons))
               .text();
    out += '\n';
  }

  const MarkingArguments& arguments_;
  const System& system_;
  std::FILE* output_;
  bool valid_ = true;
};

base::Diagnostic unknown_system(const std::string& name) {
  const std::vector<std::string> names = ::sable::marking::system_names();
  const std::string* near = base::nearest(name, names);
  const std::string list = fmt::format("the systems are {}", fmt::join(names, ", "));
  return base::error_without_place(
      base::Fault::internal, "SBL1062", fmt::format("there is no marking system {}", name),
      near != nullptr ? fmt::format("did you mean {}? {}", *near, list) : list);
}

}  // namespace

ExitStatus marking(const MarkingArguments& arguments, const Surroundings& surroundings,
                   Messages& messages) {
  const auto system = ::sable::marking::find_system(arguments.system);
  base::Diagnostics wrong;
  if (system == nullptr) wrong.push_back(unknown_system(arguments.system));
  std::vector<std::string> spellings = arguments.markings;
  if (wrong.empty() && (spellings.empty() || spellings == std::vector<std::string>{"-"})) {
    base::Result<std::vector<std::string>> lines = read_lines(surroundings.streams.input);
    if (lines) {
      spellings = std::move(*lines);
    } else {
      wrong = lines.error();
    }
  }
  if (wrong.empty() && spellings.empty()) {
    wrong.push_back(base::error_without_place(
        base::Fault::internal, "SBL1063", "there is no marking to work on",
        "write markings behind the command, or one a line on standard input"));
  }
  if (!wrong.empty()) {
    messages.print(wrong, {});
    return status_of(wrong);
  }
  return MarkingDesk(arguments, *system, surroundings.streams.output).work(spellings);
}

}  // namespace sable::cli
