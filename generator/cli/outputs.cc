#include "cli/outputs.h"

#include <algorithm>

#include <fmt/format.h>

namespace sable::cli {

namespace {

using base::Fault;
using base::join_path;

std::vector<std::string> names_of(const std::vector<release::Profile>& profiles) {
  std::vector<std::string> names;
  for (const release::Profile& profile : profiles) names.push_back(profile.name);
  return names;
}

base::Diagnostic no_release(const std::string& name, const std::vector<std::string>& names) {
  const std::string* meant = base::nearest(name, names);
  return base::error_without_place(
      Fault::internal, "SBL1002", fmt::format("the report has no release {}", name),
      meant != nullptr ? fmt::format("did you mean {}?", *meant)
                       : fmt::format("its releases are {}", fmt::join(names, ", ")));
}

bool has_pdf_ending(const std::string& name) {
  constexpr std::string_view kEnding = ".pdf";
  if (name.size() < kEnding.size()) return false;
  return std::equal(kEnding.begin(), kEnding.end(), name.end() - kEnding.size(),
                    [](char a, char b) {
                      return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
                    });
}

// "out/x.txt" and "x.pfd" look like files; "out/x", ".hidden" and "x.txt/" do not.
bool looks_like_a_file(const std::string& output) {
  const std::string name = base::file_name_of(output);
  const size_t dot = name.rfind('.');
  return dot != std::string::npos && dot != 0 && dot + 1 < name.size();
}

}  // namespace

OutputKind output_kind(const std::string& output) {
  if (output == "-") return OutputKind::standard_output;
  return has_pdf_ending(output) ? OutputKind::file : OutputKind::folder;
}

std::string stem_of(const std::string& report) {
  if (report == "-") return "report";
  const std::string name = base::file_name_of(report);
  const size_t dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

std::string output_path(const std::string& report, const std::string& output,
                        const release::Profile& profile) {
  switch (output_kind(output)) {
    case OutputKind::standard_output:
      return {};
    case OutputKind::file:
      return output;
    case OutputKind::folder:
      break;
  }
  const std::string stem = stem_of(report);
  const std::string folder = output.empty() ? join_path("out", stem) : output;
  switch (purpose_of(profile)) {
    case released::Purpose::review:
      return join_path(join_path(folder, "review"),
                       fmt::format("{}.{}.review.pdf", stem, profile.name));
    case released::Purpose::consultation:
      return join_path(join_path(folder, "consultation"),
                       fmt::format("{}.{}.consultation.pdf", stem, profile.name));
    case released::Purpose::release:
      break;
  }
  return join_path(profile.unredacted ? join_path(folder, "unredacted") : folder,
                   fmt::format("{}.{}.pdf", stem, profile.name));
}

base::Result<std::vector<const release::Profile*>> choose_releases(
    const std::vector<release::Profile>& profiles, const std::vector<std::string>& names) {
  base::Diagnostics problems;
  const std::vector<std::string> known = names_of(profiles);
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      problems.push_back(no_release(name, known));
    }
  }
  if (!problems.empty()) return base::fail(std::move(problems));
  std::vector<const release::Profile*> chosen;
  for (const release::Profile& profile : profiles) {
    const bool named = std::find(names.begin(), names.end(), profile.name) != names.end();
    const bool handed_out =
        !profile.unredacted && purpose_of(profile) == released::Purpose::release;
    if (named || (names.empty() && handed_out)) chosen.push_back(&profile);
  }
  if (chosen.empty()) {
    return base::fail(base::error_without_place(
        Fault::internal, "SBL1003", "the report has no release that redacts",
        known.empty() ? "add one under releases:"
                      : fmt::format("an unredacted one is rendered when it is named: --release {}",
                                    known.front())));
  }
  return chosen;
}

base::Result<void> check_output(const base::World& world, const std::string& output, size_t reports,
                                size_t releases) {
  if (output.empty()) return {};
  const OutputKind kind = output_kind(output);
  if (kind != OutputKind::folder && (reports > 1 || releases > 1)) {
    return base::fail(base::error_without_place(
        Fault::internal, "SBL1004", "one file cannot take several releases",
        "choose one with --release, or name a folder with --output"));
  }
  if (kind == OutputKind::file && world.is_folder(output)) {
    return base::fail(base::error_without_place(
        Fault::internal, "SBL1005", fmt::format("{} is a folder, and not a PDF", output),
        fmt::format("write {}/ to put the PDFs into it, or name another file", output)));
  }
  if (kind == OutputKind::folder && world.is_file(output)) {
    return base::fail(base::error_without_place(
        Fault::internal, "SBL1005", fmt::format("{} is a file, and not a PDF", output),
        "name a folder, or a file whose name ends with .pdf"));
  }
  if (kind == OutputKind::folder && looks_like_a_file(output) && !world.is_folder(output)) {
    return base::fail(base::error_without_place(
        Fault::internal, "SBL1007",
        fmt::format("{} is the name of neither a PDF nor a folder that is there", output),
        fmt::format("end the name of a file with .pdf; for a new folder write {}/", output)));
  }
  return {};
}

}  // namespace sable::cli
