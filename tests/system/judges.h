// Programs of others that look at our PDFs: qpdf, pdftotext and pdfinfo.
//
// In:  the bytes of a PDF.
// Out: what the program says.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace sable::testing {

// A folder of its own that goes with its value.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  const std::string& folder() const { return folder_; }
  std::string path(const std::string& name) const { return folder_ + "/" + name; }
  // Writes a file into the folder, and gives its path.
  std::string put(const std::string& name, const std::string& bytes) const;

 private:
  std::string folder_;
};

struct Ran {
  int status = 0;        // exit status; -1 if it did not run
  std::string output;    // standard output
  std::string messages;  // standard error
};

// Runs a program found on PATH. `environment` holds NAME=value beyond the usual ones.
Ran run_program(const std::vector<std::string>& words,
                const std::vector<std::string>& environment = {}, const std::string& folder = {});

std::string bytes_of_file(const std::string& path);

// Whether a file holds decisions about a report, and no report.
bool is_decisions(const std::filesystem::path& file);

// The files of values (.csv) and pictures (.png, .jpg) of a folder, by name.
std::map<std::string, std::string> values_in(const std::string& folder);

// As `pdftotext -layout` prints it: lines end in \n, pages in \f.
std::string laid_out_text(const std::string& pdf);
// As `pdftotext` without layout prints it: in the order of the content.
std::string running_text(const std::string& pdf);
// Empty if `qpdf --check` finds nothing; else what it says.
std::string complaints_of_qpdf(const std::string& pdf);
// As `pdfinfo` prints it: a line for each entry of the document information.
std::string information(const std::string& pdf);
// The titles of all outline items, as qpdf reads them, in no order.
std::vector<std::string> outline_titles(const std::string& pdf);
// The same file with all streams decoded and all objects in the open.
std::string opened_by_qpdf(const std::string& pdf);

}  // namespace sable::testing
