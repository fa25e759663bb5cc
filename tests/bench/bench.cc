// Measures sable and the typesetters that are installed on the same report, in
// turn, and prints a table. A benchmark: nothing fails by a clock.
//
//   bench --sable PROGRAM --folder FOLDER [PAGES...]      (1 10 100 1000)

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "measure.h"
#include "reports.h"

namespace bench {

namespace {

namespace fs = std::filesystem;
using Command = std::vector<std::string>;

struct Typesetter {
  std::string name;
  std::string program;
  std::string source;  // file name of its input
  std::string output;  // of its PDF
  std::function<std::string(int sections, Kind kind)> report;
  std::vector<Command> commands;  // run one after the other
};

// Sections of this report on a page of 45 lines, in hundredths.
constexpr int kSectionsPerHundredPages = 200;

std::vector<Typesetter> typesetters(const std::string& sable) {
  const Command tex = {"pdflatex", "-interaction=batchmode", "report.tex"};
  return {
      {"sable",
       sable,
       "report.yaml",
       "report.pdf",
       sable_report,
       {{sable, "render", "report.yaml", "--release", "public", "--output", "report.pdf"}}},
      {"groff -ms",
       "gropdf",
       "report.ms",
       "groff.pdf",
       troff_report,
       {{"sh", "-c", "groff -k -t -ms -Tpdf report.ms >groff.pdf"}}},
      {"pdflatex, 3 passes", "pdflatex", "report.tex", "report.pdf", latex_report, {tex, tex, tex}},
      {"typst",
       "typst",
       "report.typ",
       "report.pdf",
       typst_report,
       {{"typst", "compile", "report.typ", "report.pdf"}}},
  };
}

// The least of three runs for short reports: the first one warms the disk.
std::optional<Cost> cost_of(const Typesetter& typesetter, const std::string& folder, int pages) {
  std::optional<Cost> least;
  for (int round = 0; round < (pages <= 100 ? 3 : 1); ++round) {
    Cost sum;
    for (const Command& command : typesetter.commands) {
      const std::optional<Cost> cost = measure(command, folder);
      if (!cost) return std::nullopt;
      sum += *cost;
    }
    if (!least || sum.cpu_seconds < least->cpu_seconds) least = sum;
  }
  return least;
}

// What is measured.
struct Task {
  Kind kind = Kind::text;
  int pages = 1;
};

void row(const Typesetter& typesetter, const fs::path& folder, Task task, double& sable_rate) {
  const int pages = task.pages;
  fs::create_directories(folder);
  std::ofstream(folder / typesetter.source)
      << typesetter.report(std::max(1, pages * kSectionsPerHundredPages / 100), task.kind);
  fs::remove(folder / typesetter.output);
  const std::optional<Cost> cost = cost_of(typesetter, folder.string(), pages);
  const fs::path pdf = folder / typesetter.output;
  if (!cost || !fs::exists(pdf)) {
    std::printf("%-20s %7d   failed: see %s\n", typesetter.name.c_str(), pages, folder.c_str());
    return;
  }
  const int made = pages_of(pdf.string());
  const double rate = made / std::max(cost->cpu_seconds, 1e-6);
  if (typesetter.name == "sable") sable_rate = rate;
  std::printf("%-20s %7d %9.3f %9.1f %8.1f %10.1f %9.2f\n", typesetter.name.c_str(), made,
              cost->cpu_seconds, rate, static_cast<double>(cost->peak_kilobytes) / 1024,
              static_cast<double>(fs::file_size(pdf)) / 1024, sable_rate / rate);
  std::fflush(stdout);
}

void compare(const std::string& sable, const fs::path& folder, Kind kind,
             const std::vector<int>& sizes) {
  std::printf("%-20s %7s %9s %9s %8s %10s %9s\n", "", "pages", "CPU s", "pages/s", "MB", "PDF kB",
              "sable is");
  for (const int pages : sizes) {
    double sable_rate = 0;
    for (const Typesetter& typesetter : typesetters(sable)) {
      if (typesetter.name != "sable" && !installed(typesetter.program)) continue;
      row(typesetter,
          folder / (typesetter.program == sable ? "sable" : typesetter.program) /
              std::to_string(pages),
          {kind, pages}, sable_rate);
    }
  }
}

int run(const std::vector<std::string>& words) {
  std::string sable, folder;
  std::vector<int> sizes;
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--sable" && i + 1 < words.size())
      sable = fs::absolute(words[++i]);
    else if (words[i] == "--folder" && i + 1 < words.size())
      folder = fs::absolute(words[++i]);
    else
      sizes.push_back(std::atoi(words[i].c_str()));
  }
  const bool fits = std::all_of(sizes.begin(), sizes.end(), [](int pages) { return pages > 0; });
  if (sable.empty() || folder.empty() || !fits) {
    std::fputs("usage: bench --sable PROGRAM --folder FOLDER [PAGES...]\n", stderr);
    return 2;
  }
  if (sizes.empty()) sizes = {1, 10, 100, 1000};
  compare(sable, fs::path(folder) / "text", Kind::text, sizes);
  std::puts("\nThe same with contents, and a table in every fourth section:");
  compare(sable, fs::path(folder) / "tables", Kind::tables, sizes);
  std::puts("\nMB is peak memory; the last column is how many times faster sable is.");
  return 0;
}

}  // namespace

}  // namespace bench

int main(int argc, char** argv) {
  return bench::run(std::vector<std::string>(argv + 1, argv + argc));
}
