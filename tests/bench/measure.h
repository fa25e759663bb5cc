// Runs a program and says what it cost.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace bench {

struct Cost {
  double cpu_seconds = 0;  // user and system, its children's included
  int64_t peak_kilobytes = 0;
  Cost& operator+=(const Cost& other);
};

// Runs the words in `folder`, its output thrown away; nullopt if it fails.
std::optional<Cost> measure(const std::vector<std::string>& words, const std::string& folder);

// Whether a program of that name is in PATH.
bool installed(const std::string& program);

// Pages of a PDF by pdfinfo; 0 if it cannot say.
int pages_of(const std::string& pdf);

}  // namespace bench
