// What the program says on standard error.
//
// In:  diagnostics and remarks.
// Out: text. Words of a report are quoted only where the arguments or a
//      terminal allow it.
#pragma once

#include <cstdio>
#include <string_view>

#include "base/diagnostic.h"
#include "base/print.h"
#include "cli/arguments.h"
#include "cli/run.h"

namespace sable::cli {

class Messages {
 public:
  Messages(const Streams& streams, const MessageArguments& arguments);

  // At most 20 for each file, errors rather than warnings, and how many more there are.
  void print(const base::Diagnostics& diagnostics, const base::SourceSet& sources);
  // A line that --quiet leaves out.
  void remark(std::string_view line);
  // A line that was asked for.
  void line(std::string_view line);

  // Whether standard output may be coloured, by the same rules.
  bool colors(bool terminal) const;

 private:
  std::FILE* stream_;
  base::PrintOptions options_;
  bool quiet_;
  Color color_;
  bool may_color_;  // a terminal
};

// The whole of standard input.
base::Result<std::string> read_all(std::FILE* stream, size_t limit);
// Writes and flushes; a full disk or a closed stream is Fault::environment.
base::Result<void> write_all(std::FILE* stream, std::string_view bytes);

}  // namespace sable::cli
